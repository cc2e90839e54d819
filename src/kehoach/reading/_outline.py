"""Dàn bài: the paragraphs of a body as a tree, by the styles of their labels.

A style met before closes down to its own level; a new one goes below what is open, as deep as its
usual rank (Phần, Chương, Mục, Điều, A, I, 1, 1.1, a, -, +) says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Grid
from kehoach.reading._fields import is_field_line
from kehoach.reading._labels import DASH, LETTER, OTHER_BULLET, ROMAN, UPPER, Label
from kehoach.reading._paragraphs import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END_MARK = re.compile(r"\s*\.\s*/\s*\.?\s*$")
_MARK_LENGTH = 8
_TERMINAL = (".", ";", "…")
_ENDING = re.compile(
    r"Trên đây|Trong quá trình|Kế hoạch này|Căn cứ (?:nội dung )?[Kk]ế hoạch này"
    r"|(?:Yêu cầu|Đề nghị) (?:các|Thủ trưởng)|Giao "
)
_SHORT_HEADING = 150
_CAPS_RANK, _BOLD_RANK = 5.5, 6.9
PLAIN = 100.0
"""Bậc của đoạn không đánh số, không phải đề mục."""

_TITLED = ("Phần", "Chương", "Mục", "Tiểu mục")


class Node:
    """Nút của dàn bài: a paragraph or table with what stands under it."""

    __slots__ = ("children", "grid", "label", "parent", "rank", "source", "text")

    def __init__(
        self, text: str = "", label: Label | None = None, source: Text | None = None,
        grid: Grid | None = None, rank: float = PLAIN,
    ) -> None:  # fmt: skip
        self.text, self.label, self.source, self.grid = text, label, source, grid
        self.rank = rank
        self.children: list[Node] = []
        self.parent: Node | None = None

    @property
    def style(self) -> str:
        """The style of the label; "" for none."""
        return self.label.style if self.label else ""

    @property
    def ended(self) -> bool:
        """Whether the text closes a sentence."""
        return self.text.endswith(_TERMINAL)

    @property
    def bold(self) -> bool:
        """Whether the file prints all of it bold."""
        return self.source is not None and all(piece.bold for piece in self.source.pieces)

    @property
    def line(self) -> int | None:
        """The line of a text file."""
        return self.source.line if self.source else None

    @property
    def place(self) -> str:
        """The place in words."""
        if self.grid is not None:
            return self.grid.place.describe()
        return self.source.place if self.source else ""

    def add(self, child: Node) -> None:
        """Take a child."""
        child.parent = self
        self.children.append(child)

    def walk(self) -> Iterator[Node]:
        """The nodes under this one, in order."""
        for child in self.children:
            yield child
            yield from child.walk()


def without_end(text: str) -> str:
    """A text without the end mark of the paper."""
    return _END_MARK.sub("", text) if "/" in text[-_MARK_LENGTH:] else text


def ends_plan(text: str) -> bool:
    """Whether a paragraph speaks of the whole plan, as the last ones do."""
    return _ENDING.match(text) is not None


def outline(paragraphs: Sequence[Text | Grid]) -> Node:
    """The tree of a body; its root holds what stands before the first label too."""
    builder = _Builder(paragraphs)
    builder.build()
    return builder.root


class _Builder:
    def __init__(self, paragraphs: Sequence[Text | Grid]) -> None:
        self.paragraphs = paragraphs
        self.root = Node()
        self.open: list[Node] = []
        self.last: Node | None = None
        self.next_label = _next_labels(paragraphs)

    def build(self) -> None:
        for index, one in enumerate(self.paragraphs):
            if isinstance(one, Grid):
                self._attach(Node(grid=one), self._holder(index))
            elif one.label is not None:
                self._labelled(one, one.label)
            elif not without_end(one.text) or self._titles_label(one):
                continue
            elif rank := _heading_rank(one, self._heads(index)):
                self._push(Node(one.text, None, one, rank=rank))
            else:
                self._attach(Node(one.text, None, one), self._holder(index))

    def _labelled(self, one: Text, label: Label) -> None:
        label = self._settled(label)
        self._push(Node(one.text, label, one, rank=label.rank))

    def _settled(self, label: Label) -> Label:
        """A lone capital is a letter after its forerunner, else a Roman numeral."""
        if label.rank not in (ROMAN, UPPER) or len(label.printed.rstrip("./)- ")) != 1:
            return label
        letter = label.printed[0]
        forerunner = {"C": "B", "D": "C", "V": "U", "I": "H", "L": "K", "X": "V"}.get(letter)
        lettered = any(
            node.label and node.label.rank == UPPER and node.label.printed[0] == forerunner
            for node in self.open
        )
        if lettered:
            return Label(label.printed, label.printed, UPPER, ord(letter))
        return label

    def _push(self, node: Node) -> None:
        style = node.style
        for depth, opened in enumerate(self.open):
            same = opened.style == style if style else opened.rank == node.rank
            if same and opened.rank == node.rank:
                del self.open[depth:]
                break
        else:
            while self.open and self._closes(self.open[-1], node):
                self.open.pop()
            if style == "*" and is_field_line(node.text):
                while self.open and self.open[-1].rank >= DASH:
                    self.open.pop()
        self._attach(node, self.open[-1] if self.open else self.root)
        self.open.append(node)

    def _closes(self, opened: Node, node: Node) -> bool:
        """Whether a node of a new style ends an open one instead of going below it."""
        if node.rank >= OTHER_BULLET and opened.rank >= DASH:
            return False
        if opened.rank >= OTHER_BULLET and node.rank >= DASH:
            return False
        starts = node.label is not None and node.label.number == 1 and not node.label.parents
        if starts and opened.rank <= LETTER + 1 and node.rank > ROMAN and opened.rank > ROMAN:
            return node.rank < opened.rank and opened.ended
        return opened.rank >= node.rank

    def _attach(self, node: Node, holder: Node) -> None:
        holder.add(node)
        self.last = node

    def _titles_label(self, one: Text) -> bool:
        """As in "Chương I" stands on a line of its own, its title on the next."""
        last = self.last
        if last is None or last.label is None or last.label.word not in _TITLED or last.text:
            return False
        if last.children:
            return False
        last.text = one.text
        last.source = Text(one.text, (*(last.source.pieces if last.source else ()), *one.pieces))
        return True

    def _heads(self, index: int) -> bool:
        """Whether something stands below an unlabelled line that may be a heading."""
        following = self.paragraphs[index + 1 : index + 2]
        return bool(following)

    def _holder(self, index: int) -> Node:  # noqa: PLR0911 - one return a rule
        """Where an unlabelled paragraph or a table belongs."""
        if not self.open:
            return self.root
        one = self.paragraphs[index]
        if isinstance(one, Text) and self.next_label[index] is None and ends_plan(one.text):
            return self.open[0] if self.open[0].rank <= ROMAN else self.root
        deepest = self.open[-1]
        if not deepest.children and (not deepest.ended or isinstance(self.paragraphs[index], Grid)):
            return deepest
        last = self.last
        if last is not None and last.label is None and last is not deepest and last.parent:
            return last.parent
        holder = self._container(deepest)
        following = self.next_label[index]
        if isinstance(one, Text) and is_field_line(one.text):
            return holder
        if following is not None:
            for opened in self.open:
                if opened.style == following.style and opened.rank == following.rank:
                    return holder if opened.rank > ROMAN else self._section(holder)
            if following.rank > holder.rank:
                return holder
        return self._section(holder)

    def _container(self, deepest: Node) -> Node:
        """The nearest heading above the last labelled paragraph."""
        node = deepest
        while node.parent is not None and node.parent is not self.root:
            if node.label is None or not node.label.is_bullet:
                break
            node = node.parent
        if node.ended or (node is deepest and node.children == [] and node.ended):
            return node.parent or self.root
        return node

    def _section(self, node: Node) -> Node:
        """The outermost open heading around a node."""
        while node.parent is not None and node.parent is not self.root:
            if node.rank <= ROMAN and node.label is not None and not node.label.word:
                break
            node = node.parent
        return node


def _next_labels(paragraphs: Sequence[Text | Grid]) -> list[Label | None]:
    """For each paragraph the next label after it."""
    result: list[Label | None] = [None] * len(paragraphs)
    coming: Label | None = None
    for index in range(len(paragraphs) - 1, -1, -1):
        result[index] = coming
        one = paragraphs[index]
        if isinstance(one, Text) and one.label is not None:
            coming = one.label
    return result


def _heading_rank(one: Text, followed: bool) -> float:  # noqa: FBT001 - a plain truth about the line
    """The rank of an unlabelled heading: capitals or bold, short, not ended; 0 for plain text."""
    text = one.text
    if not followed or len(text) > _SHORT_HEADING or text.endswith((".", ";", ",", "…")):
        return 0.0
    if text.isupper() and len(text) > 3:  # noqa: PLR2004 - an abbreviation is no heading
        return _CAPS_RANK
    if one.pieces[0].number is None and all(piece.bold for piece in one.pieces):
        return _BOLD_RANK
    return 0.0
