"""Ngày đến hạn: from a deadline to its day on a calendar of working days, with a trace in words.

A period counts from the day after its first and ends, where its last day is off, on the next
working day (Civil Code 2015, articles 147 and 148; the code of 2005 before 01/01/2017). That a
fixed day does not move, and that "trước ngày D" leaves out D, is said by no law: see `Settings`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.deadlines._traces import day_words, lateness_law, off_words
from kehoach.deadlines._values import event_name
from kehoach.deadlines.calendar_days import shift
from kehoach.deadlines.kinds import (
    Ahead,
    Before,
    By,
    Deadline,
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
from kehoach.deadlines.words import deadline_words, hour_words

if TYPE_CHECKING:
    from kehoach.workdays import WorkCalendar

Events = Mapping[str, datetime.date]
"""Sự kiện đã ghi nhận: the days of events, by their words ("nhận được văn bản")."""

_MID_MONTH, _HALF_YEAR_MONTHS, _MIDDLE_DAYS = 15, 6, 2


@frozen
class Settings:
    """Cách đọc thời hạn: readings on which no law decides, with the defaults of this library.

    `before_excludes_day`: "trước ngày D" ends with the day before D. `fixed_days_roll`: a day named
    in the paper moves to the next working day where it is off, as a counted period always does.
    """

    before_excludes_day: bool = True
    fixed_days_roll: bool = False


_BY_THE_HOUR = "cách đọc: chỉ biết ngày của mốc nên lấy ngày sớm nhất; giờ chạy qua cả ngày nghỉ"

STANDARD = Settings()
"""Cách đọc mặc định."""


@frozen
class Due:
    """Ngày đến hạn: the last day on time, `None` while it is not known, and how it was found.

    `trace` tells in Vietnamese how the day follows from the words; `last_working_day` is the day
    itself or the last working day before it; `provisional` marks days whose year has holidays
    still to be decided; `period` is the sub-period of a recurring deadline; `hour` ("16:00") ends
    the day; `notes` are those parts of the trace that a calendar shows beside the day.
    """

    day: datetime.date | None
    trace: str
    last_working_day: datetime.date | None = None
    provisional: bool = False
    period: Period | None = None
    hour: str | None = None
    notes: tuple[str, ...] = ()


def due(  # noqa: PLR0911 - one case a kind
    deadline: Deadline | None,
    calendar: WorkCalendar,
    settings: Settings = STANDARD,
    events: Events = MappingProxyType({}),
) -> Due:
    """Ngày đến hạn của một thời hạn; `None` is no deadline at all.

    A recurring deadline has no single day: see :func:`kehoach.deadlines.occurrences`. Raises
    :class:`~kehoach.errors.OutsideCalendar` for a day outside the years of the calendar.
    """
    words = deadline_words(deadline) if deadline else ""
    match deadline:
        case Before(day, hour=hour):
            last = before(day, settings) if hour is None else day
            return fixed(words, last, calendar, settings, before=day, hour=hour)
        case By(day, hour=hour):
            return fixed(words, day, calendar, settings, hour=hour)
        case In(period, stretch):
            last, reading = _stretch_day(period, stretch)
            return fixed(words, last, calendar, settings, reading=reading)
        case Within(amount, after, unit):
            start, told = _moment(after, events)
            return _within(words + told, start, amount, unit, calendar)
        case Ahead(amount, of, unit):
            start, told = _moment(of, events)
            return _ahead(words + told, start, amount, unit, calendar)
        case OnRequest():
            start, told = _moment(event_name(words), events)
            return _on_request(words + told, start, calendar, settings)
        case _:
            return Due(None, _dayless(deadline, words))


def before(day: datetime.date, settings: Settings) -> datetime.date:
    """Ngày cuối của "trước ngày": the day before, or the day itself where so read."""
    return day - datetime.timedelta(days=1) if settings.before_excludes_day else day


def fixed(  # noqa: PLR0913 - what a trace can tell
    words: str,
    last: datetime.date,
    calendar: WorkCalendar,
    settings: Settings,
    *,
    before: datetime.date | None = None,
    hour: str | None = None,
    reading: str = "",
    period: Period | None = None,
) -> Due:
    """Hạn ấn định: a day that the paper names; `before` is the day that "trước ngày" names."""
    year = (before or last).year
    until = f"{hour_words(hour)}, " if hour else "hết "
    parts = [f"{words} → {until}{off_words(last, year, calendar)}"]
    readings = [reading] if reading else []
    if before and not hour:
        kept = "không kể" if settings.before_excludes_day else "kể cả"
        readings.append(f"{kept} ngày {day_words(before, year, named=False)}")
    day = last
    working = calendar.previous_working(last)
    if working != last:
        following = calendar.next_working(last)
        parts.append(f"ngày làm việc cuối: {day_words(working, year)}")
        parts.append(f"ngày làm việc kế tiếp: {day_words(following, year)}")
        readings.append(f"ngày ấn định {'' if settings.fixed_days_roll else 'không '}chuyển")
        if settings.fixed_days_roll:
            day = working = following
    if readings:
        parts.append(f"cách đọc: {', '.join(readings)}")
    return _closed(parts, day, working, calendar, period=period, hour=hour)


def _closed(  # noqa: PLR0913 - the parts of a Due
    parts: list[str],
    day: datetime.date,
    working: datetime.date,
    calendar: WorkCalendar,
    *,
    period: Period | None = None,
    hour: str | None = None,
) -> Due:
    unsure = [year for year in sorted({working.year, day.year}) if calendar.provisional(year)]
    if unsure:
        years = ", ".join(map(str, unsure))
        parts.append(f"dự kiến: ngày nghỉ năm {years} chưa quyết định hết")
    return Due(day, "; ".join(parts), working, bool(unsure), period, hour, tuple(parts[1:]))


def _within(
    words: str, start: datetime.date | None, amount: int, unit: Unit, calendar: WorkCalendar
) -> Due:
    if start is None:
        return Due(None, f"{words} → chưa có ngày: sự kiện chưa được ghi nhận")
    if unit is Unit.WORKING_DAY and amount:
        day = calendar.add(start, amount)
        return _closed([f"{words} → {day_words(day, start.year)}"], day, day, calendar)
    end = start if unit is Unit.WORKING_DAY else shift(start, unit, amount)
    if unit is Unit.HOUR:
        parts = [f"{words} → {off_words(end, start.year, calendar)}", _BY_THE_HOUR]
        return _closed(parts, end, calendar.previous_working(end), calendar)
    day = calendar.next_working(end)
    parts = [f"{words} → {off_words(end, start.year, calendar)}"]
    if day != end:
        rolled = f"ngày làm việc kế tiếp: {day_words(day, start.year)}"
        parts.append(f"{rolled} ({lateness_law(start)})")
    return _closed(parts, day, day, calendar)


def _ahead(
    words: str, start: datetime.date | None, amount: int, unit: Unit, calendar: WorkCalendar
) -> Due:
    if start is None:
        return Due(None, f"{words} → chưa có ngày: sự kiện chưa được ghi nhận")
    if unit is Unit.WORKING_DAY and amount:
        end = calendar.add(start, -amount)
    else:
        end = start if unit is Unit.WORKING_DAY else shift(start, unit, -amount)
    day = calendar.previous_working(end)
    parts = [f"{words} → {off_words(end, start.year, calendar)}"]
    if day != end:
        parts.append(f"ngày làm việc liền trước: {day_words(day, start.year)}")
    return _closed(parts, day, day, calendar)


def _on_request(
    words: str, asked: datetime.date | None, calendar: WorkCalendar, settings: Settings
) -> Due:
    if asked is None:
        return Due(None, f"{words} → chưa có ngày: chưa có yêu cầu được ghi nhận")
    return fixed(words, asked, calendar, settings)


def _moment(moment: datetime.date | str, events: Events) -> tuple[datetime.date | None, str]:
    """The day of a moment, and what to tell of an event: its recorded day."""
    if not isinstance(moment, str):
        return moment, ""
    wanted = event_name(moment).casefold()
    for name, day in events.items():
        if event_name(name).casefold() == wanted:
            return day, f" (ghi nhận {day_words(day)})"
    return None, ""


def _stretch_day(period: Period, stretch: Stretch | None) -> tuple[datetime.date, str]:
    """The last day of a stretch; for month and year see Civil Code 2015, article 146."""
    start, end = period.start, period.end
    if stretch is Stretch.BEGIN:
        return start, ""
    if stretch is not Stretch.MIDDLE:
        return end, ""
    if period == Period.month(start.year, start.month):
        return start.replace(day=_MID_MONTH), ""
    if period == Period.year(start.year):
        return Period.half(start.year, 1).end, ""
    middle = start + datetime.timedelta(days=(end - start).days // _MIDDLE_DAYS)
    return middle, "“giữa” là ngày chính giữa kỳ"


def _dayless(deadline: Deadline | None, words: str) -> str:
    match deadline:
        case Recurring():
            return f"{words} → mỗi kỳ một hạn"
        case Standing():
            return f"{words} → nhiệm vụ thường xuyên, không có ngày đến hạn"
        case Undated():
            return f"{words} → không nêu ngày; hỏi cơ quan giao nhiệm vụ"
    return "không có thời hạn"
