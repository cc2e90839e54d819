"""Đọc byte: a plan file's bytes as clean text, or a finding that says what to do about them."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.errors import PlanFileTooLarge
from kehoach.files._bounds import MAX_BYTES
from kehoach.files._faults import error, refuse
from kehoach.vietnamese import forbidden_characters, is_clean

if TYPE_CHECKING:
    from os import PathLike

    from kehoach.findings import Finding

_FOREIGN = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ"),
    (b"%PDF", "tệp PDF"),
)
_SAVE = "lưu lại tệp với bảng mã UTF-8"
_REPORTED_CHARACTERS = 20


def read_bytes(path: str | PathLike[str]) -> bytes:
    """The bytes of a plan file.

    Raises `InvalidPlanFile` when there is no such file or it cannot be read, `PlanFileTooLarge`
    past 32 MiB.
    """
    source, file = str(path), Path(path)
    if os.path.isdir(file):  # noqa: PTH112 - unlike pathlib, it takes any name
        raise refuse(source, error("file.folder", "đây là một thư mục, cần một tệp kế hoạch"))
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as missing:
        finding = error("file.missing", "không có tệp này", advice="kiểm tra lại tên và thư mục")
        raise refuse(source, finding) from missing
    except (OSError, ValueError) as fault:
        finding = error("file.unreadable", f"không đọc được tệp ({fault})")
        raise refuse(source, finding) from fault
    if len(content) > MAX_BYTES:
        raise PlanFileTooLarge(source, "bytes", MAX_BYTES)
    return content


def decode(content: bytes, source: str) -> str:
    """The text of the bytes, without byte order mark; raises `InvalidPlanFile`."""
    for magic, what in _FOREIGN:
        if content.startswith(magic):
            finding = error("file.binary", f"đây là {what}, không phải tệp kế hoạch YAML hay JSON")
            raise refuse(source, finding)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refuse(source, error("file.encoding", "tệp dùng bảng mã UTF-16", advice=_SAVE))
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise refuse(source, error("file.binary", "đây là tệp nhị phân (có byte 0)", line))
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        wrong = f"byte 0x{content[fault.start]:02X} không phải UTF-8"
        raise refuse(source, error("file.encoding", wrong, line, _SAVE)) from fault


def clean_lines(text: str, source: str) -> str:
    """The text with plain line feeds; raises `InvalidPlanFile` naming its control characters."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_clean(text):
        return text
    found = forbidden_characters(text)[:_REPORTED_CHARACTERS]
    raise refuse(source, *(_control_character(text, offset, name) for offset, name in found))


def _control_character(text: str, offset: int, name: str) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    message = f"ký tự điều khiển {name} ở cột {column}"
    return error("file.control-character", message, line, "xóa ký tự này")
