"""Nhiều mẫu một lúc: long lists of words, asked by their first letter.

Python tries the branches of an alternation one by one; of a hundred words only the few that begin
with the letter at hand can match.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Alternatives:
    """Patterns of which the first that matches at a place is the answer.

    A pattern that begins with a letter is tried only at that letter, any other one everywhere.
    """

    def __init__(self, patterns: Iterable[str], tail: str = "") -> None:
        listed = list(patterns)
        starts = [pattern[:1] if pattern[:1].isalpha() else "" for pattern in listed]
        self._by_letter = {
            letter: re.compile(_either(listed, starts, letter, tail)) for letter in {*starts, ""}
        }
        self._others = self._by_letter.pop("", None) if "" in starts else None

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at a place; None where there is none."""
        pattern = self._by_letter.get(text[at : at + 1], self._others)
        return pattern.match(text, at, end) if pattern else None


def _either(patterns: list[str], starts: list[str], letter: str, tail: str) -> str:
    chosen = (one for one, start in zip(patterns, starts, strict=True) if start in ("", letter))
    return f"(?:{'|'.join(chosen)}){tail}"


def branches(pattern: str) -> list[str]:
    """The branches of a pattern: cut at each bar that stands in no bracket."""
    result, depth, start = [], 0, 0
    for at, sign in enumerate(pattern):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            result.append(pattern[start:at])
            start = at + 1
    return [*result, pattern[start:]]
