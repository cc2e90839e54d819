"""Dòng lệnh: the only room that prints, opens the user's files and reads the clock.

`Command`, `Group` and `run` serve the commands of other distributions too: help pages in
Vietnamese, known faults as plain messages.
"""

from __future__ import annotations

from kehoach.cli._vietnamese import Command, Group
from kehoach.cli.main import main, run

__all__ = ["Command", "Group", "main", "run"]
