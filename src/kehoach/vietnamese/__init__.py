"""Tiếng Việt: letters, order, numerals, dates, numbers and spacing of official papers.

Pure functions over the standard library. A text that is not what a function reads raises
:class:`ValueError`, saying what was expected and what came.
"""

from __future__ import annotations

from kehoach.vietnamese.characters import forbidden_characters, is_clean
from kehoach.vietnamese.dates import (
    BLANK,
    official_date,
    official_date_parts,
    parse_date,
    quarter_name,
    short_date,
    weekday_name,
)
from kehoach.vietnamese.letters import fold, fold_tone_placement, nfc
from kehoach.vietnamese.numerals import (
    POINTS,
    parse_point,
    parse_roman,
    point_letter,
    roman,
)
from kehoach.vietnamese.quantities import count, money, number, parse_number, percent
from kehoach.vietnamese.sorting import dictionary_key, person_key, sort_key
from kehoach.vietnamese.spacing import bind, unbind
from kehoach.vietnamese.syllables import is_syllable

__all__ = [
    "BLANK",
    "POINTS",
    "bind",
    "count",
    "dictionary_key",
    "fold",
    "fold_tone_placement",
    "forbidden_characters",
    "is_clean",
    "is_syllable",
    "money",
    "nfc",
    "number",
    "official_date",
    "official_date_parts",
    "parse_date",
    "parse_number",
    "parse_point",
    "parse_roman",
    "percent",
    "person_key",
    "point_letter",
    "quarter_name",
    "roman",
    "short_date",
    "sort_key",
    "unbind",
    "weekday_name",
]
