"""Trang HTML: papers as A4 pages, and the dashboard of a progress; each one file, no network."""

from __future__ import annotations
