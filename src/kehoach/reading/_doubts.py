"""Chữ ngờ sai: proposals to mend what a scanner misread, never applied without being asked.

Two signs: a word that is no Vietnamese syllable, and a pair of words that differs only in its marks
from a pair that official papers use.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.plan import Emendation
from kehoach.reading._word_pairs import ALSO_USUAL, CONTEXTS, PAIRS, SAME_SPELLING
from kehoach.vietnamese import fold, fold_tone_placement
from kehoach.vietnamese.syllables import is_vietnamese_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W\d_]+")
_CONTEXTS = tuple(
    (printed.lower(), re.compile(rf"(?<!\w){re.escape(printed)}(?!\w)", re.IGNORECASE), reading)
    for printed, reading in CONTEXTS
)
_CONTEXT_SIGNS = tuple(printed.lower() for printed, _ in CONTEXTS)
_ADDRESS = re.compile(r"\S+@\S+\w|https?://\S+|(?:[\w-]+\.){1,5}(?:vn|com|net|org)(?:/\S*)?")
_SHARED = 3
_LONGEST = 20000
_MOST = 200
_AT_ONCE = 200_000


@frozen
class Doubt:
    """Chỗ ngờ: where it stands in the text, what is printed, the proposed reading, and why."""

    start: int
    emendation: Emendation
    sure: bool = True


def doubts(text: str) -> tuple[Doubt, ...]:
    """The doubtful words of a text, in order; of an endless text only the beginning is judged."""
    found = sorted(
        _doubts(text[:_LONGEST]), key=lambda one: (one.start, -len(one.emendation.printed))
    )
    kept: list[Doubt] = []
    end = 0
    for one in found[:_MOST]:
        if one.start >= end:
            kept.append(one)
            end = one.start + len(one.emendation.printed)
    return tuple(kept)


def doubtful(texts: Sequence[str]) -> list[bool]:
    """Which of the texts hold a doubt at all: judged on all their words at once, each pair once."""
    if sum(map(len, texts)) > _AT_ONCE:
        return [True] * len(texts)
    words = " ".join(texts).split(" ")
    lowers = [text.lower() for text in texts]
    lower = " ".join(lowers)
    signs = [sign for sign in _CONTEXT_SIGNS if sign in lower]
    pairs = [pair for pair in set(pairwise(words)) if not _fine(*pair)]
    odd = [" ".join(pair) for pair in pairs]
    last = [not _fine(text.rpartition(" ")[2], "") for text in texts]
    return [
        end or any(pair in text for pair in odd) or any(sign in small for sign in signs)
        for text, small, end in zip(texts, lowers, last, strict=True)
    ]


def emended(text: str, found: tuple[Doubt, ...]) -> str:
    """The text with the proposals that have a reading."""
    for one in reversed(found):
        printed = one.emendation.printed
        if one.emendation.reading != printed:
            text = text[: one.start] + one.emendation.reading + text[one.start + len(printed) :]
    return text


def _doubts(text: str) -> Iterator[Doubt]:
    lower = text.lower()
    for sign, pattern, reading in _CONTEXTS:
        if sign in lower:
            for found in pattern.finditer(text):
                yield _doubt(found.start(), found[0], _like(found[0], reading), "Cụm từ quen dùng")
    odd = _odd_parts(text)
    if not odd:
        return
    words = list(_WORD.finditer(text))
    for index, word in enumerate(words):
        if not any(start <= word.start() < end for start, end in odd):
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        near = following is not None and text[word.end() : following.start()] == " "
        if not is_vietnamese_word(word[0]):
            yield _strange(word, following if near else None)
        elif near and following is not None:
            reading = _pair(word[0], following[0])
            if reading and not _belongs_elsewhere(words, index):
                yield _doubt(word.start(), f"{word[0]} {following[0]}", reading, "Cặp từ quen dùng")


def _odd_parts(text: str) -> list[tuple[int, int]]:
    """Where the pieces between spaces stand in which, or after which, something is doubtful."""
    parts = text.split(" ")
    odd = []
    start = 0
    for part, following in zip(parts, (*parts[1:], ""), strict=True):
        if not _fine(part, following):
            odd.append((start, start + len(part)))
        start += len(part) + 1
    return odd


def _belongs_elsewhere(words: list[re.Match[str]], index: int) -> bool:
    """Whether two syllables are halves of usual words on either side: "cá nhân thực hiện"."""
    before = words[index - 1][0] if index else ""
    after = words[index + 2][0] if index + 2 < len(words) else ""
    usual = _usual()
    first, second = words[index][0].lower(), words[index + 1][0].lower()
    return f"{before.lower()} {first}" in usual or f"{second} {after.lower()}" in usual


@cache
def _usual() -> frozenset[str]:
    return frozenset((*PAIRS, *ALSO_USUAL))


def _doubt(start: int, printed: str, reading: str, why: str) -> Doubt:
    reason = f"{why} là “{reading.lower()}”; có thể là lỗi nhận dạng chữ."
    return Doubt(start, Emendation(printed, reading, reason))


def _strange(word: re.Match[str], following: re.Match[str] | None) -> Doubt:
    """A word that is no syllable: read by the pair that the next word asks for, if one fits."""
    printed = word[0]
    reason = f"“{printed}” không phải là âm tiết tiếng Việt; có thể là lỗi nhận dạng chữ."
    if following is not None:
        key = fold(printed)
        for first in _before().get(following[0].lower(), ()):
            plain = fold(first)
            if len(plain) >= _SHARED and (key.startswith(plain) or plain.startswith(key)):
                reading = f"{_like(printed, first)} {following[0]}"
                return Doubt(word.start(), Emendation(f"{printed} {following[0]}", reading, reason))
    return Doubt(word.start(), Emendation(printed, printed, reason), sure=False)


@lru_cache(maxsize=1 << 16)
def _fine(first: str, second: str) -> bool:
    """Whether nothing is doubtful in a piece of text without spaces and the one after it."""
    if "." in first and _ADDRESS.fullmatch(first.strip("().,;:")):
        return True
    words, following = _WORD.findall(first), _WORD.findall(second)
    if not all(map(is_vietnamese_word, words)):
        return False
    whole = len(words) == 1 and len(following) == 1
    return not whole or not _pair(words[0], following[0])


@lru_cache(maxsize=16384)
def _pair(first: str, second: str) -> str:
    """The usual pair of the same letters; "" where the pair is usual itself or none is known."""
    if first.isupper() and len(first) > 1:
        return ""
    printed = fold_tone_placement(f"{first} {second}").lower()
    usual = _known().get(fold(printed), "")
    if not usual or usual == printed or printed in SAME_SPELLING or printed in _usual():
        return ""
    if second[:1].isupper() and not first[:1].isupper():
        return ""
    return _like(f"{first} {second}", usual)


@cache
def _known() -> dict[str, str]:
    """Usual pairs by their letters without marks; those that two pairs share are left out."""
    pairs: dict[str, str] = {}
    twice: set[str] = set()
    for pair in dict.fromkeys(PAIRS):
        key = fold(pair)
        if key in pairs:
            twice.add(key)
        pairs[key] = pair
    return {key: pair for key, pair in pairs.items() if key not in twice}


@cache
def _before() -> dict[str, tuple[str, ...]]:
    """For each second word of a usual pair the first words."""
    result: dict[str, tuple[str, ...]] = {}
    for pair in dict.fromkeys(PAIRS):
        first, _, second = pair.partition(" ")
        result[second] = (*result.get(second, ()), first)
    return result


def _like(printed: str, reading: str) -> str:
    """The reading with the capitals of what is printed."""
    if printed.isupper():
        return reading.upper()
    if len(printed) == len(reading):
        pairs = zip(printed, reading, strict=True)
        return "".join(new.upper() if old.isupper() else new for old, new in pairs)
    return reading[:1].upper() + reading[1:] if printed[:1].isupper() else reading
