"""Phần khung: what every draft takes besides its own words, and blanks for what is unknown."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final, TypedDict

from kehoach.compose import day_of
from kehoach.documents import PartialDate
from kehoach.errors import UndatedPaper
from kehoach.plan import Item, Paragraph
from kehoach.rules import REGIMES, rulebook, rulebook_on
from kehoach.vietnamese import official_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.documents import Issuer, Marks, Number, Recipient, Signature
    from kehoach.plan import Content, Plan
    from kehoach.rules import Rulebook

DOTS: Final = "……………"
"""What stands for an unknown word; `compose.unknowns` tells each."""


class Frame(TypedDict, total=False):
    """Phần khung của văn bản: the fields of `Plan` that are the same in every kind of paper."""

    issuer: Issuer | None
    number: Number
    place: str | None
    date: datetime.date | PartialDate | None
    recipients: tuple[Recipient, ...]
    archive: str | None
    signature: Signature | None
    marks: Marks
    office_address: str | None


def known(text: str | None) -> str:
    """The text, or dots for one that is unknown."""
    return text or DOTS


def labelled(label: str, text: str | None) -> Paragraph:
    """A line "Địa điểm: …", with dots for what is unknown."""
    return Paragraph(f"{label} {known(text)}")


def day_words(day: datetime.date | None) -> str:
    """The words "ngày 05 tháng 6 năm 2026", or the same with blanks."""
    return official_date(day) if day else "ngày … tháng … năm …"


def moment_words(at: datetime.datetime | datetime.date | None) -> str:
    """The words "8 giờ 30, ngày 05 tháng 6 năm 2026", with blanks for what is unknown."""
    if not isinstance(at, datetime.datetime):
        return f"… giờ …, {day_words(at)}"
    return f"{at.hour} giờ {at.minute:02d}, {day_words(at.date())}"


def person_words(name: str | None) -> str:
    """The name with "Ông (bà)" before it, unless it says which."""
    if name and name.casefold().startswith(("ông ", "bà ")):
        return name
    return f"Ông (bà) {known(name)}"


def year_of(plan: Plan) -> PartialDate | None:
    """The year of a plan, for a paper that follows from it and is not yet dated."""
    day = plan.date or (plan.enclosed_by.date if plan.enclosed_by else None)
    return PartialDate(day.year) if day else None


def rules_of(plan: Plan) -> Rulebook:
    """The rulebook of the paper's day, of an undated paper the one in force last."""
    try:
        return rulebook_on(day_of(plan))
    except UndatedPaper:
        return rulebook(REGIMES[-1].id)


def unnumbered(content: Iterable[Content]) -> tuple[Content, ...]:
    """The content of a section; a point that stands alone bears no number."""
    match tuple(content):
        case (Item(text, ()),):
            return (Paragraph(text),)
        case several:
            return several
