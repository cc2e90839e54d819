"""Ghi văn bản: a Document as a .docx, its sections one after the other."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from itertools import chain
from typing import IO, TYPE_CHECKING, BinaryIO, Final

from attrs import evolve, frozen

from kehoach.documents import Cell, Table
from kehoach.word._base import BODY, CORE, FIRST_FOOTER, FIRST_HEADER, FOOTNOTES, Extras, base
from kehoach.word._blocks import SEPARATOR, blocks, paragraph
from kehoach.word._closing import closing
from kehoach.word._copies import copy_block
from kehoach.word._letterhead import addressees, annex_head, circulation, letterhead, title
from kehoach.word._measure import twips
from kehoach.word._package import CHUNK, add_streamed, entry
from kehoach.word._properties import core_xml
from kehoach.word._sections import blank, footnotes_xml, header_xml, section
from kehoach.word._styles import NAMESPACE, RELATIONSHIPS
from kehoach.word._text import Footnotes, encoded
from kehoach.word._watermark import watermark_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Appendix, Block, Document, Text
    from kehoach.rules import Rulebook
    from kehoach.word._base import Base

SPOOLED_BYTES: Final = 8 << 20
PROLOG: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN: Final = f'{PROLOG}<w:document xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"><w:body>'
_CLOSE: Final = "</w:body></w:document>"


def write(document: Document, rulebook: Rulebook) -> bytes:
    """Ghi văn bản thành tệp .docx: the bytes of the paper under the rulebook.

    The same document and rulebook give the same bytes. Raises UnwritableText for characters
    that no file can hold, ValueError for a table whose rows do not fit its columns.
    """
    buffer = io.BytesIO()
    _write(document, rulebook, buffer)
    return buffer.getvalue()


def write_to(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:
    """Ghi văn bản .docx ra một luồng: the bytes of `write`, in constant memory.

    A long table is made and compressed row by row; past 8 MiB the packed file waits on disk.
    Raises what `write` raises; the stream is then untouched.
    """
    with tempfile.SpooledTemporaryFile(SPOOLED_BYTES) as buffer:
        _write(document, rulebook, buffer)
        buffer.seek(0)
        shutil.copyfileobj(buffer, stream, CHUNK)


def _write(document: Document, rulebook: Rulebook, buffer: IO[bytes]) -> None:
    head = document.letterhead
    boxed = head.circulation if head else ""
    notes = Footnotes()
    address, draft = document.office_address, document.watermark
    above = f"{_signing(document)}{circulation(head, rulebook) if head and boxed else ''}"
    extras = Extras(bool(above), bool(address), _has_footnotes(document), draft)
    shared = base(rulebook, extras)
    buffer.write(shared.data)
    with zipfile.ZipFile(buffer, "a") as package:

        def add(name: str, xml: str) -> None:
            package.writestr(entry(name), encoded(PROLOG + xml, document))

        add(CORE, core_xml(document.properties))
        add_streamed(package, BODY, _pieces(document, rulebook, shared, notes))
        if notes.texts:
            add(FOOTNOTES, footnotes_xml(notes.texts))
        if above:
            under = blank("Header", watermark_run(draft)) if draft else ""
            add(FIRST_HEADER, header_xml("hdr", above + under))
        if address:
            add(FIRST_FOOTER, header_xml("ftr", paragraph("OfficeAddress", address)))


def _signing(document: Document) -> str:
    """What the organisation's signature shows of itself, in the top margin of page 1."""
    return paragraph("SigningInfo", document.signing) if document.signing else ""


def _pieces(
    document: Document, rulebook: Rulebook, shared: Base, notes: Footnotes
) -> Iterator[bytes]:
    """UTF-8 of the body, in pieces of about 64 KiB."""
    waiting: list[str] = []
    length = 0
    for xml in _body(document, rulebook, shared, notes):
        waiting.append(xml)
        length += len(xml)
        if length > CHUNK:
            yield encoded("".join(waiting), document)
            waiting, length = [], 0
    yield encoded("".join(waiting), document)


def _body(document: Document, rulebook: Rulebook, shared: Base, notes: Footnotes) -> Iterator[str]:
    yield _OPEN
    ending = ""
    for page in _sections(document, rulebook, notes):
        if page.first:
            yield from page.content
            ending = section(rulebook, shared.first, landscape=page.landscape)
            continue
        yield f'<w:p><w:pPr><w:pStyle w:val="TableEnd"/>{ending}</w:pPr></w:p>'
        yield from page.content
        ending = section(rulebook, shared.later, landscape=page.landscape)
    landscape = bool(document.appendices) and document.appendices[-1].landscape
    page_rule = rulebook.page
    across = page_rule.landscape_text_width if landscape else page_rule.text_width
    for certified in document.copies:
        yield copy_block(certified, rulebook, across)
    yield f'<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>{ending}{_CLOSE}'


@frozen
class _Section:
    """Pages with one orientation and one count."""

    content: Iterable[str]
    landscape: bool = False
    first: bool = False


def _sections(
    document: Document, rulebook: Rulebook, notes: Footnotes, *, first: bool = True
) -> Iterator[_Section]:
    """The paper, its annexes, then what it promulgates with its own annexes.

    An annex that stands apart from its paper begins the file.
    """
    apart = first and _is_apart(document)
    if not apart:
        content = _main(document, rulebook, notes)
        yield _Section(content if first else _marked(document, rulebook, content), first=first)
    for index, appendix in enumerate(document.appendices):
        page = _Section(_annex(appendix, rulebook, notes), appendix.landscape)
        yield evolve(page, first=True) if apart and not index else page
    for enclosed in document.enclosed:
        yield from _sections(enclosed, rulebook, notes, first=False)


def _is_apart(document: Document) -> bool:
    """Whether the file holds annexes without their paper."""
    parts = (document.letterhead, document.title, document.closing)
    printed = (document.addressees, document.blocks)
    return bool(document.appendices) and not any(parts) and not any(printed)


def _main(document: Document, rulebook: Rulebook, notes: Footnotes) -> Iterator[str]:
    if document.letterhead:
        yield letterhead(document.letterhead, rulebook)
        if not (document.title or document.addressees):
            yield SEPARATOR
    if document.title:
        yield title(document.title, rulebook)
    yield from addressees(document.addressees, rulebook)
    yield from blocks(document.blocks, rulebook, twips(rulebook.page.text_width), notes)
    if document.closing:
        if document.blocks and isinstance(document.blocks[-1], Table):
            yield SEPARATOR
        yield closing(document.closing, rulebook)


def _marked(document: Document, rulebook: Rulebook, content: Iterator[str]) -> Iterator[str]:
    """A promulgated paper with circulation box and address in its body, not on the page's edge."""
    head = document.letterhead
    if head and head.circulation:
        yield circulation(head, rulebook)
    yield from content
    if document.office_address:
        yield paragraph("OfficeAddress", document.office_address)


def _annex(appendix: Appendix, rulebook: Rulebook, notes: Footnotes) -> Iterator[str]:
    page = rulebook.page
    width = page.landscape_text_width if appendix.landscape else page.text_width
    yield annex_head(appendix, rulebook)
    yield from blocks(appendix.blocks, rulebook, twips(width), notes)


def _has_footnotes(document: Document) -> bool:
    given = (document.blocks, *(appendix.blocks for appendix in document.appendices))
    return any(map(_noted, given)) or any(map(_has_footnotes, document.enclosed))


def _noted(given: tuple[Block, ...]) -> bool:
    return any(
        _noted_table(block) if isinstance(block, Table) else _hung(block.text) for block in given
    )


def _noted_table(table: Table) -> bool:
    rows = (*table.header, *table.rows)
    if Cell not in map(type, chain.from_iterable(rows)):
        return False
    cells = (cell for row in rows for cell in row if isinstance(cell, Cell))
    return any(_hung(cell.text) for cell in cells)


def _hung(text: Text) -> bool:
    return not isinstance(text, str) and any(run.footnote is not None for run in text)
