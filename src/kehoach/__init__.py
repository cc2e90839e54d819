"""Kế hoạch: write the plan once; the papers, the calendar, the reminders and the report follow.

The names below are the daily face; everything else is reachable by module. They resolve on first
use, so that `import kehoach` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach.compose import plan_document
    from kehoach.deadlines import Before, By, In, OnRequest, Period, Recurring, Standing, Within
    from kehoach.documents import Document, Issuer, Number, Recipient, Signature
    from kehoach.errors import KehoachError
    from kehoach.exporting import export, export_many
    from kehoach.files import dump, load
    from kehoach.findings import Finding, Severity
    from kehoach.plan import (
        Annex,
        Assignment,
        Item,
        Mood,
        Paragraph,
        Party,
        Plan,
        ReportingDuty,
        Responsibility,
        Role,
        Section,
        Target,
        Task,
    )
    from kehoach.rules import rulebook, rulebook_on
    from kehoach.tracking.ledger import Ledger

__all__ = [
    "Annex",
    "Assignment",
    "Before",
    "By",
    "Document",
    "Finding",
    "In",
    "Issuer",
    "Item",
    "KehoachError",
    "Ledger",
    "Mood",
    "Number",
    "OnRequest",
    "Paragraph",
    "Party",
    "Period",
    "Plan",
    "Recipient",
    "Recurring",
    "ReportingDuty",
    "Responsibility",
    "Role",
    "Section",
    "Severity",
    "Signature",
    "Standing",
    "Target",
    "Task",
    "Within",
    "dump",
    "export",
    "export_many",
    "load",
    "plan_document",
    "rulebook",
    "rulebook_on",
]
__version__ = "0.1.0"

_HOME = {
    "Annex": "plan",
    "Assignment": "plan",
    "Before": "deadlines",
    "By": "deadlines",
    "Document": "documents",
    "Finding": "findings",
    "In": "deadlines",
    "Issuer": "documents",
    "Item": "plan",
    "KehoachError": "errors",
    "Ledger": "tracking.ledger",
    "Mood": "plan",
    "Number": "documents",
    "OnRequest": "deadlines",
    "Paragraph": "plan",
    "Party": "plan",
    "Period": "deadlines",
    "Plan": "plan",
    "Recipient": "documents",
    "Recurring": "deadlines",
    "ReportingDuty": "plan",
    "Responsibility": "plan",
    "Role": "plan",
    "Section": "plan",
    "Severity": "findings",
    "Signature": "documents",
    "Standing": "deadlines",
    "Target": "plan",
    "Task": "plan",
    "Within": "deadlines",
    "dump": "files",
    "export": "exporting",
    "export_many": "exporting",
    "load": "files",
    "plan_document": "compose",
    "rulebook": "rules",
    "rulebook_on": "rules",
}


def __getattr__(name: str) -> object:
    """Resolve a public name in its room on first use (PEP 562)."""
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
