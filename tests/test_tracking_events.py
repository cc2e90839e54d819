"""Events: what each kind needs, their ids, their rows and lines."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

import pendulum
import pytest
from hypothesis import given

from kehoach.errors import InvalidEvent
from kehoach.tracking import Event, EventKind, Paper, Term
from kehoach.tracking.events import instant_text, read_instant
from kehoach.tracking.records import event_from_line, event_to_line
from tests.support.tracking import PLAN, START, assigned, event, histories, instant, obligation

JULY = datetime.date(2013, 7, 1)


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (EventKind.ASSIGNED, "given"),
        (EventKind.REFUSED, "note"),
        (EventKind.EXTENSION_ASKED, "due"),
        (EventKind.EXTENSION_GRANTED, "due"),
        (EventKind.REASSIGNED, "body"),
        (EventKind.SUSPENDED, "note"),
        (EventKind.WITHDRAWN, "note"),
        (EventKind.TARGET_MEASURED, "figure"),
        (EventKind.NOTED, "note"),
        (EventKind.CORRECTED, "corrects"),
    ],
)
def test_a_kind_without_what_it_needs_is_refused(kind, missing):
    with pytest.raises(InvalidEvent) as caught:
        Event(plan=PLAN, obligation="1@a", kind=kind, day=JULY, by="vp", at=instant(JULY))

    assert caught.value.field == missing


@pytest.mark.parametrize("kind", EventKind)
def test_a_kind_refuses_what_it_cannot_hold(kind):
    details: dict[str, Any] = {"due": JULY, "paper": Paper("1/BC", JULY), "figure": Decimal(1)}
    with pytest.raises(InvalidEvent):
        Event(
            plan=PLAN, obligation="1@a", kind=kind, day=JULY, by="vp", at=instant(JULY), **details
        )


def test_a_new_day_needs_its_reason():
    with pytest.raises(InvalidEvent, match="note"):
        event(EventKind.REDATED, JULY, due=JULY, note=None)


def test_nothing_happens_after_it_was_recorded():
    with pytest.raises(InvalidEvent, match="after the day of recording"):
        event(EventKind.STARTED, JULY, at=instant(datetime.date(2013, 6, 30), 23, 59))


def test_the_day_of_recording_is_that_of_vietnam():
    late_in_utc = datetime.datetime(2013, 6, 30, 17, 30, tzinfo=datetime.UTC)

    assert event(EventKind.STARTED, JULY, at=late_in_utc).day == JULY


def test_an_instant_without_a_time_zone_is_refused():
    with pytest.raises(TypeError, match="time zone"):
        event(EventKind.STARTED, JULY, at=datetime.datetime(2013, 7, 1))  # noqa: DTZ001


def test_a_moment_is_no_day():
    with pytest.raises(TypeError, match="without a time of day"):
        event(EventKind.STARTED, instant(JULY), at=instant(JULY))


def test_a_paper_is_not_dated_after_the_event():
    with pytest.raises(InvalidEvent, match="after"):
        event(EventKind.SUBMITTED, JULY, paper=Paper("1/BC", datetime.date(2013, 7, 2)))


def test_who_records_is_always_known():
    with pytest.raises(InvalidEvent, match="always known"):
        event(EventKind.STARTED, JULY, by="")


def test_the_obligation_given_is_the_event_s_own():
    with pytest.raises(InvalidEvent, match="belongs to"):
        event(EventKind.ASSIGNED, JULY, obligation("1@a"), given=obligation("2@b"))


def test_a_new_day_and_a_term_without_one_exclude_each_other():
    with pytest.raises(InvalidEvent, match="or else a term"):
        event(EventKind.REDATED, JULY, due=JULY, term=Term.STANDING)
    with pytest.raises(InvalidEvent, match="or else a term"):
        event(EventKind.REDATED, JULY)

    assert event(EventKind.REDATED, JULY, term=Term.STANDING).due is None


def test_the_same_content_has_the_same_id_whatever_the_zone():
    utc = instant(JULY).astimezone(datetime.UTC)
    vietnam = pendulum.instance(utc).in_timezone("Asia/Ho_Chi_Minh")

    ids = {event(EventKind.STARTED, JULY, at=at).id for at in (instant(JULY), utc, vietnam)}

    assert len(ids) == 1


@pytest.mark.parametrize("change", [{"note": "khác"}, {"by": "a"}, {"on_behalf": "ubnd"}])
def test_other_content_has_another_id(change):
    assert event(EventKind.STARTED, JULY).id != event(EventKind.STARTED, JULY, **change).id


def test_an_instant_survives_its_text():
    at = pendulum.datetime(2013, 7, 1, 7, 30, 15, 123456, tz="Asia/Ho_Chi_Minh")

    assert instant_text(at) == "2013-07-01T00:30:15.123456Z"
    assert read_instant(instant_text(at)) == at
    assert read_instant(instant_text(at)).timezone_name == "Asia/Ho_Chi_Minh"


@given(histories())
def test_an_event_survives_its_line(events):
    for one in events:
        assert event_from_line(event_to_line(one)) == one


def test_a_line_changed_by_hand_is_refused():
    told = json.loads(event_to_line(assigned()))
    told["due"] = "2013-12-31"

    with pytest.raises(ValueError, match="not that of the content"):
        event_from_line(json.dumps(told))


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"kind": "assigned"}', "null", '{"kind": 3}'])
def test_a_line_that_is_no_event_is_refused(line):
    with pytest.raises(ValueError, match=r"expected an event|Expecting value|not a valid"):
        event_from_line(line)


def test_an_event_tells_itself_in_vietnamese():
    one = event(
        EventKind.SUBMITTED,
        JULY,
        paper=Paper("12/KH-STTTT", START),
        note=None,
        on_behalf="Sở TTTT",
    )

    assert one.describe() == (
        "01/7/2013: trình kết quả, văn bản 12/KH-STTTT ngày 19/3/2013 (Sở TTTT)"
    )
