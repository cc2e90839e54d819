"""Lỗi của sổ theo dõi: events, moves and databases."""

from __future__ import annotations

from kehoach.errors.root import KehoachError


class UntrackedPlan(KehoachError, LookupError):
    """The ledger holds no events of the plan; `known` are the keys of those that it holds."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        self.key, self.known = key, known
        listed = ", ".join(known) or "none"
        super().__init__(f"the ledger has no plan {key!r}; plans: {listed}; start it first")


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
