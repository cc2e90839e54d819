"""What changed between two days."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from kehoach.tracking import ChangeKind, EventKind, assess, changes
from kehoach.workdays import vietnam
from tests.support.tracking import START, assigned, event, obligation, provinces

DAYS = st.dates(datetime.date(2013, 3, 1), datetime.date(2014, 6, 1))
BEFORE, AFTER = datetime.date(2013, 6, 30), datetime.date(2013, 7, 31)
MIDDLE = datetime.date(2013, 7, 15)


def between(*events):
    first, second = (assess(events, on=day, calendar=vietnam()) for day in (BEFORE, AFTER))
    return changes(first, second)


def kinds(*events):
    return [one.kind for one in between(*events)]


def test_each_kind_of_change_is_told():
    given_, done, late, moved, started, gone = (
        obligation(
            f"{n}@a", due=datetime.date(2013, 7, 10) if n == 3 else datetime.date(2013, 9, 1)
        )
        for n in range(1, 7)
    )
    events = [
        assigned(given_, MIDDLE),
        *(assigned(one) for one in (done, late, moved, started, gone)),
        event(EventKind.SUBMITTED, MIDDLE, done),
        event(EventKind.ACCEPTED, MIDDLE, done),
        event(EventKind.REASSIGNED, MIDDLE, moved, body="so-nv", name="Sở Nội vụ"),
        event(EventKind.REDATED, MIDDLE, moved, due=datetime.date(2013, 10, 1)),
        event(EventKind.STARTED, MIDDLE, started),
        event(EventKind.WITHDRAWN, MIDDLE, gone),
    ]

    assert kinds(*events) == [
        ChangeKind.GIVEN,
        ChangeKind.DONE,
        ChangeKind.FELL_LATE,
        ChangeKind.REASSIGNED,
        ChangeKind.REDATED,
        ChangeKind.MOVED,
        ChangeKind.WITHDRAWN,
    ]


def test_a_change_tells_itself_in_vietnamese():
    one = obligation(name="Sở Nội vụ", due=datetime.date(2013, 8, 1))
    told = between(
        assigned(one),
        event(EventKind.REDATED, MIDDLE, one, due=datetime.date(2013, 9, 1)),
        event(EventKind.STARTED, MIDDLE, one),
    )

    assert [change.describe() for change in told] == [
        "Sở Nội vụ: 1.1@so-tttt: đổi thời hạn: 01/8/2013 → 01/9/2013",
        (
            "Sở Nội vụ: 1.1@so-tttt: đổi tình trạng:"
            " chưa thực hiện, trong hạn → đang thực hiện, trong hạn"
        ),
    ]
    (new,) = between(assigned(obligation(due=None, name="Sở A"), MIDDLE))
    assert new.describe() == "Sở A: 1.1@so-tttt: mới giao"
    (moved,) = between(
        assigned(one), event(EventKind.REASSIGNED, MIDDLE, one, body="b", name="Sở B")
    )
    assert moved.describe().endswith("giao lại: Sở Nội vụ → Sở B")


def test_nothing_changed_where_nothing_happened():
    assert between(assigned(obligation(due=None))) == ()


@given(provinces(), DAYS)
def test_a_day_has_no_change_against_itself(events, on):
    one = assess(events, on=on, calendar=vietnam())

    assert changes(one, one) == ()


@given(provinces(), DAYS, DAYS)
def test_whatever_differs_in_state_is_told(events, first, second):
    before, after = (assess(events, on=day, calendar=vietnam()) for day in sorted((first, second)))
    told = {one.after.key for one in changes(before, after)}
    states = {one.key: one.state for one in before}

    differing = {one.key for one in after if states.get(one.key) is not one.state}
    assert differing <= told


def test_a_start_before_the_first_day_counts_as_given():
    assert kinds(assigned(obligation(due=None), START)) == []
    assert kinds(assigned(obligation(due=None), MIDDLE)) == [ChangeKind.GIVEN]
