"""Bảng phân công: tables of tasks, their columns known by their headings, in any order.

The columns are those of the appendix tables of plans (STT, Nội dung nhiệm vụ, Cơ quan chủ trì,
Cơ quan phối hợp, Thời gian, Sản phẩm, Kinh phí, Ghi chú); any other table stays a table of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.deadlines import Undated
from kehoach.plan import (
    Datum,
    GroupRow,
    Party,
    Responsibility,
    Role,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
)
from kehoach.reading._data_words import column_datum
from kehoach.reading._deadlines import cell_deadline
from kehoach.reading._names import Known, begins_name, split_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy import Grid, GridCell

_HEADER_ROWS = 3
_ROLES = {Datum.LEAD: Role.LEAD, Datum.COORDINATE: Role.COORDINATE, Datum.MONITOR: Role.MONITOR}
_DATA = frozenset((Datum.LEAD, Datum.COORDINATE, Datum.MONITOR, Datum.DEADLINE))
_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-Za-zĐđ])[.)]?$")
_GROUP_ORDINAL = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?$")
_NUMBERS = re.compile(r"\(?\d{1,2}\)?$")
_WITH = re.compile(
    r"[;,.\n]?\s*(?:đơn vị\s+|cơ quan\s+)?phối hợp(?:\s+với|\s+thực hiện|\s*:)?\s*:?\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*:?\s*|\s*(?:là\s+)?chủ trì$", re.IGNORECASE
)
_DASHED = re.compile(r"^\s*[-–+•*]\s*")

Row = tuple[str, ...]


def read_table(
    grid: Grid, year: int | None, known: Known | None = None
) -> tuple[TaskTable | TextTable, tuple[str, ...]]:
    """The table as tasks, or as text; and what was dropped of it, as printed."""
    filled = _filled(grid)
    header = _header_rows(grid, filled)
    titles = _titles(filled[:header])
    data = _columns(titles)
    shows = {one for one in data if one is not None}
    if Datum.TEXT not in shows or not shows & _DATA:
        return _text_table(filled, header), ()
    columns = tuple(
        TaskColumn(title, datum or Datum.NOTE, share)
        for title, datum, share in zip(titles, data, _shares(grid), strict=False)
    )
    reader = _Reader(columns, year, known)
    dropped: list[str] = []
    for index in range(header, len(filled)):
        if _same(filled[index], titles) or _numbering(filled[index], index == header):
            dropped.append(" | ".join(part for part in filled[index] if part))
            continue
        reader.take(filled[index], grid.rows[index])
    return TaskTable(tuple(reader.rows), columns), tuple(dropped)


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
    is_tasks = Datum.TEXT in _columns(titles)
    return is_tasks and Datum.TEXT not in _columns(_titles(below[:1]))


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


def _columns(titles: Row) -> list[Datum | None]:
    """What each column shows; of two that could hold the task, the first does."""
    data = [column_datum(title) for title in titles]
    seen: set[Datum] = set()
    for index, datum in enumerate(data):
        if datum in (Datum.TEXT, Datum.ORDINAL) and datum in seen:
            data[index] = None
        if datum is not None:
            seen.add(datum)
    if Datum.LEAD not in seen:
        return data
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

    def __init__(
        self, columns: tuple[TaskColumn, ...], year: int | None, known: Known | None
    ) -> None:
        self.columns, self.year, self.known = columns, year, known
        self.rows: list[Task | GroupRow] = []
        self.groups = self.ordinal = 0

    def take(self, row: Row, cells: tuple[GridCell, ...]) -> None:
        """Add one row."""
        values = list(zip(self.columns, row, strict=False))
        ordinal = next((text for one, text in values if one.shows is Datum.ORDINAL), "")
        text = next((text for one, text in values if one.shows is Datum.TEXT), "")
        others = [text for one, text in values if one.shows not in (Datum.ORDINAL, Datum.TEXT)]
        if not any(row):
            return
        if self._is_group(ordinal, others, cells):
            self._group(ordinal, text or next(part for part in row if part and part != ordinal))
        elif self._is_rest(ordinal, text):
            self._join(values)
        else:
            self.rows.append(self._task(ordinal, text, values))

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
        found = (
            re.match(r"(?P<mark>[IVXLC]+|[A-ZĐ])[.)]\s+(?P<rest>\S.*)", text)
            if not ordinal
            else None
        )
        if found:
            ordinal, text = found["mark"], found["rest"]
        self.groups, self.ordinal = self.groups + 1, 0
        self.rows.append(GroupRow(" ".join(text.split()), self._group_mark(ordinal)))

    def _group_mark(self, ordinal: str) -> str | None:
        from kehoach.vietnamese import roman  # noqa: PLC0415 - one use

        bare = ordinal.rstrip(".)")
        if bare == roman(min(self.groups, 3999)):
            return None if bare == ordinal else f"I{ordinal[len(bare) :]}"
        return ordinal

    def _is_rest(self, ordinal: str, text: str) -> bool:
        """The rest of a row that a page cut: no ordinal, and the text goes on in lower case."""
        has_ordinals = any(one.shows is Datum.ORDINAL for one in self.columns)
        last = self.rows[-1] if self.rows else None
        if not has_ordinals or ordinal or not isinstance(last, Task):
            return False
        return text[:1].islower() or (not text and not last.text.endswith("."))

    def _join(self, values: list[tuple[TaskColumn, str]]) -> None:
        last = self.rows[-1]
        assert isinstance(last, Task)  # noqa: S101 - `_is_rest` has seen to it
        more = next((text for one, text in values if one.shows is Datum.TEXT), "")
        rest = self._task("", more, values)
        self.rows[-1] = evolve(
            last,
            text=f"{last.text} {more}".strip(),
            responsibilities=tuple(dict.fromkeys((*last.responsibilities, *rest.responsibilities))),
            deadline=last.deadline or rest.deadline,
            product=" ".join(filter(None, (last.product, rest.product))) or None,
        )

    def _task(self, ordinal: str, text: str, values: list[tuple[TaskColumn, str]]) -> Task:
        self.ordinal += 1
        bare = ordinal.rstrip(".)")
        number = int(bare) if bare.isdigit() and int(bare) != self.ordinal else None
        if number:
            self.ordinal = number
        task = Task(text or "…", number=number)
        for column, value in values:
            if value and column.shows not in (Datum.ORDINAL, Datum.TEXT):
                task = with_datum(task, column.shows, value, self.year, self.known, column.title)
        return task


def _plain_number(ordinal: str) -> bool:
    return ordinal.rstrip(".)").isdigit()


def with_datum(  # noqa: PLR0913, PLR0917 - what a cell may need to be understood
    task: Task, datum: Datum, value: str, year: int | None, known: Known | None, title: str = ""
) -> Task:
    """The task with one more datum, as a cell or a field tells it."""
    if datum in _ROLES:
        added = tuple(_responsibilities(value, _ROLES[datum], known))
        return evolve(task, responsibilities=(*task.responsibilities, *added))
    if datum is Datum.DEADLINE:
        words = " ".join(value.split())
        deadline = cell_deadline(words.rstrip("."), year) or Undated(words)
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
