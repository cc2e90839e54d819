"""Reminders: each body that is late or soon will be, with its own work, and who has reported."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.checks import lint
from kehoach.compose import plan_document
from kehoach.documents import Issuer
from kehoach.drafts import Dispatch, Tone, remind, reports_notice, summary_of_reports
from kehoach.files import dumps, load, load_directory, loads
from kehoach.plan import Mood, Plan, TextTable
from kehoach.rules import rulebook
from kehoach.tracking import (
    DutyKind,
    EventKind,
    Obligation,
    Paper,
    Progress,
    Recorder,
    State,
    Timeliness,
    assess,
    obligations,
    revision,
)
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.support.docx_xml import check_golden, part_xml
from tests.support.tracking import assigned, event, instant, obligation, provinces

if TYPE_CHECKING:
    from kehoach.organizations import Directory
    from kehoach.tracking import Event

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
ON = datetime.date(2013, 7, 12)
CALENDAR = vietnam()
PLAN = Plan(
    title="Thực hiện việc chung năm 2013",
    date=datetime.date(2013, 3, 19),
    issuer=Issuer("Ủy ban nhân dân tỉnh Long An", abbreviation="UBND"),
    place="Long An",
)


@cache
def founding() -> Plan:
    return load(EXAMPLE / "plan.yaml")


@cache
def directory() -> Directory:
    return load_directory(EXAMPLE / "directory.yaml")


@cache
def given_out() -> tuple[Event, ...]:
    """The founding plan's work, given on its day, and nothing done."""
    wanted = obligations(founding(), directory(), CALENDAR)
    day = datetime.date(2013, 3, 19)
    return revision((), wanted, Recorder("vp", day, instant(day)))


def standing(*events: Event, on: datetime.date = ON) -> Progress:
    return assess(events, on=on, calendar=CALENDAR)


def owing(body: str = "so-nv", due: datetime.date | None = None, **more: Any) -> Obligation:
    """An obligation of a body that is named as the example's directory names it."""
    name = {"so-nv": "Sở Nội vụ", "so-tc": "Sở Tài chính"}.get(body, body)
    one = obligation(f"{more.pop('node', '1.1')}@{body}", due=due, **more)
    return evolve(one, name=name, body=body)


def table_of(one: Dispatch) -> TextTable:
    (section,) = one.paper.sections
    (table,) = section.content
    assert isinstance(table, TextTable)
    return table


def only(found: Any) -> Dispatch:
    one: Dispatch
    (one,) = found
    return one


def test_the_founding_plan_on_12_july_reminds_of_the_own_plan_and_the_half_year_report():
    found = {one.slug[3:]: one for one in remind(founding(), standing(*given_out()), directory())}

    assert len(found) == 34
    rows = table_of(found["so-noi-vu"]).rows
    assert [row[2:4] for row in rows] == [
        ("Trước ngày 01/4/2013", "Quá hạn 103 ngày"), ("10/7/2013", "Quá hạn 02 ngày"),
    ]  # fmt: skip
    assert rows[1][1] == "Báo cáo sơ kết 06 tháng, gửi Sở Thông tin và Truyền thông"
    assert len(table_of(found["so-thong-tin-va-truyen-thong"]).rows) == 1
    assert not {"ubmttqvn-tinh", "bao-long-an"} & found.keys()


def test_the_late_come_first_with_the_days_counted_and_the_soon_due_after():
    late = owing(due=datetime.date(2013, 7, 1), node="a")
    soon = owing(due=datetime.date(2013, 7, 15), node="b")
    today = owing(due=ON, node="c")

    one = only(remind(PLAN, standing(*map(assigned, (soon, today, late)))))
    assert [row[3] for row in table_of(one).rows] == [
        "Quá hạn 11 ngày", "Đến hạn hôm nay", "Còn 03 ngày",
    ]  # fmt: skip
    opening = one.paper.opening[0].text
    assert "Sở Nội vụ còn 01 nhiệm vụ quá hạn và 02 nhiệm vụ sắp đến hạn như sau:" in opening


def test_the_new_day_is_so_many_working_days_later_or_a_blank():
    progress = standing(assigned(owing(due=datetime.date(2013, 7, 1))))

    proposed = only(remind(PLAN, progress, calendar=CALENDAR, grace=5))
    assert table_of(proposed).rows[0][4] == "19/7/2013"
    assert proposed.paper.closing[0].text.endswith("trước ngày 19 tháng 7 năm 2013.")
    blank = only(remind(PLAN, progress))
    assert table_of(blank).rows[0][4] == ""
    words = " ".join(blank.paper.closing[0].text.replace("\u00a0", " ").split())
    assert words.endswith("trước ngày tháng năm 2013.")


def test_days_of_grace_need_a_calendar():
    with pytest.raises(ValueError, match="calendar"):
        remind(PLAN, standing(), grace=5)


def test_a_body_that_is_only_near_its_day_is_asked_to_keep_it():
    one = only(remind(PLAN, standing(assigned(owing(due=datetime.date(2013, 7, 15))))))

    assert one.paper.closing[0].text.endswith("các nhiệm vụ nêu trên đúng thời hạn.")


@pytest.mark.parametrize("move", [EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.WITHDRAWN])
def test_what_is_sent_done_or_withdrawn_is_not_asked_for(move):
    duty = owing(due=datetime.date(2013, 7, 1))
    told = {"paper": Paper("12/BC-SNV", datetime.date(2013, 7, 5))} if move != "withdrawn" else {}
    events = [assigned(duty)]
    if move is EventKind.ACCEPTED:
        events.append(event(EventKind.SUBMITTED, datetime.date(2013, 7, 4), duty))
    events.append(event(move, datetime.date(2013, 7, 5), duty, **told))

    assert len(remind(PLAN, standing(*events))) == 0


def test_helpers_and_work_that_nobody_has_are_not_reminded():
    helping = owing(due=datetime.date(2013, 7, 1), counted=False)
    nobody = evolve(obligation("x@?", due=datetime.date(2013, 7, 1)), body="", name="")

    assert len(remind(PLAN, standing(assigned(helping), assigned(nobody)))) == 0


def test_an_extension_is_shown_with_the_first_day():
    duty = owing(due=datetime.date(2013, 6, 1))
    moved = event(
        EventKind.EXTENSION_GRANTED, datetime.date(2013, 5, 30), duty, due=datetime.date(2013, 7, 1)
    )
    asked = event(
        EventKind.EXTENSION_ASKED, datetime.date(2013, 5, 20), duty, due=datetime.date(2013, 7, 1)
    )

    one = only(remind(PLAN, standing(assigned(duty), asked, moved)))
    assert table_of(one).rows[0][2] == "01/7/2013 (hạn đầu 01/6/2013)"


def test_who_may_only_be_asked_is_asked_and_everyone_else_required():
    duty = owing(due=datetime.date(2013, 7, 1))
    asked = evolve(duty, duty=evolve(duty.duty, mood=Mood.REQUEST))

    assert only(remind(PLAN, standing(assigned(duty)))).tone is Tone.REQUIRE
    request = only(remind(PLAN, standing(assigned(asked))))
    assert request.tone is Tone.REQUEST
    assert "đề nghị Sở Nội vụ khẩn trương" in request.paper.closing[0].text


def test_the_frame_is_the_plans_and_the_day_that_of_the_progress():
    paper = next(iter(remind(founding(), standing(*given_out()), directory()))).paper

    assert (paper.kind, paper.date, paper.archive) == ("CV", ON, "VT, M")
    assert paper.title.startswith("đôn đốc thực hiện Kế hoạch thực hiện công tác quản lý")
    assert paper.signature == founding().signature


@pytest.mark.parametrize("regime", ["tt01-2011", "nd30-2020"])
def test_no_reminder_of_the_founding_plan_has_a_finding(regime):
    rules = rulebook(regime)
    progress = standing(*given_out())
    papers = [one.paper for one in remind(founding(), progress, directory())]
    papers.append(reports_notice(founding(), progress))

    for paper in papers:
        seen = observe(write(plan_document(paper, rules), rules), "paper")
        assert [one for one in lint(seen, rules) if one.severity.value != "info"] == []
        assert loads(dumps(paper)) == paper


def test_a_reminder_is_as_it_was_read_by_hand():
    rules = rulebook("tt01-2011")
    progress = standing(*given_out())
    found = remind(founding(), progress, directory(), calendar=CALENDAR, grace=5)
    one = next(one for one in found if one.slug.endswith("so-noi-vu"))

    check_golden("reminder.xml", part_xml(write(plan_document(one.paper, rules), rules)))


@given(provinces(), st.dates(datetime.date(2013, 3, 20), datetime.date(2013, 12, 31)))
@settings(max_examples=60)
def test_reminders_hold_what_is_late_or_soon_due_of_each_body_and_nothing_else(events, on):
    progress = standing(*events, on=on)
    wanted = {
        (one.name, one.duty.text)
        for one in progress
        if one.body
        and one.counted
        and one.state.open
        and one.state is not State.SUBMITTED
        and one.timeliness in (Timeliness.OVERDUE, Timeliness.DUE_SOON)
    }

    rows = {
        (one.parties[0].name, row[1])
        for one in remind(PLAN, progress)
        for row in table_of(one).rows
    }
    assert len(rows) == len(wanted)


def reporting(body: str, due: datetime.date) -> Obligation:
    return owing(body, due, node="G2", kind=DutyKind.REPORT)


def sent(one: Obligation, day: datetime.date) -> Event:
    paper = Paper("12/BC", day)
    return event(EventKind.REPORT_RECEIVED, day, one, paper=paper)


def test_the_summary_tells_who_reported_who_is_late_and_who_is_missing():
    due = datetime.date(2013, 7, 10)
    early, late, missing = (reporting(name, due) for name in ("so-nv", "so-tc", "so-yt"))
    later = reporting("so-ct", datetime.date(2013, 12, 20))
    task = owing("so-xd", due)
    events = [assigned(one) for one in (early, late, missing, later, task)]
    events += [sent(early, datetime.date(2013, 7, 9)), sent(late, datetime.date(2013, 7, 11))]

    table = summary_of_reports(standing(*events))
    assert [(row[1], row[4], row[5]) for row in table.rows] == [
        ("Sở Nội vụ", "09/7/2013", "Đã gửi, đúng hạn"),
        ("Sở Tài chính", "11/7/2013", "Đã gửi, quá hạn"),
        ("So-yt", "", "Chưa gửi, quá hạn 02 ngày"),
    ]
    counts = reports_notice(PLAN, standing(*events)).opening[1].text
    assert counts == (
        "Tổng số báo cáo đến hạn hoặc đã gửi là 03; đã gửi 02, trong đó đúng hạn 01, quá hạn 01;"
        " chưa gửi 01."
    )
