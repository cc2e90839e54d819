"""Mức độ bao quát: what the plans of the bodies carry out of their superior's plan."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from kehoach.converters import as_tuple
from kehoach.deadlines import Period
from kehoach.plan import Party, ReportDue, Target, Task, parts, with_ids
from kehoach.tracking import Bodies, Obligation, obligations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.organizations import Directory
    from kehoach.plan import Plan
    from kehoach.workdays import WorkCalendar


class Cover(StrEnum):
    """Việc của cấp trên đã được triển khai đến đâu."""

    COVERED = "covered"
    LATER = "later"
    UNDATED = "undated"
    MISSING = "missing"
    NO_PLAN = "no_plan"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return _LABELS[self]


_LABELS = {
    Cover.COVERED: "đã đưa vào kế hoạch",
    Cover.LATER: "hạn muộn hơn cấp trên cho phép",
    Cover.UNDATED: "không ghi hạn dù cấp trên có hạn",
    Cover.MISSING: "chưa đưa vào kế hoạch",
    Cover.NO_PLAN: "đơn vị chưa có kế hoạch",
}


@frozen
class Covered:
    """Một việc được giao và chỗ triển khai nó.

    `due` is the latest day in the body's own plan, None where it gives none; `nodes` are the ids
    of what carries the duty out there.
    """

    obligation: Obligation
    cover: Cover
    due: datetime.date | None = None
    nodes: tuple[str, ...] = field(default=(), converter=as_tuple)


@frozen
class Coverage:
    """Kết quả đối chiếu, in the order of the superior's plan.

    `strangers` are issuers of plans whom the superior's plan gives nothing; `unknown` are ids that
    a plan claims to carry out and the superior's plan does not have, with the plan's issuer.
    """

    rows: tuple[Covered, ...] = field(default=(), converter=as_tuple)
    strangers: tuple[str, ...] = field(default=(), converter=as_tuple)
    unknown: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)

    def of(self, *covers: Cover) -> tuple[Covered, ...]:
        """The rows in one of these states."""
        return tuple(row for row in self.rows if row.cover in covers)


def coverage(
    parent: Plan,
    children: Sequence[Plan],
    calendar: WorkCalendar,
    *,
    directory: Directory | None = None,
    on: datetime.date | None = None,
) -> Coverage:
    """Đối chiếu kế hoạch cấp dưới với kế hoạch cấp trên.

    A duty of a body is carried out by what names its id in `implements` in the plan that the body
    issued. With a directory, groups open to their bodies on the day `on` (by default the parent's
    own). Raises ValueError for a child without an issuer, and as `obligations` does.
    """
    owed = obligations(parent, directory, calendar, on=on)
    bodies = Bodies(directory, on or parent.known_day)
    steps = {
        str(step.id): step.text
        for node, _ in parts(with_ids(parent)) if isinstance(node, Task)
        for step in node.milestones
    }  # fmt: skip
    carried: dict[str, dict[str, list[_Carrier]]] = {}
    names: dict[str, str] = {}
    for child in children:
        if child.issuer is None:
            raise ValueError(f"expected a plan with an issuer, got {child.title!r} without one")
        (body, *_) = bodies.of(Party(child.issuer.name, child.issuer.id))
        names[body.id] = child.issuer.name.replace("\n", " ")
        found = carried.setdefault(body.id, {})
        turns = _turns(obligations(child, directory, calendar, on=on))
        for claimed, node in _carrying(with_ids(child), steps):
            found.setdefault(claimed, []).append(_Carrier(node, turns.get(node, {})))
    known = {one.duty.node for one in owed}
    having = {one.body for one in owed}
    return Coverage(
        [_row(one, carried.get(one.body)) for one in owed],
        [name for body, name in names.items() if body not in having],
        [
            (names[body], claimed)
            for body, found in carried.items()
            for claimed in found
            if claimed not in known
        ],
    )


@frozen
class _Carrier:
    """A part of a body's plan that carries a duty out, and its last day in each of its periods."""

    node: str
    turns: Mapping[Period | None, datetime.date | None]

    def due(self, period: Period | None) -> datetime.date | None:
        """The day of the same period, else the last of all."""
        if period in self.turns:
            return self.turns[period]
        return max(filter(None, self.turns.values()), default=None)


def _row(owed: Obligation, found: Mapping[str, list[_Carrier]] | None) -> Covered:
    if found is None:
        return Covered(owed, Cover.NO_PLAN)
    carrying = found.get(owed.duty.node)
    if not carrying:
        return Covered(owed, Cover.MISSING)
    nodes = tuple(dict.fromkeys(one.node for one in carrying))
    days = [due for one in carrying if (due := one.due(owed.duty.period)) is not None]
    last = max(days, default=None)
    if owed.due is not None and len(days) < len(carrying):
        return Covered(owed, Cover.UNDATED, last, nodes)
    later = owed.due is not None and last is not None and last > owed.due
    return Covered(owed, Cover.LATER if later else Cover.COVERED, last, nodes)


def _turns(
    owed: Iterable[Obligation],
) -> dict[str, dict[Period | None, datetime.date | None]]:
    """The last day of each part of a plan, in each of its periods."""
    turns: dict[str, dict[Period | None, datetime.date | None]] = {}
    for one in owed:
        known = turns.setdefault(one.duty.node, {})
        days = (known.get(one.duty.period), one.due)
        known[one.duty.period] = max(filter(None, days), default=None)
    return turns


def _carrying(child: Plan, steps: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each id of the superior's plan that is claimed, and by what.

    A milestone of the superior's (`steps` has their words) is carried out by the task's own of the
    same words, else by the task.
    """
    for node, _ in parts((child.sections, child.annexes)):
        if isinstance(node, Task | Target | ReportDue):
            own = {one.text: str(one.id) for one in getattr(node, "milestones", ())}
            for claimed in node.implements:
                yield claimed, own.get(steps.get(claimed, ""), str(node.id))
