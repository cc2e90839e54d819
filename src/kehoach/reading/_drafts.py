"""Bản nháp nhiệm vụ: a task and the lines of data that belong to it, before their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.compose._data import FIELD_COLUMNS, getter
from kehoach.plan import Datum, Layout, Task, TaskColumn
from kehoach.reading._fields import Field
from kehoach.reading._tables import with_datum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.reading._names import Known

_ONE_LINE_DATA = frozenset(set(Datum) - {Datum.TEXT, Datum.ORDINAL})


@frozen
class DataLine:
    """Một dòng dữ liệu: as printed without its mark, and the fields in it."""

    text: str
    fields: tuple[Field, ...]


class Draft:
    """Nhiệm vụ đang đọc: the task as its sentence tells it, then its lines of data."""

    __slots__ = ("lines", "task")

    def __init__(self, task: Task) -> None:
        self.task = task
        self.lines: list[DataLine] = []

    def finished(self, year: int | None, known: Known | None) -> Task:
        """The task with its lines as printed details, and their data with their phrases."""
        if not self.lines:
            return self.task
        task = self.with_data(year, known, phrased=True)
        return evolve(task, details=(*task.details, *(line.text for line in self.lines)))

    def with_data(self, year: int | None, known: Known | None, *, phrased: bool) -> Task:
        """The task with the data of its lines; `phrased` where the lines stay printed."""
        task = self.task
        for line in self.lines:
            for field in line.fields:
                task = add_field(task, field, line.text if phrased else None, year, known)
        return task


def add_field(
    task: Task, field: Field, printed: str | None, year: int | None, known: Known | None
) -> Task:
    """The task with the datum of a field; `printed` is the line that it stays printed in."""
    before = len(task.responsibilities)
    value = field.value.rstrip(".").strip()
    if not value:
        return task
    task = with_datum(task, field.datum, value, year, known, field.title)
    if printed is None:
        return task
    added = task.responsibilities[before:]
    told = tuple(evolve(one, phrase=printed) for one in added)
    return evolve(task, responsibilities=(*task.responsibilities[:before], *told))


def laid_out(
    drafts: Sequence[Draft], year: int | None, known: Known | None
) -> tuple[Layout | None, tuple[TaskColumn, ...], list[Task]]:
    """The tasks of a group, and the layout FIELDS where it prints their lines as they stand."""
    columns = _columns(drafts)
    if columns:
        tasks = [draft.with_data(year, known, phrased=False) for draft in drafts]
        if all(_prints(task, draft, columns) for task, draft in zip(tasks, drafts, strict=True)):
            usual = [(one.title, one.shows) for one in FIELD_COLUMNS]
            same = [(one.title, one.shows) for one in columns] == usual[: len(columns)]
            kept = () if same and len(columns) == len(usual) else columns
            return Layout.FIELDS, kept, tasks
    return None, (), [draft.finished(year, known) for draft in drafts]


def _columns(drafts: Sequence[Draft]) -> tuple[TaskColumn, ...]:
    """One column a label, in the order of the task that has most; () where they disagree."""
    fullest = max(drafts, key=lambda draft: len(draft.lines), default=None)
    if fullest is None or not fullest.lines:
        return ()
    titles: dict[str, Datum] = {}
    for draft in (fullest, *drafts):
        for line in draft.lines:
            if len(line.fields) != 1 or line.fields[0].datum not in _ONE_LINE_DATA:
                return ()
            field = line.fields[0]
            if titles.setdefault(field.title, field.datum) is not field.datum:
                return ()
    if len(set(titles.values())) != len(titles):
        return ()
    return tuple(TaskColumn(title, datum) for title, datum in titles.items())


def _prints(task: Task, draft: Draft, columns: tuple[TaskColumn, ...]) -> bool:
    """Whether the layout prints exactly the lines that were read."""
    values = [(column.title, getter(column.shows)(task)) for column in columns]
    printed = [f"{title}: {value}".rstrip(" .;") for title, value in values if value]
    own = task.deadline is not None and not any(
        field.datum is Datum.DEADLINE for line in draft.lines for field in line.fields
    )
    return not own and printed == [line.text.rstrip(" .;") for line in draft.lines]
