"""Câu chữ cố định: words, marks, numbers and types that a regime prescribes."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from kehoach.rules.parts import Rule

Need = Literal["none", "optional", "usual", "required"]
Called = Literal["nowhere", "beside", "below"]


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

    `archive` has the slot `{unit}`; `annex_reference` has `{type}`, `{number}`, `{day}`,
    `{month}`, `{year}` and `{issuer}`.
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
class DocumentType(Rule):
    """Tên loại văn bản: one type of paper (or of copy).

    `key` is the stable internal key and never printed; `abbreviation` is what the number
    carries (empty for công văn and thư công); `form` is the Mẫu, empty where none is set.
    `addressee` says whether it has a Kính gửi, `bases` whether it has căn cứ; `numbered`, `dated`
    and `titled` whether it prints a number, place and day, and a trích yếu. `sender` is the line
    that names who speaks, with the slot `{sender}`; `called` says where in it those stand to whom
    the paper speaks.
    """

    key: str
    name: str
    abbreviation: str
    form: str = ""
    addressee: Need = "none"
    bases: Need = "optional"
    copy: bool = False
    numbered: bool = True
    dated: bool = True
    titled: bool = True
    sender: str = ""
    called: Called = "nowhere"
