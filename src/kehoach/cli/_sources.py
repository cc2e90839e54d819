"""Nguồn: the bytes of a source, and what is seen in it, whatever its format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.errors import ReadError
from kehoach.office import converted, pdf_text
from kehoach.word import observe

if TYPE_CHECKING:
    from kehoach.observed import Observed

BY_OFFICE = (".doc", ".rtf", ".odt", ".wps")


def observed(source: str) -> Observed:
    """What was seen in the source; old formats and PDF go through this machine's programs."""
    suffix = Path(source).suffix.lower()
    data = source_bytes(source)
    if suffix in BY_OFFICE:
        return observe(converted(data, suffix, "docx"), source)
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        text = pdf_text(data)
        if not text.strip():
            raise ReadError(
                source,
                "tệp PDF không có lớp chữ (bản quét)",
                "nhận dạng chữ (OCR) trước, rồi đọc tệp chữ hoặc Word",
            )
        return observe(text, source)
    return observe(data, source)


def style_file(style: Path) -> Path:
    """The style file, which must be readable; a usage error says why it is not."""
    try:
        style.read_bytes()
    except OSError as error:
        reason = "không mở được tệp" if style.exists() else "không có tệp này"
        raise click.UsageError(f"không đọc được tệp phong cách {style}: {reason}") from error
    return style


def source_bytes(source: str) -> bytes:
    """The content of a file, or of standard input for `-`; raises `ReadError`."""
    if source == "-":
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(source, "không có tệp này", "kiểm tra lại tên và thư mục") from None
    except IsADirectoryError:
        raise ReadError(source, "đây là một thư mục", "chỉ tên một tệp") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(source, f"không mở được: {reason}", "kiểm tra quyền đọc") from error
