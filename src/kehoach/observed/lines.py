"""Dòng chữ: what was seen as lines of text in document order, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.observed.blocks import ObservedParagraph, ObservedTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.observed.blocks import Block, ObservedCell, ObservedDrawing

BODY = ""
_BREAK = re.compile(r"[\n\f\v]")


@frozen
class Place:
    """Vị trí: where in the paper; every count begins at 1, None where it does not apply.

    `part` is "" for the body, else in Vietnamese (``đầu trang``, ``chú thích 2``, ``hộp chữ``).
    `paragraph` counts the blocks of what holds it: the body, a cell, a text box. `line` is the
    line of a text file.
    """

    part: str = BODY
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None

    def describe(self) -> str:
        """Vị trí bằng tiếng Việt: ``bảng 2, hàng 3, cột 1``, ``đoạn 12``, ``dòng 7``."""
        counts = (
            ("bảng", self.table), ("hàng", self.row), ("cột", self.column),
            ("dòng", self.line),
            ("đoạn", None if self.line or self.table else self.paragraph),
        )  # fmt: skip
        told = [f"{word} {count}" for word, count in counts if count is not None]
        return ", ".join(([self.part] if self.part else []) + told)


@frozen
class Line:
    """Dòng chữ: printed text without line breaks, its place, and the paragraph it belongs to.

    `first` tells whether the paragraph begins here; an automatic number stands in its text.
    """

    text: str
    place: Place
    paragraph: ObservedParagraph
    first: bool = True


Placed: TypeAlias = tuple[Place, ObservedParagraph]
"""Đoạn và vị trí của nó."""


def lines_of(blocks: Iterable[Block], part: str = BODY) -> Iterator[Line]:
    """Các dòng chữ: every printed line, blank ones too, tables row by row and cell by cell.

    A text box's lines follow those of the paragraph that holds it.
    """
    yield from _lines(blocks, Place(part))


def paragraphs_of(blocks: Iterable[Block], part: str = BODY) -> Iterator[Placed]:
    """Các đoạn: every paragraph with its place, those of tables and text boxes too."""
    yield from _paragraphs(blocks, Place(part))


def _lines(blocks: Iterable[Block], around: Place) -> Iterator[Line]:
    for place, paragraph in _paragraphs(blocks, around):
        for index, text in enumerate(_BREAK.split(paragraph.printed)):
            yield Line(text, place, paragraph, index == 0)


def _paragraphs(blocks: Iterable[Block], around: Place) -> Iterator[Placed]:
    tables = 0
    for count, block in enumerate(blocks, 1):
        if isinstance(block, ObservedTable):
            tables += 1
            yield from _table(block, tables, around)
        else:
            line = block.line or around.line
            place = Place(around.part, count, around.table, around.row, around.column, line)
            yield place, block
            for run in block.runs:
                yield from _drawings(run.drawings, place)


def _table(table: ObservedTable, count: int, around: Place) -> Iterator[Placed]:
    part = around.part if around.table is None else f"{around.describe()}, trong ô"
    for number, row in enumerate(table.rows, 1):
        for cell in row.cells:
            place = Place(part, None, count, number, cell.column + 1, row.line)
            yield from _cell(cell, place)


def _cell(cell: ObservedCell, place: Place) -> Iterator[Placed]:
    yield from _paragraphs(cell.blocks, place)


def _drawings(drawings: tuple[ObservedDrawing, ...], place: Place) -> Iterator[Placed]:
    for drawing in drawings:
        if drawing.blocks:
            where = Place(f"hộp chữ ({place.describe()})")
            yield from _paragraphs(drawing.blocks, where)
        yield from _drawings(drawing.parts, place)
