"""Chữ của năm mới: years and days in a sentence moved on, citations and ranges left alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from kehoach.renewing.kept import SEASON, Span, cited, doubted, overlaps
from kehoach.renewing.lunar import LUNAR_YEAR, lunar_year_name
from kehoach.vietnamese import weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_I = re.IGNORECASE

_WEEKDAY = (
    r"(?P<weekday>(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)(?P<link>,?\s*\(?(?:ngày\s+)?))?"
)
_SHORT = re.compile(
    _WEEKDAY + r"(?<![\d/.])(?P<day>\d{1,2})(?P<first>[/.-])"
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
_YEAR = re.compile(r"(?<![\d/.,:-])(\d{4})(?![\d/-]|[.,]\d)")

_MARCH = 3
_WORDS = 6


@frozen
class Wording:
    """Cách viết lại câu chữ cho năm khác.

    `year` is that of the old plan, `last` that in which it ends (a school year's plan ends in the
    next), `shift` the years to go on; `moves` says where the days of the
    plan's own deadlines go (their working days are already found), `names` what bodies are called
    now. Every other day keeps its day and month.
    """

    year: int
    shift: int
    moves: Mapping[datetime.date, datetime.date] = field(factory=dict)
    names: Mapping[str, str] = field(factory=dict)
    last: int = field(default=attrs.Factory(lambda self: self.year, takes_self=True))

    def moved(self, day: datetime.date) -> datetime.date:
        """Ngày của năm mới: the same day and month, 29 February becoming the 28th."""
        return self.moves.get(day) or same_day(day, self.shift)

    def text(self, text: str, phrases: tuple[str, ...] = ()) -> str:
        """Viết lại một câu; `phrases` say a deadline of the plan and are never a citation."""
        return self._edits(text, phrases).applied(text)

    def left(self, text: str, phrases: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Chỗ nhắc năm cũ mà không được viết lại, clear citations apart, with the words around."""
        edits = self._edits(text, phrases)
        clear = tuple(cited(text, self.year))
        left = [
            found.span()
            for year in self._own
            for found in re.finditer(rf"(?<!\d){year}(?!\d)", text)
            if not edits.made(found.span()) and not overlaps(found.span(), clear)
        ]
        return tuple(_around(text, span) for span in sorted(left))

    @property
    def _own(self) -> range:
        return range(self.year, self.last + 1)

    def _edits(self, text: str, phrases: tuple[str, ...]) -> _Edits:
        owned = tuple(_places(text, phrases))
        kept = (*cited(text, self.year), *doubted(text, self.year))
        edits = _Edits(tuple(span for span in kept if not overlaps(span, owned)))
        for pattern in (_SHORT, _LONG):
            edits.put(pattern, text, self._whole_day)
        edits.put(SEASON, text, self._season)
        edits.put(LUNAR_YEAR, text, self._lunar_year)
        for start, end in owned:
            edits.put(_BARE_DAY, text, self._bare_day, start, end)
        edits.put(_NAMED_YEAR, text, self._named_year)
        edits.put(_YEAR, text, self._bare_year)
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

    def _season(self, found: re.Match[str]) -> str | None:
        first, last = int(found[1]) + self.shift, int(found[3]) + self.shift
        head = found[0][: found.start(1) - found.start()]
        return f"{head}{first}{found[2]}{last}" if last == first + 1 else None

    def _lunar_year(self, found: re.Match[str]) -> str | None:
        printed = " ".join(found[0].replace("Tí", "Tý").replace("Tị", "Tỵ").split())
        for year in range(self.year - 1, self.last + 2):
            if lunar_year_name(year) == printed:
                return lunar_year_name(year + self.shift)
        return None

    def _named_year(self, found: re.Match[str]) -> str | None:
        year = int(found[1])
        return f"{found[0][:-4]}{year + self.shift}" if self._near(year) else None

    def _bare_year(self, found: re.Match[str]) -> str | None:
        year = int(found[1])
        return str(year + self.shift) if self._near(year) else None

    def _near(self, year: int) -> bool:
        """The plan speaks of its own year, of the one that it reviews, of the one to prepare."""
        return self.year - 1 <= year <= self.last + 1


def same_day(day: datetime.date, years: int) -> datetime.date:
    """Cùng ngày, tháng của năm khác; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


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

    def free(self, span: Span) -> bool:
        return not overlaps(span, self._kept) and not self.made(span)

    def made(self, span: Span) -> bool:
        return overlaps(span, tuple(self._made))

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


def _around(text: str, span: Span) -> str:
    """The words about a year, whole."""
    start, end = span
    words = (text[:start].split()[-_WORDS:], [text[start:end]], text[end:].split()[:_WORDS])
    before, (year,), after = words
    joined = "" if text[start - 1 : start].strip() else " "
    parted = "" if text[end : end + 1].strip() else " "
    return f"{' '.join(before)}{joined}{year}{parted}{' '.join(after)}".strip()


def _weekday(printed: str, day: datetime.date) -> str:
    """With the capitals of the print: "thứ hai", "thứ Hai", "Thứ Hai"."""
    name, second = weekday_name(day), printed.split()[1]
    if second[0].islower() and not second.startswith("nhật"):
        name = name.lower()
    return name[:1].upper() + name[1:] if printed[:1].isupper() else name


def _as_day(number: int, printed: str) -> str:
    """With a leading zero where the print had one, or had two figures."""
    return f"{number:02d}" if len(printed) > 1 else str(number)


def _as_month(number: int, printed: str) -> str:
    """With the leading zero that the print had, and that January and February must have."""
    return f"{number:02d}" if printed.startswith("0") or number < _MARCH else str(number)
