"""Sửa tệp Word: edits and comments written into the XML of a file that stays the same elsewhere."""

from __future__ import annotations

from kehoach.word.mending.door import Mendable
from kehoach.word.mending.layout import laid_out_pages
from kehoach.word.mending.looks import PageLook, ParagraphLook, RunLook

__all__ = ["Mendable", "PageLook", "ParagraphLook", "RunLook", "laid_out_pages"]
