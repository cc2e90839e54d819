"""Thời hạn: the kinds of deadline, as data, and the words they are printed with."""

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
    Unit,
    Within,
)
from kehoach.deadlines.words import deadline_words, period_words

__all__ = [
    "Ahead",
    "Before",
    "By",
    "Deadline",
    "Every",
    "In",
    "OnRequest",
    "Period",
    "Recurring",
    "Standing",
    "Stretch",
    "Unit",
    "Within",
    "deadline_words",
    "period_words",
]
