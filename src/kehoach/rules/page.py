"""Trang giấy: paper, margins, typeface, the body's paragraphs and the page number."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from kehoach.rules.parts import Align, Choice, Range, Rule

Place = Literal["header", "footer"]


@frozen(kw_only=True)
class Margins(Rule):
    """Lề trang: distance from each edge of the paper, millimetres."""

    top: Range
    bottom: Range
    left: Range
    right: Range


@frozen(kw_only=True)
class Landscape(Rule):
    """Trình bày theo chiều rộng: when a page may lie on its side, and with which margins."""

    allowed: Literal["never", "tables", "always"]
    margins: Margins


@frozen(kw_only=True)
class Paper(Rule):
    """Khổ giấy khác: another paper that some types may use; sides in millimetres."""

    name: str
    width: float
    height: float
    types: tuple[str, ...]


@frozen(kw_only=True)
class PageRule(Rule):
    """Khổ giấy, lề trang: paper, margins and the place of headers; millimetres."""

    width: float
    height: float
    margins: Margins
    landscape: Landscape
    header_distance: Range
    footer_distance: Range
    other_papers: tuple[Paper, ...] = ()

    @property
    def text_width(self) -> float:
        """Width of an upright page between the preferred side margins, millimetres."""
        return self.width - self.margins.left.preferred - self.margins.right.preferred

    @property
    def landscape_text_width(self) -> float:
        """Width of a page on its side between its preferred side margins, millimetres."""
        margins = self.landscape.margins
        return self.height - margins.left.preferred - margins.right.preferred


@frozen(kw_only=True)
class FontRule(Rule):
    """Phông chữ, màu chữ: the typeface and the colour (RRGGBB) of the text."""

    family: str
    color: str


@frozen(kw_only=True)
class BodyRule(Rule):
    """Nội dung văn bản: how paragraphs run.

    `indent` is the first line's, millimetres; `paragraph_spacing` points between paragraphs;
    `line_spacing` multiples of a single line; `exact_line` points, where exact spacing is named.
    """

    align: Align
    indent: Choice
    paragraph_spacing: Range
    line_spacing: Range
    exact_line: Range | None = None


@frozen(kw_only=True)
class PageNumberRule(Rule):
    """Số trang: where the page number stands and where it starts."""

    place: Place
    align: Align
    start: int
    hidden_on_first: bool
    annex_restart: bool


@frozen(kw_only=True)
class LayoutRule(Rule):
    """Kích thước bố trí: lengths that no text fixes; millimetres, `line_thickness` in points.

    The right column's width is given for the letterhead and the signature table; the left one
    has what remains of the text's width. `letterhead_gap` and `addressee_gap` are points.
    """

    letterhead_right: float
    signature_right: float
    signature_space: float
    line_thickness: float
    letterhead_gap: float
    addressee_gap: float
    addressee_indent: float
    cell_padding: float
