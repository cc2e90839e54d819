"""Từ: what is wrong with a word by itself, or with the words that begin at it.

What can be said of a word without its line is said once and kept, since a paper repeats its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate, chain, compress
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, frozen

from kehoach.checks.language import _capitals, _names
from kehoach.checks.language._consistency import tone_words
from kehoach.checks.language._screen import DOUBLED, Kind, ends_sentence, kinds_of
from kehoach.checks.language._slips import NUMBER, Pattern, Slip, begins_sentence
from kehoach.checks.language._syllables import oddity
from kehoach.vietnamese import fold_tone_placement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WORD: Final = re.compile(r"[^\W\d_]+")
_TOKEN: Final = re.compile(r"\S+")
_HEAD: Final = re.compile(r"[^\W_]+")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_OLD_STYLE: Final = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_])")
_GLUED: Final = ".@/\\-_&'’:"
_SENTENCES: Final = frozenset((Kind.SENTENCES,))
_SPACING: Final = frozenset((Kind.SPACING,))
_MANY: Final = 50_000

Begun: TypeAlias = tuple[Pattern, frozenset[str]]
"""A pattern with the words that may stand second in it."""


@frozen
class _Begins:
    """Patterns that may match from a word on; `last` tells whether the token ends with it."""

    start: int
    patterns: tuple[Begun, ...]
    last: bool


@frozen
class _Known:
    """What is known of a token: its odd words, and where patterns begin in it.

    `second` are the words of which one must follow for a word to be wrong; empty where the token
    alone decides. `kinds` are what the line may hold because of this token, `ends` tells whether a
    sentence ends with it, `tones` are its words whose mark has two places; `waits` tells that
    nothing but a second word makes it suspect.
    """

    odd: tuple[Slip, ...] = ()
    begins: tuple[_Begins, ...] = ()
    second: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    ends: bool = False
    tones: tuple[tuple[str, bool], ...] = ()
    waits: bool = False


@define
class Suspect:
    """Dòng đáng ngờ: what it may hold, the tokens to look at, its words with two-placed marks."""

    kinds: frozenset[Kind] = frozenset()
    words: tuple[int, ...] = ()
    tones: tuple[tuple[str, bool], ...] = ()

    @property
    def has_old_tones(self) -> bool:
        """Whether some tone mark stands at its old place."""
        return any(is_old for _, is_old in self.tones)


class _Tokens(dict[str, _Known | None]):
    """Verdicts by token, None where there is nothing to look at."""

    def __missing__(self, token: str) -> _Known | None:
        if len(self) > _MANY:
            self.clear()
        self[token] = found = _judged(token)
        return found


class _Heads(dict[str, str]):
    """The first word of a token, folded; `NUMBER` for a number."""

    def __missing__(self, token: str) -> str:
        if len(self) > _MANY:
            self.clear()
        found = _HEAD.search(token)
        word = found[0] if found else ""
        is_number = word[:1].isdigit() or _ROMAN.fullmatch(word)
        self[token] = head = NUMBER if is_number else fold_tone_placement(word.lower())
        return head


_tokens, _heads = _Tokens(), _Heads()


@cache
def _index() -> dict[str, tuple[tuple[Begun, frozenset[str]], ...]]:
    """The patterns by the first word that each needs, in small letters, with the exact ones."""
    index: dict[str, list[tuple[Begun, frozenset[str]]]] = {}
    for pattern in (*_capitals.patterns(), *_names.patterns()):
        second = frozenset(map(fold_tone_placement, pattern.second))
        minds_case = not pattern.pattern.flags & re.IGNORECASE
        exact = frozenset(map(fold_tone_placement, pattern.first)) if minds_case else frozenset()
        for first in dict.fromkeys(fold_tone_placement(one.lower()) for one in pattern.first):
            index.setdefault(first, []).append(((pattern, second), exact))
    return {first: tuple(found) for first, found in index.items()}


def _judged(token: str) -> _Known | None:
    folded = _folded(token)
    odd, begins = [], []
    for found in _WORD.finditer(folded):
        word, span = found[0], found.span()
        if patterns := _patterns(word):
            begins.append(_Begins(span[0], patterns, not _WORD.search(folded, span[1])))
        aspect = oddity(word)
        if aspect and _stands_alone(token, *span):
            odd.append(Slip("BD16", *span, token[slice(*span)], "", aspect))
    kinds, ends, tones = kinds_of(token), ends_sentence(token), tone_words(token)
    if not (odd or begins or kinds or ends or tones):
        return None
    second = [words for one in begins for _, words in one.patterns]
    needs_more = not odd and all(second) and all(one.last for one in begins)
    following = frozenset[str]().union(*second if needs_more else ())
    waits = bool(following) and not (kinds or ends or tones)
    return _Known(tuple(odd), tuple(begins), following, kinds, ends, tones, waits)


def _patterns(word: str) -> tuple[Begun, ...]:
    return tuple(
        begun
        for begun, exact in _index().get(word.lower(), ())
        if (not exact or word in exact) and not (begun[0].capital and not word[0].isupper())
    )


def _folded(text: str) -> str:
    """The text with tone marks in one place, where that leaves every letter at its own."""
    folded = fold_tone_placement(text) if _OLD_STYLE.search(text) else text
    return folded if len(folded) == len(text) else text


def suspected(lines: Sequence[str]) -> dict[int, Suspect]:
    """The lines in which something may be wrong, by their index; they are in composed form.

    A line that is not named holds no slip and no word whose tone mark has two places.
    """
    split = [line.split() for line in lines]
    tokens = list(chain.from_iterable(split))
    known = list(map(_tokens.__getitem__, tokens))
    ends = list(accumulate(map(len, split)))
    tokens.append("")  # follows the last one
    found: dict[int, Suspect] = {}
    for index, held in compress(enumerate(known), known):
        assert held is not None  # noqa: S101 - compress leaves None out
        following = tokens[index + 1]
        if held.waits and _heads[following] not in held.second:
            continue
        worded = (held.odd or held.begins) and (not held.second or _heads[following] in held.second)
        small = held.ends and following[:1].islower()
        if worded or small or held.kinds or held.tones:
            line = bisect_right(ends, index)
            suspect = found.get(line) or found.setdefault(line, Suspect())
            if held.kinds:
                suspect.kinds |= held.kinds
            if held.tones:
                suspect.tones += held.tones
            if small:
                suspect.kinds |= _SENTENCES
            if worded:
                suspect.words += (index - ends[line] + len(split[line]),)
    for line in _doubled(lines):
        found.setdefault(line, Suspect()).kinds |= _SPACING
    return found


def _doubled(lines: Sequence[str]) -> set[int]:
    """The lines with two blanks side by side."""
    whole = "\n".join(lines)
    found = set()
    for pair in DOUBLED:
        at = whole.find(pair)
        while at >= 0:
            found.add(whole.count("\n", 0, at))
            at = whole.find(pair, at + 1)
    return found


def word_slips(text: str, at: Sequence[int], *, old_tones: bool = True) -> Iterator[Slip]:
    """Wrong capitals, and words that are no syllables, of one line in composed form.

    `at` are the tokens to look at, those that `suspected` names; `old_tones` is False where it is
    known that no tone mark stands at its old place.
    """
    tokens = text.split()
    start_of = _starts(text, tokens)
    begun: list[tuple[int, Pattern]] = []
    for index in at:
        held, start = _tokens[tokens[index]] or _Known(), start_of(index)
        for slip in held.odd:
            yield Slip("BD16", start + slip.start, start + slip.end, slip.found, "", slip.aspect)
        following = _heads[tokens[index + 1]] if index + 1 < len(tokens) else ""
        for begins in held.begins:
            begun += [
                (start + begins.start, pattern)
                for pattern, second in begins.patterns
                if not second or not begins.last or following in second
            ]
    yield from _begun(text, _folded(text) if begun and old_tones else text, begun)


def _starts(text: str, tokens: list[str]) -> Callable[[int], int]:
    """Where a token begins, by its index."""
    lengths = list(map(len, tokens))
    first = text.index(tokens[0])
    if len(text.strip()) == sum(lengths) + len(tokens) - 1:  # one sign between two tokens
        return lambda index: first + sum(lengths[:index]) + index
    starts = [found.start() for found in _TOKEN.finditer(text)]
    return starts.__getitem__


def _begun(text: str, folded: str, candidates: Iterable[tuple[int, Pattern]]) -> Iterator[Slip]:
    """The first slip that begins at each place, none within another."""
    reached = 0
    for start, pattern in candidates:
        slip = _slip(pattern, folded, text, start) if start >= reached else None
        if slip is not None:
            reached = slip.end
            yield slip


def _slip(pattern: Pattern, folded: str, text: str, start: int) -> Slip | None:
    found = pattern.pattern.match(folded, start)
    if found is None:
        return None
    reading = pattern.fix(found)
    if reading is None or reading == found[0] or found[0].isupper():
        return None
    shown = text[found.start() : found.end()]
    if begins_sentence(text, start) and shown == reading[:1].upper() + reading[1:]:
        return None
    if len(reading) == len(shown):
        reading = "".join(
            one.upper() if like.isupper() else one.lower()
            for one, like in zip(shown, reading, strict=True)
        )
    return Slip(pattern.code, found.start(), found.end(), shown, reading, pattern.aspect)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word is no part of an address, a notation or a foreign word with hyphens."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before and (before in _GLUED or before.isdigit() or before == "_"):
        return False
    first = after[:1]
    if first.isdigit() or first in {"@", "\\", "_", "&", "'", "’"}:
        return False
    return not (first and first in ".-/:" and after[1:2].isalnum())
