"""Dòng lệnh: the only room that prints, opens the user's files and reads the clock."""

from __future__ import annotations

from kehoach.cli.main import main

__all__ = ["main"]
