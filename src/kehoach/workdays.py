"""Ngày làm việc: weekends, public holidays, compensatory and swapped days, working Saturdays.

The calendar is that of the public service with its week of five days. Holidays follow article 112
of the Labour Code 2019 and its predecessors; a rest day that falls on a holiday is compensated on
the next working day (article 111, clause 3); the Prime Minister decides the days of Tết and of
National Day and swaps working days, year by year and often late. Decided days are therefore data
(`data/vietnam.toml`), to which a file of one's own may add; in other years from 1995 to 2100 the
days follow from rules and count as provisional. Before 02/10/1999 Saturday was a working day in
truth; this calendar keeps the week of five days throughout.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from pkgutil import get_data
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

from attrs import Factory, field, frozen

from kehoach.errors import InvalidCalendarFile, OutsideCalendar
from kehoach.vietnamese import weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable

Kind: TypeAlias = Literal["off", "work"]
Certainty: TypeAlias = Literal["certain", "likely", "provisional"]

FIRST_YEAR, LAST_YEAR = 1995, 2100
"""Khoảng năm: the years whose lunar dates are known to be right."""

_SATURDAY = 5
_FIRST_DECIDED = 2012
_CULTURE_DAY_SINCE = 2026


@frozen
class Decision:
    """Quyết định về một ngày: one day off, or one day at work, with its reason."""

    day: date
    kind: Kind
    label: str
    """What a reader is shown, in Vietnamese."""
    basis: str = ""
    """The law or decision, in Vietnamese."""
    published: date | None = None
    """The day the decision was made known."""
    certainty: Certainty = "certain"


@frozen
class Decisions:
    """Các quyết định: days, and the years of which they tell every day off."""

    days: tuple[Decision, ...]
    years: frozenset[int] = frozenset()


@frozen
class _Year:
    """One year, counted out: `before[i]` working days precede its i-th day, counted from 0."""

    first: int
    before: tuple[int, ...]
    working: tuple[date, ...]
    decided: dict[date, Decision]


class _Years(dict[int, _Year]):
    """The years counted so far; a missing one is counted when it is asked for."""

    def __init__(self, decisions: Decisions) -> None:
        super().__init__()
        self._decisions = decisions

    def __missing__(self, year: int) -> _Year:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise OutsideCalendar(year, FIRST_YEAR, LAST_YEAR)
        counted = self[year] = _counted(year, self._decisions)
        return counted

    def __reduce__(self) -> tuple[type[_Years], tuple[Decisions]]:
        return _Years, (self._decisions,)


@frozen
class WorkCalendar:
    """Lịch làm việc: which days are working days, and arithmetic with them.

    Make one with :func:`vietnam`. Every method raises :class:`~kehoach.errors.OutsideCalendar`
    outside 1995 … 2100, and :class:`TypeError` for a `datetime`, which is not a day.
    """

    decisions: Decisions
    _years: _Years = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: _Years(self.decisions), takes_self=True),
    )

    def is_working(self, day: date) -> bool:
        """Có phải ngày làm việc: whether the offices work on the day."""
        year, index = self._place(day)
        return year.before[index + 1] > year.before[index]

    def why(self, day: date) -> str:
        """Lý do: why the day is off, or why a weekend day is worked; "" for an ordinary day."""
        year, _ = self._place(day)
        if decision := year.decided.get(day):
            return decision.label + (" (dự kiến)" if decision.certainty == "provisional" else "")
        return weekday_name(day) if day.weekday() >= _SATURDAY else ""

    def next_working(self, day: date) -> date:
        """Ngày làm việc kế tiếp: the day itself if worked, else the first working day after it.

        So ends a period whose last day is off (Civil Code 2015, article 148, clause 5).
        """
        year, index = self._place(day)
        return self._nth(year, day.year, year.before[index])

    def previous_working(self, day: date) -> date:
        """Ngày làm việc liền trước: the day itself if worked, else the last working day before."""
        year, index = self._place(day)
        return self._nth(year, day.year, year.before[index + 1] - 1)

    def add(self, day: date, n: int) -> date:
        """Cộng ngày làm việc: the n-th working day after the day, before it for a negative n.

        The day itself is not counted (Civil Code 2015, article 147, clause 2). Raises
        :class:`ValueError` for 0, which says neither direction.
        """
        year, index = self._place(day)
        if n > 0:
            position = year.before[index + 1] + n - 1
        elif n < 0:
            position = year.before[index] + n
        else:
            msg = "expected a number of working days other than 0; to roll, use next_working"
            raise ValueError(msg)
        if 0 <= position < len(year.working):
            return year.working[position]
        return self._nth(year, day.year, position)

    def between(self, first: date, last: date) -> int:
        """Số ngày làm việc: working days from the first to the last day, both counted.

        Raises :class:`ValueError` if the last day is before the first.
        """
        if last < first:
            msg = f"expected a last day not before the first, got {first} and {last}"
            raise ValueError(msg)
        start, start_index = self._place(first)
        end, end_index = self._place(last)
        whole = sum(len(self._years[year].working) for year in range(first.year, last.year))
        return whole + end.before[end_index + 1] - start.before[start_index]

    def provisional(self, year_or_day: int | date) -> bool:
        """Dự kiến: whether days of the year are still to be decided, or follow from rules only."""
        year = year_or_day.year if isinstance(year_or_day, date) else year_or_day
        decided = self._years[year].decided.values()
        return year not in self.decisions.years or any(
            decision.certainty == "provisional" for decision in decided
        )

    def days_off(self, year: int) -> tuple[Decision, ...]:
        """Các ngày nghỉ: the weekdays off of the year, in order."""
        decided = self._years[year].decided.values()
        return tuple(one for one in decided if one.kind == "off" and one.day.weekday() < _SATURDAY)

    def working_weekends(self, year: int) -> tuple[Decision, ...]:
        """Các ngày làm bù: the Saturdays and Sundays at work of the year, in order."""
        decided = self._years[year].decided.values()
        return tuple(
            one for one in decided if one.kind == "work" and one.day.weekday() >= _SATURDAY
        )

    def _place(self, day: date) -> tuple[_Year, int]:
        if isinstance(day, datetime):
            raise _not_a_day(day)
        year = self._years[day.year]
        return year, day.toordinal() - year.first

    def _nth(self, year: _Year, number: int, position: int) -> date:
        """The working day at a position counted from the start of a year, in any year."""
        while position < 0:
            number -= 1
            year = self._years[number]
            position += len(year.working)
        while position >= len(year.working):
            position -= len(year.working)
            number += 1
            year = self._years[number]
        return year.working[position]


def vietnam(extra: Path | Decisions | tuple[Decision, ...] = ()) -> WorkCalendar:
    """Lịch làm việc Việt Nam: the bundled decisions, with those of `extra` added.

    A day of `extra` overrides the bundled one; a year that `extra` lists wholly replaces the
    bundled year. Raises :class:`~kehoach.errors.InvalidCalendarFile` for a faulty file and
    :class:`OSError` for one that cannot be read.
    """
    if extra == ():
        return _bundled_calendar()
    if isinstance(extra, Path):
        extra = load_decisions(extra)
    elif isinstance(extra, tuple):
        extra = Decisions(extra)
    bundled = _bundled_calendar().decisions
    kept = (one for one in bundled.days if one.day.year not in extra.years)
    days = {one.day: one for one in (*kept, *extra.days)}
    ordered = tuple(days[day] for day in sorted(days))
    return WorkCalendar(Decisions(ordered, bundled.years | extra.years))


def load_decisions(path: Path) -> Decisions:
    """Đọc tệp lịch: the decisions of a TOML file, written as the bundled `data/vietnam.toml` is.

    `years` lists the years that the file tells wholly; each entry of `day` has `date`, `kind`
    ("off" or "work") and `label`, and may have `basis`, `published` and `certainty`. Raises
    :class:`~kehoach.errors.InvalidCalendarFile` naming the faulty entry.
    """
    return _decisions(str(path), path.read_bytes())


@cache
def _bundled_calendar() -> WorkCalendar:
    content = cast("bytes", get_data("kehoach", "data/vietnam.toml"))
    return WorkCalendar(_decisions("data/vietnam.toml", content))


def _decisions(source: str, content: bytes) -> Decisions:
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:  # both of the encoding and of TOML
        raise InvalidCalendarFile(source, "file", f"expected TOML in UTF-8: {error}") from error
    if unknown := sorted(table.keys() - {"years", "day"}):
        raise InvalidCalendarFile(source, unknown[0], "expected only 'years' and 'day'")
    years, entries = table.get("years", []), table.get("day", [])
    if not (isinstance(years, list) and all(map(_is_year, years))):
        reason = f"expected a list of years from {FIRST_YEAR} to {LAST_YEAR}, got {years!r}"
        raise InvalidCalendarFile(source, "years", reason)
    if not isinstance(entries, list):
        raise InvalidCalendarFile(source, "day", f"expected a list of days, got {entries!r}")
    days: dict[date, Decision] = {}
    for index, entry in enumerate(entries):
        where = f"day[{index}]"
        decision = _decision(source, where, entry)
        if decision.day in days:
            raise InvalidCalendarFile(source, where, f"{decision.day} is listed twice")
        days[decision.day] = decision
    return Decisions(tuple(days[day] for day in sorted(days)), frozenset(years))


def _decision(source: str, where: str, entry: object) -> Decision:
    if not isinstance(entry, dict):
        raise InvalidCalendarFile(source, where, f"expected a table, got {entry!r}")
    for name in ("date", "kind", "label"):
        if name not in entry:
            raise InvalidCalendarFile(source, f"{where}.{name}", "required, but missing")
    for name, value in entry.items():
        if name not in _EXPECTED:
            reason = f"unknown; known are {', '.join(_EXPECTED)}"
            raise InvalidCalendarFile(source, f"{where}.{name}", reason)
        expected, fits = _EXPECTED[name]
        if not fits(value):
            reason = f"expected {expected}, got {value!r}"
            raise InvalidCalendarFile(source, f"{where}.{name}", reason)
    return Decision(entry["date"], **{name: entry[name] for name in entry if name != "date"})


def _is_date(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and _is_date(value) and _is_year(value.year)


def _is_year(value: object) -> bool:
    return type(value) is int and FIRST_YEAR <= value <= LAST_YEAR


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_EXPECTED: dict[str, tuple[str, Callable[[object], bool]]] = {
    "date": (f"a date from {FIRST_YEAR} to {LAST_YEAR}, like 2026-01-02", _is_day),
    "kind": (f"one of {', '.join(get_args(Kind))}", get_args(Kind).__contains__),
    "label": ("a text", _is_text),
    "basis": ("a text", _is_text),
    "published": ("a date, like 2025-12-25", _is_date),
    "certainty": (f"one of {', '.join(get_args(Certainty))}", get_args(Certainty).__contains__),
}


def _counted(year: int, decisions: Decisions) -> _Year:
    rules = () if year in decisions.years else _by_rule(year)
    listed = (one for one in decisions.days if one.day.year == year)
    decided = {one.day: one for one in (*rules, *listed)}
    first = date(year, 1, 1)
    length = date(year, 12, 31).toordinal() - first.toordinal() + 1
    days = [first + timedelta(days=index) for index in range(length)]
    works = [
        decided[day].kind == "work" if day in decided else day.weekday() < _SATURDAY for day in days
    ]
    return _Year(
        first=first.toordinal(),
        before=tuple(accumulate(works, initial=0)),
        working=tuple(day for day, worked in zip(days, works, strict=True) if worked),
        decided=dict(sorted(decided.items())),
    )


def _by_rule(year: int) -> tuple[Decision, ...]:
    """The days of a year without decisions: the dates of `holidays`, under our own names."""
    import holidays  # noqa: PLC0415 - costs more than all else here, and is seldom needed

    known = holidays.country_holidays("VN", years=(year, year + 1))
    off = {day for day in known if day.year == year and day.weekday() < _SATURDAY}
    if year >= _CULTURE_DAY_SINCE:
        off.add(_rolled(date(year, 11, 24)))
    work = {day for day in known.weekend_workdays if day.year == year}
    certainty: Certainty = "likely" if year < _FIRST_DECIDED else "provisional"
    return (
        *(Decision(day, "off", _rule_label(day), certainty=certainty) for day in off),
        *(Decision(day, "work", "Làm bù", certainty=certainty) for day in work),
    )


def _rolled(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def _rule_label(day: date) -> str:
    """A name by the season: the package's own names are wrong in places."""
    seasons = (
        ((1, 1), (1, 4), "Nghỉ Tết Dương lịch"),
        ((1, 18), (3, 10), "Nghỉ Tết Nguyên đán"),
        ((3, 28), (4, 29), "Nghỉ Giỗ Tổ Hùng Vương"),
        ((4, 30), (5, 6), "Nghỉ Ngày Chiến thắng và Ngày Quốc tế Lao động"),
        ((8, 30), (9, 6), "Nghỉ Quốc khánh"),
        ((11, 24), (11, 26), "Nghỉ Ngày Văn hóa Việt Nam"),
    )
    for first, last, label in seasons:
        if first <= (day.month, day.day) <= last:
            return label
    return "Nghỉ hoán đổi"


def _not_a_day(moment: datetime) -> TypeError:
    return TypeError(f"expected a date, got the datetime {moment!r}; take its .date()")
