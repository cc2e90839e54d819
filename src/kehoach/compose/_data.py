"""Dữ liệu thành chữ: what a column of an assignment table, or a line of fields, prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import TypeAlias

from kehoach.deadlines import Before, By, OnRequest, Standing, Undated, deadline_words
from kehoach.plan import (
    Bound,
    Datum,
    Milestone,
    Party,
    ReportDue,
    Role,
    Task,
    TaskColumn,
    Threshold,
)
from kehoach.vietnamese import number, short_date

Getter: TypeAlias = Callable[[Task], str]

TABLE_COLUMNS = (
    TaskColumn("STT", Datum.ORDINAL, 8),
    TaskColumn("Nhiệm vụ", Datum.TEXT, 32),
    TaskColumn("Cơ quan chủ trì", Datum.LEAD, 14),
    TaskColumn("Cơ quan phối hợp", Datum.COORDINATE, 16),
    TaskColumn("Thời hạn", Datum.DEADLINE, 15),
    TaskColumn("Sản phẩm", Datum.PRODUCT, 15),
)
FIELD_COLUMNS = (
    TaskColumn("Cơ quan chủ trì", Datum.LEAD),
    TaskColumn("Cơ quan phối hợp", Datum.COORDINATE),
    TaskColumn("Thời gian hoàn thành", Datum.DEADLINE),
    TaskColumn("Sản phẩm", Datum.PRODUCT),
)
_ROLES = {
    Datum.LEAD: (Role.LEAD, Role.IMPLEMENT),
    Datum.COORDINATE: (Role.COORDINATE, Role.PARTICIPATE, Role.SUPPORT),
    Datum.MONITOR: (Role.MONITOR, Role.INSPECT),
}
_BOUNDS = {Bound.AT_LEAST: "tối thiểu ", Bound.AT_MOST: "tối đa ", Bound.EXACTLY: ""}


def names(parties: Iterable[Party]) -> str:
    """The printed names, joined by commas, each once."""
    return ", ".join(dict.fromkeys(party.name for party in parties))


def getter(datum: Datum, assignees: tuple[Party, ...] = (), role: Role = Role.LEAD) -> Getter:
    """A function that gives a task's datum as text; the assignees lead where nobody is named."""
    if datum in _ROLES:
        roles = _ROLES[datum]
        default = names(assignees) if role in roles else ""

        def parties(task: Task) -> str:
            own = names(
                one.party for one in task.responsibilities if one.party and one.role in roles
            )
            return own or default

        return parties
    if datum is Datum.DEADLINE:
        return deadline_cell
    if datum is Datum.ORDINAL:
        return lambda _task: ""
    if datum is Datum.OTHER:
        return lambda task: "; ".join(filter(None, task.others))
    attribute = datum.value
    return lambda task: getattr(task, attribute) or ""


def column_getters(
    columns: Iterable[TaskColumn], assignees: tuple[Party, ...] = (), role: Role = Role.LEAD
) -> tuple[Getter | None, ...]:
    """A function a column that gives its text of a task; `None` for the column of ordinals."""
    others = count()
    return tuple(
        None
        if column.shows is Datum.ORDINAL
        else _other(next(others))
        if column.shows is Datum.OTHER
        else getter(column.shows, assignees, role)
        for column in columns
    )


def _other(place: int) -> Getter:
    """What stands in the column that comes in this place among those of other data."""
    return lambda task: task.others[place] if place < len(task.others) else ""


def datum_words(task: Task, datum: Datum) -> str:
    """Dữ liệu bằng chữ: what a line or cell prints of a task; "" where it has none."""
    return getter(datum)(task)


def deadline_cell(task: Task) -> str:
    """The task's deadline as a cell prints it: short, a capital first."""
    match task.deadline:
        case None:
            return ""
        case By(day, phrase=None):
            return short_date(day)
        case Before(day, phrase=None):
            return f"Trước {short_date(day)}"
        case deadline:
            words = deadline_words(deadline).strip("()")
            return words[:1].upper() + words[1:]


def unsaid_deadline(task: Task) -> str:
    """The words of a deadline that the sentence does not print, or "" when nothing is owed."""
    deadline = task.deadline
    if deadline is None or deadline.phrase or isinstance(deadline, Standing | OnRequest | Undated):
        return ""
    return deadline_words(deadline)


def unsaid_milestone(milestone: Milestone | ReportDue, label: str) -> str:
    """The line of a milestone or report: its label, and its day where no phrase prints it."""
    deadline = milestone.deadline
    if deadline is None or deadline.phrase:
        return label
    return f"{label}: {deadline_words(deadline)}"


def threshold_words(threshold: Threshold) -> str:
    """Ngưỡng bằng chữ: *tối thiểu 98%*, *100 xã*."""
    if threshold.phrase:
        return threshold.phrase
    gap = "" if threshold.unit in ("%", "‰") else " "
    bound = _BOUNDS[threshold.bound]
    return f"{bound}{number(threshold.value)}{gap}{threshold.unit}"
