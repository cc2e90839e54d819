"""Chỗ viết sai: one place in a line of text, what stands there and how it should read."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CAPITAL: Final = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
"""The Vietnamese capitals, for use inside a character class."""
SMALL: Final = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
"""The Vietnamese small letters, for use inside a character class."""

NUMBER: Final = "0"
"""Stands for any number, in digits or Roman, among the words that may follow."""
SPACE: Final = "[ \u00a0]+"
_BEGINS = re.compile(
    r"(?:^|[.?!…:]|[“\"(\[‘;])[ \u00a0]*(?:[-–+•*][ \u00a0]*|\d{1,3}(?:\.\d{1,2})*[.)][ \u00a0]*"
    r"|[a-zđ]\)[ \u00a0]*|[IVXLC]{1,5}\.[ \u00a0]*)?$"
)
_LOOK_BACK: Final = 16


@frozen
class Slip:
    """Chỗ viết sai trong một dòng: `start` and `end` count in the composed form of the line.

    `code` and `aspect` name the rule; `reading` is how it should read, "" where only a person
    can say.
    """

    code: str
    start: int
    end: int
    found: str
    reading: str = ""
    aspect: str = ""


Fix: TypeAlias = "Callable[[re.Match[str]], str | None]"
"""How a match should read; None or the same text where it is right."""


@frozen
class Pattern:
    """Mẫu: tried where one of its first words stands; a match that reads otherwise is a slip.

    `first` are the words with which a match begins, in their own case where the pattern minds it;
    `second` are those that may follow, in small letters, `NUMBER` for any number; empty where any
    word may. `capital` asks for a capital at the beginning.
    """

    code: str
    first: tuple[str, ...]
    pattern: re.Pattern[str]
    fix: Fix
    aspect: str = ""
    second: frozenset[str] = frozenset()
    capital: bool = False


def begins_sentence(text: str, index: int) -> bool:
    """Đầu câu: whether what stands at the index begins a sentence, a line or a quotation."""
    return _BEGINS.search(text[max(0, index - _LOOK_BACK) : index]) is not None and (
        index <= _LOOK_BACK or text[index - 1] in ' \u00a0“"(['
    )


def recased(found: str, model: str) -> str:
    """The found text with the model's capitals; its own spelling and spaces stay."""
    return "".join(
        one.upper() if like.isupper() else one.lower()
        for one, like in zip(found, model, strict=False)
    )


def capitalised(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with its first letter small."""
    return text[:1].lower() + text[1:]


@cache
def vocabulary(name: str) -> tuple[str, ...]:
    """One list of the vocabulary file; a list that is one text is cut at its spaces."""
    held = _vocabulary()[name]
    return tuple(held.split()) if isinstance(held, str) else tuple(held)


@cache
def _vocabulary() -> dict[str, list[str] | str]:
    file = resources.files("kehoach.checks.language").joinpath("vocabulary.toml")
    return tomllib.loads(file.read_text("utf-8"))


def words_at(index: int, names: Iterable[str]) -> frozenset[str]:
    """The words at this place of the names, in small letters; a name that has none is left out."""
    cut = (re.split(r"[ \-]", name) for name in names)
    return frozenset(words[index].lower() for words in cut if len(words) > index)


def phrases(names: tuple[str, ...]) -> str:
    """A pattern of any of the names, the longest first, whatever space stands in them."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", SPACE).replace(r"\-", "-") for name in ordered)
