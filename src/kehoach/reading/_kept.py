"""Không mất dòng nào: which of the printed lines the plan does not hold, after all was read.

Most texts stand in the plan as they are; only for those that do not is the paper of the plan
composed, and they are looked for in its words.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.anatomy import Component, Grid, Piece, clean
from kehoach.anatomy.patterns import ADDRESSEE
from kehoach.compose import assignees_heading, plan_document
from kehoach.documents import Heading, Paragraph, plain
from kehoach.documents import Table as PrintedTable
from kehoach.errors import KehoachError
from kehoach.plan import Assignment
from kehoach.reading._outline import without_end
from kehoach.rules import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.anatomy import Anatomy
    from kehoach.documents import Block, Document
    from kehoach.observed import Line
    from kehoach.plan import Plan
    from kehoach.reading._paragraphs import Text

_FRAME = (
    Component.ISSUER, Component.SUPERIOR, Component.SUMMARY, Component.AUTHORITY_LINE,
    Component.SENDER, Component.BASIS, Component.ADDRESSEE, Component.RECIPIENT, Component.DRAFTER,
    Component.SIGNATURE, Component.OTHER_POST, Component.SIGNER, Component.OFFICE_ADDRESS,
    Component.URGENCY, Component.CIRCULATION, Component.FOOTNOTE,
)  # fmt: skip
_FRAMED = (
    "title", "issuer", "place", "authority_line", "bases", "addressees", "recipients", "archive",
    "signature", "cosigners", "confirmation", "marks", "office_address", "footnotes",
)  # fmt: skip
_LEADS = re.compile(rf"{ADDRESSEE.pattern}|\[\d+\]", re.IGNORECASE)
_TEXTS = ("text", "heading", "title")
_HOLDERS = ("opening", "sections", "closing", "annexes", "content", "tasks", "items", "rows")


class Kept:
    """What a plan holds, asked line by line."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._texts = set(_texts_of(plan))

    def lost_pieces(self, texts: Iterable[Text | Grid]) -> Iterator[Piece | Line]:
        """The lines of a body that are not in the plan."""
        for one in texts:
            if isinstance(one, Grid):
                yield from self._lost_cells(one)
            elif not self._holds_text(one) and not self._prints(one.printed):
                yield from one.pieces

    def lost_of_frame(self, anatomy: Anatomy) -> Iterator[Piece]:
        """The lines of the frame and of the annexes' titles that are not in the plan."""
        framed = [piece for component in _FRAME for piece in anatomy.pieces(component)]
        for annex in anatomy.annexes:
            framed += annex.title
        for piece in framed:
            text = _LEADS.sub("", piece.text)
            named = letters(text) or (letters(piece.text) if not self._plan.addressees else "")
            if named not in self._frame and not self._prints(piece.text):
                yield piece

    def holds_in_frame(self, text: str) -> bool:
        """Whether a line stands in the frame of the plan."""
        return letters(text) in self._frame

    def _holds_text(self, text: Text) -> bool:
        numbered = text.label is not None and (text.label.word or not text.text)
        return not numbered and self._holds(text.text)

    def _holds(self, text: str) -> bool:
        return not text or text in self._texts or without_end(text) in self._texts

    def _prints(self, text: str) -> bool:
        wanted = letters(text)
        return not wanted or wanted in self._lines or wanted in self._whole

    def _lost_cells(self, grid: Grid) -> Iterator[Line]:
        cells = [cell.text for row in grid.rows for cell in row]
        lost = [text for text in cells if not self._holds(text) and not self._prints(text)]
        for line in grid.lines if lost else ():
            parts = map(clean, line.text.split("\t"))
            if any(part and any(part in cell for cell in lost) for part in parts):
                yield line

    @cached_property
    def _frame(self) -> str:
        plan = self._plan
        drafter = plan.marks.drafter or ""
        ends = [
            f"Lưu {plan.archive} {drafter}",
            *(f"{one.text} {drafter}" for one in plan.recipients[-1:]),
        ]
        titles = (annex.title for annex in plan.annexes)
        framed = (getattr(plan, name) for name in _FRAMED)
        return "\n".join(map(letters, (*_strings(tuple(framed)), *ends, *titles)))

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(map(letters, self._printed))

    @cached_property
    def _whole(self) -> str:
        return "\n".join(self._lines)

    @cached_property
    def _printed(self) -> Sequence[str]:
        """Each text that the paper of the plan prints; of one that cannot be, each of its texts."""
        try:
            return tuple(_printed_in(plan_document(self._plan, rulebook("nd30-2020"))))
        except KehoachError:
            return tuple(_strings(self._plan))


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, clean(text).lower()))


def _texts_of(value: object) -> Iterator[str]:
    """The texts of a plan and of its nodes."""
    for name in _TEXTS:
        text = getattr(value, name, None)
        if text:
            yield text
    yield from getattr(value, "details", ())
    if isinstance(value, Assignment) and value.heading is None:
        yield assignees_heading(value.mood, value.assignees)
    for name in _HOLDERS:
        for one in getattr(value, name, ()):
            if isinstance(one, tuple):
                yield from one
            else:
                yield from _texts_of(one)


def _strings(value: object) -> Iterator[str]:
    """Every string under a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    else:
        for attribute in getattr(type(value), "__attrs_attrs__", ()):
            yield from _strings(getattr(value, attribute.name))


def _printed_in(document: Document) -> Iterator[str]:
    """The texts of a document: paragraphs, headings with their labels, cells."""
    blocks: list[Block] = list(document.blocks)
    for appendix in document.appendices:
        yield appendix.title
        blocks += appendix.blocks
    for block in blocks:
        match block:
            case Paragraph(text):
                yield plain(text)
            case Heading():
                yield f"{block.label} {plain(block.text)}"
            case PrintedTable():
                for row in (*block.header, *block.rows):
                    for cell in row:
                        if cell is not None:
                            yield cell if isinstance(cell, str) else plain(cell.text)
