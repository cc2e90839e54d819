"""Chữ trong cột: how a part's text fills the room it has; kept for texts that recur."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kehoach.rules.metrics import break_lines, text_width

if TYPE_CHECKING:
    from kehoach.rules.parts import PartRule

ASCENT: Final = 0.891
"""Part of a size of Times New Roman that stands above the baseline."""
LINE: Final = 1.15
"""Height of a single line of Times New Roman, by its size."""
SLACK_MM: Final = 2.0
"""By how much a renderer may draw a line wider than its letters say."""


def line_width(text: str, part: PartRule) -> float:
    """Bề rộng của một dòng, millimetres, as its part of the paper is printed."""
    return _width(text, part.size.preferred, part.bold, part.italic)


def lines_in(text: str, part: PartRule, available: float) -> tuple[str, ...]:
    """Các dòng in which the text stands in a column of `available` millimetres."""
    return _lines(text, available, part.size.preferred, part.bold, part.italic)


def balanced_width(text: str, part: PartRule, available: float) -> float:
    """Bề rộng cân đối: the narrowest room, millimetres, that takes no more lines than it must."""
    least = len(lines_in(text, part, available))
    if least == 1 or "\n" in text:
        return available
    narrow, wide = available / (least + 1), available
    for _ in range(8):
        middle = (narrow + wide) / 2
        if len(lines_in(text, part, middle)) > least:
            narrow = middle
        else:
            wide = middle
    return min(available, wide + SLACK_MM)


@lru_cache(maxsize=4096)
def _width(text: str, size: float, bold: bool, italic: bool) -> float:  # noqa: FBT001 - by place
    return text_width(text, size, bold=bold, italic=italic)


@lru_cache(maxsize=4096)
def _lines(text: str, available: float, size: float, bold: bool, italic: bool) -> tuple[str, ...]:  # noqa: FBT001 - by place
    return break_lines(text, available, size, bold=bold, italic=italic)
