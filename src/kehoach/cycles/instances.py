"""Kỳ báo cáo: a reporting duty and the rules of cycles give its reports, one by one.

An instance is computed, never stored: the key (duty, period) names it, and asking twice gives the
same instances.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.cycles.reporters import Reporters, distinct
from kehoach.cycles.rules import CycleRule, Step, cycle_rule_on
from kehoach.deadlines import (
    STANDARD,
    Deadline,
    Due,
    Every,
    Period,
    Recurring,
    Settings,
    due,
    occurrences,
    period_words,
    rhythm_periods,
    sub_periods,
)
from kehoach.findings import Finding, Severity
from kehoach.plan import Party, ReportDue, ReportingDuty
from kehoach.vietnamese import fold, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.organizations import Directory
    from kehoach.workdays import WorkCalendar

DOUBTFUL_DAY = ("cycle.due-before-cut-off", "cycle.too-soon")
"""Mã các phát hiện về hạn gửi: findings that a calendar shows beside the day."""

_SLUG_LENGTH = 60


@frozen
class Key:
    """Khóa của một kỳ: the duty (its id, or words of it) and the period that the report covers."""

    duty: str
    period: Period | None = None

    @property
    def text(self) -> str:
        """The key as one word, like `G2@2013-01-01..2013-06-30`."""
        return f"{self.duty}@{self.period.start}..{self.period.end}" if self.period else self.duty


@frozen
class Instance:
    """Một kỳ báo cáo: what is reported, from which data, by when, by whom and to whom.

    `name` uses the calendar's words ("6 tháng đầu năm 2026") also where `data` stop earlier; `data`
    is `None` where no rule tells it. `due.day` is `None` where the plan names no day. `reporters`
    are opened, without receivers and consolidator. `rule` is the key of the cycle rule.
    `provisional` says that holidays or the rule itself are not settled for that time; `notes` tell
    why, and the days of the data. `findings` are doubts about the due day (one before the end of
    the data is warned of, never refused) and about the reporters.
    """

    key: Key
    name: str
    due: Due
    data: Period | None
    reporters: tuple[Party, ...]
    receivers: tuple[Party, ...]
    consolidator: Party | None
    rule: str
    provisional: bool
    notes: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def period(self) -> Period | None:
        """Kỳ báo cáo."""
        return self.key.period

    @property
    def cut_off(self) -> datetime.date | None:
        """Thời điểm chốt số liệu: the last day of the data."""
        return self.data.end if self.data else None


@frozen
class CycleSettings:
    """Điều kiện tính kỳ báo cáo và lịch.

    `reading` says how deadlines are read; `rules` are the cycle rules (`None`: those that come with
    the library); `step` gives the due day of a rhythm for which the plan names none; `events` are
    the recorded days of events ("nhận được văn bản").
    """

    reading: Settings = STANDARD
    rules: tuple[CycleRule, ...] | None = None
    step: Step | None = None
    events: Mapping[str, datetime.date] = MappingProxyType({})


USUAL = CycleSettings()
"""Điều kiện mặc định."""


def instances(
    duty: ReportingDuty,
    period: Period,
    calendar: WorkCalendar,
    directory: Directory | None = None,
    settings: CycleSettings = USUAL,
) -> tuple[Instance, ...]:
    """Các kỳ báo cáo của một chế độ báo cáo trong một kỳ, in the order of the duty.

    First the reports that the duty names one by one, then those of its cycle. Groups of reporters
    are opened by the directory as of the due day; without a directory each name is one reporter.
    Raises :class:`~kehoach.errors.OutsideCalendar` for a day outside the calendar's years.
    """
    return tuple(InstanceMaker(calendar, Reporters(directory), settings).instances(duty, period))


class InstanceMaker:
    """Bộ tính kỳ báo cáo: one calendar, one opening of groups, one setting for many duties."""

    def __init__(
        self, calendar: WorkCalendar, reporters: Reporters, settings: CycleSettings
    ) -> None:
        self.calendar, self.reporters, self.settings = calendar, reporters, settings

    def instances(self, duty: ReportingDuty, period: Period | None) -> Iterator[Instance]:
        """The instances of one duty; what recurs has no day where the period is not known."""
        for report in duty.dues:
            yield from self._named(duty, report, period)
        if duty.cycle:
            name = duty.name or "báo cáo"
            yield from self._cyclic(duty, name, duty_key(duty), duty.cycle, period)

    def days(self, deadline: Deadline | None, period: Period | None) -> tuple[Due, ...]:
        """The due days of a deadline: one for each sub-period where it recurs, else just one."""
        if isinstance(deadline, Recurring) and period:
            return occurrences(deadline, period, self.calendar, self.settings.reading)
        return (due(deadline, self.calendar, self.settings.reading, self.settings.events),)

    def _named(
        self, duty: ReportingDuty, report: ReportDue, period: Period | None
    ) -> Iterator[Instance]:
        key = duty_key(duty, report)
        if isinstance(report.deadline, Recurring):
            yield from self._cyclic(duty, report.name, key, report.deadline, period)
            return
        (told,) = self.days(report.deadline, period)
        every = rhythm_of(report.period) if report.period else None
        yield self._instance(duty, Key(key, report.period), report.name, told, every)

    def _cyclic(
        self, duty: ReportingDuty, name: str, key: str, rule: Recurring, period: Period | None
    ) -> Iterator[Instance]:
        if period is None:
            (told,) = self.days(rule, period)
            yield self._instance(duty, Key(key), name, told, None)
            return
        days = self.days(rule, period) if rule.day else ()
        for index, (every, part) in enumerate(rhythm_periods(rule, period)):
            told = days[index] if days else self._due_by_step(every, part)
            yield self._instance(duty, Key(key, part), _full_name(name, part), told, every)

    def _due_by_step(self, every: Every, part: Period) -> Due:
        step, told = self.settings.step, None
        if step:
            data = self._rule(part).data(every, part)
            told = step.due(every, part, data, self.calendar, self.settings.reading)
        return told or Due(None, "kế hoạch không nêu hạn gửi", period=part)

    def _rule(self, period: Period) -> CycleRule:
        return cycle_rule_on(period.end, self.settings.rules)

    def _instance(
        self, duty: ReportingDuty, key: Key, name: str, told: Due, every: Every | None
    ) -> Instance:
        rule = self._rule(key.period) if key.period else None
        data = rule.data(every, key.period) if rule and key.period else None
        unsure = bool(rule and key.period and not rule.confirmed(key.period.end))
        on = told.day or (key.period.end if key.period else None)
        left_out = distinct((*duty.receivers, duty.consolidator))
        opened = self.reporters.open(duty.reporters, on, left_out)
        return Instance(
            key=key,
            name=name,
            due=told,
            data=data,
            reporters=opened.parties,
            receivers=duty.receivers,
            consolidator=duty.consolidator,
            rule=rule.key if rule else "",
            provisional=told.provisional or unsure,
            notes=(*_data_notes(data), *_rule_notes(rule, unsure=unsure)),
            findings=(*_findings(name, told, data, rule, self.calendar), *opened.findings),
        )


def duty_key(duty: ReportingDuty, report: ReportDue | None = None) -> str:
    """Khóa của một chế độ báo cáo: its id, or that of the report, or words of them."""
    if report is not None and report.id:
        return report.id
    own = duty.id or slug(duty.name or duty.text)
    return f"{own}/{slug(report.name)}" if report is not None else own


def rhythm_of(period: Period) -> Every | None:
    """Chu kỳ của một kỳ: which rhythm's calendar period it is, or `None`."""
    return next((every for every in Every if sub_periods(every, period) == (period,)), None)


def _full_name(name: str, period: Period) -> str:
    """The name with its period, no word twice: "Báo cáo quý" and "quý II/2026" share one."""
    own, added = name.split(), period_words(period).split()
    for shared in range(min(len(own), len(added)), 0, -1):
        last = [word.lower().lstrip("0") for word in own[-shared:]]
        if last == added[:shared]:
            return " ".join((*own[:-shared], *added))
    return " ".join((*own, *added))


def slug(text: str) -> str:
    """Chữ làm khóa: the first letters of a text, without marks, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:_SLUG_LENGTH].strip("-")


def _data_notes(data: Period | None) -> Iterator[str]:
    if data:
        yield f"số liệu từ {short_date(data.start)} đến {short_date(data.end)}"


def _rule_notes(rule: CycleRule | None, *, unsure: bool) -> Iterator[str]:
    if rule and rule.confirmed_until and unsure:
        yield (
            f"dự kiến: chưa xác nhận {rule.basis} còn áp dụng"
            f" sau ngày {short_date(rule.confirmed_until)}"
        )


def _findings(
    name: str, told: Due, data: Period | None, rule: CycleRule | None, calendar: WorkCalendar
) -> Iterator[Finding]:
    if told.day is None:
        yield Finding(
            "cycle.no-due-day",
            Severity.INFO,
            f"chưa có ngày gửi: {told.trace}",
            place=name,
            advice="ghi hạn gửi, hoặc ghi nhận sự kiện",
        )
    elif data and told.day < data.end:
        yield Finding(
            "cycle.due-before-cut-off",
            Severity.WARNING,
            f"hạn gửi {short_date(told.day)} trước khi chốt số liệu {short_date(data.end)}",
            place=name,
            advice="nêu rõ thời điểm chốt số liệu, hoặc lấy số ước cả kỳ",
        )
    elif data and rule and rule.least_working_days:
        least = rule.least_working_days
        if told.day < calendar.add(data.end, least):
            yield Finding(
                "cycle.too-soon",
                Severity.WARNING,
                f"hạn gửi {short_date(told.day)} chưa đủ {least:02d} ngày làm việc sau khi chốt"
                f" số liệu {short_date(data.end)}",
                place=name,
                clause=rule.floor_basis,
            )
