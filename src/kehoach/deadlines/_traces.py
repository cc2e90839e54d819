"""Diễn giải: days in the trace of a due day, in words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kehoach.vietnamese import short_date, weekday_name

if TYPE_CHECKING:
    from kehoach.workdays import WorkCalendar

# From which day each code rules periods, and its clause on a last day that is off.
_CODES = (
    (datetime.date(2017, 1, 1), "Bộ luật Dân sự 2015, Điều 148 khoản 5"),
    (datetime.date(2006, 1, 1), "Bộ luật Dân sự 2005, Điều 153 khoản 5"),
    (datetime.date.min, "Bộ luật Dân sự 1995"),
)


def lateness_law(start: datetime.date) -> str:
    """The clause that moves the end of a period begun on the day to the next working day."""
    return next(clause for since, clause in _CODES if start >= since)


def day_words(day: datetime.date, year: int | None = None, *, named: bool = True) -> str:
    """*thứ Sáu 29/3*, the year left out where it is `year`; without the weekday if not `named`."""
    short = short_date(day)
    if day.year == year:
        short = short.removesuffix(f"/{year}")
    return f"{weekday_name(day)} {short}" if named else short


def off_words(day: datetime.date, year: int, calendar: WorkCalendar) -> str:
    """The day, with the holiday that it is: *thứ Hai 11/02 (Nghỉ Tết Nguyên đán)*."""
    why = calendar.why(day)
    return day_words(day, year) + ("" if why in ("", weekday_name(day)) else f" ({why})")
