"""Which faults were found: findings of a paper that the correct paper does not have."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, TypeAlias

from benchmarks.faults.papers import PAPERS, written
from benchmarks.faults.table import FAULTS
from kehoach.checks import lint
from kehoach.word import observe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kehoach.findings import Finding

Table: TypeAlias = "dict[str, bool]"
"""Lỗi nào tìm thấy, by the fault's name."""

TIME_LIMIT = 300
_STARTS = 3


def judged(
    faulty: Mapping[str, bytes], correct: Mapping[str, bytes] | None = None
) -> dict[str, bool]:
    """Whether each fault's own code was told of its paper and not of the correct one.

    `faulty` holds the papers by the fault's name, `correct` those without a fault by their name.
    """
    right = correct or {name: written(name) for name in PAPERS}
    known = {name: _told(data) for name, data in right.items()}
    return {
        fault.name: fault.code
        in {code for code, *_ in _told(faulty[fault.name]) - known[fault.paper]}
        for fault in FAULTS
    }


def _told(data: bytes) -> set[tuple[str, str, str]]:
    return {_key(finding) for finding in lint(observe(data))}


def _key(finding: Finding) -> tuple[str, str, str]:
    return (finding.code, finding.aspect, finding.message)


def saved_again(soffice: str, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """All papers, faulty and correct ones, opened and saved by LibreOffice."""
    made = {f"fault-{index:03}": fault.made() for index, fault in enumerate(FAULTS)}
    made |= {f"paper-{name}": written(name) for name in PAPERS}
    (folder / "in").mkdir()
    for name, data in made.items():
        (folder / "in" / f"{name}.docx").write_bytes(data)
    command = [
        soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--convert-to", "docx", "--outdir", str(folder / "out"),
    ]  # fmt: skip
    for _ in range(_STARTS):  # on a busy machine it may give up before its last file
        left = [f"{folder / 'in' / name}.docx" for name in made
                if not (folder / "out" / f"{name}.docx").exists()]  # fmt: skip
        if left:
            subprocess.run([*command, *left], check=True, capture_output=True, timeout=TIME_LIMIT)
    saved = {name: (folder / "out" / f"{name}.docx").read_bytes() for name in made}
    faulty = {fault.name: saved[f"fault-{index:03}"] for index, fault in enumerate(FAULTS)}
    return faulty, {name: saved[f"paper-{name}"] for name in PAPERS}
