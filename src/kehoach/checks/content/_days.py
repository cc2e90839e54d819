"""Ngày tháng: days before the paper's own, on days off, after the plan's time; data not ready."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from kehoach.checks.content._told import told
from kehoach.checks.content._works import Work
from kehoach.cycles import instances
from kehoach.deadlines import Before, By, Deadline, Period, deadline_words
from kehoach.errors import OutsideCalendar
from kehoach.vietnamese import short_date, weekday_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.checks.content._works import Part
    from kehoach.findings import Finding
    from kehoach.organizations import Directory
    from kehoach.plan import Plan
    from kehoach.workdays import WorkCalendar

_DAY: Final = datetime.timedelta(days=1)
_CUT_OFF: Final = "cycle.due-before-cut-off"


def days(plan: Plan, parts: Sequence[Part], calendar: WorkCalendar) -> Iterator[Finding]:
    """Each named day against the paper's day, the days off and the plan's period."""
    for deadline, place, is_report in _deadlines(parts):
        last = _last_day(deadline)
        if last is None:
            continue
        day = short_date(_named_day(deadline) or last)
        if isinstance(plan.date, datetime.date) and last < plan.date:
            yield told("ND05", place, day=day, date=short_date(plan.date))
            continue
        yield from _day_off(deadline, last, place, calendar)
        if plan.period and last > plan.period.end and not is_report:
            yield told("ND07", place, day=day, end=short_date(plan.period.end))


def _deadlines(parts: Sequence[Part]) -> Iterator[tuple[Deadline, str, bool]]:
    for part in parts:
        if isinstance(part, Work):
            held = (part.task.deadline, *(one.deadline for one in part.task.milestones))
            yield from ((one, part.place, False) for one in held if one is not None)
        else:
            duty, place = part
            yield from ((one.deadline, place, True) for one in duty.dues if one.deadline)


def _named_day(deadline: Deadline) -> datetime.date | None:
    return deadline.day if isinstance(deadline, Before | By) else None


def _last_day(deadline: Deadline) -> datetime.date | None:
    """The last day on which the work is in time, where the deadline names a day."""
    match deadline:
        case Before(day=day, hour=None):
            return day - _DAY
        case Before(day=day) | By(day=day):
            return day
    period = getattr(deadline, "period", None)
    return period.end if isinstance(period, Period) else None


def _day_off(
    deadline: Deadline, last: datetime.date, place: str, calendar: WorkCalendar
) -> Iterator[Finding]:
    if _named_day(deadline) is None:
        return
    try:
        if calendar.is_working(last):
            return
        working = calendar.previous_working(last)
    except OutsideCalendar:
        return
    yield told(
        "ND06",
        place,
        phrase=deadline_words(deadline),
        day=short_date(last),
        why=calendar.why(last) or weekday_name(last),
        working=f"{weekday_name(working)} {short_date(working)}",
    )


def cut_offs(
    plan: Plan, parts: Sequence[Part], calendar: WorkCalendar, directory: Directory | None
) -> Iterator[Finding]:
    """A report that is due before its data are complete, by the cycle rule of its time."""
    if plan.period is None:
        return
    for part in parts:
        if isinstance(part, Work):
            continue
        duty, place = part
        try:
            made = instances(duty, plan.period, calendar, directory)
        except OutsideCalendar:
            continue
        for one in made:
            if one.due.day and one.data and any(each.code == _CUT_OFF for each in one.findings):
                slots = {"day": short_date(one.due.day), "cut_off": short_date(one.data.end)}
                yield told("ND12", place, name=one.name, **slots)
