"""Bảng Excel: the progress of a plan as a workbook, and return forms that bodies fill in."""

from __future__ import annotations

from kehoach_xlsx.reading import ReadForm, Rejected, read_form

__all__ = ["ReadForm", "Rejected", "read_form"]
