"""Các dạng câu của thời hạn: a pattern and what it means, from the most special to the plainest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.deadlines._fragments import compiled
from kehoach.deadlines._readers import (
    Place,
    plain,
    read_date,
    read_day_month,
    read_number,
    read_period,
    read_place,
    read_rhythm,
    read_unit,
    read_weekday,
)
from kehoach.deadlines.kinds import (
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

if TYPE_CHECKING:
    import datetime

_STRETCHES = {"đầu": Stretch.BEGIN, "giữa": Stretch.MIDDLE, "cuối": Stretch.END}
_LAST_DAY = 31


@frozen
class Form:
    """Dạng câu: a pattern of `_fragments`, and the deadline that a match means in a year.

    `whole` forms are tried on a phrase that stands alone, `in_sentence` forms inside a sentence.
    A sentence that lacks one of the `needs` holds no match: "ngay khi|sau" needs "ngay", and "khi"
    or "sau"; "#" is a digit, "/" a date.
    """

    pattern: str
    build: Callable[[re.Match[str], int | None], Deadline | None]
    in_sentence: bool = True
    whole: bool = True
    needs: str = ""

    def read(self, found: re.Match[str], year: int | None) -> Deadline | None:
        """The deadline of a match, or `None` where no calendar has it ("25 giờ", "ngày 0/13")."""
        try:
            return self.build(found, year)
        except ValueError:
            return None


def _has(found: re.Match[str], group: str) -> str:
    return found.groupdict().get(group) or ""


def _strict(found: re.Match[str]) -> bool:
    return "trước" in plain(_has(found, "limit"))


def _hour(found: re.Match[str]) -> str | None:
    return _has(found, "hour").rstrip(", ") or None


def _fixed(found: re.Match[str], year: int | None) -> Deadline | None:
    day = read_date(found["date"], year)
    if day is None:
        return None
    kind = Before if _strict(found) else By
    return kind(day, hour=_hour(found))


def _fixed_in_sentence(found: re.Match[str], year: int | None) -> Deadline | None:
    """As `_fixed`; "đến 10/10", "trong 12/15" count things there, unless a year or "ngày" says."""
    date, limit = found["date"], plain(found["limit"])
    plainly_a_day = date[:4].lower() == "ngày" or read_day_month(date)[2]
    a_limit = limit.startswith(("trước", "chậm nhất", "muộn nhất", "hạn "))
    return _fixed(found, year) if plainly_a_day or a_limit else None


def _before_period(found: re.Match[str], year: int | None) -> Deadline | None:
    period = read_period(found["period"], year)
    return Before(period.start) if period else None


def _in(found: re.Match[str], year: int | None) -> Deadline | None:
    period = read_period(found["period"], year)
    stretch = _has(found, "stretch")
    return In(period, _STRETCHES[plain(stretch)] if stretch else None) if period else None


def _in_sentence(found: re.Match[str], year: int | None) -> Deadline | None:
    """As `_in`; "trong năm 2013" says only what a plan is about, unless something is to be done."""
    deadline = _in(found, year)
    clause = re.split(r"[.;]\s", found.string[: found.start()])[-1]
    about = compiled("(?:trong|vào) (?:(?:suốt|cả) )?(?:năm|các năm|giai đoạn|thời kỳ) .+")
    of_a_plan = about.fullmatch(found[0])
    return None if of_a_plan and "hoàn thành" not in plain(clause) else deadline


def _in_year(found: re.Match[str], year: int | None) -> Deadline | None:
    """Of a bare year, or of "cuối năm" in the year that is given."""
    own = _has(found, "year")
    stretch = _has(found, "stretch")
    whole = int(own) if own else year
    return (
        In(Period.year(whole), _STRETCHES[plain(stretch)] if stretch else None) if whole else None
    )


def _rhythm(found: re.Match[str]) -> tuple[Every, ...]:
    return read_rhythm(_has(found, "rhythm")) or read_rhythm(_has(found, "after"))


def _recurring(found: re.Match[str], _: int | None) -> Deadline | None:
    rhythm = _rhythm(found)
    return Recurring(rhythm[0], also=rhythm[1:]) if rhythm else None


def _on_day(found: re.Match[str], _: int | None) -> Deadline | None:
    rhythm = _rhythm(found)
    place = read_place(found["place"]) if _has(found, "place") else Place(None, False, None)  # noqa: FBT003
    if not rhythm and place.every:
        rhythm = (place.every,)
    day = read_number(found["day"].split()[-1])
    if not rhythm or not 1 <= day <= _LAST_DAY:
        return None
    return Recurring(
        rhythm[0],
        day,
        place.month,
        following=place.following,
        strict=_strict(found),
        hour=_hour(found),
        also=rhythm[1:],
    )


def _on_bare_day(found: re.Match[str], year: int | None) -> Deadline | None:
    """As `_on_day` without "trước" and the like: "ngày 5 tháng sau" may be the day of a meeting."""
    place = read_place(found["place"]) if _has(found, "place") else None
    of_a_rhythm = _rhythm(found) or (place and place.every not in (None, Every.MONTH))
    return _on_day(found, year) if of_a_rhythm else None


def _on_weekday(found: re.Match[str], _: int | None) -> Deadline | None:
    following = bool(_has(found, "place"))
    if not following and Every.WEEK not in _rhythm(found):
        return None
    return Recurring(
        Every.WEEK,
        read_weekday(found["weekday"]),
        following=following,
        strict=_strict(found),
        hour=_hour(found),
    )


def _yearly(found: re.Match[str], _: int | None) -> Deadline | None:
    day, month, own = read_day_month(found["date"])
    next_year = bool(_has(found, "next"))
    if own or not (next_year or _has(found, "rhythm") or _has(found, "after")):
        return None
    return Recurring(
        Every.YEAR,
        day,
        month,
        following=next_year,
        strict=_strict(found),
        hour=_hour(found),
    )


def _some_of_a_year(found: re.Match[str], _: int | None) -> Deadline | None:
    """Two or four days of a year, evenly spread: a day of every half or quarter."""
    days = [read_day_month(one[0]) for one in compiled("<DATE>").finditer(found["dates"])]
    every = {2: Every.HALF, 4: Every.QUARTER}.get(len(days))
    day, month, _own = days[0]
    if every is None or days != [(day, month + i * every.months, None) for i in range(len(days))]:
        return None
    return Recurring(every, day, month, strict=_strict(found), hour=_hour(found))


def _month_of_each_year(found: re.Match[str], _: int | None) -> Deadline | None:
    period = read_period(found["period"], 2000)
    return Recurring(Every.YEAR, _LAST_DAY, period.end.month) if period else None


def _span_of_each_year(found: re.Match[str], _: int | None) -> Deadline | None:
    period = read_period(found["period"], 2000)
    return Recurring(Every.YEAR, period.end.day, period.end.month) if period else None


def _moment(text: str, year: int | None) -> datetime.date | str:
    """The day, where the words are a date, else the words of the event."""
    if compiled("<DATE>").fullmatch(text.strip()) and (day := read_date(text, year)):
        return day
    return text.strip()


def _within(found: re.Match[str], year: int | None) -> Deadline | None:
    unit = read_unit(found["unit"])
    return Within(read_number(found["number"]), _moment(found["event"], year), unit)


def _at_once(found: re.Match[str], year: int | None) -> Deadline | None:
    return Within(0, _moment(found["event"], year), Unit.DAY)


def _ahead_of_event(found: re.Match[str], year: int | None) -> Deadline | None:
    """As `_ahead`; "6 tháng trước ngày 15/6" is the report of six months, due before a day."""
    in_days = "ngày" in plain(found["unit"])
    return _ahead(found, year) if in_days or not re.search(r"\d", found["event"]) else None


def _before_event(found: re.Match[str], _: int | None) -> Deadline:
    return Ahead(0, found["event"].strip(), Unit.DAY)


def _ahead(found: re.Match[str], year: int | None) -> Deadline | None:
    unit = read_unit(found["unit"])
    return Ahead(read_number(found["number"]), _moment(found["event"], year), unit)


def _standing(_found: re.Match[str], _year: int | None) -> Deadline:
    return Standing(None)


def _on_request(_found: re.Match[str], _year: int | None) -> Deadline:
    return OnRequest(None)


def _undated(_found: re.Match[str], _year: int | None) -> Deadline:
    return Undated(None)


_AMOUNT = r"(?P<number><NUMBER>)\s*(?P<unit><UNIT>)"
_LIMIT = r"(?P<limit><LIMIT>) (?:(?P<hour><HOUR>) )?"
_EVENT = r"(?P<event><EVENT>)"
_HAND_IN = r"(?: (?:gửi|nộp|báo cáo))?"
_LED_BY_RHYTHM = rf"(?:(?P<rhythm><RHYTHM>)(?:,?{_HAND_IN} | (?P<open>\())|định kỳ )?"
_LED_BY_YEARLY = rf"(?:(?P<rhythm><YEARLY>)(?:,?{_HAND_IN} | (?P<open>\()))?"
_CLOSED = r"(?(open)\))"
_ON_WEEKDAY = r"(?:(?:(?:sáng|chiều) )?(?:ngày )?<WEEKDAY>(?:,? | (?P<open>\()))?"
_ON_DATE = rf"{_LIMIT}{_ON_WEEKDAY}(?P<date><DATE>){_CLOSED}"
_DATES = r"(?:các )?(?P<dates><DATE>(?:(?:,|;|,? và)(?: <LIMIT>)? <DATE>){1,3})"
_DAY = r"ngày (?P<day><DAY>)(?!\s?[/.]\s?\d| tháng \d)(?: (?P<place><PLACE>))?"
_THEN_RHYTHM = r"(?:,? (?P<after><RHYTHM>))?"

# "Trung tâm Giáo dục thường xuyên", "chi thường xuyên", "không thường xuyên" give no duty.
_NOT_A_NAME = "".join(
    rf"(?<!{word}\s)" for word in ("chi", "dục", "sách", "phí", "nguồn", "vốn", "không")
)

FORMS: tuple[Form, ...] = (
    Form(
        rf"trước (?P<event><EVENT_BETWEEN>),? <AT_LEAST> {_AMOUNT}",
        _ahead,
        needs="trước nhất|thiểu",
    ),
    Form(rf"<AT_LEAST> {_AMOUNT} trước {_EVENT}", _ahead, needs="trước nhất|thiểu"),
    Form(
        rf"trước (?:<AT_LEAST> )?{_AMOUNT} (?:so với|tính đến) {_EVENT}",
        _ahead,
        needs="trước so|tính",
    ),
    Form(rf"{_AMOUNT} trước {_EVENT}", _ahead_of_event, in_sentence=False),
    Form(
        rf"(?:<WITHIN> )?{_AMOUNT},? <SINCE> {_EVENT}",
        _within,
        needs="kể|tính|từ|sau ngày|tuần|tháng|năm|giờ|tiếng|h",
    ),
    Form(rf"ngay (?:sau )?khi {_EVENT}", _at_once, needs="ngay khi"),
    Form(rf"trước khi {_EVENT}", _before_event, in_sentence=False),
    Form(r"ngay trong (?P<event><DATE>)", _at_once, needs="ngay trong /"),
    Form(
        rf"(?:<YEARLY>,? )?{_LIMIT}{_DATES}(?:,? <YEARLY>)?",
        _some_of_a_year,
        needs="/",
    ),
    Form(rf"{_DATES},? <YEARLY>", _some_of_a_year, needs="/ hằng|hàng|mỗi"),
    Form(
        rf"{_LED_BY_YEARLY}(?:{_LIMIT})?(?P<date><DATE>){_CLOSED}"
        r"(?P<next> (?:của )?năm <AFTER>)?(?:,? (?P<after><YEARLY>))?",
        _yearly,
        needs="/ năm hằng|hàng|mỗi|liền|tiếp|sau",
    ),
    Form(
        rf"{_LED_BY_RHYTHM}{_LIMIT}{_DAY}{_CLOSED}{_THEN_RHYTHM}",
        _on_day,
        needs="# ngày tháng|hằng|hàng|mỗi|lần|kỳ",
    ),
    Form(
        rf"{_LED_BY_RHYTHM}{_DAY}{_CLOSED}{_THEN_RHYTHM}",
        _on_bare_day,
        needs="# ngày tháng|hằng|hàng|mỗi|lần|kỳ",
    ),
    Form(
        rf"{_LED_BY_RHYTHM}(?:{_LIMIT})?(?:(?:sáng|chiều|cuối) )?(?:ngày )?(?P<weekday><WEEKDAY>)"
        rf"(?: (?P<place>(?:của )?tuần <AFTER>))?{_CLOSED}{_THEN_RHYTHM}",
        _on_weekday,
        needs="tuần thứ|chủ",
    ),
    Form(
        r"(?:trong )?(?P<period>tháng <MONTH>|quý <QUARTER>) <YEARLY>",
        _month_of_each_year,
        needs="năm hằng|hàng|mỗi tháng|quý|quí",
    ),
    Form(
        r"(?P<period><SPAN>),? <YEARLY>",
        _span_of_each_year,
        needs="từ # năm hằng|hàng|mỗi",
    ),
    Form(r"(?P<rhythm><RHYTHM>|<ITEM>(?:<AND><ITEM>){1,5})", _recurring, in_sentence=False),
    Form(r"(?P<rhythm><RHYTHM>)", _recurring, whole=False, needs="hằng|hàng|mỗi|lần|kỳ"),
    Form(_ON_DATE, _fixed, in_sentence=False),
    Form(_ON_DATE, _fixed_in_sentence, whole=False, needs="/"),
    Form(r"(?P<date><DATE>)", _fixed, in_sentence=False),
    Form(r"<BEFORE> (?P<period><PERIOD>)", _before_period, needs="trước năm|tháng|quý|quí|19|20"),
    Form(r"<IN> (?:(?P<stretch><STRETCH>) )?(?P<period><PERIOD>)", _in, in_sentence=False),
    Form(
        r"<IN> (?:(?P<stretch><STRETCH>) )?(?P<period><PERIOD>)",
        _in_sentence,
        whole=False,
        needs="nhất|quá|đến|hết|trong|vào năm|tháng|quý|quí|19|20",
    ),
    Form(r"(?P<period><SPAN>)", _in, needs="từ #|quý|quí"),
    Form(r"(?P<period><DATE><DASH><DATE>)", _in, in_sentence=False),
    Form(r"(?:đến )?(?:(?P<stretch><STRETCH>) )?(?P<period><PERIOD>)", _in, in_sentence=False),
    Form(r"(?P<year>\d{4})", _in_year, in_sentence=False),
    Form(r"(?:<IN> )?(?P<stretch><STRETCH>) năm(?: nay)?", _in_year, in_sentence=False),
    Form(r"(?:trong|cả|trong cả|trong suốt) năm(?: (?P<year>\d{4}))?", _in_year, in_sentence=False),
    Form(rf"{_NOT_A_NAME}thường xuyên", _standing, whole=False, needs="thường xuyên"),
    Form(r"(?:^|(?<=[.;:–-]\s))(?:tiếp tục|duy trì)", _standing, whole=False, needs="tiếp|duy"),
    Form(
        r"(?:(?:thực hiện|làm) )?(?:thường xuyên|liên tục|kịp thời|tiếp tục|duy trì|hằng ngày"
        r"|hàng ngày)<STANDING_TAIL>*",
        _standing,
        in_sentence=False,
    ),
    Form(r"khi (?:có|được) (?:yêu cầu|đề nghị)", _on_request, needs="khi yêu|đề"),
    Form(
        r"(?:.+?(?:\s?[/,]\s*| hoặc ))?"
        r"(?:(?:sau )?khi .+|theo (?:yêu cầu|đề nghị)(?: .+)?|đột xuất)",
        _on_request,
        in_sentence=False,
    ),
    Form(
        r"(?:làm )?(?:ngay(?: lập tức)?|khẩn trương|sớm(?: nhất)?|trong thời gian sớm nhất"
        r"|theo (?:tiến độ|kế hoạch|(?:thời gian )?quy định|lộ trình)(?: .+)?"
        r"|(?:không|chưa) (?:có |xác định )?thời hạn)",
        _undated,
        in_sentence=False,
    ),
)
"""Mọi dạng câu, in the order in which a whole phrase tries them."""
