"""Ai được giao việc: the names to which a plan gives work, and the body that leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.plan import Assignment, ReportingDuty, parts

if TYPE_CHECKING:
    from kehoach.plan import Party, Plan


def assignee_names(plan: Plan) -> tuple[str, ...]:
    """The names of the plan's assignees, each once, in the order of the paper."""
    given = (node for node, _ in parts(plan.sections) if isinstance(node, Assignment))
    return tuple(dict.fromkeys(party.name for one in given for party in one.assignees))


def lead_of(plan: Plan) -> Party | None:
    """Cơ quan đầu mối: who merges the reports of the plan, or who alone receives them."""
    for node, _ in parts(plan.sections):
        if isinstance(node, ReportingDuty):
            if node.consolidator is not None:
                return node.consolidator
            if len(node.receivers) == 1:
                return node.receivers[0]
    return None
