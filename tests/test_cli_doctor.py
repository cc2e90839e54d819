"""kehoach doctor: what is looked at, how it is told, and which faults count."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli import doctor as command
from kehoach.cli.main import run
from kehoach.plugins import PluginReport, Plugins, Status

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "long-an-2013"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, no plugins but the built-in ones."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "load_plugins", lambda **_: Plugins())
    return tmp_path


def looked_at(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, Any]]:
    """The lines of a run by their topics; the last of each."""
    run(["doctor", "--json", *arguments])
    return {one["topic"]: one for one in json.loads(capsys.readouterr().out)}


def test_a_sound_machine_is_told_so(capsys, monkeypatch):
    monkeypatch.setattr(command, "font_for", lambda family: family)
    monkeypatch.setattr(command, "find_soffice", lambda: Path("/opt/soffice"))

    found = looked_at(capsys)

    assert list(found) == ["Python", "phông chữ", "LibreOffice", "pdftotext", "bộ cắm", "lịch nghỉ"]
    assert {found[topic]["state"] for topic in ("Python", "phông chữ", "LibreOffice")} == {"ok"}


@pytest.mark.parametrize(
    ("font", "state", "said"),
    [("Liberation Serif", "info", "cùng bề rộng"), (None, "warning", "không có Times New Roman")],
)
def test_fonts_of_the_same_widths_serve_and_none_is_a_warning(
    capsys, monkeypatch, font, state, said
):
    monkeypatch.setattr(command, "font_for", lambda _: font)

    line = looked_at(capsys)["phông chữ"]
    assert line["state"] == state
    assert said in line["message"]


def test_without_libreoffice_it_says_what_will_not_work_and_what_to_do(capsys, monkeypatch):
    monkeypatch.setattr(command, "find_soffice", lambda: None)
    monkeypatch.setattr(command, "find_pdftotext", lambda: None)

    found = looked_at(capsys)
    assert "PDF" in found["LibreOffice"]["message"]
    assert found["LibreOffice"]["advice"] == "cài LibreOffice nếu cần những việc ấy"
    assert found["pdftotext"]["state"] == "info"


def test_a_broken_plugin_is_named_and_makes_the_exit_code_1(capsys, monkeypatch):
    reports = (
        PluginReport("docx", "kehoach", "1"),
        PluginReport("tot", "kehoach-tot", "1.0"),
        PluginReport("tat", "kehoach-tat", "1.0", (), Status.BLOCKED, "tắt"),
        PluginReport("hong", "kehoach-hong", "2.0", (), Status.FAILED, "ImportError: x"),
    )
    monkeypatch.setattr(command, "load_plugins", lambda **_: Plugins((), reports))

    assert run(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "tốt: bộ cắm: tot (kehoach-tot 1.0)" in said
    assert "lưu ý: bộ cắm: tat (kehoach-tat 1.0): đang tắt (tắt)" in said
    assert "lỗi: bộ cắm: hong (kehoach-hong 2.0): ImportError: x\n    → cập nhật hoặc gỡ" in said
    assert "docx" not in said


def test_the_years_of_the_plan_are_looked_up_in_the_calendar(capsys):
    found = looked_at(capsys, str(EXAMPLE / "plan.yaml"))

    assert found["tệp kế hoạch"]["state"] == "ok"
    assert found["lịch nghỉ"]["message"] == "năm 2013: đã đủ ngày nghỉ, ngày làm bù"


@pytest.mark.parametrize(
    ("period", "state", "said"),
    [("2035", "warning", "dự kiến"), ("2150", "error", "không biết năm 2150")],
)
def test_years_that_are_not_decided_or_not_known_are_told(capsys, desk, period, state, said):
    text = f"kehoach: 1\ntitle: Việc chung\nperiod: {period}\n"
    (desk / "plan.yaml").write_text(text, encoding="utf-8")

    line = looked_at(capsys, "plan.yaml")["lịch nghỉ"]
    assert line["state"] == state
    assert said in line["message"]
    assert "--days-off" in line["advice"]


def test_a_plan_file_with_faults_is_told_with_them_and_the_rest_goes_on(capsys, desk):
    (desk / "plan.yaml").write_text("kehoach: 1\ntitel: x\n", encoding="utf-8")

    found = looked_at(capsys, "plan.yaml", "--directory", str(EXAMPLE / "directory.yaml"))
    assert found["tệp kế hoạch"]["state"] == "error"
    assert "titel" in found["tệp kế hoạch"]["message"]
    assert "danh mục cơ quan" in found


def test_bodies_that_the_directory_lacks_are_named(capsys, desk):
    text = "kehoach: 1\ntitle: x\ndate: 2013-03-19\nissuer: {name: Sở Không Có}\n"
    (desk / "plan.yaml").write_text(text, encoding="utf-8")
    directory = str(EXAMPLE / "directory.yaml")

    found = looked_at(capsys, "plan.yaml", "--directory", directory)
    assert found["danh mục cơ quan"]["state"] == "ok"
    assert found["cơ quan trong kế hoạch"]["state"] == "warning"
    assert "Sở Không Có" in found["cơ quan trong kế hoạch"]["message"]


def test_gaps_of_a_directory_are_counted_with_the_command_that_lists_them(capsys, desk):
    text = (EXAMPLE / "directory.yaml").read_text(encoding="utf-8")
    broken = text.replace("  - id: so-tttt\n", "  - id: so-tttt\n    parent: khong-co\n", 1)
    (desk / "directory.yaml").write_text(broken, encoding="utf-8")

    found = looked_at(capsys, "--directory", "directory.yaml")
    line = found["danh mục cơ quan"]
    assert line["state"] in {"warning", "error"}


@pytest.fixture
def ledger(capsys: pytest.CaptureFixture[str], desk: Path) -> Path:
    """A ledger with the work of the example."""
    shutil.copy(EXAMPLE / "plan.yaml", desk)
    arguments = ["--ledger", "so.db", "--by", "Văn phòng", "--on", "2013-03-19", "--yes"]
    assert run(["track", "start", "plan.yaml", *arguments]) == 0
    capsys.readouterr()
    return desk / "so.db"


def test_a_sound_ledger_is_counted(capsys, ledger):
    line = looked_at(capsys, "--ledger", "so.db")["sổ theo dõi"]

    assert line["state"] == "ok"
    assert "1 kế hoạch" in line["message"]
    assert "nguyên vẹn" in line["message"]


def test_a_ledger_that_somebody_changed_is_an_error(capsys, ledger):
    with sqlite3.connect(ledger) as connection:
        for (name,) in connection.execute(
            "select name from sqlite_master where type = 'trigger'"
        ).fetchall():
            connection.execute(f'drop trigger "{name}"')
        tables = connection.execute("select name from sqlite_master where type = 'table'")
        (events,) = [name for (name,) in tables if name.endswith(("event", "events"))]
        connection.execute(f"update {events} set \"by\" = 'kẻ khác' where rowid = 2")  # noqa: S608
    connection.close()

    line = looked_at(capsys, "--ledger", "so.db")["sổ theo dõi"]
    assert line["state"] == "error"
    assert "đã bị sửa" in line["message"]
    assert "sao lưu" in line["advice"]


def test_a_ledger_on_a_network_path_is_a_warning(capsys, ledger, monkeypatch):
    monkeypatch.setattr("kehoach.tracking.ledger.on_network_path", lambda _: True)
    run(["doctor", "--ledger", "so.db"])

    assert "cảnh báo: sổ theo dõi: sổ nằm trên ổ mạng" in capsys.readouterr().out


def test_what_is_no_ledger_is_told_plainly(capsys, desk):
    (desk / "so.db").write_text("không phải sổ", encoding="utf-8")

    assert looked_at(capsys, "--ledger", "so.db")["sổ theo dõi"]["state"] == "error"


def test_a_ledger_that_is_not_there_is_bad_usage(capsys):
    assert run(["doctor", "--ledger", "khong-co.db"]) == 2
    assert "chưa có sổ khong-co.db" in capsys.readouterr().err


def test_no_ledger_is_looked_for_where_none_lies(capsys):
    assert "sổ theo dõi" not in looked_at(capsys)


def test_an_office_s_file_of_days_off_with_faults_is_told(capsys, desk):
    (desk / "nghi.toml").write_text("day = 3\n", encoding="utf-8")

    assert looked_at(capsys, "--days-off", "nghi.toml")["lịch nghỉ"]["state"] == "error"
