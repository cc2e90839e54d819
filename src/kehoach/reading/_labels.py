"""Dấu đầu dòng: the number, letter or bullet that a line begins with, and the level it suggests.

The order of levels follows NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, with the forms
that offices use besides ("1.1.", "(1)", "1/", "•").
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from kehoach.vietnamese import parse_point, parse_roman

_CAP = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_LABEL = re.compile(
    rf"""
    (?P<word>Phần|PHẦN|Chương|CHƯƠNG|Tiểu\ mục|TIỂU\ MỤC|Mục|MỤC|Điều|ĐIỀU)\s+
        (?P<ordinal>[IVXLC]+|\d{{1,3}}|[Tt]hứ\ \w+|THỨ\ \w+)
        (?P<word_end>\s*[.:)–-]|(?=\s*$)|(?=\s+[{_CAP}"“]))
    |(?P<roman>[IVXLC]+)(?P<roman_end>\s?[./)]-?|\s?[-–](?=\s))
    |(?P<upper>[A-ZĐ])(?P<upper_end>[./)]|\s?[-–](?=\s))
    |(?P<open>\(?)(?P<parents>(?:\d{{1,2}}\.){{0,9}})(?P<digits>\d{{1,2}})
        (?P<end>[.)](?!\d)|/(?!\d)|[-–:](?=\s)|(?=\s+[{_CAP}]))
    |(?P<paren>\(?)(?P<letter>[a-zđ])(?P<letter_end>\)|[./](?=\s))
    |(?P<bullet>[-–—‑−‒‐+*•●○◦▪■□✓✔➢►▶◆❖♦→·]|o(?=\s))(?=[\s\w(“"])
    """,
    re.VERBOSE,
)
_LONGEST = 16
_IN_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_DASHES = dict.fromkeys("-–—‑−‒‐", "-")
_WORDS = {"phần": 0.0, "chương": 1.0, "mục": 2.0, "tiểu mục": 3.0, "điều": 4.0}
UPPER, ROMAN, ARABIC, DECIMAL, LETTER, INNER = 5.0, 6.0, 7.0, 8.0, 10.0, 11.0
DASH, PLUS, OTHER_BULLET = 20.0, 21.0, 22.0
HEADING_RANK = ROMAN
"""Labels of this rank and above stand before headings, whatever their text looks like."""


@frozen
class Label:
    """Dấu đầu dòng đã đọc: `style` is the first label of its series, `rank` its usual depth.

    `printed` is the label as it stands; `number` is None for a bullet; `parents` are the numbers
    that a decimal label repeats; `word` is "Chương" and the like.
    """

    printed: str
    style: str
    rank: float
    number: int | None = None
    word: str = ""
    parents: tuple[int, ...] = ()

    @property
    def is_bullet(self) -> bool:
        """Whether the label counts nothing."""
        return self.number is None


def split_label(text: str) -> tuple[Label | None, str]:
    """The label of a line and the text after it; None where it has none."""
    found = _LABEL.match(text)
    if not found or found.end() > _LONGEST:
        return None, text
    label = _label_of(found[0].strip())
    if label is None:
        return None, text
    rest = text[found.end() :].lstrip()
    if not label.word and not rest and not label.is_bullet and label.rank > HEADING_RANK:
        return (label, rest) if label.printed[-1] in ".)/" else (None, text)
    return label, rest


@lru_cache(maxsize=2048)
def _label_of(printed: str) -> Label | None:  # noqa: PLR0911 - one return a form
    found = _LABEL.match(printed + " A") if printed[-1:].isalnum() else _LABEL.match(printed + " ")
    if not found:
        return None
    if found["word"]:
        return _worded(printed, found)
    if found["roman"]:
        return _roman(printed, found)
    if found["upper"]:
        return Label(printed, printed, UPPER, ord(found["upper"]))
    if found["digits"]:
        return _arabic(printed, found)
    if found["letter"]:
        return _letter(printed, found)
    return _bullet(found["bullet"])


def _worded(printed: str, found: re.Match[str]) -> Label | None:
    word = found["word"].capitalize()
    number = _ordinal(found["ordinal"])
    if number is None:
        return None
    first = "I"
    if found["ordinal"].isdigit():
        first = "1"
    elif number_in_words(found["ordinal"]):
        first = "thứ nhất"
    end = found["word_end"].strip()
    return Label(printed, f"{word} {first}{end}", _WORDS[word.lower()], number, word)


def _roman(printed: str, found: re.Match[str]) -> Label | None:
    number = _ordinal(found["roman"])
    if number is None:
        return None
    end = found["roman_end"].strip().replace("–", "-")
    return Label(printed, f"I{end}", ROMAN, number)


def _arabic(printed: str, found: re.Match[str]) -> Label | None:
    digits, parents, end = found["digits"], found["parents"], found["end"].strip()
    levels = parents.count(".")
    if not end and (not levels or found["open"]):
        return None
    if found["open"] and end != ")":
        return None
    rank = ARABIC if not levels else DECIMAL + min(levels, 9) / 10
    if found["open"] or (end == ")" and not levels):
        rank = INNER if found["open"] else ARABIC + 0.5
    style = f"{found['open']}{'1.' * levels}1{end.replace('–', '-')}"
    above = tuple(int(part) for part in parents.split(".") if part)
    return Label(printed, style, rank, int(digits), "", above)


def _letter(printed: str, found: re.Match[str]) -> Label | None:
    if found["paren"] and found["letter_end"] != ")":
        return None
    try:
        number = parse_point(found["letter"])
    except ValueError:
        return None
    rank = INNER + 0.5 if found["paren"] else LETTER
    return Label(printed, f"{found['paren']}a{found['letter_end']}", rank, number)


def _bullet(sign: str) -> Label:
    style = _DASHES.get(sign, sign)
    rank = {"-": DASH, "+": PLUS}.get(style, OTHER_BULLET)
    return Label(sign, style, rank)


def number_in_words(text: str) -> int | None:
    """The number of "thứ nhất", "thứ hai" and so on to ten."""
    words = text.lower().removeprefix("thứ ")
    return _IN_WORDS.index(words) + 1 if words in _IN_WORDS else None


def _ordinal(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if number := number_in_words(text):
        return number
    try:
        return parse_roman(text)
    except ValueError:
        return None
