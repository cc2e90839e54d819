"""Số, ký hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3; Phụ lục III, Mục I)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.anatomy import Component, Piece
from kehoach.checks.form._look import check_look
from kehoach.checks.form.head import flat
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_BLANK = r"[\s.…_]*"
_SHAPE = re.compile(
    rf"(?P<label>Số\s*[:.]?\s?){_BLANK}(?P<number>\d*[A-Za-z]?)(?P<gap>{_BLANK})"
    r"(?P<slash>[/-])(?P<notation>.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"Số\s*[:.]?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\s*/")
_COLUMNS = re.compile(r"\t+| {3,}")


@frozen
class NumberLine:
    """The line "Số: 05/KH-UBND" taken apart, spaces and all; `text` as it stands."""

    piece: Piece
    text: str
    number: str
    gap: str
    notation: str

    @property
    def abbreviations(self) -> list[str]:
        """The groups of the notation, without the spaces around them."""
        return [part.strip() for part in re.split(r"[-–]", self.notation) if part.strip()]


def raw(piece: Piece) -> str:
    """The line as it stands, spaces kept; no-break spaces as spaces."""
    text = nfc(piece.line.text)
    if not piece.whole and piece.place.table is None:
        columns = _COLUMNS.split(text)
        text = next((one for one in columns if piece.text in flat(one)), piece.text)
    return text.replace("\u00a0", " ").strip()


def number_line(context: Context) -> NumberLine | None:
    """The number of the paper; None where it has none or it cannot be taken apart."""
    for piece in context.anatomy.pieces(Component.NUMBER):
        text = raw(piece)
        if found := _SHAPE.match(text):
            return NumberLine(piece, text, found["number"], found["gap"], found["notation"])
    return None


def check_number(context: Context) -> Iterator[Finding]:
    """Số, ký hiệu: có, đúng dấu, đúng chữ viết tắt, đúng kiểu chữ."""
    if context.enclosed or (context.type and not context.type.numbered):
        return
    pieces = context.anatomy.pieces(Component.NUMBER)
    if not pieces:
        code = "BB01" if context.kind == "BB" else "HD10"
        if code == "HD10":
            yield context.finding("HD10", None, "missing")
        return
    yield from check_look(context, "HD15", pieces[:1], "number")
    yield from _label(context, pieces[0])
    line = number_line(context)
    if line is None:
        return
    yield from _marks(context, line)
    yield from _digits(context, line)
    if _YEAR.match(line.notation.strip()):
        yield context.finding("HD14", line.piece, found=line.text)
    else:
        yield from _notation(context, line)


def _label(context: Context, piece: Piece) -> Iterator[Finding]:
    expected = context.rulebook.texts.number_label.text
    found = _LABEL.match(raw(piece))
    if found and found[0] != expected:
        yield context.finding("HD10", piece, "label", found=found[0], expected=expected)


def _marks(context: Context, line: NumberLine) -> Iterator[Finding]:
    notation = line.notation
    spaced = bool(line.number and line.gap.strip(".…_")) or notation != notation.lstrip()
    spaced = spaced or bool(re.search(r"\s-|-\s", notation.strip()))
    if spaced:
        yield context.finding("HD10", line.piece, "spaces", found=line.text)
    elif re.search(r"[–—_,;:]", notation) or " " in notation.strip():
        yield context.finding("HD10", line.piece, "marks", found=line.text)


def _digits(context: Context, line: NumberLine) -> Iterator[Finding]:
    rule = context.rulebook.numbers
    if line.number.isdigit() and len(line.number) == 1 and int(line.number) < rule.number_pad_below:
        yield context.finding(
            "HD11", line.piece, found=line.number, expected=line.number.zfill(2),
        )  # fmt: skip


def _notation(context: Context, line: NumberLine) -> Iterator[Finding]:
    groups = line.abbreviations
    kind = context.type
    if not groups or kind is None or not _is_letters(groups[0]):
        return
    if kind.key == "CV":
        if groups[0] == "CV":
            yield context.finding("HD12", line.piece, found=line.notation.strip())
        return
    if not kind.abbreviation or groups[0] == kind.abbreviation:
        return
    other = next((one for one in context.rulebook.types if one.abbreviation == groups[0]), None)
    slots = {"kind": kind.name.lower(), "found": groups[0], "expected": kind.abbreviation}
    if other is None:
        yield context.finding("HD13", line.piece, "unknown", **slots)
    else:
        yield context.finding("HD13", line.piece, "mismatch", other=other.name.lower(), **slots)


def _is_letters(group: str) -> bool:
    return any(map(str.isalpha, group)) and "…" not in group and ".." not in group
