"""Cửa đọc của Word: bytes as an Observed paper."""

from __future__ import annotations

from kehoach.word._observe.door import observe, observe_csv, observe_text

__all__ = ["observe", "observe_csv", "observe_text"]
