"""Lời văn: the set phrases of papers that follow from a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.compose.texts import texts_of
from kehoach.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.plan import Plan

_COMMITTEE = re.compile(
    r"(Ủy ban nhân dân (?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)) .+"
)
_PLURALS = ("Các ", "Những ", "Mọi ")
_WORDS = re.compile(r"\w+|[^\w\s]")
_NAMED = 3
_LINE = 160
_SEVERAL = 2


def issuer_name(plan: Plan) -> str:
    """The issuer as its own papers call it after the letterhead: "Ủy ban nhân dân tỉnh"."""
    if plan.issuer is None:
        return "……………"
    name = " ".join(plan.issuer.name.split())
    short = _COMMITTEE.fullmatch(name)
    return short[1] if short else name


def capital(text: str) -> str:
    """The text with a capital first letter, as a line of its own begins."""
    return text[:1].upper() + text[1:]


def inside(name: str) -> str:
    """A body's name inside a sentence: the plural's word loses its capital."""
    return name[:1].lower() + name[1:] if name.startswith(_PLURALS) else name


def called(names: tuple[str, ...]) -> str:
    """The addressees inside a sentence, by name where they are few."""
    if len(names) > _NAMED:
        return "các cơ quan, đơn vị nêu trên"
    plain = [inside(name) for name in names]
    pair = len(plain) > 1 and not any(" và " in name for name in plain)
    return f"{', '.join(plain[:-1])} và {plain[-1]}" if pair else ", ".join(plain)


def first_clauses(text: str) -> str:
    """The first sentence of a duty, of a long one the first clauses that make sense alone."""
    first = " ".join(text.split()).split(". ", maxsplit=1)[0].rstrip(". ;")
    if len(first) <= _LINE:
        return first
    clauses = first.split("; ")
    while len(clauses) > 1 and len("; ".join(clauses)) > _LINE:
        clauses.pop()
    return "; ".join(clauses).rstrip()


def annexes_words(number: int) -> str:
    """The annexes as the paper itself refers to them: "Phụ lục", "Phụ lục I, Phụ lục II"."""
    if number < _SEVERAL:
        return "Phụ lục"
    return ", ".join(f"Phụ lục {roman(turn)}" for turn in range(1, number + 1))


class Headings:
    """Headings of a plan as those of another paper: in small letters, names kept."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names: dict[str, str] | None = None
        self._made: dict[str, str] = {}

    def __call__(self, heading: str) -> str:
        """The heading, with small letters where it stands in capitals."""
        if heading not in self._made:
            self._made[heading] = self._small(heading)
        return self._made[heading]

    def _small(self, heading: str) -> str:
        text = " ".join(heading.split())
        if not text.isupper():
            return text
        if self._names is None:
            self._names = _names(texts_of(self._plan))
        small = text.lower()
        for plain, name in self._names.items():
            if plain in small:
                small = re.sub(rf"(?<!\w){re.escape(plain)}(?!\w)", name, small)
        return capital(small)


def _names(texts: Iterable[str]) -> dict[str, str]:
    """Names that the texts hold, by their small letters.

    Those are runs of capitalised words, abbreviations, and words that never stand small.
    """
    found: dict[str, str] = {}
    single: dict[str, str] = {}
    small: set[str] = set()
    for text in texts:
        if text.isupper():
            continue
        words = _WORDS.findall(text)
        small.update(word for word in words if word.islower())
        for run in _runs(words):
            if len(run) > 1 or (len(run[0]) > 1 and run[0].isupper()):
                found.setdefault(" ".join(run).lower(), " ".join(run))
            else:
                single.setdefault(run[0].lower(), run[0])
    return found | {plain: word for plain, word in single.items() if plain not in small}


def _runs(words: list[str]) -> Iterator[list[str]]:
    """The runs of capitalised words; the first word of a sentence proves nothing alone."""
    run: list[str] = []
    for before, word in zip(["", *words], [*words, "."], strict=True):
        if word[0].isupper():
            run.append(word)
            opens = len(run) == 1 and not before[-1:].isalnum()
            continue
        if run and (len(run) > 1 or run[0].isupper() or not opens):
            yield run
        run = []
