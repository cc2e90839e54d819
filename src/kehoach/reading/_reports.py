"""Chế độ báo cáo: who reports what to whom, and when, from a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.deadlines import Deadline, In, Period, Recurring, parse_deadline
from kehoach.plan import Party, ReportDue, ReportingDuty
from kehoach.reading._deadlines import deadlines_in
from kehoach.reading._names import Known, begins_name, mood_of, scan_names, split_names
from kehoach.reading._nodes import after_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.deadlines import Found
    from kehoach.reading._context import Context

_REPORT = re.compile(r"báo cáo", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s(?:về|gửi|gửi về|cho|lên)\s+|,?\s*báo cáo\s+)(?=(?:cho\s+|về\s+)?(?P<name>\S))"
)
_VIA = re.compile(r"\((?:qua|thông qua)\s+(?P<name>[^()]+)\)|(?:thông\s+)?qua\s+(?P<named>\S)")
_BY = re.compile(r"(?:gửi|báo cáo|nộp)[^.;]{0,200}?(?:về|cho)\s", re.IGNORECASE)
_NAME = re.compile(
    r"(?:báo cáo\s+)?(?:kết quả\s+|tình hình\s+)?(?P<name>(?:báo cáo\s+)?(?:sơ kết|tổng kết|quý"
    r"|tháng|tuần|năm|kết quả|6 tháng|06 tháng"
    r"|9 tháng|định kỳ|đột xuất|chuyên đề)[^,;:.()]{0,60}?)\s*\($",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:0?6|sáu)\s+tháng(?!\s+(?:cuối|một|1|01|/))", re.IGNORECASE)
_NINE = re.compile(r"(?:0?9|chín)\s+tháng", re.IGNORECASE)
_QUARTER = re.compile(r"quý\s+(?P<number>IV|I{1,3}|[1-4])(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?:tổng kết|năm|cuối năm)(?!\w)", re.IGNORECASE)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_BEFORE_LONGEST = 80
_REPORTS = re.compile(
    r",?\s+(?:(?:có trách nhiệm|phải|định kỳ|thực hiện)\s+)*(?:(?:gửi|nộp)\s+)?báo cáo(?!\w)",
    re.IGNORECASE,
)


def read_report(
    text: str, context: Context, assignees: Sequence[Party] = ()
) -> ReportingDuty | None:
    """The duty that a sentence lays down; None where it lays down none.

    It must say that somebody reports to somebody, and when: on days, or in a rhythm.
    """
    if not _REPORT.search(text):
        return None
    found = [one for one in deadlines_in(text, context) if _is_due(one.deadline)]
    receivers, _ = _receivers(text, context.known)
    if not found or not receivers:
        return None
    clause = after_label(text)
    _, mood_end = mood_of(clause[:200])
    names, _ = scan_names(clause, mood_end, context.known)
    reporters = tuple(Party(name) for name in names) or tuple(assignees)
    cycle = next((one.deadline for one in found if isinstance(one.deadline, Recurring)), None)
    dues = tuple(
        _dues(text, [one for one in found if not isinstance(one.deadline, Recurring)], context.year)
    )
    via = _via(text, context.known)
    return ReportingDuty(
        text,
        reporters=tuple(one for one in reporters if one.name not in receivers),
        receivers=tuple(Party(name) for name in receivers),
        via=Party(via) if via else None,
        cycle=cycle,
        dues=dues,
    )


def names_reporter(text: str, known: Known | None = None) -> bool:
    """Whether a sentence begins with those who report: "các đơn vị gửi báo cáo …"."""
    _, start = mood_of(text[:200])
    names, end = scan_names(text, start, known)
    return bool(names) and _REPORTS.match(text, end) is not None


def _is_due(deadline: Deadline) -> bool:
    from kehoach.deadlines import OnRequest, Standing, Undated  # noqa: PLC0415 - one use

    return not isinstance(deadline, Standing | OnRequest | Undated)


def _receivers(text: str, known: Known | None) -> tuple[tuple[str, ...], int]:
    """The bodies after the last "về", "gửi", "cho" or "báo cáo" that a name follows."""
    best: tuple[tuple[str, ...], int] = ((), 0)
    for found in _TO.finditer(text):
        names, end = scan_names(text, found.start("name"), known)
        if names and end:
            if best[0] and "báo cáo" in found[0]:
                continue
            if _purpose(text, found.start()):
                continue
            best = (names, found.start())
    return best


def _purpose(text: str, at: int) -> bool:
    """Whether it is what the receiver does: "… để tổng hợp, báo cáo UBND tỉnh"."""
    return bool(re.search(r"\bđể\s+[^.;]*$", text[max(0, at - 60) : at])) or bool(
        re.search(r"\b(?:tổng hợp|tham mưu),?\s*$", text[max(0, at - 14) : at])
    )


def _via(text: str, known: Known | None) -> str | None:
    found = _VIA.search(text)
    if found is None:
        return None
    if found["name"] and begins_name(found["name"]):
        return split_names(found["name"], known)[0]
    names, _ = scan_names(text, found.start("named"), known) if found["named"] else ((), 0)
    return names[0] if names else None


def _dues(text: str, found: Sequence[Found], year: int | None) -> Iterator[ReportDue]:
    start = 0
    for one in found:
        words = text[max(start, one.start - _BEFORE_LONGEST) : one.start]
        name = _name_of(words, text[one.start : one.end])
        yield ReportDue(name, one.deadline, _period(f"{name} {words}", one.deadline, year))
        start = one.end


def _name_of(words: str, phrase: str) -> str:
    """What a day in brackets is due for: the noun before it, from "báo cáo" or "và" on."""
    if phrase.startswith("("):
        part = re.split(r"(?:\s+và\s+|[,;:]\s+)", f" {words.strip()}")[-1]
        report = part.lower().rfind("báo cáo")
        return part[report:].strip() if report >= 0 else part.strip() or "báo cáo"
    report = words.lower().rfind("báo cáo")
    part = words[report:] if report >= 0 else ""
    part = re.split(r"[,;:.(]|\s+(?:về|gửi|trước|chậm nhất|cho|trên|theo|định kỳ)(?!\w)", part)[0]
    return part.strip() or "báo cáo"


def _period(words: str, deadline: Deadline, year: int | None) -> Period | None:
    """The period that a report covers, where its name tells it."""
    if isinstance(deadline, In):
        return deadline.period
    day = getattr(deadline, "day", None)
    own = getattr(day, "year", None) or year
    if own is None:
        return None
    if quarter := _QUARTER.search(words):
        return Period.quarter(own, _QUARTERS[quarter["number"].lower()])
    if _HALF.search(words):
        return Period.half(own, 1)
    if _NINE.search(words):
        return Period.nine_months(own)
    return Period.year(own) if _YEAR.search(words) else None


def read_period(text: str, year: int | None = None) -> Period | None:
    """The period that a title names: "năm 2013", "giai đoạn 2021-2025", "6 tháng đầu năm 2024"."""
    for found in reversed(list(_PERIODS.finditer(text[:1000]))):
        whole = parse_deadline(found[0], year=year)
        if isinstance(whole, In):
            return whole.period
    return None


_PERIODS = re.compile(
    r"(?:(?:0?6|sáu) tháng (?:đầu|cuối) năm \d{4}|(?:0?9|chín) tháng(?: đầu)? năm \d{4}|(?:giai "
    r"đoạn|thời kỳ|nhiệm kỳ|các năm|năm học|năm)\s+\d{4}\s*[-–]\s*\d{4}"
    r"|quý\s+(?:IV|I{1,3}|[1-4])(?:\s+năm\s+|\s*/\s*)\d{4}|tháng\s+\d{1,2}(?:\s+năm\s+"
    r"|\s*/\s*)\d{4}|năm\s+\d{4})",
    re.IGNORECASE,
)
