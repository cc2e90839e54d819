"""Bản nháp nhiệm vụ: a task and the lines of data that belong to it, before their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.compose import FIELD_COLUMNS, Style, datum_words, style_of
from kehoach.plan import Datum, Layout, Task, TaskColumn
from kehoach.reading._cells import with_datum
from kehoach.reading._fields import Field
from kehoach.reading._labels import split_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.reading._context import Context

_ONE_LINE_DATA = frozenset(set(Datum) - {Datum.TEXT, Datum.ORDINAL})


@frozen
class DraftLine:
    """Một dòng dưới nhiệm vụ: as printed without its mark, its mark, and the fields in it."""

    text: str
    mark: str = ""
    fields: tuple[Field, ...] = ()


class Draft:
    """Nhiệm vụ đang đọc: the task as its sentence tells it, then the lines under it."""

    __slots__ = ("lines", "style", "task")

    def __init__(self, task: Task, style: Style) -> None:
        self.task, self.style = task, style
        self.lines: list[DraftLine] = []

    def finished(self, context: Context) -> Task:
        """The task with its lines as printed details, and their data with their phrases."""
        if not self.lines:
            return self.task
        return self._detailed(self.with_data(context, phrased=True), self.lines)

    def laid_out(self, context: Context) -> Task:
        """The task with the data of its lines, which the layout FIELDS prints from the data."""
        plain = [line for line in self.lines if not line.fields]
        task = self._detailed(self.with_data(context, phrased=False), plain)
        return evolve(task, details_mark=self._mark(self.lines))

    def _detailed(self, task: Task, lines: Sequence[DraftLine]) -> Task:
        mark = self._mark(lines)
        usual = self._dash if mark is None else mark
        details = (
            f"{line.mark} {line.text}" if _is_told(line, usual) else line.text for line in lines
        )
        return evolve(task, details=tuple(details), details_mark=mark)

    def _mark(self, lines: Sequence[DraftLine]) -> str | None:
        """The mark that all the lines share; `None` for that which they have anyway."""
        marks = {line.mark for line in lines}
        if len(marks) > 1 or self._dash in marks or any(style_of(one).counted for one in marks):
            return None
        return marks.pop() if marks else None

    @property
    def _dash(self) -> str:
        inner = self.style.inner(for_headings=False)
        return "-" if style_of(inner).counted else inner

    def with_data(self, context: Context, *, phrased: bool) -> Task:
        """The task with the data of its lines; `phrased` where the lines stay printed."""
        task = self.task
        for line in self.lines:
            for field in line.fields:
                task = add_field(task, field, line.text if phrased else None, context)
        return task


def add_field(task: Task, field: Field, printed: str | None, context: Context) -> Task:
    """The task with the datum of a field; `printed` is the line that it stays printed in."""
    before = len(task.responsibilities)
    value = field.value.rstrip(".").strip()
    if not value:
        return task
    task = with_datum(task, field.datum, value, context, field.title)
    if printed is None:
        return task
    added = task.responsibilities[before:]
    told = tuple(evolve(one, phrase=printed) for one in added)
    return evolve(task, responsibilities=(*task.responsibilities[:before], *told))


def laid_out(
    drafts: Sequence[Draft], context: Context
) -> tuple[Layout | None, tuple[TaskColumn, ...], list[Task]]:
    """The tasks of a group, and the layout FIELDS where it prints their lines as they stand."""
    columns = _columns(drafts)
    if columns:
        tasks = [draft.laid_out(context) for draft in drafts]
        if all(_prints(task, draft, columns) for task, draft in zip(tasks, drafts, strict=True)):
            usual = [(one.title, one.shows) for one in FIELD_COLUMNS]
            same = [(one.title, one.shows) for one in columns] == usual[: len(columns)]
            kept = () if same and len(columns) == len(usual) else columns
            return Layout.FIELDS, kept, tasks
    return None, (), [draft.finished(context) for draft in drafts]


def _columns(drafts: Sequence[Draft]) -> tuple[TaskColumn, ...]:
    """One column a label, in the order of the task that has most; () where they disagree."""
    fullest = max(drafts, key=lambda draft: len(draft.lines), default=None)
    if fullest is None or not any(line.fields for line in fullest.lines):
        return ()
    titles: dict[str, Datum] = {}
    for draft in (fullest, *drafts):
        for line in filter(_has_fields, draft.lines):
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
    values = [(column.title, datum_words(task, column.shows)) for column in columns]
    printed = [f"{title}: {value}".rstrip(" .;") for title, value in values if value]
    told = [bool(line.fields) for line in draft.lines]
    if told != sorted(told) or len({line.mark for line in draft.lines}) > 1:
        return False
    own = task.deadline is not None and not any(
        field.datum is Datum.DEADLINE for line in draft.lines for field in line.fields
    )
    said = [line.text.rstrip(" .;") for line in draft.lines if line.fields]
    return not own and printed == said


def _has_fields(line: DraftLine) -> bool:
    return bool(line.fields)


def _is_told(line: DraftLine, usual: str) -> bool:
    """Whether a line's mark must stand in its text, for it is not that of the others."""
    return bool(line.mark) and (line.mark != usual or split_label(line.text)[0] is not None)
