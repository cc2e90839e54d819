"""Quy định thể thức: the rules of form of one regime, as typed values that a writer can obey.

The values come from the regime's data file (NĐ 30/2020/NĐ-CP, or TT 01/2011/TT-BNV before it).
Every rule carries its clause; whatever no text decides is a house choice and says so.
Lengths are millimetres, sizes and spacings are points, unless an attribute says otherwise.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Literal

from attrs import field, frozen

Align = Literal["left", "center", "right", "justify", "any"]
Case = Literal["upper", "lower", "any"]
Certainty = Literal["read", "unverified", "house"]
Indent = Literal["none", "body"]
Numerals = Literal["", "roman", "arabic", "letters"]
Need = Literal["none", "optional", "usual", "required"]
Place = Literal["header", "footer"]
Sizes = Literal["13", "14"]
PartKey = Literal[
    "national_name", "motto", "superior", "issuer", "number", "place_date",
    "kind_name", "summary", "letter_subject", "authority_line", "order_line", "basis", "body",
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


@frozen(kw_only=True)
class Margins(Rule):
    """Lề trang: distance from each edge of the paper, millimetres."""

    top: Range
    bottom: Range
    left: Range
    right: Range


@frozen(kw_only=True)
class Landscape(Rule):
    """Trình bày theo chiều rộng: when a page may lie on its side, and with which margins."""

    allowed: Literal["never", "tables", "always"]
    margins: Margins


@frozen(kw_only=True)
class Paper(Rule):
    """Khổ giấy khác: another paper that some types may use; sides in millimetres."""

    name: str
    width: float
    height: float
    types: tuple[str, ...]


@frozen(kw_only=True)
class PageRule(Rule):
    """Khổ giấy, lề trang: paper, margins and the place of headers; millimetres."""

    width: float
    height: float
    margins: Margins
    landscape: Landscape
    header_distance: Range
    footer_distance: Range
    other_papers: tuple[Paper, ...] = ()

    @property
    def text_width(self) -> float:
        """Width of an upright page between the preferred side margins, millimetres."""
        return self.width - self.margins.left.preferred - self.margins.right.preferred

    @property
    def landscape_text_width(self) -> float:
        """Width of a page on its side between its preferred side margins, millimetres."""
        margins = self.landscape.margins
        return self.height - margins.left.preferred - margins.right.preferred


@frozen(kw_only=True)
class FontRule(Rule):
    """Phông chữ, màu chữ: the typeface and the colour (RRGGBB) of the text."""

    family: str
    color: str


@frozen(kw_only=True)
class BodyRule(Rule):
    """Nội dung văn bản: how paragraphs run.

    `indent` is the first line's, millimetres; `paragraph_spacing` points between paragraphs;
    `line_spacing` multiples of a single line; `exact_line` points, where exact spacing is named.
    """

    align: Align
    indent: Choice
    paragraph_spacing: Range
    line_spacing: Range
    exact_line: Range | None = None


@frozen(kw_only=True)
class PageNumberRule(Rule):
    """Số trang: where the page number stands and where it starts."""

    place: Place
    align: Align
    start: int
    hidden_on_first: bool
    annex_restart: bool


@frozen(kw_only=True)
class TextRule(Rule):
    """Chữ in sẵn: words that the regime prescribes."""

    text: str


@frozen(kw_only=True)
class ListMarks(Rule):
    """Dấu câu của danh sách: the dash before each item, the mark after each and after the last."""

    dash: str
    end: str
    last: str


@frozen(kw_only=True)
class Punctuation:
    """Dấu câu: marks of căn cứ, kính gửi and nơi nhận, and the end of the body."""

    basis: ListMarks
    addressee: ListMarks
    recipient: ListMarks
    ending: TextRule


@frozen(kw_only=True)
class Texts:
    """Câu chữ cố định: the words that are the same in every paper.

    `archive` has the slot `{unit}`; `annex_reference` and `attachment_reference` have `{type}`,
    `{number}`, `{day}`, `{month}`, `{year}` and `{issuer}`.
    """

    national_name: TextRule
    motto: TextRule
    number_label: TextRule
    subject_prefix: TextRule
    decision_order: TextRule
    resolution_order: TextRule
    addressee_label: TextRule
    recipients_label: TextRule
    first_recipient: TextRule
    archive: TextRule
    annex_label: TextRule
    annex_reference: TextRule


@frozen(kw_only=True)
class NumberRule(Rule):
    """Số, ký hiệu, ngày tháng: separators and leading zeros.

    A document number below `number_pad_below` gets a leading zero, so does a day below
    `day_pad_below` and a month below `month_pad_below`.
    """

    separator: str
    joiner: str
    number_pad_below: int
    day_pad_below: int
    month_pad_below: int


@frozen(kw_only=True)
class UrgencyMark(Rule):
    """Dấu chỉ mức độ khẩn: one word in its box; sides in millimetres."""

    text: str
    width: float
    height: float
    color: str


@frozen(kw_only=True)
class AuthorityPrefix(Rule):
    """Quyền hạn của người ký: a prefix such as "KT." and what it means.

    `before` says what follows it: the name of a collective, or a post.
    """

    prefix: str
    meaning: str
    before: Literal["collective", "post"]


@frozen(kw_only=True)
class LayoutRule(Rule):
    """Kích thước bố trí: lengths that no text fixes; millimetres, `line_thickness` in points.

    The right column's width is given for the letterhead and the signature table; the left one
    has what remains of the text's width. `letterhead_gap` and `addressee_gap` are points.
    """

    letterhead_right: float
    signature_right: float
    signature_space: float
    line_thickness: float
    letterhead_gap: float
    addressee_gap: float
    addressee_indent: float
    cell_padding: float


@frozen(kw_only=True)
class SizeSet(Rule):
    """Bộ cỡ chữ: sizes that go together within one paper, points."""

    name: Sizes
    national_name: float
    motto: float
    place_date: float


@frozen(kw_only=True)
class DocumentType(Rule):
    """Tên loại văn bản: one type of paper (or of copy).

    `key` is the stable internal key and never printed; `abbreviation` is what the number
    carries (empty for công văn and thư công); `form` is the Mẫu, empty where none is set.
    """

    key: str
    name: str
    abbreviation: str
    form: str = ""
    addressee: Need = "none"
    bases: Need = "optional"
    copy: bool = False


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

    Two rulebooks are equal when their `key` is; it is also what to cache by.
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
