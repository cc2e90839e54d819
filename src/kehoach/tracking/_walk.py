"""Đi qua kế hoạch: what a plan asks for, in the order of the paper, with who it is given to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.plan import (
    Assignment,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.plan import Content, Plan

Asking: TypeAlias = Task | ReportingDuty | Target


@frozen
class Asked:
    """A node that asks for something, and the assignment that holds it, where one does."""

    node: Asking
    assignment: Assignment | None = None


def asked(plan: Plan) -> Iterator[Asked]:
    """Every task, report and target of the plan and its annexes."""
    yield from _within(plan.sections)
    for annex in plan.annexes:
        yield from _within(annex.content)


def _within(content: tuple[Content, ...] | tuple[Section, ...]) -> Iterator[Asked]:
    for node in content:
        match node:
            case Task() | ReportingDuty() | Target():
                yield Asked(node)
            case Assignment(tasks=tasks):
                yield from (Asked(task, node) for task in tasks)
            case TaskTable(rows=rows):
                yield from (Asked(row) for row in rows if isinstance(row, Task))
            case Section(content=inner):
                yield from _within(inner)
