"""JSON: a plan as its file, and documents, calendars and progress as plain data."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from kehoach.cycles import plan_calendar
from kehoach.documents import Document, Heading, Paragraph, Properties, Run
from kehoach.errors import UnwritableText
from kehoach.exporters.plain_json import (
    write_calendar,
    write_document,
    write_plan,
    write_progress,
)
from kehoach.files import load, loads
from kehoach.rules import rulebook
from kehoach.testing import sample_calendars, sample_plans, sample_progresses
from kehoach.workdays import vietnam
from tests.support.docx_xml import check_golden

if TYPE_CHECKING:
    from collections.abc import Callable

PLAN = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
RULES = rulebook("nd30-2020")


def text_of(write: Callable[..., None], subject: object) -> str:
    stream = io.BytesIO()
    write(subject, RULES, stream)
    return stream.getvalue().decode()


def tree_of(write: Callable[..., None], subject: object) -> Any:
    return json.loads(text_of(write, subject))


def test_a_plan_comes_back_as_the_same_plan():
    plan = sample_plans()["whole"]

    assert loads(text_of(write_plan, plan)) == plan


def test_a_block_says_which_kind_it_is():
    blocks = (Paragraph((Run("a", bold=True),)), Heading("b", 1))
    first, second = tree_of(write_document, Document("KH", Properties(""), blocks=blocks))["blocks"]

    assert (first["block"], first["text"][0]["bold"]) == ("paragraph", True)
    assert (second["block"], second["level"]) == ("heading", 1)


def test_an_entry_of_a_calendar_has_its_uid_and_its_day():
    calendar = sample_calendars()["whole"]
    tree = tree_of(write_calendar, calendar)

    assert [one["uid"] for one in tree["entries"]] == [one.uid for one in calendar.entries]
    assert tree["entries"][0]["day"] == "2026-03-19"
    assert "at" not in tree["findings"][0]


def test_a_status_says_how_it_stands_with_exact_figures():
    progress = sample_progresses()["whole"]
    rows = {one["key"]: one for one in tree_of(write_progress, progress)["items"]}

    assert (rows["overdue@so-tc"]["days"], rows["overdue@so-tc"]["due"]) == (-5, "2026-03-14")
    assert rows["hoi@so-nv"]["figure"] == "62.5"
    assert rows["bc@so-nv"]["duty"]["period"] == ["2026-01-01", "2026-03-31"]


def test_half_characters_are_refused():
    progress = sample_progresses()["whole"]
    broken = evolve(progress, items=(evolve(progress.items[0], name="\ud800"),))

    with pytest.raises(UnwritableText, match="U\\+D800"):
        text_of(write_progress, broken)


def test_the_calendar_of_the_founding_plan_is_its_golden_file():
    calendar = plan_calendar(load(PLAN), vietnam())

    assert calendar.entries[0].day == datetime.date(2013, 3, 31)
    check_golden("long-an-2013-calendar.json", text_of(write_calendar, calendar))
