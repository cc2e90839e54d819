"""Nhận ra viện dẫn: which legal texts of the table stand in a sentence, by number or by name."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.citations.citing import in_order
from kehoach.citations.texts import LegalText
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.citations.texts import LegalTexts

_NUMBER = re.compile(r"(?<![\d/])\d{1,4}/(?:19|20)\d\d/[A-ZĐa-zđ]+(?:[-–][A-ZĐa-zđ0-9]+)*\d*")
_AMENDING = re.compile(
    r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|hướng dẫn|thi hành)[^;]*$", re.IGNORECASE
)
_DAY = re.compile(
    r"\s*(?:\(?số\s+\S+\s+)?(?:ngày\s+(?P<d>\d{1,2})(?:\s+tháng\s+|[/.-])(?P<m>\d{1,2})"
    r"(?:\s+năm\s+|[/.-])(?P<y>\d{4})|(?:năm\s+)?(?P<year>(?:19|20)\d\d)\b)"
)


@frozen
class Citation:
    """Viện dẫn tìm thấy: the text of the table, and where its name or number stands."""

    text: LegalText
    start: int
    end: int


def citations_in(
    sentence: str, table: LegalTexts, on: datetime.date | None = None
) -> tuple[Citation, ...]:
    """Các văn bản được viện dẫn trong một câu, in the order in which they stand.

    A law without number is told by its name and its day or year; where the sentence gives
    neither, the one in force `on` the day is meant, if there is one. What a cited text itself
    amends or carries out ("… quy định chi tiết Luật …") is named, not cited. Texts that the table
    has not are passed over.
    """
    plain = nfc(sentence).replace("\u00a0", " ")
    found = [*_by_number(plain, table), *_by_name(plain, table, on)]
    first: dict[str, Citation] = {}
    for one in sorted(found, key=lambda one: one.start):
        first.setdefault(one.text.number, one)
    return tuple(first.values())


def proposed_order(
    bases: Iterable[str], table: LegalTexts, on: datetime.date | None = None
) -> tuple[str, ...] | None:
    """Thứ tự đề nghị của các căn cứ đã viết, or `None` where it is theirs already.

    Lines of which the table knows no text keep their places.
    """
    lines = tuple(bases)
    cited = [next((one.text for one in citations_in(line, table, on)), None) for line in lines]
    known = [place for place, text in enumerate(cited) if text is not None]
    texts = [text for text in cited if text is not None]
    if len({text.number for text in texts}) < len(texts):
        return None
    wanted = iter(in_order(texts))
    line_of = {text.number: lines[place] for place, text in zip(known, texts, strict=True)}
    moved = list(lines)
    for place in known:
        moved[place] = line_of[next(wanted).number]
    return None if tuple(moved) == lines else tuple(moved)


def _by_number(sentence: str, table: LegalTexts) -> Iterator[Citation]:
    for match in _NUMBER.finditer(sentence):
        text = table.get(match[0])
        if text is not None and not _is_amended(sentence, match.start(), text):
            yield Citation(text, match.start(), match.end())


def _by_name(sentence: str, table: LegalTexts, on: datetime.date | None) -> Iterator[Citation]:
    pattern = _names(table)
    for match in pattern.finditer(sentence) if pattern else ():
        same = table.named(match[0])
        text = _meant(same, sentence, match.end(), on)
        if text is not None and not _is_amended(sentence, match.start(), text):
            yield Citation(text, match.start(), match.end())


def _is_amended(sentence: str, start: int, text: LegalText) -> bool:
    """Whether the words before say that another text amends or carries out this one."""
    before = _AMENDING.search(sentence, 0, start)
    return before is not None and not text.name.startswith("sửa đổi")


def _meant(
    same: tuple[LegalText, ...], sentence: str, end: int, on: datetime.date | None
) -> LegalText | None:
    said = _DAY.match(sentence, end)
    if said is None:
        return _standing(same, on)
    if said["year"]:
        of_year = tuple(one for one in same if one.day.year == int(said["year"]))
        return of_year[0] if len(of_year) == 1 else _standing(of_year, on)
    try:
        day = datetime.date(int(said["y"]), int(said["m"]), int(said["d"]))
    except ValueError:
        return None
    return next((one for one in same if one.day == day), None)


def _standing(same: tuple[LegalText, ...], on: datetime.date | None) -> LegalText | None:
    """The latest of them that is in force on the day."""
    standing = [one for one in same if on and not one.is_repealed(on) and not one.is_ahead(on)]
    return standing[-1] if standing else None


@lru_cache(maxsize=8)
def _pattern(titles: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted(map(re.escape, titles), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b") if titles else None


def _names(table: LegalTexts) -> re.Pattern[str] | None:
    """The names of laws; one that begins with a small letter is also written with a capital."""
    laws = [one for one in table.texts if one.is_unnumbered]
    capital = (f"{one.kind} {one.name[:1].upper()}{one.name[1:]}" for one in laws)
    return _pattern(tuple(dict.fromkeys((*(one.title for one in laws), *capital))))
