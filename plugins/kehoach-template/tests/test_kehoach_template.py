"""Templates: each fault with its place, values as text and nothing else, the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import kehoach_template
import pytest
from kehoach_template import (
    NAMES,
    InvalidTemplate,
    TemplatePlugin,
    check_template,
    fill,
    template_values,
)
from kehoach_template.cli import template as command
from kehoach_template.names import PAPER_NAMES

import kehoach
from kehoach.cli import run
from kehoach.documents import Document, Paragraph, Part, Properties, Run
from kehoach.errors import ExportFailed, ReadError
from kehoach.hookspecs import Subject
from kehoach.plugins import load_plugins
from kehoach.rules import rulebook
from kehoach.testing import check_exporter, sample_documents, sample_plans
from kehoach.testing.samples import FORBIDDEN, HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

BOOK = rulebook("nd30-2020")
PLAN = sample_plans()["whole"]


def template(*lines: str, rows: tuple[tuple[str, ...], ...] = (), header: str = "") -> bytes:
    """A template of these paragraphs, then a table of these rows."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if rows:
        table = made.add_table(len(rows), len(rows[0]))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    if header:
        made.sections[0].header.paragraphs[0].text = header
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def opened(filled: bytes) -> Any:
    return docx.Document(io.BytesIO(filled))


def lines_of(filled: bytes) -> list[str]:
    """The paragraphs, a no-break space as a space."""
    return [one.text.replace("\u00a0", " ") for one in opened(filled).paragraphs]


def test_a_plan_fills_texts_lists_and_rows_of_a_table():
    made = fill(
        template(
            "{{ co_quan }}",
            "{{ ten_loai }}: {{ trich_yeu }}",
            "{%p for dong in noi_nhan %}",
            "{{ dong }}",
            "{%p endfor %}",
            rows=(
                ("TT", "Việc", "Hạn"),
                ("{%tr for v in nhiem_vu %}", "", ""),
                ("{{ v.stt }}", "{{ v.noi_dung }} ({{ v.co_quan }})", "{{ v.thoi_han }}"),
                ("{%tr endfor %}", "", ""),
            ),
        ),
        PLAN,
    )  # fmt: skip

    assert lines_of(made)[:4] == [
        "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG MẪU",
        "KẾ HOẠCH: Chuyển đổi số\nnăm 2026",
        "- Các sở, ngành;",
        "- Lưu: VT.",
    ]
    (table,) = opened(made).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["TT", "Việc", "Hạn"],
        ["1", "Lập danh mục dữ liệu trước ngày 01/4/2026. (Sở Nội vụ)", "Trước ngày 01/4/2026"],
    ]


def test_a_paper_fills_what_it_prints():
    document = sample_documents()["whole"]
    made = fill(
        template(
            "{{ so_ky_hieu }}, {{ dia_danh_ngay }}",
            "{% for can in can_cu %}{{ can }}{% endfor %}",
            "{%p for doan in noi_dung %}",
            "{{ doan.nhan }}|{{ doan.chu }}|{{ doan.cap }}",
            "{%p endfor %}",
            "{{ chu_ky[0].ho_ten }}, {{ chu_thich|join(' ') }}",
        ),
        document,
    )

    lines = lines_of(made)
    assert lines[0].startswith("Số: 05/KH-UBND, Đồng Mẫu, ngày")
    assert lines[1] == "Căn cứ Luật Tổ chức chính quyền địa phương;"
    assert lines[2] == "Chương I|QUY ĐỊNH CHUNG|1"
    assert lines[-1].startswith("Nguyễn Văn A, Theo số liệu năm 2025. Cơ quan chủ trì.")


def test_a_tag_that_word_has_cut_into_runs_is_one_tag():
    made = docx.Document()
    paragraph = made.add_paragraph("Về ")
    for piece in ("{", "{ trich", "_yeu }", "}"):
        paragraph.add_run(piece).bold = piece != "{"
    buffer = io.BytesIO()
    made.save(buffer)

    assert check_template(buffer.getvalue()) == ()
    assert lines_of(fill(buffer.getvalue(), PLAN)) == ["Về Chuyển đổi số\nnăm 2026"]


def test_a_template_may_ask_choose_and_set():
    made = fill(
        template(
            "{% set n = nhiem_vu|length %}{% if n == 1 %}một{% else %}nhiều{% endif %}",
            "{% for v in nhiem_vu if v.chu_tri %}{{ loop.index }}. {{ v.ma|upper }}{% endfor %}",
        ),
        PLAN,
    )  # fmt: skip

    assert lines_of(made) == ["một", "1. 1"]


@pytest.mark.parametrize(
    ("lines", "code", "place", "said"),
    [
        (["", "{{ trich_yue }}"], "unknown", "đoạn 2", "không có tên trich_yue"),
        (["{{ phu_luc.ten }}"], "unknown", "đoạn 1", "trường ten của danh sách"),
        (["{{ chu_ky[0].ten }}"], "unknown", "đoạn 1", "không có trường ten"),
        (["{{ trich_yeu.ten }}"], "unknown", "đoạn 1", "trường ten của chữ"),
        (["{% for v in nhiem_vu %}", "{{ v.han }}", "{% endfor %}"], "unknown", "đoạn 2", "han"),
        (["{{ trich_yeu|hoa }}"], "unknown", "đoạn 1", "không có bộ lọc hoa"),
        (["{{ trich_yeu|safe }}"], "unknown", "đoạn 1", "không có bộ lọc safe"),
        (["{% if trich_yeu is dai %}x{% endif %}"], "unknown", "đoạn 1", "không có phép thử dai"),
        (["{% include 'x' %}"], "unknown", "đoạn 1", "lệnh include"),
        (["{% autoescape false %}{% endautoescape %}"], "unknown", "đoạn 1", "autoescape"),
        (["Về {{ trich_yeu }"], "broken", "đoạn 1", "thiếu dấu mở hoặc đóng"),
        (["Về trich_yeu }}"], "broken", "đoạn 1", "thiếu dấu mở hoặc đóng"),
        (["{{ trich_yeu %}"], "broken", "đoạn 1", "thiếu dấu mở hoặc đóng"),
        (["{{ trich yeu }}"], "broken", "đoạn 1", "không đọc được"),
        (["", "{% for v in nhiem_vu %}"], "broken", "đoạn 2", "không đọc được"),
        (["{% endfor %}"], "broken", "đoạn 1", "không đọc được"),
        (["chữ {%p if trich_yeu %}", "{%p endif %}"], "misplaced", "đoạn 1", "sẽ mất"),
        (["{%tr if trich_yeu %}", "{%tr endif %}"], "misplaced", "đoạn 1", "đứng ngoài bảng"),
    ],
)
def test_a_fault_is_told_with_its_place_and_nothing_is_filled(lines, code, place, said):
    mau = template(*lines)

    finding = check_template(mau)[0]
    assert (finding.code, finding.place) == (f"template.{code}", place)
    assert said in finding.message
    with pytest.raises(InvalidTemplate, match="đoạn"):
        fill(mau, PLAN)


def test_the_nearest_name_is_offered():
    (finding,) = check_template(template("{{ trich_yue }}"))

    assert finding.advice.startswith("có phải ý là trich_yeu?")


def test_faults_in_cells_and_margins_are_told_with_their_place():
    found = check_template(template(rows=(("a", "b"), ("c", "{{ x }}")), header="{{ y }}"))

    assert [one.place for one in found] == [
        "bảng 1, dòng 2, ô 2, đoạn 1",
        "đầu trang của phần 1, đoạn 1",
    ]


def test_every_fault_is_told_at_once():
    assert len(check_template(template("{{ a }} {{ b }}", "{{ c"))) == 3


def test_a_paper_has_no_tasks_and_the_template_is_told_so():
    mau = template("{% for v in nhiem_vu %}{{ v.stt }}{% endfor %}")

    assert check_template(mau) == ()
    assert [one.code for one in check_template(mau, PAPER_NAMES)] == ["template.unknown"] * 1
    with pytest.raises(InvalidTemplate, match="nhiem_vu"):
        fill(mau, sample_documents()["whole"])


def test_what_fails_only_while_filling_is_told_too():
    with pytest.raises(InvalidTemplate, match="không điền được mẫu"):
        fill(template("{{ chu_ky[7].ho_ten }}"), PLAN)


@pytest.mark.parametrize(
    "code",
    [
        "{{ trich_yeu.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ trich_yeu.format.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% set x = noi_nhan.append('x') %}",
        "{% for i in range(10000000) %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_outside_its_values(code):
    with pytest.raises(InvalidTemplate):
        fill(template(code), PLAN)


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN, "{{ trich_yeu }} {% for %} {#"])
def test_hostile_text_stays_text(text):
    document = Document("KH", Properties(""), blocks=(Paragraph(text), Paragraph("hết")))
    made = fill(template("{%p for one in noi_dung %}", "{{ one.chu }}", "{%p endfor %}"), document)

    printed = "\n".join(lines_of(made))
    kept = "".join(one for one in text if one not in "\x00\x1b\ud800")
    assert "".join(printed.split()) == "".join((kept + "hết").split())


def test_what_is_not_a_docx_is_refused():
    with pytest.raises(ReadError):
        check_template("Kế hoạch".encode())
    with pytest.raises(ReadError):
        check_template(b"PK\x03\x04 cut off")


def test_the_file_does_not_tell_when_it_was_filled():
    made = fill(template("{{ trich_yeu }}"), PLAN)

    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_named_value_is_given_and_every_given_value_is_named():
    whole = template_values(PLAN) | template_values(sample_documents()["whole"])

    assert list(template_values(PLAN)) == list(NAMES)
    for name, shape in NAMES.items():
        _agree(whole[name], shape, name)


def _agree(value: Any, shape: Any, where: str) -> None:
    if isinstance(shape, str):
        assert isinstance(value, str | int), where
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for one in value:
            _agree(one, shape[0], where)
    else:
        assert list(value) == list(shape), where
        for key, one in value.items():
            _agree(one, shape[key], f"{where}.{key}")


def test_targets_and_reports_of_a_real_plan_are_rows(founding):
    values = template_values(founding)

    assert len(values["nhiem_vu"]) > 30
    assert values["bao_cao"][0]["thoi_han"]
    assert all(one["muc"] for one in values["nhiem_vu"])


def test_a_note_in_a_run_is_among_the_notes():
    noted = Paragraph((Run("a", footnote="Một."),), Part.POINT)

    assert template_values(Document("KH", Properties(""), blocks=(noted,)))["chu_thich"] == ["Một."]


WHOLE = """{{ trich_yeu }}
{%p for one in noi_dung %}
{{ one.nhan }}{{ one.chu }}{% for dong in one.bang %}{{ dong|join(" ") }}{% endfor %}
{%p endfor %}""".splitlines()


@pytest.mark.parametrize("accepts", [Subject.PLAN, Subject.DOCUMENT])
def test_the_exporter_of_a_template_keeps_the_contract(accepts):
    (exporter,) = TemplatePlugin(template(*WHOLE), accepts=accepts).kehoach_exporters()

    check_exporter(exporter)


def test_a_template_is_an_exporter_of_the_calling_program(tmp_path):
    own = {"mau": TemplatePlugin(template("{{ trich_yeu }}"), "mau-so")}
    plugins = load_plugins(third_party=False, own=own)
    path = kehoach.export(PLAN, tmp_path / "a.docx", format="mau-so", plugins=plugins)

    assert lines_of(path.read_bytes()) == ["Chuyển đổi số\nnăm 2026"]


def test_a_faulty_template_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    plugins = load_plugins(own={"mau": TemplatePlugin(template("{{ x }}"))}, disabled=())

    with pytest.raises(ExportFailed, match="không có tên x"):
        kehoach.export(PLAN, target, format="template", plugins=plugins)
    assert target.read_bytes() == b"cu"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    kehoach.dump(PLAN, "plan.yaml")
    (tmp_path / "mau.docx").write_bytes(template("{{ trich_yeu }}"))
    (tmp_path / "hong.docx").write_bytes(template("", "{{ trich }}"))
    return tmp_path


@pytest.fixture
def founding() -> kehoach.Plan:
    from kehoach.cli.demo import example_folder  # noqa: PLC0415 - finds the example

    return kehoach.load(example_folder() / "plan.yaml")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["check", "mau.docx"], 0, "mau.docx: dùng được"),
        (["check", "hong.docx"], 1, "đoạn 2: thẻ {{ trich }}: không có tên trich"),
        (["check", "khong.docx"], 2, "không có tệp này"),
        (["check", "plan.yaml"], 2, "mẫu phải là tệp .docx"),
        (["fill", "hong.docx", "plan.yaml", "-o", "a.docx"], 2, "không có tên trich"),
        (["fill", "mau.docx", "plan.yaml", "-o", "plan.yaml"], 2, "đã có"),
        (["fill", "mau.docx", "plan.yaml", "-o", "a.docx"], 0, "đã ghi a.docx"),
        (["names"], 0, "nhiem_vu[].thoi_han: thời hạn bằng chữ"),
        ([], 2, "Cách dùng"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_the_command(arguments, code, said, capsys):
    assert run(arguments, command, "kehoach-template") == code
    captured = capsys.readouterr()
    assert said in captured.out + captured.err


def test_the_command_passes_the_result_to_the_checker(desk, capsys):
    run(["fill", "mau.docx", "plan.yaml", "-o", "a.docx"], command, "kehoach-template")

    assert lines_of((desk / "a.docx").read_bytes()) == ["Chuyển đổi số\nnăm 2026"]
    assert "lỗi: a.docx" in capsys.readouterr().err


def test_every_name_of_the_face_exists():
    missing = [one for one in kehoach_template.__all__ if not hasattr(kehoach_template, one)]
    assert missing == []


def test_the_findings_of_an_invalid_template_travel_between_processes():
    import pickle  # noqa: PLC0415 - this test alone

    fault = InvalidTemplate(check_template(template("{{ x }}")))

    assert pickle.loads(pickle.dumps(fault)).findings == fault.findings  # noqa: S301 - our own
