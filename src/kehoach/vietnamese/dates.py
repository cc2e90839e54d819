"""Ngày tháng: dates as official papers write and read them.

A day below 10 and the months 1 and 2 get a leading zero, other months do not (Nghị định
30/2020/NĐ-CP, Annex I, part II, clause 4).
"""

from __future__ import annotations

import re
from datetime import date

from kehoach.vietnamese.letters import nfc
from kehoach.vietnamese.numerals import roman

BLANK = " " * 4
"""Chỗ trống: what stands for a day, month or year that is not known yet, to be filled by hand."""

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PADDED_DAYS, _PADDED_MONTHS = 9, 2
_QUARTERS = 4

_SEPARATED = r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_IN_WORDS = r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
_READABLE = tuple(
    re.compile(pattern.replace(r"\d", "[0-9]"), re.IGNORECASE)
    for pattern in (_SEPARATED, _ISO, _IN_WORDS)
)


def official_date(day: date) -> str:
    """Ngày, tháng, năm: ``ngày 19 tháng 3 năm 2013``, ``ngày 05 tháng 02 năm 2026``."""
    return official_date_parts(day.year, day.month, day.day)


def official_date_parts(year: int | None, month: int | None, day: int | None) -> str:
    """Ngày, tháng, năm còn để trống: as :func:`official_date`, with :data:`BLANK` for ``None``.

    ``(2013, None, None)`` → ``"ngày      tháng      năm 2013"``.
    """
    return f"ngày {_day(day)} tháng {_month(month)} năm {BLANK if year is None else year}"


def short_date(day: date) -> str:
    """Ngày viết tắt: ``07/4/2011``, ``19/9/2011``, ``05/02/2026``."""
    return f"{_day(day.day)}/{_month(day.month)}/{day.year}"


def parse_date(text: str) -> date:
    """Đọc ngày: the day that a date in a paper means.

    Reads 10/7/2013, 07/04/2011, 19.9.2011, 19-9-2011, 2013-07-10 and *ngày 10 tháng 7 năm
    2013*. Raises :class:`ValueError` for anything else, and for a day that does not exist.
    """
    stripped = nfc(text).strip()
    for pattern in _READABLE:
        if found := pattern.fullmatch(stripped):
            return _existing(int(found["year"]), int(found["month"]), int(found["day"]), text)
    msg = (
        "expected a date like 10/7/2013, 10.7.2013, 10-7-2013, 2013-07-10"
        f" or 'ngày 10 tháng 7 năm 2013', got {text!r}"
    )
    raise ValueError(msg)


def weekday_name(day: date) -> str:
    """Thứ trong tuần: ``thứ Hai`` … ``thứ Bảy``, ``Chủ nhật``."""
    return _WEEKDAYS[day.weekday()]


def quarter_name(quarter: int, year: int) -> str:
    """Quý: ``quý II/2026``. Raises :class:`ValueError` for a quarter outside 1 … 4."""
    if not 1 <= quarter <= _QUARTERS:
        msg = f"a quarter is 1, 2, 3 or 4, got {quarter!r}"
        raise ValueError(msg)
    return f"quý {roman(quarter)}/{year}"


def _existing(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        msg = f"expected an existing day, got {text!r}: {error}"
        raise ValueError(msg) from error


def _day(day: int | None) -> str:
    if day is None:
        return BLANK
    return f"{day:02d}" if day <= _PADDED_DAYS else str(day)


def _month(month: int | None) -> str:
    if month is None:
        return BLANK
    return f"{month:02d}" if month <= _PADDED_MONTHS else str(month)
