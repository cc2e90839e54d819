"""Đối chiếu: the paper that kehoach prints against the one that was signed."""

from __future__ import annotations

from kehoach.collating.papers import printed_lines, signed_changes

__all__ = ["printed_lines", "signed_changes"]
