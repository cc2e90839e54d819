"""Một dòng: every slip that one line shows by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks.language import _characters, _placeholders, _sentences, _spacing
from kehoach.checks.language._screen import Kind
from kehoach.checks.language._slips import CAPITAL, Slip
from kehoach.checks.language._words import Suspect, suspected, word_slips
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORD: Final = re.compile(r"[^\W\d_]+")
_PERSON: Final = re.compile(rf"[{CAPITAL}][^\W\d_]*(?: [^\W\d_]+){{1,4}}")


_LOOKS: Final[tuple[tuple[Kind, Callable[[str], Iterable[Slip]]], ...]] = (
    (Kind.CHARACTERS, _characters.slips),
    (Kind.SPACING, _spacing.slips),
    (Kind.BLANKS, _placeholders.slips),
)


def line_slips(text: str) -> tuple[Slip, ...]:
    """Các chỗ viết sai của một dòng, in the order of the line; offsets in its composed form."""
    composed = nfc(text)
    suspect = suspected((composed,)).get(0)
    return composed_slips(composed, suspect) if suspect else ()


def composed_slips(text: str, suspect: Suspect) -> tuple[Slip, ...]:
    """The slips of a line in composed form, of those that it is suspected of."""
    kinds, words = suspect.kinds, suspect.words
    found = [slip for kind, look in _LOOKS if kind in kinds for slip in look(text)]
    if (words or Kind.SENTENCES in kinds) and text.upper() != text:
        if Kind.SENTENCES in kinds:
            found += _sentences.slips(text)
        if words:
            found += word_slips(text, words, old_tones=suspect.has_old_tones)
    if not found:
        return ()
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
