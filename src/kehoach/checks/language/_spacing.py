"""Dấu cách, dấu câu: spaces doubled, before and after marks, and dashes of the wrong kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks.language._slips import CAPITAL, SMALL, Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUSPECT: Final = re.compile(
    r"[ \u00a0]{2}|[ \u00a0][,.;:!?)\]”]|[(\[“][ \u00a0]|[–—−‐‑-]|[,;:.(]\w|\w\("
)
_DOUBLED: Final = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
# Blanks that are filled by hand: a number, a day, a month, a year, an issuer.
_BLANK_BEFORE: Final = re.compile(r"(?:[Ss]ố|[Ss]ố:|ngày|tháng|năm|của|[:…._])$")
_BLANK_AFTER: Final = re.compile(r"[/…._)]|tháng\b|năm\b")
_BEFORE_MARK: Final = re.compile(
    r"(?<=[\w)”\]%])[ \u00a0]+(?=[,;:!?)\]”](?![\d?])|\.(?!\w|\.[^/])|\./\.)"
)
_AFTER_OPENING: Final = re.compile(r"(?<=[(\[“])[ \u00a0]+(?=\w)")
_AFTER_MARK: Final = re.compile(rf"(?<=[{SMALL}{CAPITAL})”])[,;:](?=[{SMALL}{CAPITAL}])")
_AFTER_STOP: Final = re.compile(rf"(?<=[{SMALL}]{{2}})\.(?=[{CAPITAL}][{SMALL}])")
_BEFORE_OPENING: Final = re.compile(rf"(?<=[{SMALL}]{{2}})\((?=[{SMALL}{CAPITAL}]{{2}})")
_ADDRESS: Final = re.compile(
    r"://|www\.|@|\.(?:vn|com|org|net|gov|edu|docx?|xlsx?|pdf)\b", re.IGNORECASE
)
_ONE_SIDED: Final = re.compile(
    rf"(?<=[{SMALL}{CAPITAL}]{{2}})(?:-[ \u00a0]+|[ \u00a0]+-)(?=[{SMALL}{CAPITAL}]{{2}})"
)
_NOTATION: Final = re.compile(r"(?<=[A-ZĐ]{2})(?:[ \u00a0]?[–—−‐][ \u00a0]?)(?=[A-ZĐ]{2})")
_LINE_DASH: Final = re.compile(r"^[ \u00a0]*([–—−‐])(?=[ \u00a0]?\w)")
_LINE_TIGHT: Final = re.compile(rf"^[ \u00a0]*-(?=[{CAPITAL}{SMALL}]{{2}})")


def slips(text: str) -> Iterator[Slip]:
    """The slips of one line, in composed form."""
    if not _SUSPECT.search(text):
        return
    yield from _doubled(text)
    yield from _before_marks(text)
    yield from _after_marks(text)
    yield from _dashes(text)


def _doubled(text: str) -> Iterator[Slip]:
    for found in _DOUBLED.finditer(text):
        before, after = text[: found.start()][-8:], text[found.end() : found.end() + 8]
        if not (_BLANK_BEFORE.search(before) or _BLANK_AFTER.match(after)):
            code, aspect = ("FT04", "nbsp") if "\u00a0\u00a0" in found[0] else ("BD09", "double")
            yield Slip(code, *found.span(), found[0], " ", aspect)


def _before_marks(text: str) -> Iterator[Slip]:
    for found in _BEFORE_MARK.finditer(text):
        mark = text[found.end()]
        if mark in ")]”" and _opened_by_space(text, found.start()):
            continue
        shown = f"{found[0]}{mark}"
        glued = mark in ",;:" and text[found.end() + 1 : found.end() + 2].isalpha()
        reading = f"{mark} " if glued else mark
        yield Slip("BD09", found.start(), found.end() + 1, shown, reading, "before")
    for found in _AFTER_OPENING.finditer(text):
        mark = text[found.start() - 1]
        yield Slip("BD09", found.start() - 1, found.end(), mark + found[0], mark, "opening")


def _opened_by_space(text: str, index: int) -> bool:
    """Whether the bracket that closes here holds a blank to fill: "( )", "(    )"."""
    return text[:index].rstrip(" \u00a0….").endswith(("(", "["))


def _after_marks(text: str) -> Iterator[Slip]:
    for pattern in (_AFTER_MARK, _AFTER_STOP):
        for found in pattern.finditer(text):
            if not _ADDRESS.search(_word_at(text, found.start())):
                yield Slip("BD09", *found.span(), found[0], found[0] + " ", "after")
    for found in _BEFORE_OPENING.finditer(text):
        if not _ADDRESS.search(_word_at(text, found.start())):
            yield Slip("BD09", *found.span(), "(", " (", "bracket")


def _dashes(text: str) -> Iterator[Slip]:
    if not any(dash in text for dash in "–—−‐-"):
        return
    for found in _ONE_SIDED.finditer(text):
        yield Slip("BD09", *found.span(), found[0], " - ", "dash")
    for found in _NOTATION.finditer(text):
        yield Slip("BD09", *found.span(), found[0], "-", "notation")
    for found in _LINE_DASH.finditer(text):
        yield Slip("BD09", *found.span(1), found[1], "-", "list-dash")
    for found in _LINE_TIGHT.finditer(text):
        yield Slip("BD09", found.end() - 1, found.end(), "-", "- ", "tight-dash")


def _word_at(text: str, index: int) -> str:
    start = max(text.rfind(" ", 0, index), text.rfind("\u00a0", 0, index)) + 1
    ends = [end for end in (text.find(" ", index), text.find("\u00a0", index)) if end >= 0]
    return text[start : min(ends, default=len(text))]
