"""Hai cột đầu văn bản: how the letterhead's two columns share the width of the text.

NĐ 30/2020/NĐ-CP, Phụ lục I fixes their places, not their widths; Quốc hiệu and the line of place
and day each stand on one line as long as the left column stays usable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.rules.metrics import POINT, text_width

if TYPE_CHECKING:
    from kehoach.rules.parts import PartRule
    from kehoach.rules.rulebook import Rulebook

SLACK_MM: Final = 1.0
NARROWEST_LEFT_MM: Final = 55.0
"""The left column is not narrowed below this for a long line of place and day."""
BOUND_SPACE_EM: Final = 0.1
"""How much wider than a space LibreOffice draws a no-break space, as a part of the size."""


def room_for(text: str, part: PartRule) -> float:
    """Bề rộng cần chừa, millimetres: what one line of text takes in Word and in LibreOffice."""
    size = part.size.preferred
    bound = text.count("\u00a0") * BOUND_SPACE_EM * size * POINT
    return text_width(text, size, bold=part.bold, italic=part.italic) + bound


def letterhead_columns(rulebook: Rulebook, nation: str, place_date: str) -> tuple[float, float]:
    """Bề rộng hai cột đầu văn bản, left and right, millimetres."""
    whole = rulebook.page.text_width
    name = room_for(nation, rulebook.part("national_name")) + SLACK_MM
    day = room_for(place_date, rulebook.part("place_date")) + SLACK_MM
    right = max(rulebook.layout.letterhead_right, name, min(day, whole - NARROWEST_LEFT_MM))
    return whole - right, right
