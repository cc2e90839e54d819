"""Soạn văn bản: from plans and progress to documents, one file a kind of paper."""

from __future__ import annotations

from kehoach.compose.plan import day_of, plan_document
from kehoach.compose.unknowns import unknowns

__all__ = ["day_of", "plan_document", "unknowns"]
