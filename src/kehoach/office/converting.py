"""Chuyển định dạng: files of one kind as another, many in one start of LibreOffice."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kehoach.errors import OfficeFailed, OfficeMissing
from kehoach.office.programs import find_pdftotext, find_soffice, run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TIME_LIMIT: Final = 120.0
"""Seconds that one conversion may take."""
SECONDS_A_FILE: Final = 20.0
"""Seconds that each further file of one start may take."""

_TOOL: Final = "LibreOffice"
_ATTEMPTS: Final = 2
"""A LibreOffice that is killed, or that loses a file, is started once more for what is missing."""
_PDF: Final = "org.openoffice.Office.Common/Filter/PDF/Export"
_PDF_1_7: Final = 17
_PDF_A_2B: Final = 2
_ZIP_END: Final = 22 + 0xFFFF


def converted(data: bytes, suffix: str, to: str, *, time_limit: float = TIME_LIMIT) -> bytes:
    """Chuyển định dạng bằng LibreOffice: the file's content (".doc") as another kind ("docx").

    Raises `OfficeMissing` without LibreOffice, `OfficeFailed` when it takes too long or makes
    nothing.
    """
    (made,) = _converted([data], suffix, to, {}, time_limit)
    if made is None:
        raise OfficeFailed(_TOOL, f"it made no {to} of the file")
    return made


def printed(
    papers: Sequence[bytes], *, archive: bool = False, time_limit: float | None = None
) -> tuple[bytes | None, ...]:
    """In ra PDF: .docx papers as tagged PDF or as PDF/A-2b; `None` where none could be made.

    The PDF is 1.7, or 1.6 where an older LibreOffice knows no later one. All papers share one
    process; what is missing when it ends, because it was killed or lost a paper, is tried once more
    in another. `time_limit` is in seconds for all together; without it 120 and 20 more for each
    further paper. Raises `OfficeMissing` without LibreOffice, `OfficeFailed` when the time is up.
    """
    limit = TIME_LIMIT + SECONDS_A_FILE * len(papers[1:]) if time_limit is None else time_limit
    settings = {
        "SelectPdfVersion": _PDF_A_2B if archive else _PDF_1_7,
        "UseTaggedPDF": True,
        "ExportBookmarks": True,
    }
    return _converted(papers, ".docx", "pdf", settings, limit)


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
        done = run(command, "pdftotext", time_limit)
    if done.code:
        raise OfficeFailed("pdftotext", done.said or f"exit code {done.code}")
    return done.output


def _converted(
    files: Sequence[bytes],
    suffix: str,
    to: str,
    settings: Mapping[str, int],
    time_limit: float,
) -> tuple[bytes | None, ...]:
    program = find_soffice()
    if program is None:
        raise OfficeMissing(_TOOL)
    made: dict[int, bytes] = {}
    deadline = time.monotonic() + time_limit
    for _ in range(_ATTEMPTS):
        missing = {place: data for place, data in enumerate(files) if place not in made}
        if missing:
            left = max(deadline - time.monotonic(), 0.0)
            made |= _started(program, missing, suffix, to, settings, left)
    return tuple(made.get(place) for place in range(len(files)))


def _started(  # noqa: PLR0913, PLR0917 - one start of the program is all of these
    program: Path,
    files: Mapping[int, bytes],
    suffix: str,
    to: str,
    settings: Mapping[str, int],
    time_limit: float,
) -> dict[int, bytes]:
    """What one start of LibreOffice makes of the files, by their places."""
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        _set(profile, settings)
        sources = {place: folder / f"{place}{suffix}" for place in files}
        for place, source in sources.items():
            source.write_bytes(files[place])
        run(
            [
                str(program), f"-env:UserInstallation={profile.as_uri()}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", to,
                "--outdir", str(folder / "out"), *map(str, sources.values()),
            ],
            _TOOL, time_limit,
        )  # fmt: skip
        return {
            place: data
            for place in files
            if (path := folder / "out" / f"{place}.{to.partition(':')[0]}").is_file()
            and _is_whole(data := path.read_bytes())
        }


def _is_whole(data: bytes) -> bool:
    """Whether a file was written to its end, which a killed program does not reach."""
    if data.startswith(b"%PDF-"):
        return b"%%EOF" in data[-1024:]
    if data.startswith(b"PK"):
        return b"PK\x05\x06" in data[-_ZIP_END:]
    return bool(data)


def _set(profile: Path, settings: Mapping[str, int]) -> None:
    """Put settings of PDF export into a profile, where every release of LibreOffice reads them."""
    items = "".join(
        f'<item oor:path="/{_PDF}"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>"
        for key, value in settings.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items'
        f' xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
