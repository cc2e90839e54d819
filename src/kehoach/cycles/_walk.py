"""Duyệt kế hoạch: its tasks and reporting duties, each with the bodies that owe them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.cycles.reporters import distinct
from kehoach.plan import (
    Assignment,
    Content,
    Party,
    Plan,
    ReportingDuty,
    Role,
    Section,
    Task,
    TaskTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@frozen
class Work:
    """Một nhiệm vụ, with those who do it and those who receive its result."""

    task: Task
    doers: tuple[Party, ...]
    receivers: tuple[Party, ...]


Owed: TypeAlias = Work | ReportingDuty


def owed(plan: Plan) -> Iterator[Owed]:
    """Every task and reporting duty of the plan and its annexes, in the order of the paper."""
    for section in plan.sections:
        yield from _in_content(section.content)
    for annex in plan.annexes:
        yield from _in_content(annex.content)


def _in_content(content: Iterable[Content]) -> Iterator[Owed]:
    for node in content:
        match node:
            case Section(content=inner):
                yield from _in_content(inner)
            case Assignment(assignees=assignees, tasks=tasks):
                yield from (_work(task, assignees) for task in tasks)
            case Task():
                yield _work(node, ())
            case TaskTable(rows=rows):
                yield from (_work(row, ()) for row in rows if isinstance(row, Task))
            case ReportingDuty():
                yield node


def _work(task: Task, assignees: tuple[Party, ...]) -> Work:
    return Work(task, _doers(task, assignees), distinct(one.to for one in task.responsibilities))


def _doers(task: Task, assignees: tuple[Party, ...]) -> tuple[Party, ...]:
    """The leads that the task names, else its assignees, else whoever it names first."""
    roles = task.responsibilities
    leads = distinct(one.party for one in roles if one.role is Role.LEAD)
    if leads or assignees:
        return leads or assignees
    first = next((one for one in roles if one.party), None)
    if first is None:
        return ()
    return distinct(one.party for one in roles if one.role is first.role)
