"""Chuyển sổ: every event as a line of JSON, out of one ledger and into another, without loss.

The lines of a plan stand in the order of its chain, so that an empty ledger that reads them ends
with the same hashes, whatever the database.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kehoach.errors import InvalidMove, KehoachError
from kehoach.tracking._writer import Told, Writer, told
from kehoach.tracking.events import COLUMNS, read_duty
from kehoach.tracking.records import event_from_line, event_from_row, event_to_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.tracking.events import Event
    from kehoach.tracking.ledger import Ledger

FORMAT = {"kehoach-ledger": 1}
"""Dòng đầu: what the first line of an export says."""
BATCH = 2000
"""Số sự kiện ghi trong một giao dịch."""


@frozen
class Rejected:
    """Dòng bị loại: its number from 1, what it says, and why it was not taken.

    `error` is what the ledger raised, for an event that does not fit what happened before.
    """

    line: int
    text: str
    reason: str
    error: KehoachError | None = None


@frozen
class Imported:
    """Kết quả nhập: how many events were added, how many were there already, what was rejected."""

    added: int
    repeated: int
    rejected: tuple[Rejected, ...] = ()


def export_lines(ledger: Ledger, plan: str | None = None) -> Iterator[str]:
    """Xuất sổ: the format's line, then one line an event; each ends with a newline. Streamed."""
    yield json.dumps(FORMAT) + "\n"
    for event in ledger.events(plan):
        yield event_to_line(event) + "\n"


def import_lines(ledger: Ledger, lines: Iterable[str]) -> Imported:
    """Nhập sổ: the events of an export or of a backup, in batches that are each kept whole.

    A backup is what :func:`kehoach.store.back_up` makes of PostgreSQL: a line a row. What the
    ledger has already adds nothing. A line that is no event, was changed by hand or does not fit
    what happened before is rejected with its reason, and the others are taken. Raises
    :class:`~kehoach.errors.LedgerBusy`; what was added by then stays, and to import again goes on.
    """
    rejected: list[Rejected] = []
    return _import(ledger, _read(lines, rejected), rejected)


def import_events(ledger: Ledger, events: Iterable[Event]) -> Imported:
    """Nhập sự kiện in batches; as `import_lines`, the line being the place in the sequence."""
    numbered = ((number, event.describe, event) for number, event in enumerate(events, 1))
    made = ((number, describe(), event) for number, describe, event in numbered)
    return _import(ledger, made, [])


_Numbered = tuple[int, str, "Event"]


def _read(lines: Iterable[str], rejected: list[Rejected]) -> Iterator[_Numbered]:
    wordings: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or (number == 1 and text == json.dumps(FORMAT)):
            continue
        try:
            if text.startswith(_ROW):
                event = _event_of_row(json.loads(text), wordings)
            else:
                event = event_from_line(text)
        except (ValueError, TypeError, KeyError) as error:
            rejected.append(Rejected(number, text, str(error)))
        else:
            if event is not None:
                yield number, text, event


_ROW = '{"table":'


def _event_of_row(row: dict[str, Any], wordings: dict[str, str]) -> Event | None:
    """The event of a backup's row; none for a row of another table, though duties are noted."""
    if row["table"] == "duties":
        wordings[row["digest"]] = row["content"]
    if row["table"] != "events":
        return None
    duty = read_duty(wordings[row["duty"]]) if row["duty"] else None
    event = event_from_row([row[name] for name in COLUMNS], duty)
    if event.id != row["id"]:
        raise ValueError(f"the id {row['id']!r} is not that of the content, {event.id!r}")
    return event


def _import(ledger: Ledger, events: Iterator[_Numbered], rejected: list[Rejected]) -> Imported:
    added = repeated = 0
    while some := [(number, text, told(event)) for number, text, event in islice(events, BATCH)]:
        with ledger.store.writing() as connection:
            writer = Writer(connection)
            writer.prepare([one for _, _, one in some])
            refused = [line for line in some if not _taken(writer, line, rejected)]
            writer.flush()
        added += len(some) - len(refused) - writer.repeated
        repeated += writer.repeated
    ordered = tuple(sorted(rejected, key=lambda one: one.line))
    return Imported(added, repeated, ordered)


def _taken(writer: Writer, line: tuple[int, str, Told], rejected: list[Rejected]) -> bool:
    number, text, one = line
    try:
        writer.add(one)
    except KehoachError as error:
        reason = _moves(error) if isinstance(error, InvalidMove) else str(error)
        rejected.append(Rejected(number, text, reason, error))
        return False
    return True


def _moves(error: InvalidMove) -> str:
    return " ".join((str(error), *getattr(error, "__notes__", ())))
