"""Phụ lục: what stands after the signature, cut at each label or reference line.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.anatomy import patterns
from kehoach.anatomy.parts import AnnexParts, Component, Grid, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy._collector import Collector
    from kehoach.anatomy.parts import Element
    from kehoach.observed import Observed

_LONGEST_LABEL = 60
_LONGEST_BARE = len("Phụ lục số XVIII")
_LONGEST_TITLE = 300
_TITLE_LINES = 6


def is_annex_label(piece: Piece) -> bool:
    """Whether a line is "Phụ lục II" on its own, or with its title in capitals or after a mark."""
    found = patterns.ANNEX.match(piece.text)
    if not found or len(piece.text) > _LONGEST_TITLE:
        return False
    rest = found["rest"].strip()
    if not rest or rest in ".:":
        return len(piece.text) < _LONGEST_LABEL
    return rest.isupper() or (bool(found["ordinal"]) and rest[0] in ".:–-") or piece.centred


def find_annexes(elements: Sequence[Element], start: int) -> int | None:
    """The first label of an annex in a body that has no closing."""
    for index in range(start, len(elements)):
        element = elements[index]
        if not isinstance(element, Piece) or not is_annex_label(element):
            continue
        if element.text.isupper() or _entitled(elements, index):
            return index
    return None


def _entitled(elements: Sequence[Element], index: int) -> bool:
    """Whether a label alone on its line stands over a title in capitals or a reference."""
    label, below = elements[index], elements[index + 1 : index + 2]
    if not isinstance(label, Piece) or len(label.text) > _LONGEST_BARE or not below:
        return False
    title = below[0]
    return isinstance(title, Piece) and bool(title.capitals or patterns.REFERENCE.match(title.text))


def read_annexes(
    elements: Sequence[Element], observed: Observed, into: Collector
) -> tuple[AnnexParts, ...]:
    """The annexes in what follows the closing; rules go to their part."""
    kept: list[Element] = []
    for element in elements:
        if isinstance(element, Piece) and patterns.RULE.match(element.text):
            into.add(Component.RULE, element)
        else:
            kept.append(element)
    landscape = _landscape(observed)
    return tuple(_annex(part, landscape) for part in _parts(kept))


def _parts(elements: Sequence[Element]) -> Iterator[list[Element]]:
    part: list[Element] = []
    for element in elements:
        if isinstance(element, Piece) and is_annex_label(element) and part:
            yield part
            part = []
        part.append(element)
    if part:
        yield part


def _annex(elements: list[Element], landscape: frozenset[int]) -> AnnexParts:
    label: list[Piece] = []
    title: list[Piece] = []
    reference: list[Piece] = []
    index = 0
    first = elements[0]
    if isinstance(first, Piece) and is_annex_label(first):
        label.append(first)
        index = 1
    opened = 0
    while index < len(elements) and len(title) < _TITLE_LINES:
        element = elements[index]
        if isinstance(element, Grid):
            break
        if opened or patterns.REFERENCE.match(element.text):
            reference.append(element)
            opened += element.text.count("(") - element.text.count(")")
        elif reference or not _titles(element, title, elements[index:]):
            break
        else:
            title.append(element)
        index += 1
    turned = any(_block_of(one) in landscape for one in elements)
    return AnnexParts(tuple(label), tuple(title), tuple(reference), tuple(elements[index:]), turned)


def _titles(piece: Piece, title: list[Piece], rest: Sequence[Element]) -> bool:
    """Whether a line still belongs to the title of the annex."""
    text = piece.text
    if len(text) > _LONGEST_TITLE or text.startswith(("- ", "+ ")):
        return False
    if patterns.HEADING.match(text) and not text.isupper():
        return False
    if piece.capitals or piece.centred:
        return not (patterns.HEADING.match(text) and title)
    coming = next(
        (True for one in rest[:4] if isinstance(one, Piece) and patterns.REFERENCE.match(one.text)),
        False,
    )
    return coming or (not title and text[-1] not in ".;:")


def _landscape(observed: Observed) -> frozenset[int]:
    """The blocks of the body, counted from 1, that stand on landscape pages."""
    return frozenset(
        index + 1
        for section in observed.sections
        if section.landscape
        for index in range(section.start, section.end)
    )


def _block_of(element: Element) -> int:
    return element.place.paragraph or 0
