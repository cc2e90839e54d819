"""How long reading takes: the founding text to a plan, against observing its Word file.

Run it from the folder of the repository: `python benchmarks/bench_reading.py`. The goals: text to
plan at most 5 times `observe` of the same plan as .docx; 100 times the length at most 130 times
the time.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.compose import plan_document
from kehoach.reading import read_plan
from kehoach.rules import rulebook_on
from kehoach.word import observe, write

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "ke-hoach.txt"
ROUNDS = 30
TIMES = 100


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest time of some rounds, milliseconds of this process."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times) * 1000


def longer(text: str, times: int) -> str:
    """The text with its sections repeated."""
    start, end = text.index("I. MỤC"), text.index("Nơi nhận")
    return text[:start] + text[start:end] * times + text[end:]


def main() -> None:
    """Print the two ratios."""
    text = SOURCE.read_text(encoding="utf-8")
    plan = read_plan(observe(text.encode())).plan
    rules = rulebook_on(plan.date)  # type: ignore[arg-type]
    word = write(plan_document(plan, rules), rules)
    observed = best(lambda: observe(word))
    one = best(lambda: read_plan(observe(text.encode())))
    long_text = longer(text, TIMES).encode()
    many = best(lambda: read_plan(observe(long_text)), 3)
    print(f"observe .docx      {observed:8.2f} ms")
    print(f"text to plan       {one:8.2f} ms   {one / observed:6.2f} x (at most 5)")
    print(f"{TIMES} x the length   {many:8.2f} ms   {many / one:6.1f} x (at most 130)")


if __name__ == "__main__":
    main()
