"""Khối nội dung: paragraphs, headings and tables as what the template prints."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kehoach.documents import Alignment, Cell, Heading, Paragraph, Part, Table
from kehoach.rules.fitting import line_width
from kehoach_html._style import css_class
from kehoach_html._text import markup, plain_markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.documents import Block, Column, Row
    from kehoach.rules import Rulebook
    from kehoach_html._text import Notes

DEEPEST = 6
"""HTML knows six levels of headings; the paper's title is the first."""
_ALIGNED = {Alignment.CENTER: "center", Alignment.RIGHT: "right", Alignment.JUSTIFY: "justify"}


def blocks(given: Sequence[Block], rulebook: Rulebook, notes: Notes) -> Iterator[dict[str, Any]]:
    """The blocks of one sheet in their order."""
    for block, after in pairwise((*given, None)):
        above_table = isinstance(after, Table)
        match block:
            case Table():
                yield {"kind": "table", **_table(block, notes), "above_table": above_table}
            case Heading():
                yield {
                    "kind": "heading",
                    "level": min(max(block.level, 1) + 1, DEEPEST),
                    "part": css_class(block.part),
                    "label": plain_markup(block.label),
                    "label_part": css_class(block.label_part),
                    "text": markup(block.text, notes),
                    "above_table": above_table,
                }
            case Paragraph():
                yield _paragraph(block, rulebook, notes, above_table=above_table)


def _paragraph(
    block: Paragraph, rulebook: Rulebook, notes: Notes, *, above_table: bool
) -> dict[str, Any]:
    caption = block.part is Part.TABLE_CAPTION
    hanging = None
    if block.part is Part.ADDRESSEE:
        dash = line_width("- ", rulebook.part("addressee"))
        hanging = (1.5 * rulebook.layout.addressee_indent + dash, dash)
    return {
        "kind": "paragraph",
        "part": css_class(block.part),
        "text": markup(block.text, notes),
        "above_table": above_table and not caption,
        "hanging": hanging,
    }


def _table(table: Table, notes: Notes) -> dict[str, Any]:
    whole = sum(column.share for column in table.columns) or 1.0
    grid = _Grid(table.columns, notes)
    return {
        "widths": [round(100 * column.share / whole, 3) for column in table.columns],
        "header": [grid.row(row, head=True) for row in table.header],
        "rows": (grid.row(row) for row in table.rows),
    }


class _Grid:
    """The columns of a table, and which places cells of rows above still cover."""

    def __init__(self, columns: Sequence[Column], notes: Notes) -> None:
        self._columns, self._notes = columns, notes
        self._covered: dict[int, int] = {}

    def row(self, row: Row, *, head: bool = False) -> list[dict[str, Any]]:
        """The cells that a row prints; raises ValueError unless it has one place a column."""
        if len(row) != len(self._columns):
            raise ValueError(
                f"a row has {len(row)} places but the table {len(self._columns)} columns; "
                "give None where another cell covers a place"
            )
        return list(self._cells(row, head=head))

    def _cells(self, row: Row, *, head: bool) -> Iterator[dict[str, Any]]:
        at = 0
        while at < len(row):
            if self._covered.get(at):
                self._covered[at] -= 1
                at += 1
                continue
            given = row[at]
            cell = given if isinstance(given, Cell) else Cell(given or "")
            across = min(max(cell.across, 1), len(row) - at)
            down = max(cell.down, 1)
            if down > 1:
                self._covered |= dict.fromkeys(range(at, at + across), down - 1)
            align = cell.align or (None if head else self._columns[at].align)
            yield {
                "across": across,
                "down": down,
                "align": _ALIGNED.get(align, "") if align else "",
                "text": markup(cell.text, self._notes, bold=cell.bold, italic=cell.italic),
            }
            at += across


def texts(lines: Iterable[str]) -> list[Any]:
    """Printed lines as markup."""
    return [plain_markup(line) for line in lines]
