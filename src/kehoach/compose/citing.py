"""Viện dẫn: a paper named in the text of another, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.compose._frame import DOTS, date_words, document_type, number_text
from kehoach.documents import Issuer

if TYPE_CHECKING:
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook


def citation(plan: Plan, rulebook: Rulebook) -> str:
    """Viện dẫn một văn bản: kind, number, day, issuer and title.

    "Kế hoạch số …/KH-UBND ngày 19 tháng 3 năm 2013 của Ủy ban nhân dân tỉnh Long An về …"; a
    number or a day that is not known leaves a gap. A text that a decision promulgates is cited by
    the decision. NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b.
    """
    kind = document_type(plan.kind, rulebook)
    home = plan.issuer or Issuer(DOTS)
    issuer = _line(home.name)
    named = f"{kind.name} {_small(_line(plan.title))}"
    enclosed = plan.enclosed_by
    if enclosed is not None:
        other = document_type(enclosed.kind, rulebook)
        number = number_text(enclosed.number, other, home, rulebook)
        day = date_words(enclosed.date)
        by = _line(enclosed.issuer or home.name)
        return f"{named} (ban hành kèm theo {other.name} số {number} {day} của {by})"
    number = number_text(plan.number, kind, home, rulebook)
    return (
        f"{kind.name} số {number} {date_words(plan.date)} của {issuer}{_about(_line(plan.title))}"
    )


def short_citation(plan: Plan, rulebook: Rulebook) -> str:
    """Viện dẫn gọn: kind and title, as a trích yếu names another paper."""
    return f"{document_type(plan.kind, rulebook).name} {_small(_line(plan.title))}"


def _about(title: str) -> str:
    small = _small(title)
    return f" {small}" if small.casefold().startswith(("về ", "v/v ")) else f" về {small}"


def _small(title: str) -> str:
    """The title with a small first letter, unless a name begins it ("Long An", "UBND")."""
    first, _, rest = title.partition(" ")
    is_name = not first[1:].islower() or rest[:1].isupper()
    return title if is_name else title[:1].lower() + title[1:]


def _line(text: str) -> str:
    return " ".join(text.split())
