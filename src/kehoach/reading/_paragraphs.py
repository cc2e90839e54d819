"""Đoạn văn: the lines of a body as whole paragraphs, joined where a page or a line broke them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.anatomy import Element, Grid, Piece
from kehoach.reading._labels import Label, split_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ENDS = (".", ":", ";", "!", "?", "./.", "”", '"', ")")
_SHORTEST_WRAPPED = 45
_WRAPPED_SHARE = 0.12
_WRAPPED_COUNT = 4
_FULL = 0.72
_SAMPLE = 400
_HEADING_RANK = 6.0


@frozen
class Text:
    """Một đoạn: its label, its text after the label, and the pieces it was put together from."""

    text: str
    pieces: tuple[Piece, ...]
    label: Label | None = None

    @property
    def printed(self) -> str:
        """Chữ như in: the pieces as they stand, a bar where they were joined."""
        return " | ".join(piece.text for piece in self.pieces)

    @property
    def line(self) -> int | None:
        """Dòng đầu của đoạn trong tệp chữ."""
        return self.pieces[0].number

    @property
    def place(self) -> str:
        """Vị trí của đoạn, bằng tiếng Việt."""
        return self.pieces[0].place.describe()


def paragraphs(elements: Sequence[Element]) -> list[Text | Grid]:
    """The paragraphs and tables of a body, in order."""
    width = _wrapped_width(elements)
    result: list[Text | Grid] = []
    held: list[Piece] = []
    for element in elements:
        if isinstance(element, Grid):
            result += _closed(held)
            held = []
            result.append(element)
        elif held and _continues(held, element, width):
            held.append(element)
        else:
            result += _closed(held)
            held = [element]
    return [*result, *_closed(held)]


def _closed(held: list[Piece]) -> Iterator[Text]:
    if held:
        label, rest = split_label(held[0].text)
        yield Text(
            " ".join([rest, *(piece.text for piece in held[1:])]).strip(), tuple(held), label
        )


def _continues(held: list[Piece], piece: Piece, width: int) -> bool:
    """Whether a line goes on with the sentence above it (a page or a line was broken there)."""
    above, text = held[-1], piece.text
    if split_label(text)[0] is not None:
        return False
    label = split_label(held[0].text)[0]
    if above.text.isupper():
        headed = label is not None and label.rank <= _HEADING_RANK
        return headed and text.isupper() and not piece.gap and piece.number is not None
    unended = not above.text.endswith(_ENDS)
    if text[:1].islower():
        return unended or (above.text.endswith(")") and not above.bold)
    if not width or piece.gap or not unended or piece.bold != above.bold:
        return False
    return len(above.text) >= width * _FULL and not text.isupper()


def _wrapped_width(elements: Iterable[Element]) -> int:
    """The width of the lines of a text that was wrapped by hand; 0 where a line is a paragraph."""
    lengths: list[int] = []
    broken = 0
    above: Piece | None = None
    for element in elements:
        if isinstance(element, Grid) or element.number is None:
            above = None
            continue
        lengths.append(len(element.text))
        if above is not None and not element.gap and element.text[:1].islower():
            long = len(above.text) >= _SHORTEST_WRAPPED
            broken += long and not above.text.endswith(_ENDS)
        above = element
        if len(lengths) >= _SAMPLE:
            break
    if broken < _WRAPPED_COUNT or broken < _WRAPPED_SHARE * len(lengths):
        return 0
    return sorted(lengths)[int(len(lengths) * 0.9)]
