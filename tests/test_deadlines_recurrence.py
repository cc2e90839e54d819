"""Recurring deadlines: one in each sub-period, without duplicates and without drift."""

from __future__ import annotations

import itertools
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.deadlines import (
    Every,
    Period,
    Recurring,
    Settings,
    occurrences,
    rhythm_periods,
    sub_periods,
)
from kehoach.workdays import vietnam

VIETNAM = vietnam()
DECADE = Period(date(2012, 1, 1), date(2021, 12, 31))
A_YEAR = {"week": 52, "month": 12, "quarter": 4, "half": 2, "nine_months": 1, "year": 1}


def days_of(rule: Recurring, period: Period, settings: Settings | None = None) -> list[date | None]:
    return [one.day for one in occurrences(rule, period, VIETNAM, settings or Settings())]


@pytest.mark.parametrize("every", Every)
def test_the_sub_periods_of_a_year(every):
    parts = sub_periods(every, Period.year(2013))

    assert len(parts) == A_YEAR[every]
    assert all(first.end < second.start for first, second in itertools.pairwise(parts))


def test_a_year_has_the_weeks_of_iso_8601():
    weeks = sub_periods(Every.WEEK, Period.year(2020))

    assert len(weeks) == 53
    assert (weeks[0].start, weeks[-1].end) == (date(2019, 12, 30), date(2021, 1, 3))


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 900), st.integers(1, 900))
def test_adjoining_periods_share_their_sub_periods_without_gap_or_overlap(start, first, second):
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)
    for every in Every:
        parted = (
            *sub_periods(every, Period(start, middle)),
            *sub_periods(every, Period(middle + timedelta(days=1), end)),
        )

        assert parted == sub_periods(every, Period(start, end))


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("following", [False, True])
@pytest.mark.parametrize("every", [one for one in Every if one is not Every.WEEK])
def test_ten_years_of_every_rule_and_every_day_have_no_duplicates_and_no_drift(
    every, following, strict
):
    for number, month in itertools.product(range(1, 32), (None, *range(1, every.months + 1))):
        rule = Recurring(every, number, month, following=following, strict=strict)
        found = days_of(rule, DECADE)

        assert len(found) == len(sub_periods(every, DECADE))
        assert len(set(found)) == len(found)
        wanted = number - 1 if strict else number
        for one in found:
            assert one is not None
            last = monthrange(one.year, one.month)[1]
            assert one.day == (min(wanted, last) or last)


def test_weeks_have_their_weekday_for_ten_years():
    for number in range(1, 8):
        found = days_of(Recurring(Every.WEEK, number), DECADE)

        assert {one.isoweekday() for one in found if one} == {number}
        assert len(set(found)) == len(found) == len(sub_periods(Every.WEEK, DECADE))


def test_a_month_end_clamps_from_the_day_of_the_rule_each_time():
    found = days_of(Recurring(Every.MONTH, 31), Period.year(2013))

    assert [one.day for one in found if one] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


@pytest.mark.parametrize(
    ("rule", "period", "expected"),
    [
        (Recurring(Every.QUARTER, 20), Period.quarter(2013, 1), date(2013, 3, 20)),
        (Recurring(Every.QUARTER, 20, 1), Period.quarter(2013, 1), date(2013, 1, 20)),
        (Recurring(Every.QUARTER, 5, following=True), Period.quarter(2013, 4), date(2014, 1, 5)),
        (Recurring(Every.QUARTER, 5, 2, following=True), Period.quarter(2013, 4), date(2014, 2, 5)),
        (Recurring(Every.MONTH, 5, following=True), Period.month(2013, 12), date(2014, 1, 5)),
        (Recurring(Every.HALF, 20, strict=True), Period.half(2013, 1), date(2013, 6, 19)),
        (Recurring(Every.NINE_MONTHS, 25), Period.year(2013), date(2013, 9, 25)),
        (Recurring(Every.YEAR, 25, 11), Period.year(2013), date(2013, 11, 25)),
        (Recurring(Every.YEAR, 10, following=True), Period.year(2013), date(2014, 1, 10)),
        (Recurring(Every.MONTH, 1, strict=True), Period.month(2013, 3), date(2013, 2, 28)),
        (Recurring(Every.MONTH, 31, strict=True), Period.month(2013, 4), date(2013, 4, 30)),
        (Recurring(Every.MONTH), Period.month(2013, 3), date(2013, 3, 31)),
    ],
)
def test_where_the_day_of_a_rule_lies(rule, period, expected):
    assert days_of(rule, period) == [expected]


def test_before_an_hour_of_a_weekday_is_due_on_that_day():
    rule = Recurring(Every.WEEK, 5, strict=True, hour="16:00")
    first, *_ = occurrences(rule, Period.year(2013), VIETNAM)

    assert (first.day, first.hour, first.period) == (
        date(2013, 1, 4),
        "16:00",
        Period(date(2012, 12, 31), date(2013, 1, 6)),
    )
    assert first.trace.startswith("tuần từ ngày 31/12/2012 đến ngày 06/01/2013: trước 16 giờ")


def test_before_a_weekday_is_due_on_the_day_before_it():
    assert days_of(Recurring(Every.WEEK, 5, strict=True), Period.year(2013))[0] == date(2013, 1, 3)


def test_a_following_weekday_lies_in_the_next_week():
    assert days_of(Recurring(Every.WEEK, 2, following=True), Period.year(2013))[0] == date(
        2013, 1, 8
    )


def test_readings_apply_to_each_occurrence():
    rule = Recurring(Every.MONTH, 1, strict=True)

    assert days_of(rule, Period.month(2013, 4), Settings(before_excludes_day=False)) == [
        date(2013, 4, 1)
    ]
    assert days_of(rule, Period.month(2013, 4), Settings(fixed_days_roll=True)) == [
        date(2013, 4, 1)
    ]


def test_a_clamped_day_is_not_said_to_be_left_out():
    """Before the 31st means up to the 30th in a month of thirty days."""
    rule = Recurring(Every.MONTH, 31, strict=True)
    (told,) = occurrences(rule, Period.month(2013, 4), VIETNAM)

    assert "không kể" not in told.trace


def test_an_occurrence_is_marked_provisional_where_its_year_is():
    late = occurrences(Recurring(Every.YEAR, 10, following=True), Period.year(2026), VIETNAM)

    assert [one.provisional for one in late] == [True]


def test_a_longer_rhythm_takes_the_place_of_a_shorter_that_ends_with_it():
    rule = Recurring(Every.HALF, also=(Every.YEAR,))

    assert rhythm_periods(rule, Period.year(2013)) == (
        (Every.HALF, Period.half(2013, 1)),
        (Every.YEAR, Period.year(2013)),
    )


def test_quarters_half_nine_months_and_year_are_four_reports():
    rule = Recurring(Every.QUARTER, also=(Every.HALF, Every.NINE_MONTHS, Every.YEAR))

    assert [every for every, _ in rhythm_periods(rule, Period.year(2013))] == [
        Every.QUARTER,
        Every.HALF,
        Every.NINE_MONTHS,
        Every.YEAR,
    ]
