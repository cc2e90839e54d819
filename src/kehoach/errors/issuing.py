"""Lỗi khi phát hành: numbers of outgoing papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.errors.root import KehoachError

if TYPE_CHECKING:
    import datetime


class IssuedOutOfOrder(KehoachError, ValueError):
    """A number was asked for a day before that of the series' last one, `last` of `last_day`."""

    def __init__(self, day: datetime.date, last: int, last_day: str) -> None:
        self.day, self.last, self.last_day = day, last, last_day
        super().__init__(f"a number of {day} would follow number {last} of {last_day}")


class NumberWaits(KehoachError, RuntimeError):
    """The paper has a number already whose paper was not finished: finish it, or void it."""

    def __init__(self, number: str, day: datetime.date, title: str) -> None:
        self.number, self.day, self.title = number, day, title
        super().__init__(f"number {number} of {day} waits for {title!r}; finish it or void it")


class NumberNotOpen(KehoachError, ValueError):
    """A number that cannot take this step any more; `state` and `note` tell why, in Vietnamese."""

    def __init__(self, number: str, state: str, note: str) -> None:
        self.number, self.state, self.note = number, state, note
        super().__init__(f"number {number}: {state}" + (f" ({note})" if note else ""))


class UnknownNumber(KehoachError, LookupError):
    """The register has no such number, or `count` of them; `known` lists those, or the last."""

    def __init__(self, asked: str, known: tuple[str, ...], count: int = 0) -> None:
        self.asked, self.known, self.count = asked, known, count
        super().__init__(f"{count or 'no'} entries of number {asked!r}: {'; '.join(known)}")


class NotIssuable(KehoachError, ValueError):
    """A paper that can be given no number; `reason` says what it lacks or has already."""

    def __init__(self, title: str, reason: str) -> None:
        self.title, self.reason = title, reason
        super().__init__(f"the paper {title!r} cannot be issued: {reason}")


class PaperNotWritten(KehoachError, RuntimeError):
    """The number was given, but its paper could not be written: finish it, or void the number."""

    def __init__(self, number: str, reason: str) -> None:
        self.number, self.reason = number, reason
        super().__init__(f"number {number} was given, but its paper not written: {reason}")
