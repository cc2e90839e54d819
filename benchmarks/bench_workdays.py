"""Working-day sums against those of `holidays`, in one run: how many times faster.

    python benchmarks/bench_workdays.py

Both calendars are built before the clock starts; the best of several repeats counts.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from timeit import repeat
from typing import TYPE_CHECKING

import holidays

from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from collections.abc import Callable

START, END = date(2013, 3, 19), date(2013, 12, 20)
DISTANCES = (1, 2, 3, 5, 10, 20, 60, 250, 1000, -1, -5, -250)
REPEATS = 5


def microseconds(work: Callable[[], object], times: int) -> float:
    """Return the time of one call, the best of several repeats."""
    return min(repeat(work, number=times, repeat=REPEATS)) / times * 1e6


def main() -> None:
    """Print one line a sum: ours, theirs, the ratio."""
    ours = vietnam()
    theirs = holidays.country_holidays("VN", years=range(2000, 2028))
    print(f"holidays {holidays.__version__}, from {START}")
    print(f"{'working days':>14} {'kehoach µs':>11} {'holidays µs':>12} {'ratio':>8}")
    for n in DISTANCES:
        times = max(10, 4000 // abs(n))
        slow = microseconds(partial(theirs.get_nth_working_day, START, n), times)
        compare(str(n), slow, partial(ours.add, START, n))
    slow = microseconds(partial(theirs.is_working_day, START), 20_000)
    compare("is working", slow, partial(ours.is_working, START))
    slow = microseconds(partial(theirs.get_working_days_count, START, END), 20)
    compare("count in 2013", slow, partial(ours.between, START, END))


def compare(what: str, slow: float, work: Callable[[], object]) -> None:
    """Print our time of the work beside the slow one, both in microseconds, and their ratio."""
    fast = microseconds(work, 20_000)
    print(f"{what:>14} {fast:>11.2f} {slow:>12.2f} {slow / fast:>8.1f}")


if __name__ == "__main__":
    main()
