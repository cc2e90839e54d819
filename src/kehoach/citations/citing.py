"""Viện dẫn: a legal text in words, first in full and then short; căn cứ with their marks.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a and b.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.vietnamese import official_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.citations.texts import LegalText
    from kehoach.rules import Rulebook

_ISSUERS = {"Nghị định": "Chính phủ"}
_BASIS = "Căn cứ "


def basis(text: LegalText) -> str:
    """Một căn cứ, without its closing mark: "Căn cứ Luật … ngày …"; laws without number."""
    if text.is_unnumbered:
        return f"{_BASIS}{text.title} {official_date(text.day)}"
    return f"{_BASIS}{full_citation(text)}"


def full_citation(text: LegalText) -> str:
    """Viện dẫn lần đầu: kind, number, day, issuer and name; of a law kind and name alone."""
    if text.is_unnumbered:
        return text.title
    issuer = text.issuer or _ISSUERS.get(text.kind, "")
    of = f" của {issuer}" if issuer else ""
    return f"{text.title} {official_date(text.day)}{of} {text.name}"


def short_citation(text: LegalText) -> str:
    """Viện dẫn các lần sau: kind and number; of a law kind and name."""
    return text.title


def cited(texts: Iterable[LegalText]) -> tuple[str, ...]:
    """Viện dẫn theo thứ tự trong văn bản: each text in full where it first stands, then short."""
    seen: set[str] = set()
    found = []
    for text in texts:
        found.append(short_citation(text) if text.number in seen else full_citation(text))
        seen.add(text.number)
    return tuple(found)


def in_order(texts: Iterable[LegalText]) -> tuple[LegalText, ...]:
    """Thứ tự đề nghị của căn cứ: by legal force, then by day; each text once."""
    each = {text.number: text for text in texts}
    return tuple(sorted(each.values(), key=lambda one: (one.rank, one.day, one.number)))


def basis_lines(texts: Iterable[LegalText], rulebook: Rulebook) -> tuple[str, ...]:
    """Các căn cứ như in ra, in the proposed order, with the closing marks of the regime.

    ";" after each and "." after the last under NĐ 30/2020/NĐ-CP, "," under TT 01/2011/TT-BNV.
    """
    marks = rulebook.punctuation.basis
    lines = [basis(text) for text in in_order(texts)]
    ends = [marks.end] * (len(lines) - 1) + [marks.last]
    return tuple(f"{marks.dash}{line}{end}" for line, end in zip(lines, ends, strict=False))
