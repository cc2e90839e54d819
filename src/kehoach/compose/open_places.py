"""Chỗ cần viết: places of a draft that only a human can write, marked so that none is forgotten."""

from __future__ import annotations

import re
from typing import Final

from kehoach.compose.texts import texts_of

DRAFT: Final = "DỰ THẢO"
"""Chữ chìm của một dự thảo."""

_OPEN: Final = re.compile(r"\[cần viết: ([^\]]+)\]")


def open_place(what: str) -> str:
    """Đánh dấu một chỗ cần viết: ``"[cần viết: các văn bản đã ban hành]"``."""
    return f"[cần viết: {what}]"


def open_places(paper: object) -> tuple[str, ...]:
    """Những chỗ còn phải viết in a plan or a document, in words, in the order of the paper."""
    return tuple(found[1] for text in texts_of(paper) for found in _OPEN.finditer(text))
