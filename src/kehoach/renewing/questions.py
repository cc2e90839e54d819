"""Điều cần quyết định: what of last year's plan only a human can make that of the new year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import attrs

from kehoach.deadlines import By
from kehoach.findings import Finding, Severity
from kehoach.plan import Target, Task, TextTable
from kehoach.renewing.kept import papers
from kehoach.vietnamese import short_date, weekday_name

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from kehoach.deadlines import Deadline
    from kehoach.plan import Plan
    from kehoach.workdays import WorkCalendar

_REST = r"(?:\s+[^\s.;,()]+){0,6}"
_ANNIVERSARY: Final = re.compile(
    rf"\b(?:kỷ niệm|kỉ niệm|sơ kết|tổng kết|chào mừng)[^.;\n]{{0,60}}?\b\d+\s+năm\b{_REST}"
    r"|(?:[^\s.;,]+\s+){0,8}lần thứ\s+(?:\d+|[IVXL]+)\b",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(
    r"(?<![\d.,])\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)*đồng\b" + _REST, re.IGNORECASE
)
_EVENT: Final = re.compile(
    r"(?:vào\s+)?(?:sáng\s+|chiều\s+)?(?:thứ \w+,?\s+)?ngày\s", re.IGNORECASE
)
_CELLS: Final = re.compile(r"\d")


def ask(code: str, message: str, advice: str, place: str = "") -> Finding:
    """Một câu hỏi cho người soạn, by what the renewal could not decide."""
    return Finding(f"renewal.{code}", Severity.WARNING, message, place, advice=advice)


def is_event(deadline: Deadline | None) -> bool:
    """Ngày tổ chức: a day on which the thing happens, not one by which it must be done."""
    phrase = deadline.phrase if isinstance(deadline, By) else None
    return phrase is not None and _EVENT.match(phrase) is not None


def questions(draft: Plan, old_years: range, calendar: WorkCalendar) -> Iterator[Finding]:
    """Các điều cần quyết định trong dự thảo, kind by kind, in the order of the paper."""
    if len(old_years) > _MOST_YEARS:
        told = f"kế hoạch nhiều năm ({old_years[0]}-{old_years[-1]}) được dời như kế hoạch một năm"
        yield ask("period", told, "xem lại kỳ của kế hoạch")
    if draft.bases:
        yield ask("bases", "căn cứ được giữ nguyên", "xem lại từng căn cứ còn hiệu lực")
    nodes = list(nodes_of(draft))
    texts = dict.fromkeys(text for node in nodes for text in _texts(node))
    for text in texts:
        yield from _said(text, old_years)
    for node in nodes:
        yield from _meant(node, calendar)


def _said(text: str, old_years: range) -> Iterator[Finding]:
    """What a sentence says."""
    for paper in papers(text, old_years):
        told = f"vẫn dẫn văn bản của năm cũ: “{paper}”"
        yield ask("citation", told, "thay bằng văn bản của năm mới nếu có")
    for found in _ANNIVERSARY.finditer(text):
        told = f"số năm, số lần giữ nguyên: “{_plain(found)}”"
        yield ask("anniversary", told, "sửa cho đúng năm mới, hoặc bỏ")
    for found in _MONEY.finditer(text):
        yield ask("money", f"số tiền giữ nguyên: “{_plain(found)}”", "quyết định lại")


def _meant(node: object, calendar: WorkCalendar) -> Iterator[Finding]:
    """What a part of the plan is."""
    match node:
        case Target(text=text):
            yield ask("target", f"chỉ tiêu giữ trị số cũ: “{text}”", "quyết định lại")
        case Task(text=text, deadline=By(day=day) as deadline) if is_event(deadline):
            if not calendar.is_working(day):
                yield _event(day, text)
        case TextTable(columns=columns, rows=rows) if _has_figures(columns, rows):
            told = f"số liệu của bảng giữ nguyên: {', '.join(columns)}"
            yield ask("figures", told, "điền số liệu của năm mới")


_MOST_YEARS: Final = 2


def _event(day: datetime.date, text: str) -> Finding:
    told = f"ngày tổ chức {short_date(day)} là {weekday_name(day)}, ngày nghỉ: “{text}”"
    return ask("event", told, "giữ nguyên hoặc chọn ngày khác")


def _has_figures(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table tells figures by years."""
    dated = any(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", title) for title in columns)
    return dated and any(_CELLS.search(cell) for row in rows for cell in row)


def nodes_of(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any value of a plan
    """Mọi phần của kế hoạch: each value with fields, deadlines among them, outermost first."""
    if isinstance(value, tuple):
        for one in value:
            yield from nodes_of(one)
    elif attrs.has(type(value)):
        yield value
        for attribute in attrs.fields(type(value)):
            yield from nodes_of(getattr(value, attribute.name))


def _texts(node: object) -> Iterable[str]:
    """The sentences of a part, legal bases apart (one question asks for them all)."""
    for name in ("title", "heading", "text", "product", "budget", "details"):
        value = getattr(node, name, None)
        yield from (value,) if isinstance(value, str) else (value or ())


def _plain(found: re.Match[str]) -> str:
    return " ".join(found[0].split())
