"""Văn bản đã đọc: everything that was seen in one file, from whatever door it came in."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from kehoach.findings import Finding
from kehoach.observed.blocks import Block
from kehoach.observed.lines import lines_of, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.observed.blocks import ObservedParagraph
    from kehoach.observed.lines import Line, Place


class SourceKind(StrEnum):
    """Loại tệp: where the paper was read from."""

    DOCX = "docx"
    TEXT = "text"
    XLSX = "xlsx"
    CSV = "csv"


@frozen
class Margins:
    """Lề trang: millimetres."""

    top: float
    bottom: float
    left: float
    right: float
    gutter: float = 0.0


@frozen
class Marginal:
    """Đầu trang hoặc chân trang của một phân đoạn: what stands on each kind of page.

    None where the section has none, after taking over the previous section's.
    """

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@frozen
class ObservedSection:
    """Phân đoạn: a stretch of pages, `blocks[start:end]` of the paper; millimetres.

    `begins` is Word's kind of section break (`nextPage`, `continuous` …). `first_page_differs`
    is Word's titlePg: page one shows the `first` header. `page_start` is None where the count
    goes on; `page_format` is Word's number format.
    """

    start: int
    end: int
    width: float
    height: float
    margins: Margins
    landscape: bool = False
    header_distance: float = 12.7
    footer_distance: float = 12.7
    begins: str = "nextPage"
    first_page_differs: bool = False
    page_start: int | None = None
    page_format: str = "decimal"
    columns: int = 1
    headers: Marginal = Marginal()
    footers: Marginal = Marginal()

    @property
    def text_width(self) -> float:
        """Bề rộng vùng chữ: millimetres between the margins."""
        return self.width - self.margins.left - self.margins.right - self.margins.gutter


@frozen
class ObservedNote:
    """Chú thích: a footnote or endnote, by the id that its reference carries."""

    id: str
    kind: Literal["footnote", "endnote"]
    blocks: tuple[Block, ...]


@frozen
class ObservedComment:
    """Nhận xét: a comment left in the file; `date` is as the file writes it."""

    id: str
    author: str
    date: str
    blocks: tuple[Block, ...]


@frozen
class FileProperties:
    """Thuộc tính tệp: what the file says of itself; "" or None where it says nothing."""

    title: str = ""
    author: str = ""
    last_author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""
    created: str = ""
    modified: str = ""
    application: str = ""
    pages: int | None = None


@frozen
class Observed:
    """Văn bản đã đọc.

    `blocks` is the body in document order. `remarks` says what the reader should know about the
    file itself: macros, tracked changes taken as accepted, comments, converted encodings,
    external parts that were not fetched. `fonts` are the fonts that the file declares,
    `encoding` how a text file was encoded.
    """

    kind: SourceKind
    blocks: tuple[Block, ...] = ()
    sections: tuple[ObservedSection, ...] = ()
    footnotes: tuple[ObservedNote, ...] = ()
    endnotes: tuple[ObservedNote, ...] = ()
    comments: tuple[ObservedComment, ...] = ()
    properties: FileProperties = FileProperties()
    remarks: tuple[Finding, ...] = ()
    fonts: tuple[str, ...] = ()
    even_pages_differ: bool = False
    encoding: str = ""

    def lines(self) -> tuple[Line, ...]:
        """Các dòng chữ của thân văn bản: in order, blank ones too, each with its place."""
        return self._lines

    def paragraphs(self) -> Iterator[tuple[Place, ObservedParagraph]]:
        """Các đoạn của thân văn bản: those inside tables and text boxes too, with their place."""
        return paragraphs_of(self.blocks)

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        """Computed once: reading and checking both go through the lines more than once."""
        return tuple(lines_of(self.blocks))

    @property
    def text(self) -> str:
        """Toàn bộ chữ của thân văn bản: its lines, joined by line feeds."""
        return "\n".join(line.text for line in self.lines())
