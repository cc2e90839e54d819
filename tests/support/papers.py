"""Texts as papers that were seen, for the tests of anatomy and reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kehoach.plan import Assignment, Plan, ReportingDuty, Section, Target, Task, TaskTable
from kehoach.reading import read_plan
from kehoach.word import observe_text

ROOT = Path(__file__).resolve().parent.parent.parent
FOUNDING = ROOT / "examples" / "long-an-2013" / "ke-hoach.txt"
SPECIMENS = ROOT / "tests" / "specimens"


def seen(text: str) -> Any:
    """What is seen of a text."""
    return observe_text(text.encode())


def read(text: str, **options: Any) -> Any:
    """The reading of a text."""
    return read_plan(seen(text), **options)


def body_of(text: str) -> Any:
    """The plan of a text that has only a title and a body."""
    return read(f"KẾ HOẠCH\nThực hiện nhiệm vụ năm 2024\n\n{text}\n").plan


def under(heading: str, *lines: str) -> Any:
    """The content of a section with these lines."""
    plan = body_of("\n".join((f"I. {heading}", *lines)))
    return plan.sections[0].content


def nodes(value: Any, kind: Any) -> list[Any]:
    """Every node of a kind in a plan or part of one, in order."""
    found: list[Any] = []
    if isinstance(value, (tuple, list)):
        for one in value:
            found += nodes(one, kind)
        return found
    if isinstance(value, kind):
        found.append(value)
    for name in ("sections", "content", "tasks", "rows", "items", "annexes"):
        found += nodes(getattr(value, name, ()) or (), kind)
    return found


def counts(plan: Plan) -> dict[str, int]:
    """How many nodes of each kind a plan has."""
    kinds = (Section, Assignment, Task, Target, ReportingDuty, TaskTable)
    return {kind.__name__: len(nodes(plan, kind)) for kind in kinds}


def roles_of(task: Task) -> set[str]:
    """The roles that a task names."""
    return {one.role.value for one in task.responsibilities}
