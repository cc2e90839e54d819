"""Quyết định, nghị quyết: thẩm quyền ban hành và lời quyết định (Phụ lục III, Mẫu 1.1-1.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component, Piece
from kehoach.checks.form._look import check_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_ORDERS: Final = {"QĐ": "decision_order", "NQ": "resolution_order"}
_ORDER = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*[:.]?$")
_HEAD = re.compile(
    r"(?:Q\.\s*)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|VIỆN TRƯỞNG|TRƯỞNG|HIỆU TRƯỞNG|CHÁNH|THỦ TƯỚNG|TỔNG CỤC TRƯỞNG)\b"
)
_COLLECTIVE = re.compile(r"(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN CHỈ ĐẠO|BAN THƯỜNG VỤ|TẬP THỂ)\b")
_SEARCHED = 6


def check_order(context: Context) -> Iterator[Finding]:
    """Dòng “QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:” và dòng thẩm quyền."""
    name = _ORDERS.get(context.kind)
    if name is None:
        return
    expected = getattr(context.rulebook.texts, name).text
    body = context.anatomy.of(Component.BODY)[:_SEARCHED]
    order = next((one for one in body if isinstance(one, Piece) and _ORDER.match(one.text)), None)
    if order is None:
        yield context.finding("DC01", None, "missing", expected=expected)
    else:
        if order.text != expected:
            yield context.finding("DC01", order, "colon", found=order.text, expected=expected)
        yield from check_look(context, "DC01", (order,), "order_line")
    yield from _authority(context)


def _authority(context: Context) -> Iterator[Finding]:
    lines = authority_lines(context)
    if not lines:
        yield context.finding("DC02", None, "missing")
        return
    yield from check_look(context, "DC02", lines, "authority_line")
    signature = context.anatomy.pieces(Component.SIGNATURE)
    if not signature:
        return
    text = lines[0].text
    collective = any(one.text.upper().startswith(("TM", "T/M")) for one in signature)
    if _COLLECTIVE.match(text) and not collective:
        yield context.finding("DC02", lines[0], "collective", found=text)
    if _HEAD.match(text) and collective:
        yield context.finding("DC02", lines[0], "head", found=text)


def authority_lines(context: Context) -> tuple[Piece, ...]:
    """The authority line, found too where no căn cứ follows it."""
    found = context.anatomy.pieces(Component.AUTHORITY_LINE)
    if found:
        return found
    body = context.anatomy.of(Component.BODY)[:_SEARCHED]
    for one in body:
        if not isinstance(one, Piece) or _ORDER.match(one.text):
            break
        if one.capitals and (_HEAD.match(one.text) or _COLLECTIVE.match(one.text)):
            return (one,)
    return ()
