"""Dispatch to 3,500 bodies, a .docx each, against the writer alone: ratios of one run.

Run: python benchmarks/bench_dispatch.py [number of bodies]

The writer alone puts the same documents, composed beforehand, into files of one folder. Dispatch
makes each paper, composes it, writes it, and replaces its file whole, on disk when it returns. The
promise is 0.4 of the writer's rate; memory must not grow with the number of bodies.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from kehoach import export_many, load, plan_document
from kehoach.drafts import Dispatches, dispatch
from kehoach.files import load_directory
from kehoach.organizations import Command, Directory, Kind, Level, Organization
from kehoach.rules import rulebook
from kehoach.word import write

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = rulebook("tt01-2011")
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
BODIES = 3_500
SAMPLE = 350
ROUNDS = 3
PROMISE = 0.4
MIB = 1 << 20
POOLS: dict[str, Callable[[], Any]] = {
    "this thread": nullcontext,
    "two threads": lambda: ThreadPoolExecutor(2),
    "four threads": lambda: ThreadPoolExecutor(4),
    "two processes": lambda: ProcessPoolExecutor(2),
    "eight threads": lambda: ThreadPoolExecutor(8),
}


def province(count: int) -> Directory:
    """The example's directory, its districts replaced by so many communes."""
    known = load_directory(EXAMPLE / "directory.yaml")
    communes = tuple(
        Organization(
            f"xa-{turn}", f"UBND xã số {turn}", Kind.PEOPLES_COMMITTEE, Level.COMMUNE,
            parent="ubnd-tinh", place="tỉnh Long An", command=Command.ORDER,
        )
        for turn in range(count)
    )  # fmt: skip
    groups = tuple(
        evolve(group, members=tuple(one.id for one in communes), rule=None)
        if group.id == "ubnd-huyen-tan-an"
        else group
        for group in known.groups
    )
    return evolve(known, organizations=(*known.organizations, *communes), groups=groups)


def memory() -> float:
    """MiB that this process holds now, where the system tells."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0.0
    return int(pages) * 4096 / MIB


def rate_of_writer(documents: list[Any], rounds: int) -> float:
    """Papers a second of the writer alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        for turn in range(rounds):
            for number, document in enumerate(documents):
                (folder / f"{turn}-{number}.docx").write_bytes(write(document, BOOK))
        return rounds * len(documents) / (time.perf_counter() - start)


def rate_of(found: Dispatches, pool: Callable[[], Any]) -> tuple[float, float]:
    """Papers a second of dispatch, and by how many MiB memory grew after the first hundred."""
    held: list[float] = []

    def watch(done: int, _total: int | None, _name: str) -> None:
        if done % 100 == 0:
            held.append(memory())

    with tempfile.TemporaryDirectory() as folder, pool() as executor:
        if executor is not None:
            list(executor.map(abs, range(8)))
        start = time.perf_counter()
        result = export_many(
            ((one.slug, one.paper) for one in found), folder, format="docx", rulebook=BOOK,
            executor=executor, on_progress=watch,
        )  # fmt: skip
        taken = time.perf_counter() - start
    if result.failed:
        raise SystemExit(f"not written: {result.failed[:3]}")
    return len(found) / taken, max(held, default=0) - held[0] if held else 0.0


def main() -> int:
    """Print the rates, and fail where the promise is not kept."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else BODIES
    plan, bodies = load(EXAMPLE / "plan.yaml"), province(count)
    start = time.perf_counter()
    found = dispatch(plan, bodies, per_body=True)
    print(f"{len(found)} bodies shared out in {time.perf_counter() - start:.2f} s")
    communes = islice((one for one in found if "xa-so" in one.slug), SAMPLE)
    documents = [plan_document(one.paper, BOOK) for one in communes]
    rates: dict[str, list[float]] = {}
    grown: dict[str, float] = {}
    for _ in range(ROUNDS):
        alone = rate_of_writer(documents, 3)
        rates.setdefault("writer alone", []).append(alone)
        for name, pool in POOLS.items():
            rate, more = rate_of(found, pool)
            rates.setdefault(name, []).append(rate)
            grown[name] = max(more, grown.get(name, 0.0))
    base = statistics.median(rates["writer alone"])
    best = 0.0
    for name, measured in rates.items():
        rate = statistics.median(measured)
        best = max(best, rate / base if name in POOLS else 0.0)
        more = f"  memory +{grown[name]:.1f} MiB" if name in grown else ""
        print(f"{name:14} {rate:7.0f} papers/s  {rate / base:5.2f} x writer{more}")
    kept = best >= PROMISE
    print(f"promise of {PROMISE} x: {'kept' if kept else 'NOT KEPT'} ({best:.2f})")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
