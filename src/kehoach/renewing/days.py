"""Ngày của năm mới: each day of the plan's deadlines moved to a working day of another year."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kehoach.deadlines import Ahead, Before, By, In, Period, Within
from kehoach.renewing.wording import same_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.deadlines import Deadline
    from kehoach.workdays import WorkCalendar

_ONE_DAY = datetime.timedelta(days=1)


def moves(
    deadlines: Iterable[Deadline], shift: int, calendar: WorkCalendar
) -> dict[datetime.date, datetime.date]:
    """Ngày cũ → ngày mới of every deadline that has a day.

    The last day on which the thing may be done is moved to the next working day where it is none
    (Bộ luật Dân sự 2015, Điều 148 khoản 5); for "trước ngày" that is the day before the day named.
    Where the next one falls into another year, the last working day before is taken: a plan's year
    ends with it.
    """
    moved: dict[datetime.date, datetime.date] = {}
    for deadline in deadlines:
        match deadline:
            case By(day=day):
                moved[day] = _worked(same_day(day, shift), calendar)
            case Before(day=day, hour=None):
                last = same_day(day, shift) - _ONE_DAY
                moved.setdefault(day, _worked(last, calendar) + _ONE_DAY)
            case Before(day=day):
                moved.setdefault(day, _worked(same_day(day, shift), calendar))
            case Within(after=datetime.date() as day) | Ahead(of=datetime.date() as day):
                moved.setdefault(day, same_day(day, shift))
            case In() | _:
                continue
    return moved


def _worked(day: datetime.date, calendar: WorkCalendar) -> datetime.date:
    worked = calendar.next_working(day)
    return worked if worked.year == day.year else calendar.previous_working(day)


def next_period(period: Period, shift: int) -> Period:
    """Kỳ tương ứng của năm khác; the last day of February stays its last day."""
    start = same_day(period.start, shift)
    after = same_day(period.end + _ONE_DAY, shift)
    return Period(start, after - _ONE_DAY)
