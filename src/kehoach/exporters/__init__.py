"""Bộ xuất có sẵn: plugins like any other, registered through the same hook."""

from __future__ import annotations
