"""Mã: the ids that a plan's tasks, milestones, targets and reports get where they have none."""

from __future__ import annotations

import base64
import hashlib
from itertools import count
from typing import TYPE_CHECKING, Any

import attrs

from kehoach.plan._walk import parts
from kehoach.plan.nodes import Milestone, ReportDue, ReportingDuty, Section, Target, Task
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from kehoach.plan.plan import Plan

IDENTIFIED = (Task, Milestone, Target, ReportingDuty, ReportDue)
"""Những phần được theo dõi: what is followed over time, and so needs an id that never changes."""

ID_PREFIXES: dict[type, str] = dict(zip(IDENTIFIED, ("nv", "moc", "ct", "cd", "bc"), strict=True))
"""Chữ đầu của mã: how the made ids of each begin."""

_LETTERS = 6


def made_id(prefix: str, text: str, used: dict[str, int]) -> str:
    """Mã đặt cho một nội dung: a short hash of its text (`nv-7f3k2a`); noted as used.

    `used` has the ids that are taken as its keys; the turns of texts that come often are kept in
    it, so that the hundredth costs no more than the first.
    """
    said = f"{prefix}\n{nfc(text)}"
    for turn in count(used.get(said, 0)):
        used[said] = turn + 1
        digest = hashlib.sha256(f"{said}\n{turn}".encode()).digest()
        made = f"{prefix}-{base64.b32encode(digest).decode().lower()[:_LETTERS]}"
        if made not in used:
            used[made] = 0
            return made
    raise AssertionError  # pragma: no cover - `count` does not end


def with_ids(plan: Plan) -> Plan:
    """Kế hoạch đủ mã: the plan with an id wherever one lacks, the same that `kehoach ids` writes.

    So what is followed keeps its key when the ids are written into the file later.
    """
    named = (*ID_PREFIXES, Section)
    nodes: list[Any] = [node for node, _ in parts(plan) if isinstance(node, named)]
    used = {node.id: 0 for node in nodes if node.id is not None}
    filled: Plan = _filled(plan, used)
    return filled


def _filled(node: Any, used: dict[str, int]) -> Any:  # noqa: ANN401 - any node of a plan
    prefix = ID_PREFIXES.get(type(node))
    changed: dict[str, object] = {}
    if prefix and node.id is None:
        said = node.name if isinstance(node, ReportDue) else node.text
        changed["id"] = made_id(prefix, said, used)
    for attribute in attrs.fields(type(node)):
        value = getattr(node, attribute.name)
        if isinstance(value, tuple) and any(attrs.has(type(one)) for one in value):
            changed[attribute.name] = tuple(
                _filled(one, used) if attrs.has(type(one)) else one for one in value
            )
    return attrs.evolve(node, **changed) if changed else node
