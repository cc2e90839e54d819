"""Lỗi của văn bản: papers that no rulebook or no file can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.errors.root import KehoachError

if TYPE_CHECKING:
    import datetime


class UnwritableText(KehoachError, ValueError):
    """Text with characters that no document can hold (controls, lone surrogates)."""

    def __init__(self, where: str, offset: int, character: str) -> None:
        self.where, self.offset, self.character = where, offset, character
        super().__init__(f"{where}: forbidden character {character} at offset {offset}; remove it")


class NoRulebook(KehoachError, ValueError):
    """No rulebook is known for what was asked; `asked` and `known` say what and which exist."""

    def __init__(self, asked: str, known: str, day: datetime.date | None = None) -> None:
        self.asked, self.known, self.day = asked, known, day
        super().__init__(asked, known, day)

    def __str__(self) -> str:
        """What was asked, and the rulebooks there are with their spans."""
        return f"no rulebook for {self.asked}; known: {self.known}"


class UndatedPaper(KehoachError, ValueError):
    """A paper without a day, and no rulebook given: nothing says which rules of form apply."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(f"the paper {title!r} has no date; pass a rulebook, or give it a date")


class UnknownDocumentType(KehoachError, LookupError):
    """A kind of paper that the regime does not have; `known` lists its keys."""

    def __init__(self, kind: str, regime: str, known: tuple[str, ...]) -> None:
        self.kind, self.regime, self.known = kind, regime, known
        super().__init__(f"no document type {kind!r} in {regime}; known: {', '.join(known)}")


class NoSuchOrdinal(KehoachError, ValueError):
    """A list longer than its numerals can count: points end at y (23), Roman numerals at 3999.

    `numerals` is "letters" or "roman", `number` the place that has no label.
    """

    def __init__(self, numerals: str, number: int) -> None:
        self.numerals, self.number = numerals, number
        super().__init__(f"{numerals} have no ordinal for {number}; split the list")


class ChangesDoNotFit(KehoachError, ValueError):
    """Changes made to a plan that they were not taken from; `path` leads to the first misfit."""

    def __init__(self, path: tuple[str | int, ...], expected: str, got: str) -> None:
        self.path, self.expected, self.got = path, expected, got
        where = ".".join(map(str, path)) or "the plan"
        super().__init__(f"{where}: the changes expect {expected[:200]}, the plan has {got[:200]}")
