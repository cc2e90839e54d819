"""The table of moves: what may happen in each state, and how a wrong move is told."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from kehoach.errors import InvalidMove
from kehoach.tracking import MOVES, DutyKind, Event, EventKind, State, possible
from kehoach.tracking.assessing import step_of
from kehoach.tracking.events import columns_of
from kehoach.tracking.moves import check_move, replay
from tests.support.tracking import START, assigned, event, obligation

if TYPE_CHECKING:
    from kehoach.tracking._fold import Standing, Step

DAY = datetime.date(2013, 7, 1)
TASK = obligation()
PATHS = {
    State.ABSENT: (),
    State.ASSIGNED: (EventKind.ASSIGNED,),
    State.ACKNOWLEDGED: (EventKind.ASSIGNED, EventKind.ACKNOWLEDGED),
    State.REFUSED: (EventKind.ASSIGNED, EventKind.REFUSED),
    State.IN_PROGRESS: (EventKind.ASSIGNED, EventKind.STARTED),
    State.SUBMITTED: (EventKind.ASSIGNED, EventKind.SUBMITTED),
    State.RETURNED: (EventKind.ASSIGNED, EventKind.SUBMITTED, EventKind.RETURNED),
    State.DONE: (EventKind.ASSIGNED, EventKind.SUBMITTED, EventKind.ACCEPTED),
    State.SUSPENDED: (EventKind.ASSIGNED, EventKind.SUSPENDED),
    State.WITHDRAWN: (EventKind.ASSIGNED, EventKind.WITHDRAWN),
}
DETAILS: dict[EventKind, dict[str, Any]] = {
    EventKind.EXTENSION_ASKED: {"due": DAY},
    EventKind.EXTENSION_GRANTED: {"due": DAY},
    EventKind.REDATED: {"due": DAY},
    EventKind.REASSIGNED: {"body": "so-nv"},
    EventKind.TARGET_MEASURED: {"figure": Decimal(1)},
    EventKind.CORRECTED: {"corrects": "x"},
}
AFTER = {
    EventKind.ASSIGNED: State.ASSIGNED,
    EventKind.ACKNOWLEDGED: State.ACKNOWLEDGED,
    EventKind.REFUSED: State.REFUSED,
    EventKind.STARTED: State.IN_PROGRESS,
    EventKind.PROGRESSED: State.IN_PROGRESS,
    EventKind.SUBMITTED: State.SUBMITTED,
    EventKind.ACCEPTED: State.DONE,
    EventKind.RETURNED: State.RETURNED,
    EventKind.REASSIGNED: State.ASSIGNED,
    EventKind.SUSPENDED: State.SUSPENDED,
    EventKind.WITHDRAWN: State.WITHDRAWN,
    EventKind.REPORT_RECEIVED: State.DONE,
}


def step(one: Event) -> Step:
    return step_of(one.id, columns_of(one))


def made(kind: EventKind, day: datetime.date = DAY, of=TASK) -> Event:
    return event(kind, day, of, **DETAILS.get(kind, {}))


def standing(state: State, of=TASK) -> Standing:
    return replay("1.1", [step(made(kind, START, of)) for kind in PATHS[state]])


@pytest.mark.parametrize("state", PATHS)
def test_each_state_is_reached_by_its_path(state):
    assert standing(state).state == state


@pytest.mark.parametrize("state", PATHS)
@pytest.mark.parametrize("kind", EventKind)
def test_a_move_is_made_where_it_is_possible_and_refused_elsewhere(state, kind):
    now, one = standing(state), step(made(kind))

    if kind in possible(now):
        assert kind in MOVES[state]
        check_move("1.1", now, one)
        now.apply(one)
        assert now.state == AFTER.get(kind, state if state is not State.SUSPENDED else now.state)
    else:
        with pytest.raises(InvalidMove) as caught:
            check_move("1.1", now, one)
        assert (caught.value.state, caught.value.kind) == (state, kind)
        assert caught.value.possible == possible(now)


def test_an_extension_is_answered_only_where_it_was_asked():
    asked = step(made(EventKind.EXTENSION_ASKED))
    now = standing(State.ASSIGNED)

    assert EventKind.EXTENSION_GRANTED not in possible(now)
    now.apply(asked)
    assert EventKind.EXTENSION_GRANTED in possible(now)
    assert EventKind.EXTENSION_DENIED in possible(now)


def test_an_extension_is_not_asked_where_there_is_no_day():
    now = standing(State.ASSIGNED, obligation(due=None))

    assert EventKind.EXTENSION_ASKED not in possible(now)


def test_only_reports_are_received_and_only_targets_measured():
    report = standing(State.ASSIGNED, obligation(kind=DutyKind.REPORT))
    target = standing(State.ASSIGNED, obligation(kind=DutyKind.TARGET, due=None))

    assert EventKind.REPORT_RECEIVED in possible(report)
    assert EventKind.TARGET_MEASURED not in possible(report)
    assert EventKind.TARGET_MEASURED in possible(target)
    assert EventKind.SUBMITTED not in possible(target)


def test_work_that_nobody_has_can_only_be_steered():
    now = standing(State.ASSIGNED, obligation("1.1@?"))

    assert now.state == State.UNASSIGNED
    assert EventKind.REASSIGNED in possible(now)
    assert EventKind.SUBMITTED not in possible(now)


def test_an_event_recorded_late_is_judged_on_its_own_day():
    done = [assigned(), made(EventKind.SUBMITTED), made(EventKind.ACCEPTED)]
    late = made(EventKind.STARTED, START)

    assert replay("1.1", [step(one) for one in [*done, late]]).state == State.DONE


def test_an_event_that_would_make_a_later_one_impossible_is_refused():
    later = [assigned(), made(EventKind.SUBMITTED)]
    withdrawn = made(EventKind.WITHDRAWN, START)

    with pytest.raises(InvalidMove) as caught:
        replay("1.1", [step(one) for one in [*later, withdrawn]])

    assert caught.value.kind == EventKind.SUBMITTED
    assert any("comes after" in note for note in caught.value.__notes__)


def test_the_error_says_what_is_possible_and_travels_between_processes():
    with pytest.raises(InvalidMove, match="possible: noted, corrected") as caught:
        check_move("1.1@so-tttt", standing(State.DONE), step(made(EventKind.STARTED)))

    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert copy.possible == caught.value.possible
    assert str(copy) == str(caught.value)


def test_the_table_names_every_state_and_every_kind():
    assert set(MOVES) == set(State)
    assert set().union(*MOVES.values()) == set(EventKind)
