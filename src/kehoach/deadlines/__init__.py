"""Thời hạn: the kinds of deadline as data, their words both ways, and their days on a calendar."""

from __future__ import annotations

from kehoach.deadlines.due import STANDARD, Due, Settings, due
from kehoach.deadlines.kinds import (
    Ahead,
    Before,
    By,
    Deadline,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Standing,
    Stretch,
    Undated,
    Unit,
    Within,
)
from kehoach.deadlines.reading import Found, find_deadlines, parse_deadline, without_phrase
from kehoach.deadlines.recurrence import occurrences, rhythm_periods, sub_periods
from kehoach.deadlines.words import deadline_words, period_words

__all__ = [
    "STANDARD",
    "Ahead",
    "Before",
    "By",
    "Deadline",
    "Due",
    "Every",
    "Found",
    "In",
    "OnRequest",
    "Period",
    "Recurring",
    "Settings",
    "Standing",
    "Stretch",
    "Undated",
    "Unit",
    "Within",
    "deadline_words",
    "due",
    "find_deadlines",
    "occurrences",
    "parse_deadline",
    "period_words",
    "rhythm_periods",
    "sub_periods",
    "without_phrase",
]
