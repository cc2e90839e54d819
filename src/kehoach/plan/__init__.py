"""Kế hoạch: the plan and its parts, as frozen values."""

from __future__ import annotations

from kehoach.plan._ids import ID_PREFIXES, IDENTIFIED, made_id, with_ids
from kehoach.plan._readdress import Answer, Readdressed, readdress
from kehoach.plan._resolve import resolve
from kehoach.plan._walk import parts
from kehoach.plan.nodes import (
    Assignment,
    Bound,
    Content,
    Datum,
    Emendation,
    GroupRow,
    Item,
    Layout,
    Milestone,
    Mood,
    Paragraph,
    Party,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
    Threshold,
)
from kehoach.plan.plan import Annex, Plan

__all__ = [
    "IDENTIFIED",
    "ID_PREFIXES",
    "Annex",
    "Answer",
    "Assignment",
    "Bound",
    "Content",
    "Datum",
    "Emendation",
    "GroupRow",
    "Item",
    "Layout",
    "Milestone",
    "Mood",
    "Paragraph",
    "Party",
    "Plan",
    "Readdressed",
    "ReportDue",
    "ReportingDuty",
    "Responsibility",
    "Role",
    "Section",
    "Target",
    "Task",
    "TaskColumn",
    "TaskTable",
    "TextTable",
    "Threshold",
    "made_id",
    "parts",
    "readdress",
    "resolve",
    "with_ids",
]
