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
    Undated,
    Unit,
    Within,
)
from kehoach.vietnamese import count, quarter_name, short_date, weekday_name

_UNITS = {
    Unit.HOUR: "giờ",
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
    Every.NINE_MONTHS: "định kỳ 9 tháng",
    Every.YEAR: "hằng năm",
}
_RHYTHMS = {
    Every.WEEK: "tuần",
    Every.MONTH: "tháng",
    Every.QUARTER: "quý",
    Every.HALF: "6 tháng",
    Every.NINE_MONTHS: "9 tháng",
    Every.YEAR: "năm",
}
# Nouns of happenings, before which "ngày" would be odd: "trước cuộc họp", "trước ngày khai mạc".
_HAPPENINGS = ("ngày ", "cuộc ", "kỳ ", "phiên ", "hội nghị", "hội thảo", "lễ ", "Tết", "đợt ")
_QUARTERS = ((1, 3), (4, 6), (7, 9), (10, 12))
_PARTS = {
    (1, 12): "năm {}",
    (1, 6): "6 tháng đầu năm {}",
    (7, 12): "6 tháng cuối năm {}",
    (1, 9): "9 tháng đầu năm {}",
}
_MONDAY = datetime.date(2013, 4, 1)
_DECEMBER = 12


def deadline_words(deadline: Deadline) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """Thời hạn bằng chữ: the deadline's own phrase, or words made from its data."""
    if deadline.phrase:
        return deadline.phrase
    match deadline:
        case Before(day, hour=hour):
            return f"trước {_hour(hour)}ngày {short_date(day)}"
        case By(day, hour=hour):
            return f"chậm nhất {_hour(hour)}ngày {short_date(day)}"
        case Within(0, after, Unit.DAY):
            moment = f"khi {after}" if isinstance(after, str) else f"trong {_moment(after)}"
            return f"ngay {moment}"
        case Within(amount, after, unit):
            return f"trong {count(amount, pad=True)} {_UNITS[unit]} kể từ {_moment(after)}"
        case Ahead(0, str(of), Unit.DAY):
            return f"trước khi {of}"
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
        case Undated():
            return "không thời hạn"
        case _:
            assert_never(deadline)


def period_words(period: Period) -> str:
    """Kỳ bằng chữ: *năm 2013*, *6 tháng đầu năm 2013*, *quý II/2026*, *tháng 6/2026*.

    Also *9 tháng đầu năm 2013* and *giai đoạn 2026-2030*; any other span by its two days.
    """
    start, end = period.start, period.end
    year = start.year
    if start.day == 1 and year == end.year and (name := _part_of_year(period)):
        return name
    if (start, end) == (datetime.date(year, 1, 1), datetime.date(end.year, 12, 31)):
        return f"giai đoạn {year}-{end.year}"
    week = "tuần " if period == Period.week(start) else ""
    return f"{week}từ ngày {short_date(start)} đến ngày {short_date(end)}"


def _part_of_year(period: Period) -> str:
    year, first, last = period.start.year, period.start.month, period.end.month
    if period != Period.months(year, first, last):
        return ""
    if first == last:
        return f"tháng {first}/{year}"
    if (first, last) in _QUARTERS:
        return quarter_name(last // 3, year)
    return _PARTS.get((first, last), "").format(year)


def _moment(moment: datetime.date | str) -> str:
    if isinstance(moment, str):
        return moment if moment.startswith(_HAPPENINGS) else f"ngày {moment}"
    return f"ngày {short_date(moment)}"


def hour_words(hour: str) -> str:
    """Giờ bằng chữ: "16:00" → *16 giờ*, "16:30" → *16 giờ 30*."""
    return hour.replace(":", " giờ ").removesuffix(" 00")


def _hour(hour: str | None) -> str:
    return f"{hour_words(hour)} " if hour else ""


def _recurring(rule: Recurring) -> str:
    rhythm = _EVERY[rule.every]
    if rule.also:
        rhythm = f"định kỳ {', '.join(_RHYTHMS[one] for one in (rule.every, *rule.also))}"
    if rule.day is None:
        return rhythm
    limit = f"{'trước' if rule.strict else 'chậm nhất'} {_hour(rule.hour)}"
    if rule.every is Every.WEEK and not rule.also:
        day = weekday_name(_MONDAY + datetime.timedelta(days=min(rule.day, 7) - 1))
        after = f"{rhythm}, {limit}{day} của tuần liền kề"
        return after if rule.following else f"{limit}{day} {rhythm}"
    if rule.every is Every.YEAR and not rule.also:
        return _yearly(rule, rule.day, limit)
    place = f" {_place(rule)}" if _place(rule) else ""
    return f"{rhythm}, {limit}ngày {count(rule.day, pad=True)}{place}"


def _yearly(rule: Recurring, day: int, limit: str) -> str:
    month = rule.month or (1 if rule.following else _DECEMBER)
    slash_month = short_date(_MONDAY.replace(month=month))[2:-5]
    named = f"{limit}ngày {count(day, pad=True)}{slash_month}"
    return f"hằng năm, {named} năm sau" if rule.following else f"{named} hằng năm"


def _place(rule: Recurring) -> str:
    if rule.following:
        nth = f"thứ {rule.month} trong kỳ sau"
        return f"của tháng {nth if rule.month else 'liền kề'}"
    if rule.every is Every.MONTH:
        return ""
    return f"của tháng {f'thứ {rule.month} trong kỳ' if rule.month else 'cuối kỳ'}"
