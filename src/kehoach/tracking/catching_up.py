"""Cập nhật từ bảng: of what another tracker's table says, only what the ledger does not know yet.

A table is read again every week. What it gave before must add nothing, and what changed since must
add just that.
"""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from kehoach.tracking.events import Event
from kehoach.tracking.states import EventKind, State

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from kehoach.tracking.assessing import Status

_LEADS_TO: Mapping[EventKind, State] = MappingProxyType(
    {
        EventKind.ASSIGNED: State.ASSIGNED,
        EventKind.ACKNOWLEDGED: State.ACKNOWLEDGED,
        EventKind.STARTED: State.IN_PROGRESS,
        EventKind.SUBMITTED: State.SUBMITTED,
        EventKind.ACCEPTED: State.DONE,
        EventKind.WITHDRAWN: State.WITHDRAWN,
    }
)
_TABLE = "Theo bảng của hệ thống khác"


def unknown_events(
    events: Iterable[Event], known: Mapping[tuple[str, str], Status]
) -> tuple[Event, ...]:
    """Sự kiện chưa có trong sổ: the events of a table, less what the ledger knows.

    `events` are those that `read_table` gives, `known` the status of each obligation by plan and
    key. Work that is known is not given again; another due day re-dates it; its state moves only
    where the table's is another one than the ledger's.
    """
    return tuple(
        event
        for name, told in groupby(events, key=lambda one: (one.plan, one.obligation))
        for event in _of_one(tuple(told), known.get(name))
    )


def _of_one(told: tuple[Event, ...], status: Status | None) -> Iterator[Event]:
    if status is None:
        yield from told
        return
    given, *moves = told
    wanted = _LEADS_TO[told[-1].kind]
    due = given.given.due if given.given else None
    if due is not None and due != status.planned_due and status.state.open:
        yield _redated(given, due)
    if wanted is not status.state and moves:
        skip = wanted is State.DONE and status.state is State.SUBMITTED
        yield from moves[1:] if skip else moves


def _redated(given: Event, due: datetime.date) -> Event:
    return Event(
        plan=given.plan,
        obligation=given.obligation,
        kind=EventKind.REDATED,
        day=given.day,
        by=given.by,
        at=given.at,
        on_behalf=given.on_behalf,
        reference=given.reference,
        note=_TABLE,
        due=due,
    )
