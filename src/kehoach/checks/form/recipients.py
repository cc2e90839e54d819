"""Nơi nhận (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Component
from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import addressees, signature_lines
from kehoach.checks.form.number import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_ARCHIVE = re.compile(r"(?:[-–+]\s*)?Lưu\b\s*(?P<colon>:?)\s*(?P<rest>.*)$", re.IGNORECASE)
_PURPOSE = re.compile(r"\((?:để|b/c|báo cáo|thực hiện|ph/h|phối hợp|chỉ đạo)\b", re.IGNORECASE)
_DRAFTER = re.compile(r"\.?\s*[A-ZĐ]{1,6}\.?\s?(?:\(\d+\)|\d+)\.?$")
_SHOWN = 50
_BY_ARCHIVE_ALONE = frozenset(("GGT",))
"""Kinds whose form keeps a copy at văn thư alone: "- Lưu: VT." (Phụ lục III, Mẫu 1.8)."""
_WITHOUT = frozenset(("GGT", "BB", "HĐ", "BGN", "BTT", "ThC", "PG", "PC", "PB", "GNP"))


def check_recipients(context: Context) -> Iterator[Finding]:
    """Từ “Nơi nhận”, danh sách, dòng Lưu."""
    if context.enclosed:
        return
    anatomy = context.anatomy
    labels, items = anatomy.pieces(Component.RECIPIENTS_LABEL), anatomy.pieces(Component.RECIPIENT)
    if not labels:
        if context.kind not in _WITHOUT:
            yield context.finding("NN01", None, "missing")
        return
    yield from check_look(context, "NN01", labels[:1], "recipients_label")
    expected = context.rulebook.texts.recipients_label.text
    if labels[0].text != expected and not labels[0].text.endswith(":"):
        yield context.finding("NN01", labels[0], "colon", found=labels[0].text, expected=expected)
    yield from _level(context, labels[0])
    yield from check_look(context, "NN02", items, "recipient")
    yield from _marks(context, items)
    yield from _archive(context, items)
    yield from _first(context, items)
    for item in items:
        if _PURPOSE.search(item.text):
            yield context.finding("NN07", item, found=item.text[:_SHOWN])


def _level(context: Context, label: Piece) -> Iterator[Finding]:
    """Whether the label stands beside the first line of the signature."""
    signature = signature_lines(context)
    if not context.has_format or not signature or context.kind == "BB":
        return
    one, other = label.place, signature[0].place
    if one.table is None and other.table is None:
        level = label.line is signature[0].line
    else:
        level = (one.table, one.row) == (other.table, other.row)
    if not level:
        yield context.finding("NN01", label, "level")


def _marks(context: Context, items: tuple[Piece, ...]) -> Iterator[Finding]:
    marks = context.rulebook.punctuation.recipient
    for item in items:
        text = raw(item)
        last = item is items[-1]
        expected = marks.last if last else marks.end
        shown = item.text[:_SHOWN]
        if not text.startswith(marks.dash) and item.whole:
            yield context.finding("NN03", item, "dash", found=shown)
        if last and _DRAFTER.search(item.text):
            continue
        if not item.text.endswith((expected, "…")):
            aspect = "last" if last else "end"
            yield context.finding("NN03", item, aspect, found=shown, expected=expected)


def _archive(context: Context, items: tuple[Piece, ...]) -> Iterator[Finding]:
    found = [(item, match) for item in items if (match := _ARCHIVE.match(item.text))]
    if not found:
        yield context.finding("NN04", items[-1] if items else None, "missing")
        return
    item, match = found[-1]
    if item is not items[-1]:
        yield context.finding("NN04", item, "last")
    if not match["colon"]:
        yield context.finding("NN04", item, "colon", found=item.text)
    rest = _DRAFTER.sub("", match["rest"]).strip(" .;")
    if "," not in rest and not rest.endswith("…") and context.kind not in _BY_ARCHIVE_ALONE:
        yield context.finding("NN04", item, "unit", found=item.text)


def _first(context: Context, items: tuple[Piece, ...]) -> Iterator[Finding]:
    if not items or _ARCHIVE.match(items[0].text):
        return
    first = items[0].text.lstrip("-–+ ").rstrip(" ;.")
    expected = context.rulebook.texts.first_recipient.text
    if addressees(context):
        if not first.startswith(expected):
            yield context.finding("NN05", items[0], found=first[:_SHOWN], expected=expected)
    elif context.kind in ("QĐ", "NQ") and not first.startswith("Như Điều"):
        kind = context.type.name.lower() if context.type else ""
        yield context.finding("NN06", items[0], found=first[:_SHOWN], kind=kind)
