"""Quy định chu kỳ báo cáo: dated rules on when the data of a report stop, and cascades of due days.

Before 12/3/2019 each plan said how it was; since then Nghị định 09/2019/NĐ-CP has data run from the
15th to the 14th (article 12). Rules and cascades are data (`cycle-rules.toml`, `cascades.toml`); a
rule of one's own, a later one too, is a value like them.
"""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from attrs import evolve, field, frozen

from kehoach.converters import as_tuple
from kehoach.deadlines import STANDARD, Due, Every, Period, Recurring, Settings, occurrences
from kehoach.deadlines.calendar_days import clamped
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from kehoach.workdays import WorkCalendar

Certainty: TypeAlias = Literal["certain", "likely", "uncertain"]


@frozen
class CutOff:
    """Thời gian chốt số liệu: from which day to which day a report of one rhythm counts.

    Days are those of the month, past its end the last; `first_shift` and `last_shift` are months
    from the first and the last month of the period. Of a week they are days of the week (1 Monday)
    and weeks. So 15 and −1 to 14 is from the 15th of the month before to the 14th.
    """

    every: Every
    first_day: int
    last_day: int
    first_shift: int = 0
    last_shift: int = 0

    def data(self, period: Period) -> Period:
        """Khoảng số liệu của một kỳ, both days included."""
        start, end = period.start, period.end
        if self.every is Every.WEEK:
            return Period(
                _weekday(start, self.first_day, self.first_shift),
                _weekday(start, self.last_day, self.last_shift),
            )
        return Period(
            clamped(start.year, start.month + self.first_shift, self.first_day),
            clamped(end.year, end.month + self.last_shift, self.last_day),
        )


def _weekday(monday: datetime.date, day: int, weeks: int) -> datetime.date:
    return monday + datetime.timedelta(days=day - 1, weeks=weeks)


@frozen
class CycleRule:
    """Quy định chu kỳ: cut-offs for periods that end from `since` to `until`.

    A period that ends after `confirmed_until` is marked provisional: whether the rule still stands
    then is not known. `least_working_days` must lie between the end of the data and the due day,
    by `floor_basis`.
    """

    key: str
    title: str
    basis: str
    cut_offs: tuple[CutOff, ...] = field(converter=as_tuple)
    since: datetime.date | None = None
    until: datetime.date | None = None
    confirmed_until: datetime.date | None = None
    least_working_days: int = 0
    floor_basis: str = ""
    certainty: Certainty = "certain"

    def in_force(self, on: datetime.date) -> bool:
        """Có hiệu lực trong ngày: whether the rule is for periods that end on the day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def confirmed(self, on: datetime.date) -> bool:
        """Đã xác nhận: whether the rule is known to stand on the day."""
        return self.confirmed_until is None or on <= self.confirmed_until

    def cut_off(self, every: Every) -> CutOff | None:
        """Thời gian chốt số liệu của một chu kỳ, or `None` where the rule has none."""
        return next((one for one in self.cut_offs if one.every is every), None)

    def data(self, every: Every | None, period: Period) -> Period | None:
        """Khoảng số liệu của một kỳ, or `None` where the rule has no cut-off for it."""
        cut_off = self.cut_off(every) if every else None
        return cut_off.data(period) if cut_off else None

    def configured(self, *cut_offs: CutOff) -> CycleRule:
        """Quy định riêng: the rule with other cut-offs for some rhythms, as the paper sets them."""
        changed = {one.every for one in cut_offs}
        kept = (one for one in self.cut_offs if one.every not in changed)
        return evolve(self, cut_offs=(*kept, *cut_offs))


@frozen
class Step:
    """Một tầng gửi báo cáo: from whom to whom, and by when.

    Either a day of each rhythm, or so many working days after the end of the data.
    """

    sender: str
    receiver: str
    dues: tuple[Recurring, ...] = field(default=(), converter=as_tuple)
    working_days_after: int | None = None

    def due(
        self,
        every: Every,
        period: Period,
        data: Period | None,
        calendar: WorkCalendar,
        settings: Settings = STANDARD,
    ) -> Due | None:
        """Hạn gửi của tầng này cho một kỳ, or `None` where it has none for the rhythm."""
        if self.working_days_after and data:
            after = self.working_days_after
            day = calendar.add(data.end, after)
            trace = f"{after:02d} ngày làm việc sau khi chốt số liệu {short_date(data.end)}"
            return Due(day, trace, day, calendar.provisional(day), period)
        rule = next((one for one in self.dues if one.every is every), None)
        return occurrences(rule, period, calendar, settings)[0] if rule else None


@frozen
class Cascade:
    """Các tầng gửi báo cáo của một hệ thống, the lowest level first."""

    key: str
    title: str
    basis: str
    steps: tuple[Step, ...] = field(converter=as_tuple)
    cut_offs: tuple[CutOff, ...] = field(default=(), converter=as_tuple)
    certainty: Certainty = "certain"

    def dues(
        self,
        every: Every,
        period: Period,
        calendar: WorkCalendar,
        settings: Settings = STANDARD,
    ) -> tuple[Due | None, ...]:
        """Hạn gửi của từng tầng cho một kỳ, under the rule of that time."""
        data = cycle_rule_on(period.end).configured(*self.cut_offs).data(every, period)
        return tuple(step.due(every, period, data, calendar, settings) for step in self.steps)


@cache
def cycle_rules() -> tuple[CycleRule, ...]:
    """Các quy định chu kỳ có sẵn, the oldest first."""
    tables = _tables("cycle-rules.toml")["rule"]
    return tuple(CycleRule(cut_offs=_cut_offs(table), **table) for table in tables)


@cache
def cascades() -> tuple[Cascade, ...]:
    """Các tầng gửi báo cáo có sẵn."""
    return tuple(
        Cascade(cut_offs=_cut_offs(table), steps=map(_step, table.pop("step")), **table)
        for table in _tables("cascades.toml")["cascade"]
    )


def cycle_rule_on(day: datetime.date, rules: tuple[CycleRule, ...] | None = None) -> CycleRule:
    """Quy định chu kỳ trong ngày: of those in force the one that came last.

    Raises :class:`LookupError` where none of the rules is in force.
    """
    known = cycle_rules() if rules is None else rules
    standing = [rule for rule in known if rule.in_force(day)]
    if not standing:
        raise LookupError(f"no cycle rule is in force on {day}; known: {[r.key for r in known]}")
    return max(standing, key=lambda rule: rule.since or datetime.date.min)


def cascade(key: str) -> Cascade:
    """Các tầng gửi báo cáo theo khóa; raises :class:`LookupError` for an unknown key."""
    for one in cascades():
        if one.key == key:
            return one
    raise LookupError(f"no cascade {key!r}; known: {', '.join(one.key for one in cascades())}")


def _tables(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(cast("bytes", get_data("kehoach.cycles", name)).decode())


def _cut_offs(table: dict[str, Any]) -> tuple[CutOff, ...]:
    rows = table.pop("cut_off", ())
    return tuple(CutOff(**{**row, "every": Every(row["every"])}) for row in rows)


def _step(table: dict[str, Any]) -> Step:
    rows = table.pop("due", ())
    dues = (Recurring(**{**row, "every": Every(row["every"])}) for row in rows)
    return Step(dues=tuple(dues), **table)
