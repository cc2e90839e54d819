"""Ô và dòng dữ liệu: what the text of a cell or of a line "Đơn vị chủ trì: …" says of a task."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.deadlines import Undated
from kehoach.plan import Datum, Party, Responsibility, Role, Task
from kehoach.reading._deadlines import cell_deadline
from kehoach.reading._names import Known, begins_name, split_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.reading._context import Context

_ROLES = {Datum.LEAD: Role.LEAD, Datum.COORDINATE: Role.COORDINATE, Datum.MONITOR: Role.MONITOR}
_WITH = re.compile(
    r"[;,.\n]?\s*(?:đơn vị\s+|cơ quan\s+)?phối hợp(?:\s+với|\s+thực hiện|\s*:)?\s*:?\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*:?\s*|\s*(?:là\s+)?chủ trì$", re.IGNORECASE
)
_DASHED = re.compile(r"^\s*[-–+•*]\s*")


def with_datum(task: Task, datum: Datum, value: str, context: Context, title: str = "") -> Task:
    """The task with one more datum, as a cell or a field tells it."""
    if datum in _ROLES:
        added = tuple(_responsibilities(value, _ROLES[datum], context.known))
        return evolve(task, responsibilities=(*task.responsibilities, *added))
    if datum is Datum.DEADLINE:
        words = " ".join(value.split())
        deadline = cell_deadline(words.rstrip("."), context) or Undated(words)
        return evolve(task, deadline=task.deadline or deadline)
    name = datum.value
    before = getattr(task, name)
    if datum is Datum.NOTE and before:
        value = f"{before}; {title}: {value}"
    elif before:
        value = f"{before}; {value}"
    return evolve(task, **{name: value})  # type: ignore[arg-type]


def _responsibilities(value: str, role: Role, known: Known | None) -> Iterator[Responsibility]:
    lead, partners = value, ""
    if role is Role.LEAD and (found := _WITH.search(value)) and found.end() < len(value):
        lead, partners = value[: found.start()], value[found.end() :]
    for name in cell_names(_LEADS.sub("", lead), known):
        yield Responsibility(role, Party(name))
    for name in cell_names(partners, known):
        yield Responsibility(Role.COORDINATE, Party(name))


def cell_names(value: str, known: Known | None) -> tuple[str, ...]:
    """The names in a cell: a line, a semicolon or a dash parts them, else their shape does."""
    names: list[str] = []
    lines = [_DASHED.sub("", part).strip(" ;.") for part in re.split(r"\n|;", value)]
    if len(lines) > 1 and any(part and not begins_name(part) for part in lines[1:]):
        lines = [" ".join(part for part in lines if part)]
    for line in lines:
        if line:
            names += split_names(line, known)
    return tuple(dict.fromkeys(names))
