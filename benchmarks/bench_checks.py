"""The checker: which planted faults it finds, and what it costs beside reading the file.

Run: python benchmarks/bench_checks.py            (LibreOffice for the second column)

Each fault is put into a correct paper; it counts as found when its own code appears that the
correct paper does not have. The two public checkers were tried on 29 of these faults, put into a
plan of their kind.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from attrs import evolve

from benchmarks.faults.found import Table, judged, saved_again
from benchmarks.faults.papers import ANNEXED, DUTY, GRID, PLAN
from benchmarks.faults.table import FAULTS
from kehoach import load, plan_document
from kehoach.checks import lint
from kehoach.documents import Appendix, Document, Paragraph
from kehoach.office import find_soffice
from kehoach.rules import rulebook
from kehoach.word import observe, write

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
OTHERS = {"nd30": 9, "anhvunguyen": 6}
LIMIT = 3.0
ROUNDS = 15


def main() -> int:
    """Print both tables; 1 when a fault escapes or the checker takes more than it may."""
    worst = faults()
    return max(worst, speed())


def faults() -> int:
    """The table of faults, by the first letters of their codes."""
    ours = judged({fault.name: fault.made() for fault in FAULTS})
    again = _again()
    print(f"{'quy tắc':<10}{'lỗi':>6}{'kehoach':>9}{'LibreOffice':>13}")
    by_kind = sorted(FAULTS, key=lambda fault: fault.code[:2])
    groups = [(kind, list(group)) for kind, group in groupby(by_kind, lambda one: one.code[:2])]
    for kind, group in (*groups, ("cộng", by_kind)):
        names = [fault.name for fault in group]
        second = _count(again, names) if again else "–"
        print(f"{kind:<10}{len(names):>6}{_count(ours, names):>9}{second:>13}")
    public = [fault.name for fault in FAULTS if fault.public]
    told = ", ".join(f"{name} {count}/29" for name, count in OTHERS.items())
    print(f"29 lỗi công khai: kehoach {_count(ours, public)}/{len(public)}, {told}")
    for table, where in ((ours, "viết"), (again, "LibreOffice lưu lại")):
        for name, found in (table or {}).items():
            if not found:
                print(f"bỏ sót ({where}): {name}")
    return int(not all(ours.values()))


def _count(table: Table, names: list[str]) -> int:
    return sum(table[name] for name in names)


def _again() -> Table | None:
    soffice = find_soffice()
    if soffice is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        return judged(*saved_again(str(soffice), Path(folder)))


def long_paper(rows: int) -> Document:
    """A paper of about 40 pages with an annex of so many rows."""
    body = tuple(Paragraph(DUTY) for _ in range(500))
    table = evolve(
        GRID, rows=tuple((str(one), f"Nhiệm vụ {one}", "Sở Nội vụ") for one in range(rows))
    )
    annex: Appendix = evolve(ANNEXED.appendices[0], blocks=(table,))
    return evolve(PLAN, blocks=(*PLAN.blocks[:-1], *body, PLAN.blocks[-1]), appendices=(annex,))


def speed() -> int:
    """Seconds from bytes to findings, as a multiple of reading alone."""
    book = rulebook("nd30-2020")
    papers = {
        "kế hoạch Long An 2013": write(plan_document(load(EXAMPLE)), rulebook("tt01-2011")),
        "40 trang, phụ lục 2.000 hàng": write(long_paper(2000), book),
        "40 trang, phụ lục 4.000 hàng": write(long_paper(4000), book),
    }
    worst = 0.0
    for name, data in papers.items():
        reading = best(lambda data=data: observe(data))
        whole = best(lambda data=data: lint(observe(data)))
        worst = max(worst, whole / reading)
        print(f"{name:<32} đọc {reading * 1000:7.1f} ms, đọc và kiểm {whole * 1000:7.1f} ms, "
              f"{whole / reading:.2f} ×")  # fmt: skip
    print(f"cho phép {LIMIT} ×")
    return int(worst > LIMIT)


def best(run: Callable[[], object]) -> float:
    """The shortest of some runs, seconds of this process, whatever else the machine does."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
