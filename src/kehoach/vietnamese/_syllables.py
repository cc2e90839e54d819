"""Âm tiết: whether a word is spelt as a Vietnamese syllable, tone and all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
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


def is_syllable(word: str) -> bool:
    """Là âm tiết tiếng Việt: an onset, a rhyme and one tone at most; the case does not count."""
    return len(word) <= _LONGEST and _is_spelt(word)


@lru_cache(maxsize=4096)
def _is_spelt(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    level = decomposed.translate(_TONES)
    if len(decomposed) - len(level) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", level)) is not None
