"""Chương trình ngoài: where they are, and a run of one of them that leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from kehoach.errors import OfficeFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOFFICE: Final = ("soffice", "libreoffice")
_SOFFICE_HOMES = (
    Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "LibreOffice/program/soffice.exe",
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_PLAIN_WORLD: Final = {"TZ": "UTC0", "LC_ALL": "C.UTF-8"}
"""The zone and locale that a program sees, so that its files do not tell the caller's."""


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


@frozen
class Finished:
    """Một lần chạy đã xong: exit code (below 0: killed), output, what it said of faults."""

    code: int
    output: bytes
    said: str


def run(command: Sequence[str], tool: str, time_limit: float) -> Finished:
    """Chạy một chương trình with all its children, for at most `time_limit` seconds.

    Raises `OfficeFailed` when it does not start or takes too long; its children end with it.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(  # noqa: S603 - a fixed program, files of our own naming
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=said,
                env=os.environ | _PLAIN_WORLD,
                start_new_session=True,
            )
        except OSError as error:
            raise OfficeFailed(tool, f"it did not start: {error}") from error
        try:
            code = process.wait(time_limit)
        except subprocess.TimeoutExpired:
            raise OfficeFailed(tool, f"it took more than {time_limit:.0f} seconds") from None
        finally:
            _end(process)
        output.seek(0)
        said.seek(0)
        return Finished(code, output.read(), said.read().decode(errors="replace").strip())


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the program and of the processes that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)  # noqa: S603 - Windows' own
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nothing of it is left
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
