"""The tests of kehoach."""

from __future__ import annotations
