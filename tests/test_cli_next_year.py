"""kehoach next-year: the draft, the changes and the questions."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from kehoach.cli.main import run
from kehoach.files import load
from kehoach.tracking import obligations
from kehoach.tracking.ledger import Ledger
from kehoach.workdays import vietnam
from tests.support.tracking import instant

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
PLAN = str(EXAMPLE / "plan.yaml")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_draft_is_written_and_loads(desk, capsys):
    assert run(["next-year", PLAN, "2014", "-o", "2014.yaml"]) == 0

    assert "9 chỗ đổi" in capsys.readouterr().out
    assert load(desk / "2014.yaml").title.endswith("năm 2014")


def test_without_a_target_the_changes_are_shown_and_nothing_is_written(desk, capsys):
    assert run(["next-year", PLAN, "2014"]) == 0

    out = capsys.readouterr().out
    assert "(20/12/2013)" in out
    assert "(22/12/2014)" in out
    assert list(desk.iterdir()) == []


def test_questions_are_told_and_give_exit_code_one(desk, capsys):
    directory = str(EXAMPLE / "directory.yaml")

    assert run(["next-year", PLAN, "2026", "--directory", directory, "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert "renewal.body" in {one["code"] for one in told["questions"]}
    assert {"place", "before", "after"} == set(told["changes"][0])


@pytest.mark.parametrize("year", ["2013", "1999"])
def test_a_year_that_is_not_later_is_refused_in_plain_words(desk, capsys, year):
    assert run(["next-year", PLAN, year]) == 2

    assert "cần một năm sau 2013" in capsys.readouterr().err


def test_a_plan_without_a_year_says_what_to_add(desk, capsys):
    (desk / "p.yaml").write_text("kehoach: 1\ntitle: Việc\n", encoding="utf-8")

    assert run(["next-year", "p.yaml", "2027"]) == 2
    assert "period: 2026" in capsys.readouterr().err


def test_an_existing_draft_is_kept_until_force_is_given(desk, capsys):
    (desk / "2014.yaml").write_text("cũ", encoding="utf-8")

    assert run(["next-year", PLAN, "2014", "-o", "2014.yaml"]) == 2
    assert (desk / "2014.yaml").read_text(encoding="utf-8") == "cũ"
    assert "--force" in capsys.readouterr().err
    assert run(["next-year", PLAN, "2014", "-o", "2014.yaml", "--force"]) == 0


def test_the_old_ledger_marks_what_was_not_finished(desk):
    plan = load(PLAN)
    owed = obligations(plan, None, vietnam())
    day = datetime.date(2013, 3, 19)
    with Ledger(desk / "so.db") as ledger:
        ledger.start(owed, by="ubnd", day=day, at=instant(day))

    assert run(["next-year", PLAN, "2014", "-o", "2014.yaml", "--ledger", "so.db"]) == 0

    assert "Chuyển tiếp từ năm 2013, chưa hoàn thành" in (desk / "2014.yaml").read_text("utf-8")
