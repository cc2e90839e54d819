"""Nhất quán: one paper, one way of placing tone marks; posts are not abbreviated in prose."""

from __future__ import annotations

import re
from typing import Final

from kehoach.checks.language._slips import Slip
from kehoach.vietnamese import nfc

_PLACED: Final = tuple(
    re.compile(rf"{pair}(?![^\W\d_])")
    for pair in (
        "[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]", "[uU][ỳýỷỹỵỲÝỶỸỴ]",
        "[òóỏõọÒÓỎÕỌ][aeAE]", "[ùúủũụÙÚỦŨỤ][yY]",
    )
)  # fmt: skip
_SECOND: Final = "àáảãạèéẻẽẹỳýỷỹỵ"
_LETTERS_BEFORE: Final = re.compile(r"[^\W\d_]*\Z")
_LONGEST: Final = 8

_POSTS: Final = re.compile(r"(?<![\w/-])(?:PGĐ|PCT|PCVP|CVP|PTP|GĐ|CT(?=[.]? UBND))(?![\w/-])")


def abbreviated_posts(text: str) -> tuple[Slip, ...]:
    """Chức vụ viết tắt: "PGĐ", "PCT"."""
    composed = nfc(text)
    return tuple(Slip("BD13", *found.span(), found[0]) for found in _POSTS.finditer(composed))


def tone_words(text: str) -> tuple[tuple[str, bool], ...]:
    """Words whose mark has two places, in order, each with whether it stands on the old one.

    The old place is on the second vowel ("hoà"), the new one on the first ("hòa").
    """
    found = (match for pattern in _PLACED for match in pattern.finditer(text))
    words = ((match.start(), *_word(text, match)) for match in found)
    return tuple((word, is_old) for _, word, is_old in sorted(words) if word)


def _word(text: str, found: re.Match[str]) -> tuple[str, bool]:
    """The word that ends here, "" for the u of *qu*, which is no vowel."""
    onset = _LETTERS_BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
    word = f"{onset[0] if onset else ''}{found[0]}".lower()
    is_consonant = word[-2] not in "oòóỏõọ" and word[-3:-2] == "q"
    return ("" if is_consonant else word), word[-1] in _SECOND
