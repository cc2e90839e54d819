"""Thời hạn: when a thing is due, as the paper says it and as data.

A deadline is data, not a day: "trước ngày 01/4/2013", "trong 5 ngày làm việc kể từ …", "hằng
quý". Each kind carries the `phrase` it is printed with, where it is printed in a sentence.
"""

from __future__ import annotations

import calendar
import datetime
from enum import StrEnum
from typing import Annotated, TypeAlias

from attrs import field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.deadlines._values import clock, from_one, natural, start_or_event
from kehoach.terms import Term


@frozen
class Period:
    """Kỳ: a span of days, both ends included."""

    start: datetime.date = field(converter=plain_date)
    end: datetime.date = field(converter=plain_date)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            message = f"a period ends on or after its start; got {self.start} to {self.end}"
            raise ValueError(message)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Period:
        """The days from the first day of month `first` to the last day of month `last`."""
        end = calendar.monthrange(year, last)[1]
        return cls(datetime.date(year, first, 1), datetime.date(year, last, end))

    @classmethod
    def year(cls, year: int) -> Period:
        """Năm: 1 January to 31 December."""
        return cls.months(year, 1, 12)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """Sáu tháng đầu năm (1) hoặc cuối năm (2)."""
        return cls.months(year, 6 * half - 5, 6 * half)

    @classmethod
    def nine_months(cls, year: int) -> Period:
        """Chín tháng: January to September."""
        return cls.months(year, 1, 9)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Quý 1–4."""
        return cls.months(year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Tháng 1–12."""
        return cls.months(year, month, month)

    @classmethod
    def week(cls, day: datetime.date) -> Period:
        """Tuần: Monday to Sunday around the day."""
        monday = day - datetime.timedelta(days=day.weekday())
        return cls(monday, monday + datetime.timedelta(days=6))


class Unit(StrEnum):
    """Đơn vị của một thời hạn tính từ một mốc."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Stretch(StrEnum):
    """Đầu, giữa, cuối kỳ (Bộ luật Dân sự 2015, Điều 146)."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


class Every(StrEnum):
    """Chu kỳ lặp lại."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Số tháng của một kỳ; 0 for the week."""
        lengths = {"month": 1, "quarter": 3, "half": 6, "nine_months": 9, "year": 12}
        return lengths.get(self.value, 0)


@frozen
class Before:
    """Trước ngày: due before the day begins; read strictly, the day itself is late.

    With an `hour` ("16:00") it is due on the day itself, before that hour.
    """

    day: Annotated[datetime.date, Term("Trước ngày", key="before", tag=True)] = field(
        converter=plain_date
    )
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None
    hour: Annotated[str | None, Term("Giờ")] = field(default=None, converter=clock)


@frozen
class By:
    """Chậm nhất ngày, đến hết ngày: due by the end of the day, or by the `hour` ("16:00") of it."""

    day: Annotated[datetime.date, Term("Chậm nhất ngày", key="by", tag=True)] = field(
        converter=plain_date
    )
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None
    hour: Annotated[str | None, Term("Giờ")] = field(default=None, converter=clock)


@frozen
class Within:
    """Trong vòng N ngày kể từ: an amount of time after a day, or after an event not yet known.

    `after` is a day, or the event in words ("nhận được văn bản") while its day is unknown; a
    leading "ngày", "khi" is dropped from it. An amount of 0 days is "ngay khi". Raises
    :class:`ValueError` below 0.
    """

    amount: Annotated[int, Term("Trong vòng (số lượng)", key="within", tag=True)] = field(
        validator=natural
    )
    after: Annotated[datetime.date | str, Term("Kể từ ngày hoặc sự kiện")] = field(
        converter=start_or_event
    )
    unit: Annotated[Unit, Term("Đơn vị thời gian")] = Unit.WORKING_DAY
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None


@frozen
class Ahead:
    """Trước một mốc ít nhất N ngày: an amount of time ahead of a day, or of an event.

    `of` is written as `Within.after` is. An amount of 0 days is "trước khi". Raises
    :class:`ValueError` below 0.
    """

    amount: Annotated[int, Term("Trước ít nhất (số lượng)", key="ahead", tag=True)] = field(
        validator=natural
    )
    of: Annotated[datetime.date | str, Term("Trước ngày hoặc sự kiện")] = field(
        converter=start_or_event
    )
    unit: Annotated[Unit, Term("Đơn vị thời gian")] = Unit.WORKING_DAY
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None


@frozen
class In:
    """Trong kỳ: in a month, quarter, half or year, or at its begin, middle or end."""

    period: Annotated[Period, Term("Trong kỳ", key="in", tag=True)]
    stretch: Annotated[Stretch | None, Term("Đầu, giữa hoặc cuối kỳ")] = None
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None


@frozen
class Recurring:
    """Định kỳ: due once in every week, month, quarter, half or year.

    `day` is a day of the month (1–31, clamped to the month's end), or of the week (1 Monday … 7
    Sunday) for `Every.WEEK`; `month` counts within the period (1 the first, `None` the last; the
    number of the last month becomes `None`); `following` puts the day after the period's end
    (`None` is then the first month); `strict` reads "trước ngày"; `hour` is "16:00" where the paper
    gives one. `also` are further rhythms of the same rule ("định kỳ 6 tháng, năm"). Raises
    :class:`ValueError` for a day or month that no calendar has.
    """

    every: Annotated[Every, Term("Định kỳ hằng", key="every", tag=True)]
    day: Annotated[int | None, Term("Ngày trong tháng, hoặc thứ trong tuần")] = field(
        default=None, validator=from_one(31)
    )
    month: Annotated[int | None, Term("Tháng thứ mấy của kỳ")] = field(
        default=None, validator=from_one(12)
    )
    following: Annotated[bool, Term("Ngày thuộc kỳ sau")] = False
    strict: Annotated[bool, Term("Trước ngày (không kể ngày đó)")] = False
    hour: Annotated[str | None, Term("Giờ")] = field(default=None, converter=clock)
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None
    also: Annotated[tuple[Every, ...], Term("Và định kỳ hằng")] = field(
        default=(), converter=as_tuple
    )

    def __attrs_post_init__(self) -> None:
        if self.month == (1 if self.following else self.every.months):
            object.__setattr__(self, "month", None)


def _words(phrase: str | None) -> str | None:
    """The phrase; `standing: true` in a file names the kind alone."""
    return None if phrase in ("true", "True") else phrase


@frozen
class Standing:
    """Thường xuyên: a duty without a day, for as long as the plan runs."""

    phrase: Annotated[
        str | None, Term("Thường xuyên (cụm từ trong câu)", key="standing", tag=True)
    ] = field(converter=_words)


@frozen
class OnRequest:
    """Khi có yêu cầu: no day until a request, or another event named in the phrase, is recorded."""

    phrase: Annotated[
        str | None, Term("Khi có yêu cầu (cụm từ trong câu)", key="on_request", tag=True)
    ] = field(converter=_words)


@frozen
class Undated:
    """Không nêu ngày: "ngay", "theo tiến độ": words about time that name no day; ask for one."""

    phrase: Annotated[
        str | None, Term("Không nêu ngày (cụm từ trong câu)", key="undated", tag=True)
    ] = field(converter=_words)


Deadline: TypeAlias = Before | By | Within | Ahead | In | Recurring | Standing | OnRequest | Undated
