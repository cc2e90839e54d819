"""Căn cứ và viện dẫn: texts that were repealed, or not yet in force, on the day of the paper."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kehoach.checks.content._told import told
from kehoach.citations import citations_in, full_citation, proposed_order
from kehoach.compose.texts import texts_of
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.citations import LegalText, LegalTexts
    from kehoach.findings import Finding
    from kehoach.plan import Plan

_BASES = "căn cứ"


def cited_texts(plan: Plan, table: LegalTexts) -> Iterator[Finding]:
    """Each cited text once, at its first place; without a day of the paper nothing is judged."""
    day = plan.date
    if not isinstance(day, datetime.date):
        return
    told_of: set[str] = set()
    for place, sentence in _sentences(plan):
        for one in citations_in(sentence, table, day):
            if one.text.number not in told_of:
                told_of.add(one.text.number)
                yield from _state(one.text, day, place, table)
    order = proposed_order(plan.bases, table, day)
    if order is not None:
        yield told("ND16", _BASES, lines=" / ".join(order))


def _sentences(plan: Plan) -> Iterator[tuple[str, str]]:
    yield from ((_BASES, one) for one in plan.bases)
    bases = frozenset(plan.bases)
    yield from (("nội dung", one) for one in texts_of(plan) if one not in bases)


def _state(text: LegalText, day: datetime.date, place: str, table: LegalTexts) -> Iterator[Finding]:
    if text.is_ahead(day):
        start = short_date(text.in_force or text.day)
        yield told("ND15", place, name=_named(text), start=start, date=short_date(day))
    elif text.repealed is not None and text.is_repealed(day):
        aspect = "" if place == _BASES else "body"
        sure = "" if text.repeal_is_sure else " (theo trí nhớ của bảng; tra lại)"
        successor = table.get(text.by)
        slots = {
            "name": _named(text),
            "since": short_date(text.repealed),
            "sure": sure,
            "successor": full_citation(successor) if successor else text.by or "văn bản mới",
        }
        yield told("ND14", place, aspect, **slots)


def _named(text: LegalText) -> str:
    return f"{text.title} ({text.number})" if text.is_unnumbered else text.title
