"""Hypothesis strategies for deadlines of which every field is said by their words."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from kehoach.deadlines import (
    Ahead,
    Before,
    By,
    Deadline,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Standing,
    Stretch,
    Undated,
    Unit,
    Within,
)

EVENTS = (
    "nhận được văn bản",
    "Kế hoạch này được ban hành",
    "cuộc họp",
    "khai mạc hội nghị",
    "hội nghị tổng kết",
    "ngày làm việc đầu tiên của tháng",
)
HOURS = ("08:00", "16:00", "16:30", "23:59")


def days() -> st.SearchStrategy[datetime.date]:
    return st.dates(datetime.date(1995, 1, 1), datetime.date(2100, 12, 31))


def periods() -> st.SearchStrategy[Period]:
    years = st.integers(1995, 2100)
    return st.one_of(
        st.builds(Period.year, years),
        st.builds(Period.nine_months, years),
        st.builds(Period.half, years, st.integers(1, 2)),
        st.builds(Period.quarter, years, st.integers(1, 4)),
        st.builds(Period.month, years, st.integers(1, 12)),
        st.builds(Period.week, days()),
        st.tuples(years, years).map(
            lambda two: Period(datetime.date(min(two), 1, 1), datetime.date(max(two), 12, 31))
        ),
        st.tuples(days(), days()).map(lambda two: Period(min(two), max(two))),
    )


@st.composite
def recurrences(draw: st.DrawFn) -> Recurring:
    """Rules of which every field is said by the words."""
    every = draw(st.sampled_from(Every))
    others = [one for one in Every if one is not every]
    also = draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
    if Every.WEEK in (every, *also) or draw(st.booleans()):
        if every is not Every.WEEK or also or draw(st.booleans()):
            return Recurring(every, also=also)
        number, month = draw(st.integers(1, 7)), None
    else:
        number = draw(st.integers(1, 31))
        month = draw(st.none() | st.integers(1, every.months))
    following = draw(st.booleans())
    if every is Every.MONTH and following:
        month = None
    return Recurring(
        every,
        number,
        month,
        following=following,
        strict=draw(st.booleans()),
        hour=draw(st.none() | st.sampled_from(HOURS)),
        also=also,
    )


def deadlines() -> st.SearchStrategy[Deadline]:
    hour = st.none() | st.sampled_from(HOURS)
    moment: st.SearchStrategy[datetime.date | str] = days() | st.sampled_from(EVENTS)
    return st.one_of(
        st.builds(Before, day=days(), hour=hour),
        st.builds(By, day=days(), hour=hour),
        st.builds(Within, st.integers(0, 1200), moment, st.sampled_from(Unit)),
        st.builds(Ahead, st.integers(0, 1200), moment, st.sampled_from(Unit)),
        st.builds(In, periods(), st.none() | st.sampled_from(Stretch)),
        recurrences(),
        st.sampled_from((Standing(None), OnRequest(None), Undated(None))),
    )
