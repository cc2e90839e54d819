"""examples/own-check: a distribution of its own, installed as users would, works at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.faults.papers import written
from tests.support.own_distribution import COMMAND, installed, python, row_of

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "own-check"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example installed by pip from its own source, without any network."""
    return installed(EXAMPLE, tmp_path_factory.mktemp("site"))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A correct plan whose archive line names a unit of another office."""
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(written("letter"))
    return path


def codes(listing: str) -> set[str]:
    """The codes of a JSON listing of findings."""
    return {one["code"] for one in json.loads(listing)}


def test_the_command_lists_it(site, tmp_path):
    assert row_of(python(site, *COMMAND, "plugins", "--json", cwd=tmp_path), "vanphong") == {
        "name": "vanphong",
        "distribution": "kehoach-vanphong",
        "version": "1.0",
        "hooks": ["kehoach_checks"],
        "status": "active",
        "reason": "",
    }


def test_kehoach_check_runs_its_checks_unless_plugins_are_off(site, paper, tmp_path):
    check = ("check", str(paper), "--json")

    assert "VP-LUU" in codes(python(site, *COMMAND, *check, cwd=tmp_path, code=1))
    without = codes(python(site, *COMMAND, "--no-plugins", *check, cwd=tmp_path, code=None))
    assert "VP-LUU" not in without


def test_its_own_tests_pass(site, tmp_path):
    said = python(
        site, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(EXAMPLE),
        "-c", str(EXAMPLE / "pyproject.toml"), str(EXAMPLE), cwd=tmp_path,
    )  # fmt: skip

    assert "4 passed" in said
