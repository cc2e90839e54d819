"""Bảng: assignment tables and text tables as the Document's tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from kehoach.compose._data import TABLE_COLUMNS, column_getters
from kehoach.compose._ink import joined, printed
from kehoach.compose._ordinals import Ordinals
from kehoach.documents import Alignment, Cell, Column, Row, Table
from kehoach.plan import Datum, GroupRow, Party, Role, Task, TaskColumn, TextTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.compose._data import Getter
    from kehoach.compose._ink import Ink

_ALIGNED = {
    Datum.ORDINAL: Alignment.CENTER,
    Datum.TEXT: Alignment.JUSTIFY,
    Datum.DEADLINE: Alignment.CENTER,
}
_ORDINALS = ("STT", "TT", "SỐ TT")
_FIGURE = re.compile(r"\s*[-+–]?[\d.,]+\s*%?\s*|\s*[-–]\s*")
T = TypeVar("T")


def task_table(
    rows: Iterable[Task | GroupRow],
    columns: tuple[TaskColumn, ...] = (),
    assignees: tuple[Party, ...] = (),
    role: Role = Role.LEAD,
    *,
    ink: Ink = printed,
) -> Table:
    """Bảng phân công: a row a task, a bold row a group, ordinals anew in each group."""
    columns = columns or TABLE_COLUMNS
    getters = column_getters(columns, assignees, role)
    return Table(
        tuple(Column(one.share, _ALIGNED.get(one.shows, Alignment.LEFT)) for one in columns),
        tuple(_rows(rows, getters, ink)),
        (_header((column.title for column in columns), ink),),
    )


def text_table(table: TextTable, ink: Ink = printed) -> Table:
    """Bảng chữ: the titles as a repeated header, then the rows; what is missing stays empty.

    A row longer than the header gets columns without a title, so that nothing of it is lost.
    """
    width = max(1, len(table.columns), *map(len, table.rows))
    titles = _filled(table.columns, width, "")
    aligned = (
        _alignment(title, [row[place] for row in table.rows if place < len(row)])
        for place, title in enumerate(titles)
    )
    columns = map(Column, _filled(table.widths, width, 1.0), aligned)
    rows = (tuple(_cell(text, ink) for text in _filled(row, width, "")) for row in table.rows)
    return Table(tuple(columns), tuple(rows), (_header(titles, ink),))


def _alignment(title: str, texts: Iterable[str]) -> Alignment:
    """Ordinals in the middle, columns of figures to the right, words to the left."""
    if title.upper() in _ORDINALS:
        return Alignment.CENTER
    written = [text for text in texts if text.strip()]
    figures = bool(written) and all(map(_FIGURE.fullmatch, written))
    return Alignment.RIGHT if figures else Alignment.LEFT


def _filled(given: tuple[T, ...], width: int, filling: T) -> tuple[T, ...]:
    return (*given, *(filling for _ in range(width - len(given))))[:width]


def _cell(text: str, ink: Ink) -> str | Cell:
    inked = ink(text)
    return inked if isinstance(inked, str) else Cell(inked)


def _header(titles: Iterable[str], ink: Ink) -> Row:
    return tuple(Cell(ink(title), bold=True, align=Alignment.CENTER) for title in titles)


def _rows(
    rows: Iterable[Task | GroupRow], getters: tuple[Getter | None, ...], ink: Ink
) -> Iterator[Row]:
    ordinals = Ordinals()
    for row in rows:
        if isinstance(row, Task):
            label, ordinals = ordinals.of_task(row)
            yield tuple(_cell(get(row), ink) if get else label for get in getters)
        else:
            label, ordinals = ordinals.of_group(row)
            yield _group_row(row, label, getters, ink)


def _group_row(group: GroupRow, label: str, getters: tuple[Getter | None, ...], ink: Ink) -> Row:
    width = len(getters)
    text = ink(group.text)
    if getters[0] is not None:
        return (Cell(text, across=width, bold=True), *(None for _ in range(width - 1)))
    ordinal = Cell(label, bold=True, align=Alignment.CENTER)
    if width == 1:
        return (Cell(joined(label, text), bold=True),)
    return (ordinal, Cell(text, across=width - 1, bold=True), *(None for _ in range(width - 2)))
