"""Trích kế hoạch: what concerns one body, with the plan's own headings and numbers.

The copy that certifies it (trích sao, NĐ 30/2020/NĐ-CP, Điều 25 khoản 3) is `drafts.copy_of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from kehoach.compose import numbered
from kehoach.drafts._entries import Opener
from kehoach.drafts._sharing import meant
from kehoach.drafts._words import inside
from kehoach.plan import (
    Assignment,
    GroupRow,
    Paragraph,
    Party,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
)

if TYPE_CHECKING:
    from kehoach.organizations import Directory
    from kehoach.plan import Content, Plan
    from kehoach.tracking import Body


def extract(plan: Plan, body: Party | str, directory: Directory | None = None) -> Plan:
    """Trích kế hoạch cho một cơ quan: only the headings, tasks, reports and targets of the body.

    Numbers are those of the whole plan; the first line says that it is an extract. `body` is a
    party or its name or id, as the plan or the directory names it. Raises :class:`LookupError`
    where the plan asks nothing of it.
    """
    opener = Opener(plan, directory)
    party = body if isinstance(body, Party) else Party(body)
    work = _Extract(opener, opener.bodies((party,)))
    whole = numbered(plan)
    sections: Any = work.content(whole.sections)
    annexes = tuple(
        evolve(annex, content=content)
        for annex in whole.annexes
        if (content := work.content(annex.content))
    )
    if not sections and not annexes:
        raise LookupError(f"the plan asks nothing of {party.name!r}")
    named = ", ".join(inside(one.name) for one in opener.bodies((party,))[:1]) or party.name
    return evolve(
        whole,
        bases=(),
        opening=(Paragraph(f"(Trích phần việc của {named})"),),
        sections=sections,
        closing=(),
        annexes=annexes,
    )


class _Extract:
    """One pass over a plan for some bodies."""

    def __init__(self, opener: Opener, bodies: tuple[Body, ...]) -> None:
        self._opener, self._bodies = opener, bodies

    def content(self, content: tuple[Content, ...]) -> tuple[Content, ...]:
        """What of the content concerns the bodies, each under its headings."""
        return tuple(kept for node in content if (kept := self._kept(node)) is not None)

    def _kept(self, node: Content) -> Content | None:
        match node:
            case Section():
                inner = self.content(node.content)
                return evolve(node, content=inner) if inner else None
            case Assignment():
                tasks = tuple(one for one in node.tasks if self._has(one, node))
                return evolve(node, tasks=tasks) if tasks else None
            case TaskTable():
                rows = self._rows(node)
                return evolve(node, rows=rows) if rows else None
            case Task():
                return node if self._has(node, None) else None
            case ReportingDuty() | Target():
                return node if self._asks(node) else None
        return None

    def _asks(self, node: ReportingDuty | Target) -> bool:
        if isinstance(node, ReportingDuty):
            bodies, _ = self._opener.reporting(node, None)
            left_out = self._opener.left_out(node)
            return self._meant(bodies, self._opener.labels(node.reporters), left_out)
        having = (node.follower,) if node.follower else ()
        return self._meant(self._opener.bodies(having), self._opener.labels(having))

    def _rows(self, table: TaskTable) -> tuple[Task | GroupRow, ...]:
        """The rows of the bodies, under those group rows that keep one."""
        kept: list[Task | GroupRow] = []
        for row in table.rows:
            if isinstance(row, GroupRow):
                if kept and isinstance(kept[-1], GroupRow):
                    kept.pop()
                kept.append(row)
            elif self._has(row, None):
                kept.append(row)
        if kept and isinstance(kept[-1], GroupRow):
            kept.pop()
        return tuple(kept)

    def _has(self, task: Task, assignment: Assignment | None) -> bool:
        having = self._opener.having(task, assignment)
        return self._meant(self._opener.bodies(having), self._opener.labels(having))

    def _meant(
        self,
        bodies: tuple[Body, ...],
        labels: tuple[Body, ...],
        left_out: frozenset[str] = frozenset(),
    ) -> bool:
        ids = frozenset(body.id for body in bodies)
        names = () if self._opener.directory else labels
        return meant(self._bodies, ids, names, left_out) is not None
