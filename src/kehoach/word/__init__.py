"""Tệp Word: writes a Document as .docx."""

from __future__ import annotations

from kehoach.word._bridge import to_python_docx
from kehoach.word._writer import write, write_to

__all__ = ["to_python_docx", "write", "write_to"]
