"""Small histories of obligations, drawn and by hand, and ledgers on both databases."""

from __future__ import annotations

import datetime
import os
import secrets
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st

from kehoach.plan import Bound, Role, Threshold
from kehoach.tracking import Duty, DutyKind, Event, EventKind, Obligation, Paper, Term, possible
from kehoach.tracking._fold import Standing
from kehoach.tracking.assessing import step_of
from kehoach.tracking.events import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = "kh-2013"
START = datetime.date(2013, 3, 19)
HANOI = datetime.timezone(datetime.timedelta(hours=7))
PLACES = ("sqlite", "postgresql")
_WORDING = {
    DutyKind.TASK: "Gửi kế hoạch của đơn vị",
    DutyKind.MILESTONE: "Hoàn thành bước một",
    DutyKind.REPORT: "Báo cáo sơ kết 06 tháng",
    DutyKind.TARGET: "98% đại lý có cam kết",
}


def instant(day: datetime.date, hour: int = 9, minute: int = 0) -> datetime.datetime:
    """An instant of a day in Vietnam."""
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI)


def obligation(  # noqa: PLR0913 - what a test varies
    key: str = "1.1@so-tttt",
    *,
    due: datetime.date | None = datetime.date(2013, 7, 10),
    kind: DutyKind = DutyKind.TASK,
    term: Term | None = None,
    counted: bool = True,
    plan: str = PLAN,
    name: str = "Sở Thông tin và Truyền thông",
) -> Obligation:
    """An obligation of a body that the key names behind its @."""
    limit = Threshold(Decimal(98), "%", Bound.AT_LEAST) if kind is DutyKind.TARGET else None
    node, _, body = key.partition("@")
    return Obligation(
        plan=plan,
        key=key,
        duty=Duty(node, kind, _WORDING[kind], threshold=limit),
        body=body.replace("?", ""),
        name=name if body != "?" else "",
        role=Role.LEAD,
        counted=counted,
        term=term or (Term.DATED if due else Term.NONE),
        due=due,
    )


def event(
    kind: EventKind, day: datetime.date, of: Obligation | None = None, **details: Any
) -> Event:
    """An event of an obligation, recorded at nine on the day it happened unless `at` says so."""
    one = of or obligation()
    needs = {"given": one} if kind is EventKind.ASSIGNED else {}
    told = {"by": "vp", "at": instant(day), "note": "có lý do", **needs, **details}
    return Event(plan=one.plan, obligation=one.key, kind=kind, day=day, **told)


def assigned(of: Obligation | None = None, day: datetime.date = START) -> Event:
    """The first event of an obligation."""
    return event(EventKind.ASSIGNED, day, of)


_DETAILS = {
    EventKind.EXTENSION_ASKED: ("due",),
    EventKind.EXTENSION_GRANTED: ("due",),
    EventKind.REDATED: ("due",),
    EventKind.REASSIGNED: ("body",),
    EventKind.PROGRESSED: ("figure",),
    EventKind.TARGET_MEASURED: ("figure",),
    EventKind.SUBMITTED: ("paper",),
    EventKind.REPORT_RECEIVED: ("paper",),
}


@st.composite
def histories(draw: st.DrawFn, key: str = "1.1@so-tttt", longest: int = 12) -> list[Event]:
    """A history of one obligation in which every event is allowed where it stands.

    Days never go back; a correction may come at the end.
    """
    kind = draw(st.sampled_from(DutyKind))
    days = st.dates(datetime.date(2013, 3, 1), datetime.date(2013, 12, 31))
    due = draw(st.none() | days)
    term = draw(st.sampled_from([one for one in Term if one is not Term.DATED]))
    one = obligation(key, due=due, kind=kind, term=Term.DATED if due else term)
    day, standing = START, Standing()
    events: list[Event] = []
    for number in range(draw(st.integers(1, longest))):
        allowed = [kind for kind in possible(standing) if kind is not EventKind.CORRECTED]
        made = _drawn(draw, draw(st.sampled_from(allowed)), day, one, number)
        step = step_of(made.id, columns_of(made))
        standing.count(step)
        standing.apply(step)
        events.append(made)
        day += datetime.timedelta(days=draw(st.integers(0, 40)))
    return events + draw(_corrections(events, day))


def _drawn(
    draw: st.DrawFn, kind: EventKind, day: datetime.date, one: Obligation, number: int
) -> Event:
    at = instant(day, 8 + number % 10, number)
    later = at + datetime.timedelta(days=draw(st.integers(0, 20)))
    values: dict[str, Any] = {
        "due": draw(st.dates(datetime.date(2013, 3, 1), datetime.date(2014, 3, 1))),
        "body": draw(st.sampled_from(["so-nv", "so-tc", "cong-an-tinh"])),
        "figure": Decimal(draw(st.integers(0, 100))),
        "paper": draw(st.none() | st.just(Paper("05/BC", day - datetime.timedelta(days=2)))),
    }
    details = {name: values[name] for name in _DETAILS.get(kind, ())}
    return event(kind, day, one, at=later, **details)


@st.composite
def _corrections(draw: st.DrawFn, events: list[Event], day: datetime.date) -> list[Event]:
    """Perhaps the correction of a figure or of a reminder."""
    open_to = [
        one
        for one in events
        if one.kind in (EventKind.PROGRESSED, EventKind.REMINDED, EventKind.TARGET_MEASURED)
    ]
    if not open_to or draw(st.booleans()):
        return []
    wrong = draw(st.sampled_from(open_to))
    void = wrong.kind is EventKind.REMINDED
    figure = None if void else Decimal(draw(st.integers(0, 100)))
    at = max(instant(day, 20), *(one.at for one in events))
    made = Event(
        plan=wrong.plan,
        obligation=wrong.obligation,
        kind=EventKind.CORRECTED,
        day=wrong.day,
        by="vp",
        at=at,
        note="nhập sai",
        corrects=wrong.id,
        void=void,
        figure=figure,
    )
    return [made]


@st.composite
def provinces(draw: st.DrawFn) -> list[Event]:
    """The events of some obligations, in an order in which they might be recorded."""
    waiting = [draw(histories(f"{number}.1@so-{number}", 8)) for number in range(3)]
    events = []
    while any(waiting):
        queue = draw(st.sampled_from([one for one in waiting if one]))
        events.append(queue.pop(0))
    return events


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The place of an empty ledger: a file, or a schema of its own on the test server.

    The server is that of KEHOACH_TEST_POSTGRESQL; without it the test is skipped, or fails where
    KEHOACH_REQUIRE_ALL=1.
    """
    if kind == "sqlite":
        yield str(folder / "so-theo-doi.db")
        return
    url = os.environ.get("KEHOACH_TEST_POSTGRESQL")
    if not url:
        reason = "no PostgreSQL: set KEHOACH_TEST_POSTGRESQL to the URL of a test database"
        if os.environ.get("KEHOACH_REQUIRE_ALL") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    import psycopg  # noqa: PLC0415 - only where there is a server

    name = f"kehoach_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {name}".encode())
        try:
            yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name}"
        finally:
            server.execute(f"DROP SCHEMA {name} CASCADE".encode())
