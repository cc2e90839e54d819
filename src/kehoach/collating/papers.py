"""Đối chiếu văn bản: what was changed by hand in Word, line by line and word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.comparing import PrintedLine, line_changes
from kehoach.observed import paragraphs_of
from kehoach.word import observe, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.comparing import LineChange
    from kehoach.documents import Document
    from kehoach.observed import Observed
    from kehoach.rules import Rulebook


def signed_changes(
    document: Document, rulebook: Rulebook, signed: Observed
) -> tuple[LineChange, ...]:
    """Những chỗ sửa tay: from the paper as kehoach prints it to a file as it was seen.

    Printed text alone counts: letterhead, body, tables, text boxes, footnotes; formatting, page
    headers and kinds of spaces do not. Both papers are looked at through the same door. Raises as
    `kehoach.word.write`.
    """
    ours = observe(write(document, rulebook), "")
    return line_changes(printed_lines(ours), printed_lines(signed))


def printed_lines(observed: Observed) -> Iterator[PrintedLine]:
    """Các đoạn in của một văn bản đã đọc, with their places; notes after the body.

    Breaks of lines within a paragraph are no matter.
    """
    for place, paragraph in observed.paragraphs():
        yield PrintedLine(paragraph.printed, place.describe())
    for note in (*observed.footnotes, *observed.endnotes):
        for place, paragraph in paragraphs_of(note.blocks, f"chú thích {note.id}"):
            yield PrintedLine(paragraph.printed, place.part)
