"""Câu báo của phép kiểm tra nội dung, worded from the table of rules."""

from __future__ import annotations

from kehoach.checks._table import table
from kehoach.findings import Finding


def told(code: str, place: str, aspect: str = "", **slots: object) -> Finding:
    """One finding about a plan; KeyError for a code or an aspect that the table has not."""
    message = table()[code].messages[aspect]
    return Finding(
        code,
        message.severity,
        message.text.format(**slots),
        place,
        clause=message.clause,
        advice=message.advice.format(**slots),
        mend=message.mend,
        aspect=aspect,
    )
