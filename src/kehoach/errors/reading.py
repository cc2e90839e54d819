"""Lỗi khi đọc tệp: files that cannot be read, or must not be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.errors.root import KehoachError

if TYPE_CHECKING:
    from kehoach.findings import Finding


class InvalidPlanFile(KehoachError, ValueError):
    """The file cannot become a plan; `findings` lists every fault at once, in Vietnamese."""

    def __init__(self, source: str, findings: tuple[Finding, ...]) -> None:
        self.source = source
        self.findings = findings
        count = len(findings)
        first = f": {findings[0].describe()}" if findings else ""
        super().__init__(f"{source} is not a valid plan file ({count} faults){first}")


class PlanFileTooLarge(KehoachError, ValueError):
    """A plan file past a bound (bytes, depth, aliases); nothing of it was read."""

    def __init__(self, source: str, what: str, limit: int) -> None:
        self.source, self.what, self.limit = source, what, limit
        super().__init__(f"{source}: more than {limit} {what}; split the plan or check the file")


class InvalidCalendarFile(KehoachError, ValueError):
    """A file of days off that is malformed; `where` is the faulty entry, like `day[3].kind`."""

    def __init__(self, source: str, where: str, reason: str) -> None:
        self.source, self.where, self.reason = source, where, reason
        super().__init__(f"{source}: {where}: {reason}")


class OutsideCalendar(KehoachError, ValueError):
    """A year outside the span, `first` to `last`, for which days off can be told."""

    def __init__(self, year: int, first: int, last: int) -> None:
        self.year, self.first, self.last = year, first, last
        super().__init__(f"days off are known for the years {first} to {last}, got {year}")


class InvalidStyle(KehoachError, ValueError):
    """A style sets an unknown key or a value of the wrong kind; `key` is the dotted key.

    `nearest` is the known key most like an unknown one, else empty.
    """

    def __init__(self, style: str, key: str, expected: str, got: str, nearest: str = "") -> None:
        self.style, self.key, self.nearest = style, key, nearest
        self.expected, self.got = expected, got
        super().__init__(style, key, expected, got, nearest)

    def __str__(self) -> str:
        """The style, the key, what was expected, what came, and the nearest known key."""
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        where = f"style {self.style!r}, key {self.key!r}"
        return f"{where}: expected {self.expected}, got {self.got}{hint}"


class InvalidReturn(KehoachError, ValueError):
    """A body's return that does not fit its form: where, and what was expected (Vietnamese)."""

    def __init__(self, source: str, place: str, reason: str) -> None:
        self.source, self.place, self.reason = source, place, reason
        self.where = f"{source}: {place}" if place else source
        super().__init__(f"{self.where}: {reason}")


class InvalidMapping(KehoachError, ValueError):
    """A mapping file for another tracker's tables that is malformed; `where` is the faulty key."""

    def __init__(self, source: str, where: str, reason: str) -> None:
        self.source, self.where, self.reason = source, where, reason
        super().__init__(f"{source}: {where}: {reason}")


class ReadError(KehoachError, ValueError):
    """A file that cannot be read as a paper, or that is not safe to read; nothing of it was taken.

    `what` says what is wrong with it and `advice` what to do next, both in Vietnamese.
    """

    def __init__(self, source: str, what: str, advice: str = "") -> None:
        self.source, self.what, self.advice = source, what, advice
        hint = f"; {advice}" if advice else ""
        super().__init__(f"{source or 'the file'} cannot be read: {what}{hint}")


class MendRefused(KehoachError, ValueError):
    """A file that must not be changed: signed, protected, with macros, or in a form left alone.

    `what` says why and `advice` what to do next, both in Vietnamese.
    """

    def __init__(self, source: str, what: str, advice: str) -> None:
        self.source, self.what, self.advice = source, what, advice
        super().__init__(f"{source or 'the file'} must not be changed: {what}; {advice}")
