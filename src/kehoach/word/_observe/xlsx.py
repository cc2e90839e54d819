"""Tệp .xlsx: each sheet as a table, its cells as they are shown."""

from __future__ import annotations

import datetime
import re
from bisect import bisect
from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from kehoach.observed.blocks import (
    ObservedCell,
    ObservedParagraph,
    ObservedRow,
    ObservedRun,
    ObservedTable,
)
from kehoach.observed.formats import PLAIN, RunFormat
from kehoach.observed.paper import Observed, SourceKind
from kehoach.word._observe import remarks
from kehoach.word._observe.legacy import Converted
from kehoach.word._observe.package import Package
from kehoach.word._observe.xml import R, Unreadable, parse, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kehoach.findings import Finding
    from kehoach.word._observe.package import Relationship

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_DATE_CODES: Final = frozenset((*range(14, 18), 22, *range(27, 32), *range(50, 59)))
_TIME_CODES: Final = frozenset((18, 19, 20, 21, 45, 46, 47))
_PERCENT_CODES: Final = {9: 0, 10: 2}
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_EPOCH: Final = {False: datetime.date(1899, 12, 30), True: datetime.date(1904, 1, 1)}
_EXACT: Final = 1e15
"""Excel keeps fifteen digits."""
_LAST_COLUMN: Final = 1 << 20
_LAST_ROW: Final = 1 << 30
_MOST_MERGES: Final = 10_000
_MOST_TEXT: Final = 200_000_000
"""Characters of a workbook's cells together; one shared string may stand in many."""
_LAST_DAY: Final = 2_958_465
_SECONDS: Final = 86_400


def is_workbook(package: Package) -> bool:
    """Whether a package is an Excel file."""
    return workbook_part(package) in package.names


def workbook_part(package: Package) -> str:
    """The name of the workbook part."""
    for relation in package.relationships("").values():
        if relation.kind == "officeDocument" and not relation.external:
            return relation.target.lower()
    return "xl/workbook.xml"


def observe_workbook(package: Package) -> Observed:
    """The sheets in their order; raises Unreadable when the workbook cannot be read."""
    return _Workbook(package).observed()


@frozen
class _Look:
    """How a cell shows a number, and its font."""

    kind: str = ""
    decimals: int = 0
    format: RunFormat = PLAIN


@define
class _Workbook:
    package: Package
    strings: list[str] = field(factory=list)
    looks: list[_Look] = field(factory=list)
    late: bool = False
    left: int = _MOST_TEXT
    converted: Converted = field(factory=Converted)

    def observed(self) -> Observed:
        part = workbook_part(self.package)
        root = parse(self.package.read(part) or b"")
        links = self.package.relationships(part)
        settings = root.find(f"{S}workbookPr")
        self.late = settings is not None and settings.get("date1904") in ("1", "true")
        self.strings = self._strings(links)
        self.looks = self._looks(links)
        tables, hidden = [], []
        for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
            relation = links.get(sheet.get(f"{R}id") or "")
            name = sheet.get("name") or ""
            if sheet.get("state") in ("hidden", "veryHidden"):
                hidden.append(name)
            if relation is not None and relation.kind == "worksheet" and not relation.external:
                tables.append(self._sheet(relation.target, name))
        return Observed(
            kind=SourceKind.XLSX, blocks=tuple(tables), remarks=tuple(self._remarks(hidden))
        )

    def _remarks(self, hidden: list[str]) -> Iterator[Finding]:
        if any(name.endswith("vbaproject.bin") for name in self.package.names):
            yield remarks.macros()
        if hidden:
            yield remarks.hidden_sheets(hidden)
        yield from remarks.legacy(self.converted)
        if self.package.damaged:
            yield remarks.damaged(self.package.damaged)

    def _part(self, links: dict[str, Relationship], kind: str) -> _Element | None:
        for relation in links.values():
            if relation.kind == kind and not relation.external:
                return self.package.xml(relation.target)
        return None

    def _strings(self, links: dict[str, Relationship]) -> list[str]:
        root = self._part(links, "sharedStrings")
        return [] if root is None else [_text(item) for item in root.iterchildren(f"{S}si")]

    def _looks(self, links: dict[str, Relationship]) -> list[_Look]:
        root = self._part(links, "styles")
        if root is None:
            return []
        codes = {
            whole(each.get("numFmtId")): each.get("formatCode") or ""
            for each in root.iterfind(f"{S}numFmts/{S}numFmt")
        }
        fonts = [_font(each) for each in root.iterfind(f"{S}fonts/{S}font")]
        made = []
        for each in root.iterfind(f"{S}cellXfs/{S}xf"):
            code, font = whole(each.get("numFmtId")), whole(each.get("fontId"))
            kind, decimals = _shown_as(code, codes.get(code, ""))
            made.append(_Look(kind, decimals, fonts[font] if 0 <= font < len(fonts) else PLAIN))
        return made

    def _sheet(self, part: str, name: str) -> ObservedTable:
        root = self.package.xml(part)
        if root is None:
            return ObservedTable(name=name)
        merged = dict(islice(_merged(root), _MOST_MERGES))
        covered = _Covered(merged)
        rows, reached = [], 0
        for element in root.iterfind(f"{S}sheetData/{S}row"):
            number = whole(element.get("r"), reached + 1)
            reached = number
            cells = tuple(self._cells(element, number, merged, covered))
            if cells:
                rows.append(ObservedRow(cells, line=number))
        width = max((row.cells[-1].column + row.cells[-1].across for row in rows), default=0)
        return ObservedTable(tuple(rows), grid=(0.0,) * width, name=name)

    def _cells(
        self, row: _Element, number: int, merged: dict[tuple[int, int], tuple[int, int]],
        covered: _Covered,
    ) -> Iterator[ObservedCell]:  # fmt: skip
        column = -1
        for element in row.iterchildren(f"{S}c"):
            place = _REFERENCE.fullmatch(element.get("r") or "")
            column = _column(place[1]) if place else column + 1
            text, look = self._value(element)
            self.left -= len(text)
            if self.left < 0:
                raise Unreadable("bảng tính quá lớn để đọc", "chia thành nhiều tệp nhỏ hơn")
            across, down = merged.get((number, column), (1, 1))
            if (not text and (across, down) == (1, 1)) or covered.holds(number, column):
                continue
            lines = [] if not text else text.replace("\r\n", "\n").split("\n")
            blocks = [ObservedParagraph((ObservedRun(x, look.format),) if x else ()) for x in lines]
            yield ObservedCell(tuple(blocks), column, across, down)

    def _value(self, element: _Element) -> tuple[str, _Look]:
        style = whole(element.get("s"))
        look = self.looks[style] if 0 <= style < len(self.looks) else _Look()
        kind = element.get("t") or "n"
        if kind == "inlineStr":
            inside = element.find(f"{S}is")
            text = "" if inside is None else _text(inside)
            return self.converted.text(text, look.format), look
        found = element.find(f"{S}v")
        value = "" if found is None else found.text or ""
        if kind == "s":
            index = whole(value, -1)
            text = self.strings[index] if 0 <= index < len(self.strings) else ""
            return self.converted.text(text, look.format), look
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value), look
        return (_number(value, look, late=self.late) if kind == "n" else value), look


@define
class _Covered:
    """The places that a merged cell covers, without listing them."""

    merged: dict[tuple[int, int], tuple[int, int]]
    _ranges: list[tuple[int, int, int, int]] = field(init=False)
    _turns: list[int] = field(init=False)
    _holding: list[tuple[int, int, int]] = field(init=False, factory=list)
    _from: int = field(init=False, default=0)
    _until: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self._ranges = [
            (column, column + across, row, row + down)
            for (row, column), (across, down) in self.merged.items()
        ]
        self._turns = sorted({turn for each in self._ranges for turn in each[2:]})

    def holds(self, row: int, column: int) -> bool:
        """Whether another cell covers this place; merged cells do not overlap."""
        if not self._from <= row < self._until:
            self._turn(row)
        place = bisect(self._holding, (column, _LAST_COLUMN)) - 1
        if place < 0:
            return False
        left, right, top = self._holding[place]
        return column < right and (top, left) != (row, column)

    def _turn(self, row: int) -> None:
        """Find what reaches over a row, and until which row that stays so."""
        place = bisect(self._turns, row)
        self._from = self._turns[place - 1] if place else 0
        self._until = self._turns[place] if place < len(self._turns) else _LAST_ROW
        self._holding = sorted(
            (left, right, top) for left, right, top, bottom in self._ranges if top <= row < bottom
        )


def _text(element: _Element) -> str:
    """The text of a string with or without runs; readings of East Asian signs left out."""
    parts = []
    for child in element:
        if child.tag == f"{S}t":
            parts.append(child.text or "")
        elif child.tag == f"{S}r":
            parts.extend(each.text or "" for each in child.iterchildren(f"{S}t"))
    return "".join(parts)


def _font(element: _Element) -> RunFormat:
    values = {child.tag.rpartition("}")[2]: child.get("val") for child in element}
    name = values.get("name") or ""
    size = whole((values.get("sz") or "").partition(".")[0], 11)

    def switched(key: str) -> bool:
        return key in values and values[key] in (None, "1", "true")

    return RunFormat(
        font=name, font_high=name, size=float(size), bold=switched("b"), italic=switched("i")
    )


def _shown_as(code: int, pattern: str) -> tuple[str, int]:
    """What a number format shows: a date, a time, a percentage, else a plain number."""
    if code in _DATE_CODES:
        return "date", 0
    if code in _TIME_CODES:
        return "time", 0
    if code in _PERCENT_CODES:
        return "percent", _PERCENT_CODES[code]
    bare = _LITERAL.sub("", pattern.partition(";")[0]).lower()
    if "%" in bare:
        return "percent", len(bare.partition(".")[2].rstrip("% "))
    if "y" in bare or "d" in bare:
        return "date", 0
    return ("time", 0) if "h" in bare or "s" in bare else ("", 0)


def _number(value: str, look: _Look, *, late: bool) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    if look.kind in ("date", "time") and 0 <= number <= _LAST_DAY:
        return _moment(number, look.kind, late=late)
    if look.kind == "percent":
        return f"{number * 100:.{min(look.decimals, 10)}f}%".replace(".", ",")
    if number.is_integer() and abs(number) < _EXACT:
        return str(int(number))
    return f"{number:.15g}".replace(".", ",")


def _moment(number: float, kind: str, *, late: bool) -> str:
    days, part = divmod(number, 1)
    seconds = round(part * _SECONDS)
    clock = f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}"
    if kind == "time" and not days:
        return clock
    try:
        day = _EPOCH[late] + datetime.timedelta(days=int(days))
    except OverflowError:
        return f"{number:.15g}"
    text = f"{day.day:02d}/{day.month:02d}/{day.year}"
    return f"{text} {clock}" if seconds else text


def _merged(root: _Element) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for element in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        found = _RANGE.fullmatch(element.get("ref") or "")
        if found:
            left, right = _column(found[1]), _column(found[3])
            top, bottom = int(found[2]), int(found[4])
            if left <= right and top <= bottom:
                yield (top, left), (right - left + 1, bottom - top + 1)


def _column(letters: str) -> int:
    """The place of a column, from 0: A 0, Z 25, AA 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
