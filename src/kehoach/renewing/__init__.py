"""Sang năm: the plan of a year made the draft of the next."""

from __future__ import annotations

from kehoach.renewing.renewal import Change, Renewal, next_year, year_of

__all__ = ["Change", "Renewal", "next_year", "year_of"]
