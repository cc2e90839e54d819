"""Bảng: rows and cells with their merges, widths and drawn borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from attrs import define, evolve, field, frozen

from kehoach.observed.blocks import Block, ObservedCell, ObservedRow, ObservedTable
from kehoach.observed.formats import NO_BORDERS, Borders
from kehoach.word._observe.formats import nested_key
from kehoach.word._observe.properties import border_layer, shading
from kehoach.word._observe.styles import Lines, TableLook, cell_margins
from kehoach.word._observe.xml import MC, VAL, W, is_on, millimetres, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kehoach.word._observe.formats import Around, Formats

_TC, _TR, _TCPR, _TRPR = f"{W}tc", f"{W}tr", f"{W}tcPr", f"{W}trPr"
_USUAL_MARGIN: Final = 1.91
_MOST_ACROSS: Final = 1000
_ALIGNMENTS: Final = {"start": "left", "end": "right"}
_HEIGHT_RULES: Final[dict[str | None, Literal["auto", "exact", "at_least"]]] = {
    "exact": "exact", "auto": "auto",
}  # fmt: skip
_LOOK_BITS: Final = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_PERCENT: Final = 5000


class BlockReader(Protocol):
    """Bộ đọc khối: what a table needs to read its cells."""

    around: Around

    @property
    def formats(self) -> Formats:
        """The formats of the file."""

    def blocks(self, container: _Element) -> tuple[Block, ...]:
        """The blocks of a cell."""


@frozen
class _Face:
    """What a cell's properties and its place in the table come to."""

    across: int
    merge: str
    joined: bool
    width: float | None
    borders: Borders
    shading: str
    vertical: str
    margins: tuple[float, float]


@define
class _Open:
    """A cell that reaches down: where it stands, and what its covered cells held."""

    row: int
    place: int
    across: int
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
        self.reader = reader
        self.formats: Formats = reader.formats
        properties = element.find(f"{W}tblPr")
        self.chain = self.formats.sheet.chain("table", _value(properties, "tblStyle"))
        self.theme = self.formats.sheet.theme
        looks = [style.look for style in self.chain]
        self.borders: Lines = {}
        self.margins = {"left": _USUAL_MARGIN, "right": _USUAL_MARGIN} if not self.chain else {}
        for look in looks:
            self.borders.update(look.table_borders)
            self.margins.update(look.margins)
        self.borders.update(border_layer(_child(properties, "tblBorders"), self.theme))
        self.margins.update(cell_margins(_child(properties, "tblCellMar")))
        self.grid = tuple(
            millimetres(column.get(f"{W}w")) or 0.0
            for column in element.iterfind(f"{W}tblGrid/{W}gridCol")
        )
        self.conditions = _conditions(self.chain)
        self.look = _look(_child(properties, "tblLook"))
        self.trs = [row for row in _rows(element) if not _deleted(row)]
        self.open: dict[int, _Open] = {}
        self.made: list[list[ObservedCell]] = []
        self.faces: dict[Any, _Face] = {}
        self.arounds: dict[tuple[str, ...], Around] = {}
        self.value = self._value(properties, looks)

    def _value(self, properties: _Element | None, looks: list[TableLook]) -> ObservedTable:
        width, indent = _child(properties, "tblW"), _child(properties, "tblInd")
        layout = _child(properties, "tblLayout")
        styled = [look.indent for look in looks if look.indent is not None]
        placed = [look.alignment for look in looks if look.alignment]
        alignment = _value(properties, "jc") or (placed[-1] if placed else "left")
        return ObservedTable(
            grid=self.grid,
            width=_width(width, sum(self.grid)) or (sum(self.grid) or None),
            indent=(_width(indent, 0.0) or 0.0) if indent is not None else (styled or [0.0])[-1],
            alignment=_ALIGNMENTS.get(alignment, alignment),
            fixed=layout is not None and layout.get(f"{W}type") == "fixed",
            floating=_child(properties, "tblpPr") is not None,
            borders=Borders(**self.borders) if self.borders else NO_BORDERS,
            style=self.chain[-1].name if self.chain else "",
        )

    def rows(self) -> tuple[ObservedRow, ...]:
        """The rows, with the cells that reach down given their height."""
        heads = [self._row(index, element) for index, element in enumerate(self.trs)]
        for left in self.open.values():
            self._close(left)
        return tuple(
            evolve(head, cells=tuple(cells)) for head, cells in zip(heads, self.made, strict=True)
        )

    def _row(self, index: int, element: _Element) -> ObservedRow:
        properties = element.find(_TRPR)
        column = whole(_value(properties, "gridBefore")) if properties is not None else 0
        column = min(max(column, 0), _MOST_ACROSS)
        own: Lines = border_layer(element.find(f"{W}tblPrEx/{W}tblBorders"), self.theme)
        cells: list[ObservedCell] = []
        self.made.append(cells)
        for child in _cells(element):
            column += self._cell(child, (index, column), cells, own)
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
        face, around = self._face(properties, at, own)
        self.reader.around = around
        blocks = self.reader.blocks(element)
        if face.joined and cells:
            before = cells[-1]
            cells[-1] = evolve(
                before, across=before.across + face.across, blocks=before.blocks + _telling(blocks)
            )
            return face.across
        if face.merge == "continue" and column in self.open:
            reached = self.open[column]
            reached.down = index - reached.row + 1
            reached.more.extend(_telling(blocks))
            return face.across
        if column in self.open:
            self._close(self.open.pop(column))
        if face.merge == "restart":
            self.open[column] = _Open(index, len(cells), face.across)
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
            column for column, reached in self.open.items() if reached.row + reached.down <= index
        ]:
            self._close(self.open.pop(column))

    def _close(self, reached: _Open) -> None:
        cells = self.made[reached.row]
        cell = cells[reached.place]
        cells[reached.place] = evolve(
            cell, down=reached.down, blocks=cell.blocks + tuple(reached.more)
        )

    def _face(
        self, properties: _Element | None, at: tuple[int, int], own: Lines
    ) -> tuple[_Face, Around]:
        index, column = at
        across = whole(_value(properties, "gridSpan"), 1) if properties is not None else 1
        across = min(max(across, 1), _MOST_ACROSS)
        end = column + across
        edges = (
            index == 0, index == len(self.trs) - 1, column == 0, end >= max(len(self.grid), 1)
        )  # fmt: skip
        names = self._names(index, column, edges) if self.conditions else ()
        told = () if properties is None else nested_key(properties)
        key = (edges, names, told, tuple(own.items()) if own else (), column)
        face = self.faces.get(key)
        if face is None:
            face = self.faces[key] = self._make_face(properties, edges, names, own, column, across)
        return face, self._around(names)

    def _make_face(
        self,
        properties: _Element | None,
        edges: tuple[bool, ...],
        names: tuple[str, ...],
        own: Lines,
        column: int,
        across: int,
    ) -> _Face:
        lines = _sides({**self.borders, **own}, edges)
        fill = ""
        for name in names:
            look = self.conditions[name]
            lines.update(_sides(look.table_borders, edges))
            lines.update({k: v for k, v in look.cell_borders.items() if not k.startswith("inside")})
            fill = fill if look.shading is None else look.shading
        lines.update(
            {
                side: line
                for side, line in border_layer(_child(properties, "tcBorders"), self.theme).items()
                if not side.startswith("inside")
            }
        )
        shaded = _child(properties, "shd")
        margins = {**self.margins, **cell_margins(_child(properties, "tcMar"))}
        merge, joined = _child(properties, "vMerge"), _child(properties, "hMerge")
        columns = sum(self.grid[column : column + across])
        return _Face(
            across=across,
            merge="" if merge is None else merge.get(VAL) or "continue",
            joined=joined is not None and joined.get(VAL) != "restart",
            width=_width(_child(properties, "tcW"), sum(self.grid)) or columns or None,
            borders=Borders(**lines) if any(lines.values()) else NO_BORDERS,
            shading=fill if shaded is None else shading(shaded, self.theme),
            vertical=_value(properties, "vAlign") or "top",
            margins=(margins.get("left", 0.0), margins.get("right", 0.0)),
        )

    def _names(self, index: int, column: int, edges: tuple[bool, ...]) -> tuple[str, ...]:
        """The conditional parts of the style that hold for a cell, the weakest first."""
        top, bottom, left, right = edges
        shift_row, shift_column = self.look["firstRow"], self.look["firstColumn"]
        across = "band2Horz" if (index - shift_row) % 2 else "band1Horz"
        down = "band2Vert" if (column - shift_column) % 2 else "band1Vert"
        holding = (
            (down, not self.look["noVBand"] and column >= shift_column),
            (across, not self.look["noHBand"] and index >= shift_row),
            ("lastCol", right and self.look["lastColumn"]),
            ("firstCol", left and self.look["firstColumn"]),
            ("lastRow", bottom and self.look["lastRow"]),
            ("firstRow", top and self.look["firstRow"]),
        )
        return tuple(name for name, holds in holding if holds and name in self.conditions)

    def _around(self, names: tuple[str, ...]) -> Around:
        found = self.arounds.get(names)
        if found is None:
            key = (self.chain[-1].id if self.chain else "", names)
            looks = [style.look for style in self.chain]
            looks += [self.conditions[name] for name in names]
            found = self.arounds[names] = self.formats.around(key, looks)
        return found


def _sides(lines: Lines, edges: tuple[bool, ...]) -> Lines:
    """The lines of a table as they fall to the four sides of one cell."""
    top, bottom, left, right = edges
    wanted = (
        ("top", "top" if top else "inside_h"),
        ("bottom", "bottom" if bottom else "inside_h"),
        ("left", "left" if left else "inside_v"),
        ("right", "right" if right else "inside_v"),
    )
    return {side: lines[source] for side, source in wanted if source in lines}


def _conditions(chain: tuple[Any, ...]) -> dict[str, TableLook]:
    """The conditional parts of a chain of table styles, those of the last over the others."""
    found: dict[str, TableLook] = {}
    for style in chain:
        for name, look in style.conditions.items():
            below = found.get(name)
            found[name] = look if below is None else _over(below, look)
    return {name: look for name, look in found.items() if name != "wholeTable"}


def _over(below: TableLook, above: TableLook) -> TableLook:
    return evolve(
        above,
        run={**below.run, **above.run},
        paragraph={**below.paragraph, **above.paragraph},
        table_borders={**below.table_borders, **above.table_borders},
        cell_borders={**below.cell_borders, **above.cell_borders},
        shading=below.shading if above.shading is None else above.shading,
    )


def _look(element: _Element | None) -> dict[str, bool]:
    if element is None:
        return dict.fromkeys(_LOOK_BITS, False)
    try:
        bits = int(element.get(VAL) or "0", 16)
    except ValueError:
        bits = 0
    return {
        name: bool(bits & bit)
        if (said := element.get(f"{W}{name}")) is None
        else said in ("1", "true", "on")
        for name, bit in _LOOK_BITS.items()
    }


def _rows(element: _Element) -> Iterator[_Element]:
    yield from _inside(element, _TR)


def _cells(element: _Element) -> Iterator[_Element]:
    yield from _inside(element, _TC)


def _inside(element: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those within content controls too."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            branch = child.find(f"{MC}Choice")
            branch = child.find(f"{MC}Fallback") if branch is None else branch
            if branch is not None:
                yield from _inside(branch, wanted)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _inside(child, wanted)


def _deleted(row: _Element) -> bool:
    properties = row.find(_TRPR)
    return properties is not None and properties.find(f"{W}del") is not None


def _telling(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Those of a covered cell's blocks that hold something."""
    return tuple(b for b in blocks if isinstance(b, ObservedTable) or not b.is_blank)


def _child(element: _Element | None, name: str) -> _Element | None:
    return None if element is None else element.find(f"{W}{name}")


def _value(element: _Element | None, name: str) -> str:
    found = _child(element, name)
    return "" if found is None else found.get(VAL) or ""


def _flag(element: _Element, name: str) -> bool:
    found = element.find(f"{W}{name}")
    return found is not None and is_on(found)


def _width(element: _Element | None, whole_width: float) -> float | None:
    """A table's or cell's width in mm; a share is taken of `whole_width`."""
    if element is None:
        return None
    kind, value = element.get(f"{W}type") or "dxa", element.get(f"{W}w") or ""
    if kind == "pct":
        share = whole(value.rstrip("%")) / (100 if value.endswith("%") else _PERCENT)
        return round(whole_width * share, 2) or None
    return millimetres(value) if kind == "dxa" else None
