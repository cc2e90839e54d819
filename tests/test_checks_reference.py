"""docs/reference/checks.md says what the tables of rules say."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_reference_of_checks_is_made_from_the_tables():
    made = runpy.run_path(str(ROOT / "tools" / "make_checks_reference.py"))["page"]()
    page = (ROOT / "docs" / "reference" / "checks.md").read_text(encoding="utf-8")

    assert page == made, "run tools/make_checks_reference.py"
