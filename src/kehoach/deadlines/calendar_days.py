"""Cộng trừ thời gian: calendar arithmetic with units, month ends clamped from the given day."""

from __future__ import annotations

import datetime
from calendar import monthrange

from kehoach.deadlines.kinds import Unit
from kehoach.errors import OutsideCalendar
from kehoach.workdays import FIRST_YEAR, LAST_YEAR

_HOURS = 24
_YEARS = {
    Unit.HOUR: 1 / 8760,
    Unit.DAY: 1 / 365,
    Unit.WEEK: 7 / 365,
    Unit.MONTH: 1 / 12,
    Unit.YEAR: 1,
}


def shift(day: datetime.date, unit: Unit, amount: int) -> datetime.date:
    """The day `amount` hours, days, weeks, months or years away; 31/8 and 6 months give 28/2.

    Weeks keep the weekday, months and years the day number, else the month's last day (Civil Code
    2015, article 148, clauses 2 to 4). Hours from a moment that is known by its day alone give the
    earliest day. Working days need a calendar and are not counted here.
    Raises :class:`~kehoach.errors.OutsideCalendar` for a day that no date can hold.
    """
    try:
        return _shifted(day, unit, amount)
    except (OverflowError, ValueError):
        year = day.year + round(amount * _YEARS[unit])
        raise OutsideCalendar(year, FIRST_YEAR, LAST_YEAR) from None


def _shifted(day: datetime.date, unit: Unit, amount: int) -> datetime.date:
    if unit is Unit.HOUR:
        return day + datetime.timedelta(days=amount // _HOURS)
    if unit in (Unit.DAY, Unit.WEEK):
        return day + datetime.timedelta(days=amount * (7 if unit is Unit.WEEK else 1))
    import pendulum  # noqa: PLC0415 - slow to load, and most plans never count months

    months = amount * (12 if unit is Unit.YEAR else 1)
    moved = pendulum.date(day.year, day.month, day.day).add(months=months)
    return datetime.date(moved.year, moved.month, moved.day)


def clamped(year: int, month: int, day: int) -> datetime.date:
    """The day of a month, or its last day; `month` may pass 12 into later years."""
    years, index = divmod(month - 1, 12)
    year, month = year + years, index + 1
    return datetime.date(year, month, min(day, monthrange(year, month)[1]))
