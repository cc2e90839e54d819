"""Các phần việc của kế hoạch: tasks and reporting duties, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.plan import Assignment, Party, ReportingDuty, Role, Section, Task, TaskTable
from kehoach.vietnamese import fold_tone_placement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.plan import Content, Plan

_HELPING = frozenset((Role.COORDINATE, Role.PARTICIPATE, Role.SUPPORT))
_SHOWN = 40


@frozen
class Work:
    """Một nhiệm vụ, with the assignment that holds it, if any."""

    task: Task
    place: str
    assignment: Assignment | None = None

    @property
    def assignees(self) -> tuple[Party, ...]:
        """Các cơ quan được giao ở đề mục."""
        return self.assignment.assignees if self.assignment else ()

    @property
    def leads(self) -> tuple[Party, ...]:
        """Các cơ quan chủ trì được nêu trong nhiệm vụ; those of the heading where no name is."""
        leads = [one.party for one in self.task.responsibilities if one.role is Role.LEAD]
        if any(party is None for party in leads):
            return self.assignees
        return tuple(party for party in leads if party is not None)

    @property
    def doers(self) -> tuple[Party, ...]:
        """Ai làm: the leads, else the assignees unless they only help, else whoever is named."""
        if self.leads:
            return self.leads
        roles = self.task.responsibilities
        own = [one.role for one in roles if one.party is None]
        if self.assignees and not (own and all(role in _HELPING for role in own)):
            return self.assignees
        return tuple(one.party for one in roles if one.party and one.role not in _HELPING)

    @property
    def helpers(self) -> tuple[Party, ...]:
        """Ai phối hợp: named with a helping role, or the assignees where they only help."""
        roles = [one for one in self.task.responsibilities if one.role in _HELPING]
        named = tuple(one.party for one in roles if one.party)
        return (*self.assignees, *named) if roles else named


Part: TypeAlias = Work | tuple[ReportingDuty, str]
"""Nhiệm vụ, hoặc chế độ báo cáo với vị trí của nó."""


def parts_of(plan: Plan) -> Iterator[Part]:
    """Every task and reporting duty of the plan and its annexes, in the order of the paper."""
    for section in plan.sections:
        yield from _in((section,), ())
    for annex in plan.annexes:
        yield from _in(annex.content, (annex.title,))


def _in(content: Iterable[Content], trail: tuple[str, ...]) -> Iterator[Part]:
    for node in content:
        match node:
            case Section(heading=heading, content=inner):
                yield from _in(inner, (*trail, heading) if heading else trail)
            case Assignment(tasks=tasks):
                names = node.heading or ", ".join(party.name for party in node.assignees)
                yield from (Work(task, _place(task, (*trail, names)), node) for task in tasks)
            case Task():
                yield Work(node, _place(node, trail))
            case TaskTable(rows=rows):
                yield from (Work(row, _place(row, trail)) for row in rows if isinstance(row, Task))
            case ReportingDuty():
                yield node, _place(node, trail)


def _place(node: Task | ReportingDuty, trail: tuple[str, ...]) -> str:
    text = node.text if len(node.text) <= _SHOWN else f"{node.text[:_SHOWN].rstrip()}…"
    return " › ".join((*trail, node.id or f"“{text}”"))


def key_of(name: str) -> str:
    """The name for comparing: small letters, one tone placement, without "các", signs as spaces."""
    lowered = fold_tone_placement(name).lower()
    words = "".join(one if one.isalnum() else " " for one in lowered).split()
    joined = " ".join(words).replace("ủy ban nhân dân", "ubnd").replace("mặt trận tổ quốc", "mttq")
    return joined.removeprefix("các ")


def names(parties: Iterable[Party]) -> str:
    """The names of parties, each once."""
    return ", ".join(dict.fromkeys(party.name for party in parties))
