"""Assessment of single histories: state, timeliness, days, suspension, papers, corrections."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kehoach.plan import Bound, Threshold
from kehoach.tracking import (
    Duty,
    DutyKind,
    Event,
    EventKind,
    Outcome,
    Paper,
    State,
    Status,
    Term,
    Timeliness,
    assess,
)
from kehoach.tracking.assessing import outcome
from kehoach.workdays import vietnam
from tests.support.tracking import (
    START,
    assigned,
    event,
    histories,
    instant,
    obligation,
    provinces,
)

DUE = datetime.date(2013, 7, 10)  # a Wednesday


def july(day: int) -> datetime.date:
    return datetime.date(2013, 7, day)


def status(events: list[Event], on: datetime.date, due_soon: int = 3) -> Status:
    (one,) = assess(events, on=on, calendar=vietnam(), due_soon=due_soon)
    return one


@pytest.mark.parametrize(
    ("on", "timeliness", "days", "working_days"),
    [
        (july(4), Timeliness.IN_TERM, 6, 4),
        (july(5), Timeliness.DUE_SOON, 5, 3),
        (july(10), Timeliness.DUE_SOON, 0, 0),
        (july(11), Timeliness.OVERDUE, -1, -1),
        (july(15), Timeliness.OVERDUE, -5, -3),
    ],
)
def test_open_work_is_judged_by_its_last_day(on, timeliness, days, working_days):
    one = status([assigned()], on)

    assert (one.timeliness, one.days, one.working_days) == (timeliness, days, working_days)


def test_the_threshold_of_due_soon_counts_working_days():
    assert status([assigned()], july(4), due_soon=4).timeliness is Timeliness.DUE_SOON
    assert status([assigned()], july(9), due_soon=0).timeliness is Timeliness.IN_TERM


def test_a_threshold_below_zero_is_refused():
    with pytest.raises(ValueError, match="from 0"):
        assess([], on=DUE, calendar=vietnam(), due_soon=-1)


def test_work_that_was_not_yet_given_is_not_there():
    assert len(assess([assigned()], on=START - datetime.timedelta(days=1), calendar=vietnam())) == 0


def test_the_day_of_the_result_paper_counts_and_not_that_of_its_entry():
    events = [
        assigned(),
        event(EventKind.SUBMITTED, july(15), paper=Paper("12/KH-STTTT", july(9))),
        event(EventKind.ACCEPTED, july(20)),
    ]

    one = status(events, july(31))

    assert (one.state, one.timeliness) == (State.DONE, Timeliness.ON_TIME)
    assert (one.done_on, one.days) == (july(9), 1)


def test_a_paper_named_on_acceptance_counts_before_the_one_handed_in():
    events = [
        assigned(),
        event(EventKind.SUBMITTED, july(15), paper=Paper("1/DT", july(14))),
        event(EventKind.ACCEPTED, july(20), paper=Paper("12/KH", july(10))),
    ]

    assert status(events, july(31)).done_on == july(10)


def test_work_done_after_its_day_is_late_by_the_days_of_the_paper():
    events = [
        assigned(),
        event(EventKind.SUBMITTED, july(15)),
        event(EventKind.ACCEPTED, july(20)),
    ]

    one = status(events, july(31))

    assert (one.timeliness, one.days, one.working_days) == (Timeliness.LATE, -5, -3)
    assert one.label == "đã hoàn thành, quá hạn"


def test_a_result_handed_in_on_time_does_not_fall_late_while_it_waits():
    events = [assigned(), event(EventKind.SUBMITTED, DUE)]

    assert status(events, july(20)).timeliness is Timeliness.IN_TERM
    assert (
        status([*events, event(EventKind.RETURNED, july(20))], july(20)).timeliness
        is Timeliness.OVERDUE
    )


def test_an_extension_moves_the_day_once_it_is_granted_and_keeps_the_first():
    asked = event(EventKind.EXTENSION_ASKED, july(5), due=july(31))
    granted = event(EventKind.EXTENSION_GRANTED, july(8), due=july(25))

    waiting = status([assigned(), asked], july(12))
    answered = status([assigned(), asked, granted], july(12))

    assert (waiting.asked, waiting.timeliness) == (july(31), Timeliness.OVERDUE)
    assert (answered.due, answered.first_due, answered.asked) == (july(25), DUE, None)
    assert answered.timeliness is Timeliness.IN_TERM


def test_an_extension_asked_after_the_day_is_marked():
    late = event(EventKind.EXTENSION_ASKED, july(11), due=july(31))
    early = event(EventKind.EXTENSION_ASKED, july(10), due=july(31))

    assert status([assigned(), late], july(11)).late_request
    assert not status([assigned(), early], july(11)).late_request


def test_suspension_stops_the_clock():
    events = [
        assigned(),
        event(EventKind.SUSPENDED, july(8)),
        event(EventKind.RESUMED, july(18)),
    ]

    during, after = status(events, july(15)), status(events, july(20))

    assert (during.state, during.days) == (State.SUSPENDED, 2)
    assert (after.due, after.timeliness) == (july(20), Timeliness.DUE_SOON)
    assert status(events, july(21)).timeliness is Timeliness.OVERDUE


def test_work_resumes_in_the_state_that_the_suspension_interrupted():
    events = [
        assigned(),
        event(EventKind.STARTED, july(1)),
        event(EventKind.SUSPENDED, july(2)),
        event(EventKind.RESUMED, july(3)),
    ]

    assert status(events, july(4)).state is State.IN_PROGRESS


def test_a_new_day_takes_no_account_of_earlier_suspensions():
    events = [
        assigned(),
        event(EventKind.SUSPENDED, july(1)),
        event(EventKind.REDATED, july(5), due=july(20)),
        event(EventKind.RESUMED, july(8)),
    ]

    assert status(events, july(9)).due == july(23)


@pytest.mark.parametrize("term", [Term.STANDING, Term.ON_REQUEST, Term.PENDING, Term.NONE])
def test_work_without_a_day_has_no_term_whatever_the_day(term):
    one = status([assigned(obligation(due=None, term=term))], datetime.date(2030, 1, 2))

    assert (one.timeliness, one.days) == (Timeliness.NO_TERM, None)


@pytest.mark.parametrize(
    ("figure", "outcome"),
    [(None, Outcome.NOT_REPORTED), (97, Outcome.NOT_REACHED), (98, Outcome.REACHED)],
)
def test_a_target_is_reached_or_not_or_not_reported(figure, outcome):
    target = obligation("ct-1@so-tttt", kind=DutyKind.TARGET, due=None)
    measured = (
        []
        if figure is None
        else [event(EventKind.TARGET_MEASURED, july(1), target, figure=Decimal(figure))]
    )

    assert status([assigned(target), *measured], july(2)).outcome is outcome


@pytest.mark.parametrize(
    ("bound", "figure", "reached"),
    [
        (Bound.AT_MOST, 98, True),
        (Bound.AT_MOST, 99, False),
        (Bound.EXACTLY, 98, True),
        (Bound.EXACTLY, 99, False),
    ],
)
def test_a_threshold_may_bound_from_above_or_exactly(bound, figure, reached):
    duty = Duty("ct-1", DutyKind.TARGET, "x", threshold=Threshold(Decimal(98), "%", bound))
    found = outcome(duty, Decimal(figure))

    assert (found is Outcome.REACHED) is reached
    assert found.label == ("đạt" if reached else "chưa đạt")
    assert outcome(evolve(duty, threshold=None), Decimal(0)) is Outcome.REACHED


def test_a_report_is_done_when_it_is_received():
    report = obligation("G2/2013-H1@so-nv", kind=DutyKind.REPORT)
    received = event(EventKind.REPORT_RECEIVED, july(12), report, paper=Paper("7/BC", july(10)))

    assert status([assigned(report), received], july(12)).timeliness is Timeliness.ON_TIME


def test_withdrawn_work_has_no_term():
    events = [assigned(), event(EventKind.WITHDRAWN, july(1))]

    assert status(events, july(31)).timeliness is Timeliness.NO_TERM


def test_reassigned_work_belongs_to_the_new_body_and_keeps_its_key():
    moved = event(EventKind.REASSIGNED, july(1), body="so-nv", name="Sở Nội vụ")

    before, after = status([assigned(), moved], START), status([assigned(), moved], july(2))

    assert (before.body, after.body) == ("so-tttt", "so-nv")
    assert (after.key, after.state) == ("1.1@so-tttt", State.ASSIGNED)


def test_a_correction_takes_the_day_of_what_it_corrects():
    wrong = event(EventKind.SUBMITTED, july(5), paper=Paper("1/KH", july(4)))
    right = event(
        EventKind.CORRECTED,
        july(5),
        at=instant(july(30)),
        corrects=wrong.id,
        paper=Paper("1/KH", july(3)),
    )

    assert status([assigned(), wrong, right], july(6)).submitted_on == july(3)


def test_a_voided_event_never_happened():
    wrong = event(EventKind.WITHDRAWN, july(5))
    void = event(EventKind.CORRECTED, july(5), at=instant(july(9)), corrects=wrong.id, void=True)

    assert status([assigned(), wrong], july(6)).state is State.WITHDRAWN
    assert status([assigned(), wrong, void], july(6)).state is State.ASSIGNED


def test_known_tells_what_was_recorded_by_an_instant():
    late_entry = event(EventKind.SUBMITTED, july(9), at=instant(july(20)))
    events = [assigned(), late_entry]

    then = assess(events, on=july(12), calendar=vietnam(), known=instant(july(12)))
    now = assess(events, on=july(12), calendar=vietnam())

    assert [one.timeliness for one in then] == [Timeliness.OVERDUE]
    assert [one.timeliness for one in now] == [Timeliness.IN_TERM]


def test_instants_compare_across_time_zones():
    same = instant(july(12), 7).astimezone(datetime.UTC)
    entry = event(EventKind.STARTED, july(12), at=instant(july(12), 7))

    (one,) = assess([assigned(), entry], on=july(12), calendar=vietnam(), known=same)

    assert one.state is State.IN_PROGRESS


@given(provinces(), st.dates(datetime.date(2013, 3, 1), datetime.date(2014, 6, 1)))
def test_events_that_happened_later_change_nothing(events, on):
    until = [one for one in events if one.day <= on]

    assert assess(events, on=on, calendar=vietnam()) == assess(until, on=on, calendar=vietnam())


@given(provinces(), st.dates(datetime.date(2013, 3, 1), datetime.date(2014, 6, 1)))
def test_a_history_holds_the_events_that_count_and_changes_no_status(events, on):
    plain = assess(events, on=on, calendar=vietnam())
    told = plain.with_history(events)
    names = {(one.plan, one.key) for one in plain}

    assert told.items == plain.items
    assert list(told.history) == [
        one for one in events if one.day <= on and (one.plan, one.obligation) in names
    ]


@given(histories(), st.dates(datetime.date(2013, 3, 19), datetime.date(2014, 6, 1)))
def test_every_status_is_of_one_piece(events, on):
    for one in assess(events, on=on, calendar=vietnam()):
        assert (one.days is None) == (one.working_days is None)
        assert (one.state is State.DONE) <= (one.done_on is not None)
        if one.timeliness in (Timeliness.ON_TIME, Timeliness.LATE):
            assert one.state is State.DONE
        if one.timeliness is Timeliness.OVERDUE:
            assert one.days is not None
            assert one.days < 0


def test_the_longest_late_comes_first():
    first = obligation("1@a", due=july(1))
    second = obligation("2@b", due=datetime.date(2013, 6, 1))
    progress = assess([assigned(first), assigned(second)], on=july(31), calendar=vietnam())

    assert [one.key for one in progress.overdue] == ["2@b", "1@a"]
    assert progress.of("1@a").key == "1@a"


def test_an_obligation_that_is_not_there_is_a_lookup_error():
    with pytest.raises(LookupError, match="no obligation"):
        assess([], on=DUE, calendar=vietnam()).of("1@a")
