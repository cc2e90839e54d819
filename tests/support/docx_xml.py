"""Parts of a .docx as readable XML, and golden files to hold them against."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

from lxml import etree

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def part_xml(docx: bytes, name: str = "word/document.xml") -> str:
    """Return the part `name`, one element a line, indented; raises KeyError if it is missing."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        root = etree.fromstring(package.read(name))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def check_golden(name: str, text: str) -> None:
    """Fail unless `text` is tests/golden/`name`; with KEHOACH_UPDATE_GOLDEN=1 write it instead."""
    path = GOLDEN / name
    if os.environ.get("KEHOACH_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path} is missing; run with KEHOACH_UPDATE_GOLDEN=1 and read it"

    assert text == path.read_text(encoding="utf-8")
