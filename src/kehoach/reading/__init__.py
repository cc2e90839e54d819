"""Đọc kế hoạch: papers that were seen become plans, with what is doubtful and what is left."""

from __future__ import annotations

from kehoach.reading._unread import Unread
from kehoach.reading.reading import Reading, read_plan

__all__ = ["Reading", "Unread", "read_plan"]
