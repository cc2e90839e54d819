"""Nội dung: canh đều, lùi đầu dòng, khoảng cách, dấu kết thúc (Mục II, khoản 6 điểm e)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component, Piece
from kehoach.checks._context import once
from kehoach.checks.form._look import lettered, points, span
from kehoach.checks.form._parts import body, body_pieces
from kehoach.checks.form._tally import Tally
from kehoach.observed import ObservedParagraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Element
    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import ParagraphFormat
    from kehoach.rules.rulebook import BodyRule

_LONG = 90
_SLACK_MM = 0.5
_LINE_SLACK = 0.02
_GAP_SLACK = 0.5
_LINE = 1.15
_SIZE_SLACK = 0.05
_TINY = 2.0
_HEADLIKE = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục|PHẦN|CHƯƠNG|MỤC)\s+(?:[IVXLC]+|\d+|thứ)\b|[IVXLC]{1,6}\s*[./)]\s"
)
_CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Đơn vị(?: tính)?)\b[\s:\d.]")
SIGN = re.compile(r"[•●○▪■□◦‣⁃➢➤►✓✔✗§\uf000-\uf0ff]")
_ALIGNS: Final = {"left": "canh trái", "right": "canh phải"}


@once
def paragraphs(context: Context) -> tuple[Piece, ...]:
    """The paragraphs of running text: neither centred, nor in a table, nor a label of its own."""
    return tuple(
        piece
        for piece in body_pieces(context)
        if piece.line.first and piece.place.table is None and not piece.place.part
        and piece.line.paragraph.format.alignment != "center" and not _CAPTION.match(piece.text)
    )  # fmt: skip


def check_paragraphs(context: Context) -> Iterator[Finding]:
    """Canh đều, lùi đầu dòng, giãn dòng, khoảng cách giữa các đoạn."""
    if not context.has_format:
        return
    tally = Tally(context)
    rule = context.rulebook.body
    pieces = paragraphs(context)
    for piece in pieces:
        form = piece.line.paragraph.format
        if form.alignment in _ALIGNS and len(piece.text) > _LONG and rule.align == "justify":
            tally.add("BD01", "", piece.place, _ALIGNS[form.alignment])
        _indent(tally, piece, form, rule)
        _lines(tally, piece, form, rule)
    _gaps(tally, pieces, rule)
    yield from tally.findings()


def _indent(tally: Tally, piece: Piece, form: ParagraphFormat, rule: BodyRule) -> None:
    raw = piece.line.paragraph.text
    if raw.startswith(("\t", "  ", "\u00a0\u00a0")):
        tally.add("BD02", "typed", piece.place, "", expected=_indents(rule))
        return
    start = form.left + form.first_line
    if any(abs(start - value) <= _SLACK_MM for value in rule.indent.allowed):
        return
    if _HEADLIKE.match(piece.text) or piece.capitals or (piece.line.paragraph.number and form.left):
        return
    tally.add("BD02", "indent", piece.place, points(round(start, 1)), expected=_indents(rule))


def _indents(rule: BodyRule) -> str:
    return " hoặc ".join(points(value) for value in sorted(rule.indent.allowed))


def _lines(tally: Tally, piece: Piece, form: ParagraphFormat, rule: BodyRule) -> None:
    low, high = rule.line_spacing.min, rule.line_spacing.max
    is_auto = form.line_rule == "auto"
    if is_auto and low - _LINE_SLACK <= form.line <= high + _LINE_SLACK:
        return
    expected = f"từ {points(low)} đến {points(high)} dòng"
    if is_auto:
        found = f"{points(round(form.line, 2))} dòng"
        tally.add("BD04", "lines", piece.place, found, expected=expected)
        return
    size = max((run.format.size for run in lettered(piece)), default=form.mark.size)
    if form.line_rule == "exact" and form.line < size:
        tally.add("BD04", "exact", piece.place, points(form.line))
    elif form.line > size * _LINE * high + 1:
        found = f"{points(form.line)} pt"
        tally.add("BD04", "lines", piece.place, found, expected=expected)


def _gaps(tally: Tally, pieces: tuple[Piece, ...], rule: BodyRule) -> None:
    least = rule.paragraph_spacing.min
    for above, below in pairwise(pieces):
        if below.gap or (below.place.paragraph or 0) != (above.place.paragraph or 0) + 1:
            continue
        upper, lower = above.line.paragraph.format, below.line.paragraph.format
        merged = upper.style == lower.style and upper.style != ""
        after = 0.0 if merged and upper.contextual_spacing else upper.space_after
        before = 0.0 if merged and lower.contextual_spacing else lower.space_before
        if after + before < least - _GAP_SLACK:
            found, expected = points(after + before), points(least)
            tally.add("BD03", "", below.place, found, expected=expected)


def check_sizes(context: Context) -> Iterator[Finding]:
    """Cỡ chữ của nội dung: trong khoảng và cùng một cỡ."""
    if not context.has_format:
        return
    rule = context.part("body")
    low, high = rule.size.min - _SIZE_SLACK, rule.size.max + _SIZE_SLACK
    tally = Tally(context)
    weights: dict[float, int] = {}
    first: dict[float, Piece] = {}
    for piece in body_pieces(context):
        if piece.place.table is not None or not piece.line.first or _CAPTION.match(piece.text):
            continue
        for run in lettered(piece):
            size = run.format.size
            if size not in weights:
                weights[size], first[size] = 0, piece
            weights[size] += len(run.text)
            if not low <= size <= high:
                expected = span(rule.size.min, rule.size.max)
                tally.add("FT05", "size", piece.place, points(size), expected=expected)
    yield from tally.findings()
    inside = [size for size in weights if size in rule.size]
    if len(inside) > 1:
        rare = min(inside, key=lambda size: weights[size])
        found = ", ".join(points(size) for size in sorted(inside))
        yield context.finding("FT05", first[rare], "mixed", found=found)


def check_bullets(context: Context) -> Iterator[Finding]:
    """Dấu đầu dòng tự động và ký hiệu lạ."""
    tally = Tally(context)
    for piece in body_pieces(context):
        if not piece.line.first:
            continue
        number = piece.line.paragraph.number
        if number is not None and number.kind == "bullet":
            glyph = number.glyph
            sign = number.text if number.text and (not glyph or SIGN.match(glyph)) else glyph
            if sign.strip() not in ("-", "–", "+", ""):
                tally.add("BD05", "bullet", piece.place, sign)
        elif found := SIGN.match(piece.text):
            tally.add("BD05", "sign", piece.place, found[0])
    yield from tally.findings()


def check_ending(context: Context) -> Iterator[Finding]:
    """Dấu “./.” cuối nội dung, chỉ một lần, không có chữ phía sau."""
    mark = context.rulebook.punctuation.ending.text
    elements = body(context)
    signed = context.enclosed or bool(context.anatomy.of(Component.SIGNATURE))
    if not elements or not signed:
        return
    ended = [
        index
        for index, one in enumerate(elements)
        if isinstance(one, Piece) and one.text.rstrip().endswith(mark)
    ]
    last = elements[-1]
    if ended and ended[-1] == len(elements) - 1:
        for index in ended[:-1]:
            yield context.finding("BD06", elements[index].place, "elsewhere", expected=mark)
    elif ended:
        after = elements[ended[-1] + 1]
        found = after.text[:40] if isinstance(after, Piece) else "bảng"
        yield context.finding("BD07", after.place, expected=mark, found=found)
    else:
        where = last.place
        yield context.finding("BD06", where, "missing", expected=mark)


def check_blanks(context: Context) -> Iterator[Finding]:
    """Đoạn trống giữa các đoạn của nội dung."""
    tally = Tally(context)
    for above, below in pairwise(body(context)):
        apart = isinstance(above, Piece) and isinstance(below, Piece) and below.gap
        if apart and blanks_between(context, above, below):
            tally.add("BD08", "", below.place, "")
    yield from tally.findings()


def blanks_between(context: Context, above: Element, below: Element) -> list[ObservedParagraph]:
    """The blank paragraphs of some height between two paragraphs of the body."""
    first, last = above.place.paragraph, below.place.paragraph
    between = context.observed.blocks[first or 0 : (last or 1) - 1]
    return [one for one in between if isinstance(one, ObservedParagraph) and _is_gap(one)]


def _is_gap(block: ObservedParagraph) -> bool:
    """A blank paragraph of some height; the one that Word asks for after a table has none."""
    if not block.is_blank:
        return False
    form = block.format
    flat = form.line_rule == "exact" and form.line <= _TINY
    return not flat and form.mark.size > _TINY
