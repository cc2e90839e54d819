"""Thành phần thể thức: the look of each part of a paper, and what every rule carries."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

Align = Literal["left", "center", "right", "justify", "any"]
Case = Literal["upper", "lower", "any"]
Certainty = Literal["read", "unverified", "house"]
Indent = Literal["none", "body"]
Numerals = Literal["", "roman", "arabic", "letters"]
PartKey = Literal[
    "national_name", "motto", "superior", "issuer", "number", "place_date",
    "kind_name", "summary", "letter_subject", "authority_line", "order_line", "sender_line",
    "basis", "body",
    "part_label", "part_title", "chapter_label", "chapter_title", "section_label",
    "section_title", "subsection_label", "subsection_title", "article", "roman_heading",
    "clause_heading", "clause", "point", "addressee", "authority", "post", "signer_name",
    "recipients_label", "recipient", "annex_label", "annex_title", "annex_reference",
    "urgency", "circulation", "drafter", "office_address", "page_number", "copy_form",
    "signing_info", "footnote", "table_head", "table_cell",
]  # fmt: skip

HOUSE: Final = "house"
"""The `cite` of a rule that no legal text decides: this library's own choice."""


@frozen
class Range:
    """Khoảng cho phép: a permitted span (both ends included) and the value to write."""

    min: float
    max: float
    preferred: float

    def __contains__(self, value: float) -> bool:
        """Whether the value lies within the span, both ends included."""
        return self.min <= value <= self.max

    def clamp(self, value: float) -> float:
        """The permitted value nearest to the one given."""
        return min(max(value, self.min), self.max)


@frozen
class Choice:
    """Các giá trị cho phép: permitted values, and the one to write."""

    allowed: tuple[float, ...]
    preferred: float

    def __contains__(self, value: float) -> bool:
        """Whether the value is one of those permitted."""
        return value in self.allowed


@frozen(kw_only=True)
class Rule:
    """Quy tắc: what every rule carries.

    `cite` is the clause, or "house" for a choice of this library; `certainty` says whether the
    text was read, is known at second hand, or is a house choice; `house` names the attributes
    of this rule that the cited clause leaves open; `origin` is the layer that decided the rule:
    a regime's id or a style's name.
    """

    cite: str
    certainty: Certainty = "read"
    house: tuple[str, ...] = ()
    origin: str = ""


@frozen(kw_only=True)
class PartRule(Rule):
    """Thành phần thể thức: the look of one part of a paper.

    `name` is the Vietnamese term; `cell` its ô in the decree's layout; `size` and the spacings
    are points; `same_size_as` names the part whose size this one must have; `rule` is the length
    of the drawn line below, as a fraction of the text's width, and None where no line is due;
    `numerals` and `number_end` are those of its ordinal; `boxed` asks for a single border;
    `provided` is False where the regime does not know the part and the look is a house choice.
    """

    key: PartKey
    name: str
    size: Range
    bold: bool
    italic: bool
    case: Case
    align: Align
    color: str
    cell: str = ""
    same_size_as: str = ""
    rule: Range | None = None
    space_before: float = 0.0
    space_after: float = 0.0
    indent: Indent = "none"
    numerals: Numerals = ""
    number_end: str = ""
    boxed: bool = False
    provided: bool = True
