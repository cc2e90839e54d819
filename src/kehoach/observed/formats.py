"""Định dạng: the effective formatting of what was seen, after styles, defaults and theme.

Lengths on the page are in millimetres; sizes, gaps and line widths in points.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

Alignment: TypeAlias = Literal["left", "center", "right", "both", "distribute"]
LineRule: TypeAlias = Literal["auto", "exact", "at_least"]
VerticalAlign: TypeAlias = Literal["", "superscript", "subscript"]

_ASCII_END = 0x80


@frozen
class Border:
    """Đường viền, đường kẻ: kind as Word names it (`single`, `double` …), width and gap in pt.

    `color` is a hex triple in capitals; "" stands for the automatic colour, black on paper.
    """

    kind: str = "single"
    width: float = 0.5
    color: str = ""
    gap: float = 0.0


@frozen
class Borders:
    """Các đường viền của đoạn, ô hoặc bảng; None where no line is drawn.

    `between` lies between two paragraphs of equal borders, `inside_h` and `inside_v` between
    the cells of a table.
    """

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None
    between: Border | None = None
    inside_h: Border | None = None
    inside_v: Border | None = None

    @property
    def any(self) -> bool:
        """Có đường viền: whether a line is drawn on any side."""
        return self != NO_BORDERS


NO_BORDERS = Borders()
"""Không viền."""


@frozen
class RunFormat:
    """Định dạng chữ: effective formatting of characters; the same look is the same object.

    `font` serves ASCII characters, `font_high` the others (Vietnamese letters with marks),
    `font_complex` right-to-left scripts, `font_east_asian` Chinese and the like; "" where
    nothing names a font. `size`, `spacing` and `raised` are in points, `scale` in percent.
    Colours are hex triples in capitals, "" the automatic one; `highlight` is Word's name of it.
    `underline` is Word's kind of underline, "" none. `style` names the character style.
    """

    font: str = ""
    font_high: str = ""
    font_complex: str = ""
    font_east_asian: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    color: str = ""
    highlight: str = ""
    shading: str = ""
    caps: bool = False
    small_caps: bool = False
    strike: bool = False
    vertical: VerticalAlign = ""
    hidden: bool = False
    spacing: float = 0.0
    raised: float = 0.0
    scale: float = 100.0
    language: str = ""
    style: str = ""

    def font_of(self, character: str) -> str:
        """Phông của một ký tự: the slot that Word takes for it in left-to-right text."""
        return self.font if ord(character) < _ASCII_END else self.font_high


PLAIN = RunFormat()
"""Chữ không định dạng: what Word falls back to when a file names nothing."""


@frozen
class TabStop:
    """Điểm dừng tab: position in mm from the left margin, kind and leader as Word names them."""

    position: float
    kind: str = "left"
    leader: str = ""


@frozen
class ParagraphFormat:
    """Định dạng đoạn: effective; the same format is the same object.

    `style` is the style's name, `outline_level` 1 to 9 or None for body text. Indents in mm:
    `first_line` is relative to `left`, negative when hanging. Gaps in pt. `line` counts in
    lines for the rule `auto`, in points for `exact` and `at_least`. `mark` dresses the
    paragraph's own mark: it decides the height of an empty paragraph.
    """

    style: str = ""
    style_id: str = ""
    outline_level: int | None = None
    alignment: Alignment = "left"
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    contextual_spacing: bool = False
    line_rule: LineRule = "auto"
    line: float = 1.0
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    borders: Borders = NO_BORDERS
    shading: str = ""
    tabs: tuple[TabStop, ...] = ()
    mark: RunFormat = PLAIN


PLAIN_PARAGRAPH = ParagraphFormat()
"""Đoạn không định dạng: what a line of a text file has."""
