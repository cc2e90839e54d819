"""Xếp cặp: two lists side by side, equal ones first, then those that are most alike, in order."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

T = TypeVar("T")

Pair: TypeAlias = tuple[int | None, int | None]
"""Places in the old and in the new list; `None` where one has nothing to match."""

ALIKE = 0.5
"""The least likeness, from 0 to 1, of two that are held for one changed."""

_LARGEST_BLOCK = 40_000


def aligned(
    old: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], Hashable],
    likeness: Callable[[T, T], float],
) -> Iterator[Pair]:
    """Each place of both lists once, in order; those that are paired never cross."""
    matcher = SequenceMatcher(None, [key(one) for one in old], [key(one) for one in new], False)  # noqa: FBT003 - autojunk has no other name here
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(a_start, a_end), range(b_start, b_end), strict=True)
            continue
        pairs = _alike(old[a_start:a_end], new[b_start:b_end], likeness)
        a, b = a_start, b_start
        for i, j in pairs:
            yield from ((place, None) for place in range(a, a_start + i))
            yield from ((None, place) for place in range(b, b_start + j))
            yield a_start + i, b_start + j
            a, b = a_start + i + 1, b_start + j + 1
        yield from ((place, None) for place in range(a, a_end))
        yield from ((None, place) for place in range(b, b_end))


def likeness_of_texts(old: str, new: str) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    first, second = old.casefold().split(), new.casefold().split()
    if not first or not second:
        return float(first == second)
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common / (len(first) + len(second))


def _alike(
    old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """The pairs, in order, whose likeness is greatest in sum; only those that are alike enough."""
    if not old or not new or len(old) * len(new) > _LARGEST_BLOCK:
        return []
    rows = [[likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = rows[i][j] + best[i + 1][j + 1] if rows[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    found = []
    i = j = 0
    while i < len(old) and j < len(new):
        if rows[i][j] >= ALIKE and best[i][j] == rows[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
