"""Quy định thể thức: rules of form as dated data with their clauses, and the widths of letters."""

from __future__ import annotations

from kehoach.rules.columns import letterhead_columns, room_for
from kehoach.rules.metrics import break_lines, text_width, wrap_lines
from kehoach.rules.names import break_name
from kehoach.rules.regimes import REGIMES, Regime, rulebook, rulebook_on
from kehoach.rules.rulebook import Departure, DocumentType, PartKey, PartRule, Range, Rulebook
from kehoach.rules.styles import with_style

__all__ = [
    "REGIMES",
    "Departure",
    "DocumentType",
    "PartKey",
    "PartRule",
    "Range",
    "Regime",
    "Rulebook",
    "break_lines",
    "break_name",
    "letterhead_columns",
    "room_for",
    "rulebook",
    "rulebook_on",
    "text_width",
    "with_style",
    "wrap_lines",
]
