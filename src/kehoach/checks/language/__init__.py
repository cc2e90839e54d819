"""Ngôn ngữ: capitals, characters, spaces, what is not filled in, spelling.

Capitals follow NĐ 30/2020/NĐ-CP, Phụ lục II. What was found concerns the user's own words: the
checks say what they would read and change nothing.
"""

from __future__ import annotations

from kehoach.checks.language._line import line_slips
from kehoach.checks.language._run import CHECKS
from kehoach.checks.language._slips import Slip

__all__ = ["CHECKS", "Slip", "line_slips"]
