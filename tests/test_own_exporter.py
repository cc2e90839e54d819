"""examples/own-exporter: a distribution of its own, installed as users would, works at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "own-exporter"
PLAN = ROOT / "examples" / "long-an-2013" / "plan.yaml"
COMMAND = ("-c", "from kehoach.cli import main; main()")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example installed by pip from its own source, without any network."""
    target = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(EXAMPLE)]
    done = subprocess.run(pip, capture_output=True, check=False, text=True)

    assert done.returncode == 0, done.stderr
    return target


def python(site: Path, *arguments: str, cwd: Path) -> str:
    """Run Python with the example installed; return what it prints."""
    path = os.pathsep.join([str(site), str(ROOT / "src")])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    env.pop("KEHOACH_DISABLE_PLUGINS", None)
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=False, cwd=cwd, env=env,
        encoding="utf-8",
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def row_of(listing: str) -> dict[str, object]:
    """Return the row of the example in a JSON listing of plugins."""
    row: dict[str, object]
    (row,) = [one for one in json.loads(listing) if one["name"] == "tomtat"]
    return row


def test_the_command_lists_it(site, tmp_path):
    assert row_of(python(site, *COMMAND, "plugins", "--json", cwd=tmp_path)) == {
        "name": "tomtat",
        "distribution": "kehoach-tomtat",
        "version": "1.0",
        "hooks": ["kehoach_exporters"],
        "status": "active",
        "reason": "",
    }


def test_without_plugins_it_is_blocked(site, tmp_path):
    row = row_of(python(site, *COMMAND, "--no-plugins", "plugins", "--json", cwd=tmp_path))

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
