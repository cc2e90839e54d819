"""XML của Word: names, safe parsing, and measures as numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL: Final = f"{W}val"

MAX_TAGS: Final = 6_000_000
"""Tags of one part: what keeps the tree of a hostile part within a gigabyte or two."""
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
     b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture",
     b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
)  # fmt: skip
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_MEASURE: Final = re.compile(r"\s*([-+]?[0-9]{0,9}(?:\.[0-9]{0,6})?)\s*(pt|cm|mm|in|pc|pi|px)?\s*")
_TWIPS_OF: Final = {
    "": 1.0, "pt": 20.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440.0, "pc": 240.0,
    "pi": 240.0, "px": 15.0,
}  # fmt: skip
_ON: Final = frozenset((None, "1", "true", "on"))
_TOO_LARGE: Final = 1_000_000_000
_TOO_LONG: Final = 10
MM_OF_TWIP: Final = 25.4 / 1440
MM_OF_EMU: Final = 1 / 36000
PT_OF_EMU: Final = 1 / 12700


class Unreadable(Exception):
    """What is wrong and what to do, in Vietnamese, before the source's name is known."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what, self.advice = what, advice


def parse(data: bytes) -> _Element:
    """The root of one part; raises Unreadable for entities, too many tags, broken XML."""
    if data.startswith(_UTF16_MARKS):
        data = _from_utf16(data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unreadable("tệp có khai báo thực thể XML, không an toàn", "xin lại tệp từ nơi gửi")
    if data.count(b"<") > MAX_TAGS:
        raise Unreadable("tệp quá lớn để đọc", "chia thành nhiều tệp nhỏ hơn")
    if _STRICT in data:
        for strict, usual in _STRICT_NAMES:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable("phần XML bên trong bị hỏng", "mở bằng Word và lưu lại") from fault


def _from_utf16(data: bytes) -> bytes:
    bare = data.startswith((b"<\0", b"\0<"))
    name = ("utf-16-le" if data[0] == ord("<") else "utf-16-be") if bare else "utf-16"
    try:
        return _DECLARATION.sub("", data.decode(name)).encode()
    except (UnicodeDecodeError, UnicodeEncodeError) as fault:
        raise Unreadable("phần XML bên trong bị hỏng", "mở bằng Word và lưu lại") from fault


def is_on(element: _Element) -> bool:
    """Bật: the value of an on/off property."""
    return element.get(VAL) in _ON


def whole(value: str | None, default: int = 0) -> int:
    """Số nguyên: the value, kept within nine digits; `default` for what is no number."""
    if value is None:
        return default
    try:
        number = int(value)
    except ValueError:
        return default
    return number if abs(number) < _TOO_LARGE else default


def twips(value: str | None) -> float | None:
    """Độ dài: in twentieths of a point; also `12pt`, `2.5cm` of the strict format."""
    if value is None:
        return None
    try:
        return float(int(value)) if len(value) < _TOO_LONG else None
    except ValueError:
        return _measured(value)


def _measured(value: str) -> float | None:
    found = _MEASURE.fullmatch(value)
    if found is None:
        return None
    try:
        return float(found[1]) * _TWIPS_OF[found[2] or ""]
    except ValueError:
        return None


def millimetres(value: str | None) -> float | None:
    """Milimét: a length given in twips."""
    length = twips(value)
    return None if length is None else round(length * MM_OF_TWIP, 2)


def emu(value: str | None) -> float | None:
    """Milimét: a length given in EMU."""
    if value is None:
        return None
    return round(whole(value) * MM_OF_EMU, 2)
