"""The workbook of a province against plain XlsxWriter writing the same cells; ratios of one run.

Run: python benchmarks/bench_plugins.py

20,000 obligations for the ratio, 100,000 of 3,500 bodies for the memory. The floor has every cell
ready and typed, in constant memory too, and calls XlsxWriter for each. Times are medians; the two
sides take turns.
"""

from __future__ import annotations

import datetime
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter
from kehoach_xlsx.columns import judged
from kehoach_xlsx.plugin import write
from kehoach_xlsx.summary import write_summary
from kehoach_xlsx.workbook import ALL, views

from kehoach.plan import Role
from kehoach.rules import rulebook
from kehoach.tracking import Duty, DutyKind, Progress, State, Status, Term, Timeliness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORKBOOK, MEMORY = 1.3, 100
"""Times plain XlsxWriter, and MiB above the progress itself."""

OBLIGATIONS, BODIES, ROUNDS = 100_000, 3_500, 3
TIMED = 20_000
ON = datetime.date(2013, 7, 15)
_DUTIES = [
    Duty(
        f"nv-{number}",
        DutyKind.REPORT if number % 10 == 0 else DutyKind.TASK,
        f"Nhiệm vụ {number} về quản lý Internet và trò chơi trực tuyến trên địa bàn tỉnh",
        phrase="trước ngày 10/7/2013",
        coordinators=("Công an tỉnh", "Sở Giáo dục và Đào tạo"),
    )
    for number in range(29)
]
_STANDINGS = (
    (State.DONE, Timeliness.ON_TIME),
    (State.DONE, Timeliness.LATE),
    (State.IN_PROGRESS, Timeliness.OVERDUE),
    (State.ASSIGNED, Timeliness.IN_TERM),
    (State.ASSIGNED, Timeliness.DUE_SOON),
)


def province(obligations: int) -> Progress:
    """The progress of a province: bodies take turns, duties change when all had theirs."""
    return Progress(ON, tuple(map(status, range(obligations))))


def status(number: int) -> Status:
    """The status with the number."""
    body, duty = f"xa-{number % BODIES}", _DUTIES[number // BODIES % len(_DUTIES)]
    state, timeliness = _STANDINGS[number % len(_STANDINGS)]
    due = ON + datetime.timedelta(days=number * 7 % 300 - 150)
    return Status(
        "kh-2013", f"{duty.node}@{body}", duty, body, f"UBND xã số {body}", Role.LEAD, True,  # noqa: FBT003 - counted
        state, timeliness, Term.DATED, due, due, due, ON, ON if state is State.DONE else None,
        None, (due - ON).days,
    )  # fmt: skip


def plain(progress: Progress) -> Callable[[Path], None]:
    """What writes the same cells with XlsxWriter alone, from values made beforehand."""
    every = judged(progress)
    rows = {id(one): one.cells() for one in every}
    summary = Calls()
    write_summary(summary, progress, every, ALL)  # type: ignore[arg-type]
    sheets = [(name, [rows[id(one)] for one in found]) for name, found in views(every)]

    def work(path: Path) -> None:
        book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
        sheet = book.add_worksheet("Tổng hợp")
        for method, arguments in summary.calls:
            getattr(sheet, method)(*arguments)
        text, day = book.add_format({"text_wrap": True}), book.add_format({"num_format": "dd/mm"})
        for name, found in sheets:
            sheet = book.add_worksheet(name)
            for number, values in enumerate(found, 1):
                cells(sheet, number, values, text, day)
        book.close()

    return work


class Calls:
    """A book and sheet that keep what is asked of XlsxWriter, to ask it again later."""

    number = bold = percent = None

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def sheet(self, *_: object, **__: object) -> Calls:
        """The sheet: itself."""
        return self

    def write(self, _: Calls, row: int, values: list[Any]) -> None:
        """A row of values."""
        self.calls += [("write", (row, place, value)) for place, value in enumerate(values)]

    def write_formula(self, *arguments: Any) -> None:  # noqa: ANN401 - XlsxWriter's
        """A formula with the figure that it gives."""
        self.calls.append(("write_formula", arguments))

    def autofilter(self, *_: int) -> None:
        """Nothing that costs."""


def cells(sheet: Any, row: int, values: Sequence[Any], text: Any, day: Any) -> None:  # noqa: ANN401 - XlsxWriter's
    """Write a row as a plain program does."""
    for place, value in enumerate(values):
        if isinstance(value, str):
            if value:
                sheet.write_string(row, place, value, text)
        elif isinstance(value, int):
            sheet.write_number(row, place, value, text)
        elif value is not None:
            sheet.write_datetime(row, place, value, day)


def ours(progress: Progress, path: Path) -> None:
    """The workbook as `kehoach export` writes it."""
    with path.open("wb") as stream:
        write(progress, rulebook("tt01-2011"), stream)


def seconds(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def speed(folder: Path) -> float:
    """Ours over plain, as the median of rounds that take turns."""
    progress = province(TIMED)
    floor = plain(progress)
    path = folder / "a.xlsx"
    pairs = [
        (seconds(lambda: ours(progress, path)), seconds(lambda: floor(path))) for _ in range(ROUNDS)
    ]
    mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"  workbook {mine:.1f} s, plain {other:.1f} s")
    return statistics.median(one / two for one, two in pairs)


def memory(path: Path) -> None:
    """Print the MiB that writing takes above the progress and an empty workbook."""
    progress = province(OBLIGATIONS)
    ours(Progress(ON), path)
    before = high_water()
    ours(progress, path)
    print(high_water() - before)


def high_water() -> float:
    """The most memory that this process has taken, in MiB (Linux tells)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def judge(name: str, value: float, limit: float) -> bool:
    """Print a figure beside its limit; whether it holds."""
    holds = value <= limit
    print(f"{name:44} {value:8.3f}   limit {limit:.3g}{'' if holds else '   MISSED'}")
    return holds


def main() -> int:
    """Measure everything, print it beside its limits, judge it."""
    match sys.argv[1:]:
        case ["--memory", path]:
            memory(Path(path))
            return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, __file__, "--memory", str(folder / "b.xlsx")]
        taken = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        held = [
            judge("workbook of 20,000 rows / plain XlsxWriter", speed(folder), WORKBOOK),
            judge("workbook of 100,000 rows, MiB", taken, MEMORY),
        ]
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
