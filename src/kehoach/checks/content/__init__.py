"""Nội dung kế hoạch: “6 rõ” and coherence, as findings about a plan."""

from __future__ import annotations

from kehoach.checks.content.plan import check_plan

__all__ = ["check_plan"]
