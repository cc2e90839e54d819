"""kehoach export: what a plan's progress and calendar are made from, on the command line."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
PLAN = str(ROOT / "examples" / "long-an-2013" / "plan.yaml")
DIRECTORY = str(ROOT / "examples" / "long-an-2013" / "directory.yaml")


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def progress(*options: str) -> dict[str, Any]:
    """The progress that the command writes as JSON."""
    arguments = ["export", PLAN, "-o", "a.json", "--format", "json-progress", "--force"]
    assert run([*arguments, *options]) == 0
    tree: dict[str, Any] = json.loads(Path("a.json").read_text(encoding="utf-8"))
    return tree


def test_a_progress_is_as_of_the_day_asked_for_or_of_today():
    assert progress("--on", "15/7/2013")["on"] == "2013-07-15"
    assert progress()["on"] > datetime.date(2025, 1, 1).isoformat()


def test_a_filter_narrows_and_a_directory_opens_groups():
    plain = progress("--on", "15/7/2013")["items"]

    late = progress("--on", "15/7/2013", "--where", "quá_hạn")["items"]
    assert {one["timeliness"] for one in late} == {"overdue"}
    assert len(progress("--on", "15/7/2013", "--directory", DIRECTORY)["items"]) > len(plain)


def test_a_ledger_gives_what_happened_under_the_key_it_has():
    start = ["track", "start", PLAN, "--ledger", "so.db", "--plan", "rieng", "--by", "vp", "--yes"]
    assert run(start) == 0

    found = progress("--ledger", "so.db", "--plan", "rieng", "--on", "15/7/2013")
    assert {one["plan"] for one in found["items"]} == {"rieng"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "a.json", "--format", "json-progress", "--ledger", "khong.db"], "khong.db"),
        (["-o", "a.docx", "--where", "quá_hạn"], "không dùng bộ lọc (--where)"),
        (["-o", "a.docx", "--on", "1/7/2013"], "không dùng ngày (--on)"),
        (["-o", "a.json", "--format", "json-calendar", "--plan", "x"], "không dùng khóa kế hoạch"),
        (["-o", "a.json", "--format", "json-progress", "--where", "quá_hạnn"], "bộ lọc"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_written(capsys, options, said):
    assert run(["export", PLAN, *options]) == 2

    assert said in capsys.readouterr().err
    assert not list(Path().iterdir())


def test_a_ledger_without_the_plan_names_those_that_it_has(capsys):
    start = ["track", "start", PLAN, "--ledger", "so.db", "--plan", "rieng", "--by", "vp", "--yes"]
    assert run(start) == 0
    arguments = ["export", PLAN, "-o", "a.json", "--format", "json-progress", "--ledger", "so.db"]

    assert run(arguments) == 2
    assert "có: rieng" in capsys.readouterr().err


def test_of_a_calendar_no_blanks_of_a_paper_are_told(capsys):
    assert run(["export", PLAN, "-o", "a.json", "--format", "json-calendar"]) == 0

    assert "chưa có số" not in capsys.readouterr().err
