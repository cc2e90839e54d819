"""Ngắt tên cơ quan: a long name over several lines, at the borders of its phrases.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 điểm b allows several lines and says no
more; the breaks are this library's choice. A proper name is never cut while it fits a line.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from kehoach.rules._phrases import HEADS, JOINERS, PHRASES, QUALIFIERS, UNITS
from kehoach.rules.metrics import text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COUNCILS: Final = (("ỦY", "BAN", "NHÂN", "DÂN"), ("HỘI", "ĐỒNG", "NHÂN", "DÂN"))
GOOD, FAIR, POOR = 0.0, 0.05, 0.2
"""Cost of a break before a phrase, in squares of the share by which a line misses the mean."""
OVERFULL: Final = 1e6


@frozen
class Phrase:
    """Cụm từ: words that stay on one line, made of `parts` that may stand alone if they must.

    `cost` is that of a break before it; `breaks` says that there must be one.
    """

    parts: tuple[tuple[str, ...], ...]
    cost: float = POOR
    breaks: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all parts, in order."""
        return tuple(chain.from_iterable(self.parts))


def break_name(
    name: str, width_mm: float, size_pt: float, *, bold: bool = False, caps: bool = True
) -> tuple[str, ...]:
    """Ngắt tên cơ quan over as few lines as the column needs, of much the same width.

    `width_mm` is the column in millimetres, `size_pt` the size in points. With `caps` the name
    is put in capitals. The lines joined by spaces are the name with its spaces made single;
    words with a no-break space between them stay together.
    "ỦY BAN NHÂN DÂN" and the unit that it heads always stand on lines of their own. A phrase
    wider than the column is cut between words, a word wider than it stays whole.
    """
    return _break_name(name.upper() if caps else name, width_mm, size_pt, bold)


@lru_cache(maxsize=1024)
def _break_name(name: str, limit: float, size_pt: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001
    words = tuple(re.split(r"[ \t\r\n]+", name.strip(" \t\r\n")))
    if words == ("",):
        return ()

    def width(line: Sequence[str]) -> float:
        return text_width(" ".join(line), size_pt, bold=bold)

    blocks = parted(fitted(phrases_of(words), width, limit))
    return tuple(" ".join(line) for block in blocks for line in balance(block, width, limit))


def phrases_of(words: tuple[str, ...]) -> list[Phrase]:
    """The phrases of a name, each with the cost of a break before it."""
    folded = tuple(plain(word) for word in words)
    phrases: list[Phrase] = []
    start = 0
    while start < len(words):
        end, cost, breaks = phrase_at(folded, start)
        if phrases and clings(phrases, folded, start):
            last = phrases.pop()
            phrases.append(Phrase((*last.parts, words[start:end]), last.cost, last.breaks))
        else:
            phrases.append(Phrase((words[start:end],), cost, breaks))
        start = end
    return phrases


def plain(word: str) -> str:
    """A word in capitals, with its tone mark where the phrase list has it, without a comma."""
    return TONES.get(bare := word.upper().rstrip(","), bare)


TONES: Final = {"UỶ": "ỦY", "HOÁ": "HÓA", "HOÀ": "HÒA", "THUỶ": "THỦY", "TOÀ": "TÒA"}


def phrase_at(words: tuple[str, ...], start: int) -> tuple[int, float, bool]:
    """Where the phrase that starts here ends, the cost of a break before it, and if it must be."""
    before = words[max(start - 4, 0) : start]
    heads = start == len(COUNCILS[0]) and before in COUNCILS
    unit = match(words, start, UNITS)
    if unit and start and (before in COUNCILS or not match(words, start, PHRASES)):
        return end_of_unit(words, start + unit), GOOD, heads
    if length := match(words, start, PHRASES):
        qualifier = words[start : start + length] in QUALIFIERS
        return start + length, FAIR if qualifier else POOR, False
    if words[start] in JOINERS:
        return start + 1, GOOD, False
    end = start + 1
    while end < len(words) and not starts_phrase(words, end):
        end += 1
    return end, FAIR, False


def match(words: tuple[str, ...], start: int, known: frozenset[tuple[str, ...]]) -> int:
    """How many words the longest known phrase at this place has; 0 if there is none."""
    longest = min(len(words) - start, 5)
    lengths = range(longest, 0, -1)
    return next((n for n in lengths if words[start : start + n] in known), 0)


def end_of_unit(words: tuple[str, ...], start: int) -> int:
    """Where the name of an administrative unit ends: at the next unit, joiner or the end."""
    end = min(start + 1, len(words))
    while end < len(words) and not match(words, end, UNITS) and words[end] not in JOINERS:
        end += 1
    return end


def starts_phrase(words: tuple[str, ...], start: int) -> bool:
    """Whether a known phrase, a unit or a joiner starts at this place."""
    return words[start] in JOINERS or any(match(words, start, known) for known in (PHRASES, UNITS))


def clings(phrases: list[Phrase], words: tuple[str, ...], start: int) -> bool:
    """Whether the phrase at this place stays on the line of the one before it."""
    last = words[start - 1]
    alone = len(phrases[-1].words) == 1
    if words[start] in DASHES:
        return True
    return alone and (last in JOINERS or (last in HEADS and len(phrases) == 1))


DASHES: Final = frozenset("-–")


def fitted(
    phrases: list[Phrase], width: Callable[[Sequence[str]], float], limit: float
) -> list[Phrase]:
    """The phrases, those wider than the column in their parts, and parts wider in their words."""
    result: list[Phrase] = []
    for phrase in phrases:
        if width(phrase.words) <= limit:
            result.append(phrase)
            continue
        pieces = [
            piece
            for part in phrase.parts
            for piece in ([part] if width(part) <= limit else [(word,) for word in part])
        ]
        first, *others = (Phrase((piece,)) for piece in pieces)
        result += [evolve(first, cost=phrase.cost, breaks=phrase.breaks), *others]
    return result


def parted(phrases: list[Phrase]) -> list[list[Phrase]]:
    """The phrases, parted where a break must be."""
    result: list[list[Phrase]] = [[]]
    for phrase in phrases:
        if phrase.breaks and result[-1]:
            result.append([])
        result[-1].append(phrase)
    return result


def balance(
    phrases: list[Phrase], width: Callable[[Sequence[str]], float], limit: float
) -> list[tuple[str, ...]]:
    """The lines of the phrases: as few as fit, and of those the evenest with the best breaks."""
    lines = [words_of(phrases)]
    if width(lines[0]) <= limit:
        return lines
    count = fewest(phrases, width, limit)
    mean = width(lines[0]) / count

    def cost(start: int, end: int) -> float:
        wide = width(words_of(phrases[start:end]))
        over = OVERFULL if wide > limit and end - start > 1 else 0.0
        return ((wide - mean) / mean) ** 2 + over + (phrases[start].cost if start else 0.0)

    cuts = cheapest(len(phrases), count, cost)
    return [words_of(phrases[a:b]) for a, b in pairwise(cuts)]


def words_of(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """The words of the phrases, in order."""
    return tuple(chain.from_iterable(phrase.words for phrase in phrases))


def fewest(phrases: list[Phrase], width: Callable[[Sequence[str]], float], limit: float) -> int:
    """How many lines the phrases need, filled greedily."""
    count, start = 1, 0
    for end in range(1, len(phrases)):
        if width(words_of(phrases[start : end + 1])) > limit:
            count, start = count + 1, end
    return count


def cheapest(items: int, lines: int, cost: Callable[[int, int], float]) -> list[int]:
    """The cuts that part so many items into so many lines at the least cost, ends included."""

    @cache
    def best(end: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return cost(0, end), (0, end)
        choices = ((best(start, left - 1), cost(start, end)) for start in range(left - 1, end))
        return min((head + tail, (*cuts, end)) for (head, cuts), tail in choices)

    return list(best(items, lines)[1])
