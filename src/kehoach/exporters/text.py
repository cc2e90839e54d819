"""Xuất ra chữ thuần: every printed character of a paper as UTF-8 text, in reading order.

Parts and paragraphs are parted by a blank line, a line break in a paragraph is a line. The
two-column head becomes the left block, then the right one. A row of a table is a line, its cells
parted by tabs, empty where another cell covers the place. Footnotes stand as [1], [2] in the text
and are listed at the end. A no-break space becomes a space.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, BinaryIO

from kehoach.documents import Cell, Document, Heading, Paragraph, Table
from kehoach.errors import UnwritableText
from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.documents import Appendix, Block, Closing, CopyBlock, Letterhead, Row, Text, Title
    from kehoach.rules import Rulebook

_SPACES = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " "})
_ON_ONE_LINE = str.maketrans({"\n": " ", "\t": " "})


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `text`."""
    return [Exporter("text", ".txt", Subject.DOCUMENT, "Chữ thuần UTF-8 (.txt)", write)]


def write(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi văn bản thành chữ thuần; raises UnwritableText for characters that no file can hold."""
    stream.write(as_text(document).encode())


def as_text(document: Document) -> str:
    """Chữ của một văn bản, ending in a line feed; raises as `write` does."""
    notes: list[str] = []
    parts = [part for part in (document.watermark, *_document(document, notes)) if part]
    listed = "\n".join(f"[{number}] {note}" for number, note in zip(count(1), notes, strict=False))
    text = "\n\n".join([*parts, *filter(None, [listed])]).translate(_SPACES) + "\n"
    for offset, character in forbidden_characters(text):
        line = text.count("\n", 0, offset) + 1
        start = text.rfind("\n", 0, offset) + 1
        raise UnwritableText(f"line {line} of the text", offset - start, character)
    return text


def _document(document: Document, notes: list[str]) -> Iterator[str]:
    """The parts of a paper from top to bottom; footnotes met on the way are added to `notes`."""
    yield from _lines([document.signing])
    if document.letterhead is not None:
        yield from _letterhead(document.letterhead)
    if document.title is not None:
        yield _title(document.title)
    yield from _lines(document.addressees)
    yield from _blocks(document.blocks, notes)
    if document.closing is not None:
        yield from _closing(document.closing)
    yield from _lines([document.office_address])
    for appendix in document.appendices:
        yield from _appendix(appendix, notes)
    for enclosed in document.enclosed:
        yield from _document(enclosed, notes)
    for certified in document.copies:
        yield from _copy(certified)


def _copy(block: CopyBlock) -> Iterator[str]:
    yield from _lines([*block.issuer, block.number])
    yield from _lines([block.form, block.place_date])
    yield from _closing(block.closing)


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines that hold something, as one part; no part if none does."""
    text = "\n".join(filter(None, lines))
    if text:
        yield text


def _letterhead(head: Letterhead) -> Iterator[str]:
    left = [*head.superior, *head.issuer, head.number, head.subject]
    yield from _lines([*left, head.urgency, head.circulation])
    yield from _lines([head.nation, head.motto, head.place_date])


def _title(title: Title) -> str:
    return "\n".join(filter(None, [title.kind, title.summary, title.reference]))


def _blocks(blocks: Iterable[Block], notes: list[str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _inline(block.text, notes)
            case Heading():
                yield from _lines([block.label, _inline(block.text, notes)])
            case Table():
                rows = (*block.header, *block.rows)
                yield "\n".join(_row(row, notes) for row in rows)


def _inline(text: Text, notes: list[str]) -> str:
    if isinstance(text, str):
        return text
    printed = []
    for run in text:
        printed.append(run.text)
        if run.footnote is not None:
            notes.append(run.footnote)
            printed.append(f"[{len(notes)}]")
    return "".join(printed)


def _row(row: Row, notes: list[str]) -> str:
    texts = (each.text if isinstance(each, Cell) else each or "" for each in row)
    return "\t".join(_inline(text, notes).translate(_ON_ONE_LINE) for text in texts)


def _closing(closing: Closing) -> Iterator[str]:
    yield from _lines([closing.recipients_label, *closing.recipients, closing.drafter])
    confirmed = (closing.confirmation,) if closing.confirmation else ()
    for signature in (*closing.signatures, *confirmed):
        yield from _lines(signature.lines)
        yield from _lines([signature.other_post, signature.name])


def _appendix(appendix: Appendix, notes: list[str]) -> Iterator[str]:
    yield from _lines([appendix.label, appendix.title, appendix.reference])
    yield from _blocks(appendix.blocks, notes)
