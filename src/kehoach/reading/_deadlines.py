"""Thời hạn trong câu: the one deadline of a text, and further ones as milestones."""

from __future__ import annotations

import re
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
    from collections.abc import Iterable, Iterator, Sequence

# Plain words, since looking for a word is far cheaper than looking for a pattern.
_STANDING = ("thường xuyên", "khi có yêu", "khi được yêu", "khi có đề", "khi được đề", "thời hạn")
_WORDED = (
    "định kỳ", "hằng ", "hàng tuần", "hàng tháng", "hàng quý", "hàng năm", "hàng ngày", "mỗi ", "ngay khi", "ngay sau",
    "ngay trong", "đầu năm", "cuối năm", "giữa năm", "cuối quý", "đầu quý", "cuối tháng", "suốt năm", "cả năm", "trong năm",
)  # fmt: skip
_DATED = (
    "trước", "chậm nhất", "muộn nhất", "đến", "hết", "trong", "vào", "hạn", "kể từ", "tính từ", "sau", "từ ", "(", "thời gian",
    "tiến độ", "quý", "tháng", "không quá", "tối đa", "thứ",
)  # fmt: skip
_OPENINGS = ("tiếp tục", "duy trì")
_BEFORE, _AFTER = 60, 100
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_VAGUE = (Standing, OnRequest, Undated)
_LONGEST = 6000


def deadlines_in(text: str, year: int | None) -> Sequence[Found]:
    """The deadlines that stand in a text, in order; of a very long text none are looked for.

    Only the sentences that hold a word or figure of time are read: most hold none.
    """
    if len(text) > _LONGEST:
        return ()
    result: list[Found] = []
    start = 0
    for border in _SENTENCE.finditer(text):
        result += _in_sentence(text, start, border.start(), year)
        start = border.end()
    return [*result, *_in_sentence(text, start, len(text), year)]


def _in_sentence(text: str, start: int, end: int, year: int | None) -> Iterator[Found]:
    sentence = text[start:end]
    lower = sentence.lower()
    if len(lower) != len(sentence):
        spans: Iterable[tuple[int, int]] = ((0, len(sentence)),)
    else:
        spans = _spans(lower)
    for first, last in spans:
        for one in find_deadlines(sentence[first:last], year):
            yield Found(one.start + start + first, one.end + start + first, one.deadline)


def _spans(lower: str) -> Iterator[tuple[int, int]]:
    """The part of a sentence in which a word of time stands, or all of it where days may stand."""
    dated = _DIGIT.search(lower) and any(word in lower for word in _DATED)
    if dated or any(word in lower for word in _WORDED):
        yield 0, len(lower)
        return
    if lower.startswith(_OPENINGS):
        yield 0, _border(lower, _AFTER)
        return
    at = min((at for word in _STANDING if (at := lower.find(word)) >= 0), default=-1)
    if at >= 0:
        yield _border(lower, at - _BEFORE), _border(lower, at + _AFTER)


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


def cell_deadline(text: str, year: int | None) -> Deadline | None:
    """The deadline that a cell or field holds: all of it, else the first inside it."""
    if not text:
        return None
    whole = parse_deadline(text, year=year)
    if whole is not None:
        return whole
    main, _ = main_and_further(deadlines_in(text, year))
    return None if main is None else _with_words(main, text)


def _with_words(deadline: Deadline, text: str) -> Deadline:
    return evolve(deadline, phrase=text)
