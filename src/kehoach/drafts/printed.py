"""Bảng đã in: a table of tasks as the words it prints, so that a file holds no task twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose import TABLE_COLUMNS, datum_words
from kehoach.plan import Annex, Datum, Task, TaskColumn, TaskTable, TextTable
from kehoach.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterator


def printed_annex(annex: Annex) -> Annex:
    """Phụ lục thành chữ: each table of tasks as a table of the words that it prints.

    The tasks stay where the plan gives them; the annex no longer holds data that could be tracked
    a second time.
    """
    content = (_printed(one) if isinstance(one, TaskTable) else one for one in annex.content)
    return evolve(annex, content=tuple(content))


def _printed(table: TaskTable) -> TextTable:
    columns = table.columns or TABLE_COLUMNS
    titles, widths = (column.title for column in columns), (column.share for column in columns)
    return TextTable(tuple(titles), tuple(_rows(table, columns)), tuple(widths))


def _rows(table: TaskTable, columns: tuple[TaskColumn, ...]) -> Iterator[tuple[str, ...]]:
    groups = ordinal = 0
    for row in table.rows:
        if isinstance(row, Task):
            ordinal = row.number or ordinal + 1
            yield tuple(
                str(ordinal) if one.shows is Datum.ORDINAL else datum_words(row, one.shows)
                for one in columns
            )
            continue
        groups, ordinal = groups + 1, 0
        words = {Datum.ORDINAL: row.mark or roman(groups), Datum.TEXT: row.text}
        yield tuple(words.get(one.shows, "") for one in columns)
