"""Bảng: rows and cells with their merges, in document order."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, Protocol

from attrs import define, evolve, field

from kehoach.observed.blocks import Block, ObservedCell, ObservedRow, ObservedTable
from kehoach.observed.formats import NO_BORDERS, Borders
from kehoach.word._observe.cells import Faces, child, value, width
from kehoach.word._observe.xml import MC, VAL, W, is_on, millimetres, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kehoach.word._observe.formats import Around, Formats
    from kehoach.word._observe.styles import Lines

_TC, _TR, _TCPR, _TRPR = f"{W}tc", f"{W}tr", f"{W}tcPr", f"{W}trPr"
_MOST_COLUMNS: Final = 1000
_ALIGNMENTS: Final = {"start": "left", "end": "right"}
_HEIGHT_RULES: Final[dict[str | None, Literal["auto", "exact", "at_least"]]] = {
    "exact": "exact", "auto": "auto",
}  # fmt: skip


class BlockReader(Protocol):
    """Bộ đọc khối: what a table needs to read its cells."""

    around: Around

    @property
    def formats(self) -> Formats:
        """The formats of the file."""

    def blocks(self, container: _Element) -> tuple[Block, ...]:
        """The blocks of a cell."""


@define
class _Open:
    """A cell that reaches further: where it stands, and what its covered cells held."""

    row: int
    place: int
    across: int = 0
    down: int = 1
    more: list[Block] = field(factory=list)


def read_table(element: _Element, reader: BlockReader) -> ObservedTable:
    """One table, its nested ones inside its cells."""
    around = reader.around
    table = _Table(element, reader)
    rows = table.rows()
    reader.around = around
    return evolve(table.value, rows=rows)


class _Table:
    def __init__(self, element: _Element, reader: BlockReader) -> None:
        self._reader = reader
        properties = element.find(f"{W}tblPr")
        columns = islice(element.iterfind(f"{W}tblGrid/{W}gridCol"), _MOST_COLUMNS)
        grid = tuple(millimetres(column.get(f"{W}w")) or 0.0 for column in columns)
        self._trs = [row for row in _inside(element, _TR) if not _deleted(row)]
        self._faces = Faces(properties, reader.formats, grid, len(self._trs))
        self._open: dict[int, _Open] = {}
        self._wide: dict[tuple[int, int], _Open] = {}
        self._made: list[list[ObservedCell]] = []
        self.value = self._value(properties, grid)

    def _value(self, properties: _Element | None, grid: tuple[float, ...]) -> ObservedTable:
        faces, indent = self._faces, child(properties, "tblInd")
        layout = child(properties, "tblLayout")
        styled = [look.indent for look in faces.looks if look.indent is not None]
        placed = [look.alignment for look in faces.looks if look.alignment]
        alignment = value(properties, "jc") or (placed[-1] if placed else "left")
        return ObservedTable(
            grid=grid,
            width=width(child(properties, "tblW"), sum(grid)) or sum(grid) or None,
            indent=(styled or [0.0])[-1] if indent is None else width(indent, 0.0) or 0.0,
            alignment=_ALIGNMENTS.get(alignment, alignment),
            fixed=layout is not None and layout.get(f"{W}type") == "fixed",
            floating=child(properties, "tblpPr") is not None,
            borders=Borders(**faces.borders) if faces.borders else NO_BORDERS,
            style=faces.chain[-1].name if faces.chain else "",
        )

    def rows(self) -> tuple[ObservedRow, ...]:
        """The rows, with the cells that reach down given their height."""
        heads = [self._row(index, element) for index, element in enumerate(self._trs)]
        for left in (*self._open.values(), *self._wide.values()):
            self._close(left)
        return tuple(
            evolve(head, cells=tuple(cells)) for head, cells in zip(heads, self._made, strict=True)
        )

    def _row(self, index: int, element: _Element) -> ObservedRow:
        properties = element.find(_TRPR)
        column = whole(value(properties, "gridBefore")) if properties is not None else 0
        column = min(max(column, 0), _MOST_COLUMNS)
        own: Lines = self._faces.lines(element.find(f"{W}tblPrEx/{W}tblBorders"))
        cells: list[ObservedCell] = []
        self._made.append(cells)
        for cell in _inside(element, _TC):
            column += self._cell(cell, (index, column), cells, own)
        self._close_passed(index)
        if properties is None:
            return ObservedRow()
        height = properties.find(f"{W}trHeight")
        tall = None if height is None else millimetres(height.get(VAL))
        return ObservedRow(
            header=_flag(properties, "tblHeader"),
            cant_split=_flag(properties, "cantSplit"),
            height=tall,
            height_rule="auto"
            if height is None
            else _HEIGHT_RULES.get(height.get(f"{W}hRule"), "at_least"),
        )

    def _cell(
        self, element: _Element, at: tuple[int, int], cells: list[ObservedCell], own: Lines
    ) -> int:
        index, column = at
        properties = element.find(_TCPR)
        face, around = self._faces.face(properties, at, own)
        self._reader.around = around
        blocks = self._reader.blocks(element)
        if face.joined and cells:
            wide = self._wide.setdefault((index, len(cells) - 1), _Open(index, len(cells) - 1, 0))
            wide.across += face.across
            wide.more.extend(_telling(blocks))
            return face.across
        if face.merge == "continue" and column in self._open:
            reached = self._open[column]
            reached.down = index - reached.row + 1
            reached.more.extend(_telling(blocks))
            return face.across
        if column in self._open:
            self._close(self._open.pop(column))
        if face.merge == "restart":
            self._open[column] = _Open(index, len(cells))
        cells.append(
            ObservedCell(
                blocks,
                column,
                face.across,
                1,
                face.width,
                face.borders,
                face.shading,
                face.vertical,
                *face.margins,
            )
        )
        return face.across

    def _close_passed(self, index: int) -> None:
        """Close what did not go on in this row."""
        for column in [
            column for column, reached in self._open.items() if reached.row + reached.down <= index
        ]:
            self._close(self._open.pop(column))

    def _close(self, reached: _Open) -> None:
        cells = self._made[reached.row]
        cell = cells[reached.place]
        cells[reached.place] = evolve(
            cell,
            across=cell.across + reached.across,
            down=max(cell.down, reached.down),
            blocks=cell.blocks + tuple(reached.more),
        )


def _inside(element: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those within content controls too."""
    for each in element:
        if each.tag == wanted:
            yield each
        elif each.tag == f"{MC}AlternateContent":
            branch = each.find(f"{MC}Choice")
            branch = each.find(f"{MC}Fallback") if branch is None else branch
            if branch is not None:
                yield from _inside(branch, wanted)
        elif each.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _inside(each, wanted)


def _deleted(row: _Element) -> bool:
    properties = row.find(_TRPR)
    return properties is not None and properties.find(f"{W}del") is not None


def _telling(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Those of a covered cell's blocks that hold something."""
    return tuple(b for b in blocks if isinstance(b, ObservedTable) or not b.is_blank)


def _flag(element: _Element, name: str) -> bool:
    found = element.find(f"{W}{name}")
    return found is not None and is_on(found)
