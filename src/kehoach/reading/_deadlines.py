"""Thời hạn trong câu: the one deadline of a text, and further ones as milestones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.deadlines import (
    Deadline,
    Found,
    OnRequest,
    Standing,
    Undated,
    find_deadlines,
    parse_deadline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.reading._context import Context

# Plain words, since looking for a word is far cheaper than looking for a pattern.
_STANDING = ("thường xuyên", "khi có yêu", "khi được yêu", "khi có đề", "khi được đề", "thời hạn")
_WORDED = (
    "định kỳ", "hằng ", "hàng tuần", "hàng tháng", "hàng quý", "hàng năm", "hàng ngày", "mỗi ",
    "ngay khi", "ngay sau",
    "ngay trong", "đầu năm", "cuối năm", "giữa năm", "cuối quý", "đầu quý", "cuối tháng",
    "suốt năm", "cả năm", "trong năm",
)  # fmt: skip
_DATED = re.compile(
    r"(?:ngày|tháng|quý|thứ)\s(?:\d|[iv]{1,3}\b)|\d{1,2}\s?/\s?\d{1,4}(?!\d*/[a-zđ])|\d\s(?:ngày"
    r"|tháng|tuần|giờ|năm)"
    r"|\d{1,2}(?:h|g|:)\d|\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}\s?[-–]\s?\d{4}"
    r"|(?:trong|hết|đến|vào|cả|trước|cuối|đầu|giữa|suốt|từ|hạn|gian|độ)\s(?:hết\s|cuối\s"
    r"|đầu\s)?năm\s\d{4}"
    r"|(?:\d\)|mười|hai|ba|bốn|năm|sáu|bảy)\s(?:\([^()]*\)\s)?(?:ngày làm việc|ngày kể|tháng kể)"
    r"|(?:mùng|mồng)\s"
)
_DIGIT = re.compile(r"\d")
_COUNTED = ("quý i", "quý v", "mùng ", "mồng ", "làm việc")
_BEFORE_DAY, _AFTER_DAY = 110, 130
_OPENINGS = ("tiếp tục", "duy trì")
_ANY = (*_STANDING, *_WORDED, *_OPENINGS)
_WHOLE = 320
_BEFORE, _AFTER, _SHORT = 14, 17, 48
_SENTENCE = re.compile(r"[.;!?]\s+")
_VAGUE = (Standing, OnRequest, Undated)
_LONGEST = 6000


def deadlines_in(text: str, context: Context) -> Sequence[Found]:
    """The deadlines that stand in a text, in order; of a very long text none are looked for.

    Only the sentences that hold a word or figure of time are read: most hold none.
    """
    lower = text.lower() if len(text) <= _LONGEST else ""
    if not _tells_time(lower):
        return ()
    if len(lower) != len(text):  # a letter of which the small one is longer
        lower = text
    result: list[Found] = []
    start = 0
    for border in _SENTENCE.finditer(text):
        result += _in_sentence(text, lower, start, border.start() + 1, context.year)
        start = border.end()
    result += _in_sentence(text, lower, start, len(text), context.year)
    placed = [(one, context.placed(one.deadline, text)) for one in result]
    return [
        one if deadline is one.deadline else evolve(one, deadline=deadline)
        for one, deadline in placed
        if not context.is_over(deadline)
    ]


def _tells_time(lower: str) -> bool:
    """Whether any word or figure of time is there: in most texts none is."""
    return _has_figure(lower) or _any_in(_ANY, lower)


def _any_in(words: tuple[str, ...], lower: str) -> bool:
    for word in words:  # noqa: SIM110 - a plain loop takes half the time of `any`
        if word in lower:
            return True
    return False


def _has_figure(lower: str) -> bool:
    return _DIGIT.search(lower) is not None or _any_in(_COUNTED, lower)


def _in_sentence(text: str, lower: str, start: int, end: int, year: int | None) -> Iterator[Found]:
    for first, last in _spans(lower[start:end]):
        find = _found if last - first <= _SHORT else find_deadlines
        for one in find(text[start + first : start + last], year):
            yield Found(one.start + start + first, one.end + start + first, one.deadline)


@lru_cache(maxsize=1024)
def _found(window: str, year: int | None) -> tuple[Found, ...]:
    """The deadlines in a stretch of text; "thường xuyên" and the like stand in many sentences."""
    return find_deadlines(window, year)


def _spans(lower: str) -> Iterator[tuple[int, int]]:
    """The part of a sentence in which a word of time stands, or all of it where days may stand."""
    if _any_in(_WORDED, lower):
        yield 0, len(lower)
        return
    start = 0
    if lower.startswith(_OPENINGS):
        start = _border(lower, _AFTER)
        yield 0, start
    if _has_figure(lower):
        if len(lower) <= _WHOLE:
            yield start, len(lower)
            return
        if found := list(_DATED.finditer(lower)):
            first = max(start, _border(lower, found[0].start() - _BEFORE_DAY))
            yield first, _border(lower, found[-1].end() + _AFTER_DAY)
            return
    at = min((at for word in _STANDING if (at := lower.find(word)) >= 0), default=-1)
    if at >= start:
        yield max(start, _border(lower, at - _BEFORE)), _border(lower, at + _AFTER)


def _border(text: str, at: int) -> int:
    """The next gap between words; the ends of the text beyond them."""
    if at <= 0:
        return 0
    gap = text.find(" ", at)
    return len(text) if gap < 0 else gap


def main_and_further(found: Sequence[Found]) -> tuple[Deadline | None, tuple[Deadline, ...]]:
    """The first that has a day, or else the first; then the others that have a day."""
    dated = [one.deadline for one in found if not isinstance(one.deadline, _VAGUE)]
    if dated:
        return dated[0], tuple(dict.fromkeys(dated[1:]))
    return (found[0].deadline if found else None), ()


def cell_deadline(text: str, context: Context) -> Deadline | None:
    """The deadline that a cell or field holds: all of it, else the first inside it."""
    if not text:
        return None
    whole = parse_deadline(text, year=context.year)
    if whole is not None:
        return context.placed(whole, text)
    main, _ = main_and_further(deadlines_in(text, context))
    return None if main is None else _with_words(main, text)


def _with_words(deadline: Deadline, text: str) -> Deadline:
    return evolve(deadline, phrase=text)
