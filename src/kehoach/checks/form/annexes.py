"""Phụ lục (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.checks._table import Mend
from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import body_pieces
from kehoach.checks.form.number import number_line
from kehoach.vietnamese import parse_roman, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import AnnexParts, Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_LABEL = re.compile(
    r"(?P<word>Phụ lục)(?:\s+(?:số\s+)?(?P<ordinal>[IVXLC]+|\d+))?\s*[.:]?", re.IGNORECASE
)
_MENTION = re.compile(
    r"\bPhụ lục(?:\s+(?:[IVXLC]+|\d+))?\s+(?:kèm theo|đính kèm|ban hành kèm)"
    r"|(?:kèm theo|đính kèm|tại|theo|xem)\s+(?:các\s+)?Phụ lục\b"
    r"|\((?:chi tiết\s+)?(?:theo|tại|xem|có)\s+phụ lục",
    re.IGNORECASE,
)
_ANY = re.compile(r"\bphụ lục\b|\bphụ biểu\b|\bbiểu kèm\b|kèm theo")
_WORD = "phụ lục"
_NUMBER = re.compile(r"\bsố\s*:?\s*(?P<number>\d+[A-Za-z]?)\s*/\s*(?P<notation>[^\s,;)]+)")
_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")


def check_annexes(context: Context) -> Iterator[Finding]:
    """Nhãn, tiêu đề, dòng kèm theo của từng phụ lục."""
    annexes = [annex for annex in context.anatomy.annexes if annex.label and _is_annex(annex)]
    yield from _mentions(context, annexes)
    before = 0
    for annex in annexes:
        label = annex.label[0]
        found = _LABEL.match(label.text)
        if found is None:
            continue
        yield from _labels(context, label, found, many=len(annexes) > 1)
        ordinal = _ordinal(found["ordinal"])
        if ordinal and ordinal != before + 1:
            known = f"Phụ lục {before}" if before else "nội dung"
            yield context.finding("PL02", label, "order", before=known, found=label.text)
        before = ordinal
        yield from _looks(context, annex)
        yield from _reference(context, annex)


def _is_annex(annex: AnnexParts) -> bool:
    return annex.label[0].text.upper().startswith("PHỤ LỤC")


def _mentions(context: Context, annexes: list[AnnexParts]) -> Iterator[Finding]:
    body = body_pieces(context)
    if annexes:
        if not any(_ANY.search(piece.text.lower()) for piece in body):
            shown = annexes[0].label[0].text
            yield context.finding("PL01", annexes[0].label[0], "unmentioned", found=shown)
        return
    for piece in body:
        if _WORD in piece.text.lower() and (found := _MENTION.search(piece.text)):
            yield context.finding("PL01", piece, "missing", found=found[0])
            return


def _labels(
    context: Context, label: Piece, found: re.Match[str], *, many: bool
) -> Iterator[Finding]:
    if found["word"] != context.rulebook.texts.annex_label.text:
        ordinal = found["ordinal"] or ""
        expected = f"{context.rulebook.texts.annex_label.text} {ordinal}".strip()
        yield context.finding("PL02", label, "case", found=found[0].strip(), expected=expected)
    ordinal = found["ordinal"] or ""
    if many and not (ordinal and ordinal.isupper() and not ordinal.isdigit()):
        known = "" if ordinal.isdigit() else Mend.SUGGEST  # a letter is no number
        yield context.finding("PL02", label, "roman", found=label.text, mend=known)
    if not many and ordinal:
        yield context.finding("PL02", label, "alone", found=label.text)


def _ordinal(text: str | None) -> int:
    if not text:
        return 0
    if text.isdigit():
        return int(text)
    try:
        return parse_roman(text.upper())
    except ValueError:
        return 0


def _looks(context: Context, annex: AnnexParts) -> Iterator[Finding]:
    for finding in check_look(context, "PL03", annex.label[:1], "annex_label"):
        if finding.aspect != "case":
            yield finding
    yield from check_look(context, "PL03", annex.title, "annex_title")


def _reference(context: Context, annex: AnnexParts) -> Iterator[Finding]:
    rule = context.part("annex_reference")
    if not rule.provided:
        return
    if not annex.reference:
        yield context.finding("PL04", annex.label[0], "missing", found=annex.label[0].text)
        return
    yield from check_look(context, "PL04", annex.reference, "annex_reference")
    text = " ".join(piece.text for piece in annex.reference)
    place = annex.reference[0]
    line, found = number_line(context), _NUMBER.search(text)
    if line and found and not context.enclosed:
        own = f"{line.number}/{line.notation.strip()}"
        said = f"{found['number']}/{found['notation']}"
        if not line.number:
            yield context.finding("PL05", place, found=said)
        elif said != own:
            yield context.finding("PL04", place, "number", found=said, expected=own)
    day = _DAY.search(text)
    if day and context.date and not context.enclosed:
        printed, made = tuple(map(int, day.groups())), context.date
        if printed != (made.day, made.month, made.year):
            said = "/".join(day.groups())
            yield context.finding("PL04", place, "date", found=said, expected=short_date(made))
