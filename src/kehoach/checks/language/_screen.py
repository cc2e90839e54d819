"""Sàng: which slips of marks a line may hold at all, told from one token of it.

Each pattern here finds at least what the exact patterns of its kind find.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from kehoach.checks.language import _characters
from kehoach.checks.language._slips import CAPITAL, SMALL


class Kind(StrEnum):
    """Loại chỗ viết sai of marks, each looked for by its own module."""

    CHARACTERS = "characters"
    SPACING = "spacing"
    BLANKS = "blanks"
    SENTENCES = "sentences"
    POSTS = "posts"


ALL_KINDS: Final = frozenset(Kind)
DOUBLED: Final = ("  ", "\u00a0 ", " \u00a0", "\u00a0\u00a0")
"""Two blanks side by side, which no token shows."""
_LETTER: Final = f"{CAPITAL}{SMALL}"
_PATTERNS: Final = (
    (Kind.CHARACTERS, _characters.STRANGE),
    (Kind.SPACING, re.compile(
        rf" [,.;:!?)\]”]|[(\[“] |[,;:](?=[{_LETTER}])|\.(?=[{CAPITAL}][{SMALL}])|\w\(|[–—−‐]"
        rf"| -(?=[{_LETTER}])|\w- "
    )),
    (Kind.BLANKS, re.compile(
        r"[\[<{?…_«‹]|\.{4}|(?<![^\s/])\.{3}|xx|XX|TODO|TBD|[Ll]orem"
    )),
    (Kind.POSTS, re.compile(r"(?<![\w/-])(?:PGĐ|PCT|PCVP|CVP|PTP|GĐ|CT)(?![\w/-])")),
)  # fmt: skip
_STOPS: Final = re.compile(r"[.?!][”\"]?$")


def kinds_of(token: str) -> frozenset[Kind]:
    """What a line with this token may hold because of it; the token is in composed form."""
    padded = f" {token} "
    return frozenset(kind for kind, pattern in _PATTERNS if pattern.search(padded))


def ends_sentence(token: str) -> bool:
    """Whether the next token begins a sentence."""
    return _STOPS.search(token) is not None
