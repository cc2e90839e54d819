"""Dáng cần có: what is asked of runs, paragraphs and pages; None or "" leaves a thing as it is."""

from __future__ import annotations

from attrs import frozen


@frozen
class RunLook:
    """Dáng chữ: size in points; `black` asks for black letters on no ground.

    `color` is a colour in hexadecimal digits, `underline` False takes an underline away.
    """

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    font: str = ""
    black: bool = False
    color: str = ""
    underline: bool | None = None


@frozen
class ParagraphLook:
    """Dáng đoạn: Word's name of the alignment, indents in mm, gaps in points, lines of spacing.

    `first_line` counts from the margin of the text: the paragraph's left indent becomes 0.
    `sides` are the indents on the left and on the right, the first line like the others.
    """

    align: str = ""
    first_line: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    sides: tuple[float, float] | None = None


@frozen
class PageLook:
    """Dáng trang: paper and margins in mm; `start` is the number of the section's first page.

    `numerals` is Word's name of the page numbers' digits ("decimal").
    """

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    first_page_differs: bool | None = None
    start: int | None = None
    numerals: str = ""
