"""Deriving: a plan's progress and calendar for the exporters that take them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from kehoach.errors import ProgressNeedsDay, UntrackedPlan, UnusedSource
from kehoach.exporting import Sources, calendar_of, export, progress_of, rulebook_of, subject_of
from kehoach.files import load, load_directory
from kehoach.hookspecs import Subject
from kehoach.plugins import load_plugins
from kehoach.testing import sample_calendars, sample_plans, sample_progresses
from kehoach.tracking import (
    Event,
    EventKind,
    State,
    Timeliness,
    obligations,
    parse_filter,
    plan_key,
)
from kehoach.tracking.ledger import Ledger
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
LONG_AN = load(PLAN)
DIRECTORY = load_directory(PLAN.parent / "directory.yaml")
MADE = datetime.date(2013, 3, 19)
JULY = datetime.date(2013, 7, 15)
PLUGINS = load_plugins(third_party=False, disabled=())


def instant(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(9), datetime.UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in which the plan of Long An was started, and one body began its work."""
    with Ledger(tmp_path / "so.db") as opened:
        wanted = obligations(LONG_AN, None, vietnam())
        opened.start(wanted, by="vp", day=MADE, at=instant(MADE))
        first = wanted[0]
        begun = Event(first.plan, first.key, EventKind.STARTED, MADE, "vp", instant(MADE))
        opened.append(begun)
        yield opened


def written(subject: Any, path: Path, **sources: Any) -> Any:
    export(subject, path, plugins=PLUGINS, **sources)
    return json.loads(path.read_text(encoding="utf-8"))


def test_without_a_ledger_everything_is_given_and_nothing_has_happened():
    progress = progress_of(LONG_AN, Sources(on=JULY))

    assert {one.key for one in progress} == {
        one.key for one in obligations(LONG_AN, None, vietnam())
    }
    assert {one.state for one in progress} <= {State.ASSIGNED, State.UNASSIGNED}
    assert {one.assigned_on for one in progress} == {MADE}
    assert any(one.timeliness is Timeliness.OVERDUE for one in progress)


def test_the_day_of_a_progress_is_by_default_that_of_the_plan():
    assert progress_of(LONG_AN).on == MADE


def test_before_the_plan_was_made_its_work_counts_as_given_on_the_day_asked_for():
    progress = progress_of(LONG_AN, Sources(on=datetime.date(2013, 3, 1)))

    assert {one.assigned_on for one in progress} == {datetime.date(2013, 3, 1)}


def test_a_plan_without_a_day_needs_one():
    undated = evolve(LONG_AN, date=None)

    with pytest.raises(ProgressNeedsDay, match="pass it as on="):
        progress_of(undated)
    assert len(progress_of(undated, Sources(on=JULY, directory=DIRECTORY))) > len(
        progress_of(undated, Sources(on=JULY))
    )


def test_a_ledger_gives_what_happened(ledger):
    progress = progress_of(LONG_AN, Sources(on=JULY, ledger=ledger))

    assert progress.items[0].state is State.IN_PROGRESS


def test_a_progress_of_a_ledger_needs_a_day(ledger):
    with pytest.raises(ProgressNeedsDay):
        progress_of(LONG_AN, Sources(ledger=ledger))


def test_a_plan_that_the_ledger_does_not_hold_is_told_with_those_that_it_holds(ledger):
    with pytest.raises(UntrackedPlan) as caught:
        progress_of(LONG_AN, Sources(on=JULY, ledger=ledger, key="khac"))

    assert (caught.value.key, caught.value.known) == ("khac", (plan_key(LONG_AN),))


def test_a_filter_narrows_the_progress_of_plan_and_ledger_alike(ledger):
    late = parse_filter("quá_hạn")
    for source in (None, ledger):
        progress = progress_of(LONG_AN, Sources(on=JULY, where=late, ledger=source))

        assert progress.items
        assert {one.timeliness for one in progress} == {Timeliness.OVERDUE}


def test_a_directory_opens_the_groups_of_a_calendar():
    closed, opened = calendar_of(LONG_AN), calendar_of(LONG_AN, Sources(directory=DIRECTORY))

    assert len(opened.entries) > len(closed.entries)


def test_the_format_decides_what_is_made_of_a_plan(tmp_path, ledger):
    plan = written(LONG_AN, tmp_path / "plan.json")
    calendar = written(LONG_AN, tmp_path / "lich.json", format="json-calendar")
    progress = written(
        LONG_AN, tmp_path / "tien-do.json", format="json-progress", on=JULY, ledger=ledger
    )

    assert plan["kehoach"] == 1
    assert calendar["title"].startswith("Thực hiện công tác quản lý Internet")
    assert progress["on"] == "2013-07-15"


def test_a_calendar_and_a_progress_go_to_the_exporter_of_their_kind(tmp_path):
    calendar, progress = sample_calendars()["whole"], sample_progresses()["whole"]

    assert "entries" in written(calendar, tmp_path / "a.json")
    assert "items" in written(progress, tmp_path / "b.json")
    assert (subject_of(calendar), subject_of(progress)) == (Subject.CALENDAR, Subject.PROGRESS)


def test_a_progress_has_the_rules_of_its_day_and_a_calendar_the_newest():
    progress = evolve(sample_progresses()["whole"], on=JULY)

    assert rulebook_of(progress).id == "tt01-2011"
    assert rulebook_of(sample_calendars()["whole"]).id == "nd30-2020"


@pytest.mark.parametrize(
    ("subject", "format_name", "sources", "unused"),
    [
        (LONG_AN, "text", {"on": JULY}, "on"),
        (LONG_AN, "json-calendar", {"where": parse_filter("quá_hạn")}, "where"),
        (LONG_AN, "json-calendar", {"directory": DIRECTORY, "key": "x"}, "key"),
        (sample_progresses()["whole"], "json-progress", {"on": JULY}, "on"),
    ],
)
def test_a_source_that_is_not_looked_at_is_refused(tmp_path, subject, format_name, sources, unused):
    with pytest.raises(UnusedSource) as caught:
        export(subject, tmp_path / "a.x", format=format_name, plugins=PLUGINS, **sources)

    assert caught.value.source == unused
    assert not list(tmp_path.iterdir())


def test_the_day_of_a_plan_without_paper_day_serves_its_rules(tmp_path):
    undated = evolve(sample_plans()["whole"], date=None)

    assert written(undated, tmp_path / "a.json", format="json-progress", on=JULY)["items"]
