"""Âm tiết: words that are spelt as no Vietnamese syllable and are no known foreign word."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kehoach.checks.language._slips import vocabulary
from kehoach.vietnamese import fold_tone_placement, is_syllable

_LONGEST: Final = 30
_REPEATED: Final = re.compile(r"(.)\1\1")


@cache
def _known() -> frozenset[str]:
    """Words that stand: foreign ones in use, names of peoples and places, pieces of names."""
    listed = (*vocabulary("foreign_words"), *vocabulary("ethnic_names"))
    pieces = (piece for name in vocabulary("transliterated") for piece in re.split("[ -]", name))
    words = {piece.lower() for word in listed for piece in (word, *word.split("-"))}
    return frozenset(words | {piece.lower() for piece in pieces})


@lru_cache(maxsize=8192)
def oddity(word: str) -> str:
    """What is odd about a word: "syllable", "foreign" (no Vietnamese mark in it), or ""."""
    if len(word) == 1 or word.isupper() or len(word) > _LONGEST:
        return ""
    small = word.lower()
    if is_syllable(small) or small in _known() or is_syllable(fold_tone_placement(small)):
        return ""
    if not word[1:].islower():
        return ""
    if small.isascii():
        return "foreign" if word.islower() else ""
    return "syllable" if word.islower() else "name"
