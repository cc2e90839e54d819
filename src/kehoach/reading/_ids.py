"""Mã: an id for each task, target, report and milestone that was read, made of its text.

The ids are those of `kehoach.plan.with_ids`; here texts that come a hundred times cost no more.
"""

from __future__ import annotations

import hashlib
from itertools import count
from typing import Any

import attrs

from kehoach.plan import ID_PREFIXES, Plan, ReportDue

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_SHIFTS = (25, 20, 15, 10, 5, 0)
_HOLDERS = ("sections", "annexes")


def with_ids(plan: Plan) -> Plan:
    """The plan with ids written wherever there is none."""
    used: dict[str, int] = {}
    changes = {name: _filled(getattr(plan, name), used) for name in _HOLDERS}
    return attrs.evolve(plan, **changes)


def _filled(value: Any, used: dict[str, int]) -> Any:  # noqa: ANN401 - any part of a plan
    if isinstance(value, tuple):
        return tuple(_filled(one, used) for one in value) if value else value
    kind = type(value)
    names = _INNER.get(kind.__name__)
    if names is None:
        return value
    prefix = ID_PREFIXES.get(kind)
    changes = {}
    if prefix is not None and value.id is None:
        changes["id"] = _new(prefix, value.name if kind is ReportDue else value.text, used)
    for name in names:
        old = getattr(value, name)
        if old:
            changes[name] = _filled(old, used)
    return attrs.evolve(value, **changes) if changes else value


_INNER: dict[str, tuple[str, ...]] = {
    "Section": ("content",), "Annex": ("content",), "Assignment": ("tasks",), "TaskTable": (
    "rows",),
    "Task": ("milestones",), "ReportingDuty": ("dues",), "Target": (), "Milestone": (),
    "ReportDue": (),
}  # fmt: skip


def _new(prefix: str, text: str, used: dict[str, int]) -> str:
    """The first id of the text that is not taken; the turn is kept, for texts that come often."""
    key = f"{prefix}\n{text}"
    for turn in count(used.get(key, 0)):
        used[key] = turn + 1
        digest = hashlib.sha256(f"{key}\n{turn}".encode("utf-8", "replace")).digest()
        number = int.from_bytes(digest[:4]) >> 2
        letters = "".join(_ALPHABET[number >> shift & 31] for shift in _SHIFTS)
        if (new := f"{prefix}-{letters}") not in used:
            used[new] = 0
            return new
    raise AssertionError  # pragma: no cover - `count` does not end
