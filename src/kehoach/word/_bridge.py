"""Cầu nối sang python-docx, for those who go on by hand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import docx.document

from kehoach.word._writer import write

if TYPE_CHECKING:
    from kehoach.documents import Document
    from kehoach.rules import Rulebook


def to_python_docx(document: Document, rulebook: Rulebook) -> docx.document.Document:
    """Mở văn bản bằng python-docx: a live python-docx document of what `write` writes.

    Raises what `write` raises.
    """
    return docx.Document(io.BytesIO(write(document, rulebook)))
