"""Khóa tra cứu: the forms under which a name is found, whatever its case, signs and tone marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.organizations.organization import split_place
from kehoach.vietnamese import fold, fold_tone_placement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.organizations.organization import Organization

# Written out or not, one key; the longer phrase stands before the shorter that it holds.
_PHRASES = (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("mặt trận tổ quốc", "mttq"),
    ("ủy ban mttq", "ubmttq"),
    ("mttq việt nam", "mttqvn"),
    ("ubmttq việt nam", "ubmttqvn"),
    ("văn phòng ubnd", "vp ubnd"),
    ("văn phòng hđnd", "vp hđnd"),
)
_SHORTENINGS = (*_PHRASES, *((fold(phrase), fold(short)) for phrase, short in _PHRASES))
_SIGNS = re.compile(r"[\s\u00a0,;:.()\"“”'’/‑–—-]+")
_GLUE = re.compile(r"[\s\u00a0]*[,;:.&/‑–—-]+[\s\u00a0]*")
_ARTICLE = "các "
_INITIALED = re.compile(r"(Sở|Bộ|Phòng) (.+)", re.DOTALL)
_SYLLABLE = re.compile(r"[^\W\d_]+")


def name_key(text: str) -> str:
    """The key of a name: one tone placement, lower case, signs as spaces, known phrases short."""
    lowered = fold_tone_placement(text).lower().replace("&", " và ")
    words = _SIGNS.sub(" ", lowered).strip().removeprefix(_ARTICLE)
    return _shorten(words)


def abbreviation_key(text: str) -> str:
    """The key of an abbreviation: as of a name, but signs join: TT&TT, TT-TT and TTTT are one."""
    lowered = fold_tone_placement(text).lower()
    return _shorten(" ".join(_GLUE.sub("", lowered).split()).removeprefix(_ARTICLE))


def bare(key: str) -> str:
    """The key without tone marks and letter marks."""
    return fold(key)


def marks_agree(asked: str, known: str) -> bool:
    """Whether the asked key only left marks out: each syllable is whole or has no mark at all."""
    pairs = zip(asked.split(), known.split(), strict=False)
    return asked.count(" ") == known.count(" ") and all(
        mine in (theirs, fold(theirs)) for mine, theirs in pairs
    )


def names_of(body: Organization) -> Iterator[str]:
    """The names of a body, each also with its place ("tỉnh Long An") and the place's own name."""
    for name in (body.name, *body.short_names):
        yield from _placed(name, body.place)


def abbreviations_of(body: Organization) -> Iterator[str]:
    """The abbreviations that the row lists, each also with its place."""
    for abbreviation in body.abbreviations:
        yield from _placed(abbreviation, body.place)


def initials_of(body: Organization) -> Iterator[str]:
    """Abbreviations by the rule of initials: Sở Thông tin và Truyền thông → Sở TTTT, STTTT."""
    match = _INITIALED.fullmatch(body.name)
    if match is None:
        return
    head, rest = match.groups()
    letters = "".join(word[0] for word in _SYLLABLE.findall(rest) if word != "và").upper()
    yield from _placed(f"{head} {letters}", body.place)
    yield f"{head[0]}{letters}"


def _placed(name: str, place: str | None) -> Iterator[str]:
    yield name
    if place and not name.endswith(place):
        yield f"{name} {place}"
        yield f"{name} {split_place(place)[1]}"


def _shorten(words: str) -> str:
    for phrase, short in _SHORTENINGS:
        if phrase in words:
            words = words.replace(phrase, short)
    return words
