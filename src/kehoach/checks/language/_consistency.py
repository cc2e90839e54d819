"""Nhất quán: one paper, one way of placing tone marks; posts are not abbreviated in prose."""

from __future__ import annotations

import re
from typing import Final

from kehoach.checks.language._slips import Slip
from kehoach.vietnamese import nfc

_PLACED: Final = re.compile(
    r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ]|[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?![^\W\d_])", re.IGNORECASE
)
_SECOND: Final = "àáảãạèéẻẽẹỳýỷỹỵ"
_LETTERS_BEFORE: Final = re.compile(r"[^\W\d_]*$")
_LONGEST: Final = 8

_POSTS: Final = re.compile(r"(?<![\w/-])(?:PGĐ|PCT|PCVP|CVP|PTP|GĐ|CT(?=[.]? UBND))(?![\w/-])")


def abbreviated_posts(text: str) -> tuple[Slip, ...]:
    """Chức vụ viết tắt: "PGĐ", "PCT"."""
    composed = nfc(text)
    return tuple(Slip("BD13", *found.span(), found[0]) for found in _POSTS.finditer(composed))


def tone_styles(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words with the mark on the second vowel ("hoà"), and those with it on the first ("hòa")."""
    old: list[str] = []
    new: list[str] = []
    for found in _PLACED.finditer(text):
        onset = _LETTERS_BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
        word = f"{onset[0] if onset else ''}{found[0]}".lower()
        (old if word[-1] in _SECOND else new).append(word)
    return tuple(old), tuple(new)
