"""Chữ cái: one form of each letter, and what to forget of it when comparing."""

from __future__ import annotations

import re
import unicodedata

_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "i": "ìíỉĩị", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}

_FORGOTTEN = dict.fromkeys(range(0x300, 0x370))
_FOLD = {**_FORGOTTEN, ord("đ"): "d", 0xA0: " "}

_GOES_ON = r"[^\W\d_]|[\u0300-\u036f]"
_NEW_STYLE = re.compile(
    rf"(?:o[{_TONED['a']}{_TONED['e']}]|(?<!q)u[{_TONED['y']}])(?!{_GOES_ON})",
    re.IGNORECASE,
)
_MARK_ON_QU = re.compile(rf"(?<=q)[{_TONED['u']}](?:[aeiy](?!{_GOES_ON}))", re.IGNORECASE)


def nfc(text: str) -> str:
    """Dựng sẵn: the text in Unicode normal form C, the one form kept in every value."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Bỏ dấu, chữ thường: the text for searching, ``"Đức Hòa"`` → ``"duc hoa"``.

    Lower case, without tone marks and letter marks; đ becomes d, a no-break space a space.
    """
    return unicodedata.normalize("NFD", text.lower()).translate(_FOLD)


def fold_tone_placement(text: str) -> str:
    """Thống nhất vị trí dấu thanh: hoà → hòa, thuỷ → thủy, Uỷ → Ủy; the result is NFC.

    The open syllables *oa*, *oe*, *uy* get the mark on their first vowel, so that both ways of
    writing compare equal. In *quý* the u belongs to the consonant: the mark stays on the vowel
    (and moves there from the misspelt *qúy*). All other characters and the case are kept.
    """
    composed = nfc(text)
    moved_left = _NEW_STYLE.sub(lambda match: _move_left(match[0]), composed)
    return _MARK_ON_QU.sub(lambda match: _move_right(match[0]), moved_left)


def _move_left(pair: str) -> str:
    decomposed = unicodedata.normalize("NFD", pair[1])
    return nfc(pair[0] + decomposed[1]) + decomposed[0]


def _move_right(pair: str) -> str:
    decomposed = unicodedata.normalize("NFD", pair[0])
    return decomposed[0] + nfc(pair[1] + decomposed[1])
