"""Ghi vào sổ: events checked one by one and kept together, inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from kehoach.errors import InvalidEvent, StaleObligation, UnknownObligation
from kehoach.store import ledger_tables as tables
from kehoach.tracking._fold import Standing, Step
from kehoach.tracking.assessing import step_of
from kehoach.tracking.events import (
    COLUMNS,
    Event,
    chained,
    columns_of,
    content,
    content_id,
    duty_record,
    read_duty,
)
from kehoach.tracking.moves import check_move, replay
from kehoach.tracking.records import event_from_row
from kehoach.tracking.states import EventKind
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kehoach.store import Connection

GENESIS = "0" * 64
"""Đầu chuỗi: what the first event of a plan carries as its predecessor's hash."""

_NEAREST = 5
Name = tuple[str, str]


@frozen
class Told:
    """An event with what is computed from it once: its row, its content's bytes and its id."""

    event: Event
    row: tuple[str | int | None, ...]
    content: bytes
    id: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "id", content_id(self.content))

    @property
    def name(self) -> Name:
        """Plan and key of the obligation."""
        return self.event.plan, self.event.obligation


def told(event: Event) -> Told:
    """The event, ready to be written."""
    row = columns_of(event)
    return Told(event, row, content(row))


class Writer:
    """The events of one transaction; nothing is written before :meth:`flush`.

    The connection is that of a writing transaction. `expect` are revisions by key, as the caller
    saw them.
    """

    def __init__(self, connection: Connection, expect: Mapping[str, int] | None = None) -> None:
        self._connection, self._expect = connection, dict(expect or {})
        self._heads: dict[str, tables.Head] = {}
        self._standings: dict[Name, Standing] = {}
        self._existing: set[Name] = set()
        self._known: set[str] = set()
        self._histories: dict[Name, list[Step]] = {}
        self._told: list[Told] = []
        self._before: list[str] = []
        self.ids: list[str] = []
        self.repeated = 0

    def prepare(self, events: Sequence[Told]) -> None:
        """Lock the plans of the events and read how things stand."""
        plans = {one.event.plan for one in events} - self._heads.keys()
        self._heads |= tables.lock_plans(self._connection, plans, GENESIS)
        self._known |= tables.known_ids(self._connection, [one.id for one in events])
        missing: dict[str, dict[str, None]] = {}
        for one in events:
            if one.name not in self._standings:
                missing.setdefault(one.event.plan, {})[one.event.obligation] = None
        for plan, keys in missing.items():
            for key, row in tables.standings(self._connection, plan, list(keys)).items():
                self._standings[plan, key] = Standing.of(row)
                self._existing.add((plan, key))

    def add(self, one: Told) -> bool:
        """Take one event; false for one that the ledger has already.

        Raises :class:`~kehoach.errors.InvalidMove`, :class:`~kehoach.errors.InvalidEvent`,
        :class:`~kehoach.errors.StaleObligation` and :class:`~kehoach.errors.UnknownObligation`;
        then the event is not taken, and the others may go on.
        """
        if one.id in self._known:
            self.repeated += 1
            return False
        standing = self._standings.get(one.name) or Standing()
        self._check_revision(one, standing)
        if one.event.kind is not EventKind.ASSIGNED and not standing.revision:
            raise self._unknown(one)
        step = step_of(one.id, one.row)
        self._standings[one.name] = self._folded(one, standing, step)
        self._chain(one)
        if one.name in self._histories:
            self._histories[one.name].append(step)
        return True

    def _folded(self, one: Told, standing: Standing, step: Step) -> Standing:
        if step.corrects is None and step.day >= standing.last_day:
            check_move(one.event.obligation, standing, step)
            standing.count(step)
            standing.apply(step)
            return standing
        history = self._history(one.name)
        if step.corrects is not None:
            _check_correction(one.event, step, history)
        return replay(one.event.obligation, [*history, step])

    def _history(self, name: Name) -> list[Step]:
        if name not in self._histories:
            plan, key = name
            rows = tables.scan_histories(self._connection, Step._fields, plan=plan, keys=[key])
            written = [Step._make(row[2:]) for row in rows]
            waiting = [step_of(one.id, one.row) for one in self._told if one.name == name]
            self._histories[name] = [*written, *waiting]
        return self._histories[name]

    def _chain(self, one: Told) -> None:
        head = self._heads[one.event.plan]
        self._told.append(one)
        self._before.append(head.hash)
        self._known.add(one.id)
        self.ids.append(one.id)
        self._heads[one.event.plan] = tables.Head(chained(head.hash, one.content), head.events + 1)

    def flush(self) -> None:
        """Write everything that was taken."""
        if not self._told:
            return
        given = (one.event.given for one in self._told)
        wordings = dict(duty_record(one.duty) for one in given if one is not None)
        tables.add_duties(self._connection, wordings)
        rows = [(*one.row, one.id) for one in self._told]
        tables.add_events(self._connection, rows, self._before)
        touched = {one.name for one in self._told}
        values = {name: self._standings[name].values() for name in dict.fromkeys(self._names())}
        new = {name: row for name, row in values.items() if name not in self._existing}
        changed = {name: row for name, row in values.items() if name in self._existing}
        tables.put_standings(self._connection, new, changed)
        self._existing |= touched
        tables.put_heads(
            self._connection, {plan: self._heads[plan] for plan in {plan for plan, _ in touched}}
        )
        self._told, self._before = [], []

    def _names(self) -> Iterable[Name]:
        return (one.name for one in self._told)

    def _check_revision(self, one: Told, standing: Standing) -> None:
        seen = self._expect.pop(one.event.obligation, None)
        if seen is None or seen == standing.revision:
            return
        plan, key = one.name
        rows = list(tables.scan_histories(self._connection, COLUMNS, plan=plan, keys=[key]))
        wordings = tables.duties(self._connection, [row[-1] for row in rows if row[-1]])
        since = tuple(
            event_from_row(row[2:], read_duty(wordings[row[-1]]) if row[-1] else None).describe()
            for row in rows[seen:]
        )
        raise StaleObligation(key, seen, standing.revision, since)

    def _unknown(self, one: Told) -> UnknownObligation:
        wanted = fold(one.event.obligation)
        keys = tables.keys_like(self._connection, one.event.plan)
        near = [key for key in keys if fold(key).split("@")[0] == wanted.split("@")[0]]
        return UnknownObligation(one.event.plan, one.event.obligation, tuple(near[:_NEAREST]))


def _check_correction(event: Event, step: Step, history: Sequence[Step]) -> None:
    corrected = next((one for one in history if one.id == event.corrects), None)
    if corrected is None:
        raise InvalidEvent(event.kind, "corrects", f"no event {event.corrects!r} here")
    if corrected.corrects is not None:
        raise InvalidEvent(event.kind, "corrects", "point to the event itself, not to a correction")
    if corrected.day != step.day:
        reason = f"a correction takes the day of what it corrects, {corrected.day}"
        raise InvalidEvent(event.kind, "day", reason)
