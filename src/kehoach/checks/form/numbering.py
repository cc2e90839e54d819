"""Phần, chương, mục, điều, khoản, điểm (Phụ lục I, Phần I, Mục II, khoản 6 điểm d, đ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks._context import once
from kehoach.checks.form import _parts
from kehoach.checks.form._look import lettered
from kehoach.checks.form._tally import Tally
from kehoach.vietnamese import parse_point, parse_roman, point_letter, roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_ARTICLE = re.compile(r"Điều\s+(?P<number>\d+)(?P<mark>\s*[.:)/–-]?)(?=\s|$)")
_CLAUSE = re.compile(r"(?P<number>\d{1,2})(?P<mark>[./)])(?=\s)")
_POINT = re.compile(r"(?P<letter>[a-zđ])(?P<mark>[./)])(?=\s)")
_ROMAN = re.compile(
    r"(?P<number>[IVXLC]{1,6})(?P<mark>\s?[./):–-])(?:\s+|(?<=\.)(?=[^\W\d_]))(?P<title>.*)"
)
_LABEL = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\s+(?:[IVXLC]+|\d+)$")
_FOREIGN = frozenset("fjwz")
_FEW = 4
_TITLE = 140
_MARKS: Final = {"clause": ".", "point": ")"}


@once
def body_pieces(context: Context) -> tuple[Piece, ...]:
    """The paragraphs of the body, each by its first line; tables left out."""
    return tuple(one for one in _parts.body_pieces(context) if one.line.first)


def check_articles(context: Context) -> Iterator[Finding]:
    """Điều: dấu chấm sau số, liên tục, in đậm."""
    before = 0
    for piece in body_pieces(context):
        found = _ARTICLE.match(piece.text)
        if not found or not _is_article(piece, found):
            continue
        number, mark = int(found["number"]), found["mark"]
        if mark != ".":
            label = found[0].strip()
            expected = f"Điều {number}."
            yield context.finding("DC03", piece, "mark", found=label, expected=expected)
        if number != before + 1 and before and number != 1:
            yield context.finding("DC03", piece, "gap", before=before, found=number)
        before = number
        if context.has_format and not _begins_bold(piece):
            yield context.finding("DC03", piece, "bold", found=f"Điều {number}")


def _is_article(piece: Piece, found: re.Match[str]) -> bool:
    """Whether a line is an article and no citation of one at the start of a sentence."""
    return bool(found["mark"].strip()) or piece.text == found[0] or _begins_bold(piece)


def _begins_bold(piece: Piece) -> bool:
    runs = lettered(piece)
    return bool(runs) and runs[0].format.bold


def check_points(context: Context) -> Iterator[Finding]:
    """Khoản “1.”, điểm “a)”: dấu và thứ tự."""
    tally = Tally(context)
    gaps: list[Finding] = []
    before = 0
    for piece in body_pieces(context):
        text = piece.text
        if found := _CLAUSE.match(text):
            before = 0
            if found["mark"] != ".":
                label = f"{found['number']}{found['mark']}"
                expected = f"{found['number']}."
                tally.add("DC04", "clause", piece.place, label, expected=expected)
        elif found := _POINT.match(text):
            letter = found["letter"]
            if found["mark"] != ")":
                label, expected = f"{letter}{found['mark']}", f"{letter})"
                tally.add("DC04", "point", piece.place, label, expected=expected)
            gaps += _letters(context, piece, letter, before)
            before = _ordinal(letter)
        elif _ROMAN.match(text) or _ARTICLE.match(text):
            before = 0
    yield from tally.findings()
    yield from gaps


def _letters(context: Context, piece: Piece, letter: str, before: int) -> Iterator[Finding]:
    if letter in _FOREIGN:
        yield context.finding("DC04", piece, "letter", found=f"{letter})")
        return
    ordinal = _ordinal(letter)
    if before and ordinal not in (before + 1, 1):
        yield context.finding(
            "DC04", piece, "gap", before=point_letter(before), found=letter,
            expected=point_letter(before + 1),
        )  # fmt: skip


def _ordinal(letter: str) -> int:
    try:
        return parse_point(letter)
    except ValueError:
        return 0


def check_headings(context: Context) -> Iterator[Finding]:
    """Mục “I.”: dấu chấm, in hoa, in đậm; phần, chương canh giữa."""
    pieces = body_pieces(context)
    before = 0
    for index, piece in enumerate(pieces):
        if _LABEL.match(piece.text):
            yield from _labelled(context, pieces, index)
            before = 0
            continue
        found = _ROMAN.match(piece.text)
        if not found or (number := _roman(found["number"])) is None:
            continue
        if not _is_heading(piece, found):
            continue
        if number not in (before + 1, 1):
            known = f"sau mục {roman(before)}" if before else "mục đầu tiên"
            yield context.finding("DC05", piece, "gap", before=known, found=found["number"])
        before = number
        yield from _heading(context, piece, found)


def _is_heading(piece: Piece, found: re.Match[str]) -> bool:
    """A Roman number with a title; a lone letter must look like one ("C. Mác" is a name)."""
    long = len(piece.text) > _TITLE
    likely = found["title"].isupper() or piece.bold
    return not long and (likely or found["number"][0] in "IVX")


def _heading(context: Context, piece: Piece, found: re.Match[str]) -> Iterator[Finding]:
    number, mark, title = found["number"], found["mark"], found["title"]
    shown = piece.text if len(piece.text) < _TITLE // 2 else f"{piece.text[: _TITLE // 2]}…"
    if mark != ".":
        expected = f"{number}."
        yield context.finding("DC05", piece, "mark", found=f"{number}{mark}", expected=expected)
    letters = [sign for sign in title if sign.isalpha()]
    capitals = len(letters) < _FEW or piece.capitals or title.isupper()
    bold = not context.has_format or not lettered(piece) or _begins_bold(piece)
    if not capitals and not bold:
        yield context.finding("DC05", piece, "plain", found=shown)
    elif not capitals:
        yield context.finding("DC05", piece, "case", found=shown)
    elif not bold:
        yield context.finding("DC05", piece, "bold", found=shown)


def _labelled(context: Context, pieces: Sequence[Piece], index: int) -> Iterator[Finding]:
    """Phần I, Chương I …: the label, and the title on the next line."""
    label = pieces[index]
    if not context.has_format:
        return
    if not label.centred:
        yield context.finding("DC05", label, "align", found=label.text, rule="parts.chapter_label")
    if not _begins_bold(label):
        yield context.finding("DC05", label, "bold", found=label.text, rule="parts.chapter_label")
    title = pieces[index + 1] if index + 1 < len(pieces) else None
    if title and title.centred and not title.capitals:
        yield context.finding("DC05", title, "case", found=title.text, rule="parts.chapter_title")


def _roman(text: str) -> int | None:
    try:
        return parse_roman(text)
    except ValueError:
        return None


def check_single(context: Context) -> Iterator[Finding]:
    """Danh sách chỉ có một mục."""
    pieces = body_pieces(context)
    lone: Piece | None = None
    for piece in pieces:
        if found := _CLAUSE.match(piece.text):
            lone = piece if found["number"] == "1" else None
        elif _ROMAN.match(piece.text) or _ARTICLE.match(piece.text):
            if lone:
                yield context.finding("DC06", lone, found=lone.text[:40])
            lone = None
    if lone:
        yield context.finding("DC06", lone, found=lone.text[:40])
