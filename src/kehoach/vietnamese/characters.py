"""Ký tự không được phép: characters that no paper may carry.

Those that XML 1.0 (section 2.2) forbids, and control characters other than line feed and tab.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_C0 = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR",
    "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC",
    "FS", "GS", "RS", "US",
)  # fmt: skip
_DELETE = 0x7F


def is_clean(text: str) -> bool:
    """Văn bản sạch: whether the text has no forbidden character."""
    return _FORBIDDEN.search(text) is None


def forbidden_characters(text: str) -> tuple[tuple[int, str], ...]:
    """Ký tự không được phép: offset and name of each, like ``(3, "U+0007 BEL")``."""
    return tuple((found.start(), _name(found[0])) for found in _FORBIDDEN.finditer(text))


def _name(character: str) -> str:
    code = ord(character)
    if code < len(_C0):
        return f"U+{code:04X} {_C0[code]}"
    return f"U+{code:04X} DEL" if code == _DELETE else f"U+{code:04X}"
