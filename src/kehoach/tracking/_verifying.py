"""Kiểm tra sổ: the chain of hashes of every plan, and the kept summary against the events."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kehoach.store import ledger_tables as tables
from kehoach.tracking._fold import Step, folded
from kehoach.tracking._writer import GENESIS
from kehoach.tracking.events import COLUMNS, chained, content, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach.store import Connection

_SEQ, _PREVIOUS = 0, 1


@frozen
class Broken:
    """Chỗ đứt: the plan, which of its events (from 1), the event's id, and what is wrong."""

    plan: str
    number: int
    id: str
    reason: str


@frozen
class Verification:
    """Kết quả kiểm tra: how many plans and events were read, and the first fault, if any."""

    plans: int
    events: int
    broken: Broken | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.broken is None


def verify(connection: Connection, plan: str | None = None) -> Verification:
    """Read every event once; see `Ledger.verify`."""
    heads = {name: one for name, one in tables.heads(connection).items() if plan in (None, name)}
    wordings = tables.duties(connection)
    broken = next(
        (
            Broken("", 0, digest, "the wording of a duty is not that of its digest")
            for digest, said in wordings.items()
            if content_id(said.encode()) != digest
        ),
        None,
    )
    seen: dict[str, int] = {}
    for name, rows in groupby(tables.scan_chain(connection, plan), key=lambda row: row[2]):
        count, fault = _chain(name, rows, heads.get(name))
        seen[name] = count
        broken = broken or fault
    for name, head in heads.items():
        if name not in seen and head.events:
            broken = broken or Broken(name, 0, "", f"all its {head.events} events are missing")
    broken = broken or _summary(connection, plan)
    return Verification(len(seen), sum(seen.values()), broken)


def _chain(
    plan: str, rows: Iterable[Sequence[Any]], head: tables.Head | None
) -> tuple[int, Broken | None]:
    before, count, fault, last = GENESIS, 0, None, ""
    for row in rows:
        count += 1
        told = content(tuple(row[2 : 2 + len(COLUMNS)]))
        last = row[-1]
        if fault is None and row[_PREVIOUS] != before:
            fault = Broken(plan, count, last, "it does not follow from the event before it")
        if fault is None and content_id(told) != last:
            fault = Broken(plan, count, last, "its content is not that of its id")
        before = chained(row[_PREVIOUS], told)
    if fault is None and (head is None or head != (before, count)):
        known = head.events if head else 0
        fault = Broken(plan, count, last, f"the chain ends here, but {known} events were recorded")
    return count, fault


def _summary(connection: Connection, plan: str | None) -> Broken | None:
    """The first obligation of which the summary is not what its events give."""
    kept = tables.scan_standings(connection, plan=plan)
    summaries = {(name, key): tuple(row) for name, key, *row in kept}
    rows = tables.scan_histories(connection, Step._fields, plan=plan)
    for (name, key), events in groupby(rows, key=lambda row: (row[0], row[1])):
        given = folded([Step._make(row[2:]) for row in events]).values()
        if summaries.pop((name, key), None) != given:
            return Broken(name, 0, key, "the kept summary is not what its events give")
    for name, key in summaries:
        return Broken(name, 0, key, "a summary without events")
    return None
