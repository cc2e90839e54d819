"""Look-up in a directory of 12,000 bodies against one of 120: at most 1.2 times the cost.

Run: python benchmarks/bench_directory.py
"""

from __future__ import annotations

import datetime
import statistics
import sys
import time
from typing import TYPE_CHECKING

from kehoach.organizations import Directory, Kind, Level, Organization, Succession

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 1.2
SMALL, LARGE = 120, 12_000
ROUNDS = 15
DAY = datetime.date(2025, 8, 1)
_SYLLABLES = [
    "An",
    "Bình",
    "Cần",
    "Đức",
    "Giuộc",
    "Hòa",
    "Hưng",
    "Kiến",
    "Long",
    "Mộc",
    "Ninh",
    "Phú",
    "Quý",
    "Sơn",
    "Tân",
    "Thạnh",
    "Thủ",
    "Trụ",
    "Vĩnh",
    "Xuân",
]


def name(number: int) -> str:
    """The name of the body with the number: four syllables that count in base 20."""
    base, words = len(_SYLLABLES), []
    for _ in range(4):
        number, index = divmod(number, base)
        words.append(_SYLLABLES[index])
    return "UBND xã " + " ".join(words)


def directory(size: int) -> Directory:
    """A directory of `size` communes, each the successor of an ended one."""
    bodies, successions = [], []
    for number in range(size // 2):
        for row, old in ((f"cu-{number}", True), (f"moi-{number}", False)):
            bodies.append(
                Organization(
                    id=row,
                    name=name(number) + (" cũ" if old else ""),
                    kind=Kind.PEOPLES_COMMITTEE,
                    level=Level.COMMUNE,
                    valid_from=None if old else datetime.date(2025, 7, 1),
                    valid_to=datetime.date(2025, 6, 30) if old else None,
                    source="benchmark",
                )
            )
        old_id, new_id = f"cu-{number}", f"moi-{number}"
        successions.append(Succession((old_id,), (new_id,), on=datetime.date(2025, 7, 1)))
    return Directory(tuple(bodies), (), tuple(successions))


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Seconds to look each text up once."""
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def main() -> int:
    """Measure each kind of look-up on both sizes in turn, print the ratios, judge them."""
    small, large = directory(SMALL), directory(LARGE)
    numbers = range(SMALL // 2)
    kinds = {
        "by name": [name(number) for number in numbers],
        "without tone marks": ["ubnd xa " + name(0)[8:].lower()] + ["UBND xa An An An An"] * 59,
        "ended, with successors": [f"{name(number)} cũ" for number in numbers],
        "unknown, with the nearest": [f"{name(number)} Mới" for number in numbers],
    }
    worst = 0.0
    for kind, texts in kinds.items():
        ratios = []
        for _ in range(ROUNDS):
            one = seconds(lambda text: small.lookup(text, on=DAY), texts)
            other = seconds(lambda text: large.lookup(text, on=DAY), texts)
            ratios.append(other / one)
        ratio = statistics.median(ratios)
        worst = max(worst, ratio)
        print(f"{kind:28} {LARGE:,} / {SMALL} bodies: {ratio:.2f} x")
    print(f"worst {worst:.2f} x, limit {LIMIT} x")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
