"""A year's calendar of many bodies against making its entries with nothing computed, in one run.

    python benchmarks/bench_cycles.py [bodies]

Sixteen reports (twelve months, four longer) for each of 3,500 communes; the directory is built
before the clock starts, and each work keeps its best time of several.
"""

from __future__ import annotations

import gc
import sys
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from kehoach.cycles import Entry, plan_calendar
from kehoach.deadlines import Every, Recurring
from kehoach.organizations import Directory, Group, Kind, Level, Organization
from kehoach.plan import Party, Plan, ReportDue, ReportingDuty, Section
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from collections.abc import Callable

BODIES = 3500
REPEATS = 7
RHYTHMS = Recurring(
    Every.QUARTER, 20, strict=True, also=(Every.HALF, Every.NINE_MONTHS, Every.YEAR)
)


def province(bodies: int) -> Directory:
    """Return a directory of communes and one group that holds them."""
    communes = tuple(
        Organization(f"xa-{n}", f"UBND xã số {n}", Kind.PEOPLES_COMMITTEE, Level.COMMUNE)
        for n in range(bodies)
    )
    return Directory(
        communes, (Group("cac-xa", "UBND các xã", members=tuple(one.id for one in communes)),)
    )


def plan() -> Plan:
    """Return a plan with a duty that makes sixteen reports a year."""
    duty = ReportingDuty(
        "Các xã báo cáo hằng tháng; hằng quý, 6 tháng, 9 tháng, năm.",
        id="BC",
        reporters=(Party("UBND các xã", "cac-xa"),),
        receivers=(Party("Sở Nội vụ"),),
        dues=(
            ReportDue("Báo cáo tháng", Recurring(Every.MONTH, 20, strict=True), id="BC1"),
            ReportDue("Báo cáo", RHYTHMS, id="BC2"),
        ),
    )
    section = Section("Chế độ báo cáo", (duty,))
    return Plan("Thử tốc độ", date=date(2026, 1, 2), sections=(section,))


def best(work: Callable[[], object]) -> float:
    """Return the shortest time of several runs, in milliseconds."""
    times = []
    for _ in range(REPEATS):
        gc.collect()
        start = perf_counter()
        made = work()
        times.append(perf_counter() - start)
        del made
    return min(times) * 1e3


def main() -> None:
    """Print both times and their ratio."""
    bodies = int(sys.argv[1]) if len(sys.argv) > 1 else BODIES
    directory, paper, days = province(bodies), plan(), vietnam()
    entries = plan_calendar(paper, days, directory, 2026).entries
    rows = [
        (
            e.day,
            e.kind,
            e.text,
            e.who,
            e.to,
            e.notes,
            e.provisional,
            e.key,
            e.last_working_day,
            e.hour,
        )
        for e in entries
    ]
    floor = best(lambda: tuple([Entry(*row) for row in rows]))
    ours = best(lambda: plan_calendar(paper, days, directory, 2026))
    print(f"{len(entries)} entries: values alone {floor:.0f} ms, calendar {ours:.0f} ms,", end=" ")
    print(f"{ours / floor:.2f} times")


if __name__ == "__main__":
    main()
