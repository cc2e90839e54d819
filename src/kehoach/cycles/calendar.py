"""Lịch công tác của kế hoạch: its deadlines and reports by day, for each body."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.cycles._walk import Owed, Work, owed
from kehoach.cycles.instances import (
    DOUBTFUL_DAY,
    USUAL,
    CycleSettings,
    Instance,
    InstanceMaker,
    Key,
)
from kehoach.cycles.reporters import Reporters
from kehoach.deadlines import Due, Period, Standing
from kehoach.findings import Finding
from kehoach.plan import Party, Plan, with_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.organizations import Directory
    from kehoach.workdays import WorkCalendar


class EntryKind(StrEnum):
    """Loại mục trong lịch: nhiệm vụ, mốc, báo cáo."""

    TASK = "task"
    MILESTONE = "milestone"
    REPORT = "report"


@frozen
class Entry:
    """Một mục của lịch: what one body owes on a day.

    `day` is the last day on time, `None` while it is not known; `hour` ("16:00") ends it where the
    paper gives one. `who` is `None` where the plan names nobody. `notes` tell of working days, of
    the data of a report, of what is provisional. `key` is that of the duty and its period; with
    `who` it names the entry for good.
    """

    day: datetime.date | None
    kind: EntryKind
    text: str
    who: Party | None
    to: tuple[Party, ...]
    notes: tuple[str, ...]
    provisional: bool
    key: Key
    last_working_day: datetime.date | None = None
    hour: str | None = None

    @property
    def uid(self) -> str:
        """Mã của mục: one for each body, duty and period, the same whenever it is asked for."""
        body = (self.who.id or self.who.name) if self.who else ""
        return f"{self.key.text}/{body}"


@frozen
class Calendar:
    """Lịch của một kế hoạch: entries by day, and those that wait for a day.

    `undated` are duties that name an event, a request or no day at all; standing duties are not
    among them. `findings` are doubts about due days, cut-offs and bodies, each once.
    """

    title: str
    year: int | None
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def days(self) -> tuple[tuple[datetime.date, tuple[Entry, ...]], ...]:
        """Các ngày của lịch, each with its entries."""
        by_day: dict[datetime.date, list[Entry]] = {}
        for entry in self.entries:
            if entry.day:
                by_day.setdefault(entry.day, []).append(entry)
        return tuple((day, tuple(entries)) for day, entries in by_day.items())


@frozen
class _Block:
    """Entries that differ in the body alone: the one without body, and the bodies."""

    pattern: Entry
    bodies: tuple[Party | None, ...]
    due: Due
    findings: tuple[Finding, ...] = ()


def plan_calendar(
    plan: Plan,
    calendar: WorkCalendar,
    directory: Directory | None = None,
    year: int | None = None,
    settings: CycleSettings = USUAL,
) -> Calendar:
    """Lịch của kế hoạch: tasks, milestones and reports by day, one entry for each body.

    `year` keeps the days of one year. Groups are opened by the directory as of the due day. What
    recurs does so in the plan's period (in `year` where the plan has none), from the plan's own day
    on. Nothing is invented: what has no day is in `undated`. Raises
    :class:`~kehoach.errors.OutsideCalendar` for a day outside the calendar's years.
    """
    maker = InstanceMaker(calendar, Reporters(directory), settings)
    period = plan.period or (Period.year(year) if year else None)
    every = _told_apart(
        block for one in owed(with_ids(plan)) for block in _blocks(one, period, maker)
    )
    blocks = [block for block in every if _wanted(block, plan, year)]
    dated = sorted(
        (block for block in blocks if block.pattern.day),
        key=lambda block: block.pattern.day or datetime.date.max,
    )
    return Calendar(
        title=" ".join(plan.title.split()),
        year=year,
        entries=tuple(_entries(dated)),
        undated=tuple(_entries(block for block in blocks if block.pattern.day is None)),
        findings=tuple(dict.fromkeys(one for block in blocks for one in block.findings)),
    )


def _entries(blocks: Iterable[_Block]) -> Iterator[Entry]:
    """One entry a body; all else is shared, so that thousands of bodies are cheap."""
    for block in blocks:
        one = block.pattern
        day, kind, text, to, notes = one.day, one.kind, one.text, one.to, one.notes
        provisional, key, last, hour = one.provisional, one.key, one.last_working_day, one.hour
        for who in block.bodies:
            yield Entry(day, kind, text, who, to, notes, provisional, key, last, hour)


def _told_apart(blocks: Iterable[_Block]) -> Iterator[_Block]:
    """The blocks with keys that differ, though two nodes bear one id."""
    taken: set[str] = set()
    for block in blocks:
        key, times = block.pattern.key, 1
        while key.text in taken:
            times += 1
            key = evolve(block.pattern.key, duty=f"{block.pattern.key.duty}#{times}")
        taken.add(key.text)
        yield block if times == 1 else evolve(block, pattern=evolve(block.pattern, key=key))


def _wanted(block: _Block, plan: Plan, year: int | None) -> bool:
    """Whether the day is in the year and, of what recurs, not before the plan was made."""
    period = block.due.period
    day = block.pattern.day or (period.end if period else None)
    if day is None:
        return True
    if period and type(plan.date) is datetime.date and day < plan.date:
        return False
    return year is None or day.year == year


def _blocks(one: Owed, period: Period | None, maker: InstanceMaker) -> Iterator[_Block]:
    if isinstance(one, Work):
        yield from _work_blocks(one, period, maker)
        return
    for instance in maker.instances(one, period):
        bodies = instance.reporters if one.reporters else (None,)
        yield _report_block(instance, bodies)


def _report_block(instance: Instance, bodies: tuple[Party | None, ...]) -> _Block:
    told = instance.due
    doubts = (one.message for one in instance.findings if one.code in DOUBTFUL_DAY)
    remarks = (*doubts, *instance.notes)
    pattern = _pattern(EntryKind.REPORT, instance.name, instance.key, told, instance.receivers)
    pattern = evolve(pattern, notes=(*pattern.notes, *remarks), provisional=instance.provisional)
    return _Block(pattern, bodies, told, instance.findings)


def _work_blocks(work: Work, period: Period | None, maker: InstanceMaker) -> Iterator[_Block]:
    rows = [(EntryKind.TASK, work.task.text, work.task.id, work.task.deadline)]
    rows += [(EntryKind.MILESTONE, one.text, one.id, one.deadline) for one in work.task.milestones]
    for kind, text, key, deadline in rows:
        if deadline is None or isinstance(deadline, Standing):
            continue
        for told in maker.days(deadline, period):
            opened = maker.reporters.open(work.doers, told.day, work.receivers)
            pattern = _pattern(kind, text, Key(key or "", told.period), told, work.receivers)
            bodies = opened.parties or work.doers or (None,)
            yield _Block(pattern, bodies, told, opened.findings)


def _pattern(
    kind: EntryKind, text: str, key: Key, told: Due, receivers: tuple[Party, ...]
) -> Entry:
    return Entry(
        day=told.day,
        kind=kind,
        text=text,
        who=None,
        to=receivers,
        notes=told.notes if told.day else (told.trace,),
        provisional=told.provisional,
        key=key,
        last_working_day=told.last_working_day,
        hour=told.hour,
    )
