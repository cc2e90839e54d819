"""Hai cột đầu văn bản: how the letterhead's two columns share the width of the text.

NĐ 30/2020/NĐ-CP, Phụ lục I fixes their places, not their widths; Quốc hiệu and the line of place
and day each stand on one line as long as the left column stays usable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.rules.metrics import text_width

if TYPE_CHECKING:
    from kehoach.rules.parts import PartKey
    from kehoach.rules.rulebook import Rulebook

SLACK_MM: Final = 1.0
NARROWEST_LEFT_MM: Final = 55.0
"""The left column is not narrowed below this for a long line of place and day."""


def letterhead_columns(rulebook: Rulebook, nation: str, place_date: str) -> tuple[float, float]:
    """Bề rộng hai cột đầu văn bản, left and right, millimetres."""
    whole = rulebook.page.text_width
    day = min(_needed(place_date, "place_date", rulebook), whole - NARROWEST_LEFT_MM)
    right = max(rulebook.layout.letterhead_right, _needed(nation, "national_name", rulebook), day)
    return whole - right, right


def _needed(text: str, key: PartKey, rulebook: Rulebook) -> float:
    part = rulebook.part(key)
    return SLACK_MM + text_width(text, part.size.preferred, bold=part.bold, italic=part.italic)
