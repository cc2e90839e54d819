"""Dòng xưng danh: who speaks in a công điện, giấy mời or giấy giới thiệu, and to whom.

NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.6, 1.7, 1.8.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.anatomy._head import kind_line
from kehoach.anatomy.parts import Component, Grid, Piece
from kehoach.rules import rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.anatomy._collector import Collector
    from kehoach.anatomy.parts import Element

_DASHES = ("-", "–", "+")


@cache
def sender_ending(kind: str) -> str:
    """What follows the sender in the line of this kind of paper (" điện:"); "" where it has none.

    TT 01/2011/TT-BNV and NĐ 30/2020/NĐ-CP have the same lines.
    """
    types = rulebook("nd30-2020").types
    line = next((one.sender for one in types if one.key == kind), "")
    return line.partition("{sender}")[2]


def read_sender(elements: Sequence[Element], index: int, into: Collector) -> int:
    """Sort the sender's line and those whom it calls; returns the index of what follows them."""
    ending = sender_ending(_kind(into))
    first = elements[index] if index < len(elements) else None
    if not ending or not isinstance(first, Piece) or ending not in first.text:
        return index
    sender, _, called = first.text.partition(ending)
    into.add(Component.SENDER, evolve(first, text=sender + ending, whole=not called.strip()))
    if called.strip():
        into.add(Component.ADDRESSEE, evolve(first, text=called.strip(), whole=False))
        return index + 1
    index += 1
    while index < len(elements):
        element = elements[index]
        if isinstance(element, Grid) or not element.text.startswith(_DASHES):
            break
        into.add(Component.ADDRESSEE, element)
        index += 1
    return index


def _kind(into: Collector) -> str:
    piece = next(iter(into.found.get(Component.KIND, ())), None)
    found = kind_line(piece) if isinstance(piece, Piece) else None
    return found.key if found else ""
