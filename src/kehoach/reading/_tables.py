"""Bảng phân công: tables of tasks, their columns known by their headings, in any order.

The columns are those of the appendix tables of plans (STT, Nội dung nhiệm vụ, Cơ quan chủ trì,
Cơ quan phối hợp, Thời gian, Sản phẩm, Kinh phí, Ghi chú); any other table stays a table of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose import TABLE_COLUMNS, Ordinals, Style, style_of
from kehoach.errors import NoSuchOrdinal
from kehoach.plan import (
    Datum,
    GroupRow,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
)
from kehoach.reading._cells import with_datum
from kehoach.reading._data_words import column_datum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.anatomy import Grid, GridCell
    from kehoach.reading._context import Context

_HEADER_ROWS = 3
_DATA = frozenset((Datum.LEAD, Datum.COORDINATE, Datum.MONITOR, Datum.DEADLINE))
_GROUP_TEXT = re.compile(r"(?P<mark>(?:[IVXLC]+|[A-ZĐ])[.)])\s+(?P<rest>\S.*)", re.DOTALL)
_ENDS = re.compile(r"hoàn thành|kết thúc|hạn", re.IGNORECASE)
_GROUP_ORDINAL = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?$")
_NUMBERS = re.compile(r"\(?\d{1,2}\)?$")
_USUAL = [(one.title, one.shows) for one in TABLE_COLUMNS]
_NEAR = 1.0

Row = tuple[str, ...]


def read_table(grid: Grid, context: Context) -> tuple[TaskTable | TextTable, tuple[str, ...]]:
    """The table as tasks, or as text; and what was dropped of it, as printed."""
    filled = _filled(grid)
    header = _header_rows(grid, filled)
    titles = _titles(filled[:header])
    data = _columns(titles, filled[header - 1])
    shows = {one for one in data if one is not None}
    if Datum.TEXT not in shows or not shows & _DATA:
        return _text_table(filled, header), ()
    columns = tuple(
        TaskColumn(title, datum or Datum.OTHER, share)
        for title, datum, share in zip(titles, data, _shares(grid), strict=False)
    )
    kept: list[int] = []
    dropped: list[str] = []
    for index in range(header, len(filled)):
        if _same(filled[index], titles) or _numbering(filled[index], index == header):
            dropped.append(" | ".join(part for part in filled[index] if part))
        else:
            kept.append(index)
    rows = [(filled[index], grid.rows[index]) for index in kept]
    return _task_table(rows, columns, grid, context), tuple(dropped)


def _task_table(
    rows: Sequence[tuple[Row, tuple[GridCell, ...]]],
    columns: tuple[TaskColumn, ...],
    grid: Grid,
    context: Context,
) -> TaskTable:
    """The rows as tasks; ordinals that no counting gives are kept as they are printed."""
    reader = _Reader(columns, context)
    try:
        coming = (*(row for row, _ in rows[1:]), ())
        for (row, cells), following in zip(rows, coming, strict=False):
            reader.take(row, cells, following)
    except _Uncountable:
        plain = (
            evolve(one, shows=Datum.OTHER) if one.shows is Datum.ORDINAL else one for one in columns
        )
        return _task_table(rows, tuple(plain), grid, context)
    return TaskTable(tuple(reader.rows), _told(columns, grid))


def _told(columns: tuple[TaskColumn, ...], grid: Grid) -> tuple[TaskColumn, ...]:
    """The columns, none where they are the usual ones, which need not be told."""
    if [(one.title, one.shows) for one in columns] != _USUAL:
        return columns
    whole = sum(one.share for one in TABLE_COLUMNS)
    usual = [one.share / whole * 100 for one in TABLE_COLUMNS]
    near = zip(columns, usual, strict=True)
    same = grid.table is None or all(abs(one.share - share) < _NEAR for one, share in near)
    return () if same else columns


def merged(grids: Sequence[Grid]) -> Grid:
    """Tables that follow each other as one: the parts of a table that pages cut apart."""
    rows = tuple(row for grid in grids for row in grid.rows)
    lines = tuple(line for grid in grids for line in grid.lines)
    return evolve(grids[0], rows=rows, lines=lines)


def continues(first: Grid, second: Grid) -> bool:
    """Whether the second table is the rest of the first."""
    if first.width != second.width or not second.rows or second.gap > 1:
        return False
    above, below = _filled(first), _filled(second)
    if _same(below[0], above[0]):
        return True
    titles = _titles(above[: _header_rows(first, above)])
    is_tasks = Datum.TEXT in _columns(titles, titles)
    first_row = _titles(below[:1])
    return is_tasks and Datum.TEXT not in _columns(first_row, first_row)


def _filled(grid: Grid) -> list[Row]:
    """The rows with what merged cells cover filled in downwards, not sideways."""
    above: dict[int, tuple[str, int]] = {}
    rows: list[Row] = []
    for cells in grid.rows:
        texts = [""] * grid.width
        for column in list(above):
            text, left = above[column]
            texts[column] = text
            if left > 1:
                above[column] = (text, left - 1)
            else:
                del above[column]
        for cell in cells:
            if cell.column < grid.width:
                texts[cell.column] = cell.text
                if cell.down > 1:
                    above[cell.column] = (cell.text, cell.down - 1)
        rows.append(tuple(texts))
    return rows


def _header_rows(grid: Grid, filled: list[Row]) -> int:
    """How many rows the heading takes: one, or more where cells of it span several."""
    first = grid.rows[0] if grid.rows else ()
    deepest = max((cell.down for cell in first), default=1)
    if 1 < deepest <= _HEADER_ROWS and deepest < len(filled):
        return deepest
    declared = 0
    if grid.table is not None:
        while (
            declared < min(len(grid.table.rows), _HEADER_ROWS) and grid.table.rows[declared].header
        ):
            declared += 1
    return max(1, declared)


def _titles(rows: Sequence[Row]) -> Row:
    """The title of each column: the words of the heading from top to bottom, each once."""
    if not rows:
        return ()
    columns = zip(*rows, strict=True)
    return tuple(
        " ".join(" ".join(dict.fromkeys(part for part in column if part)).split())
        for column in columns
    )


def _columns(titles: Row, lowest: Row) -> list[Datum | None]:
    """What each column shows; of two that could show the same, the first does.

    Where a heading has several rows, the lowest tells what the whole does not. Of two days it is
    the one on which a thing is to be done.
    """
    pairs = zip(titles, lowest, strict=True)
    data = [column_datum(title) or column_datum(below) for title, below in pairs]
    ends = [index for index, one in enumerate(data) if one is Datum.DEADLINE]
    best = next((index for index in ends if _ENDS.search(titles[index])), min(ends, default=None))
    seen: set[Datum] = set()
    for index, datum in enumerate(data):
        if datum in seen or (datum is Datum.DEADLINE and index != best):
            data[index] = None
        elif datum is not None:
            seen.add(datum)
    return data


def _shares(grid: Grid) -> list[float]:
    if grid.table is not None and len(grid.table.grid) == grid.width and sum(grid.table.grid) > 0:
        return [round(part / sum(grid.table.grid) * 100, 1) for part in grid.table.grid]
    return [1.0] * grid.width


def _text_table(filled: list[Row], header: int) -> TextTable:
    return TextTable(_titles(filled[:header]), tuple(filled[header:]))


def _same(row: Row, titles: Row) -> bool:
    return [part.replace("\n", " ").lower() for part in row] == [title.lower() for title in titles]


def _numbering(row: Row, is_first: bool) -> bool:  # noqa: FBT001 - a plain truth about the row
    """The row "(1) (2) (3) …" under the heading."""
    texts = [part for part in row if part]
    return is_first and len(texts) > 2 and all(_NUMBERS.match(part) for part in texts)  # noqa: PLR2004


class _Reader:
    """The rows of an assignment table, from top to bottom."""

    def __init__(self, columns: tuple[TaskColumn, ...], context: Context) -> None:
        self.columns, self.context = columns, context
        self.rows: list[Task | GroupRow] = []
        self.ordinals = self.before = Ordinals()
        self.values: Row = ()
        self.counted = any(one.shows is Datum.ORDINAL for one in columns)

    def take(self, row: Row, cells: tuple[GridCell, ...], following: Row) -> None:
        """Add one row; raises `_Uncountable` for an ordinal that no counting gives."""
        ordinal, text = self._of(row, Datum.ORDINAL), self._of(row, Datum.TEXT)
        told = (Datum.ORDINAL, Datum.TEXT)
        pairs = zip(self.columns, row, strict=False)
        others = [text for one, text in pairs if one.shows not in told]
        if not any(row):
            return
        inner = self._of(following, Datum.ORDINAL)
        parted = bool(ordinal) and inner.startswith(f"{ordinal.rstrip('.')}.")
        alone = sum(map(bool, row)) == 2  # noqa: PLR2004 - the ordinal and the name of a group
        if self._is_group(ordinal, others, cells) or (parted and alone):
            self._group(ordinal, text or next((one for one in row if one not in ("", ordinal)), ""))
        elif self._is_rest(ordinal, text):
            joined = zip(self.values, row, strict=True)
            self.rows.pop()
            self.ordinals = self.before
            self._task(tuple(f"{above} {below}".strip() for above, below in joined))
        else:
            self._task(row)

    def _of(self, row: Row, datum: Datum) -> str:
        pairs = zip(self.columns, row, strict=False)
        return next((text for one, text in pairs if one.shows is datum), "")

    def _is_group(self, ordinal: str, others: list[str], cells: tuple[GridCell, ...]) -> bool:
        filled = [cell for cell in cells if cell.text]
        told = [cell for cell in filled if cell.text != ordinal or cell.column]
        if len(told) == 1 and len(filled) <= 2 and not _plain_number(ordinal):  # noqa: PLR2004
            return told[0].across > 1 or bool(_GROUP_ORDINAL.match(ordinal)) or told[0].bold
        if any(others):
            return False
        bold = bool(filled) and all(cell.bold for cell in filled)
        return bool(filled) and (bool(_GROUP_ORDINAL.match(ordinal)) or bold)

    def _group(self, ordinal: str, text: str) -> None:
        found = _GROUP_TEXT.match(text) if not ordinal else None
        if found:
            ordinal, text = found["mark"], found["rest"]
        row = GroupRow(" ".join(text.split()))
        if not self.counted and not ordinal:
            self.rows.append(row)
            return
        marked = evolve(row, mark=ordinal)
        for one in (row, marked):
            try:
                label, after = self.ordinals.of_group(one)
            except NoSuchOrdinal:
                continue
            if label == ordinal:
                self.ordinals = self.before = after
                self.rows.append(one)
                return
        raise _Uncountable(ordinal)

    def _is_rest(self, ordinal: str, text: str) -> bool:
        """The rest of a row that a page cut: no ordinal, and the text goes on in lower case."""
        last = self.rows[-1] if self.rows else None
        if not self.counted or ordinal or not isinstance(last, Task):
            return False
        return text[:1].islower() or (not text and not last.text.endswith("."))

    def _task(self, row: Row) -> None:
        self.values = row
        task = Task(self._of(row, Datum.TEXT))
        if self.counted:
            task, after = _numbered(task, self._of(row, Datum.ORDINAL), self.ordinals)
            self.before, self.ordinals = self.ordinals, after
        others: list[str] = []
        for column, value in zip(self.columns, row, strict=False):
            if column.shows is Datum.OTHER:
                others.append(value)
            elif value and column.shows not in (Datum.ORDINAL, Datum.TEXT):
                task = with_datum(task, column.shows, value, self.context, column.title)
        while others and not others[-1]:
            others.pop()
        self.rows.append(evolve(task, others=tuple(others)))


class _Uncountable(Exception):
    """An ordinal that does not follow from those above it ("2.3" under "1")."""


def _numbered(task: Task, printed: str, ordinals: Ordinals) -> tuple[Task, Ordinals]:
    """The task with the mark and number that give the printed ordinal."""
    style = style_of(printed)
    number = style.start if style.counted else None
    mark = _first_label(style) if style.counted else printed
    for one in (
        task, evolve(task, number=number), evolve(task, mark=mark),
        evolve(task, mark=mark, number=number),
    ):  # fmt: skip
        try:
            label, after = ordinals.of_task(one)
        except NoSuchOrdinal:
            continue
        if label == printed:
            return one, after
    raise _Uncountable(printed)


def _first_label(style: Style) -> str:
    first = {"arabic": "1", "roman": "I", "letters": "a"}[style.numerals]
    word = f"{style.word} " if style.word else ""
    return f"{word}{style.open}{'1.' * style.parents}{first}{style.end}"


def _plain_number(ordinal: str) -> bool:
    return ordinal.rstrip(".)").isdigit()
