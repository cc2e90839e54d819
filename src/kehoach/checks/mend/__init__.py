"""Sửa văn bản: what a machine may mend is mended, the rest is left to a human with comments."""

from __future__ import annotations

from kehoach.checks.mend.annotate import annotate
from kehoach.checks.mend.mend import Mended, mend

__all__ = ["Mended", "annotate", "mend"]
