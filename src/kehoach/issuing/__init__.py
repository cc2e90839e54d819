"""Phát hành: number, day, register and files of a paper, together."""

from __future__ import annotations

from kehoach.issuing.outgoing import outgoing_paper, with_number_and_day
from kehoach.issuing.steps import Issued, Issuing, finish, issue

__all__ = ["Issued", "Issuing", "finish", "issue", "outgoing_paper", "with_number_and_day"]
