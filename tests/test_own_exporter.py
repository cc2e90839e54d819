"""examples/own-exporter: a distribution of its own, installed as users would, works at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.own_distribution import COMMAND, ROOT, installed, python, row_of

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = ROOT / "examples" / "own-exporter"
PLAN = ROOT / "examples" / "long-an-2013" / "plan.yaml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example installed by pip from its own source, without any network."""
    return installed(EXAMPLE, tmp_path_factory.mktemp("site"))


def test_the_command_lists_it(site, tmp_path):
    assert row_of(python(site, *COMMAND, "plugins", "--json", cwd=tmp_path), "tomtat") == {
        "name": "tomtat",
        "distribution": "kehoach-tomtat",
        "version": "1.0",
        "hooks": ["kehoach_exporters"],
        "status": "active",
        "reason": "",
    }


def test_without_plugins_it_is_blocked(site, tmp_path):
    row = row_of(
        python(site, *COMMAND, "--no-plugins", "plugins", "--json", cwd=tmp_path), "tomtat"
    )

    assert row["status"] == "blocked"


def test_the_command_exports_with_it_by_suffix(site, tmp_path):
    python(site, *COMMAND, "export", str(PLAN), "-o", "tom-tat.md", cwd=tmp_path)

    lines = (tmp_path / "tom-tat.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Thực hiện công tác quản lý Internet và trò chơi trực tuyến năm 2013"
    assert any("trước ngày 01/4/2013 |" in line for line in lines)


def test_the_library_exports_with_it_by_name(site, tmp_path):
    code = f"import kehoach; kehoach.export(kehoach.load({str(PLAN)!r}), 'a.txt', format='tomtat')"
    python(site, "-c", code, cwd=tmp_path)

    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("# Thực hiện")


def test_its_own_tests_pass(site, tmp_path):
    said = python(
        site, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(EXAMPLE),
        "-c", str(EXAMPLE / "pyproject.toml"), str(EXAMPLE), cwd=tmp_path,
    )  # fmt: skip

    assert "3 passed" in said
