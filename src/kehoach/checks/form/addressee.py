"""Kính gửi (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm a, d)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.checks.form._look import check_look, lettered
from kehoach.checks.form._parts import addressees
from kehoach.rules.metrics import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_LABEL = re.compile(r"Kính\s+gửi\s*:?", re.IGNORECASE)
_DASH = re.compile(r"[-–+•*]\s*")
_UNDER_MM = 10.0
_SHOWN = 50


def check_addressees(context: Context) -> Iterator[Finding]:
    """Có Kính gửi khi phải có, đúng dấu, đúng chỗ."""
    pieces = addressees(context)
    kind = context.type
    if not pieces:
        if kind and kind.addressee == "required":
            yield context.finding("KG01", None, kind=kind.name)
        return
    if kind and kind.addressee == "none":
        yield context.finding("KG05", pieces[0], kind=kind.name)
    yield from check_look(context, "KG02", pieces, "addressee")
    yield from _label(context, pieces[0])
    yield from _list(context, pieces)


def _label(context: Context, piece: Piece) -> Iterator[Finding]:
    expected = context.rulebook.texts.addressee_label.text
    found = _LABEL.match(piece.text)
    if found is None:
        return
    if found[0].isupper():
        yield context.finding("KG02", piece, "capitals", found=found[0])
    elif not found[0].endswith(":"):
        yield context.finding("KG02", piece, "colon", found=found[0], expected=expected)


def _list(context: Context, pieces: tuple[Piece, ...]) -> Iterator[Finding]:
    label = _LABEL.match(pieces[0].text)
    same_line = pieces[0].text[label.end() :].strip() if label else ""
    items = pieces[1:]
    if same_line and ";" in same_line.rstrip(";."):
        yield context.finding("KG03", pieces[0], "inline")
    if same_line or not items:
        return
    if len(items) == 1:
        yield context.finding("KG04", items[0])
        return
    marks = context.rulebook.punctuation.addressee
    for item in items:
        last = item is items[-1]
        expected = marks.last if last else marks.end
        shown = item.text[:_SHOWN]
        if not item.text.startswith(marks.dash.strip()):
            yield context.finding("KG03", item, "dash", found=shown)
        if not item.text.endswith((expected, "…")):
            aspect = "last" if last else "end"
            yield context.finding("KG03", item, aspect, found=shown, expected=expected)
    yield from _under(context, pieces[0], items)


def _under(context: Context, label: Piece, items: tuple[Piece, ...]) -> Iterator[Finding]:
    """Whether the dashes stand one under the other, below the colon."""
    if not context.has_format or label.place.table is not None:
        return
    runs = lettered(label)
    if (
        not runs
        or not _LABEL.match(label.text)
        or any(item.place.table is not None for item in items)
    ):
        return
    colon = colon_of(label)
    off = max(abs(_start(item) - colon) for item in items)
    if off > _UNDER_MM and not items[0].line.paragraph.text.startswith(("\t", " ")):
        yield context.finding("KG03", items[0], "under", found=f"{off:.0f}")


def colon_of(label: Piece) -> float:
    """Where the colon after “Kính gửi” stands, in millimetres from the margin."""
    found, runs = _LABEL.match(label.text), lettered(label)
    if found is None or not runs:
        return _start(label)
    return _start(label) + text_width(found[0].rstrip(" :"), runs[0].format.size)


def _start(piece: Piece) -> float:
    form = piece.line.paragraph.format
    return form.left + form.first_line
