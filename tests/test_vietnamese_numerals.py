"""Numerals, dates and numbers of official papers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vietnamese import (
    POINTS,
    count,
    money,
    number,
    official_date,
    official_date_parts,
    parse_date,
    parse_number,
    parse_point,
    parse_roman,
    percent,
    point_letter,
    quarter_name,
    roman,
    short_date,
    weekday_name,
)


@pytest.mark.parametrize(
    ("n", "numeral"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (1994, "MCMXCIV"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman_numerals(n, numeral):
    assert roman(n) == numeral
    assert parse_roman(numeral.lower()) == n


@given(st.integers(1, 3999))
def test_a_roman_numeral_is_read_back(n):
    assert parse_roman(roman(n)) == n


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_a_number_without_roman_numeral_is_refused(n):
    with pytest.raises(ValueError, match=f"1 to 3999, got {n}"):
        roman(n)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "A", "IXI", "3"])
def test_a_malformed_roman_numeral_is_refused(text):
    with pytest.raises(ValueError, match="expected a Roman numeral"):
        parse_roman(text)


def test_points_follow_the_alphabet_of_the_law():
    assert POINTS[:6] == "abcdđe"
    assert not set("fjwz") & set(POINTS)
    assert [point_letter(n) for n in range(1, 24)] == list(POINTS)


@pytest.mark.parametrize("n", range(1, 24))
def test_a_point_letter_is_read_back(n):
    assert parse_point(point_letter(n)) == n
    assert parse_point(point_letter(n).upper()) == n


@pytest.mark.parametrize("n", [0, 24])
def test_there_is_no_point_beyond_y(n):
    with pytest.raises(ValueError, match=r"a \(1\) to y \(23\).*split"):
        point_letter(n)


@pytest.mark.parametrize("text", ["f", "", "ab", "ê", "1"])
def test_other_letters_are_no_points(text):
    with pytest.raises(ValueError, match="expected one of the letters"):
        parse_point(text)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2013, 3, 19), "ngày 19 tháng 3 năm 2013", "19/3/2013"),
        (date(2011, 4, 7), "ngày 07 tháng 4 năm 2011", "07/4/2011"),
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026", "10/01/2026"),
        (date(2013, 12, 20), "ngày 20 tháng 12 năm 2013", "20/12/2013"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_zero(day, long, short):
    assert official_date(day) == long
    assert short_date(day) == short


def test_what_is_unknown_of_a_date_is_left_blank():
    assert official_date_parts(2013, None, None) == "ngày      tháng      năm 2013"
    assert official_date_parts(2013, 2, None) == "ngày      tháng 02 năm 2013"
    assert official_date_parts(None, None, None).rstrip() == "ngày      tháng      năm"


@pytest.mark.parametrize(
    "text",
    [
        "10/7/2013",
        "10/07/2013",
        "10.7.2013",
        "10-7-2013",
        "2013-07-10",
        "ngày 10 tháng 7 năm 2013",
        "Ngày\u00a010 tháng\u00a007 năm\u00a02013",
        "10 tháng 7 năm 2013",
        " 10/7/2013\n",
    ],
)
def test_a_date_is_read_in_every_usual_form(text):
    assert parse_date(text) == date(2013, 7, 10)


@pytest.mark.parametrize(
    "text",
    ["", "10/7", "10/7-2013", "7/2013", "10/7/13", "2013/07/10", "ngày    tháng    năm 2013"],
)
def test_what_is_no_date_is_refused_by_name(text):
    with pytest.raises(ValueError, match="expected a date like 10/7/2013") as raised:
        parse_date(text)

    assert repr(text) in str(raised.value)


@pytest.mark.parametrize("text", ["31/4/2013", "29.02.2013", "0/1/2013", "1/13/2013"])
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(ValueError, match=f"existing day, got '{text}'"):
        parse_date(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_printed_date_is_read_back(day):
    assert parse_date(official_date(day)) == day
    assert parse_date(short_date(day)) == day
    assert parse_date(day.isoformat()) == day


def test_the_week_begins_with_thu_hai():
    names = [weekday_name(date(2013, 3, day)) for day in range(18, 25)]

    assert names[0] == "thứ Hai"
    assert names[2] == "thứ Tư"
    assert names[5:] == ["thứ Bảy", "Chủ nhật"]


def test_quarters_are_roman():
    assert quarter_name(2, 2026) == "quý II/2026"


@pytest.mark.parametrize("quarter", [0, 5])
def test_there_are_four_quarters(quarter):
    with pytest.raises(ValueError, match="1, 2, 3 or 4"):
        quarter_name(quarter, 2026)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (20428.2, None, "20.428,2"),
        (20428.2, 2, "20.428,20"),
        (Decimal("20428.20"), None, "20.428,20"),
        (0, None, "0"),
        (-1234567, None, "-1.234.567"),
        (2.5, 0, "3"),
        (0.125, 2, "0,13"),
        (10**39, 2, "1" + 13 * ".000" + ",00"),
    ],
)
def test_numbers_have_points_and_a_comma(value, decimals, text):
    assert number(value, decimals) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_not_finite_has_no_form(value):
    with pytest.raises(ValueError, match="finite"):
        number(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("20.428,2", "20428.2"), ("06", "6"), ("-1.000", "-1000"), ("−3,5", "-3.5"), ("1234", "1234")],
)
def test_numbers_are_read(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "20428.2", "1.5", "1,5,2", "1.0000", "12.34.567", "1 000", "٣"]
)
def test_points_that_part_no_thousands_are_refused(text):
    with pytest.raises(ValueError, match="points between thousands"):
        parse_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_printed_number_is_read_back(value):
    assert parse_number(number(value)) == value


def test_small_counts_may_have_a_leading_zero():
    assert [count(6), count(6, pad=True), count(12, pad=True)] == ["6", "06", "12"]
    assert [count(0, pad=True), count(1200, pad=True)] == ["0", "1.200"]


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="0 or more, got -1"):
        count(-1)


def test_percentages_stand_close_to_their_sign():
    assert percent(91.8) == "91,8%"
    assert percent(Decimal(200) / 3, 1) == "66,7%"


@pytest.mark.parametrize(
    ("dong", "text"),
    [
        (284_000_000_000, "284 tỷ đồng"),
        (1_500_000, "1,5 triệu đồng"),
        (1_250_500_000, "1.250,5 triệu đồng"),
        (1_205_000_000_000, "1.205 tỷ đồng"),
        (20_000_000, "20 triệu đồng"),
        (1_234_567, "1.234.567 đồng"),
        (500_000, "500.000 đồng"),
        (0, "0 đồng"),
        (-2_000_000_000, "-2 tỷ đồng"),
    ],
)
def test_money_is_written_in_the_largest_scale_that_loses_nothing(dong, text):
    assert money(dong) == text
