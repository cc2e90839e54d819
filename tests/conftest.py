"""Settings and fixtures of all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.support import render

# A busy machine is no fault of the code: no deadline, and slow drawing of examples is no failure.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "local"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("rendered"):
        render.require_office()


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice; without it the test is skipped, or fails (KEHOACH_REQUIRE_ALL=1)."""
    return render.require_office()
