"""Văn bản của Đảng, văn bản quy phạm pháp luật: told apart from administrative papers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Component
from kehoach.checks._context import once
from kehoach.checks.form.head import head_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_PARTY = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM")
_PARTY_NUMBER = re.compile(r"Số\s*:?\s*\d*[\s.…_]*-\s*[A-ZĐ]{2,}[a-z]?\s*/\s*[A-ZĐ]")
_NORM_KIND = re.compile(r"(?:BỘ LUẬT|LUẬT|PHÁP LỆNH|LỆNH|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?)$")
_NORM_NUMBER = re.compile(
    r"(?:Luật\s+)?[Ss]ố\s*:?\s*\d*[\s.…_]*/\s*(?:19|20)\d\d\s*/\s*(?:QH\d+|UBTVQH\d*|NĐ-|TT-|TTLT-|QĐ-|NQ-|CT-|L-)"
)
_HEAD = 20


@once
def party_traits(context: Context) -> list[str]:
    """What a paper has of the Party's form: its heading, the star, T/M, the number."""
    found: list[str] = []
    for _, text in head_texts(context)[:_HEAD]:
        if _PARTY.search(text) and text.isupper() and "BAN CHẤP HÀNH" not in text:
            found.append("ĐẢNG CỘNG SẢN VIỆT NAM")
        if text == "*":
            found.append("dấu *")
        if _PARTY_NUMBER.search(text):
            found.append(text)
    signature = context.anatomy.pieces(Component.SIGNATURE)
    found += [one.text for one in signature if re.match(r"(?:T/M|K/T|T/L)\b", one.text)]
    return found


def is_party(context: Context) -> bool:
    """Văn bản của Đảng: its heading instead of Quốc hiệu."""
    if context.anatomy.of(Component.NATION):
        return False
    traits = party_traits(context)
    return "ĐẢNG CỘNG SẢN VIỆT NAM" in traits or len(traits) > 1


def normative(context: Context) -> str:
    """What shows a legal normative text: its kind, or the year in its number; "" otherwise."""
    for _, text in head_texts(context)[:_HEAD]:
        if _NORM_KIND.match(text) and text.isupper():
            return text
        if _NORM_NUMBER.match(text):
            return text
    return ""


def check_party(context: Context) -> Iterator[Finding]:
    """Văn bản Nhà nước lẫn nét thể thức của Đảng."""
    traits = party_traits(context)
    if traits and context.anatomy.of(Component.NATION):
        yield context.finding("XX01", None, found=", ".join(dict.fromkeys(traits)))
