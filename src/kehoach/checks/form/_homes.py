"""Chỗ đứng và đường kẻ: where a paragraph stands in its cell or page, and the line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.checks._context import once
from kehoach.observed import Block, ObservedParagraph, ObservedTable
from kehoach.rules.metrics import break_lines, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.observed import ObservedDrawing

_HEAD_BLOCKS = 60
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


Homes = "Mapping[int, Home]"


@once
def homes_of(context: Context) -> dict[int, Home]:
    """The homes of the paragraphs of the first blocks, by the identity of the paragraph."""
    observed = context.observed
    width = observed.sections[0].text_width if observed.sections else 0.0
    homes: dict[int, Home] = {}
    _settle(observed.blocks[:_HEAD_BLOCKS], width, homes)
    return homes


def _settle(blocks: tuple[Block, ...], width: float, homes: dict[int, Home]) -> None:
    for index, block in enumerate(blocks):
        if isinstance(block, ObservedParagraph):
            homes[id(block)] = Home(blocks, index, width)
            continue
        for row in block.rows:
            for cell in row.cells:
                inside = (cell.width or width) - cell.margin_left - cell.margin_right
                _settle(cell.blocks, inside, homes)


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
