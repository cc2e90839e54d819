"""Nhất quán: one paper, one way of placing tone marks; posts are not abbreviated in prose."""

from __future__ import annotations

import re
from typing import Final

_TAIL: Final = r"(?![^\W\d_])"
_OLD: Final = re.compile(rf"\b\w*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ]){_TAIL}", re.IGNORECASE)
_NEW: Final = re.compile(rf"\b\w*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y){_TAIL}", re.IGNORECASE)
_TONED: Final = re.compile("[àáảãạèéẻẽẹỳýỷỹỵòóỏõọùúủũụ]", re.IGNORECASE)

POSTS: Final = re.compile(r"(?<![\w/-])(?:PGĐ|PCT|PCVP|CVP|PTP|GĐ|CT(?=[.]? UBND))(?![\w/-])")
"""Chức vụ viết tắt."""


def tone_styles(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words with the mark on the second vowel ("hoà"), and those with it on the first ("hòa")."""
    if not _TONED.search(text):
        return (), ()
    return tuple(_OLD.findall(text)), tuple(_NEW.findall(text))
