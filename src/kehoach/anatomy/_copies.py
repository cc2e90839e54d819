"""Khối bản sao: what certifies a copy, below the end of the copied paper.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II; Phụ lục III, Mẫu 3.1.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kehoach.anatomy import patterns
from kehoach.anatomy.parts import Grid, Piece
from kehoach.rules import REGIMES, rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.anatomy.parts import Element


@cache
def _forms() -> frozenset[str]:
    """The forms of copies of every regime, as printed."""
    types = (one for regime in REGIMES for one in rulebook(regime.id).types)
    return frozenset(one.name.upper() for one in types if one.copy)


def copies_start(elements: Sequence[Element]) -> int:
    """The index of the first line of a copy's block, the number of elements where there is none.

    The block begins with the lines that name who copies, above the form of the copy; a form at
    the head of a paper is no block.
    """
    for index, element in enumerate(elements):
        if index and isinstance(element, Piece) and element.text in _forms():
            start = _issuer_start(elements, index)
            if start < index:
                return start
    return len(elements)


def _issuer_start(elements: Sequence[Element], form: int) -> int:
    start = form
    while start:
        above = elements[start - 1]
        if isinstance(above, Grid) or patterns.HEADING.match(above.text):
            break
        if not (above.text.isupper() or patterns.NUMBER_START.match(above.text)):
            break
        start -= 1
    return start
