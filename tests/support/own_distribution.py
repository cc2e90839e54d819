"""Gói ví dụ: an example distribution installed by pip, and Python run with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ("-c", "from kehoach.cli import main; main()")


def installed(source: Path, target: Path) -> Path:
    """The folder with the distribution installed from its own source, without any network."""
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(source)]
    done = subprocess.run(pip, capture_output=True, check=False, text=True)

    assert done.returncode == 0, done.stderr
    return target


def python(site: Path, *arguments: str, cwd: Path, code: int | None = 0) -> str:
    """Run Python with the distribution; return what it prints. `code` is the expected exit."""
    path = os.pathsep.join([str(site), str(ROOT / "src")])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    env.pop("KEHOACH_DISABLE_PLUGINS", None)
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=False, cwd=cwd, env=env,
        encoding="utf-8",
    )  # fmt: skip

    assert code in {done.returncode, None}, done.stdout + done.stderr
    return done.stdout


def row_of(listing: str, name: str) -> dict[str, object]:
    """Return the row of one plugin in a JSON listing of plugins."""
    row: dict[str, object]
    (row,) = [one for one in json.loads(listing) if one["name"] == name]
    return row
