"""So sánh: what changed between two plans, and between two readings of one paper."""

from __future__ import annotations

from kehoach.comparing.applying import apply
from kehoach.comparing.changes import Change, ChangeKind
from kehoach.comparing.differing import diff
from kehoach.comparing.lines import LineChange, PrintedLine, WordChange, line_changes, word_changes
from kehoach.comparing.naming import kind_name, said

__all__ = [
    "Change",
    "ChangeKind",
    "LineChange",
    "PrintedLine",
    "WordChange",
    "apply",
    "diff",
    "kind_name",
    "line_changes",
    "said",
    "word_changes",
]
