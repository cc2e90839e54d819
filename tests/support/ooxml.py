"""Validity of .docx files against the ECMA-376 schemas."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tests.ooxml import validate

if TYPE_CHECKING:
    from pathlib import Path


def faults(docx: bytes | Path) -> list[str]:
    """Return one line a fault of the package and its parts; the schema is parsed once a process."""
    return list(validate.faults(io.BytesIO(docx) if isinstance(docx, bytes) else docx))
