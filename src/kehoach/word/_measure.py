"""Đo chữ: widths and lines of texts as the rulebook prints them, kept for texts that recur."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kehoach.rules.metrics import POINT, break_lines, text_width

if TYPE_CHECKING:
    from kehoach.rules import PartRule

ASCENT: Final = 0.891
"""Part of a size of Times New Roman that stands above the baseline."""
LINE: Final = 1.15
"""Height of a single line of Times New Roman, by its size."""
MM_A_POINT: Final = POINT


def twips(millimetres: float) -> int:
    """Millimetres as whole twips (a twentieth of a point)."""
    return round(millimetres / MM_A_POINT * 20)


def width(text: str, part: PartRule) -> float:
    """Width in millimetres of a text on one line, as its part of the paper is printed."""
    return _width(text, part.size.preferred, part.bold, part.italic)


def wrapped(text: str, part: PartRule, available: float) -> tuple[str, ...]:
    """The lines in which the text stands in a column of `available` millimetres."""
    return _wrapped(text, available, part.size.preferred, part.bold, part.italic)


@lru_cache(maxsize=4096)
def _width(text: str, size: float, bold: bool, italic: bool) -> float:  # noqa: FBT001 - by place
    return text_width(text, size, bold=bold, italic=italic)


@lru_cache(maxsize=4096)
def _wrapped(text: str, available: float, size: float, bold: bool, italic: bool) -> tuple[str, ...]:  # noqa: FBT001 - by place
    return break_lines(text, available, size, bold=bold, italic=italic)
