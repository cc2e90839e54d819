"""Dấu đầu dòng: number styles, written as the first label of their series, and their labels.

The order of levels and the letters of points follow NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II,
khoản 6: Phần, Chương (Roman), Mục, Tiểu mục, Điều, khoản "1.", điểm "a)" (a b c d đ e g …).
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import field, frozen

from kehoach.documents import Part
from kehoach.errors import NoSuchOrdinal
from kehoach.vietnamese import parse_point, parse_roman, point_letter, roman

_STYLE = re.compile(
    r"(?P<word>(?:Phần|Chương|Mục|Tiểu mục|Điều|Phụ lục)\s)?(?P<open>\(?)"
    r"(?P<parents>(?:[0-9]+\.)*)(?P<ordinal>[IVX]+|[0-9]{1,4}|thứ nhất|[a-zđ])(?P<end>[.)/:-]*)"
)
_TITLED_LABELS = {
    "Phần": (Part.PART_LABEL, Part.PART_TITLE),
    "Chương": (Part.CHAPTER_LABEL, Part.CHAPTER_TITLE),
    "Mục": (Part.SECTION_LABEL, Part.SECTION_TITLE),
    "Tiểu mục": (Part.SUBSECTION_LABEL, Part.SUBSECTION_TITLE),
}
_IN_WORDS = tuple(
    f"thứ {word}"
    for word in ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
)
DOCUMENT_WIDE = ("Phần", "Chương", "Điều")
"""Words whose numbers run through the whole paper instead of starting anew in each heading."""


@frozen
class Style:
    """Kiểu đánh số: `word` before the ordinal, `numerals`, signs around it.

    `parents` counts the enclosing numbers that a decimal label repeats (1 for "1.1.").
    `literal` is a bullet, or "" for no mark; then nothing is counted. `start` is the number of
    the label that the style was read from; styles that differ in it alone are one series.
    """

    literal: str = ""
    word: str = ""
    open: str = ""
    numerals: str = ""
    end: str = ""
    parents: int = 0
    start: int = field(default=1, eq=False)

    @property
    def counted(self) -> bool:
        """Whether the marks of this style count up."""
        return bool(self.numerals)

    def label(self, number: int, path: tuple[int, ...]) -> str:
        """The printed label of the number-th member, inside the enclosing numbers `path`.

        Raises `NoSuchOrdinal` past the last letter of points or the last Roman numeral.
        """
        if not self.numerals:
            return self.literal
        ordinal = _ordinal(self.numerals, number)
        if self.parents:
            above = ".".join(map(str, path[-self.parents :]))
            ordinal = f"{above}.{ordinal}" if above else ordinal
        word = f"{self.word}\u00a0" if self.word else ""
        return f"{word}{self.open}{ordinal}{self.end}"

    def heading_parts(self) -> tuple[Part, Part] | None:
        """The parts of a label on a line of its own and of the title under it, or `None`."""
        return _TITLED_LABELS.get(self.word)

    def heading_part(self) -> Part:
        """The part of a heading of this style that stands on one line."""
        if self.word == "Điều":
            return Part.ARTICLE
        if self.numerals == "roman":
            return Part.ROMAN_HEADING
        return Part.POINT if self.numerals == "letters" else Part.CLAUSE_HEADING

    def text_part(self) -> Part:
        """The part of a paragraph that carries a mark of this style."""
        if self.word == "Điều":
            return Part.ARTICLE
        if self.numerals == "arabic":
            return Part.CLAUSE
        return Part.POINT if self.numerals == "letters" else Part.BODY

    def inner(self, *, for_headings: bool) -> str:
        """The default mark of what stands under a mark of this style."""
        if self.word in ("Chương", "Mục", "Tiểu mục"):
            return "Điều 1."
        if self.word == "Phần":
            return "I."
        if self.word == "Điều" or self.numerals == "roman":
            return "1."
        if self.numerals == "arabic":
            return "a)" if for_headings else "-"
        return "+" if self.literal == "-" else "-"


@lru_cache(maxsize=256)
def style_of(mark: str) -> Style:
    """The number style that a first label stands for; any other text is a bullet."""
    found = _STYLE.fullmatch(mark.strip())
    counted = found and _counted(found["ordinal"])
    if not found or not counted:
        return Style(literal=mark.strip())
    numerals, start = counted
    return Style(
        word=(found["word"] or "").strip(),
        open=found["open"],
        numerals=numerals,
        end=found["end"],
        parents=found["parents"].count("."),
        start=start,
    )


def _counted(ordinal: str) -> tuple[str, int] | None:
    """The numerals of an ordinal and its number; `None` for letters that count nothing."""
    if ordinal.isdigit():
        return "arabic", int(ordinal)
    if ordinal == _IN_WORDS[0]:
        return "words", 1
    try:
        if ordinal.isupper():
            return "roman", parse_roman(ordinal)
        return "letters", parse_point(ordinal)
    except ValueError:
        return None


def _in_words(number: int) -> str:
    if not 1 <= number <= len(_IN_WORDS):
        raise ValueError(number)
    return _IN_WORDS[number - 1]


def _ordinal(numerals: str, number: int) -> str:
    try:
        if numerals == "words":
            return _in_words(number)
        if numerals == "roman":
            return roman(number)
        return point_letter(number) if numerals == "letters" else str(number)
    except ValueError as error:
        raise NoSuchOrdinal(numerals, number) from error
