"""Tên loại và trích yếu (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Component
from kehoach.checks.form._homes import home_of
from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import WITHOUT_SUMMARY, summary
from kehoach.checks.form.head import head_texts
from kehoach.rules.metrics import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_LONG_SUBJECT = 4
_PREFIX = re.compile(r"V/v\b\s*[:.]?|Về việc\b\s*:?", re.IGNORECASE)
_DOUBLED = re.compile(r"(?:V/v|Về việc)\s*:?\s*(?:về việc|v/v)\b", re.IGNORECASE)


def check_title(context: Context) -> Iterator[Finding]:
    """Tên loại, trích yếu của văn bản có tên loại."""
    anatomy = context.anatomy
    kind, pieces = anatomy.pieces(Component.KIND), summary(context)
    if not kind:
        return
    yield from check_look(context, "TL01", kind[:1], "kind_name")
    yield from check_look(context, "TL03", pieces, "summary")
    if not pieces:
        if context.kind not in WITHOUT_SUMMARY:
            yield context.finding("TL03", kind[0], "missing")
        return
    text = " ".join(piece.text for piece in pieces)
    if text.isupper() and any(map(str.isalpha, text)) and len(text.split()) > 1:
        yield context.finding("TL03", pieces[0], "capitals")
    if text.endswith((".", ";", ",", ":")) and not text.endswith(("...", "…")):
        yield context.finding("TL03", pieces[-1], "stop", found=text[-1])


def check_subject(context: Context) -> Iterator[Finding]:
    """Công văn: không có tên loại; trích yếu “V/v …”."""
    for line, text in head_texts(context)[:20]:
        if text == "CÔNG VĂN":
            yield context.finding("TL02", line)
    if context.kind != "CV":
        return
    pieces = context.anatomy.pieces(Component.SUBJECT)
    if not pieces:
        yield context.finding("TL04", None, "missing")
        return
    yield from check_look(context, "TL04", pieces, "letter_subject")
    expected = context.rulebook.texts.subject_prefix.text
    found = _PREFIX.match(pieces[0].text)
    if found and found[0].strip() != expected:
        yield context.finding(
            "TL04", pieces[0], "prefix", found=found[0].strip(), expected=expected
        )
    if _DOUBLED.match(pieces[0].text):
        yield context.finding("TL04", pieces[0], "doubled", found=pieces[0].text)
    yield from _length(context)


def _length(context: Context) -> Iterator[Finding]:
    pieces = context.anatomy.pieces(Component.SUBJECT)
    home = home_of(context, pieces[0])
    if home is None or not context.has_format:
        return
    size = context.part("letter_subject").size.max
    lines = sum(len(break_lines(piece.text, max(home.width, 1.0), size)) for piece in pieces)
    if lines > _LONG_SUBJECT:
        yield context.finding("TL05", pieces[0], found=lines, expected=_LONG_SUBJECT)
