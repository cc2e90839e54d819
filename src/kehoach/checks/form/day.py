"""Địa danh và thời gian ban hành (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Component
from kehoach.checks._table import Mend
from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import bases
from kehoach.checks.form.head import flat, head_lines
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Anatomy, Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_PARTS = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{0,2})[\s.…_]*"
    r"(?:năm\s*(?P<year>\d{0,4}))?[\s.…_]*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"^[^\d:;()]{2,60},\s*(?:ngày\s*)?(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4})$"
)
_LOOSE = re.compile(
    r"^[^\d:;(),]{2,60}\s+ngày\s*\d{0,2}[\s.…_]*tháng\s*\d{0,2}[\s.…_]*năm", re.IGNORECASE
)
_UNYEARED = re.compile(
    r"^[^\d:;()]{2,60},?\s*ngày\s*\d{0,2}[\s.…_]*tháng\s*\d{0,2}[\s.…_]*(?:/?\s*\d{4})?$",
    re.IGNORECASE,
)
_CITING = re.compile(r"(?:[-–+]\s*)?(?:Căn cứ|Thực hiện|Theo|Xét)\s")
_DISTRICT = re.compile(r"(?:huyện|quận|thị xã|thị trấn)\s", re.IGNORECASE)
_CITED = re.compile(
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|ngày\s+(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
)
_YEAR = re.compile(r"năm\s+(\d{4})\s*$", re.IGNORECASE)
_LONGEST = 90
_TWO_TIERS = dt.date(2025, 7, 1)
_UNDATED_KINDS = frozenset(("BB",))


def day_of(anatomy: Anatomy) -> dt.date | None:
    """Ngày ban hành as the paper prints it; None where it is blank or no day of a calendar."""
    for piece in anatomy.pieces(Component.PLACE_DATE):
        found = _PARTS.match(piece.text)
        if found and all(found[name] for name in ("day", "month", "year")):
            return _date(found["day"], found["month"], found["year"])
    return None


def year_of(anatomy: Anatomy) -> int | None:
    """Năm ban hành as the paper prints it, whether or not its day is blank."""
    for piece in anatomy.pieces(Component.PLACE_DATE):
        if found := _YEAR.search(piece.text):
            return int(found[1])
    return None


def _date(day: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def check_day(context: Context) -> Iterator[Finding]:
    """Địa danh, ngày tháng năm: có, đủ chữ, đúng số 0, in nghiêng."""
    if context.enclosed or context.kind in _UNDATED_KINDS:
        return
    pieces = context.anatomy.pieces(Component.PLACE_DATE)
    if not pieces:
        yield from _other_forms(context)
        return
    piece = pieces[0]
    yield from check_look(context, "HD16", (piece,), "place_date")
    found = _PARTS.match(piece.text)
    if found is None:
        return
    yield from _zeros(context, piece, found["day"], found["month"])
    yield from _whole(context, piece, found)
    place = found["place"].strip(" .…_")
    if place and place[:1].islower():
        yield context.finding("HD16", piece, "capital", found=place)
    if context.date and context.date >= _TWO_TIERS and _DISTRICT.match(place):
        yield context.finding("HD17", piece, found=place)


def _whole(context: Context, piece: Piece, found: re.Match[str]) -> Iterator[Finding]:
    day, month, year = found["day"], found["month"], found["year"] or ""
    if year and len(year) != 4:  # noqa: PLR2004 - the digits of a year
        yield context.finding("HD16", piece, "year", found=year)
    elif day and month and year and _date(day, month, year) is None:
        yield context.finding("HD16", piece, "invalid", found=f"{day}/{month}/{year}")


def _zeros(context: Context, piece: Piece, day: str, month: str) -> Iterator[Finding]:
    rule = context.rulebook.numbers
    if len(day) == 1 and int(day) < rule.day_pad_below:
        yield context.finding("HD16", piece, "day", found=day, expected=day.zfill(2))
    if len(month) == 1 and int(month) < rule.month_pad_below:
        yield context.finding("HD16", piece, "month", found=month, expected=month.zfill(2))
    if month.startswith("0") and int(month) >= rule.month_pad_below:
        yield context.finding("HD16", piece, "zero", found=month)


def _other_forms(context: Context) -> Iterator[Finding]:
    """A day that is written in another way: in digits, without its comma or its year."""
    for line in head_lines(context):
        for part in re.split(r"\t|\s{3,}", line.text):
            text = flat(part)
            if _CITING.match(text) or len(text) > _LONGEST:
                continue
            if _DIGITS.match(text):
                yield context.finding("HD16", line, "digits", found=text)
                return
            if _LOOSE.match(text):
                yield context.finding("HD16", line, "comma", found=text)
                return
            if _UNYEARED.match(text):
                yield context.finding("HD16", line, "digits", found=text, mend=Mend.SUGGEST)
                return
    yield context.finding("HD16", None, "missing")


def check_future(context: Context) -> Iterator[Finding]:
    """Căn cứ dẫn văn bản ban hành sau ngày của chính văn bản."""
    if context.date is None:
        return
    shown = short_date(context.date)
    for piece in bases(context):
        for found in _CITED.finditer(piece.text):
            day = _date(*(found.groups()[:3] if found[1] else found.groups()[3:]))
            if day and day > context.date:
                yield context.finding("HD20", piece, found=short_date(day), expected=shown)
