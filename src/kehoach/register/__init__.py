"""Sổ đăng ký văn bản đi: numbers of outgoing papers, gapless per body, year and series."""

from __future__ import annotations

from kehoach.register.entries import Entry, EntryState, OutgoingPaper, body_key
from kehoach.register.register import Register, SeriesStanding
from kehoach.register.series import SeriesRule, SeriesRules, SeriesType, series_rules
from kehoach.store.register_tables import Series

__all__ = [
    "Entry",
    "EntryState",
    "OutgoingPaper",
    "Register",
    "Series",
    "SeriesRule",
    "SeriesRules",
    "SeriesStanding",
    "SeriesType",
    "body_key",
    "series_rules",
]
