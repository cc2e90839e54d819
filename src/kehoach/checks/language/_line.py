"""Một dòng: every slip that one line shows by itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from kehoach.checks.language import (
    _capitals,
    _characters,
    _names,
    _placeholders,
    _sentences,
    _spacing,
)
from kehoach.checks.language._slips import CAPITAL, Pattern, Slip, begins_sentence
from kehoach.checks.language._syllables import oddity
from kehoach.vietnamese import fold_tone_placement, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W\d_]+")
_OLD_STYLE: Final = re.compile("[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]")
_GLUED: Final = ".@/\\-_&'’:"
_PERSON: Final = re.compile(rf"[{CAPITAL}][^\W\d_]*(?: [^\W\d_]+){{1,4}}")


def line_slips(text: str) -> tuple[Slip, ...]:
    """Các chỗ viết sai của một dòng, in the order of the line; offsets in its composed form."""
    composed = nfc(text)
    found = [*_characters.slips(composed), *_spacing.slips(composed)]
    found += _placeholders.slips(composed)
    if any(one.islower() for one in composed):
        found += _sentences.slips(composed)
        found += _worded(composed)
    told = [slip for slip in found if slip.code != "BD16" or not _covered(slip, found)]
    return tuple(sorted(told, key=lambda slip: (slip.start, -slip.end)))


def _covered(slip: Slip, others: list[Slip]) -> bool:
    """Whether an odd word is explained by a strange letter or a blank in it."""
    return any(
        other.code in {"FT04", "BD10"} and other.start < slip.end and slip.start < other.end
        for other in others
    )


def name_slip(text: str) -> Slip | None:
    """A signer's name of which a syllable does not begin with a capital (VH22)."""
    composed = nfc(text).strip()
    if not _PERSON.fullmatch(composed) or composed.istitle() or composed.isupper():
        return None
    reading = _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], composed)
    return Slip("VH22", 0, len(composed), composed, reading) if reading != composed else None


@cache
def _index() -> dict[str, tuple[Pattern, ...]]:
    """The patterns of capitals by the first word that each of them needs."""
    index: dict[str, list[Pattern]] = {}
    for pattern in (*_capitals.patterns(), *_names.patterns()):
        for first in pattern.first:
            index.setdefault(fold_tone_placement(first.lower()), []).append(pattern)
    return {first: tuple(found) for first, found in index.items()}


def _worded(text: str) -> Iterator[Slip]:
    """What begins at a word: wrong capitals, and words that are no syllables."""
    index = _index()
    folded = fold_tone_placement(text) if _OLD_STYLE.search(text) else text
    if len(folded) != len(text):
        folded = text
    reached = 0
    for word in _WORD.finditer(folded):
        found = word[0]
        if word.start() >= reached:
            for pattern in index.get(found.lower(), ()):
                slip = _slip(pattern, folded, text, word.start())
                if slip is not None:
                    reached = slip.end
                    yield slip
                    break
        aspect = oddity(found)
        if aspect and _stands_alone(text, word.start(), word.end()):
            yield Slip("BD16", *word.span(), text[slice(*word.span())], "", aspect)


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
