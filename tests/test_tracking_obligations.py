"""Obligations: who owes what by when, from plans."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from kehoach.cycles import CycleSettings, plan_calendar
from kehoach.deadlines import (
    By,
    Every,
    OnRequest,
    Period,
    Recurring,
    Standing,
    Within,
)
from kehoach.errors import OutsideCalendar
from kehoach.files import dumps, fill_ids, load, load_directory, loads
from kehoach.plan import (
    Assignment,
    Bound,
    Content,
    Milestone,
    Mood,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    Threshold,
)
from kehoach.tracking import DutyKind, Obligation, Term, obligations
from kehoach.tracking._keys import period_key, plan_key, read_period_key
from kehoach.tracking.duties import duty_from_tree, duty_to_tree
from kehoach.workdays import vietnam
from tests.strategies import plans

if TYPE_CHECKING:
    from kehoach.organizations import Directory

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
DUE = datetime.date(2013, 7, 10)
NV, TC = Party("Sở Nội vụ"), Party("Sở Tài chính")


def plan(*content: Content, **more: Any) -> Plan:
    values = {"date": datetime.date(2013, 3, 19), "period": Period.year(2013), **more}
    return Plan(title="Thử", sections=(Section("NHIỆM VỤ", content),), **values)


def owed(*content: Content, **more: Any) -> tuple[Obligation, ...]:
    return obligations(plan(*content, **more), None, vietnam())


@pytest.fixture(scope="module")
def founding() -> tuple[Plan, Directory]:
    return load(EXAMPLE / "plan.yaml"), load_directory(EXAMPLE / "directory.yaml")


def test_without_a_directory_a_group_is_one_obligation(founding):
    found = obligations(founding[0], None, vietnam())

    reports = [one.key for one in found if one.duty.kind is DutyKind.REPORT]
    assert reports == [
        f"{node}@{body}"
        for node in ("G2/2013-H1", "G3/2013")
        for body in ("cac-so-nganh", "ubnd-huyen-thanh-pho-tan-an", "cac-doanh-nghiep")
    ]


def test_with_a_directory_every_member_owes(founding):
    found = obligations(founding[0], founding[1], vietnam())

    first = [one for one in found if one.duty.node == "G1"]
    assert {one.due for one in first} == {datetime.date(2013, 3, 31)}
    assert {"so-nv", "ubnd-duc-hoa", "ubnd-tan-an"} <= {one.body for one in first}
    assert {one.duty.phrase for one in first} == {"trước ngày 01/4/2013"}


def test_a_body_does_not_report_to_itself(founding):
    found = obligations(founding[0], founding[1], vietnam())

    reporters = {one.body for one in found if one.duty.kind is DutyKind.REPORT}
    assert "so-nv" in reporters
    assert "so-tttt" not in reporters


def test_the_same_plan_gives_the_same_obligations(founding):
    assert obligations(founding[0], founding[1], vietnam()) == obligations(
        founding[0], founding[1], vietnam()
    )


def test_every_duty_of_the_founding_plan_has_an_obligation(founding):
    nodes = {one.duty.node for one in obligations(founding[0], None, vietnam())}

    assert len(nodes) == 38 + 7  # the duties of the eleven groups, and G1 to G7


def test_a_mere_helper_is_listed_and_not_counted(founding):
    found = {one.key: one for one in obligations(founding[0], founding[1], vietnam())}

    assert not found["2.1@cong-an-tinh"].counted
    assert found["2.1@so-tttt"].role is Role.LEAD
    assert found["2.2@cong-an-tinh"].counted


def test_where_nobody_leads_the_assignees_are_counted():
    task = Task(
        "Phối hợp tuyên truyền", id="1", responsibilities=(Responsibility(Role.COORDINATE),)
    )
    (one,) = owed(Assignment((NV,), (task,), mood=Mood.REQUEST))

    assert (one.role, one.counted, one.duty.mood) == (Role.COORDINATE, True, Mood.REQUEST)


def test_co_ordinators_named_in_the_sentence_are_noted_and_owe_nothing():
    task = Task("Chủ trì", id="1", responsibilities=(Responsibility(Role.COORDINATE, TC),))
    (one,) = owed(Assignment((NV,), (task,)))

    assert (one.body, one.duty.coordinators) == ("so-noi-vu", ("Sở Tài chính",))


def test_a_task_that_names_nobody_is_an_obligation_without_a_body():
    (one,) = owed(Task("Rà soát", id="1"))

    assert (one.key, one.body, one.name) == ("1@?", "", "")


def test_milestones_are_obligations_of_those_who_have_the_task():
    steps = (Milestone("Bước một", By(DUE), id="m1"), Milestone("Bước hai"))
    found = owed(Assignment((NV, TC), (Task("Làm", id="1", milestones=steps),)))

    assert [one.key for one in found if one.duty.kind is DutyKind.MILESTONE][:2] == [
        "m1@so-noi-vu",
        "m1@so-tai-chinh",
    ]
    assert len(found) == 6


@pytest.mark.parametrize(
    ("deadline", "term"),
    [
        (Standing(None), Term.STANDING),
        (OnRequest("khi có yêu cầu"), Term.ON_REQUEST),
        (Within(5, "nhận được văn bản"), Term.PENDING),
        (None, Term.NONE),
        (By(DUE), Term.DATED),
    ],
)
def test_the_kind_of_deadline_decides_the_term(deadline, term):
    (one,) = owed(Assignment((NV,), (Task("Làm", id="1", deadline=deadline),)))

    assert (one.term, one.due is not None) == (term, term is Term.DATED)


def test_a_name_that_lists_bodies_is_each_of_them_and_an_unknown_one_itself(founding):
    both, unknown = Party("Sở Nội vụ, Sở Tài chính"), Party("Ban Quản lý dự án X")
    made = plan(Assignment((both, unknown), (Task("Làm", id="1"),)))

    found = obligations(made, founding[1], vietnam())

    assert [one.body for one in found] == ["so-nv", "so-tc", "ban-quan-ly-du-an-x"]


def test_a_recorded_event_gives_its_day():
    made = plan(Assignment((NV,), (Task("Làm", id="1", deadline=Within(5, "nhận văn bản")),)))
    events = {"nhận văn bản": datetime.date(2013, 4, 1)}

    (one,) = obligations(made, None, vietnam(), settings=CycleSettings(events=events))

    assert (one.term, one.due) == (Term.DATED, datetime.date(2013, 4, 8))


def test_what_recurs_is_one_obligation_a_period_from_the_plan_s_day_on():
    deadline = Recurring(Every.QUARTER, day=15)
    found = owed(Assignment((NV,), (Task("Rà soát", id="1", deadline=deadline),)))

    assert [one.key for one in found] == [
        "1/2013-Q2@so-noi-vu",
        "1/2013-Q3@so-noi-vu",
        "1/2013-Q4@so-noi-vu",
    ]


def test_a_cycle_of_reports_is_one_obligation_a_period():
    cycle = Recurring(Every.HALF, day=15, also=(Every.YEAR,))
    duty = ReportingDuty(
        "Định kỳ báo cáo", id="cd", reporters=(NV, TC), receivers=(TC,), cycle=cycle
    )

    assert [one.key for one in owed(duty)] == ["cd/2013-H1@so-noi-vu", "cd/2013@so-noi-vu"]


def test_a_report_without_day_or_cycle_still_is_owed():
    (one,) = owed(ReportingDuty("Báo cáo kết quả", id="cd", reporters=(NV,)))

    assert (one.key, one.term) == ("cd@so-noi-vu", Term.NONE)


def test_a_target_is_the_follower_s():
    limit = Threshold(Decimal(98), "%", Bound.AT_LEAST, "98%")
    (one,) = owed(Target("98% đại lý", id="ct", threshold=limit, follower=NV))

    assert (one.key, one.duty.threshold) == ("ct@so-noi-vu", limit)


def test_two_nodes_with_one_id_are_both_kept():
    found = owed(Assignment((NV,), (Task("Một", id="1"), Task("Hai", id="1"))))

    assert [one.key for one in found] == ["1@so-noi-vu", "1@so-noi-vu~2"]


def test_keys_stay_when_ids_are_filled_in():
    tasks = (Task("Làm việc này"), Task("Làm việc kia"), Task("Làm việc này"))
    due = ReportDue("báo cáo năm", By(DUE))
    made = plan(Assignment((NV,), tasks), ReportingDuty("Báo cáo", reporters=(NV,), dues=(due,)))
    filled, count = fill_ids(dumps(made))

    before = [one.key for one in obligations(made, None, vietnam())]
    after = [one.key for one in obligations(loads(filled), None, vietnam())]

    assert count == 5
    assert before == after


def test_a_directory_asks_for_a_day(founding):
    undated = evolve(founding[0], date=None, period=None)

    with pytest.raises(ValueError, match="on="):
        obligations(undated, founding[1], vietnam())

    assert obligations(undated, founding[1], vietnam(), on=datetime.date(2013, 3, 19))


def test_the_key_of_a_plan_is_of_kind_period_and_words(founding):
    assert plan_key(founding[0]).startswith("kh-2013-")
    assert plan_key(founding[0]) != plan_key(evolve(founding[0], title="Khác"))
    found = obligations(founding[0], None, vietnam(), key="internet-2013")
    assert {one.plan for one in found} == {"internet-2013"}


@pytest.mark.parametrize(
    "period",
    [
        Period.year(2013),
        Period.half(2013, 2),
        Period.quarter(2013, 3),
        Period.month(2013, 7),
        Period.week(DUE),
        Period(datetime.date(2011, 1, 1), datetime.date(2015, 12, 31)),
    ],
)
def test_a_period_survives_its_key(period):
    assert read_period_key(period_key(period)) == period


def test_a_due_day_and_a_dated_term_go_together():
    (one,) = owed(Task("Rà soát", id="1"))

    with pytest.raises(ValueError, match="go together"):
        evolve(one, due=DUE)


@settings(max_examples=30)
@given(plans())
def test_any_plan_gives_obligations_with_keys_of_their_own(made):
    try:
        found = obligations(made, None, vietnam())
    except OutsideCalendar:
        return
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert duty_from_tree(duty_to_tree(one.duty)) == one.duty


@settings(max_examples=30)
@given(plans())
def test_the_calendar_of_a_plan_names_what_is_owed_by_the_same_keys(made):
    try:
        found = obligations(made, None, vietnam())
        calendar = plan_calendar(made, vietnam())
    except OutsideCalendar:
        return
    owed_keys = {(one.duty.node, one.duty.period) for one in found if one.due}
    shown = {(one.key.duty.partition("#")[0], one.key.period) for one in calendar.entries}

    assert shown == owed_keys
