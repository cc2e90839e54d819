"""Dated rules of reporting cycles: cut-offs, and cascades of due days."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.cycles import (
    CutOff,
    CycleRule,
    cascade,
    cascades,
    cycle_rule_on,
    cycle_rules,
)
from kehoach.deadlines import Every, Period, sub_periods
from kehoach.workdays import vietnam

VIETNAM = vietnam()
BEFORE, DECREE = cycle_rules()


def spans(text: str) -> Period:
    first, last = (date.fromisoformat(one) for one in text.split(" "))
    return Period(first, last)


@pytest.mark.parametrize(
    ("every", "period", "data"),
    [
        (Every.MONTH, Period.month(2026, 1), "2025-12-15 2026-01-14"),
        (Every.MONTH, Period.month(2026, 3), "2026-02-15 2026-03-14"),
        (Every.QUARTER, Period.quarter(2026, 1), "2025-12-15 2026-03-14"),
        (Every.QUARTER, Period.quarter(2026, 2), "2026-03-15 2026-06-14"),
        (Every.QUARTER, Period.quarter(2026, 3), "2026-06-15 2026-09-14"),
        (Every.QUARTER, Period.quarter(2026, 4), "2026-09-15 2026-12-14"),
        (Every.HALF, Period.half(2026, 1), "2025-12-15 2026-06-14"),
        (Every.HALF, Period.half(2026, 2), "2026-06-15 2026-12-14"),
        (Every.NINE_MONTHS, Period.nine_months(2026), "2025-12-15 2026-09-14"),
        (Every.YEAR, Period.year(2026), "2025-12-15 2026-12-14"),
    ],
)
def test_the_decree_has_data_from_the_15th_to_the_14th(every, period, data):
    assert cycle_rule_on(period.end).key == "nd09-2019"
    assert cycle_rule_on(period.end).data(every, period) == spans(data)


@pytest.mark.parametrize("every", Every)
def test_before_the_decree_data_are_those_of_the_calendar(every):
    for part in sub_periods(every, Period.year(2013)):
        assert cycle_rule_on(part.end).data(every, part) == part


def test_the_decree_rules_periods_that_end_from_its_first_day():
    assert cycle_rule_on(date(2019, 3, 11)) is BEFORE
    assert cycle_rule_on(date(2019, 3, 12)) is DECREE
    assert cycle_rule_on(date(1990, 1, 1)) is BEFORE


def test_whether_the_decree_stands_at_the_end_of_2026_is_not_confirmed():
    assert DECREE.confirmed(date(2026, 6, 30))
    assert not DECREE.confirmed(date(2026, 12, 31))
    assert BEFORE.confirmed(date(2013, 12, 31))


def test_a_later_rule_of_ones_own_takes_over_from_its_day():
    later = attrs.evolve(BEFORE, key="mới", since=date(2027, 1, 1), until=None)
    rules = (*cycle_rules(), later)

    assert cycle_rule_on(date(2026, 12, 31), rules) is DECREE
    assert cycle_rule_on(date(2027, 1, 1), rules) is later


def test_a_day_without_a_rule_is_refused_with_what_is_known():
    with pytest.raises(LookupError, match=r"no cycle rule is in force on 2013-01-01.*nd09-2019"):
        cycle_rule_on(date(2013, 1, 1), (DECREE,))


@given(st.integers(2000, 2050))
def test_data_of_one_rhythm_follow_each_other_without_gap_or_overlap(year):
    """Also from year to year; nine months are the one rhythm with a gap."""
    for rule in (BEFORE, DECREE):
        for every in Every:
            if every is Every.NINE_MONTHS:
                continue
            period = Period(date(year, 1, 1), date(year + 1, 12, 31))
            data = [rule.data(every, part) for part in sub_periods(every, period)]
            for first, second in itertools.pairwise(data):
                assert first is not None
                assert second is not None
                assert second.start - first.end == timedelta(days=1)


@pytest.mark.parametrize(
    ("cut_off", "period", "data"),
    [
        # Tuần: từ thứ Năm tuần trước đến thứ Tư của tuần báo cáo.
        (CutOff(Every.WEEK, 4, 3, first_shift=-1), Period.week(date(2026, 6, 10)),
         "2026-06-04 2026-06-10"),
        # Kiểm toán: từ 16/8 năm trước đến 15/8.
        (CutOff(Every.YEAR, 16, 15, first_shift=-5, last_shift=-4), Period.year(2026),
         "2025-08-16 2026-08-15"),
        (CutOff(Every.YEAR, 1, 30, first_shift=-3, last_shift=-3), Period.year(2026),
         "2025-10-01 2026-09-30"),
        # Viện trợ: theo nửa năm dương lịch.
        (CutOff(Every.HALF, 1, 31), Period.half(2026, 1), "2026-01-01 2026-06-30"),
        # Cuối tháng: ngày 31 là ngày cuối của tháng.
        (CutOff(Every.MONTH, 31, 30, first_shift=-1), Period.month(2026, 3),
         "2026-02-28 2026-03-30"),
    ],
)  # fmt: skip
def test_a_rule_may_be_configured_with_cut_offs_of_its_own(cut_off, period, data):
    rule = DECREE.configured(cut_off)

    assert rule.data(cut_off.every, period) == spans(data)
    assert DECREE.cut_off(cut_off.every) != cut_off
    other = Every.QUARTER
    assert rule.cut_off(other) == DECREE.cut_off(other)


def test_a_rule_without_a_cut_off_tells_no_data():
    rule = CycleRule("trống", "", "", ())

    assert rule.data(Every.YEAR, Period.year(2026)) is None
    assert DECREE.data(None, Period.year(2026)) is None


def days(key: str, every: Every, period: Period) -> list[str]:
    return [
        f"{one.day:%d/%m/%Y}" if one and one.day else "–"
        for one in cascade(key).dues(every, period, VIETNAM)
    ]


@pytest.mark.parametrize(
    ("key", "every", "period", "expected"),
    [
        ("nd09-government", Every.QUARTER, Period.quarter(2026, 2), ["25/06/2026"]),
        ("nd09-government", Every.YEAR, Period.year(2026), ["25/12/2026"]),
        ("nd138-government-office", Every.HALF, Period.half(2017, 1), ["15/06/2017"]),
        ("nd138-government-office", Every.YEAR, Period.year(2017), ["10/12/2017"]),
        ("tt55-2020-market-control", Every.MONTH, Period.month(2026, 7),
         ["17/07/2026", "20/07/2026", "23/07/2026"]),
        ("tt55-2020-market-control", Every.WEEK, Period.week(date(2026, 6, 10)),
         ["10/06/2026", "11/06/2026", "12/06/2026"]),
        ("khanh-hoa-2023", Every.YEAR, Period.year(2026), ["16/12/2026"]),
        ("tt44-2019-transport", Every.HALF, Period.half(2026, 2), ["20/12/2026"]),
        ("tt02-2023-information", Every.QUARTER, Period.quarter(2024, 1),
         ["06/03/2024", "08/03/2024"]),
        ("tt02-2023-information", Every.YEAR, Period.year(2024), ["25/11/2024", "27/11/2024"]),
        ("tt03-2015-publishing", Every.HALF, Period.half(2016, 1), ["09/07/2016"]),
        ("tt03-2015-publishing", Every.YEAR, Period.year(2016), ["09/01/2017"]),
        ("employment-services", Every.HALF, Period.half(2026, 1), ["19/06/2026"]),
        ("nd152-2020-foreign-workers", Every.HALF, Period.half(2025, 2),
         ["04/01/2026", "14/01/2026"]),
        ("lao-cai-2026", Every.MONTH, Period.month(2026, 7), ["19/07/2026"]),
        ("lao-cai-2026", Every.WEEK, Period.week(date(2026, 7, 1)), ["–"]),
    ],
)  # fmt: skip
def test_each_level_of_a_cascade_has_its_own_day(key, every, period, expected):
    assert days(key, every, period) == expected


def test_a_cascade_may_have_cut_offs_of_its_own():
    week, *_ = cascade("tt55-2020-market-control").cut_offs

    assert week.data(Period.week(date(2026, 6, 10))) == spans("2026-06-04 2026-06-10")


@pytest.mark.parametrize("one", cascades(), ids=lambda one: one.key)
def test_a_level_is_never_due_before_the_one_below_it(one):
    for every in Every:
        for part in sub_periods(every, Period.year(2026)):
            told = [due.day for due in one.dues(every, part, VIETNAM) if due and due.day]

            assert told == sorted(told)


def test_an_unknown_cascade_is_refused_with_the_known_keys():
    with pytest.raises(LookupError, match="no cascade 'x'; known: nd09-government"):
        cascade("x")


def test_every_rule_and_cascade_cites_its_paper():
    assert all(one.basis and one.title for one in cycle_rules())
    assert all(one.basis and one.title for one in cascades())
    assert len({one.key for one in cascades()}) == len(cascades())
