"""Kiểm tra văn bản: form, language and content of a paper, as findings."""

from __future__ import annotations

from kehoach.checks._context import Context
from kehoach.checks._registry import Check
from kehoach.checks._table import CheckRule, Mend, Message, table
from kehoach.checks.lint import lint

__all__ = ["Check", "CheckRule", "Context", "Mend", "Message", "lint", "table"]
