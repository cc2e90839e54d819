"""Định dạng thực tế: layers folded into what Word would show.

For characters, from the weakest: document defaults, table style, paragraph style, character
style, the run's own properties. For paragraphs: defaults, table style, the chain of the style,
the paragraph's own; each place that names a list brings the list's indents in before its own.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import define, field, frozen

from kehoach.observed.formats import NO_BORDERS, Borders, ParagraphFormat, RunFormat
from kehoach.vietnamese.legacy import legacy_font
from kehoach.word._observe.numbering import Numbering
from kehoach.word._observe.properties import (
    INDENTS,
    Layer,
    paragraph_layer,
    run_layer,
)
from kehoach.word._observe.styles import StyleSheet, stacked
from kehoach.word._observe.xml import VAL, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kehoach.word._observe.styles import TableLook

Key: TypeAlias = Hashable
"""What is equal for equal properties."""
_PPR, _RPR, _PSTYLE = f"{W}pPr", f"{W}rPr", f"{W}pStyle"
_UNTOLD: Final = frozenset(
    f"{W}{name}"
    for name in ("sectPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo")
)
_AUTOMATIC_GAP: Final = 14.0
_LINE_TWIPS: Final = 240
_STYLE_KEYS: Final = ("space_before", "space_after")
_UNNAMED_FONT: Final = {"font": "Times New Roman", "font_high": "Times New Roman"}


@frozen
class Around:
    """Bảng bao quanh: what the table style sets for a paragraph; `key` tells them apart."""

    key: int = 0
    run: Layer = field(factory=dict)
    paragraph: Layer = field(factory=dict)


NOWHERE: Final = Around()
"""Outside of tables."""


@define
class Dressed:
    """Đoạn đã có định dạng: its format, its list, and the formats of runs met in its like."""

    format: ParagraphFormat
    style: str
    number: tuple[int, int] | None
    number_format: RunFormat | None
    runs: dict[Key, RunFormat]


@define
class Formats:
    """Bộ tính định dạng: each style, each set of own properties is worked out once a file.

    `legacy` tells whether any format made so far names a font of an old encoding.
    """

    sheet: StyleSheet
    numbering: Numbering
    legacy: bool = False
    _paragraphs: dict[Key, Dressed] = field(factory=dict)
    _runs: dict[tuple[str, int], dict[Key, RunFormat]] = field(factory=dict)
    _arounds: dict[Key, Around] = field(factory=dict)

    def around(self, key: Key, looks: Iterable[TableLook]) -> Around:
        """What table styles set for the paragraphs of a cell; made once a key."""
        found = self._arounds.get(key)
        if found is None:
            run: Layer = {}
            paragraph: Layer = {}
            for look in looks:
                run.update(look.run)
                paragraph.update(look.paragraph)
            found = Around(len(self._arounds) + 1, run, paragraph) if run or paragraph else NOWHERE
            self._arounds[key] = found
        return found

    def paragraph(self, own: _Element | None, around: Around) -> Dressed:
        """The format of a paragraph with these own properties."""
        told = _told(own)
        key = (around.key, told)
        found = self._paragraphs.get(key)
        if found is None:
            by_style = around is NOWHERE and (told is None or isinstance(told, str))
            alone = by_style and not self.numbering.lists
            made = self._dress_by_style(own, told) if alone else self._dress(own, around)
            found = self._paragraphs[key] = made
        return found

    def run(self, own: _Element | None, dressed: Dressed, around: Around) -> RunFormat:
        """The format of a run with these own properties in a paragraph so dressed."""
        key = None if own is None else tuple([(child.tag, *child.items()) for child in own])
        found = dressed.runs.get(key)
        if found is None:
            layer = run_layer(own, self.sheet.theme)
            found = dressed.runs[key] = self._characters(layer, dressed.style, around)
        return found

    def _dress_by_style(self, own: _Element | None, style: Key) -> Dressed:
        """The format that a style alone gives, kept with the sheet for the next file."""
        known = self.sheet.dressed.get(style)
        if known is None:
            dressed = self._dress(own, NOWHERE)
            if style is None or style in self.sheet.styles:
                self.sheet.dressed[style] = (dressed.format, dressed.style)
            return dressed
        made, identity = known
        self.legacy = self.legacy or _is_legacy(made.mark)
        runs = self._runs.setdefault((identity, NOWHERE.key), {})
        runs.setdefault(None, made.mark)
        return Dressed(made, identity, None, None, runs)

    def _dress(self, own: _Element | None, around: Around) -> Dressed:
        direct = paragraph_layer(own, self.sheet.theme)
        chain = self.sheet.chain("paragraph", direct.get("style", ""))
        style = chain[-1].id if chain else direct.get("style", "")
        folded = _Folded(self.numbering, {**self.sheet.paragraph, **around.paragraph})
        for each in chain:
            folded.add(each.paragraph, each.id)
        folded.add(direct)
        mark_layer = run_layer(None if own is None else own.find(_RPR), self.sheet.theme)
        mark = self._characters(mark_layer, style, around)
        runs = self._runs.setdefault((style, around.key), {})
        if not mark_layer:
            runs.setdefault(None, mark)
        number, looks = folded.list, None
        level = self.numbering.level(*number) if number else None
        if level is not None:
            looks = self._characters({**mark_layer, **level.run}, style, around)
        made = paragraph_format(folded.layer, style, self.sheet.name(style), mark)
        return Dressed(made, style, number if level else None, looks, runs)

    def _characters(self, direct: Layer, style: str, around: Around) -> RunFormat:
        """The format of characters with these own properties."""
        sheet = self.sheet
        character = direct.get("style", "")
        if around is NOWHERE:
            below = sheet.characters(style, character)
        else:
            layers = sheet.run_of("paragraph", style), sheet.run_of("character", character)
            below = stacked(sheet.run, around.run, *layers)
        named = sheet.name(character) if character else ""
        made = RunFormat(**{**_UNNAMED_FONT, **below, **direct, "style": named})
        self.legacy = self.legacy or _is_legacy(made)
        return made


def _is_legacy(looks: RunFormat) -> bool:
    return bool(legacy_font(looks.font) or legacy_font(looks.font_high))


class _Folded:
    """Layers of one paragraph, the weakest first, with the list's indents where they come in."""

    def __init__(self, numbering: Numbering, base: Layer) -> None:
        self.numbering = numbering
        self.layer: Layer = {}
        self.list_id, self.level = 0, 0
        self._replaced: Layer = {}
        self.add(base)

    def add(self, layer: Layer, style: str = "") -> None:
        """Put a layer over the others; `style` is the id of the style that it comes from."""
        number = layer.get("number")
        if number is not None:
            self._enter(number, style)
        for name, value in layer.items():
            if name in ("borders", "tabs") and name in self.layer:
                self.layer[name] = _joined(self.layer[name], value)
            else:
                self.layer[name] = value
                self._replaced.pop(name, None)

    def _enter(self, number: tuple[int | None, int | None], style: str) -> None:
        list_id, level = number
        self.list_id = self.list_id if list_id is None else list_id
        self.level = self.level if level is None else level
        linked = self.numbering.level_of_style(self.list_id, style) if style else None
        self.level = self.level if linked is None else linked
        self._leave()
        found = self.numbering.level(self.list_id, self.level) if self.list_id else None
        for name in INDENTS if found else ():
            if found and name in found.paragraph:
                self._replaced[name] = self.layer.get(name)
                self.layer[name] = found.paragraph[name]

    def _leave(self) -> None:
        """Take back the indents of the list so far, where nothing stands over them."""
        for name, value in self._replaced.items():
            self.layer.pop(name, None)
            if value is not None:
                self.layer[name] = value
        self._replaced = {}

    @property
    def list(self) -> tuple[int, int] | None:
        """The list id and level, None outside of lists."""
        return (self.list_id, self.level) if self.list_id else None


def _joined(below: Any, above: Any) -> Any:  # noqa: ANN401 - sides of borders, or tab stops
    return {**below, **above} if isinstance(below, dict) else below + above


def _told(own: _Element | None) -> Key:
    """A key that is equal for equal properties, whatever is tracked in them."""
    if own is None:
        return None
    if len(own) == 1 and own[0].tag == _PSTYLE:
        return own[0].get(VAL)
    return tuple([nested_key(child) for child in own if child.tag not in _UNTOLD])


def nested_key(element: _Element) -> Key:
    """A key that is equal for equal elements, whatever is tracked in them."""
    if not len(element):
        return (element.tag, *element.items())
    inside = [nested_key(child) for child in element if child.tag not in _UNTOLD]
    return (element.tag, *element.items(), tuple(inside))


def paragraph_format(layer: Layer, style: str, name: str, mark: RunFormat) -> ParagraphFormat:
    """The format of folded layers."""
    values = {key: value for key, value in layer.items() if key in _ATTRIBUTES}
    for key in _STYLE_KEYS:
        if layer.get(f"{key}_auto"):
            values[key] = _AUTOMATIC_GAP
    rule = layer.get("line_rule", "auto")
    line = layer.get("line", float(_LINE_TWIPS))
    values["line"] = round(line / _LINE_TWIPS, 4) if rule == "auto" else line / 20
    borders = layer.get("borders")
    values["borders"] = Borders(**borders) if borders else NO_BORDERS
    stops = {}
    for stop in layer.get("tabs", ()):
        stops[stop.position] = stop
    values["tabs"] = tuple(stop for _, stop in sorted(stops.items()) if stop.kind != "clear")
    return ParagraphFormat(**{**values, "style": name, "style_id": style, "mark": mark})


_ATTRIBUTES: Final = frozenset(
    ("outline_level", "alignment", "first_line", "left", "right", "space_before", "space_after",
     "contextual_spacing", "line_rule", "line", "keep_next", "keep_lines", "page_break_before",
     "borders", "shading", "tabs")
)  # fmt: skip
