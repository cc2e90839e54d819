"""Chữ giữ nguyên: what a sentence says of other papers and of the past, read from its form.

A citation is known by its number with its day ("số 35/2011/QĐ-UBND ngày 19/9/2011"), a law by its
name with its year, a stretch of years by its two ends ("giai đoạn 2011-2015"), an anniversary by
its two days ("(02/9/1945 - 02/9/2025)"). What only seems to be one is kept too, and asked about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Span: TypeAlias = tuple[int, int]

_I = re.IGNORECASE
_DAY = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_NOTATION = r"\d[\d.]*(?:/\d{4})?[/-][A-ZĐ][\w/-]*"
_OF = rf"(?:\s*,?\s*ngày\s+{_DAY}|\s*,?\s*tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}|\s+{_DAY})"
_TIMED = "trước|đến|hết|từ|vào|trong|sau|quá|nhất|là|xong|đúng"
"""Words before a day by which it is a day to do something on, not that of a paper."""

_TIMED_DAY = re.compile(rf"\b(?:{_TIMED})\s+ngày\s+{_DAY}$")
_NOT_OF_A_LAW = re.compile(
    r"\b(?:được|báo cáo|kết quả|kế hoạch|đợt|ngày|tháng|quý|lượt|số)\b"
    rf"|\b(?:{_TIMED}|đầu|cuối|cho|dự toán)\s+(?:năm\s+)?\d{{4}}$"
)

_CITED: Final = (
    re.compile(rf"\b{_NOTATION}(?:{_OF})?"),
    re.compile(rf"\b{_NOTATION}\s+(?:của|do)\s[^.;:,\n]{{0,80}}?ngày\s+{_DAY}"),
    re.compile(r"\bsửa đổi(?:,\s*bổ sung)?(?:\s+một số điều)?,?\s+năm\s+\d{4}", _I),
    re.compile(r"\btừ\s+(?:năm\s+)?\d{4}\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?\d{4}\b", _I),
)
_LAW: Final = re.compile(
    r"\b(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)(?!\s+sư\b)\s[^.;:\n\d]{0,120}?(?:\(sửa đổi\)\s+)?"
    r"(?:năm\s+)?(\d{4})(?![\d/])"
)
_DOUBTED: Final = (
    re.compile(rf"\bsố\s*:?\s*\d+\b(?![/-])(?:{_OF})", _I),
    re.compile(
        r"\b(?:Nghị quyết|Nghị định|Thông tư|Chỉ thị|Kết luận|Quyết định|Công văn|Thông báo"
        rf"|Kế hoạch|Chương trình|Hướng dẫn|Báo cáo|Tờ trình)\s[^.;:\n]{{0,160}}?ngày\s+{_DAY}"
    ),
    re.compile(r"\b(?:giai đoạn|thời kỳ|tầm nhìn|định hướng)\s+(?:đến\s+)?(?:năm\s+)?\d{4}", _I),
    re.compile(r"\b(?:đến|từ)\s+năm\s+\d{4}", _I),
    re.compile(
        r"(?<![\d.,])\d{4}\s+(?:lượt|người|hộ|cuốn|bản|tờ|trường hợp|vụ|lớp|buổi|cuộc|triệu|đồng|tỷ"
        r"|ha|m2|m|km|học sinh|học viên|đại biểu|hồ sơ|thủ tục|suất|cơ sở|doanh nghiệp|tấn|em)\b"
    ),
)
_SINCE: Final = re.compile(
    rf"\b(?:kể từ|hiệu lực(?: thi hành)?(?: kể)? từ)\s+(?:ngày\s+)?{_DAY}", _I
)
_YEARS: Final = re.compile(r"\b(\d{4})\s*[-–—]\s*(\d{4})\b")
_DAYS: Final = re.compile(rf"{_DAY}\s*[-–—]\s*{_DAY}")
_YEAR: Final = re.compile(r"\d{4}")
SEASON: Final = re.compile(
    r"\b(?:năm học|niên khóa|niên vụ|(?:mùa|vụ)(?:\s+[^\W\d]+){0,4})\s+"
    r"(\d{4})(\s*[-–—]\s*)(\d{4})\b",
    _I,
)
"""Năm học, vụ, mùa: one of the plan's own that runs from one year into the next."""


def cited(text: str, year: int) -> Iterator[Span]:
    """Viện dẫn, giai đoạn đã rõ: spans whose years and days are not those of a plan of `year`."""
    for pattern in _CITED:
        yield from (found.span() for found in pattern.finditer(text) if _is_paper(found))
    yield from (found.span() for found in _laws(text) if int(found[1]) < year)
    seasons = list(_seasons(text))
    for pattern, lasts in ((_YEARS, _several), (_DAYS, _several)):
        for found in pattern.finditer(text):
            if lasts(found) and not overlaps(found.span(), seasons):
                yield found.span()


def doubted(text: str, year: int) -> Iterator[Span]:
    """Chỗ giữ nguyên mà chưa chắc: to be asked about where they name the plan's own year."""
    for pattern in _DOUBTED:
        yield from (found.span() for found in pattern.finditer(text) if _is_paper(found))
    yield from (found.span() for found in _laws(text) if int(found[1]) >= year)
    yield from (found.span() for found in _SINCE.finditer(text))
    seasons = list(_seasons(text))
    for found in _YEARS.finditer(text):
        if not _several(found) and not overlaps(found.span(), seasons):
            yield found.span()


def papers(text: str, years: range) -> Iterator[str]:
    """Văn bản được dẫn, ngày thuộc các năm ấy: what a new year's plan rarely still cites."""
    found = {one.start(): one[0] for pattern in _CITED[:2] for one in pattern.finditer(text)}
    for _, cited_paper in sorted(found.items()):
        day = re.search(rf"{_DAY}$", cited_paper)
        if day is not None and int(day[0][-4:]) in years:
            yield " ".join(cited_paper.split())


def overlaps(span: Span, others: list[Span] | tuple[Span, ...]) -> bool:
    """Chạm nhau: whether a span shares a character with another."""
    start, end = span
    return any(start < last and first < end for first, last in others)


def _is_paper(found: re.Match[str]) -> bool:
    return _TIMED_DAY.search(found[0]) is None


def _laws(text: str) -> Iterator[re.Match[str]]:
    return (one for one in _LAW.finditer(text) if not _NOT_OF_A_LAW.search(one[0]))


def _seasons(text: str) -> Iterator[Span]:
    for found in SEASON.finditer(text):
        if int(found[3]) == int(found[1]) + 1:
            yield found.span()


def _several(found: re.Match[str]) -> bool:
    """Whether more than a year lies between the two ends."""
    first, *_, last = map(int, _YEAR.findall(found[0]))
    return last - first > 1
