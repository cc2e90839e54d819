"""Đánh số tự động: the definitions of lists, and the numbers that Word prints from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import define, evolve, field, frozen

from kehoach.vietnamese.numerals import roman
from kehoach.word._observe.properties import Layer, paragraph_layer, run_layer
from kehoach.word._observe.xml import VAL, W, is_on, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.word._observe.theme import Theme

LEVELS: Final = 9
_LONGEST_TEXT: Final = 255
Suffix: TypeAlias = Literal["\t", " ", ""]
_SUFFIXES: Final[dict[str, Suffix]] = {"tab": "\t", "space": " ", "nothing": ""}
_PLACE: Final = re.compile(r"%([1-9])")
_BULLETS: Final = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▫",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf0e0": "→",
}
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_LETTERS: Final = 26
_ROMAN_MOST: Final = 3999
_REPEATED_MOST: Final = 50


@frozen
class Level:
    """Một cấp của danh sách: what it prints and what it sets."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    suffix: Suffix = "\t"
    paragraph: Layer = field(factory=dict)
    run: Layer = field(factory=dict)
    style: str = ""
    restart: int | None = None
    legal: bool = False


@frozen
class List:
    """Danh sách: one w:num, its levels with its own overrides, and whose counters it uses."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(factory=dict)


@frozen
class Numbering:
    """Các danh sách của tệp, by id."""

    lists: dict[int, List] = field(factory=dict)

    def level(self, list_id: int, level: int) -> Level | None:
        """The level of a list, None when the file defines none."""
        found = self.lists.get(list_id)
        return found.levels.get(level) if found else None

    def level_of_style(self, list_id: int, style: str) -> int | None:
        """The level that is linked to a paragraph style."""
        found = self.lists.get(list_id)
        for number, level in found.levels.items() if found else ():
            if level.style == style:
                return number
        return None


def numbering(root: _Element | None, styled: dict[str, int], theme: Theme) -> Numbering:
    """The lists of a numbering part; `styled` gives the list id of each numbering style."""
    if root is None:
        return Numbering()
    abstracts: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for element in root.iterchildren(f"{W}abstractNum"):
        identity = element.get(f"{W}abstractNumId") or ""
        abstracts[identity] = _levels(element, theme)
        link = element.find(f"{W}numStyleLink")
        if link is not None:
            links[identity] = link.get(VAL) or ""
    bases = {
        whole(element.get(f"{W}numId"), -1): _abstract_id(element)
        for element in root.iterchildren(f"{W}num")
    }
    lists = {}
    for element in root.iterchildren(f"{W}num"):
        identity = _abstract_id(element)
        linked = bases.get(styled.get(links.get(identity, ""), -1))
        lists[whole(element.get(f"{W}numId"), -1)] = _list(
            element, linked or identity, abstracts, theme
        )
    return Numbering(lists)


def _abstract_id(element: _Element) -> str:
    found = element.find(f"{W}abstractNumId")
    return "" if found is None else found.get(VAL) or ""


def _list(
    element: _Element, abstract: str, abstracts: dict[str, dict[int, Level]], theme: Theme
) -> List:
    levels = dict(abstracts.get(abstract, {}))
    starts = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        number = min(max(whole(override.get(f"{W}ilvl")), 0), LEVELS - 1)
        own, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
        if own is not None:
            levels[number] = _level(own, theme)
        if start is not None:
            starts[number] = whole(start.get(VAL), 1)
            levels[number] = evolve(levels.get(number, Level()), start=starts[number])
    return List(abstract, levels, starts)


def _levels(element: _Element, theme: Theme) -> dict[int, Level]:
    return {
        number: _level(child, theme)
        for child in element.iterchildren(f"{W}lvl")
        if 0 <= (number := whole(child.get(f"{W}ilvl"))) < LEVELS
    }


def _level(element: _Element, theme: Theme) -> Level:
    values = {child.tag: child.get(VAL) for child in element}
    legal, restart = element.find(f"{W}isLgl"), values.get(f"{W}lvlRestart")
    run = run_layer(element.find(f"{W}rPr"), theme)
    return Level(
        start=whole(values.get(f"{W}start"), 0),
        kind=values.get(f"{W}numFmt") or "decimal",
        text=(values.get(f"{W}lvlText") or "")[:_LONGEST_TEXT],
        suffix=_SUFFIXES.get(values.get(f"{W}suff") or "tab", "\t"),
        paragraph=paragraph_layer(element.find(f"{W}pPr"), theme),
        run=run,
        style=values.get(f"{W}pStyle") or "",
        restart=None if restart is None else whole(restart),
        legal=legal is not None and is_on(legal),
    )


@define
class Counters:
    """Bộ đếm: the numbers reached in each list, as the document is read from its start."""

    numbering: Numbering
    _reached: dict[str, dict[int, int]] = field(factory=dict)
    _started: set[tuple[int, int]] = field(factory=set)

    def printed(self, list_id: int, level: int) -> tuple[str, str] | None:
        """Count one paragraph; what its number prints, and the bullet's own glyph if replaced."""
        found = self.numbering.lists.get(list_id)
        own = found.levels.get(level) if found else None
        if found is None or own is None:
            return None
        reached = self._reached.setdefault(found.abstract, {})
        if level in found.starts and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            reached.pop(level, None)
        reached[level] = reached.get(level, own.start - 1) + 1
        for deeper in [number for number in reached if number > level]:
            if _restarts(found.levels.get(deeper), level):
                del reached[deeper]
        return _printed(found, own, reached)


def _restarts(deeper: Level | None, level: int) -> bool:
    if deeper is None or deeper.restart is None:
        return True
    return level < deeper.restart


def _printed(found: List, own: Level, reached: dict[int, int]) -> tuple[str, str]:
    if own.kind == "bullet":
        if not _PRIVATE.search(own.text):
            return own.text, ""
        return _PRIVATE.sub(lambda glyph: _BULLETS.get(glyph[0], "•"), own.text), own.text

    def number(place: re.Match[str]) -> str:
        level = int(place[1]) - 1
        of = found.levels.get(level, own)
        kind = "decimal" if own.legal and of.kind != "none" else of.kind
        return number_text(reached.get(level, of.start), kind)

    return _PLACE.sub(number, own.text), ""


def number_text(value: int, kind: str) -> str:
    """Số theo kiểu của Word: 4 as `upperRoman` IV, `lowerLetter` d, `decimalZero` 04."""
    if kind in ("upperRoman", "lowerRoman") and 0 < value <= _ROMAN_MOST:
        return roman(value) if kind == "upperRoman" else roman(value).lower()
    if kind in ("upperLetter", "lowerLetter") and value > 0:
        # Word goes on after z with aa, bb, cc.
        repeated = min((value - 1) // _LETTERS + 1, _REPEATED_MOST)
        letter = chr(ord("a") + (value - 1) % _LETTERS) * repeated
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{value:02d}"
    return "" if kind in ("none", "bullet") else str(value)
