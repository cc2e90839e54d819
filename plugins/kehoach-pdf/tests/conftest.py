"""Tests that draw need LibreOffice: skipped without it, failed if KEHOACH_REQUIRE_ALL=1."""

from __future__ import annotations

import os

import pytest

from kehoach.office import find_soffice


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("rendered") and find_soffice() is None:
        reason = "LibreOffice is missing: apt-get install libreoffice-writer-nogui"
        if os.environ.get("KEHOACH_REQUIRE_ALL") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
