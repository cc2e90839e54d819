"""Ghi trọn vẹn: a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kehoach.errors import TargetUnwritable

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

_REASONS = {
    errno.EACCES: "no permission, or the file is open in another program",
    errno.EPERM: "no permission, or the file is open in another program",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "a part of the path is not a folder",
}


def write_atomically(path: str | PathLike[str], writer: Callable[[BinaryIO], object]) -> None:
    """Ghi trọn vẹn: let `writer` fill a file beside the target, then put it in the target's place.

    Until the last step the target holds what it held; whatever goes wrong, nothing stays beside
    it. What `writer` returns is of no account. A symbolic link is followed, so that the file it
    names is replaced and the link stays.
    Raises `TargetUnwritable` with a plain reason; what `writer` itself raises passes unchanged,
    an `OSError` of the stream apart.
    """
    target = Path(os.path.realpath(path))
    reason = _hindrance(target)
    if reason:
        raise TargetUnwritable(str(path), reason)
    try:
        _replace(target, writer)
    except OSError as error:
        raise TargetUnwritable(str(path), _reason(error)) from error


def _hindrance(target: Path) -> str:
    if os.path.isdir(target):  # noqa: PTH112 - unlike pathlib, it takes any name
        return "it is a folder"
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}"
    return ""


def _replace(target: Path, writer: Callable[[BinaryIO], object]) -> None:
    beside = target.parent / f".kehoach-{secrets.token_hex(8)}.tmp"
    try:
        with beside.open("xb") as stream:
            writer(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)  # noqa: PTH105 - the name says what it guarantees
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
