"""Papers as LibreOffice draws them: .docx to .pdf, in few starts of the program."""

from __future__ import annotations

import atexit
import functools
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

START_SECONDS = 120
SECONDS_A_PAPER = 20


@functools.cache
def program() -> str | None:
    """Return the path of LibreOffice, or None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def require_office() -> str:
    """Return the path of LibreOffice; skip the test without it, fail if KEHOACH_REQUIRE_ALL=1."""
    found = program()
    if found is not None:
        return found
    reason = "LibreOffice is missing: apt-get install libreoffice-writer-nogui fonts-liberation"
    if os.environ.get("KEHOACH_REQUIRE_ALL") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def to_pdf(docx: bytes) -> bytes:
    """Return the paper as PDF; the same bytes are drawn once a process."""
    return to_pdfs([docx])[0]


def to_pdfs(papers: Sequence[bytes]) -> list[bytes]:
    """Return the papers as PDF, in their order; all that are new share one start."""
    keys = [hashlib.sha256(paper).hexdigest() for paper in papers]
    named = dict(zip(keys, papers, strict=True))
    new = {key: paper for key, paper in named.items() if not _drawn(key).exists()}
    if new:
        _convert(new)
    return [_drawn(key).read_bytes() for key in keys]


@functools.cache
def _folder() -> Path:
    """Return this process's own folder: parallel workers must not share a profile."""
    folder = Path(tempfile.mkdtemp(prefix="kehoach-render-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _drawn(key: str) -> Path:
    return _folder() / "pdf" / f"{key}.pdf"


def _convert(papers: dict[str, bytes]) -> None:
    folder = _folder()
    source = folder / "docx"
    source.mkdir(exist_ok=True)
    files = [source / f"{key}.docx" for key in papers]
    for file, paper in zip(files, papers.values(), strict=True):
        file.write_bytes(paper)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [require_office(), profile, "--headless", "--convert-to", "pdf"]
    done = subprocess.run(
        [*command, "--outdir", folder / "pdf", *files],
        capture_output=True,
        check=False,
        timeout=START_SECONDS + SECONDS_A_PAPER * len(files),
    )
    failed = [key for key in papers if not _drawn(key).exists()]
    if failed:
        raise RuntimeError(f"LibreOffice drew no PDF for {failed}: {done.stderr.decode()}")
