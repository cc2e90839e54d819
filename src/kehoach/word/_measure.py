"""Đo chữ: widths and heights of lines, by the advance widths of Times New Roman."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach.rules.metrics import text_width

if TYPE_CHECKING:
    from kehoach.rules import PartRule

ASCENT = 0.891
"""Height of the baseline above which a line of Times New Roman starts, by its size."""
LINE = 1.15
"""Height of a single line, by its size."""
MM_A_POINT = 25.4 / 72


def twips(millimetres: float) -> int:
    """Millimetres as whole twips (a twentieth of a point)."""
    return round(millimetres / MM_A_POINT * 20)


def width(text: str, part: PartRule) -> float:
    """Width in millimetres of a text on one line, as its part of the paper is printed."""
    return _width(text, part.size.preferred, part.bold, part.italic)


@lru_cache(maxsize=4096)
def _width(text: str, size: float, bold: bool, italic: bool) -> float:  # noqa: FBT001 - cached by place
    return text_width(text, size, bold=bold, italic=italic)


def wrapped(text: str, part: PartRule, available: float) -> list[str]:
    """The lines in which the text stands in a column of `available` millimetres."""
    lines: list[str] = []
    for line in text.split("\n"):
        if width(line, part) <= available:
            lines.append(line)
        else:
            lines += _broken(line, part, available)
    return lines


def _broken(line: str, part: PartRule, available: float) -> list[str]:
    space = width(" ", part)
    lines, current, used = [], "", 0.0
    for word in line.split(" "):
        needed = width(word, part)
        if current and used + space + needed > available:
            lines.append(current)
            current, used = word, needed
        else:
            used += (space if current else 0.0) + needed
            current = f"{current} {word}" if current else word
    return [*lines, current]
