"""Định kỳ: the sub-periods of a rhythm, and the due day in each."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kehoach.deadlines.calendar_days import clamped
from kehoach.deadlines.due import STANDARD, Due, Settings, fixed
from kehoach.deadlines.kinds import Every, Period, Recurring
from kehoach.deadlines.words import deadline_words, period_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.workdays import WorkCalendar

_SUNDAY, _THURSDAY = 7, 3


def sub_periods(every: Every, period: Period) -> tuple[Period, ...]:
    """Các kỳ nhỏ: the weeks, months, quarters … of the calendar that belong to a period, in order.

    A sub-period belongs where its last day lies, a week where its Thursday lies (as ISO 8601 counts
    weeks), so that the sub-periods of adjoining periods neither overlap nor leave a gap.
    """
    found = _weeks(period) if every is Every.WEEK else _blocks(every, period)
    return tuple(found)


def occurrences(
    rule: Recurring, period: Period, calendar: WorkCalendar, settings: Settings = STANDARD
) -> tuple[Due, ...]:
    """Các lần đến hạn: one due day for each sub-period that belongs to the period, by sub-period.

    Each is counted from the rule, never from the one before, so that month ends do not drift.
    Without a day in the rule the sub-period's last day is meant. With several rhythms in the rule
    (`also`) the shorter gives way where a longer one ends on the same day. Raises
    :class:`~kehoach.errors.OutsideCalendar` as :func:`~kehoach.deadlines.due` does.
    """
    return tuple(
        _occurrence(rule, every, part, calendar, settings)
        for every, part in rhythm_periods(rule, period)
    )


def rhythm_periods(rule: Recurring, period: Period) -> tuple[tuple[Every, Period], ...]:
    """Các kỳ của mọi chu kỳ trong quy định, by their last day; a longer one replaces a shorter.

    "Định kỳ 6 tháng, năm" is one report for the first half and one for the year.
    """
    longest: dict[datetime.date, tuple[Every, Period]] = {}
    for every in dict.fromkeys((rule.every, *rule.also)):
        for part in sub_periods(every, period):
            held = longest.get(part.end)
            if held is None or part.start < held[1].start:
                longest[part.end] = every, part
    return tuple(longest[end] for end in sorted(longest))


def named_day(rule: Recurring, every: Every, part: Period) -> datetime.date:
    """Ngày nêu trong quy định: the day that the rule names for a sub-period, clamped."""
    return part.end if rule.day is None else _day(rule, every, part, rule.day)


def _occurrence(
    rule: Recurring, every: Every, part: Period, calendar: WorkCalendar, settings: Settings
) -> Due:
    last = named = named_day(rule, every, part)
    strict = rule.strict and rule.hour is None
    if strict and settings.before_excludes_day and rule.day:
        last = _day(rule, every, part, rule.day - 1)
    left_out = strict and rule.day and not (settings.before_excludes_day and last >= named)
    return fixed(
        f"{period_words(part)}: {deadline_words(rule)}",
        last,
        calendar,
        settings,
        before=named if left_out else None,
        hour=rule.hour,
        period=part,
    )


def _day(rule: Recurring, every: Every, part: Period, day: int) -> datetime.date:
    """A day by its number in week or month; 0 is the day before the first ("trước ngày 01")."""
    if every is Every.WEEK:
        weeks = datetime.timedelta(weeks=int(rule.following))
        return part.start + weeks + datetime.timedelta(days=min(day, _SUNDAY) - 1)
    if rule.following:
        month = part.end.month + (rule.month or 1)
    else:
        month = part.start.month + min(rule.month or every.months, every.months) - 1
    if day:
        return clamped(part.end.year, month, day)
    return clamped(part.end.year, month, 1) - datetime.timedelta(days=1)


def _weeks(period: Period) -> Iterator[Period]:
    week = Period.week(period.start)
    while (thursday := week.start + datetime.timedelta(days=_THURSDAY)) <= period.end:
        if thursday >= period.start:
            yield week
        week = Period.week(week.end + datetime.timedelta(days=1))


def _blocks(every: Every, period: Period) -> Iterator[Period]:
    length = every.months
    starts = (1,) if every is Every.NINE_MONTHS else range(1, 13, length)
    for year in range(period.start.year, period.end.year + 1):
        for first in starts:
            block = Period.months(year, first, first + length - 1)
            if period.start <= block.end <= period.end:
                yield block
