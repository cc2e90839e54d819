"""Cộng trừ thời gian: calendar arithmetic with units, month ends clamped from the given day."""

from __future__ import annotations

import datetime
from calendar import monthrange

from kehoach.deadlines.kinds import Unit


def shift(day: datetime.date, unit: Unit, amount: int) -> datetime.date:
    """The day `amount` days, weeks, months or years away; 31/8 and 6 months give 28/2.

    Weeks keep the weekday, months and years the day number, else the month's last day (Civil Code
    2015, article 148, clauses 2 to 4). Working days need a calendar and are not counted here.
    """
    if unit is Unit.DAY:
        return day + datetime.timedelta(days=amount)
    if unit is Unit.WEEK:
        return day + datetime.timedelta(weeks=amount)
    import pendulum  # noqa: PLC0415 - slow to load, and most plans never count months

    months = amount * (12 if unit is Unit.YEAR else 1)
    moved = pendulum.date(day.year, day.month, day.day).add(months=months)
    return datetime.date(moved.year, moved.month, moved.day)


def clamped(year: int, month: int, day: int) -> datetime.date:
    """The day of a month, or its last day; `month` may pass 12 into later years."""
    years, index = divmod(month - 1, 12)
    year, month = year + years, index + 1
    return datetime.date(year, month, min(day, monthrange(year, month)[1]))
