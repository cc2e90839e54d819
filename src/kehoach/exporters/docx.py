"""Xuất ra Word: the paper as .docx."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.hookspecs import Exporter, Subject, hookimpl

if TYPE_CHECKING:
    from kehoach.documents import Document
    from kehoach.rules import Rulebook


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `docx`."""
    return [Exporter("docx", ".docx", Subject.DOCUMENT, "Văn bản Word (.docx)", write)]


def write(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:
    """Ghi văn bản thành .docx; raises what `kehoach.word.write_to` raises."""
    from kehoach.word import write_to  # noqa: PLC0415 - loads python-docx, for papers alone

    write_to(document, rulebook, stream)
