"""Figures: four cells that add up, ratios with named denominators, periods, carried-over work."""

from __future__ import annotations

import datetime
from decimal import Decimal

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kehoach.tracking import (
    DutyKind,
    EventKind,
    Figures,
    Ratio,
    Term,
    assess,
    body_of,
    figures,
    figures_by,
    period_figures,
    plan_of,
)
from kehoach.workdays import vietnam
from tests.support.tracking import START, assigned, event, obligation, provinces

DAYS = st.dates(datetime.date(2013, 3, 1), datetime.date(2014, 6, 1))


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2013, month, number)


def progress(*events, on):
    return assess(events, on=on, calendar=vietnam())


def done(one, on):
    return [event(EventKind.SUBMITTED, on, one), event(EventKind.ACCEPTED, on, one)]


def province():
    """One of each: on time, late, in term, due today, overdue, without term, and what stays out."""
    works = {
        "on_time": obligation("1@a", due=day(7, 1)),
        "late": obligation("2@a", due=day(7, 1)),
        "in_term": obligation("3@a", due=day(9, 1)),
        "today": obligation("4@b", due=day(7, 31)),
        "overdue": obligation("5@b", due=day(7, 1)),
        "no_day": obligation("6@b", due=None),
        "no_day_done": obligation("7@b", due=None),
        "standing": obligation("8@b", due=None, term=Term.STANDING),
        "on_request": obligation("9@b", due=None, term=Term.ON_REQUEST),
        "helper": obligation("10@b", due=day(7, 1), counted=False),
        "withdrawn": obligation("11@b", due=day(7, 1)),
        "target": obligation("12@b", due=None, kind=DutyKind.TARGET),
    }
    return [
        *map(assigned, works.values()),
        *done(works["on_time"], day(7, 1)),
        *done(works["late"], day(7, 2)),
        *done(works["no_day_done"], day(7, 2)),
        event(EventKind.WITHDRAWN, day(7, 2), works["withdrawn"]),
        event(EventKind.TARGET_MEASURED, day(7, 2), works["target"], figure=Decimal(98)),
    ]


def test_every_obligation_has_its_cell():
    assert figures(progress(*province(), on=day(7, 31))) == Figures(
        on_time=1,
        late=1,
        in_term=2,
        overdue=1,
        done_without_term=1,
        open_without_term=1,
        due_soon=1,
        due=4,
        due_done=2,
        standing=2,
        helping=1,
        withdrawn=1,
        reached=1,
    )


def test_each_ratio_names_its_denominator():
    found = figures(progress(*province(), on=day(7, 31)))

    assert [one.describe() for one in found.ratios] == [
        "đã hoàn thành/tổng số giao: 3/7 = 42,9%",
        "đã hoàn thành/đến hạn: 2/4 = 50,0%",
        "đúng hạn/đã hoàn thành có hạn: 1/2 = 50,0%",
        "quá hạn/tổng số giao: 1/7 = 14,3%",
    ]


def test_an_empty_denominator_prints_a_dash():
    assert [str(one) for one in Figures().ratios] == ["–"] * 4
    assert Figures().done_of_due.value is None


def test_the_official_ratio_of_2016():
    assert str(Ratio(2501, 2723, "đã hoàn thành", "đến hạn")) == "91,8%"


def test_work_done_before_its_day_is_not_yet_among_what_fell_due():
    one = obligation(due=day(9, 1))
    found = figures(progress(assigned(one), *done(one, day(7, 1)), on=day(7, 31)))

    assert (found.on_time, found.due, found.due_done) == (1, 0, 0)


@given(provinces(), DAYS)
def test_the_cells_always_add_up(events, on):
    found = progress(*events, on=on)
    total = figures(found)

    assert total.with_term == total.on_time + total.late + total.in_term + total.overdue
    assert total.assigned == total.done + total.not_done
    outside = total.standing + total.helping + total.withdrawn
    targets = total.reached + total.not_reached + total.not_reported
    assert total.assigned + outside + targets == len(found)
    assert total.due_done <= total.due <= total.with_term
    assert total.overdue <= total.due
    assert total.due_soon <= total.in_term


@given(provinces(), DAYS)
def test_the_figures_of_the_parts_are_those_of_the_whole(events, on):
    found = progress(*events, on=on)

    for key in (body_of, plan_of):
        parts = figures_by(found, key).values()
        assert sum(parts, Figures()) == figures(found)


def test_figures_are_added_field_by_field():
    one = Figures(*range(len(attrs.fields(Figures))))

    assert one + one == Figures(*(2 * value for value in attrs.astuple(one)))


def test_a_period_tells_what_was_carried_over_into_it():
    old, closed, new = (obligation(f"{n}@a", due=day(8, n)) for n in (1, 2, 3))
    events = [
        assigned(old),
        assigned(closed),
        *done(closed, day(6, 1)),
        assigned(new, day(7, 5)),
        *done(old, day(7, 20)),
    ]

    found = period_figures(progress(*events, on=day(6, 30)), progress(*events, on=day(9, 30)))

    assert (found.carried_over, found.given) == (1, 1)
    assert found.carried_keys == (("kh-2013", "1@a"),)
    assert (found.figures.on_time, found.figures.overdue) == (1, 1)


@given(provinces(), DAYS, DAYS)
def test_carried_over_and_given_are_all_that_is_assigned_in_a_period(events, first, second):
    first, second = sorted((first, second))
    found = period_figures(progress(*events, on=first), progress(*events, on=second))

    assert found.carried_over + found.given == found.figures.assigned


def test_parts_of_what_is_not_done_are_told():
    works = [obligation(f"{n}@a", due=day(9, 1)) for n in range(3)]
    kinds = (EventKind.SUBMITTED, EventKind.SUSPENDED, EventKind.REFUSED)
    events = [
        *map(assigned, works),
        *(event(k, START, w) for k, w in zip(kinds, works, strict=True)),
    ]

    found = figures(progress(*events, on=day(7, 1)))

    assert (found.waiting, found.suspended, found.refused, found.not_done) == (1, 1, 1, 3)
