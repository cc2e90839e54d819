"""The dashboard of 100,000 obligations against json.dumps of the same data, and in Chromium.

Run: python benchmarks/bench_html.py     (needs plugins/kehoach-html; Chromium where there is one)

The floor is `json.dumps` of the progress as plain values (those of the exporter `json`), made
beforehand. In Chromium: first paint, the answer to a search and to a filter, and the memory of the
page's script, in milliseconds and MiB; they are told, not judged. Times are medians.
"""

from __future__ import annotations

import datetime
import gc
import importlib.util
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach_html.dashboard import dashboard_html

from kehoach.exporters.trees import progress_tree
from kehoach.tracking import (
    Duty,
    DutyKind,
    Event,
    EventKind,
    Progress,
    State,
    Status,
    Term,
    Timeliness,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 3.0
BODIES, OBLIGATIONS, EVENTS = 800, 100_000, 200_000
ON = datetime.date(2026, 6, 30)
HANOI = datetime.timezone(datetime.timedelta(hours=7))
CONFTEST = Path(__file__).parent.parent / "plugins" / "kehoach-html" / "tests" / "conftest.py"
_LOOKS = (
    (State.DONE, Timeliness.ON_TIME), (State.DONE, Timeliness.LATE),
    (State.IN_PROGRESS, Timeliness.IN_TERM), (State.ASSIGNED, Timeliness.OVERDUE),
)  # fmt: skip


def status(number: int, duties: list[Duty]) -> Status:
    """The obligation with the number; a duty is given to every body in its turn."""
    state, timeliness = _LOOKS[number % 4]
    duty, body = duties[number // BODIES], f"xa-{number % BODIES}"
    ahead = 180 if timeliness is Timeliness.IN_TERM else 0
    due = datetime.date(2026, 1, 5) + datetime.timedelta(days=number * 7 % 175 + ahead)
    done = due if state is State.DONE else None
    days = 0 if done else (due - ON).days
    return Status(
        plan="kh-2026", key=f"{duty.node}@{body}", duty=duty, body=body,
        name=f"Ủy ban nhân dân xã số {number % BODIES}", role=None, counted=True, state=state,
        timeliness=timeliness, term=Term.DATED, due=due, first_due=due, planned_due=due,
        assigned_on=datetime.date(2026, 1, 2), done_on=done, submitted_on=done, days=days,
        working_days=days * 5 // 7, revision=2, last_day=ON,
    )  # fmt: skip


def progress() -> Progress:
    """The whole progress, without history."""
    duties = [
        Duty(
            f"nv-{number}", DutyKind.REPORT if number % 5 == 0 else DutyKind.TASK,
            f"Nhiệm vụ {number} về quản lý Internet và trò chơi trực tuyến trên địa bàn tỉnh",
            phrase="trước ngày 01/4/2026", product="Kế hoạch của đơn vị", receiver="UBND tỉnh",
        )
        for number in range(OBLIGATIONS // BODIES + 1)
    ]  # fmt: skip
    return Progress(ON, tuple(status(number, duties) for number in range(OBLIGATIONS)))


def with_history(one: Progress) -> Progress:
    """Two events an obligation."""
    kinds = (EventKind.ACKNOWLEDGED, EventKind.STARTED)
    day = datetime.date(2026, 1, 9)
    at = datetime.datetime(2026, 1, 9, 8, tzinfo=HANOI)
    events = (
        Event("kh-2026", item.key, kind, day, item.name, at) for item in one for kind in kinds
    )
    return one.with_history(events)


def median(work: Callable[[], object], times: int = 5) -> float:
    """The median of the seconds that the work takes."""
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def in_chromium(page: bytes) -> dict[str, float] | None:
    """What a reader waits for, in milliseconds, and the script's memory in MiB."""
    spec = importlib.util.spec_from_file_location("kehoach_html_conftest", CONFTEST)
    assert spec is not None  # noqa: S101 - the file is there
    assert spec.loader is not None  # noqa: S101 - the same
    tests: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tests)
    if tests.find_chromium() is None:
        return None
    browser = tests.Browser()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dashboard.html"
        file.write_bytes(page)
        browser.open(file)
        found = browser.run(_MEASURED)
    browser.close()
    told: dict[str, float] = json.loads(found)
    return told


_MEASURED = """
(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const timed = async (id, value, kind, wait) => {
    const field = document.getElementById(id), start = performance.now();
    field.value = value;
    field.dispatchEvent(new Event(kind, { bubbles: true }));
    if (wait) await new Promise((done) => setTimeout(done, wait));
    await frame();
    return performance.now() - start - wait;
  };
  await frame();
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const loaded = performance.getEntriesByType("navigation")[0];
  return JSON.stringify({
    "first paint": paint ? paint.startTime : -1,
    "page ready": loaded.loadEventEnd,
    "first search": await timed("query", "so 77", "input", 120),
    "search": await timed("query", "tro choi 12", "input", 120),
    "filter": await timed("time", "overdue", "change", 0),
    "sort by body": await timed("order", "body", "change", 0),
    "memory, MiB": performance.memory.usedJSHeapSize / 1048576,
  });
})()
"""


def main() -> int:
    """Print the figures; 1 where the limit is passed."""
    one = progress()
    tree = progress_tree(one)
    floor = median(lambda: json.dumps(tree, ensure_ascii=False))
    ours = median(lambda: dashboard_html(one))
    page = dashboard_html(one)
    print(
        f"json.dumps {floor:.3f} s; dashboard {ours:.3f} s: {ours / floor:.2f} x (limit {LIMIT:g})"
    )
    print(f"page of {OBLIGATIONS:,} obligations: {len(page) / 2**20:.1f} MiB")
    told = with_history(one)
    longer = dashboard_html(told)
    print(
        f"with {EVENTS:,} events: {median(lambda: dashboard_html(told), 3):.3f} s,"
        f" {len(longer) / 2**20:.1f} MiB"
    )
    for name, each in (("without history", page), ("with history", longer)):
        measured = in_chromium(each)
        if measured is None:
            print("Chromium is not installed: the page was not opened")
            break
        figures = ", ".join(f"{what} {value:.0f}" for what, value in measured.items())
        print(f"Chromium, {name} (ms): {figures}")
    return int(ours / floor > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
