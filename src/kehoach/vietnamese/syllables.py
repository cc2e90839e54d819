"""Chính tả âm tiết: words that no Vietnamese text holds, found by how syllables are built.

A syllable is an onset, a rhyme and a tone; a rhyme that ends in c, ch, p or t bears sắc or nặng
only. Words of foreign origin that papers use are on a list, abbreviations and codes are let pass.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kehoach.vietnamese._syllables import is_syllable

FOREIGN = frozenset(
    """
    internet online offline website web portal email facebook zalo youtube tiktok fanpage
    video clip file word excel pdf app apps smartphone robot logo marketing logistics
    logistic startup game games wifi sms camera server cloud data chatbot bot big
    blockchain fintech iot ai it ict gis gps qr code vnpt viettel mobifone vinaphone fpt
    vneid covid virus vaccine vắc xin gas karaoke massage container taxi bus metro
    festival tour homestay resort hotel showroom shop pano poster banner slogan radio tivi
    tv wi fi mail blog blogger forum hacker spam malware token hộ gia pop rock jazz album
    studio format module modul test kit gen adn laser vitamin protein lipid clo axit oxy
    ozon cacbon carbon metan etanol xăng dầu diesel biogas composite asean apec wto unesco
    unicef who fdi oda gdp grdp pci par index sipas papi oecd eu usd visa master card pos
    atm banking mobile money ipv4 ipv6 dns vpn lan wan ioc soc hkd hub lab co op mart
    smart city kiosk kios xi măng bê tông asphalt sol khí
    """.split()
)
"""Từ nước ngoài thường gặp trong văn bản, in lower case."""

_STOPS = ("c", "ch", "p", "t")
_TONES = {"\u0300", "\u0303", "\u0309"}
_WORD = re.compile(r"[^\W\d_]+")
_VOWELLESS = re.compile(r"[bcdđghklmnpqrstvxfjwz]+", re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_vietnamese_word(word: str) -> bool:
    """Có thể là chữ Việt: a well-formed syllable, a listed foreign word, or an abbreviation.

    ``"Đẩy"`` and ``"TT"`` pass, ``"Dâysty"`` does not. The case does not count, except that
    capitals inside a word mark an abbreviation.
    """
    if len(word) == 1 or any(sign.isupper() for sign in word[1:]):
        return True
    lower = word.lower()
    if lower in FOREIGN or _VOWELLESS.fullmatch(lower):
        return True
    return is_syllable(lower) and _tone_fits(lower)


def misspelt_words(text: str) -> tuple[tuple[int, str], ...]:
    """Chữ lạ: offset and form of each word of the text that is no Vietnamese word."""
    return tuple(
        (found.start(), found[0])
        for found in _WORD.finditer(text)
        if not is_vietnamese_word(found[0])
    )


def _tone_fits(word: str) -> bool:
    if not word.endswith(_STOPS):
        return True
    return not _TONES & set(unicodedata.normalize("NFD", word))
