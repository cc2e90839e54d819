"""Tên gọi: parts of a plan and their data in Vietnamese words."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from textwrap import shorten
from typing import Any, get_args, get_type_hints

import attrs

from kehoach.deadlines import Deadline, Period, deadline_words, period_words
from kehoach.documents import Number, PartialDate
from kehoach.plan import Assignment, Party, Plan, Responsibility
from kehoach.terms import Term
from kehoach.vietnamese import number, short_date

_WIDTH = 60
_NAMES = ("heading", "title", "text", "name", "paragraph")
_DEADLINES = get_args(Deadline)
_ROLES = {
    "lead": "chủ trì", "coordinate": "phối hợp", "advise": "tham mưu", "direct": "chỉ đạo",
    "implement": "thực hiện", "monitor": "theo dõi", "consolidate": "tổng hợp",
    "support": "hỗ trợ", "guide": "hướng dẫn", "submit": "trình", "participate": "tham gia",
    "report": "báo cáo", "fund": "bố trí kinh phí", "inspect": "kiểm tra",
    "assign": "giao", "request": "đề nghị", "require": "yêu cầu",
}  # fmt: skip


def label(node: Any) -> str:  # noqa: ANN401 - any part of a plan
    """Tên của một phần: its heading, its bodies or its first words."""
    if isinstance(node, Assignment) and node.heading is None:
        return ", ".join(party.name for party in node.assignees)
    for name in _NAMES:
        text = getattr(node, name, None)
        if isinstance(text, str) and text.strip():
            return " ".join(text.split())
    return ""


def short_label(node: Any) -> str:  # noqa: ANN401 - any part of a plan
    """Tên gọn của một phần; of one without a name, what kind of part it is."""
    if isinstance(node, Plan) or not attrs.has(type(node)):
        return ""
    named, cls = label(node), node.__class__
    return shorten(named, _WIDTH, placeholder=" …") if named else kind_name(cls)


@cache
def kind_name(cls: type) -> str:
    """Tên loại phần: the first clause of the class's docstring."""
    first = (cls.__doc__ or cls.__name__).strip().partition("\n")[0]
    return first.partition(":")[0].rstrip(".")


@cache
def field_term(cls: type, name: str) -> str:
    """Tên dữ liệu: the Vietnamese term of a field."""
    hint = get_type_hints(cls, include_extras=True)[name]
    terms = (one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Term))
    return next((one.vi for one in terms), name)


def said(value: Any) -> str:  # noqa: ANN401, C901, PLR0911, PLR0912 - one case a kind of datum
    """Giá trị bằng chữ, as a clerk reads it; "không có" for what is missing."""
    match value:
        case None | () | "":
            return "không có"
        case StrEnum():
            return _ROLES.get(value.value, value.value)
        case str():
            return f"“{' '.join(value.split())}”"
        case bool():
            return "có" if value else "không"
        case int() | float() | Decimal():
            return number(Decimal(str(value)))
        case datetime.date():
            return short_date(value)
        case PartialDate(year, month):
            return f"{month}/{year}" if month else str(year)
        case Period():
            return period_words(value)
        case Party():
            return value.name
        case Number():
            return "/".join(part for part in (value.text or "…", value.notation) if part)
        case Responsibility():
            to = f" (gửi {value.to.name})" if value.to else ""
            return f"{value.party.name if value.party else '…'} {said(value.role)}{to}"
        case tuple():
            return "; ".join(said(one) for one in value)
        case _ if isinstance(value, _DEADLINES):
            return deadline_words(value)
        case _:
            named = label(value)
            return f"“{named}”" if named else _parts(value)


def _parts(value: Any) -> str:  # noqa: ANN401 - any part of a plan
    held = (getattr(value, one.name) for one in attrs.fields(type(value)))
    return ", ".join(said(one) for one in held if one not in (None, (), "")) or "không có"
