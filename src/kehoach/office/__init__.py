"""Phần mềm văn phòng: finds LibreOffice, pdftotext and fonts on this machine; runs them, bounded.

Each call has a profile and a folder of its own, so that calls do not meet each other or the user's
open LibreOffice, and a time limit in seconds.
"""

from __future__ import annotations

from kehoach.office.converting import TIME_LIMIT, converted, pdf_text, printed
from kehoach.office.fonts import font_for
from kehoach.office.programs import find_pdftotext, find_soffice

__all__ = [
    "TIME_LIMIT",
    "converted",
    "find_pdftotext",
    "find_soffice",
    "font_for",
    "pdf_text",
    "printed",
]
