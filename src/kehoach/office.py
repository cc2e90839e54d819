"""Phần mềm văn phòng: finds LibreOffice and pdftotext on this machine and runs them, bounded.

Each call has a profile and a folder of its own, so that calls do not meet each other or the user's
open LibreOffice, and a time limit in seconds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kehoach.errors import OfficeFailed, OfficeMissing

TIME_LIMIT = 120
"""Seconds that one conversion may take."""

_SOFFICE = ("soffice", "libreoffice")
_SOFFICE_HOMES = (
    Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "LibreOffice/program/soffice.exe",
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)


def find_soffice() -> Path | None:
    """LibreOffice của máy này: its program, or `None` where it is not installed."""
    for name in _SOFFICE:
        if found := shutil.which(name):
            return Path(found)
    return next((home for home in _SOFFICE_HOMES if home.is_file()), None)


def find_pdftotext() -> Path | None:
    """Chương trình pdftotext (poppler), or `None` where it is not installed."""
    found = shutil.which("pdftotext")
    return Path(found) if found else None


def converted(data: bytes, suffix: str, to: str, *, time_limit: float = TIME_LIMIT) -> bytes:
    """Chuyển định dạng bằng LibreOffice: the file's content (".doc") as another kind ("docx").

    Raises `OfficeMissing` without LibreOffice, `OfficeFailed` when it takes too long or makes
    nothing.
    """
    program = find_soffice()
    if program is None:
        raise OfficeMissing("LibreOffice")
    with tempfile.TemporaryDirectory(prefix="kehoach-") as name:
        folder = Path(name)
        source = folder / f"source{suffix}"
        source.write_bytes(data)
        _run(
            [
                str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless", "--norestore", "--convert-to", to,
                "--outdir", str(folder / "out"), str(source),
            ],
            "LibreOffice", time_limit,
        )  # fmt: skip
        made = folder / "out" / f"source.{to.partition(':')[0]}"
        if not made.is_file():
            raise OfficeFailed("LibreOffice", f"it made no {to} of the file")
        return made.read_bytes()


def pdf_text(data: bytes, *, time_limit: float = TIME_LIMIT) -> bytes:
    """Chữ của tệp PDF as UTF-8, laid out as on the page; empty for a scan without text.

    Raises `OfficeMissing` without pdftotext, `OfficeFailed` when it fails or takes too long.
    """
    program = find_pdftotext()
    if program is None:
        raise OfficeMissing("pdftotext (poppler)")
    with tempfile.TemporaryDirectory(prefix="kehoach-") as name:
        source = Path(name) / "source.pdf"
        source.write_bytes(data)
        command = [str(program), "-layout", "-enc", "UTF-8", str(source), "-"]
        return _run(command, "pdftotext", time_limit)


def _run(command: list[str], tool: str, time_limit: float) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, a file of our own naming
            command, capture_output=True, check=False, timeout=time_limit
        )
    except subprocess.TimeoutExpired:
        raise OfficeFailed(tool, f"it took more than {time_limit:.0f} seconds") from None
    except OSError as error:
        raise OfficeFailed(tool, f"it did not start: {error}") from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}"
        raise OfficeFailed(tool, reason)
    return done.stdout
