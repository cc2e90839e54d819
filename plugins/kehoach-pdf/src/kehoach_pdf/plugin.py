"""Bộ xuất `pdf` và `pdf-a`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach_pdf.converting import convert

if TYPE_CHECKING:
    from kehoach.documents import Document
    from kehoach.rules import Rulebook


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `pdf`, and `pdf-a`, which is asked for by name."""
    return [
        Exporter("pdf", ".pdf", Subject.DOCUMENT, "Văn bản PDF (.pdf)", write),
        Exporter("pdf-a", ".pdf", Subject.DOCUMENT, "PDF/A-2b để lưu trữ (.pdf)", write_archive),
    ]


def write(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:
    """Ghi văn bản thành PDF; raises what `convert` raises."""
    stream.write(convert(document, rulebook).data)


def write_archive(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:
    """Ghi văn bản thành PDF/A-2b; raises what `convert` raises."""
    stream.write(convert(document, rulebook, archive=True).data)
