"""Gói tệp .docx: a zip whose bytes depend on nothing but what is put in."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CHUNK = 1 << 16
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX, _FILE_MODE = 3, 0o600


def entry(name: str) -> zipfile.ZipInfo:
    """A deflated member without the day, the system or the rights of its writing."""
    info = zipfile.ZipInfo(name, _FIRST_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = _UNIX
    info.external_attr = _FILE_MODE << 16
    return info


def packed(members: Iterable[tuple[str, bytes]], into: IO[bytes]) -> None:
    """Write a new zip of the members, in their order."""
    with zipfile.ZipFile(into, "w") as package:
        for name, data in members:
            package.writestr(entry(name), data)


def add_streamed(package: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Append one member from pieces, each made when the one before is written."""
    with package.open(entry(name), "w") as member:
        for piece in pieces:
            member.write(piece)
