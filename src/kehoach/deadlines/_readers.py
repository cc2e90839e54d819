"""Đọc các phần của một thời hạn: dates, periods, rhythms, places and numbers, from their words."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.deadlines._fragments import compiled
from kehoach.deadlines.kinds import Every, Period, Unit
from kehoach.vietnamese import parse_roman

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER_WORDS = {
    "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_UNITS = {
    "ngày làm việc": Unit.WORKING_DAY,
    "ngày": Unit.DAY,
    "tuần": Unit.WEEK,
    "tháng": Unit.MONTH,
    "năm": Unit.YEAR,
}
_RHYTHM_ITEMS = re.compile(
    r"(?:(?P<count>\d+|ba|sáu|chín)\s+)?(?P<unit>tuần|tháng|quý|năm)", re.IGNORECASE
)
_RHYTHMS = {
    "tuần": Every.WEEK,
    "tháng": Every.MONTH,
    "quý": Every.QUARTER,
    "năm": Every.YEAR,
    "3 tháng": Every.QUARTER,
    "6 tháng": Every.HALF,
    "9 tháng": Every.NINE_MONTHS,
    "12 tháng": Every.YEAR,
}
_SUNDAY = 7
_DIGITS = re.compile(r"\d+")


@frozen
class Place:
    """Vị trí của ngày trong kỳ: which month of which period, and the rhythm so implied."""

    month: int | None
    following: bool
    every: Every | None


def plain(text: str) -> str:
    """The text in lower case with single spaces."""
    return " ".join(text.lower().split())


def read_number(text: str) -> int:
    """A count in digits, "05", "1.000", "05 (năm)", or in a word."""
    words = plain(text)
    digits = re.match(r"\d+(?:\.\d{3})*", words)
    return int(digits[0].replace(".", "")) if digits else _NUMBER_WORDS[words]


def read_unit(text: str) -> Unit:
    """A unit of time."""
    return _UNITS[plain(text)]


def read_day_month(text: str) -> tuple[int, int, int | None]:
    """Day, month and the year where it is written; they may not make a day of the calendar."""
    day, month, *year = map(int, _DIGITS.findall(text))
    return day, month, year[0] if year else None


def read_date(text: str, year: int | None) -> datetime.date | None:
    """The day that the words of a date mean, in `year` where they name none."""
    day, month, own = read_day_month(text)
    return _existing(own or year, month, day)


def _existing(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year else None
    except ValueError:
        return None


def read_weekday(text: str) -> int:
    """1 Monday … 7 Sunday, from "thứ Sáu", "thứ 6", "Chủ nhật"."""
    words = plain(text)
    if words == "chủ nhật":
        return _SUNDAY
    name = words.removeprefix("thứ ")
    return (int(name) if name.isdigit() else _NUMBER_WORDS[name]) - 1


def read_rhythm(text: str) -> tuple[Every, ...]:
    """Every rhythm that the words name, in their order, each once."""
    found: dict[Every, None] = {}
    for item in _RHYTHM_ITEMS.finditer(text):
        unit = item["unit"].lower()
        name = f"{read_number(item['count'])} {unit}" if item["count"] else unit
        if name in _RHYTHMS:
            found.setdefault(_RHYTHMS[name])
    return tuple(found)


_OF_WHAT = {"quý": Every.QUARTER, "năm": Every.YEAR, "kỳ": None}


def read_place(text: str) -> Place:
    """Where a day stands: "của tháng liền kề", "tháng cuối quý", "tháng thứ 2 trong kỳ sau"."""
    words = plain(text).removeprefix("của ").removeprefix("vào ").removeprefix("tháng").strip()
    following = compiled("(?:.* )?<AFTER>(?: .*)?").fullmatch(words) is not None
    found = re.match(
        r"(?:(đầu)|(cuối)|thứ (\w+))\b.*?\b(quý|kỳ|6 tháng|06 tháng|sáu tháng|năm)", words
    )
    if not found:
        return Place(None, following, Every.MONTH)
    month = 1 if found[1] else None if found[2] else read_number(found[3])
    return Place(month, following, _OF_WHAT.get(found[4], Every.HALF))


def read_period(text: str, year: int | None) -> Period | None:
    """The period that the words name, in `year` where they name none."""
    words = text.strip()
    for pattern, build in _PERIODS:
        if found := compiled(pattern).fullmatch(words):
            try:
                return build(found, year)
            except ValueError:  # no such month, quarter or day, or an end before the start
                return None
    return None


def _year(found: re.Match[str], year: int | None) -> int:
    own = found["year"]
    if own is None and year is None:
        raise ValueError(f"no year in {found[0]!r}")
    return int(_DIGITS.findall(own)[-1]) if own else int(year or 0)


def _quarters(found: re.Match[str], year: int | None) -> Period:
    first, last = (
        int(one) if one.isdigit() else parse_roman(one)
        for one in (found["first"], found["last"] or found["first"])
    )
    return Period.months(_year(found, year), 3 * first - 2, 3 * last)


def _months(found: re.Match[str], year: int | None) -> Period:
    last = _year(found, year)
    first_year = found.groupdict().get("first_year")
    first = int(_DIGITS.findall(first_year)[-1]) if first_year else last
    start = datetime.date(first, int(found["first"]), 1)
    return Period(start, Period.month(last, int(found["last"] or found["first"])).end)


def _half(found: re.Match[str], year: int | None) -> Period:
    return Period.half(_year(found, year), 1 if plain(found["half"]) == "đầu" else 2)


def _years(found: re.Match[str], _: int | None) -> Period:
    first, last = int(found["first"]), int(found["last"])
    return Period(datetime.date(first, 1, 1), datetime.date(last, 12, 31))


def _days(found: re.Match[str], year: int | None) -> Period:
    end = read_date(found["last"], year)
    if end is None:
        raise ValueError(f"no such day: {found['last']!r}")
    day, *rest = map(int, _DIGITS.findall(found["first"]))
    month, own = (
        (rest[0], rest[-1] if len(rest) > 1 else end.year) if rest else (end.month, end.year)
    )
    return Period(datetime.date(own, month, day), end)


_PERIODS: tuple[tuple[str, Callable[[re.Match[str], int | None], Period]], ...] = (
    (r"(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm(?: (?P<year>\d{4}))?", _half),
    (
        r"(?:0?9|chín) tháng(?: đầu)? năm(?: (?P<year>\d{4}))?",
        lambda found, year: Period.nine_months(_year(found, year)),
    ),
    (
        (
            r"quý (?P<first><QUARTER>)(?:<DASH>(?:quý )?(?P<last><QUARTER>))?"
            r"(?P<year><YEAR>|[ -]\d{4})?"
        ),
        _quarters,
    ),
    (
        (
            r"(?:từ )?tháng (?P<first><MONTH>)(?P<first_year><YEAR>)?"
            r"(?: đến (?:hết )?tháng |<DASH>(?:tháng )?)(?P<last><MONTH>)"
            r"(?P<year><YEAR>|[-.]\d{4})?"
        ),
        _months,
    ),
    (r"tháng (?P<first>(?P<last><MONTH>))(?P<year><YEAR>|[-.]\d{4})?", _months),
    (
        (
            r"(?:(?:giai đoạn|thời kỳ|các năm|từ năm|năm|từ) )?(?P<first>\d{4})"
            r"(?:<DASH>| đến (?:hết )?(?:năm )?)(?P<last>\d{4})"
        ),
        _years,
    ),
    (r"năm (?P<year>\d{4})", lambda found, year: Period.year(_year(found, year))),
    (
        r"(?:tuần )?từ (?P<first><DATE>|ngày <DAY>) đến (?:hết )?(?P<last><DATE>)",
        _days,
    ),
)
