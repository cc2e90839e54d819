"""Many writers at once, writers that are killed, writers that wait in vain."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import nullcontext
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach.errors import LedgerBusy
from kehoach.store import ledger_tables
from kehoach.tracking.ledger import Ledger
from tests.support.ledger_writer import noted
from tests.support.tracking import PLACES, PLAN, assigned, database, obligation

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
WRITERS, EVENTS = 8, 500
KILLS = 200
WRITER = [sys.executable, "-m", "tests.support.ledger_writer"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


@pytest.fixture(params=PLACES)
def place(request, tmp_path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield found


def notes(ledger: Ledger) -> list[str]:
    return [str(one.note) for one in ledger.events() if one.by == "w"]


def test_eight_writers_lose_and_double_nothing(place):
    names = [f"{number}" for number in range(1, WRITERS + 1)]
    works = [obligation("0@shared"), *(obligation(f"{name}@own") for name in names)]
    with Ledger(place) as ledger:
        ledger.append(*map(assigned, works))
        writers = [
            subprocess.Popen([*WRITER, "many", place, name, f"{EVENTS}"], cwd=ROOT, env=ENVIRONMENT)
            for name in names
        ]
        assert [one.wait(timeout=300) for one in writers] == [0] * WRITERS

        wanted = {f"{name} {turn}" for name in names for turn in range(EVENTS)}
        found = Counter(notes(ledger))
        assert found.keys() == wanted
        assert max(found.values()) == 1
        assert ledger.verify().sound
        assert ledger.heads()[PLAN][1] == WRITERS * EVENTS + len(works)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the nursery of writers needs fork")
@pytest.mark.parametrize("kind", PLACES)
def test_what_was_acknowledged_survives_a_kill_and_nothing_is_half_written(kind, tmp_path):
    chance = random.Random(30_06_2013)  # noqa: S311 - moments of a test
    acknowledged = tmp_path / "acknowledged"
    acknowledged.touch()
    with database(kind, tmp_path) as place:
        with Ledger(place) as ledger:
            ledger.append(assigned(obligation("0@shared")))
        server = Ledger(place) if kind == "postgresql" else None  # a file is opened anew each time
        with subprocess.Popen(
            [*WRITER, "nursery", place],
            cwd=ROOT,
            env=ENVIRONMENT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as nursery:
            assert nursery.stdin is not None
            assert nursery.stdout is not None
            for turn in range(KILLS):
                batch = 20 if turn % 2 else 1
                nursery.stdin.write(f"{turn} {batch} {acknowledged}\n")
                nursery.stdin.flush()
                writer = int(nursery.stdout.readline())
                wait_for(acknowledged, f"{turn}", turn % 3)
                time.sleep(chance.uniform(0, 0.006))
                os.kill(writer, signal.SIGKILL)
                assert nursery.stdout.readline() == "\n"
                with nullcontext(server) if server else Ledger(place) as ledger:
                    check(ledger, acknowledged, f"{turn}", batch)
        if server:
            server.close()

        assert acknowledged.read_text().count("\n") > KILLS // 2  # the kills met work
        with Ledger(place) as ledger:
            assert ledger.verify().sound


def wait_for(acknowledged: Path, name: str, number: int) -> None:
    """Let a writer get so many batches acknowledged, so that a busy machine tests as much."""
    while len(told_by(acknowledged, name)) < number:
        time.sleep(0.001)


def told_by(acknowledged: Path, name: str) -> list[str]:
    """The batches of a writer that were acknowledged."""
    lines = acknowledged.read_text().splitlines()
    return [line for line in lines if line.split()[:1] == [name]]


def check(ledger: Ledger, acknowledged: Path, name: str, batch: int) -> None:
    """The file opens, this writer's acknowledged batches are whole, at most one more is there."""
    told = told_by(acknowledged, name)
    whole = Counter(note.rsplit(" ", 1)[0] for note in notes_of(ledger, name))
    with ledger.store.reading() as connection:
        head = ledger_tables.heads(connection)[PLAN]
    assert set(whole.values()) <= {batch}
    assert set(told) <= whole.keys()
    assert len(whole) - len(told) in (0, 1)
    assert head.events >= sum(whole.values())


def notes_of(ledger: Ledger, name: str) -> list[str]:
    """The notes of the last writer, without reading the others' events."""
    place = ledger_tables.EVENT_COLUMNS.index("note")
    with ledger.store.reading() as connection:
        rows = (row[place] for row in ledger_tables.scan_backwards(connection, PLAN))
        return list(takewhile(lambda note: note.split()[0] == name, rows))


def test_who_waits_in_vain_is_told_and_nothing_is_half_done(place):
    with Ledger(place) as ledger, Ledger(place, timeout=0.2) as other:
        ledger.append(assigned(obligation("0@shared")))
        with ledger.store.writing() as connection:
            ledger_tables.lock_plans(connection, [PLAN], "")
            with pytest.raises(LedgerBusy, match=r"0\.2 s"):
                other.append(noted("0@shared", "x"))

        other.append(noted("0@shared", "y"))
        assert notes(ledger) == ["y"]
        assert ledger.verify().sound


def test_two_plans_are_written_side_by_side_on_postgresql(tmp_path):
    with database("postgresql", tmp_path) as url, Ledger(url) as one, Ledger(url) as other:
        one.append(assigned(obligation()), assigned(obligation(plan="kh-2014")))
        with one.store.writing() as connection:
            ledger_tables.lock_plans(connection, ["kh-2014"], "")
            other.append(noted("1.1@so-tttt", "không phải chờ"))

        assert notes(one) == ["không phải chờ"]


def test_a_reader_sees_one_moment(place):
    with Ledger(place) as ledger:
        ledger.append(assigned(obligation("0@shared")))
        seen = ledger.events()
        next(seen)
        if not ledger.store.is_file:  # on a file a writer waits for the reader to end
            ledger.append(noted("0@shared", "later"))

        assert list(seen) == []
