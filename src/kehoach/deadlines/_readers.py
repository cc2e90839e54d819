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
    "giờ": Unit.HOUR,
    "tiếng": Unit.HOUR,
    "h": Unit.HOUR,
    "ngày làm việc": Unit.WORKING_DAY,
    "ngày": Unit.DAY,
    "tuần": Unit.WEEK,
    "tháng": Unit.MONTH,
    "năm": Unit.YEAR,
}
_RHYTHM_ITEMS = re.compile(
    r"(?:(?P<count>\d+|ba|sáu|chín)\s+)?(?P<unit>tuần|tháng|qu[ýí]|năm)", re.IGNORECASE
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
    """The text in lower case with single spaces, "quí" as "quý"."""
    return " ".join(text.lower().split()).replace("quí", "quý")


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
        unit = item["unit"].lower().replace("í", "ý")
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


def _series(text: str) -> tuple[int, int]:
    """The first and the last number of "quý I, II", "tháng 6 - 8"; a list must have no gap."""
    listed = [int(one) if one.isdigit() else parse_roman(one) for one in _NUMERAL.findall(text)]
    first, last = listed[0], listed[-1]
    if compiled("<SERIES>").search(text) and listed != list(range(first, last + 1)):
        raise ValueError(f"not one period: {text!r}")
    return first, last


def _listed(found: re.Match[str], year: int | None) -> Period:
    first, last = _series(found["listed"])
    length = _MONTHS_IN[plain(found[0]).split()[0]]
    return Period.months(_year(found, year), (first - 1) * length + 1, last * length)


def _from_to(found: re.Match[str], year: int | None) -> Period:
    last = _year(found, year)
    own = found["first_year"]
    first = int(_DIGITS.findall(own)[-1]) if own else last
    length = _MONTHS_IN[plain(found["unit"])]
    (begin, _), (end, _) = _series(found["first"]), _series(found["last"])
    start = datetime.date(first, (begin - 1) * length + 1, 1)
    return Period(start, Period.month(last, end * length).end)


def _half(found: re.Match[str], year: int | None) -> Period:
    return Period.half(_year(found, year), 1 if plain(found["half"]) == "đầu" else 2)


def _years(found: re.Match[str], _: int | None) -> Period:
    first, last = int(found["first"]), int(found["last"])
    return Period(datetime.date(first, 1, 1), datetime.date(last, 12, 31))


def _school_year(found: re.Match[str], _: int | None) -> Period:
    """From the opening on 5 September to 31 May, as the ministry's yearly frame sets it."""
    first, last = int(found["first"]), int(found["last"])
    if last != first + 1:
        raise ValueError(f"no school year: {found[0]!r}")
    return Period(datetime.date(first, 9, 5), datetime.date(last, 5, 31))


def _days(found: re.Match[str], year: int | None) -> Period:
    end = read_date(found["last"], year)
    if end is None:
        raise ValueError(f"no such day: {found['last']!r}")
    day, *rest = map(int, _DIGITS.findall(found["first"]))
    month, own = (
        (rest[0], rest[-1] if len(rest) > 1 else end.year) if rest else (end.month, end.year)
    )
    return Period(datetime.date(own, month, day), end)


_MONTHS_IN = {"tháng": 1, "quý": 3}
_NUMERAL = re.compile(r"\d+|(?<!\w)[IV]+(?!\w)", re.IGNORECASE)

_PERIODS: tuple[tuple[str, Callable[[re.Match[str], int | None], Period]], ...] = (
    (r"(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm(?: (?P<year>\d{4}))?", _half),
    (
        r"(?:0?9|chín) tháng(?: đầu)? năm(?: (?P<year>\d{4}))?",
        lambda found, year: Period.nine_months(_year(found, year)),
    ),
    (r"(?P<listed><QUARTERS>)(?P<year><YEAR>|[ -]\d{4})?", _listed),
    (r"(?P<listed><MONTHS>)(?P<year><YEAR>|[-.]\d{4})?", _listed),
    (
        (
            r"(?:từ )?(?P<unit>tháng|quý) (?P<first><QUARTER>|<MONTH>)(?P<first_year><YEAR>)?"
            r"(?: đến (?:hết )?|<DASH>)(?P=unit) (?P<last><QUARTER>|<MONTH>)(?P<year><YEAR>)?"
        ),
        _from_to,
    ),
    (
        (
            r"(?:(?:giai đoạn|thời kỳ|các năm|từ năm|năm|từ) )?(?P<first>\d{4})"
            r"(?:<DASH>| đến (?:hết )?(?:năm )?)(?P<last>\d{4})"
        ),
        _years,
    ),
    (r"năm học (?P<first>\d{4})<DASH>(?P<last>\d{4})", _school_year),
    (r"năm (?P<year>\d{4})", lambda found, year: Period.year(_year(found, year))),
    (
        (
            r"(?:(?:tuần )?từ )?(?P<first><DATE>|ngày <DAY>)(?: đến (?:hết )?|<DASH>)"
            r"(?P<last><DATE>)"
        ),
        _days,
    ),
)
