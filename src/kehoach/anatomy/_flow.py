"""Dòng chảy: the lines of a paper as pieces and tables, layout tables taken apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach.anatomy import patterns
from kehoach.anatomy.parts import Element, Grid, GridCell, Piece
from kehoach.observed import Observed, ObservedParagraph, ObservedTable, SourceKind
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.observed import Line, ObservedCell, ObservedRun

_INVISIBLE = ("\u200b", "\ufeff", "\u200e", "\u00ad", "\u2060")
_LONGEST_HEAD = 400


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Chữ gọn: composed, single spaces (no-break ones too), nothing invisible."""
    text = nfc(text)
    for sign in _INVISIBLE:
        if sign in text:
            text = text.replace(sign, "")
    return " ".join(text.split())


def flow(observed: Observed) -> list[Element]:
    """The non-blank lines and the content tables, in order."""
    tables = [block for block in observed.blocks if isinstance(block, ObservedTable)]
    elements = _grouped(observed.lines(), tables)
    if observed.kind is SourceKind.TEXT:
        return list(_tabbed(elements))
    return list(elements)


def columns(piece: Piece) -> Iterator[Piece]:
    """A line that two columns share, cut where a tab or three spaces part it."""
    if not piece.whole or not patterns.WIDE.search(piece.line.text):
        yield piece
        return
    closed = patterns.BLANKS.sub(" ", piece.line.text)
    texts = [clean(part) for part in patterns.COLUMNS.split(closed)]
    found = [text for text in texts if text]
    for index, text in enumerate(found):
        yield Piece(text, piece.line, 0 if index else piece.gap, len(found) == 1)


def _grouped(lines: Iterable[Line], tables: list[ObservedTable]) -> Iterator[Element]:
    gap = current = 0
    held: list[Line] = []
    for line in lines:
        table = _table_of(line, current)
        if current and table != current:
            yield from _table(tables[current - 1], held, gap)
            gap, held = 0, []
        current = table
        if table:
            held.append(line)
            continue
        text = clean(_with_notes(line))
        if text:
            yield Piece(text, line, gap)
            gap = 0
        else:
            gap += 1
    if current:
        yield from _table(tables[current - 1], held, gap)


def _with_notes(line: Line) -> str:
    """The text of a line with its footnotes marked in it: "theo quy định[^1]"."""
    runs = line.paragraph.runs
    if line.place.line is not None or not any(run.note for run in runs):
        return line.text
    if "\n" in line.paragraph.text:
        return line.text
    number = line.paragraph.number
    label = f"{number.text} " if number is not None and number.text else ""
    return label + "".join(run.text + _mark(run) for run in runs if not run.format.hidden)


def _mark(run: ObservedRun) -> str:
    return f"[^{note_mark(run.note.kind, run.note.id)}]" if run.note else ""


def note_mark(kind: str, name: str) -> str:
    """Dấu chú thích: the id of a footnote; of an endnote, which counts anew, with a letter."""
    return name if kind == "footnote" else f"c{name}"


def _table_of(line: Line, current: int) -> int:
    """The table of the body that a line stands in, 0 outside; a nested one counts as its outer."""
    place = line.place
    if not place.part:
        return place.table or 0
    return current if place.part.startswith(f"bảng {current},") else 0


def _table(table: ObservedTable, lines: list[Line], gap: int) -> Iterator[Element]:
    if _is_layout(table, lines):
        for line in lines:
            text = clean(line.text)
            if text:
                yield Piece(text, line, gap)
                gap = 0
            else:
                gap += 1
        return
    rows = tuple(tuple(map(_cell, row.cells)) for row in table.rows)
    width = max((cell.column + cell.across for row in rows for cell in row), default=0)
    if width and any(cell.text for row in rows for cell in row):
        yield Grid(rows, tuple(lines), width, table, gap)


def _is_layout(table: ObservedTable, lines: list[Line]) -> bool:
    """Whether a table only places text: a letterhead, a closing, a frame of one column."""
    if all(len(row.cells) <= 1 for row in table.rows) and len(table.rows) <= 1:
        return True
    if len(table.rows) > 8:  # noqa: PLR2004 - a letterhead or closing has a few rows
        return False
    return any(_places(clean(line.text)) for line in lines)


def _places(text: str) -> bool:
    if not text or len(text) > _LONGEST_HEAD:
        return False
    return bool(
        patterns.NATION.match(text)
        or patterns.MOTTO.match(text)
        or patterns.RECIPIENTS_LABEL.match(text)
        or (patterns.NUMBER.match(text) and text.startswith("Số"))
        or (text.isupper() and patterns.AUTHORITY.match(text))
    )


def _cell(cell: ObservedCell) -> GridCell:
    texts = [clean(line) for line in cell.text.split("\n")]
    runs = [
        run
        for block in cell.blocks
        if isinstance(block, ObservedParagraph)
        for run in block.runs
        if run.text.strip()
    ]
    bold = bool(runs) and all(run.format.bold for run in runs)
    text = "\n".join(text for text in texts if text)
    return GridCell(text, cell.column, cell.across, cell.down, bold)


def _tabbed(elements: Iterable[Element]) -> Iterator[Element]:
    """Two or more lines in a row with as many tabs are a table of the text."""
    held: list[Piece] = []
    for element in elements:
        tabs = element.line.text.count("\t") if isinstance(element, Piece) else 0
        if held and (not tabs or element.gap or tabs != held[0].line.text.count("\t")):
            yield from _text_table(held)
            held = []
        if tabs and isinstance(element, Piece):
            held.append(element)
        else:
            yield element
    yield from _text_table(held)


def _text_table(held: list[Piece]) -> Iterator[Element]:
    if len(held) < 2 or any(_places(part.text) for one in held for part in columns(one)):  # noqa: PLR2004
        yield from held
        return
    rows = tuple(
        tuple(
            GridCell(clean(text), column) for column, text in enumerate(piece.line.text.split("\t"))
        )
        for piece in held
    )
    lines = tuple(piece.line for piece in held)
    yield Grid(rows, lines, len(rows[0]), gap=held[0].gap)
