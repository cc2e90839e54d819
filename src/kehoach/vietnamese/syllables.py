"""Chính tả âm tiết: words that no Vietnamese text holds, found by how syllables are built.

A syllable is an onset, a rhyme and a tone; a rhyme that ends in c, ch, p or t bears sắc or nặng
only. Words of foreign origin that papers use are on a list, abbreviations and codes are let pass.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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

_MARKS = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_ONSETS = (
    "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
).split()  # fmt: skip
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên "
    "iêng iêp iêt iêu o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    "u uc ui um un ung up ut ưc ưi ưm ưn ưng ưt ưu ư ua uân uâng uât uây uê uêch uên uênh uêt "
    "uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu uyên uyêt uyp ưa ươc ươi ươm ươn "
    "ương ươp ươt ươu y ych ynh yêm yên yêng yêt yêu ym yn yt a"
).split()
_SYLLABLE = re.compile(
    f"(?:{'|'.join(sorted(_ONSETS, key=len, reverse=True))})?"
    f"(?:{'|'.join(sorted(set(_RHYMES), key=len, reverse=True))})"
)
_LONGEST = 12
"""Characters of *nghiêng* with its marks apart, and a few more."""
_STOPS = ("c", "ch", "p", "t")
_TONES = {"\u0300", "\u0303", "\u0309"}
_WORD = re.compile(r"[^\W\d_]+")
_VOWELLESS = re.compile(r"[bcdđghklmnpqrstvxfjwz]+", re.IGNORECASE)


def is_syllable(word: str) -> bool:
    """Là âm tiết tiếng Việt: an onset, a rhyme and one tone at most; the case does not count."""
    return len(word) <= _LONGEST and _is_spelt(word)


@lru_cache(maxsize=4096)
def _is_spelt(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    level = decomposed.translate(_MARKS)
    if len(decomposed) - len(level) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", level)) is not None


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
