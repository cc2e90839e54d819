"""Kiểm tra thể thức: page, typeface and each part of a paper against the rulebook."""

from __future__ import annotations
