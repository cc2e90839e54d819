"""Kiểu: the style sheet of a file as layers, chains of base styles folded."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from kehoach.observed.formats import ParagraphFormat
from kehoach.word._observe.properties import (
    TOGGLES,
    Layer,
    border_layer,
    paragraph_layer,
    run_layer,
    shading,
)
from kehoach.word._observe.theme import Theme, theme
from kehoach.word._observe.xml import VAL, Unreadable, W, millimetres, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.observed.formats import Border

Lines = dict[str, "Border | None"]
_CHAIN_MOST: Final = 30
_CONDITIONS: Final = frozenset(
    ("firstRow", "lastRow", "firstCol", "lastCol", "band1Horz", "band2Horz", "band1Vert",
     "band2Vert")
)  # fmt: skip
_CACHED_BYTES: Final = 1 << 20


@frozen
class TableLook:
    """Kiểu bảng, hoặc phần có điều kiện của nó: what it sets for its cells and their texts."""

    run: Layer = field(factory=dict)
    paragraph: Layer = field(factory=dict)
    table_borders: Lines = field(factory=dict)
    cell_borders: Lines = field(factory=dict)
    margins: dict[str, float] = field(factory=dict)
    shading: str | None = None
    indent: float | None = None
    alignment: str | None = None


@frozen
class Style:
    """Một kiểu, as the file defines it, without what it inherits."""

    id: str
    kind: str
    name: str
    base: str
    run: Layer
    paragraph: Layer
    look: TableLook
    conditions: dict[str, TableLook]


@define
class StyleSheet:
    """Bảng kiểu: styles by id, document defaults, and the theme that they name fonts of.

    `dressed` keeps what each style alone comes to, outside of lists and tables.
    """

    styles: dict[str, Style] = field(factory=dict)
    run: Layer = field(factory=dict)
    paragraph: Layer = field(factory=dict)
    defaults: dict[str, str] = field(factory=dict)
    theme: Theme = field(factory=Theme)
    dressed: dict[Hashable, tuple[ParagraphFormat, str]] = field(factory=dict)
    _chains: dict[tuple[str, str], tuple[Style, ...]] = field(factory=dict)
    _runs: dict[tuple[str, str], Layer] = field(factory=dict)
    _plain: dict[tuple[str, str], Layer] = field(factory=dict)

    def chain(self, kind: str, identity: str) -> tuple[Style, ...]:
        """The style and those it is based on, the base first; the default style when unknown."""
        identity = identity if identity in self.styles else ""
        found = self._chains.get((kind, identity))
        if found is None:
            found = self._chains[kind, identity] = tuple(self._climb(kind, identity))
        return found

    def _climb(self, kind: str, identity: str) -> list[Style]:
        chain: list[Style] = []
        style = self.styles.get(identity)
        if style is None or style.kind != kind:
            style = self.styles.get(self.defaults.get(kind, ""))
        while style and style.kind == kind and style not in chain and len(chain) < _CHAIN_MOST:
            chain.append(style)
            style = self.styles.get(style.base)
        return chain[::-1]

    def run_of(self, kind: str, identity: str) -> Layer:
        """What the chain of a style sets for characters."""
        identity = identity if identity in self.styles else ""
        found = self._runs.get((kind, identity))
        if found is None:
            found = {}
            for style in self.chain(kind, identity):
                found.update(style.run)
            self._runs[kind, identity] = found
        return found

    def characters(self, paragraph: str, character: str) -> Layer:
        """What two styles come to outside of tables, the document's defaults below them."""
        paragraph = paragraph if paragraph in self.styles else ""
        character = character if character in self.styles else ""
        found = self._plain.get((paragraph, character))
        if found is None:
            layers = (self.run_of("paragraph", paragraph), self.run_of("character", character))
            found = self._plain[paragraph, character] = stacked(self.run, *layers)
        return found

    def name(self, identity: str) -> str:
        """The name of a style that the user sees, the id when it is not defined."""
        style = self.styles.get(identity)
        return style.name if style else identity


def stacked(defaults: Layer, *layers: Layer) -> Layer:
    """Layers over one another; what styles toggle is turned once for each that sets it."""
    folded = dict(defaults)
    for layer in layers:
        folded.update(layer)
    for name in TOGGLES:
        set_by = [layer[name] for layer in layers if name in layer]
        if set_by:
            folded[name] = sum(set_by) % 2 == 1 or bool(defaults.get(name))
    return folded


def style_sheet(styles: bytes, themed: bytes) -> StyleSheet:
    """The sheet of two parts, either may be empty; raises Unreadable when one is damaged."""
    small = len(styles) + len(themed) <= _CACHED_BYTES
    return _cached(styles, themed) if small else _sheet(styles, themed)


def _sheet(styles: bytes, themed: bytes) -> StyleSheet:
    try:
        looks = theme(parse(themed)) if themed else Theme()
    except Unreadable:
        looks = Theme()
    if not styles:
        return StyleSheet(theme=looks)
    root = parse(styles)
    sheet = StyleSheet(theme=looks)
    base = root.find(f"{W}docDefaults")
    if base is not None:
        sheet.run = run_layer(base.find(f"{W}rPrDefault/{W}rPr"), looks)
        sheet.paragraph = paragraph_layer(base.find(f"{W}pPrDefault/{W}pPr"), looks)
    for element in root.iterchildren(f"{W}style"):
        style = _style(element, looks)
        sheet.styles[style.id] = style
        if element.get(f"{W}default") in ("1", "true", "on"):
            sheet.defaults[style.kind] = style.id
    return sheet


_cached = lru_cache(maxsize=16)(_sheet)


def _style(element: _Element, looks: Theme) -> Style:
    name, base = element.find(f"{W}name"), element.find(f"{W}basedOn")
    identity = element.get(f"{W}styleId") or ""
    kind = element.get(f"{W}type") or "paragraph"
    return Style(
        id=identity,
        kind=kind,
        name=identity if name is None else name.get(VAL) or identity,
        base="" if base is None else base.get(VAL) or "",
        run=run_layer(element.find(f"{W}rPr"), looks),
        paragraph=paragraph_layer(element.find(f"{W}pPr"), looks),
        look=table_look(element, looks) if kind == "table" else TableLook(),
        conditions={
            part.get(f"{W}type") or "": table_look(part, looks)
            for part in element.iterchildren(f"{W}tblStylePr")
            if part.get(f"{W}type") in _CONDITIONS
        },
    )


def table_look(element: _Element, looks: Theme) -> TableLook:
    """What a table style, or one of its conditional parts, sets."""
    table = element.find(f"{W}tblPr")
    cell = element.find(f"{W}tcPr")
    fill = None if cell is None else cell.find(f"{W}shd")
    indent = None if table is None else table.find(f"{W}tblInd")
    placed = None if table is None else table.find(f"{W}jc")
    return TableLook(
        run=run_layer(element.find(f"{W}rPr"), looks),
        paragraph=paragraph_layer(element.find(f"{W}pPr"), looks),
        table_borders=border_layer(_inside(table, "tblBorders"), looks),
        cell_borders=border_layer(_inside(cell, "tcBorders"), looks),
        margins=cell_margins(_inside(table, "tblCellMar")),
        shading=None if fill is None else shading(fill, looks),
        indent=None if indent is None else millimetres(indent.get(f"{W}w")),
        alignment=None if placed is None else placed.get(VAL),
    )


def _inside(element: _Element | None, name: str) -> _Element | None:
    return None if element is None else element.find(f"{W}{name}")


def cell_margins(element: _Element | None) -> dict[str, float]:
    """Left and right margins of cells in mm, as far as a w:tblCellMar or w:tcMar sets them."""
    found = {}
    for child in element if element is not None else ():
        side = {"start": "left", "end": "right"}.get(name := child.tag.rpartition("}")[2], name)
        length = millimetres(child.get(f"{W}w"))
        if side in ("left", "right") and length is not None:
            found[side] = length
    return found


def numbering_styles(sheet: StyleSheet) -> dict[str, int]:
    """The list id of each numbering style."""
    return {
        style.id: style.paragraph["number"][0]
        for style in sheet.styles.values()
        if style.kind == "numbering" and style.paragraph.get("number", (None,))[0] is not None
    }
