"""Files that are no plan files, and plans that are too large: each is told why."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from kehoach.errors import InvalidPlanFile, PlanFileTooLarge, UnwritableText
from kehoach.files import dumps, load, loads, read_plan_file
from kehoach.plan import Item, Plan, Section

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "kehoach: 1\ntitle: Kế hoạch\n"


def fault_of(path: Path) -> str:
    """The first fault of a file, as it is shown."""
    with pytest.raises(InvalidPlanFile) as caught:
        load(path)
    return caught.value.findings[0].describe("plan.yaml")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "plan.yaml"


def test_a_missing_file(file: Path):
    assert fault_of(file) == "plan.yaml: không có tệp này → kiểm tra lại tên và thư mục"


def test_a_folder(tmp_path: Path):
    assert fault_of(tmp_path) == "plan.yaml: đây là một thư mục, cần một tệp kế hoạch"


def test_a_name_that_no_system_can_hold(tmp_path: Path):
    assert "không đọc được tệp" in fault_of(tmp_path / ("x" * 300))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04....", "đây là tệp Word, Excel hoặc tệp nén"),
        (b"\xd0\xcf\x11\xe0....", "đây là tệp Word hoặc Excel đời cũ"),
        (b"%PDF-1.7", "đây là tệp PDF"),
        (b"kehoach: 1\n\x00", "plan.yaml:2: đây là tệp nhị phân (có byte 0)"),
    ],
)
def test_a_binary_file(file: Path, content: bytes, said: str):
    file.write_bytes(content)

    assert said in fault_of(file)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_told_to_become_utf_8(file: Path, encoding: str):
    mark = "" if encoding == "utf-16" else "\ufeff"
    file.write_bytes((mark + HEAD).encode(encoding))

    assert fault_of(file).endswith("tệp dùng bảng mã UTF-16 → lưu lại tệp với bảng mã UTF-8")


def test_invalid_utf_8_is_named_with_byte_and_line(file: Path):
    file.write_bytes(HEAD.encode() + "place: Tân An".encode("cp1258"))

    assert fault_of(file) == (
        "plan.yaml:3: byte 0xE2 không phải UTF-8 → lưu lại tệp với bảng mã UTF-8"
    )


def test_a_byte_order_mark_and_windows_line_ends_are_read(file: Path):
    file.write_bytes(
        b"\xef\xbb\xbf" + (HEAD + "opening:\n- |\n  a\n  b\n").replace("\n", "\r\n").encode()
    )

    assert load(file).opening[0].text == "a\nb\n"


def test_decomposed_letters_are_composed(file: Path):
    file.write_text(unicodedata.normalize("NFD", HEAD), encoding="utf-8")

    assert load(file).title == "Kế hoạch"


def test_letters_decomposed_by_escapes_are_composed():
    assert loads('kehoach: 1\ntitle: "e\\u0301"\n').title == "é"


def test_control_characters_are_all_named_with_their_places(file: Path):
    file.write_text(HEAD + "place: a\x07b\narchive: \x1b\n", encoding="utf-8")
    with pytest.raises(InvalidPlanFile) as caught:
        load(file)

    assert [finding.describe("plan.yaml") for finding in caught.value.findings] == [
        "plan.yaml:3: ký tự điều khiển U+0007 BEL ở cột 9 → xóa ký tự này",
        "plan.yaml:4: ký tự điều khiển U+001B ESC ở cột 10 → xóa ký tự này",
    ]


@pytest.mark.parametrize("text", [HEAD + 'place: "a\\u0007"\n', '{"kehoach":1,"title":"a\\u0007"}'])
def test_a_control_character_written_as_an_escape_is_refused(text: str):
    with pytest.raises(InvalidPlanFile) as caught:
        loads(text)

    (finding,) = caught.value.findings
    assert finding.message == "ký tự điều khiển U+0007 BEL ở vị trí 2 của chuỗi"


def test_a_file_of_100_megabytes_is_refused_unread(file: Path):
    with file.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)

    with pytest.raises(PlanFileTooLarge, match="33554432 bytes"):
        load(file)


@pytest.mark.parametrize("source", ["plan.yaml", "plan.json"])
@pytest.mark.parametrize("depth", [41, 5_000, 200_000])
def test_deep_nesting_is_refused(source: str, depth: int):
    text = '{"kehoach": 1, "title": ' + "[" * depth + "]" * depth + "}"
    with pytest.raises(PlanFileTooLarge, match="40 nested lists and mappings"):
        loads(text, source)


def test_deep_block_nesting_is_refused():
    with pytest.raises(PlanFileTooLarge, match="40 nested"):
        loads("- " * 50_000)


def test_nesting_hidden_behind_aliases_is_refused():
    levels = "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 50))
    with pytest.raises(PlanFileTooLarge, match="40 nested"):
        loads("a0: &a0 [x]\n" + levels)


def test_an_alias_bomb_is_refused():
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(PlanFileTooLarge, match="2000000 values"):
        loads("a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + levels)


def test_a_list_that_holds_itself_is_refused():
    with pytest.raises(InvalidPlanFile, match="không chỉ tới giá trị nào"):
        loads(HEAD + "bases: &a [*a]\n")


def test_too_many_aliases_are_refused():
    with pytest.raises(PlanFileTooLarge, match="1000 aliases"):
        loads(HEAD + f"place: &a x\nbases: [{', '.join(['*a'] * 1001)}]\n")


def test_a_title_of_3000_characters_is_read_with_a_warning(file: Path):
    file.write_text(f"kehoach: 1\ntitle: {'dài ' * 750}\n", encoding="utf-8")
    read = read_plan_file(file)

    assert len(read.plan.title) == 2999
    assert [finding.code for finding in read.findings] == ["file.long-title"]
    assert loads(dumps(read.plan)) == read.plan


def test_an_empty_section_is_read_with_a_warning(file: Path):
    file.write_text(HEAD + "sections:\n- heading: A\n  content:\n", encoding="utf-8")
    read = read_plan_file(file)

    assert read.plan.sections == (Section("A"),)
    assert [finding.describe("plan.yaml") for finding in read.findings] == [
        "plan.yaml:4: sections[0]: mục này không có nội dung → thêm nội dung hoặc bỏ mục"
    ]


def test_500_recipients_are_read(file: Path):
    lines = "".join(f"- Xã thứ {number}\n" for number in range(500))
    file.write_text(f"{HEAD}recipients:\n{lines}", encoding="utf-8")
    read = read_plan_file(file)

    assert len(read.plan.recipients) == 500
    assert read.findings == ()


def test_what_load_would_refuse_is_not_dumped():
    nested = Item("x")
    for _ in range(40):
        nested = Item("x", (nested,))

    with pytest.raises(PlanFileTooLarge):
        dumps(Plan("x", sections=(Section("A", (nested,)),)))
    with pytest.raises(UnwritableText, match="place"):
        dumps(Plan("x", place="a\x07"))
