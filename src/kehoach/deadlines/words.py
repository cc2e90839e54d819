"""Thời hạn bằng chữ: how a deadline without a phrase of its own is printed."""

from __future__ import annotations

import datetime
from typing import assert_never

from kehoach.deadlines.kinds import (
    Ahead,
    Before,
    By,
    Deadline,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Standing,
    Stretch,
    Unit,
    Within,
)
from kehoach.vietnamese import count, quarter_name, short_date, weekday_name

_UNITS = {
    Unit.DAY: "ngày",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.WEEK: "tuần",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
}
_STRETCHES = {Stretch.BEGIN: "đầu", Stretch.MIDDLE: "giữa", Stretch.END: "cuối"}
_EVERY = {
    Every.WEEK: "hằng tuần",
    Every.MONTH: "hằng tháng",
    Every.QUARTER: "hằng quý",
    Every.HALF: "6 tháng một lần",
    Every.NINE_MONTHS: "9 tháng",
    Every.YEAR: "hằng năm",
}
_MONTHS_IN = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.NINE_MONTHS: 9, Every.YEAR: 12}
_MONDAY = datetime.date(2013, 4, 1)


def deadline_words(deadline: Deadline) -> str:
    """Thời hạn bằng chữ: the deadline's own phrase, or words made from its data."""
    if deadline.phrase:
        return deadline.phrase
    match deadline:
        case Before(day):
            return f"trước ngày {short_date(day)}"
        case By(day):
            return f"chậm nhất ngày {short_date(day)}"
        case Within(amount, after, unit):
            return f"trong {count(amount, pad=True)} {_UNITS[unit]} kể từ {_moment(after)}"
        case Ahead(amount, of, unit):
            return f"trước {_moment(of)} ít nhất {count(amount, pad=True)} {_UNITS[unit]}"
        case In(period, stretch):
            start = f"{_STRETCHES[stretch]} " if stretch else ""
            return f"{start}{period_words(period)}"
        case Recurring():
            return _recurring(deadline)
        case Standing():
            return "thường xuyên"
        case OnRequest():
            return "khi có yêu cầu"
        case _:
            assert_never(deadline)


def period_words(period: Period) -> str:
    """Kỳ bằng chữ: *năm 2013*, *6 tháng đầu năm 2013*, *quý II/2026*, *tháng 6/2026*, *2026-2030*."""
    year = period.start.year
    if period == Period.year(year):
        return f"năm {year}"
    for half, name in ((1, "đầu"), (2, "cuối")):
        if period == Period.half(year, half):
            return f"6 tháng {name} năm {year}"
    quarter = (period.start.month + 2) // 3
    if period == Period.quarter(year, quarter):
        return quarter_name(quarter, year)
    if period == Period.month(year, period.start.month):
        return f"tháng {period.start.month}/{year}"
    last = period.end.year
    if (period.start, period.end) == (datetime.date(year, 1, 1), datetime.date(last, 12, 31)):
        return f"giai đoạn {year}-{last}"
    return f"từ ngày {short_date(period.start)} đến ngày {short_date(period.end)}"


def _moment(moment: datetime.date | str) -> str:
    return moment if isinstance(moment, str) else f"ngày {short_date(moment)}"


def _recurring(rule: Recurring) -> str:
    rhythm = _EVERY[rule.every]
    if rule.day is None:
        return rhythm
    limit = "trước" if rule.strict else "chậm nhất"
    hour = f"{rule.hour.replace(':', ' giờ ')} ".replace(" 00 ", " ") if rule.hour else ""
    if rule.every is Every.WEEK:
        day = weekday_name(_MONDAY + datetime.timedelta(days=rule.day - 1))
        return f"{limit} {hour}{day} {rhythm}"
    day = f"ngày {count(rule.day, pad=True)}"
    if rule.following:
        return f"{rhythm}, {limit} {hour}{day} của tháng liền kề"
    if rule.every is Every.MONTH:
        return f"{rhythm}, {limit} {hour}{day}"
    if rule.month is None or rule.month == _MONTHS_IN[rule.every]:
        return f"{rhythm}, {limit} {hour}{day} của tháng cuối kỳ"
    return f"{rhythm}, {limit} {hour}{day} của tháng thứ {rule.month} trong kỳ"
