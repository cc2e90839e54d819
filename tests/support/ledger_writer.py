"""A process that writes to a ledger until it is done, or until it is killed.

    python -m tests.support.ledger_writer many PLACE NAME COUNT
    python -m tests.support.ledger_writer nursery PLACE

`many` appends COUNT events one by one. `nursery` has everything loaded and, for each line
`NAME BATCH ACKNOWLEDGED` of its input, forks a writer that appends batches for ever and notes each
acknowledged one in the file ACKNOWLEDGED. The writer prints its process id once it is ready, and
the nursery an empty line once it has been killed.
"""

from __future__ import annotations

import datetime
import os
import sys
from itertools import count
from pathlib import Path

from kehoach.tracking import Event, EventKind
from kehoach.tracking.ledger import Ledger
from tests.support.tracking import PLAN, START, instant


def noted(key: str, text: str) -> Event:
    """A note to an obligation; its text makes it one of its kind."""
    at = instant(START) + datetime.timedelta(minutes=1)
    return Event(
        plan=PLAN, obligation=key, kind=EventKind.NOTED, day=START, by="w", at=at, note=text
    )


def many(place: str, name: str, number: int) -> None:
    """Append single events, half of them to an obligation that all writers share."""
    with Ledger(place) as ledger:
        for turn in range(number):
            key = "0@shared" if turn % 2 else f"{name}@own"
            ledger.append(noted(key, f"{name} {turn}"))


def for_ever(place: str, name: str, batch: int, acknowledged: Path) -> None:
    """Append batches, and note each one once it is acknowledged."""
    notes = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Ledger(place) as ledger:
        os.write(sys.stdout.fileno(), f"{os.getpid()}\n".encode())
        for turn in count():
            ledger.append(*(noted("0@shared", f"{name} {turn} {n}") for n in range(batch)))
            os.write(notes, f"{name} {turn}\n".encode())


def nursery(place: str) -> None:
    """Fork a writer for each line of the input."""
    for line in sys.stdin:
        name, batch, acknowledged = line.split()
        child = os.fork()
        if child == 0:
            for_ever(place, name, int(batch), Path(acknowledged))
        os.waitpid(child, 0)
        os.write(sys.stdout.fileno(), b"\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["many", place, name, number]:
            many(place, name, int(number))
        case ["nursery", place]:
            nursery(place)
