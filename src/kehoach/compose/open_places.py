"""Chỗ cần viết: places of a draft that only a human can write, marked so that none is forgotten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.compose.texts import texts_of
from kehoach.documents import Document, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFT: Final = "DỰ THẢO"
"""Chữ chìm của một dự thảo."""

_MARK: Final = "[cần viết: "
_OPEN: Final = re.compile(rf"{re.escape(_MARK)}([^\]]+)\]")


def open_place(what: str) -> str:
    """Đánh dấu một chỗ cần viết: ``"[cần viết: các văn bản đã ban hành]"``."""
    return f"{_MARK}{what}]"


def open_places(paper: object) -> tuple[str, ...]:
    """Những chỗ còn phải viết in a plan or a document, in words, in the order of the paper."""
    texts = _of_document(paper) if isinstance(paper, Document) else texts_of(paper)
    return tuple(found[1] for text in texts if _MARK in text for found in _OPEN.finditer(text))


def _of_document(paper: Document) -> Iterator[str]:
    """Its texts: plain paragraphs, of which most papers consist, are not searched for parts."""
    yield from texts_of((paper.letterhead, paper.title, paper.addressees))
    for block in paper.blocks:
        if isinstance(block, Paragraph | Heading) and isinstance(block.text, str):
            yield block.text
        else:
            yield from texts_of(block)
    yield from texts_of((paper.closing, paper.office_address, paper.appendices))
    for enclosed in paper.enclosed:
        yield from _of_document(enclosed)
    yield from texts_of(paper.copies)
