"""Năm can chi: "Xuân Bính Ngọ" of one year becomes "Xuân Đinh Mùi" of the next."""

from __future__ import annotations

import re
from typing import Final

_STEMS: Final = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES: Final = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
_FIRST: Final = 4
"""The year 4 was Giáp Tý."""

LUNAR_YEAR: Final = re.compile(rf"\b(?:{'|'.join(_STEMS)})\s+(?:{'|'.join(_BRANCHES)}|Tí|Tị)\b")
"""Tên can chi của một năm, như in trong câu."""


def lunar_year_name(year: int) -> str:
    """Tên can chi: ``2026`` → ``"Bính Ngọ"``; from Tết of that year on."""
    turn = year - _FIRST
    return f"{_STEMS[turn % len(_STEMS)]} {_BRANCHES[turn % len(_BRANCHES)]}"
