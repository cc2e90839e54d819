"""Working days of the public service in Vietnam."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import InvalidCalendarFile, KehoachError, OutsideCalendar
from kehoach.workdays import Decision, Decisions, load_decisions, vietnam

if TYPE_CHECKING:
    from pathlib import Path

VIETNAM = vietnam()

# What was decided, year by year: weekdays off.
OFF = {
    2012: "2/1 23/1-27/1 2/4 30/4 1/5 3/9 31/12",
    2013: "1/1 11/2-15/2 19/4 29/4 30/4 1/5 2/9",
    2014: "1/1 28/1-31/1 3/2-5/2 9/4 30/4 1/5 2/5 1/9 2/9",
    2015: "1/1 2/1 16/2-20/2 23/2 28/4 29/4 30/4 1/5 2/9",
    2016: "1/1 8/2-12/2 18/4 2/5 3/5 2/9",
    2017: "2/1 26/1 27/1 30/1-1/2 6/4 1/5 2/5 4/9",
    2018: "1/1 14/2-16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12",
    2019: "1/1 4/2-8/2 15/4 29/4 30/4 1/5 2/9",
    2020: "1/1 23/1 24/1 27/1-29/1 2/4 30/4 1/5 2/9",
    2021: "1/1 10/2-12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9",
    2022: "3/1 31/1-4/2 11/4 2/5 3/5 1/9 2/9",
    2023: "2/1 20/1 23/1-26/1 1/5-3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2-14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1-31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2-20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
}

# Saturdays at work.
MAKE_UP = {
    2012: "4/2",
    2013: "5/1 23/2 4/5",
    2014: "25/1 8/2 26/4 6/9 27/12",
    2015: "14/2 25/4",
    2019: "5/1 4/5",
    2024: "4/5",
    2025: "26/4",
    2026: "10/1 22/8",
}


def day_of(year: int, text: str) -> date:
    day, month = text.split("/")
    return date(year, int(month), int(day))


def days_of(year: int, text: str) -> set[date]:
    days = set()
    for span in text.split():
        first, _, last = span.partition("-")
        start, end = day_of(year, first), day_of(year, last or first)
        days |= {start + timedelta(days=n) for n in range((end - start).days + 1)}
    return days


@pytest.mark.parametrize("year", sorted(OFF))
def test_the_days_off_are_those_that_were_decided(year):
    assert {one.day for one in VIETNAM.days_off(year)} == days_of(year, OFF[year])


@pytest.mark.parametrize("year", sorted(OFF))
def test_the_working_saturdays_are_those_that_were_decided(year):
    working = {one.day for one in VIETNAM.working_weekends(year)}

    assert working == days_of(year, MAKE_UP.get(year, ""))


@pytest.mark.parametrize("year", sorted(OFF))
def test_every_day_of_a_decided_year_is_told_by_its_lists(year):
    off, work = days_of(year, OFF[year]), days_of(year, MAKE_UP.get(year, ""))
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    expected = [day in work or (day.weekday() < 5 and day not in off) for day in days]

    assert [VIETNAM.is_working(day) for day in days] == expected
    assert not VIETNAM.provisional(year)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2012, 12, 27), 5, date(2013, 1, 5)),
        (date(2013, 2, 6), 3, date(2013, 2, 18)),
        (date(2013, 4, 26), 3, date(2013, 5, 4)),
        (date(2025, 4, 24), 3, date(2025, 4, 28)),
        (date(2025, 12, 31), 2, date(2026, 1, 6)),
        (date(2026, 2, 12), 2, date(2026, 2, 23)),
        (date(2026, 8, 20), 3, date(2026, 8, 24)),
        (date(2026, 11, 20), 2, date(2026, 11, 25)),
        (date(2026, 12, 14), 2, date(2026, 12, 16)),
        (date(2013, 1, 7), -1, date(2013, 1, 5)),
        (date(2013, 1, 2), -3, date(2012, 12, 26)),
        (date(2013, 2, 10), -1, date(2013, 2, 8)),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, n, end):
    assert VIETNAM.add(start, n) == end


@pytest.mark.parametrize(
    ("start", "calendar_days", "end"),
    [
        (date(2013, 2, 1), 10, date(2013, 2, 18)),
        (date(2013, 4, 19), 10, date(2013, 5, 2)),
        (date(2013, 3, 1), 30, date(2013, 4, 1)),
        (date(2026, 11, 14), 10, date(2026, 11, 25)),
        (date(2013, 3, 19), 1, date(2013, 3, 20)),
    ],
)
def test_a_period_that_ends_on_a_day_off_ends_on_the_next_working_day(start, calendar_days, end):
    assert VIETNAM.next_working(start + timedelta(days=calendar_days)) == end


def test_before_the_first_of_april_2013_means_friday_the_29th_of_march():
    last = date(2013, 4, 1) - timedelta(days=1)

    assert VIETNAM.previous_working(last) == date(2013, 3, 29)
    assert VIETNAM.previous_working(date(2013, 3, 29)) == date(2013, 3, 29)


def test_rolling_crosses_the_turn_of_the_year():
    assert VIETNAM.previous_working(date(2013, 1, 1)) == date(2012, 12, 28)
    assert VIETNAM.next_working(date(2012, 12, 29)) == date(2013, 1, 2)


@pytest.mark.parametrize(
    ("first", "last", "working"),
    [
        (date(2013, 3, 20), date(2013, 3, 31), 8),
        (date(2013, 1, 1), date(2013, 12, 31), 253),
        (date(2026, 1, 1), date(2026, 12, 31), 249),
        (date(2012, 12, 28), date(2013, 1, 5), 5),
        (date(2013, 3, 30), date(2013, 3, 31), 0),
    ],
)
def test_working_days_between_count_both_ends(first, last, working):
    assert VIETNAM.between(first, last) == working


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="got 2013-03-20 and 2013-03-19"):
        VIETNAM.between(date(2013, 3, 20), date(2013, 3, 19))


def test_nothing_is_the_working_day_number_zero():
    with pytest.raises(ValueError, match="use next_working"):
        VIETNAM.add(date(2013, 3, 19), 0)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2013, 3, 19), ""),
        (date(2013, 3, 23), "thứ Bảy"),
        (date(2013, 3, 24), "Chủ nhật"),
        (date(2012, 12, 31), "Nghỉ hoán đổi, làm bù thứ Bảy 05/01/2013"),
        (date(2013, 1, 5), "Làm bù cho thứ Hai 31/12/2012"),
        (date(2013, 4, 19), "Giỗ Tổ Hùng Vương (10/3 âm lịch)"),
        (date(2026, 4, 27), "Nghỉ bù Giỗ Tổ Hùng Vương"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2027, 2, 8), "Nghỉ Tết Nguyên đán (dự kiến)"),
        (date(2027, 4, 30), "Ngày Chiến thắng"),
        (date(2010, 9, 2), "Nghỉ Quốc khánh"),
        (date(2030, 9, 2), "Nghỉ Quốc khánh (dự kiến)"),
        (date(2030, 2, 4), "Nghỉ Tết Nguyên đán (dự kiến)"),
        (date(2029, 4, 23), "Nghỉ Giỗ Tổ Hùng Vương (dự kiến)"),
        (date(2029, 5, 1), "Nghỉ Ngày Chiến thắng và Ngày Quốc tế Lao động (dự kiến)"),
        (date(2029, 1, 1), "Nghỉ Tết Dương lịch (dự kiến)"),
        (date(2010, 2, 19), "Nghỉ Tết Nguyên đán"),
        (date(2010, 2, 27), "Làm bù"),
    ],
)
def test_a_day_off_tells_why(day, label):
    assert VIETNAM.why(day) == label


def test_a_culture_day_on_a_weekend_is_compensated():
    assert VIETNAM.why(date(2029, 11, 26)) == "Nghỉ Ngày Văn hóa Việt Nam (dự kiến)"
    assert VIETNAM.is_working(date(2029, 11, 27))


@pytest.mark.parametrize(
    ("tet", "chinese"),
    [
        (date(2007, 2, 17), date(2007, 2, 18)),
        (date(2030, 2, 2), date(2030, 2, 3)),
        (date(2053, 2, 18), date(2053, 2, 19)),
    ],
)
def test_tet_follows_the_vietnamese_lunar_calendar(tet, chinese):
    eve = tet - timedelta(days=1)

    assert not VIETNAM.is_working(eve)
    assert not VIETNAM.is_working(tet)
    assert tet < chinese


@pytest.mark.parametrize("year", [1995, 2011, 2027, 2028, 2100])
def test_a_year_without_decision_is_provisional(year):
    assert VIETNAM.provisional(year)
    assert VIETNAM.provisional(date(year, 6, 1))


@pytest.mark.parametrize("year", [1994, 2101])
def test_years_outside_the_span_are_refused(year):
    day = date(year, 6, 1)

    with pytest.raises(OutsideCalendar, match=f"1995 to 2100, got {year}") as raised:
        VIETNAM.is_working(day)

    assert isinstance(raised.value, KehoachError)
    assert raised.value.year == year


def test_a_sum_that_leaves_the_span_is_refused():
    with pytest.raises(OutsideCalendar):
        VIETNAM.add(date(2100, 12, 1), 100)


def test_a_moment_is_not_a_day():
    with pytest.raises(TypeError, match=r"take its \.date"):
        VIETNAM.add(datetime(2013, 3, 19, tzinfo=UTC), 1)


def test_the_bundled_calendar_is_made_once():
    assert vietnam() is VIETNAM


def test_a_calendar_travels_between_processes():
    copy = pickle.loads(pickle.dumps(VIETNAM))  # noqa: S301 - our own bytes

    assert copy == VIETNAM
    assert copy.add(date(2012, 12, 27), 5) == date(2013, 1, 5)


DAYS = st.dates(date(2012, 1, 1), date(2027, 12, 31))
STEPS = st.integers(-300, 300).filter(bool)


@given(DAYS, st.integers(-40, 40).filter(bool))
def test_a_sum_is_what_counting_day_by_day_gives(start, n):
    start = min(max(start, date(2012, 6, 1)), date(2027, 6, 1))
    step, left, day = timedelta(days=1 if n > 0 else -1), abs(n), start
    while left:
        day += step
        left -= VIETNAM.is_working(day)

    assert VIETNAM.add(start, n) == day


@given(st.dates(date(2014, 1, 1), date(2025, 12, 31)), STEPS)
def test_a_sum_and_its_opposite_lead_back_to_a_working_day(start, n):
    start = VIETNAM.next_working(start)

    assert VIETNAM.add(VIETNAM.add(start, n), -n) == start


@given(DAYS, DAYS)
def test_working_days_between_are_the_working_days(one, other):
    first, last = min(one, other), max(one, other)
    last = min(last, first + timedelta(days=500))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))

    assert VIETNAM.between(first, last) == sum(map(VIETNAM.is_working, days))


def test_decided_years_do_not_need_the_package_of_holidays(monkeypatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    fresh = vietnam((Decision(date(2026, 12, 24), "off", "Nghỉ"),))

    assert fresh.between(date(2012, 1, 1), date(2027, 12, 31)) == (
        VIETNAM.between(date(2012, 1, 1), date(2027, 12, 31)) - 1
    )


class OddHolidays(dict[date, str]):
    """A package that knows a swap of its own, and no culture day."""

    weekend_workdays = frozenset({date(2030, 1, 5)})


def test_names_of_the_package_are_never_shown(monkeypatch):
    known = OddHolidays({date(2029, 12, 31): "Swap", date(2029, 9, 2): "National Day"})
    package = SimpleNamespace(country_holidays=lambda _country, years: known if years else None)
    monkeypatch.setitem(sys.modules, "holidays", package)
    fresh = vietnam((Decision(date(2026, 12, 24), "off", "Nghỉ"),))

    assert fresh.why(date(2029, 12, 31)) == "Nghỉ hoán đổi (dự kiến)"
    assert fresh.why(date(2030, 1, 5)) == "Làm bù (dự kiến)"
    assert fresh.why(date(2029, 9, 2)) == "Chủ nhật"
    assert fresh.why(date(2029, 11, 26)) == "Nghỉ Ngày Văn hóa Việt Nam (dự kiến)"
    assert fresh.is_working(date(2029, 11, 27))


def test_the_package_of_holidays_is_loaded_for_other_years_only():
    program = (
        "import sys; from datetime import date; from kehoach.workdays import vietnam;"
        "vietnam().add(date(2013, 3, 19), 2000); print('holidays' in sys.modules);"
        "vietnam().add(date(2030, 3, 19), 1); print('holidays' in sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout.split() == ["False", "True"]


def test_a_decision_of_ones_own_overrides_a_day():
    own = (
        Decision(date(2013, 3, 20), "off", "Nghỉ theo quyết định của tỉnh"),
        Decision(date(2013, 3, 23), "work", "Làm bù cho thứ Tư 20/3/2013"),
        Decision(date(2013, 4, 19), "work", "Trực"),
    )

    calendar = vietnam(own)

    assert calendar.add(date(2013, 3, 19), 2) == date(2013, 3, 22)
    assert calendar.add(date(2013, 3, 22), 1) == date(2013, 3, 23)
    assert calendar.is_working(date(2013, 4, 19))
    assert calendar.why(date(2013, 3, 20)) == "Nghỉ theo quyết định của tỉnh"
    assert not VIETNAM.is_working(date(2013, 4, 19))


def test_a_decision_in_a_year_of_rules_leaves_it_provisional():
    calendar = vietnam((Decision(date(2030, 6, 3), "off", "Nghỉ"),))

    assert not calendar.is_working(date(2030, 6, 3))
    assert not calendar.is_working(date(2030, 9, 2))
    assert calendar.provisional(2030)


def test_a_year_that_is_told_wholly_replaces_the_bundled_one():
    tet = tuple(Decision(date(2027, 2, day), "off", "Nghỉ Tết") for day in (5, 8, 9, 10, 11))

    calendar = vietnam(Decisions(tet, frozenset({2027})))

    assert calendar.is_working(date(2027, 2, 4))
    assert not calendar.is_working(date(2027, 2, 11))
    assert not calendar.provisional(2027)
    assert [one.day for one in calendar.days_off(2027)] == [one.day for one in tet]


def written(folder: Path, text: str) -> Path:
    path = folder / "lich.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_decisions_is_read(tmp_path):
    path = written(
        tmp_path,
        """
        years = [2028]
        [[day]]
        date = 2028-01-24
        kind = "off"
        label = "Nghỉ Tết Nguyên đán"
        basis = "Thông báo của Thủ tướng Chính phủ"
        published = 2027-12-01
        certainty = "likely"
        [[day]]
        date = 2028-01-15
        kind = "work"
        label = "Làm bù"
        """,
    )

    assert load_decisions(path) == Decisions(
        days=(
            Decision(date(2028, 1, 15), "work", "Làm bù"),
            Decision(
                date(2028, 1, 24),
                "off",
                "Nghỉ Tết Nguyên đán",
                basis="Thông báo của Thủ tướng Chính phủ",
                published=date(2027, 12, 1),
                certainty="likely",
            ),
        ),
        years=frozenset({2028}),
    )
    assert vietnam(path).add(date(2028, 1, 14), 1) == date(2028, 1, 15)
    assert not vietnam(path).provisional(2028)


ROW = '[[day]]\ndate = 2028-01-24\nkind = "off"\nlabel = "Nghỉ"\n'


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("years = ", "file", "expected TOML in UTF-8"),
        ("year = [2028]", "year", "only 'years' and 'day'"),
        ("years = 2028", "years", "expected a list of years from 1995 to 2100, got 2028"),
        ("years = [2101]", "years", "got [2101]"),
        ("years = [true]", "years", "got [True]"),
        ("day = 3", "day", "expected a list of days, got 3"),
        ("day = [3]", "day[0]", "expected a table, got 3"),
        ('[[day]]\nkind = "off"\nlabel = ""', "day[0].date", "required, but missing"),
        (ROW.replace('kind = "off"\n', ""), "day[0].kind", "required, but missing"),
        (ROW.replace("off", "nghỉ"), "day[0].kind", "expected one of off, work, got 'nghỉ'"),
        (ROW.replace("2028-01-24", '"24/1/2028"'), "day[0].date", "got '24/1/2028'"),
        (ROW.replace("2028-01-24", "2028-01-24T07:00:00"), "day[0].date", "like 2026-01-02"),
        (ROW.replace("2028", "2101"), "day[0].date", "from 1995 to 2100"),
        (ROW.replace('"Nghỉ"', "1"), "day[0].label", "expected a text, got 1"),
        (ROW + 'certainty = "sure"', "day[0].certainty", "certain, likely, provisional"),
        (ROW + "published = 2027", "day[0].published", "expected a date"),
        (ROW + 'source = "x"', "day[0].source", "unknown; known are date, kind"),
        (ROW + ROW, "day[1]", "2028-01-24 is listed twice"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(tmp_path, text, where, reason):
    path = written(tmp_path, text)

    with pytest.raises(InvalidCalendarFile) as raised:
        vietnam(path)

    assert raised.value.where == where
    assert reason in raised.value.reason
    assert str(raised.value).startswith(str(path))
    assert isinstance(raised.value, KehoachError)
    assert isinstance(raised.value, ValueError)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "lich.toml"
    path.write_text(ROW, encoding="utf-8-sig")

    assert vietnam(path).why(date(2028, 1, 24)) == "Nghỉ"


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "lich.toml"
    path.write_bytes("# Nghỉ".encode("utf-16"))

    with pytest.raises(InvalidCalendarFile, match="UTF-8"):
        vietnam(path)


def test_a_missing_file_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        vietnam(tmp_path / "lich.toml")


def test_every_bundled_day_says_on_what_it_rests():
    assert all(one.basis and one.label for one in VIETNAM.decisions.days)
    assert all((one.day.weekday() < 5) is (one.kind == "off") for one in VIETNAM.decisions.days)
