"""Kiểm tra văn bản: form, language and content of a paper, as findings."""

from __future__ import annotations

from kehoach.checks._context import Context, clause_of
from kehoach.checks._table import CheckRule, Mend, Message, table
from kehoach.checks.lint import CHECKS, lint
from kehoach.checks.pages import pages_in_print, with_pages
from kehoach.checks.registry import Check

__all__ = [
    "CHECKS",
    "Check",
    "CheckRule",
    "Context",
    "Mend",
    "Message",
    "clause_of",
    "lint",
    "pages_in_print",
    "table",
    "with_pages",
]
