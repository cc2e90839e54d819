"""Phần đầu: Quốc hiệu, Tiêu ngữ, tên cơ quan và các đường kẻ.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 and 2.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component
from kehoach.checks._context import once
from kehoach.checks._table import Mend
from kehoach.checks.form._homes import Drawn, home_of, line_below, printed_width
from kehoach.checks.form._look import check_look, lettered
from kehoach.checks.form._parts import issuers, like, summary
from kehoach.observed import Place, SourceKind
from kehoach.rules.metrics import text_width
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.checks.form._homes import Home
    from kehoach.findings import Finding
    from kehoach.observed import Line
    from kehoach.rules import PartKey

_HEAD_LINES = 40
_LIKE = 0.72
_SLACK_MM = 1.0
_LENGTH_SLACK = 0.1
_SHARE_SLACK = 0.04
_GAP_PT = 3.0
_LINES = 1.2
_DASHES = re.compile(r"[–—‑−]")
_WIDE = re.compile(r"\t|\S\s{3,}\S")


@once
def head_lines(context: Context) -> list[Line]:
    """The first non-blank lines of the paper."""
    found: list[Line] = []
    for line in context.lines:
        if line.text.strip():
            found.append(line)
            if len(found) == _HEAD_LINES:
                break
    return found


@once
def head_texts(context: Context) -> tuple[tuple[Line, str], ...]:
    """The first lines with what they say, composed and with single spaces."""
    return tuple((line, flat(line.text)) for line in head_lines(context))


def flat(text: str) -> str:
    """A text composed, with single spaces, no-break ones too."""
    return " ".join(nfc(text).split())


def check_nation(context: Context) -> Iterator[Finding]:
    """Quốc hiệu: có, đúng chữ, bên phải, một dòng, đúng kiểu chữ."""
    expected = context.rulebook.texts.national_name.text
    pieces = context.anatomy.pieces(Component.NATION)
    if not pieces:
        yield from _no_nation(context, expected)
        return
    piece = pieces[0]
    if piece.text.upper() not in {expected, expected.replace("HÒA", "HOÀ")}:
        yield context.finding("HD01", piece, "misspelt", found=piece.text, expected=expected)
    named = issuers(context)
    if named and _left_of(piece.place, named[0].place):
        yield context.finding("HD01", piece, "left")
    yield from check_look(context, "HD21", pieces[:1], "national_name")


def _no_nation(context: Context, expected: str) -> Iterator[Finding]:
    lines = head_texts(context)[: _HEAD_LINES // 2]
    for (first, above), (_, below) in pairwise(lines):
        if f"{above} {below}".upper() == expected:
            yield context.finding("HD02", first)
            return
    for line, text in lines:
        if like(text, expected) > _LIKE:
            yield context.finding("HD01", line, "misspelt", found=text, expected=expected)
            return
    yield context.finding("HD01", None, "missing")


def _left_of(one: Place, other: Place) -> bool:
    if one.table is None or one.table != other.table or one.row != other.row:
        return False
    return (one.column or 0) < (other.column or 0)


def check_motto(context: Context) -> Iterator[Finding]:
    """Tiêu ngữ: có, đúng chữ, đúng dấu, đúng kiểu chữ."""
    expected = context.rulebook.texts.motto.text
    pieces = context.anatomy.pieces(Component.MOTTO)
    if not pieces:
        for line, text in head_texts(context):
            if like(text, expected) > _LIKE:
                yield context.finding("HD03", line, "letters", found=text, expected=expected)
                return
        yield context.finding("HD03", None, "missing")
        return
    piece = pieces[0]
    yield from _motto_words(context, piece, expected)
    yield from check_look(context, "HD22", pieces[:1], "motto")


def _motto_words(context: Context, piece: Piece, expected: str) -> Iterator[Finding]:
    text = piece.text
    dash = _DASHES.search(text)
    if dash:
        yield context.finding("HD03", piece, "dash", found=dash[0])
    plain = _DASHES.sub("-", text)
    if plain == expected:
        return
    if re.sub(r"\s*-\s*", " - ", plain) == expected:
        yield context.finding("HD03", piece, "spaces", expected=expected)
    else:
        yield context.finding("HD03", piece, "letters", found=text, expected=expected)


def check_issuer(context: Context) -> Iterator[Finding]:
    """Tên cơ quan chủ quản và cơ quan ban hành: đậm, không đậm, cỡ, canh giữa."""
    superior = context.anatomy.pieces(Component.SUPERIOR)
    issuer = issuers(context)
    if not issuer:
        if not superior:
            yield context.finding("HD23", None, "missing")
        return
    if context.has_format:
        yield from _weights(context, superior, issuer)
    yield from check_look(context, "HD23", superior, "superior")
    yield from check_look(context, "HD23", issuer, "issuer")


def _weights(
    context: Context, superior: tuple[Piece, ...], issuer: tuple[Piece, ...]
) -> Iterator[Finding]:
    for piece in superior:
        runs = lettered(piece)
        if runs and any(run.format.bold for run in runs):
            yield context.finding("HD07", piece, "superior")
            break
    for piece in issuer:
        runs = lettered(piece)
        if runs and not all(run.format.bold for run in runs):
            yield context.finding("HD07", piece, "issuer")
            break


def check_lines(context: Context) -> Iterator[Finding]:
    """Đường kẻ dưới Tiêu ngữ, tên cơ quan ban hành và trích yếu."""
    if not context.has_format:
        return
    motto = context.anatomy.pieces(Component.MOTTO)
    superior = context.anatomy.pieces(Component.SUPERIOR)
    issuer = issuers(context)
    yield from _line(context, motto, "motto", "HD04")
    wrong = _misplaced(context, superior, issuer)
    if wrong:
        yield context.finding("HD08", wrong)
    else:
        yield from _line(context, issuer, "issuer", "HD06")
    # A summary over several paragraphs, or one with a reference below, has its line below those.
    title = context.anatomy.pieces(Component.REFERENCE) or summary(context)
    yield from _line(context, title, "summary", "HD06")
    ruled = (("motto", motto[:1]), ("issuer", issuer[-1:]), ("summary", title[-1:]))
    for key, piece in ((key, piece) for key, pieces in ruled for piece in pieces):
        runs = lettered(piece)
        if runs and all(run.format.underline for run in runs):
            shown = f"“{piece.text}”"
            yield context.finding("HD05", piece, "underline", name=shown, rule=f"parts.{key}")


def _misplaced(
    context: Context, superior: tuple[Piece, ...], issuer: tuple[Piece, ...]
) -> Piece | None:
    if not superior or not issuer:
        return None
    above, below = (home_of(context, one[-1]) for one in (superior, issuer))
    if above is None or below is None or line_below(below):
        return None
    return superior[-1] if line_below(above) else None


def _line(
    context: Context, pieces: tuple[Piece, ...], key: PartKey, code: str
) -> Iterator[Finding]:
    rule = context.part(key)
    home = home_of(context, pieces[-1]) if pieces else None
    if rule.rule is None or home is None:
        return
    piece = pieces[-1]
    if not any(map(str.isalnum, piece.text)):
        return
    cite = {"clause": "" if rule.cite == "house" else rule.cite}
    name = _NAMES[key]
    drawn = line_below(home)
    if drawn is None:
        runs = lettered(piece)
        if not (runs and all(run.format.underline for run in runs)):
            yield context.finding(
                code, piece, "missing", name=name, mend="" if piece.whole else Mend.SUGGEST, **cite
            )
    elif drawn.kind == "typed":
        yield context.finding("HD05", piece, "typed", name=_NAMES[key], found=drawn.sign, **cite)
    else:
        yield from _length(context, piece, home, drawn, key, code)


def _length(  # noqa: PLR0913, PLR0917 - the text, its line, and who asks for it
    context: Context, piece: Piece, home: Home, drawn: Drawn, key: PartKey, code: str
) -> Iterator[Finding]:
    rule = context.part(key)
    assert rule.rule is not None  # noqa: S101 - only parts with a rule come here
    text = printed_width(piece, home)
    slack = _LENGTH_SLACK if key == "motto" else _SHARE_SLACK
    low, high = text * (rule.rule.min - slack), text * (rule.rule.max + slack)
    if low - _SLACK_MM <= drawn.length <= high + _SLACK_MM:
        return
    low, high = text * rule.rule.min, text * rule.rule.max
    expected = f"{low:.0f}" if f"{low:.0f}" == f"{high:.0f}" else f"{low:.0f}–{high:.0f}"
    yield context.finding(
        code, piece, "length", name=_NAMES[key], found=f"{drawn.length:.0f}", expected=expected,
        mend="" if drawn.holder is not None else Mend.SUGGEST,
        clause="" if rule.cite == "house" else rule.cite,
        origin=context.rulebook.origin_of(f"parts.{key}.rule"),
    )  # fmt: skip


def check_layout(context: Context) -> Iterator[Finding]:
    """Quốc hiệu một dòng, bảng hai cột, số ngang hàng địa danh, dòng đơn."""
    if context.observed.kind is not SourceKind.DOCX:
        return
    anatomy = context.anatomy
    nation, motto = anatomy.pieces(Component.NATION), anatomy.pieces(Component.MOTTO)
    if nation:
        yield from _one_line(context, nation[0])
        shared = not nation[0].whole or _WIDE.search(nation[0].line.text)
        if nation[0].place.table is None and shared:
            yield context.finding("HD09", nation[0])
    number, dated = anatomy.pieces(Component.NUMBER), anatomy.pieces(Component.PLACE_DATE)
    if number and dated and not _level(number[0], dated[0]):
        yield context.finding("HD18", dated[0])
    if nation and motto:
        yield from _close(context, nation[-1], motto[0], "motto")
    superior, issuer = anatomy.pieces(Component.SUPERIOR), issuers(context)
    if superior and issuer:
        yield from _close(context, superior[-1], issuer[0], "issuer")


def _one_line(context: Context, piece: Piece) -> Iterator[Finding]:
    home = home_of(context, piece)
    runs = lettered(piece)
    if home is None or not runs or not piece.whole:
        return
    form = runs[0].format
    needed = text_width(piece.text, form.size, bold=form.bold, italic=form.italic)
    if needed > home.width + _SLACK_MM:
        yield context.finding("HD02", piece)


def _level(number: Piece, dated: Piece) -> bool:
    one, other = number.place, dated.place
    if number.line is dated.line:
        return True
    if one.table is None and other.table is None:
        return not (number.whole and dated.whole)
    return (one.part, one.table, one.row) == (other.part, other.table, other.row)


_NAMES: Final[dict[str, str]] = {
    "motto": "Tiêu ngữ", "issuer": "tên cơ quan ban hành", "summary": "trích yếu",
}  # fmt: skip


def _close(context: Context, above: Piece, below: Piece, key: PartKey) -> Iterator[Finding]:
    """Whether two lines of the head stand one right under the other, single-spaced."""
    if above.line.paragraph is below.line.paragraph:
        return
    name, rule = _NAMES[key], f"parts.{key}"
    if below.gap:
        yield context.finding("HD19", below, "blank", name=name, rule=rule)
        return
    upper, lower = above.line.paragraph.format, below.line.paragraph.format
    gap = upper.space_after + lower.space_before
    if gap > _GAP_PT:
        found = f"{gap:g} pt".replace(".", ",")
    elif lower.line_rule == "auto" and lower.line > _LINES:
        found = f"{lower.line:g} dòng".replace(".", ",")
    else:
        return
    yield context.finding("HD19", below, "spacing", name=name, found=found, rule=rule)
