"""Sàng: which lines of a paper may hold a slip of marks at all, seen in a few passes over all.

Each pattern here begins with one sign or a set of them, which is what makes a pass fast, and
finds at least what the exact patterns of its kind find.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from kehoach.checks.language import _characters, _consistency
from kehoach.checks.language._slips import CAPITAL, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Kind(StrEnum):
    """Loại chỗ viết sai of marks, each looked for by its own module."""

    CHARACTERS = "characters"
    SPACING = "spacing"
    BLANKS = "blanks"
    SENTENCES = "sentences"
    POSTS = "posts"


ALL_KINDS: Final = frozenset(Kind)
_LETTER: Final = f"{CAPITAL}{SMALL}"
_SPACE: Final = "[ \u00a0]"
_PATTERNS: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (Kind.CHARACTERS, (_characters.STRANGE.pattern,)),
    (Kind.SPACING, (
        "  ", "\u00a0 ", rf"\u00a0(?<={_SPACE}\u00a0)",
        *(rf"{mark}(?<={_SPACE}{mark})" for mark in map(re.escape, ",.;:!?)]”")),
        rf"\({_SPACE}", rf"\[{_SPACE}", rf"“{_SPACE}",
        rf",(?=[{_LETTER}])", rf";(?=[{_LETTER}])", rf":(?=[{_LETTER}])",
        rf"\.(?=[{CAPITAL}][{SMALL}])", r"\((?<=\w\()", r"[–—−‐]",
        rf"-(?<!\S-)(?=[{_LETTER}])", rf"-(?<=\w-)(?={_SPACE})",
    )),
    (Kind.BLANKS, (
        r"[\[<{?…_«‹]", r"\.{4}", r"\.{3}(?<![^\s/]...)", "xx", "XX",
        "T(?:ODO|BD)", "Lorem", "lorem",
    )),
    (
        Kind.SENTENCES,
        tuple(rf"{stop}[”\"]?{_SPACE}+[{SMALL}]" for stop in (r"\.", r"\?", "!")),
    ),
    (Kind.POSTS, _consistency.POSTS_BY_INITIAL),
)  # fmt: skip
_COMPILED: Final = tuple(
    (kind, re.compile(pattern)) for kind, patterns in _PATTERNS for pattern in patterns
)


class Sheet:
    """Các dòng của một văn bản, end to end, so that one pass looks at all of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.text = "\n".join(lines)
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def line_at(self, offset: int) -> int:
        """The index of the line that holds the character."""
        return bisect_right(self._starts, offset) - 1

    def kinds(self) -> dict[int, set[Kind]]:
        """What each line may hold, by its index; a line that is not named holds none of it.

        The lines are in composed form.
        """
        found: dict[int, set[Kind]] = {}
        for kind, pattern in _COMPILED:
            for match in pattern.finditer(self.text):
                found.setdefault(self.line_at(match.start()), set()).add(kind)
        return found


def kinds_in(text: str) -> Iterable[Kind]:
    """What one line in composed form may hold."""
    return Sheet((text,)).kinds().get(0, ())
