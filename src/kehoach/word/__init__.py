"""Tệp Word: writes a Document as .docx, reads papers of many kinds as what was seen."""

from __future__ import annotations

from kehoach.word._bridge import to_python_docx
from kehoach.word._observe import observe, observe_csv, observe_text
from kehoach.word._writer import write, write_to

__all__ = ["observe", "observe_csv", "observe_text", "to_python_docx", "write", "write_to"]
