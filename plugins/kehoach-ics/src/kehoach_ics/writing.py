"""Ghi iCalendar: each reminder as an event (VEVENT) and as a task (VTODO), with its alarms.

No clock is read and no database of zones: the same reminders give the same bytes anywhere.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard, Todo
from icalendar.prop import vDatetime

from kehoach.errors import UnwritableText
from kehoach.tracking import State
from kehoach.tracking.events import ZONE
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar.cal import Component

    from kehoach_ics.reminders import Reminder

PRODUCT = "-//kehoach//kehoach-ics//VI"
DAYS_BEFORE = (7, 3, 1)
"""Nhắc trước bao nhiêu ngày."""

MORNING = datetime.timedelta(hours=8)
"""When an alarm of a whole day rings, counted from midnight."""

_END = b"END:VCALENDAR\r\n"
_HANOI = datetime.timezone(datetime.timedelta(hours=7))
# The country has kept UTC+7 since this day; before it the south kept UTC+8.
_ZONE_SINCE = datetime.datetime(1975, 6, 13)  # noqa: DTZ001 - local time, as RFC 5545 asks
_BEGUN = (State.IN_PROGRESS, State.SUBMITTED, State.RETURNED, State.SUSPENDED)


def write(name: str, reminders: Iterable[Reminder], stream: BinaryIO) -> None:
    """Ghi một tệp lịch, component by component; raises UnwritableText for forbidden characters."""
    head: bytes = _frame(name).to_ical()
    stream.write(head.removesuffix(_END))
    for reminder in reminders:
        _refuse_forbidden(reminder.summary, reminder.description)
        stream.writelines(component.to_ical() for component in (_event(reminder), _todo(reminder)))
    stream.write(_END)


def _refuse_forbidden(*texts: str) -> None:
    for text in texts:
        for offset, character in forbidden_characters(text):
            raise UnwritableText("the calendar", offset, character)


def _frame(name: str) -> Calendar:
    """The calendar without its entries: who made it, its name, the zone of its hours."""
    _refuse_forbidden(name)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    calendar.add("x-wr-timezone", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", _ZONE_SINCE)
    standard.add("tzoffsetfrom", datetime.timedelta(hours=8))
    standard.add("tzoffsetto", datetime.timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    calendar.add_component(zone)
    return calendar


def _event(reminder: Reminder) -> Event:
    event = Event()
    _common(event, reminder, "event")
    _add_moment(event, "dtstart", reminder)
    event.add("status", "CANCELLED" if reminder.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    _add_alarms(event, reminder, {})
    return event


def _todo(reminder: Reminder) -> Todo:
    todo = Todo()
    _common(todo, reminder, "todo")
    _add_moment(todo, "due", reminder)
    todo.add("status", _todo_status(reminder))
    if reminder.state is State.DONE and reminder.done_on:
        todo.add("completed", _midnight(reminder.done_on))
        todo.add("percent-complete", 100)
    elif reminder.percent is not None:
        todo.add("percent-complete", reminder.percent)
    _add_alarms(todo, reminder, {"related": "END"})
    return todo


def _todo_status(reminder: Reminder) -> str:
    if reminder.cancelled:
        return "CANCELLED"
    if reminder.state is State.DONE:
        return "COMPLETED"
    return "IN-PROCESS" if reminder.state in _BEGUN else "NEEDS-ACTION"


def _common(component: Component, reminder: Reminder, kind: str) -> None:
    component.add("uid", f"{reminder.uid}-{kind}@kehoach")
    component.add("dtstamp", _midnight(reminder.stamp))
    component.add("sequence", reminder.sequence)
    if reminder.changed:
        component.add("last-modified", _midnight(reminder.changed))
    component.add("summary", reminder.summary)
    component.add("description", reminder.description)
    component.add("categories", [reminder.category])


def _add_moment(component: Component, name: str, reminder: Reminder) -> None:
    """The whole day, or an hour of it by the clocks of Vietnam."""
    if reminder.clock is None:
        component.add(name, reminder.day)
        return
    local: Any = vDatetime(datetime.datetime.combine(reminder.day, reminder.clock))
    component.add(name, local, {"TZID": ZONE}, encode=False)
    local.params["TZID"] = ZONE


def _add_alarms(component: Component, reminder: Reminder, parameters: dict[str, str]) -> None:
    if not reminder.rings:
        return
    hour = MORNING if reminder.clock is None else datetime.timedelta()
    for days in DAYS_BEFORE:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"Còn {days} ngày – {reminder.summary}")
        alarm.add("trigger", hour - datetime.timedelta(days=days), parameters)
        component.add_component(alarm)


def _midnight(day: datetime.date) -> datetime.datetime:
    """The first instant of a day in Vietnam, in UTC as these properties must be."""
    return datetime.datetime.combine(day, datetime.time(), _HANOI).astimezone(datetime.UTC)
