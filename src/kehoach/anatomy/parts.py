"""Thành phần đã nhận ra: which lines of a paper play which part, each with its place.

The parts are those of NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I, Phần I, Mục II, and what pages and
scanners add to them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from kehoach.observed import Line, ObservedTable, Place


class Component(StrEnum):
    """Thành phần thể thức của một dòng chữ."""

    NATION = "nation"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    SUBJECT = "subject"
    PLACE_DATE = "place_date"
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    DRAFT = "draft"
    KIND = "kind"
    SUMMARY = "summary"
    REFERENCE = "reference"
    AUTHORITY_LINE = "authority_line"
    SENDER = "sender"
    BASIS = "basis"
    ADDRESSEE = "addressee"
    BODY = "body"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENT = "recipient"
    DRAFTER = "drafter"
    SIGNATURE = "signature"
    SIGNED = "signed"
    OTHER_POST = "other_post"
    SIGNER = "signer"
    OFFICE_ADDRESS = "office_address"
    COPY = "copy"
    FOOTNOTE = "footnote"
    RULE = "rule"
    PAGE_NUMBER = "page_number"
    REPEATED = "repeated"
    REMAINDER = "remainder"


@frozen
class Piece:
    """Mẩu chữ: a line, or the part of a shared line, that plays one part.

    `text` is composed (NFC), with single spaces and no space at its ends; `whole` tells whether
    it is all of its line. `gap` is the number of blank lines before it.
    """

    text: str
    line: Line
    gap: int = 0
    whole: bool = True

    @property
    def place(self) -> Place:
        """Vị trí của dòng."""
        return self.line.place

    @property
    def number(self) -> int | None:
        """Số dòng của tệp chữ, from 1; None in a Word file."""
        return self.line.place.line

    @property
    def centred(self) -> bool:
        """Căn giữa."""
        return self.line.paragraph.format.alignment == "center"

    @property
    def bold(self) -> bool:
        """Đậm toàn bộ: every visible run that holds a letter is bold."""
        lettered = [run for run in self.line.paragraph.runs if run.text.strip()]
        return bool(lettered) and all(run.format.bold for run in lettered)

    @property
    def italic(self) -> bool:
        """Nghiêng toàn bộ."""
        lettered = [run for run in self.line.paragraph.runs if run.text.strip()]
        return bool(lettered) and all(run.format.italic for run in lettered)

    @property
    def capitals(self) -> bool:
        """Chữ in hoa toàn bộ, as typed or by format."""
        return self.text.isupper() or all(
            run.format.caps for run in self.line.paragraph.runs if run.text.strip()
        )


@frozen
class GridCell:
    """Ô của bảng nội dung: composed text, one paragraph a line; `column` counts from 0."""

    text: str
    column: int
    across: int = 1
    down: int = 1
    bold: bool = False


@frozen
class Grid:
    """Bảng nội dung: rows of cells, from a table of the file or from lines with tabs."""

    rows: tuple[tuple[GridCell, ...], ...]
    lines: tuple[Line, ...]
    width: int
    table: ObservedTable | None = None
    gap: int = 0

    @property
    def place(self) -> Place:
        """Vị trí của ô đầu tiên."""
        return self.lines[0].place


Element: TypeAlias = Piece | Grid
"""Một phần tử của thân văn bản: a piece of text or a table."""


@frozen
class Span:
    """Các dòng của một thành phần, in order."""

    component: Component
    elements: tuple[Element, ...]


@frozen
class AnnexParts:
    """Một phụ lục: its label, title, reference line and body; `landscape` as its pages are."""

    label: tuple[Piece, ...] = ()
    title: tuple[Piece, ...] = ()
    reference: tuple[Piece, ...] = ()
    body: tuple[Element, ...] = ()
    landscape: bool = False


@frozen
class Anatomy:
    """Các thành phần của một văn bản.

    `spans` holds one span a component, blank lines left out. `enclosing` are the lines of the
    paper that promulgates this one, where both stand in one file.
    """

    spans: tuple[Span, ...] = ()
    annexes: tuple[AnnexParts, ...] = ()
    enclosing: tuple[Element, ...] = ()

    def of(self, component: Component) -> tuple[Element, ...]:
        """Các phần tử của một thành phần; empty where the paper has none."""
        return next((one.elements for one in self.spans if one.component is component), ())

    def pieces(self, component: Component) -> tuple[Piece, ...]:
        """Các mẩu chữ của một thành phần, its tables left out."""
        return tuple(one for one in self.of(component) if isinstance(one, Piece))

    def text(self, component: Component) -> str:
        """Chữ của một thành phần: its pieces, one a line; "" where the paper has none."""
        return "\n".join(piece.text for piece in self.pieces(component))
