"""Việc và người nhận: each task, report and target of a plan, its section, and who has it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import evolve, frozen

from kehoach.cycles.reporters import Reporters, distinct
from kehoach.deadlines import Before, By
from kehoach.plan import (
    Assignment,
    Layout,
    Party,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskColumn,
    TaskTable,
)
from kehoach.tracking import Bodies, Body, holders

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from kehoach.findings import Finding
    from kehoach.organizations import Directory, Group, Organization
    from kehoach.plan import Content, Plan

Asking: TypeAlias = Task | ReportingDuty | Target
T = TypeVar("T", Task, ReportingDuty, Target)


@frozen
class Spot:
    """Chỗ trong kế hoạch: a section by its turn, its heading, and how it shows its tasks."""

    turn: int
    heading: str
    layout: Layout = Layout.HEADING
    columns: tuple[TaskColumn, ...] = ()


@frozen
class Entry:
    """Một việc: the node, where it stands, and the bodies that have it.

    `labels` are those bodies as the plan names them, groups unopened; `bodies` the same opened.
    `excluded` are bodies that a group may hold and that do not have it; `assignees` the ids of
    the assignment's bodies; `whole` the duty of which the node holds some reports.
    """

    node: Asking
    spot: Spot
    assignment: Assignment | None
    labels: tuple[Body, ...]
    bodies: tuple[Body, ...]
    excluded: frozenset[str] = frozenset()
    assignees: frozenset[str] | None = None
    whole: ReportingDuty | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the bodies."""
        return frozenset(body.id for body in self.bodies)


class Opener:
    """Opens the names of a plan by a directory on its day; without one a name is one body."""

    def __init__(self, plan: Plan, directory: Directory | None) -> None:
        self.directory = directory
        self.day = plan.known_day
        self._opened = Bodies(directory, self.day)
        self._reporters = Reporters(directory)
        self._plain = Bodies(None, None)

    def bodies(self, parties: Iterable[Party]) -> tuple[Body, ...]:
        """The bodies behind the names, each once."""
        return _each_once(body for party in parties for body in self._opened.of(party))

    def labels(self, parties: Iterable[Party]) -> tuple[Body, ...]:
        """The names themselves as bodies, each once."""
        return _each_once(body for party in parties for body in self._plain.of(party))

    def having(self, task: Task, assignment: Assignment | None) -> tuple[Party, ...]:
        """The parties that have a task, as the plan names them."""
        named = [*(assignment.assignees if assignment else ())]
        named += [one.party for one in task.responsibilities if one.party is not None]
        known = {self._plain.of(party)[0].id: party for party in reversed(named)}
        return tuple(known[one.body.id] for one in holders(task, assignment, self._plain))

    def reporting(
        self, duty: ReportingDuty, on: datetime.date | None
    ) -> tuple[tuple[Body, ...], tuple[Finding, ...]]:
        """Who reports on a day, without those who receive and merge the reports."""
        left_out = distinct((*duty.receivers, duty.consolidator))
        opened = self._reporters.open(duty.reporters, on or self.day, left_out)
        found: list[Body] = []
        for party in opened.parties:
            known = party.id is not None and self.directory is not None
            found += [Body(party.id or "", party.name)] if known else self._opened.of(party)
        return _each_once(found), opened.findings

    def left_out(self, duty: ReportingDuty) -> frozenset[str]:
        """The ids of those who receive and merge the reports, and so do not report."""
        parties = distinct((*duty.receivers, duty.consolidator))
        return frozenset(body.id for body in (*self.bodies(parties), *self.labels(parties)))

    def doubts(self, label: Body) -> tuple[Finding, ...]:
        """What the directory cannot say of a name on the plan's day."""
        if self.directory is None:
            return ()
        known = self.directory.group(label.id) or self.directory.history(label.id)
        party = Party(label.name, label.id if known else None)
        return self._reporters.open((party,), self.day).findings

    def party(self, body: Body) -> Party:
        """The body as a party, with the id that the directory or the plan gives it."""
        made = self._plain.of(Party(body.name))[0].id
        known = body.id != made or self.row(body) is not None
        return Party(body.name, body.id if known else None)

    def row(self, body: Body) -> Organization | Group | None:
        """The body, or the group that could not be opened, in the directory."""
        if self.directory is None or self.day is None:
            return None
        return self.directory.get(body.id, on=self.day)


def _each_once(bodies: Iterable[Body]) -> tuple[Body, ...]:
    """The bodies by id, each under the name that came first."""
    found: dict[str, Body] = {}
    for body in bodies:
        found.setdefault(body.id, body)
    return tuple(found.values())


def with_last_stop(plan: Plan) -> Plan:
    """The plan with a full stop after its last duty, where the paper's end mark stands for one."""
    if plan.closing or not plan.sections:
        return plan
    return evolve(plan, sections=_stopped(plan.sections))


def _stopped(content: tuple[Any, ...]) -> tuple[Any, ...]:
    *before, last = content
    match last:
        case Section(content=inner) if inner:
            last = evolve(last, content=_stopped(inner))
        case Assignment(tasks=tasks) if tasks:
            last = evolve(last, tasks=_stopped(tasks))
        case Task(text=text) | ReportingDuty(text=text) if text[-1:].isalnum():
            last = evolve(last, text=f"{text}.")
    return (*before, last)


def entries(plan: Plan, opener: Opener) -> Iterator[Entry]:
    """Every task, report and target of the plan and its annexes, in the order of the paper.

    Their own marks and numbers are left out: elsewhere they would be wrong.
    """
    turns = itertools.count()
    for section in plan.sections:
        yield from _within((section,), Spot(next(turns), ""), turns, opener)
    for annex in plan.annexes:
        yield from _within(annex.content, Spot(next(turns), annex.title), turns, opener)


def _within(
    content: tuple[Content, ...], spot: Spot, turns: Iterator[int], opener: Opener
) -> Iterator[Entry]:
    for node in content:
        match node:
            case Section(heading, inner):
                layout = node.layout or Layout.HEADING
                below = Spot(next(turns), heading or spot.heading, layout, node.columns)
                yield from _within(inner, below, turns, opener)
            case Assignment(tasks=tasks):
                shown = evolve(spot, layout=node.layout, columns=node.columns)
                yield from (_task(task, node, shown, opener) for task in tasks)
            case TaskTable(rows, columns):
                shown = evolve(spot, layout=Layout.TABLE, columns=columns)
                tasks = tuple(row for row in rows if isinstance(row, Task))
                yield from (_task(task, None, shown, opener) for task in tasks)
            case Task():
                yield _task(node, None, spot, opener)
            case ReportingDuty():
                yield from _reports(_bare(node), spot, opener)
            case Target(follower=follower):
                named = (follower,) if follower else ()
                yield Entry(_bare(node), spot, None, opener.labels(named), opener.bodies(named))


def _bare(node: T) -> T:
    if node.mark is None and node.number is None:
        return node
    return evolve(node, mark=None, number=None)


def _task(task: Task, assignment: Assignment | None, spot: Spot, opener: Opener) -> Entry:
    having = opener.having(task, assignment)
    given = opener.bodies(assignment.assignees) if assignment else ()
    return Entry(
        _bare(task),
        spot,
        assignment,
        opener.labels(having),
        opener.bodies(having),
        assignees=frozenset(body.id for body in given) if given else None,
    )


def _reports(duty: ReportingDuty, spot: Spot, opener: Opener) -> Iterator[Entry]:
    """The duty, or the parts of it that different bodies have: a body may not exist on each day."""
    left_out = opener.left_out(duty)
    labels = tuple(one for one in opener.labels(duty.reporters) if one.id not in left_out)
    if not duty.dues or duty.cycle is not None:
        bodies, _ = opener.reporting(duty, None)
        yield Entry(duty, spot, None, labels, bodies, left_out)
        return
    owed: dict[Body, list[int]] = {}
    for place, one in enumerate(duty.dues):
        on = one.period.end if one.period else None
        if isinstance(one.deadline, By | Before):
            on = one.deadline.day
        for body in opener.reporting(duty, on)[0]:
            owed.setdefault(body, []).append(place)
    parts: dict[tuple[int, ...], list[Body]] = {}
    for body, places in owed.items():
        parts.setdefault(tuple(places), []).append(body)
    for some, having in parts.items() or [(tuple(range(len(duty.dues))), [])]:
        dues = tuple(duty.dues[place] for place in some)
        part = duty if dues == duty.dues else evolve(duty, dues=dues)
        yield Entry(part, spot, None, labels, tuple(having), left_out, whole=duty)


def with_whole_reports(found: Iterable[Entry]) -> Iterator[Entry]:
    """The same entries, each reporting duty once, with all who have a part of it."""
    for _, group in itertools.groupby(found, lambda one: id(one.whole or one)):
        first, *others = group
        if first.whole is None:
            yield first
        else:
            bodies = _each_once(body for one in (first, *others) for body in one.bodies)
            yield evolve(first, node=first.whole, bodies=bodies)
