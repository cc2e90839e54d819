"""Thứ tự chữ cái: the order of Vietnamese words and of personal names.

Letters first (a ă â b c d đ e ê …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then case:
the order of the Unicode CLDR for ``vi``, which ICU and databases use.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, TypeAlias

SortKey: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]
_Syllable: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
DictionaryKey: TypeAlias = tuple[tuple[_Syllable, ...], tuple[int, ...]]
PersonKey: TypeAlias = tuple[tuple[tuple[_Syllable, ...], ...], tuple[int, ...]]
PersonOrder: TypeAlias = Literal["given-family-middle", "given-middle-family"]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SIGNS = "_-‑–—,;:!¡?¿.…·'‘’\"“”«»()[]{}§¶@*/\\&#%‰•`´^¯¨¸°©®+±÷×<=>¬|¦~−≤≥¤¢$£¥₫€"

_SPACE, _SIGN, _OTHER_SIGN, _DIGIT, _LETTER, _OTHER = range(6)


def sort_key(text: str) -> SortKey:
    """Khóa sắp xếp: a key by which ``sorted`` gives ICU's order for Vietnamese.

    The letters of the whole text are compared first, then all tones, then case, so that
    "Hạ An" stands before "Hà Nam".
    """
    weights = [_weight(character) for character in unicodedata.normalize("NFC", text)]
    return (
        tuple(primary for primary, _, _ in weights),
        tuple(tone for _, tone, _ in weights),
        tuple(case for _, _, case in weights),
    )


def dictionary_key(text: str) -> DictionaryKey:
    """Khóa từ điển: a key that compares syllable by syllable, as dictionaries do.

    Letters, then tone of the first syllable come before anything of the second, so that
    "Hà Nam" stands before "Hạ An".
    """
    keys = [sort_key(syllable) for syllable in re.split(r"[\s\-‑–]+", text.strip())]
    letters = tuple((primary, tones) for primary, tones, _ in keys)
    return letters, tuple(case for _, _, cases in keys for case in cases)


def person_key(name: str, order: PersonOrder = "given-family-middle") -> PersonKey:
    """Khóa họ tên: a key that sorts people by given name (tên), the last word.

    Then come the family name (họ), the first word, and the middle names (đệm), or these two
    the other way round with ``order="given-middle-family"``. Raises :class:`ValueError` for
    another order.
    """
    words = name.split()
    given, family, middle = words[-1:], words[:-1][:1], words[1:-1]
    match order:
        case "given-family-middle":
            parts = (given, family, middle)
        case "given-middle-family":
            parts = (given, middle, family)
        case _:
            msg = f"order must be 'given-family-middle' or 'given-middle-family', got {order!r}"
            raise ValueError(msg)
    keys = [dictionary_key(" ".join(part)) for part in parts]
    return tuple(letters for letters, _ in keys), tuple(case for _, cases in keys for case in cases)


@cache
def _weight(character: str) -> tuple[tuple[int, int], int, int]:
    tone, rest = 0, ""
    for part in unicodedata.normalize("NFD", character):
        if part in _TONES:
            tone = _TONES.index(part) + 1
        else:
            rest += part
    base = unicodedata.normalize("NFC", rest)
    lower = base.lower()
    if lower and len(lower) == 1 and lower in _ALPHABET:
        return (_LETTER, _ALPHABET.index(lower)), tone, int(base != lower)
    if len(rest) > 1 and rest[0].lower() in _ALPHABET:
        foreign_mark = len(_TONES) + ord(rest[1])
        return (_LETTER, _ALPHABET.index(rest[0].lower())), foreign_mark, int(rest[0].isupper())
    return _sign_weight(character)


def _sign_weight(character: str) -> tuple[tuple[int, int], int, int]:
    if character.isspace():
        return (_SPACE, 0), 0, int(character != " ")
    if character in _SIGNS:
        return (_SIGN, _SIGNS.index(character)), 0, 0
    if character.isdigit():
        return (_DIGIT, unicodedata.digit(character)), 0, int(not character.isascii())
    if character.isalpha():
        lower = character.lower()
        return (_OTHER, ord(lower[0])), 0, int(character != lower)
    return (_OTHER_SIGN, ord(character)), 0, 0
