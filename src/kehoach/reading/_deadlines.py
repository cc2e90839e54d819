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
    from collections.abc import Sequence

_TIMES = re.compile(
    r"\d|quý|thường xuyên|định kỳ|hằng|hàng|mỗi|khi |tiếp tục|duy trì|ngay|tiến độ|liên tục|suốt|đột xuất|thời hạn|kịp thời",
    re.IGNORECASE,
)
_VAGUE = (Standing, OnRequest, Undated)
_LONGEST = 6000


def deadlines_in(text: str, year: int | None) -> Sequence[Found]:
    """The deadlines that stand in a text, in order; of a very long text none are looked for."""
    if len(text) > _LONGEST or not _TIMES.search(text):
        return ()
    return find_deadlines(text, year)


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
