"""Chữ của năm mới: years and days in a sentence moved on, citations and ranges left alone.

What a citation is, is read from its form: a number with its day ("số 35/2011/QĐ-UBND ngày
19/9/2011"), the name of a law with its year, a range of years ("giai đoạn 2011-2015").
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from kehoach.vietnamese import weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_I = re.IGNORECASE
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"

_KEPT = (
    re.compile(
        rf"\bsố\s*:?\s*\d[\w/.-]*(?:\s*,?\s*(?:ngày\s+)?(?:{_DAY}|tháng\s+\d+\s+năm\s+\d{{4}}))?",
        _I,
    ),
    re.compile(r"\b\d+(?:/\d{4})?/[A-ZĐ][\w-]*(?:\s*,?\s*ngày\s+(?:" + _DAY + r"))?"),
    re.compile(
        r"\b(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Kết luận"
        rf"|Quyết định|Công văn|Thông báo)\s[^.;:\n]{{0,160}}?(?:ngày\s+(?:{_DAY}))"
    ),
    re.compile(r"\b(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s[^.;:,\n\d]{0,120}(?:năm\s+)?\d{4}"),
    re.compile(r"\b\d{4}\s*[-–—]\s*\d{4}\b"),
    re.compile(r"\btừ\s+(?:năm\s+)?\d{4}\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?\d{4}\b", _I),
    re.compile(
        r"\b(?:giai đoạn|thời kỳ|tầm nhìn|định hướng|đến năm|từ năm)\s+(?:đến\s+)?(?:năm\s+)?\d{4}",
        _I,
    ),
)
_SCHOOL_YEAR = re.compile(r"\b(?:năm học|niên khóa|niên vụ|vụ)\s+(\d{4})(\s*[-–—]\s*)(\d{4})\b", _I)

_WEEKDAY = (
    r"(?P<weekday>(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)(?P<link>,?\s*\(?(?:ngày\s+)?))?"
)
_SHORT = re.compile(
    _WEEKDAY + r"(?<![\d/.-])(?P<day>\d{1,2})(?P<first>[/.-])"
    r"(?P<month>\d{1,2})(?P=first)(?P<year>\d{4})(?!\d)",
    _I,
)
_LONG = re.compile(
    _WEEKDAY + r"(?<!\d)(?P<day>\d{1,2})(?P<first>\s+tháng\s+)"
    r"(?P<month>\d{1,2})(?P<second>\s+năm\s+)(?P<year>\d{4})(?!\d)",
    _I,
)
_BARE_DAY = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<first>[/.-])(?P<month>\d{1,2})(?![\d/.%-])"
)
_NAMED_YEAR = re.compile(
    r"(?:\bnăm\s+|(?:\btháng\s+\d{1,2}|\bquý\s+[IVX\d]+)\s*/\s*)(\d{4})(?!\d)", _I
)
_YEAR = re.compile(r"(?<![\d/.,-])(\d{4})(?![\d/-]|[.,]\d)")

_MARCH = 3

_Span: TypeAlias = tuple[int, int]


@frozen
class Wording:
    """Cách viết lại câu chữ cho năm khác.

    `year` is that of the old plan, `shift` the years to go on; `moves` says where the days of the
    plan's own deadlines go (their working days are already found), `names` what bodies are called
    now. Every other day keeps its day and month.
    """

    year: int
    shift: int
    moves: Mapping[datetime.date, datetime.date] = field(factory=dict)
    names: Mapping[str, str] = field(factory=dict)

    def moved(self, day: datetime.date) -> datetime.date:
        """Ngày của năm mới: the same day and month, 29 February becoming the 28th."""
        return self.moves.get(day) or same_day(day, self.shift)

    def text(self, text: str, phrases: tuple[str, ...] = ()) -> str:
        """Viết lại một câu; `phrases` say a deadline of the plan and are never a citation."""
        return self._edits(text, phrases).applied(text)

    def left(self, text: str, phrases: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Chỗ nhắc năm cũ mà không được viết lại, outside citations, with the words around it."""
        edits = self._edits(text, phrases)
        found = re.finditer(rf"(?<!\d){self.year}(?!\d)", text)
        left = (one.span() for one in found if edits.free(one.span()))
        return tuple(text[max(0, start - 30) : end + 10].strip() for start, end in left)

    def _edits(self, text: str, phrases: tuple[str, ...]) -> _Edits:
        owned = tuple(_places(text, phrases))
        edits = _Edits(tuple(span for span in cited(text) if not _overlaps(span, owned)))
        for pattern in (_SHORT, _LONG):
            edits.put(pattern, text, self._whole_day)
        edits.put(_SCHOOL_YEAR, text, self._school_year)
        for start, end in owned:
            edits.put(_BARE_DAY, text, self._bare_day, start, end)
        edits.put(_NAMED_YEAR, text, self._named_year)
        edits.put(_YEAR, text, self._own_year)
        for old, new in sorted(self.names.items(), key=lambda pair: -len(pair[0])):
            pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
            edits.put(pattern, text, partial(_always, new))
        return edits

    def phrase(self, phrase: str) -> str:
        """Viết lại cụm từ của một thời hạn, as it comes out in its sentence."""
        return self.text(phrase, (phrase,))

    def _whole_day(self, found: re.Match[str]) -> str | None:
        try:
            day = datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            return None
        if not self._near(day.year):
            return None
        new = self.moved(day)
        groups = found.groupdict()
        weekday = _weekday(found["weekday"], new) + found["link"] if found["weekday"] else ""
        second = groups.get("second") or found["first"]
        return (
            f"{weekday}{_as_day(new.day, found['day'])}{found['first']}"
            f"{_as_month(new.month, found['month'])}{second}{new.year}"
        )

    def _bare_day(self, found: re.Match[str]) -> str | None:
        """A day without its year, inside a phrase, follows the datum that it says."""
        for old, new in self.moves.items():
            if (old.day, old.month) == (int(found["day"]), int(found["month"])):
                return (
                    f"{_as_day(new.day, found['day'])}{found['first']}"
                    f"{_as_month(new.month, found['month'])}"
                )
        return None

    def _school_year(self, found: re.Match[str]) -> str:
        first, last = int(found[1]) + self.shift, int(found[3]) + self.shift
        head = found[0][: found.start(1) - found.start()]
        return f"{head}{first}{found[2]}{last}"

    def _named_year(self, found: re.Match[str]) -> str | None:
        year = int(found[1])
        return f"{found[0][:-4]}{year + self.shift}" if self._near(year) else None

    def _own_year(self, found: re.Match[str]) -> str | None:
        year = int(found[1])
        return str(year + self.shift) if year == self.year else None

    def _near(self, year: int) -> bool:
        """The plan speaks of its own year, of the one that it reviews, of the one to prepare."""
        return abs(year - self.year) <= 1


def same_day(day: datetime.date, years: int) -> datetime.date:
    """Cùng ngày, tháng của năm khác; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def cited(text: str) -> Iterator[tuple[int, int]]:
    """Các đoạn dẫn văn bản, giai đoạn: spans whose years and days are not the plan's own."""
    schools = [found.span() for found in _SCHOOL_YEAR.finditer(text)]
    for pattern in _KEPT:
        for found in pattern.finditer(text):
            if not _overlaps(found.span(), schools):
                yield found.span()


class _Edits:
    """Replacements that do not touch one another, the first put winning."""

    def __init__(self, kept: tuple[tuple[int, int], ...]) -> None:
        self._kept = kept
        self._made: dict[tuple[int, int], str] = {}

    def put(
        self,
        pattern: re.Pattern[str],
        text: str,
        new: Callable[[re.Match[str]], str | None],
        start: int = 0,
        end: int | None = None,
    ) -> None:
        for found in pattern.finditer(text, start, len(text) if end is None else end):
            written = new(found) if self.free(found.span()) else None
            if written is not None:
                self._made[found.span()] = written

    def free(self, span: _Span) -> bool:
        return not _overlaps(span, self._kept) and not _overlaps(span, self._made)

    def applied(self, text: str) -> str:
        for (start, end), new in sorted(self._made.items(), reverse=True):
            text = f"{text[:start]}{new}{text[end:]}"
        return text


def _always(new: str, _: re.Match[str]) -> str:
    return new


def _places(text: str, phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for phrase in phrases:
        start = text.find(phrase)
        if start >= 0:
            yield start, start + len(phrase)


def _overlaps(span: _Span, others: Iterable[_Span]) -> bool:
    start, end = span
    return any(start < last and first < end for first, last in others)


def _weekday(printed: str, day: datetime.date) -> str:
    name = weekday_name(day)
    return name[:1].upper() + name[1:] if printed[:1].isupper() else name


def _as_day(number: int, printed: str) -> str:
    """With a leading zero where the print had one, or had two figures."""
    return f"{number:02d}" if len(printed) > 1 else str(number)


def _as_month(number: int, printed: str) -> str:
    """With the leading zero that the print had, and that January and February must have."""
    return f"{number:02d}" if printed.startswith("0") or number < _MARCH else str(number)
