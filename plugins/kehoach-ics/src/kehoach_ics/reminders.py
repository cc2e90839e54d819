"""Nhắc hạn: what a calendar program is to show and ring for, made from progress or a calendar."""

from __future__ import annotations

import datetime
import hashlib
import re
from textwrap import shorten
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.cycles import EntryKind
from kehoach.exporting import file_name_from
from kehoach.tracking import DutyKind, State
from kehoach.tracking.telling import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.cycles import Calendar, Entry
    from kehoach.tracking import Progress, Status

LONGEST_SUMMARY = 120
"""Characters of a summary; the description holds the whole text."""

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:hg]([0-5]\d)")
_KINDS = {
    EntryKind.TASK: DutyKind.TASK.label,
    EntryKind.MILESTONE: DutyKind.MILESTONE.label,
    EntryKind.REPORT: DutyKind.REPORT.label,
}


@frozen
class Reminder:
    """Một hạn cần nhắc.

    `uid` names the obligation for good, `sequence` counts its changes from 0; `day` is the last
    day on time, until `clock` where the paper gives an hour. `stamp` is the day as of which this
    is told, `changed` that of the last event. A `state` that is withdrawn, or a day that was taken
    away, makes it `cancelled`.
    """

    uid: str
    day: datetime.date
    summary: str
    description: str
    category: str
    stamp: datetime.date
    clock: datetime.time | None = None
    sequence: int = 0
    state: State = State.ASSIGNED
    cancelled: bool = False
    changed: datetime.date | None = None
    done_on: datetime.date | None = None
    percent: int | None = None

    @property
    def rings(self) -> bool:
        """Whether anybody still has to do something."""
        return not self.cancelled and self.state.open


def calendar_name(progress: Progress) -> str:
    """Tên của lịch: the key of its plan, where it is one."""
    plans = {one.plan for one in progress}
    return f"Thời hạn {plans.pop()}" if len(plans) == 1 else "Thời hạn các kế hoạch"


def by_body(progress: Progress) -> dict[str, Progress]:
    """Tiến độ của từng cơ quan, by a safe file name made of the body's name.

    Give it to `kehoach.export_many` with `format="ics"` for a calendar a body.
    """
    found: dict[str, list[Status]] = {}
    for one in progress:
        found.setdefault(one.body, []).append(one)
    named: dict[str, Progress] = {}
    for items in found.values():
        name = base = file_name_from(items[0].name or NOBODY)
        while name.casefold() in {each.casefold() for each in named}:
            name = f"{base} {len(named) + 1}"
        named[name] = evolve(progress, items=tuple(items))
    return named


def of_progress(progress: Progress) -> Iterator[Reminder]:
    """Nhắc hạn của tiến độ: what has a day, and what had one that calendars still show."""
    for one in progress:
        if day := one.due or one.first_due:
            yield _of_status(one, day, progress.on)


def of_calendar(calendar: Calendar) -> Iterator[Reminder]:
    """Nhắc hạn của lịch: its dated entries; its first day stands for the day of telling."""
    days = [entry.day for entry in calendar.entries if entry.day]
    for entry in calendar.entries:
        if entry.day:
            yield _of_entry(entry, entry.day, calendar.title, min(days))


def _of_status(status: Status, day: datetime.date, on: datetime.date) -> Reminder:
    duty, name = status.duty, status.name or NOBODY
    rows = (
        ("Thực hiện", name),
        ("Phối hợp", ", ".join(duty.coordinators)),
        ("Sản phẩm", duty.product),
        ("Nơi nhận", duty.receiver),
        ("Thời hạn", duty.phrase),
        ("", duty.trace),
        ("Tình trạng", status.state.label),
        ("Khóa", status.key),
    )
    cancelled = status.state is State.WITHDRAWN or status.due is None
    figure = None if duty.kind is DutyKind.TARGET else status.figure
    return Reminder(
        uid=_uid(status.plan, status.key),
        day=day,
        summary=_summary(duty.text, name, cancelled=cancelled),
        description=_described(duty.text, rows),
        category=duty.kind.label,
        stamp=on,
        clock=_clock(duty.hour),
        sequence=max(status.revision - 1, 0),
        state=status.state,
        cancelled=cancelled,
        changed=status.last_day,
        done_on=status.done_on,
        percent=max(0, min(100, int(figure))) if figure is not None else None,
    )


def _of_entry(entry: Entry, day: datetime.date, title: str, stamp: datetime.date) -> Reminder:
    name = entry.who.name if entry.who else NOBODY
    rows = (
        ("Thực hiện", name),
        ("Nơi nhận", ", ".join(party.name for party in entry.to)),
        *(("", note) for note in entry.notes),
        ("", "Tạm tính" if entry.provisional else ""),
    )
    return Reminder(
        uid=_uid(title, entry.uid),
        day=day,
        summary=_summary(entry.text, name, cancelled=False),
        description=_described(entry.text, rows),
        category=_KINDS[entry.kind],
        stamp=stamp,
        clock=_clock(entry.hour),
    )


def _uid(plan: str, key: str) -> str:
    return hashlib.sha256(f"{plan}\n{key}".encode(errors="surrogatepass")).hexdigest()[:32]


def _summary(text: str, name: str, *, cancelled: bool) -> str:
    """What a phone shows: the body, and the work as far as it fits."""
    withdrawn = "Đã thu hồi: " if cancelled else ""
    return shorten(f"{withdrawn}{name}: {text}", LONGEST_SUMMARY, placeholder=" …")


def _described(text: str, rows: tuple[tuple[str, str | None], ...]) -> str:
    told = (f"{label}: {said}" if label else said for label, said in rows if said)
    return "\n".join([text, *map(str, told)])


def _clock(hour: str | None) -> datetime.time | None:
    found = _CLOCK.fullmatch(hour or "")
    return datetime.time(int(found[1]), int(found[2])) if found else None
