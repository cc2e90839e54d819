"""From a deadline to its day: the vectors of the field, the readings, and the traces."""

from __future__ import annotations

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.deadlines import (
    Ahead,
    Before,
    By,
    Due,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Settings,
    Standing,
    Stretch,
    Undated,
    Unit,
    Within,
    due,
)
from kehoach.errors import OutsideCalendar
from kehoach.workdays import vietnam
from tests.deadline_strategies import deadlines

VIETNAM = vietnam()
INCLUSIVE = Settings(before_excludes_day=False)
ROLLING = Settings(fixed_days_roll=True)


def day_of(deadline, settings=None, events=None) -> date | None:
    return due(deadline, VIETNAM, settings or Settings(), events or {}).day


def test_before_a_day_ends_with_the_day_before():
    told = due(Before(date(2013, 4, 1), "trước ngày 01/4/2013"), VIETNAM)

    assert told == Due(
        day=date(2013, 3, 31),
        trace=(
            "trước ngày 01/4/2013 → hết Chủ nhật 31/3; ngày làm việc cuối: thứ Sáu 29/3;"
            " ngày làm việc kế tiếp: thứ Hai 01/4;"
            " cách đọc: không kể ngày 01/4, ngày ấn định không chuyển"
        ),
        last_working_day=date(2013, 3, 29),
        notes=(
            "ngày làm việc cuối: thứ Sáu 29/3",
            "ngày làm việc kế tiếp: thứ Hai 01/4",
            "cách đọc: không kể ngày 01/4, ngày ấn định không chuyển",
        ),
    )


def test_eight_working_days_remain_from_the_founding_plan_to_its_first_deadline():
    last = due(Before(date(2013, 4, 1)), VIETNAM).last_working_day

    assert last is not None
    assert VIETNAM.between(date(2013, 3, 20), last) == 8


def test_before_may_be_read_as_up_to_the_day_and_the_trace_says_so():
    told = due(Before(date(2013, 4, 1)), VIETNAM, INCLUSIVE)

    assert told.day == told.last_working_day == date(2013, 4, 1)
    assert told.trace == ("trước ngày 01/4/2013 → hết thứ Hai 01/4; cách đọc: kể cả ngày 01/4")


def test_a_fixed_day_off_stays_and_both_neighbours_are_told():
    told = due(By(date(2013, 3, 31)), VIETNAM)

    assert (told.day, told.last_working_day) == (date(2013, 3, 31), date(2013, 3, 29))
    assert "ngày làm việc cuối: thứ Sáu 29/3; ngày làm việc kế tiếp: thứ Hai 01/4" in told.trace
    assert told.trace.endswith("cách đọc: ngày ấn định không chuyển")


def test_a_fixed_day_off_moves_on_where_so_read():
    told = due(By(date(2013, 3, 31)), VIETNAM, ROLLING)

    assert told.day == told.last_working_day == date(2013, 4, 1)
    assert told.trace.endswith("cách đọc: ngày ấn định chuyển")


@pytest.mark.parametrize("settings", [Settings(), INCLUSIVE, ROLLING])
def test_a_working_day_needs_no_reading(settings):
    told = due(By(date(2013, 7, 10), "(10/7/2013)"), VIETNAM, settings)

    assert told.trace == "(10/7/2013) → hết thứ Tư 10/7"
    assert told.day == told.last_working_day == date(2013, 7, 10)


def test_a_holiday_is_named_in_the_trace():
    assert "thứ Hai 11/02 (Nghỉ Tết Nguyên đán)" in due(By(date(2013, 2, 11)), VIETNAM).trace


def test_an_hour_makes_the_named_day_the_last_also_after_before():
    told = due(Before(date(2026, 6, 30), hour="16:30"), VIETNAM)

    assert (told.day, told.hour) == (date(2026, 6, 30), "16:30")
    assert told.trace == "trước 16 giờ 30 ngày 30/6/2026 → 16 giờ 30, thứ Ba 30/6"


@pytest.mark.parametrize(
    ("n", "start", "expected"),
    [
        (5, date(2012, 12, 27), date(2013, 1, 5)),
        (3, date(2013, 2, 6), date(2013, 2, 18)),
        (3, date(2013, 4, 26), date(2013, 5, 4)),
        (3, date(2025, 4, 24), date(2025, 4, 28)),
        (2, date(2025, 12, 31), date(2026, 1, 6)),
        (2, date(2026, 2, 12), date(2026, 2, 23)),
        (3, date(2026, 8, 20), date(2026, 8, 24)),
        (2, date(2026, 11, 20), date(2026, 11, 25)),
        (2, date(2026, 12, 14), date(2026, 12, 16)),
    ],
)
def test_working_days_count_from_the_day_after(n, start, expected):
    assert day_of(Within(n, start)) == expected


@pytest.mark.parametrize(
    ("n", "start", "expected"),
    [
        (10, date(2013, 2, 1), date(2013, 2, 18)),
        (10, date(2013, 4, 19), date(2013, 5, 2)),
        (30, date(2013, 3, 1), date(2013, 4, 1)),
        (10, date(2026, 11, 14), date(2026, 11, 25)),
        (10, date(2013, 3, 19), date(2013, 3, 29)),
    ],
)
def test_calendar_days_roll_to_the_next_working_day(n, start, expected):
    assert day_of(Within(n, start, Unit.DAY)) == expected


def test_the_trace_of_a_rolled_period_cites_the_code_in_force():
    old = due(Within(10, date(2013, 2, 1), Unit.DAY), VIETNAM).trace
    new = due(Within(10, date(2026, 11, 14), Unit.DAY), VIETNAM).trace

    assert old == (
        "trong 10 ngày kể từ ngày 01/02/2013 → thứ Hai 11/02 (Nghỉ Tết Nguyên đán)"
        "; ngày làm việc kế tiếp: thứ Hai 18/02 (Bộ luật Dân sự 2005, Điều 153 khoản 5)"
    )
    assert new.endswith("thứ Tư 25/11 (Bộ luật Dân sự 2015, Điều 148 khoản 5)")


@pytest.mark.parametrize(
    ("begun", "law"),
    [
        (date(2016, 12, 31), "Bộ luật Dân sự 2005, Điều 153 khoản 5"),
        (date(2017, 1, 1), "Bộ luật Dân sự 2015, Điều 148 khoản 5"),
        (date(2005, 12, 31), "Bộ luật Dân sự 1995"),
    ],
)
def test_the_civil_code_changes_with_the_day_on_which_a_period_begins(begun, law):
    amount = 1 if begun.weekday() == 4 else (5 - begun.weekday()) % 7 or 7
    told = due(Within(amount, begun, Unit.DAY), VIETNAM)

    assert law in told.trace


@pytest.mark.parametrize(
    ("unit", "n", "start", "expected"),
    [
        (Unit.WEEK, 2, date(2013, 3, 19), date(2013, 4, 2)),
        (Unit.MONTH, 6, date(2013, 8, 31), date(2014, 2, 28)),
        (Unit.MONTH, 1, date(2013, 1, 31), date(2013, 2, 28)),
        (Unit.MONTH, 1, date(2012, 1, 31), date(2012, 2, 29)),
        (Unit.YEAR, 1, date(2012, 2, 29), date(2013, 2, 28)),
        (Unit.YEAR, 4, date(2012, 2, 29), date(2016, 2, 29)),
    ],
)
def test_weeks_months_and_years_keep_the_day_or_take_the_months_last(unit, n, start, expected):
    assert day_of(Within(n, start, unit)) == expected


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (Ahead(3, date(2013, 5, 2)), date(2013, 4, 24)),
        (Ahead(3, date(2013, 3, 20), Unit.DAY), date(2013, 3, 15)),
        (Ahead(1, date(2013, 3, 31), Unit.MONTH), date(2013, 2, 28)),
        (Ahead(0, date(2013, 3, 31)), date(2013, 3, 29)),
        (Within(0, date(2013, 3, 31), Unit.DAY), date(2013, 4, 1)),
        (Within(24, date(2013, 3, 29), Unit.HOUR), date(2013, 3, 30)),
        (Within(12, date(2013, 3, 29), Unit.HOUR), date(2013, 3, 29)),
        (Ahead(12, date(2013, 3, 29), Unit.HOUR), date(2013, 3, 28)),
    ],
)
def test_time_ahead_rolls_backward_and_time_after_forward(deadline, expected):
    assert day_of(deadline) == expected


def test_time_ahead_tells_the_day_off_that_it_left():
    assert due(Ahead(3, date(2013, 3, 20), Unit.DAY), VIETNAM).trace == (
        "trước ngày 20/3/2013 ít nhất 03 ngày → Chủ nhật 17/3"
        "; ngày làm việc liền trước: thứ Sáu 15/3"
    )


@pytest.mark.parametrize(
    ("period", "stretch", "expected"),
    [
        (Period.month(2013, 3), None, date(2013, 3, 31)),
        (Period.month(2013, 3), Stretch.BEGIN, date(2013, 3, 1)),
        (Period.month(2013, 2), Stretch.MIDDLE, date(2013, 2, 15)),
        (Period.month(2012, 2), Stretch.END, date(2012, 2, 29)),
        (Period.year(2013), Stretch.BEGIN, date(2013, 1, 1)),
        (Period.year(2013), Stretch.MIDDLE, date(2013, 6, 30)),
        (Period.year(2013), Stretch.END, date(2013, 12, 31)),
        (Period.quarter(2026, 2), Stretch.MIDDLE, date(2026, 5, 16)),
        (Period.half(2013, 1), None, date(2013, 6, 30)),
    ],
)
def test_a_period_is_due_on_the_last_day_of_its_stretch(period, stretch, expected):
    assert day_of(In(period, stretch)) == expected


def test_a_period_that_ends_on_a_day_off_shows_its_last_working_day():
    told = due(In(Period.month(2013, 3), phrase="trong tháng 3"), VIETNAM)

    assert told.day == date(2013, 3, 31)
    assert told.last_working_day == date(2013, 3, 29)


def test_the_middle_of_a_quarter_is_a_reading_and_the_trace_says_so():
    told = due(In(Period.quarter(2026, 2), Stretch.MIDDLE), VIETNAM)

    assert "“giữa” là ngày chính giữa kỳ" in told.trace


@pytest.mark.parametrize(
    "deadline",
    [Within(5, "nhận được văn bản"), Ahead(3, "cuộc họp"), OnRequest("khi có yêu cầu")],
)
def test_an_event_has_no_day_until_it_is_recorded(deadline):
    told = due(deadline, VIETNAM)

    assert told.day is None
    assert "chưa có ngày" in told.trace


@pytest.mark.parametrize(
    "recorded", ["nhận được văn bản", "ngày nhận được văn bản", "Nhận được  văn bản"]
)
def test_a_recorded_event_gives_the_day_and_stands_in_the_trace(recorded):
    told = due(Within(5, "nhận được văn bản"), VIETNAM, events={recorded: date(2013, 3, 19)})

    assert told.day == date(2013, 3, 26)
    assert told.trace.startswith(
        "trong 05 ngày làm việc kể từ ngày nhận được văn bản (ghi nhận thứ Ba 19/3/2013) → "
    )


def test_at_once_is_due_on_the_day_of_the_event():
    deadline = Within(0, "văn bản được ban hành", Unit.DAY)

    assert day_of(deadline) is None
    assert day_of(deadline, events={"văn bản được ban hành": date(2013, 3, 19)}) == date(
        2013, 3, 19
    )


def test_a_request_is_due_on_the_day_that_it_asks_for():
    told = due(OnRequest("khi có yêu cầu"), VIETNAM, events={"có yêu cầu": date(2013, 3, 31)})

    assert (told.day, told.last_working_day) == (date(2013, 3, 31), date(2013, 3, 29))


@pytest.mark.parametrize(
    ("deadline", "told"),
    [
        (Standing("Duy trì"), "Duy trì → nhiệm vụ thường xuyên, không có ngày đến hạn"),
        (Undated("ngay"), "ngay → không nêu ngày; hỏi cơ quan giao nhiệm vụ"),
        (Recurring(Every.QUARTER), "hằng quý → mỗi kỳ một hạn"),
        (None, "không có thời hạn"),
    ],
)
def test_what_has_no_day_says_why(deadline, told):
    assert due(deadline, VIETNAM) == Due(None, told)


def test_a_year_with_holidays_to_be_decided_makes_a_day_provisional():
    decided = due(By(date(2026, 12, 31)), VIETNAM)
    open_ = due(By(date(2027, 12, 31)), VIETNAM)

    assert not decided.provisional
    assert open_.provisional
    assert open_.trace.endswith("dự kiến: ngày nghỉ năm 2027 chưa quyết định hết")


def test_a_period_that_reaches_an_undecided_year_is_provisional():
    assert due(Within(1, date(2026, 12, 31)), VIETNAM).provisional


def test_a_day_outside_the_calendar_is_refused():
    with pytest.raises(OutsideCalendar):
        due(By(date(2101, 1, 3)), VIETNAM)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("kind", [Within, Ahead])
def test_an_amount_past_every_calendar_is_refused(kind, unit):
    with pytest.raises(OutsideCalendar):
        due(kind(10**12, date(2013, 3, 19), unit), VIETNAM)


@given(deadlines(), st.booleans(), st.booleans())
def test_the_last_working_day_is_worked_and_never_after_the_day(deadline, excludes, rolls):
    settings = Settings(excludes, rolls)
    try:
        told = due(deadline, VIETNAM, settings)
    except OutsideCalendar:
        return

    assert (told.day is None) == (told.last_working_day is None)
    if told.day and told.last_working_day:
        assert VIETNAM.is_working(told.last_working_day)
        assert told.last_working_day == VIETNAM.previous_working(told.day)


@given(
    st.integers(0, 400),
    st.dates(date(1996, 1, 1), date(2098, 12, 31)),
    st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]),
)
def test_a_period_ends_on_a_working_day_not_before_its_count(n, start, unit):
    try:
        told = due(Within(n, start, unit), VIETNAM)
    except OutsideCalendar:
        return

    assert told.day is not None
    assert VIETNAM.is_working(told.day)
    assert told.day >= start + datetime.timedelta(days=n if unit is Unit.DAY else 0)
