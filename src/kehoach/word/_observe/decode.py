"""Giải mã: the bytes of a text file as text, its encoding recognised by what it holds."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from attrs import frozen

from kehoach.findings import Finding
from kehoach.vietnamese.legacy import from_legacy, recognize, syllable_share
from kehoach.word._observe import remarks
from kehoach.word._observe.xml import Unreadable

MAX_BYTES: Final = 64 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SAMPLE: Final = 4096
_MANY_ZEROS: Final = 0.3
_NEWLINES: Final = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_BINARY: Final = 0.02


@frozen
class Decoded:
    """Văn bản đã giải mã: with line feeds only, how it was encoded, what to remark."""

    text: str
    encoding: str
    remarks: tuple[Finding, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of the bytes; raises Unreadable for an empty, a binary or too large a file."""
    if not data:
        raise Unreadable("tệp rỗng", "kiểm tra lại tệp")
    if len(data) > MAX_BYTES:
        raise Unreadable("tệp văn bản quá lớn", "chia thành nhiều tệp nhỏ hơn")
    text, name = _unicode(data) or _code_page(data)
    told = [] if name == "utf-8" else [remarks.encoding(name)]
    found = recognize(text)
    if found is not None:
        text, name = from_legacy(text, found), found.value
        told = [remarks.converted_text(name)]
    replaced = text.count("\ufffd")
    if replaced:
        told.append(remarks.undecodable(replaced))
    text = _NEWLINES.sub("\n", text.removeprefix("\ufeff"))
    controls = len(_CONTROLS.findall(text))
    if controls > _BINARY * len(text):
        raise Unreadable("đây không phải tệp văn bản", "mở bằng đúng chương trình và lưu lại")
    return Decoded(text, name, tuple(told))


def _unicode(data: bytes) -> tuple[str, str] | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff"), name
    bare = _bare_utf16(data)
    if bare:
        return data.decode(bare, "replace"), "utf-16"
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as fault:
        # A file cut within its last character is still UTF-8.
        if fault.end == len(data) and fault.reason == "unexpected end of data":
            return data.decode("utf-8", "replace"), "utf-8"
        return None


def _bare_utf16(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of a Latin text is zero or nearly."""
    sample = data[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > _MANY_ZEROS * half and not sample[0::2].count(0):
        return "utf-16-le"
    if sample[0::2].count(0) > _MANY_ZEROS * half and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _code_page(data: bytes) -> tuple[str, str]:
    """Windows-1258 where its text is Vietnamese, else Windows-1252, which holds any byte."""
    western = data.decode("cp1252", "replace")
    if recognize(western) is not None:
        return western, "windows-1252"
    vietnamese = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    if syllable_share(vietnamese) > syllable_share(western):
        return vietnamese, "windows-1258"
    return western, "windows-1252"
