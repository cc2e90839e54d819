"""Bảng lỗi: correct papers, each with one fault put in, and the code that must catch it."""

from __future__ import annotations
