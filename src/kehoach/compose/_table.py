"""Bảng: assignment tables and text tables as the Document's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.compose._data import TABLE_COLUMNS, getter
from kehoach.compose._ink import printed
from kehoach.compose._marks import style_of
from kehoach.documents import Alignment, Cell, Column, Row, Table
from kehoach.plan import Datum, GroupRow, Party, Role, Task, TaskColumn, TextTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.compose._data import Getter

_ALIGNED = {
    Datum.ORDINAL: Alignment.CENTER,
    Datum.TEXT: Alignment.JUSTIFY,
    Datum.DEADLINE: Alignment.CENTER,
}


def task_table(
    rows: Iterable[Task | GroupRow],
    columns: tuple[TaskColumn, ...] = (),
    assignees: tuple[Party, ...] = (),
    role: Role = Role.LEAD,
) -> Table:
    """Bảng phân công: a row a task, a bold row a group, ordinals anew in each group."""
    columns = columns or TABLE_COLUMNS
    getters = tuple(
        None if column.shows is Datum.ORDINAL else getter(column.shows, assignees, role)
        for column in columns
    )
    return Table(
        tuple(Column(one.share, _ALIGNED.get(one.shows, Alignment.LEFT)) for one in columns),
        tuple(_rows(rows, getters)),
        (_header(column.title for column in columns),),
    )


def text_table(table: TextTable) -> Table:
    """Bảng chữ: the titles as a repeated header, then the rows, filled up to the columns."""
    width = len(table.columns)
    shares = (*table.widths, *(1.0 for _ in range(width)))[:width]
    rows = (
        tuple(map(printed, (*row, *("" for _ in range(width - len(row)))))) for row in table.rows
    )
    return Table(tuple(map(Column, shares)), tuple(rows), (_header(table.columns),))


def _header(titles: Iterable[str]) -> Row:
    return tuple(Cell(printed(title), bold=True, align=Alignment.CENTER) for title in titles)


def _rows(rows: Iterable[Task | GroupRow], getters: tuple[Getter | None, ...]) -> Iterator[Row]:
    groups = ordinal = 0
    for row in rows:
        if isinstance(row, Task):
            ordinal = row.number or ordinal + 1
            yield tuple(printed(get(row)) if get else str(ordinal) for get in getters)
        else:
            groups, ordinal = groups + 1, 0
            yield _group_row(row, groups, len(getters), first_is_ordinal=getters[0] is None)


def _group_row(group: GroupRow, number: int, width: int, *, first_is_ordinal: bool) -> Row:
    label = style_of("I" if group.mark is None else group.mark).label(number, ())
    text = printed(group.text)
    if not first_is_ordinal:
        return (Cell(text, across=width, bold=True), *(None for _ in range(width - 1)))
    ordinal = Cell(label, bold=True, align=Alignment.CENTER)
    if width == 1:
        return (Cell(f"{label} {text}".strip(), bold=True),)
    return (ordinal, Cell(text, across=width - 1, bold=True), *(None for _ in range(width - 2)))
