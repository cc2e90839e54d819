"""The ledger against plain sqlite3: appending, and the status of a province; ratios of one run.

Run: python benchmarks/bench_tracking.py [FOLDER]     (on a real disk; by default the current one)

The floor of appending is plain `sqlite3` issuing the very statements of the ledger, on another
copy of the same file. The floor of a status is one scan of the kept summary, that of a past day one
ordered scan of the events, each row fetched by plain `sqlite3`. Times are medians; the two sides of
a ratio take turns, since disks and neighbours are moody.
"""

from __future__ import annotations

import datetime
import gc
import itertools
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event as listening

from kehoach.tracking import Duty, DutyKind, Event, EventKind, Obligation, Paper, Term
from kehoach.tracking._fold import STANDING, Step
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.transfer import import_events
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ONE, BATCHES, STATUS, BODY, PAST = 2.5, 5.0, 6.0, 1 / 50, 6.0
BODIES, OBLIGATIONS, EVENTS = 3_500, 100_000, 1_000_000
BATCH = 2_000
TODAY, PAST_DAY = datetime.date(2013, 12, 31), datetime.date(2013, 6, 30)
START = datetime.date(2013, 1, 2)
HANOI = datetime.timezone(datetime.timedelta(hours=7))
PLAN = "kh-2013"
MEMORY = 150
"""Bộ nhớ: MiB above an idle process that figures of a past day may take."""

_DUTIES = [
    Duty(
        f"nv-{number}",
        DutyKind.TASK,
        f"Nhiệm vụ {number} về quản lý Internet và trò chơi trực tuyến",
    )
    for number in range(29)
]
_LIFE = (
    EventKind.ACKNOWLEDGED,
    EventKind.STARTED,
    EventKind.PROGRESSED,
    EventKind.REMINDED,
    EventKind.PROGRESSED,
    EventKind.EXTENSION_ASKED,
    EventKind.EXTENSION_GRANTED,
    EventKind.SUBMITTED,
    EventKind.ACCEPTED,
)


def obligation(number: int) -> Obligation:
    """The obligation with the number: bodies take turns, duties change when all had theirs."""
    body = f"xa-{number % BODIES}"
    duty = _DUTIES[number // BODIES % len(_DUTIES)]
    due = datetime.date(2013, 3, 1) + datetime.timedelta(days=number * 7 % 330)
    key = f"{duty.node}@{body}"
    return Obligation(PLAN, key, duty, body, f"UBND xã số {body}", term=Term.DATED, due=due)


def told(number: int, turn: int, one: Obligation) -> Event:
    """The event of a turn in the life of an obligation; turn 0 gives it."""
    day = START + datetime.timedelta(days=turn * 35 + number % 20)
    at = datetime.datetime.combine(day, datetime.time(8, number % 60, turn), HANOI)
    kind = _LIFE[(turn - 1) % len(_LIFE)] if turn else EventKind.ASSIGNED
    if kind is EventKind.ACCEPTED and number % 3 == 0:  # a third is never accepted
        kind = EventKind.REMINDED
    details: dict[str, Any] = {}
    if kind is EventKind.ASSIGNED:
        details["given"] = one
    elif kind in (EventKind.EXTENSION_ASKED, EventKind.EXTENSION_GRANTED):
        details["due"] = datetime.date(2013, 11, 1)
    elif kind is EventKind.SUBMITTED:
        details["paper"] = Paper(f"{number}/BC-UBND", day)
    return Event(PLAN, one.key, kind, day, "vp", at, note="theo kế hoạch", **details)


def lives(obligations: int, turns: range) -> Iterator[Event]:
    """The events of many obligations, turn by turn, as a year brings them."""
    for turn in turns:
        for number in range(obligations):
            yield told(number, turn, obligation(number))


def seconds(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Statements:
    """Every statement of a ledger with its parameters, transaction by transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self.transactions: list[list[tuple[str, Any, bool]]] = []
        listening.listen(ledger.store.engine, "before_cursor_execute", self._note)

    def _note(self, _: Any, __: Any, text: str, parameters: Any, ___: Any, many: bool) -> None:  # noqa: ANN401, FBT001
        if text.startswith("BEGIN"):
            self.transactions.append([])
        self.transactions[-1].append((text, parameters, many))


def replay(connection: sqlite3.Connection, transaction: list[tuple[str, Any, bool]]) -> None:
    """Issue the statements of a transaction, fetching what they find, and keep it."""
    for text, parameters, many in transaction:
        if many:
            connection.executemany(text, parameters)
        else:
            connection.execute(text, parameters).fetchall()
    connection.execute("COMMIT")


def plain(path: Path) -> sqlite3.Connection:
    """Plain sqlite3, as durable as the ledger."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def appending(folder: Path, base: int, transactions: Sequence[tuple[Event, ...]]) -> list[float]:
    """The ratio of each transaction, on a ledger that holds `base` obligations already."""
    first, ours, floor = (folder / name for name in ("first.db", "ours.db", "floor.db"))
    with Ledger(first) as ledger:
        import_events(ledger, lives(base, range(1)))
    shutil.copy(first, ours)
    shutil.copy(first, floor)
    with Ledger(first) as ledger:
        statements = Statements(ledger)
        for events in transactions:
            ledger.append(*events)
    ratios = []
    connection = plain(floor)
    with Ledger(ours) as ledger:
        ledger.heads()
        for events, issued in zip(transactions, statements.transactions, strict=True):
            one = seconds(lambda: ledger.append(*events))  # noqa: B023 - called at once
            other = seconds(lambda: replay(connection, issued))  # noqa: B023
            ratios.append(one / other)
    connection.close()
    for path in (first, ours, floor):
        path.unlink()
    return ratios


def one_by_one(folder: Path) -> float:
    """Single acknowledged events."""
    events = [(told(number, 1, obligation(number)),) for number in range(300)]
    return statistics.median(appending(folder, 1_000, events))


def in_batches(folder: Path) -> float:
    """100,000 events, a transaction for each batch."""
    events = itertools.islice(lives(20_000, range(6)), 20_000, 120_000)
    made = list(events)
    parts = [tuple(made[start : start + BATCH]) for start in range(0, len(made), BATCH)]
    return statistics.median(appending(folder, 20_000, parts))


def scan(path: Path, text: str, *parameters: str) -> Callable[[], None]:
    """The floor of a status: fetch every row, keep none."""
    connection = sqlite3.connect(path)

    def work() -> None:
        for _ in connection.execute(text, parameters):
            pass

    return work


def turns(*works: Callable[[], object], rounds: int = 5) -> list[float]:
    """The median seconds of each work, all taking turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for times, work in zip(taken, works, strict=True):
            times.append(seconds(work))
    return [statistics.median(times) for times in taken]


def today(path: Path) -> dict[str, float]:
    """Statuses and figures of all, and of one body, against one scan of the summary."""
    calendar = vietnam()
    columns = ", ".join(("plan", "obligation", *STANDING))
    floor = scan(path, f"SELECT {columns} FROM standings ORDER BY number")  # noqa: S608 - our names
    with Ledger(path) as ledger:
        times = turns(
            floor,
            lambda: ledger.progress(TODAY, calendar),
            lambda: ledger.figures_by_body(TODAY, calendar),
            lambda: ledger.progress(TODAY, calendar, body="xa-7"),
            lambda: ledger.figures_by_body(TODAY, calendar, body="xa-7"),
        )
    base, statuses, figures, own, own_figures = times
    print(f"  scan {base * 1e3:.0f} ms, statuses {statuses * 1e3:.0f}, figures {figures * 1e3:.0f}")
    return {
        "statuses": statuses / base,
        "figures": figures / base,
        "one body's statuses": own / statuses,
        "one body's figures": own_figures / figures,
        "seconds": statuses,
    }


def past(path: Path) -> dict[str, float]:
    """Statuses and figures of a past day against one ordered scan of the events."""
    columns = ", ".join(("plan", "obligation", *Step._fields))
    rest = "WHERE day <= ? ORDER BY plan, obligation, seq"
    text = f"SELECT {columns} FROM events {rest}"  # noqa: S608 - our names
    floor = scan(path, text, PAST_DAY.isoformat())
    calendar = vietnam()
    with Ledger(path) as ledger:
        base, statuses, figures = turns(
            floor,
            lambda: ledger.progress(PAST_DAY, calendar),
            lambda: ledger.figures_by_body(PAST_DAY, calendar),
            rounds=3,
        )
    print(f"  scan {base:.2f} s, statuses {statuses:.2f}, figures {figures:.2f}")
    return {"statuses": statuses / base, "figures": figures / base}


def memory(path: Path) -> None:
    """Print the MiB that figures of a past day take above an idle ledger."""
    with Ledger(path) as ledger:
        ledger.heads()
        vietnam().is_working(PAST_DAY)
        before = high_water()
        ledger.figures_by_body(PAST_DAY, vietnam())
    print(high_water() - before)


def high_water() -> float:
    """The most memory that this process has taken, in MiB (Linux tells)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def judged(name: str, ratio: float, limit: float) -> bool:
    """Print a ratio beside its limit; whether it holds."""
    holds = ratio <= limit
    print(f"{name:44} {ratio:8.3f}   limit {limit:.3g}{'' if holds else '   MISSED'}")
    return holds


def province(folder: Path) -> list[bool]:
    """Build the province in two steps, and ask after each."""
    path = folder / "province.db"
    with Ledger(path) as ledger:
        first = import_events(ledger, lives(OBLIGATIONS, range(2)))
        few = today(path)
        rest = import_events(ledger, lives(OBLIGATIONS, range(2, 10)))
        print(f"province: {first.added + rest.added:,} events, {len(first.rejected)} rejected")
    many = today(path)
    then = past(path)
    command = [sys.executable, __file__, "--memory", str(path)]
    taken = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [
        judged("today: statuses / scan of obligations", many["statuses"], STATUS),
        judged("today: figures / scan of obligations", many["figures"], STATUS),
        judged("today: 5 times the events", many["seconds"] / few["seconds"], 1.3),
        judged("one body's statuses / the province's", many["one body's statuses"], BODY),
        judged("one body's figures / the province's", many["one body's figures"], BODY),
        judged("past day: statuses / ordered scan of events", then["statuses"], PAST),
        judged("past day: figures / ordered scan of events", then["figures"], PAST),
        judged("past day: MiB that figures take", taken, MEMORY),
    ]


def main() -> int:
    """Measure everything, print it beside its limits, judge it."""
    match sys.argv[1:]:
        case ["--memory", path]:
            memory(Path(path))
            return 0
        case [place]:
            parent = Path(place)
        case _:
            parent = Path.cwd()
    with tempfile.TemporaryDirectory(dir=parent) as name:
        folder = Path(name)
        held = [
            judged("one acknowledged event / plain sqlite3", one_by_one(folder), ONE),
            judged("100,000 events in batches / plain sqlite3", in_batches(folder), BATCHES),
            *province(folder),
        ]
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
