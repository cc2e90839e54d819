"""What several tests need: schema validation, rendering, golden files."""

from __future__ import annotations
