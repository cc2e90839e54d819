"""Văn bản: a paper as it will be printed, every character of it; knows no plan and no font.

Exporters lay this tree out and change no word of it (law 8 of the design).
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen


class Part(StrEnum):
    """Thành phần: which row of the rulebook dresses a paragraph."""

    BODY = "body"
    BASIS = "basis"
    AUTHORITY_LINE = "authority_line"
    ORDER_LINE = "order_line"
    SENDER_LINE = "sender_line"
    ADDRESSEE = "addressee"
    PART_LABEL = "part_label"
    PART_TITLE = "part_title"
    CHAPTER_LABEL = "chapter_label"
    CHAPTER_TITLE = "chapter_title"
    SECTION_LABEL = "section_label"
    SECTION_TITLE = "section_title"
    SUBSECTION_LABEL = "subsection_label"
    SUBSECTION_TITLE = "subsection_title"
    ARTICLE = "article"
    ROMAN_HEADING = "roman_heading"
    CLAUSE_HEADING = "clause_heading"
    CLAUSE = "clause"
    POINT = "point"
    TABLE_CAPTION = "table_caption"


@frozen
class Run:
    """Đoạn chữ cùng kiểu; a newline in `text` is a line break, `footnote` hangs after the text."""

    text: str
    bold: bool = False
    italic: bool = False
    footnote: str | None = None


Text: TypeAlias = str | tuple[Run, ...]
"""Plain text, or runs where a part of it is bold, italic or carries a footnote."""


def plain(text: Text) -> str:
    """The printed characters of a text, without its footnotes."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


@frozen
class Paragraph:
    """Đoạn văn, with its mark ("- ", "1. ", "a) ") already printed in the text."""

    text: Text
    part: Part = Part.BODY


@frozen
class Heading:
    """Đề mục: `text` on one line, under a `label` on a line of its own ("Chương I") if any.

    `level` counts from 1 for the outermost; it becomes the outline level of navigation panes.
    """

    text: Text
    level: int
    part: Part = Part.CLAUSE_HEADING
    label: str = ""
    label_part: Part = Part.CHAPTER_LABEL


class Alignment(StrEnum):
    """Căn lề của một cột."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "both"


@frozen
class Column:
    """Cột của bảng: `share` is its part of the table's width, any unit."""

    share: float = 1.0
    align: Alignment = Alignment.LEFT


@frozen
class Cell:
    """Ô của bảng, where it is more than plain text.

    `across` and `down` count the columns and rows it covers; the covered places hold `None`.
    `align` overrides the column's. With `control` the text is a content control that a reader
    fills in, by that mark, or chooses among the `choices`; :data:`CONTROL_PROMPT` is one left open.
    """

    text: Text = ""
    across: int = 1
    down: int = 1
    bold: bool = False
    italic: bool = False
    align: Alignment | None = None
    control: str = ""
    choices: tuple[str, ...] = ()


CONTROL_PROMPT = "…"
"""Chữ của một ô chưa điền."""

Row: TypeAlias = tuple[str | Cell | None, ...]
"""One place a column: plain text, a `Cell`, or `None` where another cell covers it."""


@frozen
class Table:
    """Bảng: `header` rows are repeated on every page, no row is split over two pages."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()


Block: TypeAlias = Paragraph | Heading | Table


@frozen
class Letterhead:
    """Phần đầu văn bản: tên cơ quan, số và ký hiệu, Quốc hiệu và Tiêu ngữ, địa danh và ngày.

    `superior` and `issuer` are printed lines; an empty `number` or `place_date` is not printed
    (a text that a decision promulgates has neither). `subject` is the "V/v …" of a công văn.
    `urgency` and `circulation` are the words inside the boxes.
    """

    issuer: tuple[str, ...]
    nation: str
    motto: str
    superior: tuple[str, ...] = ()
    number: str = ""
    place_date: str = ""
    subject: str = ""
    urgency: str = ""
    circulation: str = ""


@frozen
class Title:
    """Tên loại và trích yếu; `reference` is the "(Kèm theo …)" line under a promulgated text."""

    kind: str
    summary: str = ""
    reference: str = ""


@frozen
class SignatureBlock:
    """Khối chữ ký: authority and post lines, then the space to sign, then post and name."""

    lines: tuple[str, ...]
    name: str = ""
    other_post: str = ""


@frozen
class Closing:
    """Phần cuối văn bản: nơi nhận bên trái, chữ ký bên phải.

    `recipients` are printed lines with dash and closing mark; `drafter` follows the last one.
    Several signatures stand side by side, the recipients below them; a `confirmation` stands
    below all of it, on the left.
    """

    signatures: tuple[SignatureBlock, ...]
    recipients_label: str = ""
    recipients: tuple[str, ...] = ()
    drafter: str = ""
    confirmation: SignatureBlock | None = None


@frozen
class CopyBlock:
    """Khối bản sao: what certifies a copy, under a full line after the end of the copied paper.

    `form` is the printed form of the copy ("SAO Y"), `issuer` the printed lines of who copies.
    """

    form: str
    issuer: tuple[str, ...]
    number: str
    place_date: str
    closing: Closing


@frozen
class Appendix:
    """Phụ lục: its own pages, numbered from 1; `landscape` turns them."""

    label: str
    title: str
    reference: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@frozen
class Properties:
    """Thuộc tính tệp: what a file manager shows; no time of writing, so that bytes agree."""

    title: str
    author: str = ""
    subject: str = ""
    date: datetime.date | None = None


@frozen
class Document:
    """Văn bản: one paper, from letterhead to annexes, as printed.

    `kind` is the key of the document type ("KH"). `addressees` are the printed lines of "Kính
    gửi". `enclosed` are texts that this paper promulgates; each starts on a page of its own.
    `signing` stands at the top right of page 1 of an electronic copy or of an annex apart.
    `copies` certify that the paper is a copy, of a copy where there are several.
    `regime` is the id of the rulebook that the paper was composed under, if any. `watermark` is the
    word that lies under every page of a draft.
    """

    kind: str
    properties: Properties
    letterhead: Letterhead | None = None
    title: Title | None = None
    addressees: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    closing: Closing | None = None
    office_address: str = ""
    appendices: tuple[Appendix, ...] = ()
    enclosed: tuple[Document, ...] = ()
    copies: tuple[CopyBlock, ...] = ()
    signing: str = ""
    regime: str = ""
    watermark: str = ""
