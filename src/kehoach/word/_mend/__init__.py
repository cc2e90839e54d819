"""Sửa tệp Word: edits and comments written into the XML of a file that stays the same elsewhere."""

from __future__ import annotations

from kehoach.word._mend.door import Mendable
from kehoach.word._mend.looks import PageLook, ParagraphLook, RunLook

__all__ = ["Mendable", "PageLook", "ParagraphLook", "RunLook"]
