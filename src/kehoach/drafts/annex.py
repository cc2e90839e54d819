"""Phụ lục phân công nhiệm vụ: the plan's work as one table, by task or by assignee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import evolve

from kehoach.compose import datum_words
from kehoach.drafts._entries import Entry, Opener, entries, with_whole_reports
from kehoach.drafts._words import Headings, capital, inside
from kehoach.drafts.printed import printed_annex
from kehoach.plan import (
    Annex,
    Datum,
    GroupRow,
    Party,
    Plan,
    ReportingDuty,
    Responsibility,
    Role,
    Task,
    TaskColumn,
    TaskTable,
)
from kehoach.tracking import helpers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = (
    TaskColumn("STT", Datum.ORDINAL, 5),
    TaskColumn("Nhiệm vụ", Datum.TEXT, 33),
    TaskColumn("Cơ quan chủ trì", Datum.LEAD, 14),
    TaskColumn("Cơ quan phối hợp", Datum.COORDINATE, 16),
    TaskColumn("Thời hạn", Datum.DEADLINE, 10),
    TaskColumn("Sản phẩm", Datum.PRODUCT, 12),
    TaskColumn("Kinh phí", Datum.BUDGET, 6),
    TaskColumn("Theo dõi", Datum.MONITOR, 10),
)
"""Các cột của phụ lục, each with its part of the width."""

_ALWAYS = (Datum.ORDINAL, Datum.TEXT, Datum.LEAD)


def assignment_annex(plan: Plan, *, by: Literal["task", "assignee"] = "task") -> Annex:
    """Phụ lục phân công nhiệm vụ: a landscape table of all tasks, milestones and reports.

    `by` groups the rows by the plan's sections ("task") or by those who answer for them. A column
    in which no task has anything is left out, ordinal, task and lead apart. The assignees lead
    where a task names nobody else; the words of tasks and deadlines are the plan's. Raises
    `ValueError` for another `by`.
    """
    if by not in ("task", "assignee"):
        raise ValueError(f"expected by='task' or by='assignee', got {by!r}")
    opener = Opener(plan, None)
    heading = Headings(plan)
    groups: dict[str, list[Task]] = {}
    for entry in with_whole_reports(entries(plan, opener)):
        title = heading(entry.spot.heading) if by == "task" else _holders(entry)
        groups.setdefault(title, []).extend(_rows(entry))
    rows = tuple(_grouped(groups))
    tasks = [row for row in rows if isinstance(row, Task)]
    columns = tuple(
        column
        for column in COLUMNS
        if column.shows in _ALWAYS or any(datum_words(task, column.shows) for task in tasks)
    )
    return Annex("Phân công nhiệm vụ", (TaskTable(rows, columns),), landscape=True)


def with_assignment_annex(plan: Plan, *, by: Literal["task", "assignee"] = "task") -> Plan:
    """Kế hoạch thêm phụ lục phân công nhiệm vụ, after its own annexes.

    The table is added as the words that it prints, so that the plan gives no task twice.
    """
    return evolve(plan, annexes=(*plan.annexes, printed_annex(assignment_annex(plan, by=by))))


def _grouped(groups: dict[str, list[Task]]) -> Iterator[Task | GroupRow]:
    titled = len(groups) > 1 or any(groups)
    for title, tasks in groups.items():
        if tasks and titled:
            yield GroupRow(title or "Nhiệm vụ chung")
        yield from tasks


def _holders(entry: Entry) -> str:
    return capital(", ".join(inside(label.name) for label in entry.labels))


def _rows(entry: Entry) -> Iterator[Task]:
    match entry.node:
        case Task() as task:
            yield _row(task, entry)
            for milestone in task.milestones:
                yield evolve(
                    _row(Task(milestone.text), entry), deadline=milestone.deadline, id=milestone.id
                )
        case ReportingDuty() as duty:
            yield from _reports(duty, entry)


def _row(task: Task, entry: Entry) -> Task:
    """The task as a row: who leads, who helps, who follows, told from all that the plan says."""
    names = {label.name for label in entry.labels}
    helping = [name for name in helpers(task) if name not in names]
    following = [
        one.party.name
        for one in task.responsibilities
        if one.role is Role.MONITOR and one.party is not None and one.party.name not in names
    ]
    roles = (
        *_listed(Role.LEAD, (label.name for label in entry.labels)),
        *_listed(Role.COORDINATE, helping),
        *_listed(Role.MONITOR, following),
    )
    return evolve(task, responsibilities=roles, milestones=(), details=())


def _listed(role: Role, names: Iterable[str]) -> Iterator[Responsibility]:
    """The names as a cell lists them: the first with a capital, groups after it without."""
    for turn, name in enumerate(names):
        yield Responsibility(role, Party(inside(name) if turn else capital(name)))


def _reports(duty: ReportingDuty, entry: Entry) -> Iterator[Task]:
    to = _named(duty.receivers)
    sent = f" gửi {to}" if to else ""
    roles = tuple(_listed(Role.LEAD, (label.name for label in entry.labels)))
    if not duty.dues:
        yield Task(
            duty.text, id=duty.id, responsibilities=roles, deadline=duty.cycle, product=duty.form
        )
    for one in duty.dues:
        deadline = evolve(one.deadline, phrase=None) if one.deadline else None
        yield Task(
            f"{capital(one.name)}{sent}",
            id=one.id,
            responsibilities=roles,
            deadline=deadline,
            product=duty.form,
        )


def _named(parties: Iterable[Party]) -> str:
    return ", ".join(party.name for party in parties)
