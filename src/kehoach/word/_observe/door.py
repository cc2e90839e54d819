"""Cửa đọc: bytes of any kind that an office sends, told apart by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.errors import ReadError
from kehoach.word._observe.docx import main_part, observe_docx
from kehoach.word._observe.package import Package
from kehoach.word._observe.text import observe_lines, observe_rows
from kehoach.word._observe.xlsx import is_workbook, observe_workbook
from kehoach.word._observe.xml import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.observed.paper import Observed

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_DOCX: Final = "mở bằng Word và lưu lại dưới dạng .docx"
_FOREIGN: Final = (
    (b"%PDF", "đây là tệp PDF", "dùng tệp Word gốc"),
    (b"{\\rtf", "đây là tệp RTF", _SAVE_DOCX),
    (b"\x89PNG", "đây là một ảnh", "dùng tệp Word gốc"),
    (b"\xff\xd8\xff", "đây là một ảnh", "dùng tệp Word gốc"),
    (b"Rar!", "đây là tệp nén RAR", "giải nén trước"),
    (b"7z\xbc\xaf", "đây là tệp nén 7z", "giải nén trước"),
    (b"\x1f\x8b", "đây là tệp nén gzip", "giải nén trước"),
)
_ROWS: Final = (".csv", ".tsv")


def observe(data: bytes, source: str = "") -> Observed:
    """Đọc văn bản: a .docx, .xlsx or text file as what can be seen in it.

    The kind is told by the bytes; `source`, the file's name for errors, decides only that a
    text is a .csv. Nothing outside the bytes is read, no macro is run. Raises ReadError, and
    nothing else, for what cannot be read or is not safe to read.
    """
    is_rows = source.lower().endswith(_ROWS) and not data.startswith(_ZIP)
    return _guarded(observe_rows if is_rows else read, data, source)


def observe_text(data: bytes, source: str = "") -> Observed:
    """Đọc tệp văn bản: one paragraph a line; UTF-8, UTF-16, Windows-1258, TCVN3, VNI, VIQR.

    Raises ReadError for an empty or a binary file.
    """
    return _guarded(observe_lines, data, source)


def observe_csv(data: bytes, source: str = "") -> Observed:
    """Đọc tệp .csv: one table, whatever its delimiter and encoding; raises ReadError."""
    return _guarded(observe_rows, data, source)


def read(data: bytes) -> Observed:
    """What the bytes hold; raises Unreadable, or RecursionError for endless nesting."""
    _refuse_foreign(data)
    return _observe_package(data) if data.startswith(_ZIP) else observe_lines(data)


def _guarded(how: Callable[[bytes], Observed], data: bytes, source: str) -> Observed:
    try:
        _refuse_foreign(data)
        return how(data)
    except Unreadable as fault:
        raise ReadError(source, fault.what, fault.advice) from fault
    except RecursionError as fault:
        raise ReadError(source, "các bảng lồng nhau quá sâu", "bỏ bớt bảng lồng nhau") from fault
    except Exception as fault:
        raise ReadError(source, "cấu trúc tệp không như mong đợi", _SAVE_DOCX) from fault


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("tệp được bảo vệ bằng mật khẩu", "gỡ mật khẩu rồi thử lại")
        raise Unreadable("đây là tệp Word hoặc Excel đời cũ (.doc, .xls)", _SAVE_DOCX)
    for magic, what, advice in _FOREIGN:
        if data.startswith(magic):
            raise Unreadable(what, advice)


def _observe_package(data: bytes) -> Observed:
    package = Package(data)
    if is_workbook(package) and "xl/" in "".join(package.names):
        return observe_workbook(package)
    main = main_part(package)
    if main is not None:
        return observe_docx(package, main)
    if "content.xml" in package.names:
        raise Unreadable("đây là tệp OpenDocument (.odt, .ods)", _SAVE_DOCX)
    raise Unreadable("tệp nén này không phải tệp Word hay Excel", "mở bằng Word và lưu lại")
