"""Runs every benchmark, one after the other: `python -m benchmarks [name …]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all; the exit code is that of the worst."""
    scripts = [
        script
        for script in sorted(HERE.glob("bench_*.py"))
        if not names or script.stem.removeprefix("bench_") in names
    ]
    worst = 0
    for script in scripts:
        print(f"== {script.stem}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, str(script)], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
