"""Quy định thể thức: the rules of form of one regime, as typed values that a writer can obey.

The values come from the regime's data file (NĐ 30/2020/NĐ-CP, or TT 01/2011/TT-BNV before it).
Every rule carries its clause; whatever no text decides is a house choice and says so.
Lengths are millimetres, sizes and spacings are points, unless an attribute says otherwise.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from attrs import field, frozen

from kehoach.rules.page import (
    BodyRule,
    FontRule,
    Landscape,
    LayoutRule,
    Margins,
    PageNumberRule,
    PageRule,
    Paper,
)
from kehoach.rules.parts import HOUSE, Choice, PartKey, PartRule, Range, Rule
from kehoach.rules.wording import (
    AuthorityPrefix,
    DocumentType,
    ListMarks,
    NumberRule,
    Punctuation,
    TextRule,
    Texts,
    UrgencyMark,
)

__all__ = [
    "HOUSE",
    "AuthorityPrefix",
    "BodyRule",
    "Choice",
    "Departure",
    "DocumentType",
    "FontRule",
    "Landscape",
    "LayoutRule",
    "ListMarks",
    "Margins",
    "NumberRule",
    "PageNumberRule",
    "PageRule",
    "Paper",
    "PartKey",
    "PartRule",
    "Punctuation",
    "Range",
    "Rule",
    "Rulebook",
    "SizeSet",
    "Sizes",
    "TextRule",
    "Texts",
    "UrgencyMark",
]

Sizes = Literal["13", "14"]


@frozen(kw_only=True)
class SizeSet(Rule):
    """Bộ cỡ chữ: sizes that go together within one paper, points."""

    name: Sizes
    national_name: float
    motto: float
    place_date: float


@frozen(kw_only=True)
class Departure:
    """Chỗ khác quy định: a style's value that the regime does not permit.

    `key` is the dotted key, `allowed` what the regime permits, `chosen` what the style sets.
    """

    key: str
    allowed: str
    chosen: str
    cite: str
    style: str


@frozen(kw_only=True)
class Rulebook:
    """Quy định thể thức: all rules of form of one regime, for one set of sizes, plus a style.

    Two rulebooks are equal when their `key` is; it is also what to cache by. `first_day` and
    `last_day` are those of the regime. `departures` lists what the style sets against the
    regime; `source` and `overridden` are the plain tables behind it all, not to be edited.
    """

    key: str
    id: str = field(eq=False)
    name: str = field(eq=False)
    title: str = field(eq=False)
    first_day: dt.date = field(eq=False)
    last_day: dt.date | None = field(eq=False, default=None)
    sizes: Sizes = field(eq=False)
    style: str = field(eq=False, default="")
    page: PageRule = field(eq=False)
    font: FontRule = field(eq=False)
    body: BodyRule = field(eq=False)
    page_number: PageNumberRule = field(eq=False)
    texts: Texts = field(eq=False)
    punctuation: Punctuation = field(eq=False)
    numbers: NumberRule = field(eq=False)
    layout: LayoutRule = field(eq=False)
    parts: tuple[PartRule, ...] = field(eq=False, repr=False)
    types: tuple[DocumentType, ...] = field(eq=False, repr=False)
    size_sets: tuple[SizeSet, ...] = field(eq=False, repr=False)
    urgency: tuple[UrgencyMark, ...] = field(eq=False, repr=False)
    circulation: tuple[TextRule, ...] = field(eq=False, repr=False)
    authorities: tuple[AuthorityPrefix, ...] = field(eq=False, repr=False)
    departures: tuple[Departure, ...] = field(eq=False, repr=False, default=())
    source: dict[str, Any] = field(eq=False, repr=False, factory=dict)
    overridden: dict[str, str] = field(eq=False, repr=False, factory=dict)
    _parts: dict[str, PartRule] = field(init=False, eq=False, repr=False)
    _types: dict[str, DocumentType] = field(init=False, eq=False, repr=False)

    @_parts.default
    def _index_parts(self) -> dict[str, PartRule]:
        return {part.key: part for part in self.parts}

    @_types.default
    def _index_types(self) -> dict[str, DocumentType]:
        return {kind.key: kind for kind in self.types}

    def part(self, key: PartKey) -> PartRule:
        """The look of one part of the paper; KeyError for a part that does not exist."""
        return self._parts[key]

    def type(self, key: str) -> DocumentType:
        """The document type with this internal key ("KH", "CV"); KeyError if there is none."""
        return self._types[key]

    def origin_of(self, key: str) -> str:
        """The layer that decided a dotted key ("parts.motto.size"): a style, else the regime."""
        return self.overridden.get(key, self.id)
