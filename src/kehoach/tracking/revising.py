"""Giao việc và điều chỉnh: the events that bring what was given into line with a plan."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from kehoach.tracking.duties import Term
from kehoach.tracking.events import Event
from kehoach.tracking.states import EventKind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.deadlines import Period
    from kehoach.tracking.assessing import Status
    from kehoach.tracking.duties import Duty, Obligation

REASON = "Theo kế hoạch"
"""Lý do ghi khi người dùng không nêu."""

_Part = tuple[str, "Period | None"]


@frozen
class Recorder:
    """Người ghi: who records, for whom, on which day it happens, at which instant, and why."""

    by: str
    day: datetime.date
    at: datetime.datetime
    on_behalf: str | None = None
    reference: str | None = None
    reason: str = REASON


def revision(
    current: Iterable[Status], wanted: Iterable[Obligation], recorder: Recorder
) -> tuple[Event, ...]:
    """Các sự kiện cần ghi so that the work given is that of the plan, as a pure function.

    What is new is assigned; what is gone is withdrawn, unless one body took the place of another,
    which is a re-assignment; other days are re-dated; other words are noted. What is done stays as
    it is. With the same obligations again there is nothing to record. `current` is the plan's own
    status today, withdrawn work included.
    """
    return tuple(_Revision(tuple(current), tuple(wanted), recorder).events())


class _Revision:
    """One comparison of what was given with what the plan asks for."""

    def __init__(
        self, current: tuple[Status, ...], wanted: tuple[Obligation, ...], recorder: Recorder
    ) -> None:
        self._wanted, self._recorder = wanted, recorder
        self._keys = {one.key for one in current}
        self._have = {(*_part(one.duty), one.body): one for one in current}
        asked = {(*_part(one.duty), one.body) for one in wanted}
        self._gone = [
            one for name, one in self._have.items() if one.state.open and name not in asked
        ]

    def events(self) -> Iterator[Event]:
        for one in self._wanted:
            held = self._have.get((*_part(one.duty), one.body))
            if held is None:
                yield from self._new(one)
            elif held.state is State.WITHDRAWN:
                yield self._assigned(one, held.key)
            elif held.state.open:
                yield from self._changed(held, one)
        for gone in self._gone:
            yield self._event(gone.plan, gone.key, EventKind.WITHDRAWN)

    def _new(self, one: Obligation) -> Iterator[Event]:
        before = self._replaced(one)
        if before is None:
            names = (one.key, *(f"{one.key}~{turn}" for turn in range(2, len(self._keys) + 3)))
            key = next(name for name in names if name not in self._keys)
            self._keys.add(key)
            yield self._assigned(one, key)
            return
        self._gone.remove(before)
        yield self._event(one.plan, before.key, EventKind.REASSIGNED, body=one.body, name=one.name)
        yield from self._changed(before, one)

    def _replaced(self, one: Obligation) -> Status | None:
        """The one body that left this work, if the obligation is the one that joined it."""
        part = _part(one.duty)
        left = [gone for gone in self._gone if _part(gone.duty) == part]
        joined = [
            other
            for other in self._wanted
            if _part(other.duty) == part and (*part, other.body) not in self._have
        ]
        movable = one.body and left and left[0].state is not State.SUSPENDED
        return left[0] if movable and len(left) == 1 and len(joined) == 1 else None

    def _changed(self, held: Status, one: Obligation) -> Iterator[Event]:
        if held.planned_due != one.due or (one.due is None and held.term is not one.term):
            yield self._event(
                one.plan, held.key, EventKind.REDATED, due=one.due, term=one.term or Term.DATED
            )
        if evolve(held.duty, trace="") != evolve(one.duty, trace=""):
            given = evolve(one, key=held.key)
            yield self._event(one.plan, held.key, EventKind.NOTED, given=given)

    def _assigned(self, one: Obligation, key: str) -> Event:
        given = one if one.key == key else evolve(one, key=key)
        return self._event(one.plan, key, EventKind.ASSIGNED, given=given)

    def _event(self, plan: str, key: str, kind: EventKind, **details: Any) -> Event:  # noqa: ANN401
        told = self._recorder
        return Event(
            plan=plan,
            obligation=key,
            kind=kind,
            day=told.day,
            by=told.by,
            at=told.at,
            on_behalf=told.on_behalf,
            reference=told.reference,
            note=told.reason,
            **details,
        )


def _part(duty: Duty) -> _Part:
    return duty.node, duty.period
