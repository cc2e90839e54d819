"""Đo chữ: the measures of texts that the writer needs, and Word's own unit of length."""

from __future__ import annotations

from typing import Final

from kehoach.rules.fitting import ASCENT, LINE
from kehoach.rules.fitting import line_width as width
from kehoach.rules.fitting import lines_in as wrapped
from kehoach.rules.metrics import POINT

__all__ = ["ASCENT", "LINE", "MM_A_POINT", "twips", "width", "wrapped"]

MM_A_POINT: Final = POINT


def twips(millimetres: float) -> int:
    """Millimetres as whole twips (a twentieth of a point)."""
    return round(millimetres / MM_A_POINT * 20)
