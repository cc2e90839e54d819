"""Bảng: tables with a fixed grid, repeated header rows and unsplit rows.

Rows of plain text take the short way: many of them are escaped at once and poured into one row's
ready XML, so that a table of 20,000 rows costs little more than its characters.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from attrs import define, field

from kehoach.documents import CONTROL_PROMPT, Cell, Column, Run
from kehoach.word._styles import cell_style
from kehoach.word._text import BOLD, CLOSE, ITALIC, OPEN, Footnotes, escaped, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Row, Table, Text

_BATCH = 256
_BETWEEN_CELLS, _BETWEEN_ROWS = "\x1f", "\x1e"
_EDGE_SPACES = tuple(
    found for edge in (_BETWEEN_CELLS, _BETWEEN_ROWS) for found in (f" {edge}", f"{edge} ")
)
_EDGE_BREAKS = (" \n", "\n ", "\n\n", *(space.replace(" ", "\n") for space in _EDGE_SPACES))
_EDGES = frozenset(" \n")
_ROW, _ROW_END = "<w:tr><w:trPr><w:cantSplit/>", "</w:tr>"
_KEEP = "<w:keepNext/>"
_MIDDLE = '<w:vAlign w:val="center"/>'


def table(given: Table, width: int, notes: Footnotes, *, keep: bool) -> Iterator[str]:
    """One table, `width` twips wide, in pieces; with `keep` its last row holds on to the next."""
    grid = _Grid(given.columns, width, notes)
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in grid.widths)
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )
    body, last = (given.rows, None) if not keep else (given.rows[:-1], given.rows[-1:])
    for row in given.header:
        yield grid.row(row, "<w:tblHeader/>", style="TableHead")
    yield from _body(grid, body)
    for row in last or ():
        yield grid.row(row, keep=_KEEP)
    yield "</w:tbl>"


def _body(grid: _Grid, rows: tuple[Row, ...]) -> Iterator[str]:
    for start in range(0, len(rows), _BATCH):
        yield _batch(grid, rows[start : start + _BATCH])


def _batch(grid: _Grid, rows: tuple[Row, ...]) -> str:
    """The rows poured at once; where that cannot be, in halves, down to a single row."""
    quick = None if grid.covered else _poured(grid, rows)
    if quick is not None:
        return quick
    if len(rows) == 1:
        return grid.row(rows[0])
    middle = len(rows) // 2
    return _batch(grid, rows[:middle]) + _batch(grid, rows[middle:])


def _poured(grid: _Grid, rows: tuple[Row, ...]) -> str | None:
    """The rows at once, or None when one of them holds more than plain text."""
    try:
        joined = _BETWEEN_ROWS.join([_BETWEEN_CELLS.join(row) for row in rows])  # type: ignore[arg-type]
    except TypeError:
        return None
    if _is_careful(joined, rows=len(rows), columns=len(grid.widths)):
        return None
    text = escaped(joined).replace("\n", f"{CLOSE}<w:br/>{OPEN}")
    template, cut = grid.plain, _BETWEEN_CELLS
    try:
        return "".join([template % tuple(row.split(cut)) for row in text.split(_BETWEEN_ROWS)])
    except TypeError:
        return None


def _is_careful(joined: str, *, rows: int, columns: int) -> bool:
    """Whether joined rows need the long way: odd places, or white space at an edge of a text."""
    return (
        joined.count(_BETWEEN_CELLS) != (columns - 1) * rows
        or joined.count(_BETWEEN_ROWS) != rows - 1
        or joined[:1] in _EDGES
        or joined[-1:] in _EDGES
        or "\t" in joined
        or any(found in joined for found in _EDGE_SPACES)
        or ("\n" in joined and any(found in joined for found in _EDGE_BREAKS))
    )


@define
class _Grid:
    """The columns of one table, and the cells that still reach down into the rows to come."""

    columns: tuple[Column, ...]
    width: int
    notes: Footnotes
    widths: list[int] = field(init=False)
    plain: str = field(init=False)
    covered: dict[int, tuple[int, int]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        shares = [column.share for column in self.columns]
        if not shares or min(shares) <= 0:
            raise ValueError(f"a table needs columns whose shares are above 0, not {shares}")
        ends = [round(self.width * end / sum(shares)) for end in accumulate(shares)]
        self.widths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="{cell_style(column.align)}"/></w:pPr>'
            f"<w:r>{OPEN}%s{CLOSE}</w:r></w:p></w:tc>"
            for size, column in zip(self.widths, self.columns, strict=True)
        )
        self.plain = f"{_ROW}</w:trPr>{cells}{_ROW_END}"

    def row(self, row: Row, repeated: str = "", *, style: str = "", keep: str = "") -> str:
        """One row, cell by cell; raises ValueError unless it has one place a column."""
        if len(row) != len(self.columns):
            raise ValueError(
                f"a row has {len(row)} places but the table {len(self.columns)} columns; "
                "give None where another cell covers a place"
            )
        cells, at = [], 0
        while at < len(row):
            given = row[at]
            if at in self.covered:
                across, xml = self._continued(at)
            else:
                cell = given if isinstance(given, Cell) else Cell(given or "")
                across, xml = self._cell(cell, at, style, keep)
                given = None
            if any(place is not None for place in (given, *row[at + 1 : at + across])):
                raise ValueError(f"another cell covers place {at} of {row!r}; give None there")
            cells.append(xml)
            at += across
        return f"{_ROW}{repeated}</w:trPr>{''.join(cells)}{_ROW_END}"

    def _continued(self, at: int) -> tuple[int, str]:
        across, left = self.covered.pop(at)
        if left > 1:
            self.covered[at] = (across, left - 1)
        return across, f"{self._open(at, across, '<w:vMerge/>')}<w:p/></w:tc>"

    def _cell(self, cell: Cell, at: int, style: str, keep: str) -> tuple[int, str]:
        across = min(max(cell.across, 1), len(self.columns) - at)
        merge = ""
        if cell.down > 1:
            self.covered[at] = (across, cell.down - 1)
            merge = '<w:vMerge w:val="restart"/>'
        named = style or cell_style(cell.align or self.columns[at].align)
        placed = f'<w:jc w:val="{cell.align.value}"/>' if style and cell.align else ""
        start = self._open(at, across, merge, _MIDDLE if style else "")
        return across, (
            f'{start}<w:p><w:pPr><w:pStyle w:val="{named}"/>{keep}{placed}'
            f"</w:pPr>{_held(cell, self.notes)}</w:p></w:tc>"
        )

    def _open(self, at: int, across: int, merge: str, middle: str = "") -> str:
        size = sum(self.widths[at : at + across])
        span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>'


def _held(cell: Cell, notes: Footnotes) -> str:
    """The text of a cell, within its content control if it has one, which cannot be deleted."""
    inside = _inside(cell, notes)
    if not cell.control:
        return inside
    prompt = "<w:showingPlcHdr/>" if cell.text == CONTROL_PROMPT else ""
    chosen = "".join(
        f"<w:listItem w:displayText={quoteattr(one)} w:value={quoteattr(one)}/>"
        for one in cell.choices
    )
    kind = f"<w:dropDownList>{chosen}</w:dropDownList>" if chosen else '<w:text w:multiLine="1"/>'
    tag = f'<w:tag w:val={quoteattr(cell.control)}/><w:lock w:val="sdtLocked"/>'
    return (
        f"<w:sdt><w:sdtPr>{tag}{prompt}{kind}</w:sdtPr>"
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _inside(cell: Cell, notes: Footnotes) -> str:
    text: Text = cell.text
    look = (BOLD if cell.bold else "") + (ITALIC if cell.italic else "")
    if not look or isinstance(text, str):
        return runs(text, notes, look)
    dressed = (
        Run(run.text, run.bold or cell.bold, run.italic or cell.italic, run.footnote)
        for run in text
    )
    return runs(tuple(dressed), notes)
