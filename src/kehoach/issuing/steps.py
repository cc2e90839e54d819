"""Phát hành: the number and the issue are one transaction; then the paper is written with them.

NĐ 30/2020/NĐ-CP, Điều 15 and 16. What can be foreseen to fail is tried before a number is taken.
Whatever fails after it, the number stays reserved, the register shows it, and `finish` or a void
ends the matter.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.converters import plain_date
from kehoach.errors import (
    KehoachError,
    NotIssuable,
    NumberNotOpen,
    PaperNotWritten,
    TargetUnwritable,
)
from kehoach.exporting import export
from kehoach.files import load, try_number, write_number
from kehoach.issuing.outgoing import entry_fits, outgoing_paper, with_number_and_day
from kehoach.plan import Plan
from kehoach.register import Entry, EntryState, Register
from kehoach.rules import Rulebook, rulebook_on
from kehoach.tracking import Event
from kehoach.tracking.ledger import Ledger

if TYPE_CHECKING:
    from kehoach.register import OutgoingPaper
    from kehoach.store import Connection, Store

Writer: TypeAlias = "Callable[[Plan, Path, Rulebook], object]"
"""Ghi văn bản: writes the paper to the path, whole or not at all."""

_TRIAL = "999999"


def _export(plan: Plan, target: Path, rulebook: Rulebook) -> None:
    export(plan, target, rulebook=rulebook)


@frozen(kw_only=True)
class Issuing:
    """Cách phát hành: who issues and when, in which register, what is written and where.

    `source` is the plan file that gets number and day written back, `target` the paper's file.
    `rulebook` is that of the day unless one is given. `ledger`, which must stand in the register's
    database, takes the events that `events` makes of the numbered paper in the same transaction.
    """

    register: Register
    target: Path
    by: str
    at: datetime.datetime
    source: Path | None = None
    rulebook: Rulebook | None = None
    write: Writer = _export
    ledger: Ledger | None = None
    events: Callable[[Plan], Iterable[Event]] | None = None

    def rules(self, day: datetime.date) -> Rulebook:
        """The rulebook of a paper of the day."""
        return self.rulebook or rulebook_on(day)


@frozen
class Issued:
    """Văn bản đã phát hành: its line of the register, the paper with its number, its file."""

    entry: Entry
    plan: Plan
    target: Path


def issue(plan: Plan, day: datetime.date, how: Issuing) -> Issued:
    """Phát hành một văn bản: the next number of its series, then the paper made anew with it.

    The number and the register's line are on the disk before anything is written. Raises
    `NotIssuable`, `NumberWaits`, `IssuedOutOfOrder`, and what composing and writing raise, before
    a number is taken; `PaperNotWritten` after.
    """
    day = plain_date(day)
    if plan.number.text:
        raise NotIssuable(" ".join(plan.title.split()), "it has a number already")
    paper = _paper(plan, day, how)
    _try(plan, day, how)
    entry = how.register.reserve(paper, day, by=how.by, at=how.at, also=_also(plan, day, how))
    return _write(plan, entry, how)


def finish(plan: Plan, entry: Entry, how: Issuing) -> Issued:
    """Ghi nốt văn bản có số đã cấp: as `issue`, with the number that it has in the register.

    Writing again what was written already changes nothing else. Raises `NumberNotOpen` for a void
    number, `NotIssuable` for a paper of another issuer or with another number, and as `issue`.
    """
    if entry.state is EntryState.VOID:
        raise NumberNotOpen(entry.printed, entry.state.label, entry.note)
    paper = _paper(plan, entry.day, how)
    if not entry_fits(plan, entry) or paper.body != entry.series.body or paper.kind != entry.kind:
        raise NotIssuable(
            " ".join(plan.title.split()), f"number {entry.printed} is another paper's"
        )
    return _write(plan, entry, how)


def _paper(plan: Plan, day: datetime.date, how: Issuing) -> OutgoingPaper:
    source = str(how.source.resolve()) if how.source else ""
    target = str(how.target.resolve())
    return outgoing_paper(plan, how.rules(day), source=source, target=target)


def _try(plan: Plan, day: datetime.date, how: Issuing) -> None:
    """Raise what writing would raise, before a number is taken."""
    if not how.target.parent.is_dir():
        raise TargetUnwritable(str(how.target), f"there is no folder {how.target.parent}")
    if how.target.is_dir():
        raise TargetUnwritable(str(how.target), "it is a folder")
    with tempfile.TemporaryDirectory() as folder:
        trial = with_number_and_day(plan, _TRIAL, day)
        how.write(trial, Path(folder) / how.target.name, how.rules(day))
    if how.source is not None:
        if load(how.source) != plan:
            raise NotIssuable(" ".join(plan.title.split()), "its file holds another text")
        try_number(how.source, _TRIAL, day)


def _also(
    plan: Plan, day: datetime.date, how: Issuing
) -> Callable[[Connection, Entry], object] | None:
    ledger, events = how.ledger, how.events
    if ledger is None or events is None:
        return None
    if not _same_database(ledger.store, how.register.store):
        raise ValueError("the ledger must stand in the register's database")

    def append(connection: Connection, entry: Entry) -> None:
        numbered = with_number_and_day(plan, entry.text, day)
        ledger.append_within(connection, *events(numbered))

    return append


def _same_database(one: Store, other: Store) -> bool:
    if one.is_file and other.is_file:
        return one.path.resolve() == other.path.resolve()
    return one.url == other.url


def _write(plan: Plan, entry: Entry, how: Issuing) -> Issued:
    numbered = with_number_and_day(plan, entry.text, entry.day)
    try:
        how.write(numbered, how.target, how.rules(entry.day))
        if how.source is not None:
            write_number(how.source, entry.text, entry.day)
        written = how.register.mark_written(entry, str(how.target), by=how.by, at=how.at)
    except (KehoachError, OSError) as error:
        raise PaperNotWritten(entry.printed, " ".join(str(error).split())) from error
    return Issued(written, numbered, how.target)
