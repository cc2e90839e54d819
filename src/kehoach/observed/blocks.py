"""Khối: paragraphs, runs, tables and drawings as they were seen, in document order."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from kehoach.observed.formats import (
    NO_BORDERS,
    PLAIN,
    PLAIN_PARAGRAPH,
    Borders,
    ParagraphFormat,
    RunFormat,
)

SOFT_HYPHEN = "\u00ad"
PAGE_BREAK = "\f"

DrawingKind: TypeAlias = Literal["line", "shape", "text_box", "picture", "group", "chart", "object"]


@frozen
class NoteReference:
    """Dấu chú thích: the id of the footnote, endnote or comment that hangs here."""

    kind: Literal["footnote", "endnote", "comment"]
    id: str


@frozen
class ObservedRun:
    r"""Đoạn chữ cùng định dạng.

    In `text` a line break is ``\n``, a tab ``\t``, a page or column break ``\f``, a soft
    hyphen U+00AD, a no-break hyphen U+2011. `field` is the instruction of the field whose result
    this is (``PAGE``), `link` the address of a hyperlink (``#name`` within the paper), `control`
    the title of a content control and `placeholder` whether it still shows its prompt. `legacy`
    names the encoding that the text was converted from (``TCVN3``, ``VNI``); the format then
    still names the old font.
    """

    text: str
    format: RunFormat = PLAIN
    field: str = ""
    link: str = ""
    note: NoteReference | None = None
    drawings: tuple[ObservedDrawing, ...] = ()
    control: str = ""
    placeholder: bool = False
    legacy: str = ""


@frozen
class ObservedNumber:
    """Số thứ tự tự động: what Word prints before the paragraph without it being in the text.

    `text` is as printed (``I.``, ``1.2.``, ``a)``, ``-``), `level` counts from 0, `kind` is
    Word's number format (``upperRoman``, ``bullet`` …), `suffix` what follows it. `glyph` is
    the bullet's own character where `text` replaces one of a symbol font.
    """

    text: str
    level: int = 0
    list_id: int = 0
    kind: str = "decimal"
    suffix: Literal["\t", " ", ""] = "\t"
    format: RunFormat = PLAIN
    glyph: str = ""


@frozen
class ObservedParagraph:
    """Đoạn văn đã đọc; `line` is the line of a text file, from 1."""

    runs: tuple[ObservedRun, ...] = ()
    format: ParagraphFormat = PLAIN_PARAGRAPH
    number: ObservedNumber | None = None
    line: int | None = None

    @property
    def text(self) -> str:
        """Chữ nhìn thấy: the text of the runs without hidden text, soft hyphens and numbering."""
        runs = self.runs
        if len(runs) == 1 and not runs[0].format.hidden:
            joined = runs[0].text
        else:
            joined = "".join([run.text for run in runs if not run.format.hidden])
        return joined.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in joined else joined

    @property
    def printed(self) -> str:
        """Chữ như in ra: the automatic number, if any, one space, then the text."""
        if self.number is None or not self.number.text:
            return self.text
        return f"{self.number.text} {self.text}" if self.text else self.number.text

    @property
    def is_blank(self) -> bool:
        """Đoạn trống: whether nothing is printed, no drawing and no number either."""
        return not (self.printed.strip() or any(run.drawings for run in self.runs))


@frozen
class ObservedCell:
    """Ô: `column` is its place in the grid, from 0; it covers `across` columns, `down` rows.

    `width` and the margins (left, right) are in mm. `borders` are those drawn around this cell
    once the table's and its style's are applied. A cell that another one covers does not occur.
    """

    blocks: tuple[Block, ...] = ()
    column: int = 0
    across: int = 1
    down: int = 1
    width: float | None = None
    borders: Borders = NO_BORDERS
    shading: str = ""
    vertical: str = "top"
    margin_left: float = 0.0
    margin_right: float = 0.0

    @property
    def text(self) -> str:
        """Chữ trong ô: its paragraphs as printed, one a line; nested tables cell by cell."""
        return "\n".join([_printed(block) for block in self.blocks])


@frozen
class ObservedRow:
    """Hàng: `header` repeats on every page, `cant_split` stays on one; heights in mm."""

    cells: tuple[ObservedCell, ...] = ()
    header: bool = False
    cant_split: bool = False
    height: float | None = None
    height_rule: Literal["auto", "exact", "at_least"] = "auto"
    line: int | None = None


@frozen
class ObservedTable:
    """Bảng: `grid` holds the widths of the columns in mm, `indent` its left edge's offset.

    `name` is the sheet's name when the table comes from a workbook. `borders` are the table's
    own; what is drawn around a cell stands with the cell.
    """

    rows: tuple[ObservedRow, ...] = ()
    grid: tuple[float, ...] = ()
    width: float | None = None
    indent: float = 0.0
    alignment: str = "left"
    fixed: bool = False
    floating: bool = False
    borders: Borders = NO_BORDERS
    style: str = ""
    name: str = ""


@frozen
class ObservedDrawing:
    """Hình vẽ: a line, shape, text box or picture; sizes and offsets in mm, `line_width` in pt.

    `x` and `y` are measured from what `x_from` and `y_from` name (`page`, `column`,
    `paragraph` …) and are None where the drawing stands in the line of text or is aligned
    (`align`). `line_width` is None where no line is drawn. `blocks` is what a text box holds,
    `parts` what a group holds; `target` is a picture's part in the package.
    """

    kind: DrawingKind
    width: float | None = None
    height: float | None = None
    x: float | None = None
    y: float | None = None
    x_from: str = ""
    y_from: str = ""
    align: str = ""
    anchored: bool = False
    line_width: float | None = None
    line_color: str = ""
    name: str = ""
    description: str = ""
    target: str = ""
    blocks: tuple[Block, ...] = ()
    parts: tuple[ObservedDrawing, ...] = ()


Block: TypeAlias = ObservedParagraph | ObservedTable
"""Khối: what stands one below the other in a page, a cell, a header or a text box."""


def _printed(block: Block) -> str:
    if isinstance(block, ObservedParagraph):
        return block.printed
    return "\n".join(cell.text for row in block.rows for cell in row.cells)
