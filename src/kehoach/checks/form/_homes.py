"""Chỗ đứng và đường kẻ: where a paragraph stands in its cell or page, and the line below it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.observed import Block, ObservedParagraph, ObservedTable
from kehoach.rules.metrics import break_lines, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.observed import ObservedCell, ObservedDrawing, Place

_BLANKS = 3
_TYPED = frozenset("_-–—=~.*· \u00a0\u2500")
_THIN_MM = 1.0


@frozen
class Home:
    """The blocks among which a paragraph stands, its index, and the width it has (mm)."""

    blocks: tuple[Block, ...]
    index: int
    width: float

    @property
    def paragraph(self) -> ObservedParagraph:
        """The paragraph itself."""
        found = self.blocks[self.index]
        assert isinstance(found, ObservedParagraph)  # noqa: S101 - homes are made of paragraphs
        return found


@frozen
class Drawn:
    """A line below a text: drawn (`kind` "line") or typed; its length in mm.

    `holder` is the blank paragraph that has it as a border, or that was typed full of signs.
    """

    kind: str
    length: float
    sign: str = ""
    holder: ObservedParagraph | None = None


def home_of(context: Context, piece: Piece) -> Home | None:
    """Where a piece of the body or of a cell stands; None in text boxes and nested tables."""
    observed, place = context.observed, piece.place
    if place.part or place.paragraph is None:
        return None
    width = observed.sections[0].text_width if observed.sections else 0.0
    blocks: tuple[Block, ...] = observed.blocks
    if place.table is not None:
        cell = _cell(blocks, place)
        if cell is None:
            return None
        blocks, width = cell.blocks, (cell.width or width) - cell.margin_left - cell.margin_right
    index = place.paragraph - 1
    if index >= len(blocks) or blocks[index] is not piece.line.paragraph:
        return None
    return Home(blocks, index, width)


def _cell(blocks: tuple[Block, ...], place: Place) -> ObservedCell | None:
    tables = (block for block in blocks if isinstance(block, ObservedTable))
    table = next(islice(tables, (place.table or 1) - 1, None), None)
    row = (place.row or 1) - 1
    if table is None or row >= len(table.rows):
        return None
    cells = table.rows[row].cells
    return next((one for one in cells if one.column + 1 == place.column), None)


def line_below(home: Home) -> Drawn | None:
    """The line under a paragraph: its own border, one in the blanks below, a drawing, signs."""
    form = home.paragraph.format
    room = home.width - form.left - form.right
    if form.borders.bottom:
        return Drawn("line", room)
    if drawn := _drawing(home.paragraph):
        return drawn
    for block in home.blocks[home.index + 1 : home.index + 1 + _BLANKS]:
        if isinstance(block, ObservedTable):
            return None
        if drawn := _under(block, home.width):
            return drawn
        if not block.is_blank:
            return None
    return None


def _under(block: ObservedParagraph, width: float) -> Drawn | None:
    """The line that a paragraph below a text draws, blank or not."""
    if drawn := _drawing(block):
        return drawn
    if typed := _signs(block):
        return Drawn("typed", text_width(typed, _size_of(block)), typed[:4], block)
    if not block.is_blank:
        return _leading(block, width)
    form = block.format
    if form.borders.top or form.borders.bottom:
        return Drawn("line", width - form.left - form.right, holder=block)
    return None


def _leading(block: ObservedParagraph, width: float) -> Drawn | None:
    form = block.format
    box = form.borders.left or form.borders.right
    if form.borders.top and not box:
        return Drawn("line", width - form.left - form.right)
    return None


def _signs(block: ObservedParagraph) -> str:
    text = block.text.strip()
    return text if len(text) > 1 and set(text) <= _TYPED and any(map(text.count, "_-–—=~─")) else ""


def _drawing(paragraph: ObservedParagraph) -> Drawn | None:
    for run in paragraph.runs:
        for drawing in _flat(run.drawings):
            thin = drawing.height is not None and drawing.height <= _THIN_MM
            if (drawing.kind == "line" or (drawing.kind == "shape" and thin)) and drawing.width:
                return Drawn("line", drawing.width)
    return None


def _flat(drawings: Iterable[ObservedDrawing]) -> Iterator[ObservedDrawing]:
    for drawing in drawings:
        yield drawing
        yield from _flat(drawing.parts)


def _size_of(paragraph: ObservedParagraph) -> float:
    return next((run.format.size for run in paragraph.runs if run.text.strip()), 13.0)


def printed_width(piece: Piece, home: Home) -> float:
    """Width in mm of the last printed line of a text in its column, dressed as it is."""
    size, form = _size_of(piece.line.paragraph), home.paragraph.format
    room = max(home.width - form.left - form.right, 1.0)
    text = piece.line.text.strip(" \t") if piece.whole else piece.text
    lines = break_lines(text, room, size, bold=piece.bold, italic=piece.italic)
    return text_width(lines[-1] if lines else "", size, bold=piece.bold, italic=piece.italic)
