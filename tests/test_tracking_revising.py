"""Starting a plan, and what a changed plan records."""

from __future__ import annotations

import datetime

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kehoach.plan import Role
from kehoach.tracking import Event, EventKind, Recorder, State, Status, Term, assess, revision
from kehoach.workdays import vietnam
from tests.support.tracking import START, event, instant, obligation

LATER = datetime.date(2013, 5, 2)
NEW_DUE = datetime.date(2013, 8, 1)
FIRST, SECOND = obligation("1@so-nv"), obligation("2@so-nv")


def recorder(day: datetime.date) -> Recorder:
    return Recorder("vp", day, instant(day), reason="Kế hoạch điều chỉnh số 9")


def statuses(events: list[Event]) -> tuple[Status, ...]:
    return assess(events, on=datetime.date(2013, 12, 31), calendar=vietnam()).items


def started(*wanted) -> list[Event]:
    return list(revision((), wanted, recorder(START)))


def changed(events: list[Event], *wanted) -> list[Event]:
    return list(revision(statuses(events), wanted, recorder(LATER)))


def test_starting_assigns_everything_once():
    events = started(FIRST, SECOND)

    assert [(one.kind, one.obligation) for one in events] == [
        (EventKind.ASSIGNED, "1@so-nv"),
        (EventKind.ASSIGNED, "2@so-nv"),
    ]
    assert changed(events, FIRST, SECOND) == []


def test_what_is_new_is_assigned_and_what_is_gone_withdrawn():
    (new, gone) = changed(started(FIRST), SECOND)

    assert (new.kind, new.obligation) == (EventKind.ASSIGNED, "2@so-nv")
    assert (gone.kind, gone.obligation) == (EventKind.WITHDRAWN, "1@so-nv")
    assert gone.note == "Kế hoạch điều chỉnh số 9"


def test_another_day_is_re_dated_and_the_first_is_kept():
    events = started(FIRST)
    events += changed(events, evolve(FIRST, due=NEW_DUE))

    (one,) = statuses(events)
    assert (events[-1].kind, one.due, one.first_due) == (EventKind.REDATED, NEW_DUE, FIRST.due)
    assert changed(events, evolve(FIRST, due=NEW_DUE)) == []


def test_a_day_that_falls_away_is_re_dated_to_its_new_term():
    events = started(FIRST)
    standing = evolve(FIRST, due=None, term=Term.STANDING)
    events += changed(events, standing)

    assert (statuses(events)[0].due, statuses(events)[0].term) == (None, Term.STANDING)
    assert changed(events, standing) == []


def test_an_extension_granted_is_no_change_of_the_plan():
    events = started(FIRST)
    events.append(event(EventKind.EXTENSION_ASKED, START, FIRST, due=NEW_DUE))
    events.append(event(EventKind.EXTENSION_GRANTED, START, FIRST, due=NEW_DUE))

    assert changed(events, FIRST) == []


def test_a_body_in_place_of_another_is_a_re_assignment_that_keeps_the_key():
    other = obligation("1@so-tc", name="Sở Tài chính")
    events = started(FIRST)
    (moved,) = changed(events, other)
    events.append(moved)

    assert (moved.kind, moved.obligation, moved.body) == (EventKind.REASSIGNED, "1@so-nv", "so-tc")
    assert changed(events, other) == []


def test_of_several_bodies_each_is_added_or_withdrawn():
    bodies = [obligation(f"1@so-{name}") for name in ("a", "b", "c", "d")]
    kinds = [one.kind for one in changed(started(*bodies[:2]), *bodies[2:])]

    assert kinds == [EventKind.ASSIGNED] * 2 + [EventKind.WITHDRAWN] * 2


def test_a_body_that_comes_back_gets_a_key_of_its_own():
    other = obligation("1@so-tc")
    events = started(FIRST)
    events += changed(events, other)
    (again,) = changed(events, other, FIRST)

    assert (again.kind, again.obligation) == (EventKind.ASSIGNED, "1@so-nv~2")


def test_withdrawn_work_is_given_again_under_its_key():
    events = started(FIRST, SECOND)
    events += changed(events, FIRST)
    events += changed(events, FIRST, SECOND)

    assert (events[-1].kind, events[-1].obligation) == (EventKind.ASSIGNED, "2@so-nv")
    assert [one.state for one in statuses(events)] == [State.ASSIGNED] * 2


def test_what_is_done_is_left_as_it_is():
    events = started(FIRST)
    events.append(event(EventKind.SUBMITTED, START, FIRST))
    events.append(event(EventKind.ACCEPTED, START, FIRST))

    assert changed(events, evolve(FIRST, due=NEW_DUE)) == []
    assert [one.kind for one in changed(events, SECOND)] == [EventKind.ASSIGNED]


def test_other_words_are_noted_once_and_another_trace_is_not():
    events = started(FIRST)
    reworded = evolve(FIRST, duty=evolve(FIRST.duty, text="Gửi kế hoạch sớm"))
    retraced = evolve(FIRST, duty=evolve(FIRST.duty, trace="dự kiến"))

    assert changed(events, retraced) == []
    events += changed(events, reworded)
    assert (events[-1].kind, statuses(events)[0].duty.text) == (EventKind.NOTED, "Gửi kế hoạch sớm")
    assert changed(events, reworded) == []


def test_work_without_a_body_is_re_assigned_when_one_is_named():
    nobody = obligation("1@?")
    (moved,) = changed(started(nobody), FIRST)

    assert (moved.kind, moved.obligation, moved.body) == (EventKind.REASSIGNED, "1@?", "so-nv")


_WANTED = st.lists(
    st.builds(
        lambda node, body, due: obligation(f"{node}@{body}", due=due),
        st.sampled_from("123"),
        st.sampled_from(["so-nv", "so-tc", "so-yt"]),
        st.none() | st.dates(datetime.date(2013, 4, 1), datetime.date(2013, 12, 1)),
    ),
    max_size=5,
    unique_by=lambda one: one.key,
)


@given(st.lists(_WANTED, min_size=1, max_size=4))
def test_whatever_plans_follow_each_other_the_last_one_holds(plans):
    events: list[Event] = []
    for number, wanted in enumerate(plans):
        day = START + datetime.timedelta(days=number)
        events += revision(statuses(events), wanted, recorder(day))
        assert revision(statuses(events), wanted, recorder(day)) == ()

    held = [one for one in statuses(events) if one.state.open]
    assert sorted((one.duty.node, one.body, str(one.due)) for one in held) == sorted(
        (one.duty.node, one.body, str(one.due)) for one in plans[-1]
    )
    assert {one.role for one in held} <= {Role.LEAD}
