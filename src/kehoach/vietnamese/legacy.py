"""Bảng mã cũ: texts in TCVN3 (ABC), VNI and VIQR become Unicode, form NFC.

TCVN3 is the character set of TCVN 5712:1993 as the fonts `.VnTime`, `.VnArial` … draw it, VNI
that of the fonts `VNI-Times`, `VNI-Helve` … . Both put Vietnamese letters where Windows-1252 has
others, so a text is given as those Windows characters: ``"ViÖt"`` for *Việt*. VIQR (RFC 1456)
writes them with ASCII signs: ``"Vie^.t"``.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final

from kehoach.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class LegacyEncoding(StrEnum):
    """Bảng mã cũ của tiếng Việt."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    VIQR = "VIQR"


_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"

_TCVN3_ROWS: Final = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)  # fmt: skip
_TCVN3: Final = {
    first + place: letter for first, row in _TCVN3_ROWS for place, letter in enumerate(row)
}
_TCVN3_LOOSE: Final = dict(
    zip("\xb0\xb1\xb2\xb3\xb4", (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True)
)
_LOOSE_TONE = re.compile(r"(?<=[aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ])[\xb0-\xb4]")

_VNI_LETTERS: Final = str.maketrans("ñÑôÔöÖìíæóòÌÍÆÓÒîÎ", "đĐơƠưƯìíỉĩịÌÍỈĨỊỵỴ")
_VNI_MARKS: Final = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_TONE_ONLY, _ROUND, _SHORT = "ùøûõï", "âáàåãä", "êéèúüë"
_VNI_PAIR = re.compile(rf"[aouyeôö][{_TONE_ONLY}]|[aeo][{_ROUND}]|a[{_SHORT}]", re.IGNORECASE)
_VNI_SINGLE = re.compile("[ñôöìíæóòî]", re.IGNORECASE)

_VIQR_MARKS: Final = {
    "'": _ACUTE, "`": _GRAVE, "?": _HOOK, "~": _TILDE, ".": _DOT,
    "^": _CIRCUMFLEX, "(": _BREVE, "+": _HORN, "*": _HORN,
}  # fmt: skip
_VIQR_WORD = re.compile(r"(?:\\.|[A-Za-z][\^(+*]?['`?~.]?)+", re.DOTALL)
_VIQR_PIECE = re.compile(r"\\(.)|([dD])[dD]|([A-Za-z])([\^(+*]?)(['`?~.]?)", re.DOTALL)
_VIQR_MODIFIERS: Final = {"^": "aeo", "(": "a", "+": "ou", "*": "ou"}

_LEGACY_CHARACTER = re.compile("[\xa1-\xff]")
_UNICODE_VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
_SYMBOL_FONT = {0xF000 + code: code for code in range(0x20, 0x100)}
_WORD = re.compile(r"[^\W\d_]+")
_LEGACY_WORD = re.compile("[A-Za-z\xa1-\xff]+")


def from_tcvn3(text: str) -> str:
    """Từ TCVN3 (ABC): ``"Céng hoµ"`` → ``"Cộng hoà"``.

    TCVN3 has no toned capitals: in a word that is otherwise written in capitals the small toned
    letters become capitals too, ``"CéNG HOµ"`` → ``"CỘNG HOÀ"``.
    """
    return "\n".join([_tcvn3_line(line) for line in text.split("\n")])


def from_vni(text: str) -> str:
    """Từ VNI (hai byte): ``"Coäng hoøa"`` → ``"Cộng hòa"``; a mark takes its letter's case."""
    paired = _VNI_PAIR.sub(_vni_letter, unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", _VNI_SINGLE.sub(_vni_single, paired).replace(_KEEP, ""))


def from_viqr(text: str) -> str:
    r"""Từ VIQR: ``"Co^.ng ho`a"`` → ``"Cộng hòa"``; a backslash keeps the sign after it.

    A sign that the syllable cannot bear stays what it is: the full stop of ``"to^i."``.
    """
    return unicodedata.normalize("NFC", _VIQR_WORD.sub(_viqr_word, text))


def legacy_font(name: str) -> tuple[LegacyEncoding, bool] | None:
    """Phông chữ cũ: the encoding that a font draws, and whether it draws capitals only.

    `.VnTime` is TCVN3, `.VnTimeH` the same in capitals, `VNI-Times` VNI; None for other fonts.
    """
    plain = name.strip().lower()
    if plain.startswith(".vn"):
        return LegacyEncoding.TCVN3, name.strip().endswith("H")
    if plain.startswith(("vni-", "vni ")):
        return LegacyEncoding.VNI, False
    return None


def from_legacy(text: str, encoding: LegacyEncoding, *, capitals: bool = False) -> str:
    """Chuyển sang Unicode: a text of one encoding, for fonts of capitals in capitals.

    A text that already holds Vietnamese Unicode letters is not converted.
    """
    if not _UNICODE_VIETNAMESE.search(text):
        text = _READERS[encoding](text.translate(_SYMBOL_FONT))
    return text.upper() if capitals else text


def recognize(text: str) -> LegacyEncoding | None:
    """Nhận bảng mã: which old encoding a whole text is in, judged by its syllables.

    None when it is Unicode, another language, or too little to tell.
    """
    sample = text[:_SAMPLE]
    if _LEGACY_CHARACTER.search(sample) is None:
        return LegacyEncoding.VIQR if _is_viqr(sample) else None
    if _UNICODE_VIETNAMESE.search(sample):
        return None
    given = list(islice(_marked_words(sample), _SAMPLED_WORDS))
    shares = {
        encoding: _share(_READERS[encoding](word) for word in given)
        for encoding in (LegacyEncoding.TCVN3, LegacyEncoding.VNI)
    }
    best = max(shares, key=shares.__getitem__)
    as_it_is = _share(iter(given))
    return best if shares[best] >= _CERTAIN and shares[best] > as_it_is else None


def syllable_share(text: str) -> float:
    """Tỷ lệ âm tiết: of the words that are not ASCII, the share spelt as Vietnamese syllables."""
    words = (word for word in _WORD.findall(text[:_SAMPLE]) if not word.isascii())
    return _share(islice(words, _SAMPLED_WORDS))


_SAMPLE: Final = 1 << 18
_SAMPLED_WORDS: Final = 5000
_CERTAIN: Final = 0.75
_VIQR_EVIDENCE = re.compile(r"[aeo]\^|u\+|o\+|a\(|dd|[a-z][`~](?=[a-z\s]|$)", re.IGNORECASE)
_VIQR_LEAST: Final = 3
_VIQR_RATE: Final = 0.15
_KEEP: Final = "\ufdd0"


def _is_viqr(text: str) -> bool:
    words = text.split()[:_SAMPLED_WORDS]
    marked = [word for word in words if _VIQR_EVIDENCE.search(word)]
    if len(marked) < _VIQR_LEAST or len(marked) < _VIQR_RATE * len(words):
        return False
    found = (_WORD.findall(from_viqr(word)) for word in marked)
    return _share(word for each in found for word in each) >= _CERTAIN


def _marked_words(text: str) -> Iterator[str]:
    return (word for word in _LEGACY_WORD.findall(text) if _LEGACY_CHARACTER.search(word))


def _share(words: Iterator[str]) -> float:
    judged = [is_syllable(word) for word in words]
    return sum(judged) / len(judged) if judged else 0.0


def _tcvn3_line(line: str) -> str:
    line = unicodedata.normalize("NFC", line)
    loose = _LOOSE_TONE.sub(lambda found: _TCVN3_LOOSE[found[0]], line)
    raised = _capitals(loose)
    return unicodedata.normalize("NFC", raised.translate(_TCVN3))


def _capitals(line: str) -> str:
    """The line with the toned letters of capital words raised, already as Unicode letters."""
    words = [word for word in _LEGACY_WORD.findall(line) if _LEGACY_CHARACTER.search(word)]
    if not any(_is_capital(word) for word in words):
        return line
    whole_line = not any("a" <= letter <= "z" for letter in line)
    return _LEGACY_WORD.sub(
        lambda found: (
            found[0].translate(_TCVN3).upper() if whole_line or _is_capital(found[0]) else found[0]
        ),
        line,
    )


def _is_capital(word: str) -> bool:
    letters = [letter for letter in word if letter.isascii()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _vni_letter(found: re.Match[str]) -> str:
    mark, base = found[0][1], found[0][0].translate(_VNI_LETTERS)
    composed = unicodedata.normalize("NFC", base + _VNI_MARKS[mark.lower()])
    return composed + _KEEP


def _vni_single(found: re.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 1]
    return found[0] if after == _KEEP else found[0].translate(_VNI_LETTERS)


def _viqr_word(found: re.Match[str]) -> str:
    state = _Syllable()
    return _VIQR_PIECE.sub(state.letter, found[0])


class _Syllable:
    """What a word being read has already: a toned letter, a letter with a hat, breve or horn."""

    def __init__(self) -> None:
        self.toned = self.modified = False

    def letter(self, found: re.Match[str]) -> str:
        if found[1]:
            return found[1]
        if found[2]:
            return "Đ" if found[2] == "D" else "đ"
        letter, modifier, tone = found[3], found[4], found[5]
        if modifier and letter.lower() not in _VIQR_MODIFIERS[modifier]:
            return found[0]
        self.modified = self.modified or bool(modifier)
        built = letter + _VIQR_MARKS[modifier] if modifier else letter
        if tone and self._bears(letter, modifier):
            self.toned = True
            return built + _VIQR_MARKS[tone]
        return built + tone

    def _bears(self, letter: str, modifier: str) -> bool:
        return letter.lower() in "aeiouy" and not self.toned and bool(modifier or not self.modified)


_READERS: Final[dict[LegacyEncoding, Callable[[str], str]]] = {
    LegacyEncoding.TCVN3: from_tcvn3,
    LegacyEncoding.VNI: from_vni,
    LegacyEncoding.VIQR: from_viqr,
}
