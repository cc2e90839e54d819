"""Quyết định, nghị quyết: thẩm quyền ban hành và lời quyết định (Phụ lục III, Mẫu 1.1-1.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Piece
from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import (
    COLLECTIVE,
    HEAD_POST,
    authority_lines,
    body,
    signature_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_ORDERS: Final = {"QĐ": "decision_order", "NQ": "resolution_order"}
_ORDER = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*[:.]?$")
_SEARCHED = 6


def check_order(context: Context) -> Iterator[Finding]:
    """Dòng “QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:” và dòng thẩm quyền."""
    name = _ORDERS.get(context.kind)
    if name is None:
        return
    expected = getattr(context.rulebook.texts, name).text
    first = body(context)[:_SEARCHED]
    order = next((one for one in first if isinstance(one, Piece) and _ORDER.match(one.text)), None)
    if order is None:
        yield context.finding("DC01", None, "missing", expected=expected)
    else:
        if order.text != expected:
            yield context.finding("DC01", order, "colon", found=order.text, expected=expected)
        yield from check_look(context, "DC01", (order,), "order_line")
    yield from _authority(context)


def _authority(context: Context) -> Iterator[Finding]:
    lines = authority_lines(context) or _bare_authority(context)
    if not lines:
        yield context.finding("DC02", None, "missing")
        return
    yield from check_look(context, "DC02", lines, "authority_line")
    signature = signature_lines(context)
    if not signature:
        return
    text = lines[0].text
    collective = any(one.text.upper().startswith(("TM", "T/M")) for one in signature)
    if COLLECTIVE.match(text) and not collective:
        yield context.finding("DC02", lines[0], "collective", found=text)
    if HEAD_POST.match(text) and collective:
        yield context.finding("DC02", lines[0], "head", found=text)


def _bare_authority(context: Context) -> tuple[Piece, ...]:
    """The authority line of a paper without căn cứ: it begins the body."""
    for one in body(context)[:_SEARCHED]:
        if not isinstance(one, Piece) or _ORDER.match(one.text):
            break
        if one.capitals and (HEAD_POST.match(one.text) or COLLECTIVE.match(one.text)):
            return (one,)
    return ()
