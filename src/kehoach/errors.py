"""The exceptions of kehoach: faults of the caller or of the world, never of the paper's wording.

    KehoachError
    ├── InvalidPlanFile (ValueError)     the plan file cannot become a plan; carries findings
    ├── PlanFileTooLarge (ValueError)    a file past the bounds that keep reading safe
    ├── UnknownExporter (LookupError)    no exporter serves the suffix, name or kind of subject
    ├── AmbiguousExporter (LookupError)  several exporters serve what was asked; name one
    ├── DuplicatePlugin (ValueError)     two plugins register one name
    ├── ExportFailed (RuntimeError)      an exporter raised; the old file stays
    ├── TargetUnwritable (OSError)       the target cannot be written (read-only, full, open)
    ├── UnsafeFileName (ValueError)      a file name would leave its folder
    ├── InvalidCalendarFile (ValueError) a file of days off is malformed
    ├── OutsideCalendar (ValueError)     a day outside the years that the calendar knows
    ├── NoSuchOrdinal (ValueError)       a list longer than its letters or Roman numerals
    ├── UnwritableText (ValueError)      characters that no document can hold
    ├── ReadError (ValueError)           a file that cannot be read as a paper
    ├── InvalidEvent (ValueError)        an event lacks what its kind needs
    ├── InvalidMove (ValueError)         an event that the obligation's state does not allow
    ├── StaleObligation (RuntimeError)   the obligation changed since the caller looked
    ├── UnknownObligation (LookupError)  the ledger holds no such obligation
    ├── LedgerBusy (TimeoutError)        other writers held the ledger for the whole time-out
    ├── LedgerUnavailable (OSError)      the ledger cannot be opened, read or written
    ├── UnknownLedgerVersion (ValueError) the database has another schema version
    ├── InvalidFilter (ValueError)       a filter that cannot be read; points at the place
    └── InvalidMapping (ValueError)      a mapping of another tracker's columns is malformed

Faults in the user's material are findings (see `kehoach.findings`), not exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from kehoach.findings import Finding


class KehoachError(Exception):
    """Root of every exception that kehoach raises; each travels between processes."""

    def __reduce__(self) -> tuple[object, ...]:
        """Copy the parts and the message, since the constructors take the parts alone."""
        return _revived, (type(self), self.args, self.__dict__)


def _revived(
    kind: type[KehoachError], args: tuple[object, ...], parts: dict[str, object]
) -> object:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(parts)
    return error


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


class UnknownExporter(KehoachError, LookupError):
    """No registered exporter serves what was asked; `known` names those that exist.

    `name` is the exporter asked for by name, else `suffix` the end of the file's name; `subject`
    is the kind of what was to be exported, where that decided.
    """

    def __init__(
        self, known: tuple[str, ...], *, name: str = "", suffix: str = "", subject: str = ""
    ) -> None:
        self.known, self.name, self.suffix, self.subject = known, name, suffix, subject
        super().__init__(known, name, suffix, subject)

    def __str__(self) -> str:
        """What was asked for, and the exporters there are."""
        by_suffix = f"the suffix {self.suffix!r}" if self.suffix else "a file without a suffix"
        asked = f"the name {self.name!r}" if self.name else by_suffix
        of = f" of a {self.subject}" if self.subject else ""
        return f"no exporter for {asked}{of}; registered: {', '.join(self.known) or 'none'}"


class AmbiguousExporter(KehoachError, LookupError):
    """Several exporters serve one suffix and kind of subject; `names` lists them."""

    def __init__(self, suffix: str, subject: str, names: tuple[str, ...]) -> None:
        self.suffix, self.subject, self.names = suffix, subject, names
        offers = f"{', '.join(names)}; choose one by name"
        super().__init__(f"several exporters for {suffix!r} of a {subject}: {offers}")


class DuplicatePlugin(KehoachError, ValueError):
    """Two plugins register one name; both distributions are named, neither wins."""

    def __init__(self, kind: str, name: str, first: str, second: str) -> None:
        self.kind, self.name, self.first, self.second = kind, name, first, second
        super().__init__(
            f"the {kind} {name!r} is registered by {first} and by {second}; remove one of them"
        )


class ExportFailed(KehoachError, RuntimeError):
    """An exporter raised while writing; the target still holds what it held before."""

    def __init__(self, target: str, exporter: str, reason: str) -> None:
        self.target, self.exporter, self.reason = target, exporter, reason
        super().__init__(
            f"exporter {exporter!r} failed on {target}: {reason}; the target is as it was"
        )


class TargetUnwritable(KehoachError, OSError):
    """The target cannot be written: missing folder, read-only, full, or open elsewhere."""

    def __init__(self, target: str, reason: str) -> None:
        self.target, self.reason = target, reason
        super().__init__(f"cannot write {target}: {reason}")


class UnsafeFileName(KehoachError, ValueError):
    """A file name that would leave its folder or that no system can hold."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"unsafe file name {name!r}: {reason}")


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


class ReadError(KehoachError, ValueError):
    """A file that cannot be read as a paper, or that is not safe to read; nothing of it was taken.

    `what` says what is wrong with it and `advice` what to do next, both in Vietnamese.
    """

    def __init__(self, source: str, what: str, advice: str = "") -> None:
        self.source, self.what, self.advice = source, what, advice
        hint = f"; {advice}" if advice else ""
        super().__init__(f"{source or 'the file'} cannot be read: {what}{hint}")


class InvalidEvent(KehoachError, ValueError):
    """An event lacks what its kind needs, or carries what it cannot hold; `field` names it."""

    def __init__(self, kind: str, field: str, reason: str) -> None:
        self.kind, self.field, self.reason = kind, field, reason
        super().__init__(f"event {kind!r}, {field}: {reason}")


class InvalidMove(KehoachError, ValueError):
    """An event that the obligation's state does not allow; `possible` lists the kinds that are."""

    def __init__(self, obligation: str, state: str, kind: str, possible: tuple[str, ...]) -> None:
        self.obligation, self.state, self.kind, self.possible = obligation, state, kind, possible
        listed = ", ".join(possible) or "nothing"
        super().__init__(f"{obligation} is {state!r}: {kind!r} is not possible; possible: {listed}")


class StaleObligation(KehoachError, RuntimeError):
    """The obligation changed since the caller looked: nothing was written.

    `seen` and `revision` count its events then and now; `since` tells in Vietnamese what happened
    meanwhile, one line an event.
    """

    def __init__(self, obligation: str, seen: int, revision: int, since: tuple[str, ...]) -> None:
        self.obligation, self.seen, self.revision = obligation, seen, revision
        self.since = since
        told = "; ".join(since)
        super().__init__(
            f"{obligation} was seen at revision {seen} and is now at {revision}: {told}; look again"
        )


class UnknownObligation(KehoachError, LookupError):
    """The ledger holds no obligation of this key; `nearest` are keys like it."""

    def __init__(self, plan: str, obligation: str, nearest: tuple[str, ...] = ()) -> None:
        self.plan, self.obligation, self.nearest = plan, obligation, nearest
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"plan {plan!r} has no obligation {obligation!r}{hint}")


class LedgerBusy(KehoachError, TimeoutError):
    """Other writers held the ledger for the whole time-out; nothing was written."""

    def __init__(self, ledger: str, seconds: float) -> None:
        self.ledger, self.seconds = ledger, seconds
        super().__init__(
            f"{ledger} was in use by others for {seconds:g} s; nothing was written, try again"
        )


class LedgerUnavailable(KehoachError, OSError):
    """The ledger cannot be opened, read or written: no file, no server, no driver, a full disk."""

    def __init__(self, ledger: str, reason: str) -> None:
        self.ledger, self.reason = ledger, reason
        super().__init__(f"the ledger {ledger} cannot be used: {reason}")


class UnknownLedgerVersion(KehoachError, ValueError):
    """The database has another schema version than this release works with.

    `found` is 0 for a database that is no ledger; `advice` names the way out.
    """

    def __init__(self, ledger: str, found: int, known: int, advice: str) -> None:
        self.ledger, self.found, self.known, self.advice = ledger, found, known, advice
        super().__init__(f"{ledger} has schema version {found}, expected {known}; {advice}")


class InvalidFilter(KehoachError, ValueError):
    """A filter that cannot be read; `offset` is the place in `text`, `reason` is in Vietnamese."""

    def __init__(self, text: str, offset: int, reason: str) -> None:
        self.text, self.offset, self.reason = text, offset, reason
        super().__init__(f"invalid filter at column {offset + 1}: {reason}\n{self.pointer}")

    @property
    def pointer(self) -> str:
        """The text, and below it a caret under the place."""
        return f"{self.text}\n{' ' * self.offset}^"


class InvalidMapping(KehoachError, ValueError):
    """A mapping file for another tracker's tables that is malformed; `where` is the faulty key."""

    def __init__(self, source: str, where: str, reason: str) -> None:
        self.source, self.where, self.reason = source, where, reason
        super().__init__(f"{source}: {where}: {reason}")


class OfficeMissing(KehoachError, RuntimeError):
    """A program of this machine that is needed is not installed; `tool` names it."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        super().__init__(f"{tool} is not installed; install it and try again")


class OfficeFailed(KehoachError, RuntimeError):
    """A program of this machine failed or took too long."""

    def __init__(self, tool: str, reason: str) -> None:
        self.tool, self.reason = tool, reason
        super().__init__(f"{tool} failed: {reason}")
