"""Đọc một phần: paragraphs and tables of the body, of a header, of a note, in document order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from kehoach.observed.blocks import ObservedNumber, ObservedParagraph
from kehoach.word._observe.formats import NOWHERE, Around, Dressed, Formats
from kehoach.word._observe.inline import ALTERNATE, Inline, chosen
from kehoach.word._observe.legacy import Converted, convert_number, convert_runs
from kehoach.word._observe.numbering import Counters
from kehoach.word._observe.tables import read_table
from kehoach.word._observe.xml import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from kehoach.observed.blocks import Block, ObservedRun
    from kehoach.word._observe.package import Relationship

_P, _PPR, _TBL = f"{W}p", f"{W}pPr", f"{W}tbl"
_SDT, _SECTPR, _ALTCHUNK = f"{W}sdt", f"{W}sectPr", f"{W}altChunk"
_GONE: Final = frozenset((f"{W}del", f"{W}moveFrom"))
_DELETED_MARK: Final = (f"{W}rPr/{W}del", f"{W}rPr/{W}moveFrom")


@define
class Shared:
    """Dùng chung cho cả tệp: formats, counters, and what the remarks will tell."""

    formats: Formats
    counters: Counters
    tracked: bool = False
    chunks: int = 0
    converted: Converted = field(factory=Converted)


class Reader:
    """Bộ đọc một phần of the package, with the relationships of that part."""

    def __init__(self, shared: Shared, links: dict[str, Relationship]) -> None:
        self.shared = shared
        self.links = links
        self.around: Around = NOWHERE
        self.breaks: dict[_Element, _Element] = {}
        self.on_break: Callable[[int, _Element], None] | None = None
        self._inline = Inline(shared.formats, links, self.text_box)
        self._carried: list[ObservedRun] = []

    @property
    def formats(self) -> Formats:
        """The formats of the file."""
        return self.shared.formats

    def blocks(self, container: _Element) -> tuple[Block, ...]:
        """The blocks of a body, header, cell, note or text box."""
        carried, self._carried = self._carried, []
        out: list[Block] = []
        self._gather(container, out)
        if self._carried:
            out.append(ObservedParagraph(tuple(self._carried)))
        self._carried = carried
        return tuple(out)

    def text_box(self, container: _Element) -> tuple[Block, ...]:
        """The blocks of a text box, which no table style reaches."""
        around, self.around = self.around, NOWHERE
        found = self.blocks(container)
        self.around = around
        return found

    def _gather(self, container: _Element, out: list[Block]) -> None:
        for child in container:
            tag = child.tag
            if tag == _P:
                paragraph = self._paragraph(child)
                if paragraph is not None:
                    out.append(paragraph)
                if self.breaks and self.on_break and child in self.breaks:
                    self.on_break(len(out), self.breaks[child])
            elif tag == _TBL:
                out.append(read_table(child, self))
            elif tag == _SDT:
                with self._inline.control_of(child) as content:
                    if content is not None:
                        self._gather(content, out)
            else:
                self._other(child, out)

    def _other(self, child: _Element, out: list[Block]) -> None:
        tag = child.tag
        if tag == ALTERNATE:
            choice = chosen(child)
            if choice is not None:
                self._gather(choice, out)
        elif tag == _ALTCHUNK:
            self.shared.chunks += 1
        elif tag != _SECTPR and tag not in _GONE and len(child):
            self._gather(child, out)

    def _paragraph(self, element: _Element) -> ObservedParagraph | None:
        own = element[0] if len(element) and element[0].tag == _PPR else element.find(_PPR)
        shared, around = self.shared, self.around
        dressed = shared.formats.paragraph(own, around)
        runs = self._inline.runs(element, dressed, around)
        if shared.tracked and own is not None and _mark_deleted(own):
            self._carried.extend(runs)
            return None
        if self._carried:
            runs, self._carried = (*self._carried, *runs), []
        if shared.formats.legacy and shared.converted.concerns(runs):
            runs = convert_runs(runs, shared.converted)
        number = None if dressed.number is None else self._number(dressed)
        return ObservedParagraph(runs, dressed.format, number)

    def _number(self, dressed: Dressed) -> ObservedNumber | None:
        counters = self.shared.counters
        list_id, depth = dressed.number or (0, 0)
        level = counters.numbering.level(list_id, depth)
        printed = counters.printed(list_id, depth)
        if level is None or printed is None or dressed.number_format is None:
            return None
        text, glyph = printed
        number = ObservedNumber(
            text, depth, list_id, level.kind, level.suffix, dressed.number_format, glyph
        )
        if self.shared.formats.legacy:
            return evolve(number, text=convert_number(number, self.shared.converted))
        return number


def _mark_deleted(own: _Element) -> bool:
    return any(own.find(path) is not None for path in _DELETED_MARK)
