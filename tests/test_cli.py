"""The command line: Vietnamese messages, exit codes, nothing half-written."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx.shared import Mm

from kehoach.cli._vietnamese import COMMANDS
from kehoach.cli.demo import STORY
from kehoach.cli.main import run
from kehoach.compose import plan_document
from kehoach.files import load
from kehoach.plugins import PluginReport, Plugins, Status
from kehoach.rules import rulebook
from kehoach.word import to_python_docx

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "examples" / "long-an-2013" / "plan.yaml"
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Show this|Traceback|Missing|Try)\b")

SMALL = """\
kehoach: 1
title: Việc chung
sections:
  - heading: NỘI DUNG
    content:
      - task: Làm.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds a small plan without a date."""
    (tmp_path / "plan.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_export_writes_the_paper_and_says_what_is_unknown(desk, capsys):
    code = run(["export", str(PLAN), "-o", "out.docx"])

    out, err = capsys.readouterr()
    assert code == 0
    assert "đã ghi out.docx" in out
    assert "chưa có số" in err
    assert (desk / "out.docx").read_bytes().startswith(b"PK")


def test_a_paper_without_a_day_takes_the_regime_of_today_and_says_so(desk, capsys):
    code = run(["export", "plan.yaml", "-o", "out.txt"])

    assert code == 0
    assert "chưa có ngày, dùng quy định hiện hành (NĐ 30/2020/NĐ-CP)" in capsys.readouterr().err
    assert "KẾ HOẠCH" in (desk / "out.txt").read_text(encoding="utf-8")


def test_the_regime_can_be_named(desk, capsys):
    assert run(["export", "plan.yaml", "-o", "out.txt", "--regime", "tt01-2011"]) == 0

    assert "quy định hiện hành" not in capsys.readouterr().err


def test_an_existing_file_is_kept_until_force_is_given(desk, capsys):
    (desk / "out.txt").write_text("cũ", encoding="utf-8")

    assert run(["export", "plan.yaml", "-o", "out.txt"]) == 2
    assert "--force" in capsys.readouterr().err
    assert (desk / "out.txt").read_text(encoding="utf-8") == "cũ"
    assert run(["export", "plan.yaml", "-o", "out.txt", "--force"]) == 0
    assert (desk / "out.txt").read_text(encoding="utf-8") != "cũ"


def test_an_unknown_suffix_names_the_exporters_that_exist(desk, capsys):
    assert run(["export", "plan.yaml", "-o", "out.xyz"]) == 2

    assert "docx" in capsys.readouterr().err


def test_all_faults_of_a_file_are_told_at_once_with_their_lines(desk, capsys):
    (desk / "sai.yaml").write_text(
        SMALL.replace("title:", "titel:").replace("task: Làm.", "tsk: Làm."), encoding="utf-8"
    )

    assert run(["export", "sai.yaml", "-o", "out.docx"]) == 2

    err = capsys.readouterr().err
    assert "sai.yaml:2:" in err
    assert "sai.yaml:6:" in err
    assert "title" in err
    assert not (desk / "out.docx").exists()


@pytest.mark.parametrize("name", ["khong-co.yaml", "."])
def test_a_missing_file_and_a_folder_are_plain_messages(desk, capsys, name):
    assert run(["export", name, "-o", "out.docx"]) == 2

    err = capsys.readouterr().err
    assert err.startswith("kehoach: ")
    assert not ENGLISH.search(err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Cách dùng"),
        (["export"], "thiếu"),
        (["xuat"], "không có lệnh xuat"),
        (["export", "--fomat", "x"], "không có tùy chọn --fomat"),
        (["export", "plan.yaml", "-o", "x.txt", "--regime", "nd99"], "--regime"),
        (["new", "KHO", "-o", "x.yaml"], "KH, CTr"),
        (["export", "plan.yaml", "-o"], "-o"),
    ],
)
def test_wrong_usage_is_explained_in_vietnamese(desk, capsys, arguments, said):
    assert run(arguments) == 2

    out, err = capsys.readouterr()
    assert said in out + err
    assert not ENGLISH.search(out + err)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_page_is_in_vietnamese(capsys, command):
    assert run([*command.split(), "--help"]) == 0

    out = capsys.readouterr().out
    assert "Cách dùng: kehoach" in out
    assert not ENGLISH.search(out)


def test_new_writes_a_file_that_exports(desk, capsys):
    assert run(["new", "-o", "moi.yaml"]) == 0
    assert run(["export", "moi.yaml", "-o", "moi.docx"]) == 0


def test_new_does_not_touch_an_existing_file(desk, capsys):
    assert run(["new", "-o", "plan.yaml"]) == 2

    assert (desk / "plan.yaml").read_text(encoding="utf-8") == SMALL


def test_ids_are_written_once_and_stay(desk, capsys):
    assert run(["ids", "plan.yaml"]) == 0
    once = (desk / "plan.yaml").read_text(encoding="utf-8")
    assert run(["ids", "plan.yaml"]) == 0

    assert "id:" in once
    assert (desk / "plan.yaml").read_text(encoding="utf-8") == once
    assert "không thiếu mã nào" in capsys.readouterr().out


def test_the_schema_is_json(capsys):
    assert run(["schema"]) == 0

    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_plugins_lists_the_built_ins_as_text_and_as_json(capsys):
    assert run(["plugins"]) == 0
    text = capsys.readouterr().out
    assert run(["plugins", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)

    assert "đang dùng" in text
    assert {"name", "distribution", "version", "hooks", "status", "reason"} <= set(rows[0])


def test_a_house_style_with_an_unknown_key_is_named(desk, capsys):
    (desk / "nha.toml").write_text("[pge]\nwidth = 210\n", encoding="utf-8")

    assert run(["export", "plan.yaml", "-o", "x.docx", "--style", "nha.toml"]) == 2
    assert "pge" in capsys.readouterr().err


def test_many_files_are_written_into_a_folder_and_one_that_fails_stops_no_other(desk, capsys):
    (desk / "sai.yaml").write_text("kehoach: 1\n", encoding="utf-8")
    (desk / "hai.yaml").write_text(SMALL, encoding="utf-8")

    code = run(["export", "plan.yaml", "sai.yaml", "hai.yaml", "-o", "ra", "--format", "text"])

    out, err = capsys.readouterr()
    assert code == 2
    assert sorted(path.name for path in (desk / "ra").iterdir()) == ["hai.txt", "plan.txt"]
    assert "sai.yaml" in err
    assert "đã ghi 2 văn bản vào ra, 1 không ghi được" in out


def test_a_plugin_that_is_broken_is_named_and_the_paper_is_written(desk, capsys, monkeypatch):
    broken = PluginReport("hong", "kehoach-hong", "0.1", status=Status.FAILED, reason="nổ")
    monkeypatch.setattr(Plugins, "report", lambda _self: (broken,))

    assert run(["export", "plan.yaml", "-o", "out.txt"]) == 0
    assert "bộ cắm hong (kehoach-hong 0.1): nổ" in capsys.readouterr().err


def test_demo_tells_the_whole_year_and_leaves_its_papers(tmp_path, capsys):
    assert run(["demo", "-o", str(tmp_path / "thu")]) == 0

    out = capsys.readouterr().out
    for name in (
        "doc-lai.yaml", "ke-hoach.docx", "bao-cao-so-ket.docx", "plan-2014.yaml", "theo-doi.db",
        "cong-van/muc-luc.csv", "don-doc/muc-luc.csv", "mau-bao-cao/so-nv.docx",
    ):  # fmt: skip
        assert (tmp_path / "thu" / name).stat().st_size > 100, name
    for step in STORY:
        assert step.title in out


@pytest.mark.parametrize(("on_path", "shown"), [(True, "$ kehoach export"), (False, "bin/kehoach")])
def test_demo_names_the_command_as_the_reader_can_call_it(
    desk, capsys, monkeypatch, on_path, shown
):
    monkeypatch.setattr("sys.argv", [str(desk / ".venv" / "bin" / "kehoach")])
    monkeypatch.setattr("shutil.which", lambda _name: "/x" if on_path else None)

    assert run(["demo", "-o", "thu"]) == 0
    assert shown in capsys.readouterr().out


def test_demo_can_be_run_again(tmp_path, capsys):
    for _ in range(2):
        assert run(["demo", "-o", str(tmp_path)]) == 0


def test_the_output_is_utf8_whatever_the_locale_of_the_console(tmp_path):
    environment = os.environ | {
        "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "demo", "-o", str(tmp_path)],
        capture_output=True, check=True, env=environment,
    )  # fmt: skip

    assert "Báo cáo sơ kết 6 tháng" in done.stdout.decode("utf-8")


def test_the_version_is_printed(capsys):
    assert run(["--version"]) == 0

    assert re.fullmatch(r"kehoach \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_the_calendar_prints_each_day_once_with_who_and_to_whom(capsys):
    assert run(["calendar", str(PLAN)]) == 0

    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if line and line[0] in "tC" and "/2013" in line] == [
        "Chủ nhật 31/3/2013", "thứ Tư 10/7/2013", "thứ Sáu 20/12/2013",
    ]  # fmt: skip
    assert out.count("gửi: Sở Thông tin và Truyền thông") == 3
    assert "ngày làm việc cuối: thứ Sáu 29/3" in out
    assert "trước khi chốt số liệu" in err


def test_the_calendar_opens_groups_with_a_directory_and_prints_json(capsys):
    directory = PLAN.parent / "directory.yaml"

    assert run(["calendar", str(PLAN), "--directory", str(directory), "--json"]) == 0

    out = json.loads(capsys.readouterr().out)
    first = [one for one in out["entries"] if one["day"] == "2013-07-10"]
    assert len(first) > 20
    assert len({one["uid"] for one in first}) == len(first)
    assert not any(one["who"]["id"] == "so-tttt" for one in first)


def test_a_file_of_days_off_that_is_not_there_is_told_in_vietnamese(capsys):
    assert run(["calendar", str(PLAN), "--days-off", "khong-co.toml"]) == 2

    assert "không mở được khong-co.toml" in capsys.readouterr().err


def test_the_calendar_of_another_year_invents_nothing(capsys):
    assert run(["calendar", str(PLAN), "--year", "2015"]) == 0

    assert "Không có thời hạn hay báo cáo nào có ngày." in capsys.readouterr().out


def test_a_faultless_directory_is_said_to_be_so_and_a_faulty_one_exits_with_one(desk, capsys):
    directory = PLAN.parent / "directory.yaml"
    text = directory.read_text(encoding="utf-8")
    (desk / "sai.yaml").write_text(text.replace("parent: ubnd-tinh", "parent: khong-co", 1),
                                   encoding="utf-8")  # fmt: skip

    assert run(["directory", "check", str(directory)]) == 0
    assert "không có lỗi" in capsys.readouterr().out
    assert run(["directory", "check", "sai.yaml"]) == 1
    assert "khong-co" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["demo"], ["export", "plan.yaml", "plan2.yaml"]])
def test_a_folder_that_cannot_be_made_is_told_plainly(desk, capsys, command):
    (desk / "plan2.yaml").write_text(SMALL, encoding="utf-8")
    (desk / "taken").write_text("", encoding="utf-8")

    assert run([*command, "-o", "taken"]) == 2
    assert "không ghi được taken" in capsys.readouterr().err


def test_a_demo_does_not_overwrite_a_plan_that_was_edited(desk, capsys):
    assert run(["demo"]) == 0
    assert run(["demo"]) == 0
    edited = desk / "kehoach-demo" / "plan.yaml"
    edited.write_text(SMALL, encoding="utf-8")

    assert run(["demo"]) == 2
    assert "đã được sửa" in capsys.readouterr().err
    assert edited.read_text(encoding="utf-8") == SMALL


def test_two_files_of_one_name_are_not_written_over_each_other(desk, capsys):
    (desk / "sub").mkdir()
    (desk / "sub" / "PLAN.yaml").write_text(SMALL, encoding="utf-8")

    assert run(["export", "plan.yaml", "sub/PLAN.yaml", "-o", "out", "--force"]) == 2
    assert "cùng một văn bản" in capsys.readouterr().err
    assert not (desk / "out").exists()


@pytest.mark.parametrize("style", ["missing.toml", "."])
def test_a_style_that_cannot_be_read_is_told_plainly(desk, capsys, style):
    assert run(["export", "plan.yaml", "-o", "out.docx", "--style", style]) == 2
    assert "không đọc được tệp phong cách" in capsys.readouterr().err


def test_a_list_longer_than_its_letters_is_told_plainly(desk, capsys):
    points = "".join(f"      - item: Điểm {n}\n" for n in range(24))
    text = SMALL.replace("    content:", "    items_mark: a)\n    content:") + points
    (desk / "plan.yaml").write_text(text, encoding="utf-8")

    assert run(["export", "plan.yaml", "-o", "out.docx"]) == 2
    assert "không có số thứ tự 24" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["export"], ["directory"]])
def test_help_pages_have_no_english_left(capsys, command):
    assert run([*command, "--help"]) == 0
    assert not re.search(r"OPTIONS|ARGS|COMMAND|required", capsys.readouterr().out)


def test_a_text_becomes_a_plan_file_that_exports_to_the_same_paper(desk, capsys):
    assert run(["read", str(PLAN.parent / "ke-hoach.txt"), "-o", "doc.yaml"]) == 0
    out = capsys.readouterr().out
    assert run(["export", "doc.yaml", "-o", "lan1.txt"]) == 0
    assert run(["export", "doc.yaml", "-o", "lan1.docx"]) == 0
    assert run(["read", "lan1.docx", "-o", "lai.yaml"]) == 0
    assert run(["export", "lai.yaml", "-o", "lan2.txt"]) == 0

    assert "12 nhóm giao việc" in out
    assert "Không bỏ sót dòng nào" in out
    assert "Dâysty" in out
    assert (desk / "lan2.txt").read_text("utf-8") == (desk / "lan1.txt").read_text("utf-8")


def test_emendations_are_taken_only_when_accepted(desk, capsys):
    source = str(PLAN.parent / "ke-hoach.txt")

    assert run(["read", source, "-o", "in.yaml"]) == 0
    assert run(["read", source, "-o", "sua.yaml", "--accept-emendations"]) == 0

    assert "Dâysty mạnh tuyên truyền" in (desk / "in.yaml").read_text("utf-8")
    assert "Đẩy mạnh tuyên truyền" in (desk / "sua.yaml").read_text("utf-8")


def test_reading_prints_json_for_programs(capsys):
    assert run(["read", str(PLAN.parent / "ke-hoach.txt"), "--json"]) == 0

    out = json.loads(capsys.readouterr().out)
    assert len(out["plan"]["sections"]) == 4
    assert out["unread"] == []


def test_reading_takes_standard_input(monkeypatch, capsys):
    data = (PLAN.parent / "ke-hoach.txt").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert run(["read", "-"]) == 0
    assert "12 nhóm giao việc" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"PK\x03\x04 hong"), ("b.txt", b""), ("c.docx", b"\x00" * 99)]
)
def test_what_is_no_document_exits_with_two(desk, capsys, name, data):
    (desk / name).write_bytes(data)

    assert run(["read", name, "-o", "x.yaml"]) == 2
    assert not (desk / "x.yaml").exists()
    assert not ENGLISH.search(capsys.readouterr().err)


def test_a_scanned_pdf_is_told_to_need_ocr(desk, capsys, monkeypatch):
    (desk / "quet.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setattr("kehoach.cli._sources.pdf_text", lambda _data: b"\f\n")

    assert run(["read", "quet.pdf"]) == 2
    assert "OCR" in capsys.readouterr().err


def test_an_old_word_file_is_read_through_libreoffice(desk, monkeypatch, capsys):
    text = (PLAN.parent / "ke-hoach.txt").read_bytes()
    (desk / "cu.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setattr("kehoach.cli._sources.converted", lambda _data, _suffix, _to: text)

    assert run(["read", "cu.doc"]) == 0
    assert "12 nhóm giao việc" in capsys.readouterr().out


def test_a_faulty_file_of_days_off_is_told_in_vietnamese(desk, capsys):
    (desk / "nghi.toml").write_text('[[day]]\ndate = 2013-03-01\nkind = "off"\n', encoding="utf-8")

    assert run(["calendar", str(PLAN), "--days-off", "nghi.toml"]) == 2
    assert "tệp ngày nghỉ sai ở day[0].label: thiếu" in capsys.readouterr().err


def test_a_paper_of_our_own_has_no_fault_of_form_and_a_spoilt_one_is_told_and_mended(desk, capsys):
    assert run(["export", str(PLAN), "-o", "dung.docx"]) == 0
    paper = to_python_docx(plan_document(load(PLAN)), rulebook("tt01-2011"))
    paper.sections[0].left_margin = Mm(10)
    paper.save(str(desk / "sai.docx"))
    capsys.readouterr()

    run(["check", "dung.docx", "--json"])
    right = {one["code"] for one in json.loads(capsys.readouterr().out)}
    assert run(["check", "sai.docx", "--annotate", "chu-thich.docx"]) == 1
    assert "(PG03)" in capsys.readouterr().out
    assert run(["fix", "sai.docx", "-o", "sua.docx"]) == 0
    capsys.readouterr()
    run(["check", "sua.docx", "--json"])
    mended = {one["code"] for one in json.loads(capsys.readouterr().out)}

    assert not {code for code in right if code.startswith("PG")}
    assert mended == right
    assert (desk / "chu-thich.docx").read_bytes().startswith(b"PK")


def test_a_plan_file_is_checked_for_its_content(capsys):
    assert run(["check", str(PLAN)]) == 1

    assert "Báo Long An" in capsys.readouterr().out


def test_mending_keeps_an_existing_file_and_checking_needs_a_document(desk, capsys):
    (desk / "co.docx").write_bytes(b"x")

    assert run(["fix", "plan.yaml", "-o", "co.docx"]) == 2
    assert run(["check", "khong-co.docx"]) == 2
    assert run(["check", "co.docx", "--style", "nha.toml"]) == 2
    assert (desk / "co.docx").read_bytes() == b"x"
