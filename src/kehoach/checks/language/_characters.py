"""Ký tự: decomposed letters, invisible characters, letters that only look right."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kehoach.checks.language._slips import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ufffd\u180e]")
_FOREIGN: Final = re.compile(
    "[\u00d0\u00f0\u0189\u0256\u0370-\u03ff\u0400-\u04ff\u2160-\u217f\uff10-\uff5a\ufb00-\ufb06]"
)
STRANGE: Final = re.compile(f"[{_INVISIBLE.pattern[1:-1]}{_FOREIGN.pattern[1:-1]}]")
"""Characters that a line with a slip of characters holds."""
_STROKES: Final = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
_LOOKALIKES: Final = dict(
    zip(
        "АВЕЅЗІЈКМНОРСТУХЬаеіјкморсухѕԁһꞵΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
        "ABES3IJKMHOPCTYXbaeijkmopcyxsdhßABEZHIKMNOPTYXaikvoptux",
        strict=True,
    )
)
_WORD: Final = re.compile(r"[^\W_]+")


def decomposed(text: str) -> str:
    """The first word of a text that is not in composed form (NFC), "" where all of it is."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return ""
    words = text.split()
    return next((word for word in words if not unicodedata.is_normalized("NFC", word)), text[:20])


def slips(text: str) -> Iterator[Slip]:
    """The slips of one line, in composed form."""
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        name = f"U+{ord(found[0]):04X}"
        yield Slip("FT04", *found.span(), name, "", "invisible")
    if not _FOREIGN.search(text):
        return
    for found in _WORD.finditer(text):
        reading = _reading(found[0])
        if reading != found[0]:
            aspect = "stroke" if any(sign in found[0] for sign in _STROKES) else "lookalike"
            yield Slip("FT04", *found.span(), found[0], reading, aspect)


def _reading(word: str) -> str:
    """The word with letters of other scripts replaced, where it mixes scripts or is all alike."""
    read = "".join(_STROKES.get(one, one) for one in word)
    read = "".join(unicodedata.normalize("NFKC", one) if _is_form(one) else one for one in read)
    alike = [one for one in read if one in _LOOKALIKES]
    foreign = [one for one in read if _is_foreign(one)]
    latin = any(one.isalpha() and not _is_foreign(one) for one in read)
    if not alike or len(alike) < len(foreign):
        return read
    if latin or (len(word) > 1 and all(one in _LOOKALIKES for one in word)):
        return "".join(_LOOKALIKES.get(one, one) for one in read)
    return read


def _is_form(one: str) -> bool:
    return "\uff10" <= one <= "\uff5a" or "\ufb00" <= one <= "\ufb06"


def _is_foreign(one: str) -> bool:
    return "\u0370" <= one <= "\u04ff"
