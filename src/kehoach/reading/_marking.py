"""Dấu và số: the mark and number of each node, told only where they depart from the defaults.

It counts as the composers count, so that the plan read prints the labels that were read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.compose import DOCUMENT_WIDE, Style, style_of
from kehoach.vietnamese import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.reading._labels import Label
    from kehoach.reading._outline import Node

_LARGEST_ROMAN = 3999


@frozen
class Marked:
    """Kết quả: `mark` and `number` for the node, the `prefix` that its text must keep."""

    style: Style
    path: tuple[int, ...]
    mark: str | None = None
    number: int | None = None
    prefix: str = ""


class Marking:
    """Chỗ đứng: the defaults and running numbers where some nodes stand."""

    def __init__(
        self,
        items: str = "-",
        headings: str = "I.",
        path: tuple[int, ...] = (),
        wide: dict[str, int] | None = None,
    ) -> None:
        self.items, self.headings, self.path = items, headings, path
        self.wide = {} if wide is None else wide
        self.counts: dict[str, int] = {}

    def take(self, label: Label | None, *, heading: bool) -> Marked:
        """The mark of the next node; what the composers cannot print stays in its text."""
        default = self.headings if heading else self.items
        mark = label.style if label else ""
        style = style_of(mark)
        given = None if mark == default else mark
        if not style.counted:
            if label and style.literal != label.style:
                return self._kept(label, default)
            return Marked(style, self.path, given)
        if label is None or label.number is None or not self._printable(style, label):
            return self._kept(label, default)
        counts = self.wide if style.word in DOCUMENT_WIDE else self.counts
        expected = counts.get(mark, 0) + 1
        counts[mark] = label.number
        number = None if label.number == expected else label.number
        return Marked(style, (*self.path, label.number), given, number)

    def _kept(self, label: Label | None, default: str) -> Marked:
        """No mark at all, the label as it was printed in front of the text."""
        prefix = f"{label.printed} " if label else ""
        return Marked(style_of(""), self.path, None if default == "" else "", None, prefix)

    def _printable(self, style: Style, label: Label) -> bool:
        number = label.number or 0
        if not 1 <= number <= _LARGEST_ROMAN:
            return False
        if style.numerals == "letters" and number > len(POINTS):
            return False
        if style.parents and self.path[-style.parents :] != label.parents:
            return False
        return _tight(style.label(number, self.path)) == _tight(label.printed)

    def inside(self, marked: Marked, items: str | None) -> Marking:
        """The place of what stands under a node."""
        if items is not None:
            return Marking(items, items, marked.path, self.wide)
        style = marked.style
        return Marking(
            style.inner(for_headings=False), style.inner(for_headings=True), marked.path, self.wide
        )


def common_mark(nodes: Sequence[Node], default: str) -> str | None:
    """The one style of all the nodes, where it is not the default; None otherwise."""
    styles = {node.style for node in nodes if node.grid is None}
    if len(styles) != 1:
        return None
    (style,) = styles
    return None if style == default or style_of(style).parents else style


@lru_cache(maxsize=4096)
def _tight(label: str) -> str:
    """A label without spaces, its dash a hyphen, its word in small letters ("CHƯƠNG I")."""
    return "".join(label.split()).replace("–", "-").casefold()
