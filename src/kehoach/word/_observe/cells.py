"""Ô bảng: what a cell's properties, its table and the table's style come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from kehoach.observed.formats import NO_BORDERS, Borders
from kehoach.word._observe.formats import Key, nested_key
from kehoach.word._observe.properties import border_layer, shading
from kehoach.word._observe.styles import Lines, Style, TableLook, cell_margins
from kehoach.word._observe.xml import VAL, W, millimetres, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.word._observe.formats import Around, Formats

_USUAL_MARGIN: Final = 1.91
_MOST_ACROSS: Final = 1000
_LOOK_BITS: Final = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_PERCENT: Final = 5000
_YES: Final = frozenset(("1", "true", "on"))


@frozen
class Face:
    """Bề ngoài của ô: its extent, merges, width, drawn lines, fill and margins."""

    across: int
    merge: str
    joined: bool
    width: float | None
    borders: Borders
    shading: str
    vertical: str
    margins: tuple[float, float]


@frozen
class _Spot:
    """Where a cell stands: which edges of the table it touches, which parts of its style hold."""

    column: int
    across: int
    edges: tuple[bool, bool, bool, bool]
    names: tuple[str, ...]


class Faces:
    """Bộ tính bề ngoài: each kind of cell of one table is worked out once."""

    def __init__(
        self, properties: _Element | None, formats: Formats, grid: tuple[float, ...], rows: int
    ) -> None:
        self.chain = formats.sheet.chain("table", value(properties, "tblStyle"))
        self.looks = [style.look for style in self.chain]
        self._formats, self._theme = formats, formats.sheet.theme
        self._grid, self._rows = grid, rows
        self.borders: Lines = {}
        self._margins = {} if self.chain else {"left": _USUAL_MARGIN, "right": _USUAL_MARGIN}
        for look in self.looks:
            self.borders.update(look.table_borders)
            self._margins.update(look.margins)
        self.borders.update(border_layer(child(properties, "tblBorders"), self._theme))
        self._margins.update(cell_margins(child(properties, "tblCellMar")))
        self._conditions = _conditions(self.chain)
        self._asked = _asked(child(properties, "tblLook"))
        self._faces: dict[Key, Face] = {}
        self._arounds: dict[tuple[str, ...], Around] = {}

    def lines(self, element: _Element | None) -> Lines:
        """What a row's exception sets for the lines of the table."""
        return border_layer(element, self._theme)

    def face(
        self, properties: _Element | None, at: tuple[int, int], own: Lines
    ) -> tuple[Face, Around]:
        """The face of the cell at this row and column, and what dresses its paragraphs."""
        index, column = at
        across = 1 if properties is None else whole(value(properties, "gridSpan"), 1)
        across = min(max(across, 1), _MOST_ACROSS)
        right = column + across >= max(len(self._grid), 1)
        edges = (index == 0, index == self._rows - 1, column == 0, right)
        names = self._holding(index, column, edges) if self._conditions else ()
        told = None if properties is None else nested_key(properties)
        key = (edges, names, told, tuple(own.items()) if own else (), column)
        found = self._faces.get(key)
        if found is None:
            spot = _Spot(column, across, edges, names)
            found = self._faces[key] = self._make(properties, spot, own)
        return found, self._around(names)

    def _make(self, properties: _Element | None, spot: _Spot, own: Lines) -> Face:
        lines = _sides({**self.borders, **own}, spot.edges)
        fill = ""
        for name in spot.names:
            look = self._conditions[name]
            lines.update(_sides(look.table_borders, spot.edges))
            lines.update(_outer(look.cell_borders))
            fill = fill if look.shading is None else look.shading
        lines.update(_outer(border_layer(child(properties, "tcBorders"), self._theme)))
        shaded = child(properties, "shd")
        margins = {**self._margins, **cell_margins(child(properties, "tcMar"))}
        merge, joined = child(properties, "vMerge"), child(properties, "hMerge")
        columns = sum(self._grid[spot.column : spot.column + spot.across])
        return Face(
            across=spot.across,
            merge="" if merge is None else merge.get(VAL) or "continue",
            joined=joined is not None and joined.get(VAL) != "restart",
            width=width(child(properties, "tcW"), sum(self._grid)) or columns or None,
            borders=Borders(**lines) if any(lines.values()) else NO_BORDERS,
            shading=fill if shaded is None else shading(shaded, self._theme),
            vertical=value(properties, "vAlign") or "top",
            margins=(margins.get("left", 0.0), margins.get("right", 0.0)),
        )

    def _holding(self, index: int, column: int, edges: tuple[bool, ...]) -> tuple[str, ...]:
        """The conditional parts of the style that hold for a cell, the weakest first."""
        top, bottom, left, right = edges
        asked = self._asked
        shift_row, shift_column = asked["firstRow"], asked["firstColumn"]
        across = "band2Horz" if (index - shift_row) % 2 else "band1Horz"
        down = "band2Vert" if (column - shift_column) % 2 else "band1Vert"
        holding = (
            (down, not asked["noVBand"] and column >= shift_column),
            (across, not asked["noHBand"] and index >= shift_row),
            ("lastCol", right and asked["lastColumn"]),
            ("firstCol", left and asked["firstColumn"]),
            ("lastRow", bottom and asked["lastRow"]),
            ("firstRow", top and asked["firstRow"]),
        )
        return tuple(name for name, holds in holding if holds and name in self._conditions)

    def _around(self, names: tuple[str, ...]) -> Around:
        found = self._arounds.get(names)
        if found is None:
            key = (self.chain[-1].id if self.chain else "", names)
            looks = [*self.looks, *(self._conditions[name] for name in names)]
            found = self._arounds[names] = self._formats.around(key, looks)
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


def _outer(lines: Lines) -> Lines:
    return {side: line for side, line in lines.items() if not side.startswith("inside")}


def _conditions(chain: tuple[Style, ...]) -> dict[str, TableLook]:
    """The conditional parts of a chain of table styles, those of the last over the others."""
    found: dict[str, TableLook] = {}
    for style in chain:
        for name, look in style.conditions.items():
            below = found.get(name)
            found[name] = look if below is None else _over(below, look)
    return found


def _over(below: TableLook, above: TableLook) -> TableLook:
    return evolve(
        above,
        run={**below.run, **above.run},
        paragraph={**below.paragraph, **above.paragraph},
        table_borders={**below.table_borders, **above.table_borders},
        cell_borders={**below.cell_borders, **above.cell_borders},
        shading=below.shading if above.shading is None else above.shading,
    )


def _asked(element: _Element | None) -> dict[str, bool]:
    """Which conditional parts a table asks for."""
    if element is None:
        return dict.fromkeys(_LOOK_BITS, False)
    try:
        bits = int(element.get(VAL) or "0", 16)
    except ValueError:
        bits = 0
    told = {name: element.get(f"{W}{name}") for name in _LOOK_BITS}
    return {
        name: bool(bits & bit) if told[name] is None else told[name] in _YES
        for name, bit in _LOOK_BITS.items()
    }


def child(element: _Element | None, name: str) -> _Element | None:
    """A property's element, None without it."""
    return None if element is None else element.find(f"{W}{name}")


def value(element: _Element | None, name: str) -> str:
    """A property's w:val, "" without it."""
    found = child(element, name)
    return "" if found is None else found.get(VAL) or ""


def width(element: _Element | None, of: float) -> float | None:
    """A table's or cell's width in mm; a share is taken of `of`."""
    if element is None:
        return None
    kind, given = element.get(f"{W}type") or "dxa", element.get(f"{W}w") or ""
    if kind == "pct":
        share = whole(given.rstrip("%")) / (100 if given.endswith("%") else _PERCENT)
        return round(of * share, 2) or None
    return millimetres(given) if kind == "dxa" else None
