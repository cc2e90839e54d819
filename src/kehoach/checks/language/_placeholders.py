"""Chỗ chưa điền: what a template or a draft leaves behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks.language._slips import CAPITAL, SMALL, Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER: Final = f"{CAPITAL}{SMALL}"
_SUSPECT: Final = re.compile(r"[\[<{?…_«‹]|\.\.|xx|XX|TODO|TBD|[Ll]orem")
_PATTERNS: Final = (
    ("bracketed", re.compile(rf"\[(?:[^\[\]\n]*[{_LETTER}…._?][^\[\]\n]*)\]")),
    ("angled", re.compile(rf"<[ ]?[{_LETTER}][^<>@\n]{{0,60}}>|«[^»\n]{{1,60}}»")),
    ("braced", re.compile(r"\{\{?[^{}\n]{1,60}\}?\}|\$\{[^}\n]{1,40}\}")),
    ("marks", re.compile(r"\?{2,}|(?<![\w.])[xX]{4,}(?!\w)|(?<![\w.])xxx?(?!\w)")),
    ("marks", re.compile(r"\b(?:TODO|TBD)\b")),
    ("marks", re.compile(r"[Ll]orem ipsum")),
    ("dots", re.compile(r"\.{4,}|…{2,}|_{3,}")),
    ("dots", re.compile(r"(?:(?<=^)|(?<=[^,;\s][ \u00a0])|(?<=/))(?:…|\.{3})(?![\w”\"])")),
)  # fmt: skip
# "[1]", "[^1]", "[sic]" are references and remarks of an author.
_REFERENCE: Final = re.compile(r"\[\^?\d{1,3}\]|\[(?:sic|…|\.\.\.)\]")
_LINK: Final = re.compile(r"<(?:https?|mailto):")


def slips(text: str) -> Iterator[Slip]:
    """The slips of one line, in composed form; none over another."""
    if not _SUSPECT.search(text):
        return
    taken = 0
    found_all = sorted(
        ((found.start(), -found.end(), aspect) for aspect, pattern in _PATTERNS
         for found in pattern.finditer(text))
    )  # fmt: skip
    for start, end, aspect in found_all:
        shown = text[start:-end]
        quoted = aspect == "bracketed" and _REFERENCE.fullmatch(shown) and "…" not in shown
        if start < taken or quoted or _LINK.match(shown):
            continue
        taken = -end
        yield Slip("BD10", start, -end, shown, "", aspect)
