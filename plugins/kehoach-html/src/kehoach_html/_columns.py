"""Dữ liệu của bảng theo dõi: a progress in columns, each text once, as the page's script reads it.

Days are ordinals (1 is 01/01/0001). What few obligations have stands in a mapping by row.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from kehoach.compose import threshold_words
from kehoach.tracking import DutyKind, EventKind, Outcome, State, Term, Timeliness
from kehoach.vietnamese import number, short_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from kehoach.tracking import Duty, Event, Progress, Status

LONGEST_HISTORY: Final = 250_000
"""So many events a page holds; a longer history is left out, and the page says so."""
_KINDS: Final = {one: place for place, one in enumerate(DutyKind)}
_STATES: Final = {one: place for place, one in enumerate(State)}
_TIMES: Final = {one: place for place, one in enumerate(Timeliness)}
_TERMS: Final = {one: place for place, one in enumerate(Term)}
_OUTCOMES: Final = {one: place for place, one in enumerate(Outcome)}
_EVENTS: Final = {one: place for place, one in enumerate(EventKind)}
_SCRIPT_UNSAFE: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)

Columns = dict[str, Any]


def embedded(columns: Columns) -> str:
    """The data as JSON that stays inside its element whatever texts it holds."""
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_SCRIPT_UNSAFE)


def columns_of(progress: Progress) -> Columns:
    """Every obligation of the progress, its duty, its history."""
    rows = _Rows()
    for one in progress:
        rows.add(one)
    told = len(progress.history) <= LONGEST_HISTORY
    return {
        "on": progress.on.toordinal(),
        "words": {
            "kinds": [one.label for one in DutyKind],
            "states": [one.value for one in State],
            "stateWords": [one.label for one in State],
            "times": [one.value for one in Timeliness],
            "timeWords": [one.label for one in Timeliness],
            "terms": [one.label for one in Term],
            "outcomes": [one.label for one in Outcome],
            "events": [one.label for one in EventKind],
        },
        "plans": list(rows.plans),
        "bodies": [rows.names[body] for body in rows.bodies],
        "duties": [_duty(one) for one in rows.duties],
        "rows": rows.columns,
        "few": rows.few,
        "history": _history(progress, rows.places) if told else {},
    }


class _Rows:
    """The columns as they grow, and the texts that rows share, in the order they came."""

    def __init__(self) -> None:
        self.plans: dict[str, int] = {}
        self.bodies: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.duties: dict[Duty, int] = {}
        self.places: dict[tuple[str, str], int] = {}
        self._seen: dict[int, int] = {}
        names = ("plan", "duty", "body", "key", "state", "time", "term", "due", "days", "work")
        self.columns: Columns = {name: [] for name in (*names, "given", "counted")}
        few = ("first", "done", "sent", "asked", "late", "figure", "outcome")
        self.few: dict[str, dict[int, Any]] = {name: {} for name in few}
        columns = self.columns
        self._put = [columns[name].append for name in (*names, "given", "counted")]

    def add(self, one: Status) -> None:
        """One obligation as the next row."""
        row = len(self.places)
        self.places[one.plan, one.key] = row
        due, first = one.due, one.first_due
        self.names.setdefault(one.body, one.name)
        values = (
            self.plans.setdefault(one.plan, len(self.plans)),
            self._duty(one.duty),
            self.bodies.setdefault(one.body, len(self.bodies)),
            one.key,
            _STATES[one.state],
            _TIMES[one.timeliness],
            _TERMS[one.term],
            due.toordinal() if due else None,
            one.days,
            one.working_days,
            one.assigned_on.toordinal() if one.assigned_on else None,
            1 if one.counted else 0,
        )
        for put, value in zip(self._put, values, strict=True):
            put(value)
        if first is not None and first != due:
            self.few["first"][row] = first.toordinal()
        if one.revision > 1 or one.outcome is not None:
            self._seldom(row, one)

    def _duty(self, duty: Duty) -> int:
        """The place of a duty; equal ones share it, and the same one is not compared again."""
        place = self._seen.get(id(duty))
        if place is None:
            place = self._seen[id(duty)] = self.duties.setdefault(duty, len(self.duties))
        return place

    def _seldom(self, row: int, one: Status) -> None:
        for name, day in (("done", one.done_on), ("sent", one.submitted_on), ("asked", one.asked)):
            if day is not None:
                self.few[name][row] = day.toordinal()
        if one.late_request:
            self.few["late"][row] = 1
        if one.figure is not None:
            self.few["figure"][row] = number(one.figure)
        if one.outcome is not None:
            self.few["outcome"][row] = _OUTCOMES[one.outcome]


def _duty(duty: Duty) -> list[Any]:
    """Kind, then the texts that a drill-down shows."""
    return [
        _KINDS[duty.kind],
        duty.text,
        duty.phrase,
        duty.trace,
        duty.hour or "",
        duty.product or "",
        duty.receiver or "",
        ", ".join(duty.coordinators),
        threshold_words(duty.threshold) if duty.threshold else "",
    ]


def _history(progress: Progress, places: dict[tuple[str, str], int]) -> dict[int, list[Any]]:
    """The events of each row, by the day they happened: day, kind, who, details, mark."""
    found: dict[int, list[Event]] = {}
    for event in progress.history:
        found.setdefault(places[event.plan, event.obligation], []).append(event)
    return {row: _told(events) for row, events in found.items()}


def _told(events: list[Event]) -> list[list[Any]]:
    corrected = {str(one.corrects): one for one in events if one.corrects}
    told = []
    for one in sorted(events, key=_day):
        entry: list[Any] = [one.day.toordinal(), _EVENTS[one.kind], one.on_behalf or one.by]
        mark = corrected.get(one.id) if corrected else None
        details = ", ".join(_details(one))
        if details or mark:
            entry.append(details)
        if mark:
            entry.append("đã hủy" if mark.void else "đã đính chính")
        told.append(entry)
    return told


def _day(event: Event) -> datetime.date:
    return event.day


def _details(one: Event) -> Iterator[str]:
    """What an event says beyond its day, kind and author, as `Event.describe` words it."""
    if named := one.name or one.body:
        yield named
    if one.due:
        yield f"hạn {_short(one.due)}"
    if one.paper:
        yield f"văn bản {one.paper.number} ngày {_short(one.paper.date)}"
    if one.figure is not None:
        yield f"số liệu {number(one.figure)}"
    if one.note:
        yield one.note
    if one.reference:
        yield one.reference


_short = lru_cache(maxsize=4096)(short_date)
