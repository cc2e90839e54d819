"""Giá trị đơn: days, periods and numbers as a plan file writes them, with the pattern of each.

The reader and the published schema use the same patterns; they are written so that Python and
ECMAScript (JSON Schema) read them alike. That a day exists at all only the reader knows.
"""

from __future__ import annotations

import calendar
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kehoach.deadlines import Period
from kehoach.documents import PartialDate
from kehoach.files._faults import Fault, expected, quoted
from kehoach.vietnamese import forbidden_characters, is_clean, parse_date

if TYPE_CHECKING:
    import datetime

_YEAR = "[0-9]{4}"
_MONTH = "(?:0?[1-9]|1[0-2])"
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_ISO_MONTH = f"{_YEAR}-(?:0[1-9]|1[0-2])"
_ISO_DATE = f"{_ISO_MONTH}-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT_DATES = "|".join(f"{_DAY}{mark}{_MONTH}{mark}{_YEAR}" for mark in (r"\/", r"\.", "-"))
_LONG_DATE = f"(?:[Nn]gày +)?{_DAY} +tháng +{_MONTH} +năm +{_YEAR}"
_POINT = f"(?:{_ISO_DATE}|{_SHORT_DATES}|{_ISO_MONTH}|{_YEAR}-H[12]|{_YEAR}-Q[1-4]|{_YEAR})"

DATE = f"(?:{_ISO_DATE}|{_SHORT_DATES}|{_LONG_DATE})"
PARTIAL_DATE = rf"(?:{_ISO_MONTH}|{_MONTH}\/{_YEAR}|{_YEAR})"
PERIOD = rf"{_POINT}(?: *\.\. *{_POINT})?"
HOUR = "(?:[01]?[0-9]|2[0-4])(?: *: *[0-5][0-9]| *(?:giờ|h|g)(?: *[0-5][0-9](?: *phút)?)?)"
INTEGER = "-?[0-9]{1,9}"
NUMBER = "-?[0-9]{1,30}(?:[.,][0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?"
BOOLEAN = "(?:true|True|TRUE|false|False|FALSE)"

_IS_DATE, _IS_PARTIAL, _IS_PERIOD, _IS_HOUR, _IS_INTEGER, _IS_NUMBER, _IS_BOOLEAN = (
    re.compile(pattern) for pattern in (DATE, PARTIAL_DATE, PERIOD, HOUR, INTEGER, NUMBER, BOOLEAN)
)
_DATE_WORDS = "một ngày (2013-07-10 hoặc 10/7/2013)"
_PERIOD_WORDS = "một kỳ (2013, 2013-H1, 2013-Q2, 2013-07, 2011..2015 hoặc 2013-01-01..2013-12-31)"
_DECEMBER = 12


def read_date(value: object, _: object = None) -> datetime.date:
    """Ngày: 2013-07-10, 10/7/2013, 10.7.2013, 10-7-2013 or "ngày 10 tháng 7 năm 2013"."""
    if not isinstance(value, str) or not _IS_DATE.fullmatch(value):
        raise expected(_DATE_WORDS, value)
    return _existing(value)


def _existing(text: str) -> datetime.date:
    try:
        return parse_date(text)
    except ValueError as fault:
        raise Fault("file.wrong-value", f"không có ngày '{text}' trong lịch") from fault


def read_paper_date(value: object, _: object = None) -> datetime.date | PartialDate:
    """Ngày của văn bản: a day, or 2013-03, 3/2013, 2013 while the rest is unknown."""
    if isinstance(value, str) and _IS_PARTIAL.fullmatch(value):
        return _partial_date(value)
    if isinstance(value, str) and _IS_DATE.fullmatch(value):
        return _existing(value)
    raise expected("một ngày (2013-03-19 hoặc 19/3/2013), một tháng (3/2013) hoặc một năm", value)


def _partial_date(text: str) -> PartialDate:
    if "/" in text:
        month, _, year = text.partition("/")
    else:
        year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)


def split_sentence(value: object) -> Fault | None:
    """The fault of a sentence that YAML cut at its colon, where the value looks like one."""
    if not isinstance(value, dict) or len(value) != 1 or " " not in (start := next(iter(value))):
        return None
    message = f"câu có dấu hai chấm bị đọc thành khóa {quoted(start)}"
    return Fault("file.split-sentence", message, "đặt cả câu trong dấu nháy kép")


def read_text(value: object, _: object = None) -> str:
    """Chữ: any scalar, as it was written, without characters that no paper may carry."""
    if not isinstance(value, str):
        raise split_sentence(value) or expected("chữ", value)
    if not is_clean(value):
        offset, name = forbidden_characters(value)[0]
        message = f"ký tự điều khiển {name} ở vị trí {offset + 1} của chuỗi"
        raise Fault("file.control-character", message, "xóa ký tự này")
    return value


def read_start(value: object, _: object = None) -> datetime.date | str:
    """Mốc: a day, or the event in words ("nhận được văn bản")."""
    if not isinstance(value, str):
        raise expected("một ngày (2013-07-10 hoặc 10/7/2013) hoặc tên sự kiện", value)
    return _existing(value) if _IS_DATE.fullmatch(value) else read_text(value)


def read_period(value: object, _: object = None) -> Period:
    """Kỳ: a year, half, quarter, month, day, or two of them with `..` between."""
    if not isinstance(value, str) or not _IS_PERIOD.fullmatch(value):
        raise expected(_PERIOD_WORDS, value)
    spans = [_span(point.strip()) for point in value.split("..")]
    start, end = spans[0].start, spans[-1].end
    if end < start:
        raise Fault("file.wrong-value", f"kỳ '{value}' kết thúc trước khi bắt đầu")
    return Period(start, end)


def parse_period(text: str) -> Period:
    """Đọc kỳ: "2013", "2013-H1", "2013-Q3", "2013-07", a day, or two with ".." between.

    Raises ValueError for anything else.
    """
    try:
        return read_period(text)
    except Fault as fault:
        raise ValueError(
            f"expected a period like 2013, 2013-H1 or 2013-Q3, got {text!r}"
        ) from fault


def _span(point: str) -> Period:
    if _IS_DATE.fullmatch(point):
        day = _existing(point)
        return Period(day, day)
    year, _, part = point.partition("-")
    try:
        return _part_of_year(int(year), part)
    except ValueError as fault:  # the year 0000
        raise expected(_PERIOD_WORDS, point) from fault


def _part_of_year(year: int, part: str) -> Period:
    if not part:
        return Period.year(year)
    if part.startswith("H"):
        return Period.half(year, int(part[1:]))
    if part.startswith("Q"):
        return Period.quarter(year, int(part[1:]))
    return Period.month(year, int(part))


def write_period(period: Period) -> str:
    """Kỳ: its shortest form, that `read_period` reads back."""
    start, end = period.start, period.end
    if start == end:
        return start.isoformat()
    if start.year == end.year and (part := _named_part(period)):
        return part
    if (start.month, start.day, end.month, end.day) == (1, 1, _DECEMBER, 31):
        return f"{start.year:04d}..{end.year:04d}"
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return f"{start:%Y-%m}..{end:%Y-%m}"
    return f"{start}..{end}"


def _named_part(period: Period) -> str:
    year = period.start.year
    names = [
        *((f"{year:04d}", Period.year(year)),),
        *((f"{year:04d}-H{half}", Period.half(year, half)) for half in (1, 2)),
        *((f"{year:04d}-Q{quarter}", Period.quarter(year, quarter)) for quarter in (1, 2, 3, 4)),
        *((f"{year:04d}-{month:02d}", Period.month(year, month)) for month in range(1, 13)),
    ]
    return next((name for name, span in names if span == period), "")


def write_partial_date(date: PartialDate) -> str:
    """Ngày chưa đủ: 2013-03 or 2013."""
    return f"{date.year:04d}" if date.month is None else f"{date.year:04d}-{date.month:02d}"


def read_integer(value: object, _: object = None) -> int:
    """Số nguyên, at most nine digits."""
    if not isinstance(value, str) or not _IS_INTEGER.fullmatch(value):
        raise expected("một số nguyên", value)
    return int(value)


def read_hour(value: object, _: object = None) -> str:
    """Giờ: 16:00, 16 giờ, 16h30."""
    if not isinstance(value, str) or not _IS_HOUR.fullmatch(value):
        raise expected("một giờ (16:00)", value)
    return value


def read_count(value: object, least: int, most: int | None) -> int:
    """Số đếm: a whole number between two limits, both included."""
    number = read_integer(value)
    if number < least or (most is not None and number > most):
        until = f" đến {most}" if most is not None else " trở lên"
        raise expected(f"một số nguyên từ {least}{until}", value)
    return number


def count_pattern(least: int, most: int | None) -> str:
    """The pattern of a whole number between two limits."""
    if most is None:
        return "-?0{1,9}|[0-9]{1,9}" if least == 0 else INTEGER
    return f"0*(?:{'|'.join(map(str, range(least, most + 1)))})"


def read_decimal(value: object, _: object = None) -> Decimal:
    """Số: 98, 98,5 or 98.5; a point always parts decimals, thousands are not parted."""
    if not isinstance(value, str) or not _IS_NUMBER.fullmatch(value):
        raise expected("một số (98, 98,5 hoặc 98.5)", value)
    return Decimal(value.replace(",", "."))


def read_float(value: object, _: object = None) -> float:
    """Số: as `read_decimal`, for widths of columns."""
    return float(read_decimal(value))


def write_number(value: Decimal | float) -> str:
    """Số: all its digits, without exponent."""
    return f"{Decimal(str(value)):f}"


def read_boolean(value: object, _: object = None) -> bool:
    """Đúng hoặc sai: true, false."""
    if not isinstance(value, str) or not _IS_BOOLEAN.fullmatch(value):
        raise expected("true (có) hoặc false (không)", value)
    return value.lower() == "true"
