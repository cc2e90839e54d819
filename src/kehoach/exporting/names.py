"""Tên tệp: names that every system can hold and that stay in their folder.

Names are checked, never quietly changed; who wants a name out of a title asks for one.
"""

from __future__ import annotations

import unicodedata

from kehoach.errors import UnsafeFileName

LONGEST = 240
"""Bytes of UTF-8 in a file name; file systems hold 255, writers need room for a working name."""

_SEPARATORS = "/\\:"
_FORBIDDEN = frozenset('/\\:*?"<>|')
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"]
)


def check_file_name(name: str) -> str:
    """Tên tệp hợp lệ: the name itself, if Windows, macOS and Linux can all hold it.

    Raises UnsafeFileName for a name that is empty, leaves its folder, holds a character that a
    system forbids or hides, is reserved by Windows, ends in a dot or space, or is longer than
    240 bytes of UTF-8.
    """
    reason = _fault(name)
    if reason:
        raise UnsafeFileName(name, reason)
    return name


def file_name_from(text: str, *, longest: int = 150) -> str:
    """Tên tệp từ một tiêu đề: a safe name of at most `longest` bytes of UTF-8, without suffix.

    Vietnamese letters stay; forbidden characters become hyphens, line breaks spaces; the same
    text always gives the same name, a text without usable characters "khong-ten".
    """
    words = " ".join("".join(map(_kept, text)).split())
    name = _cut(unicodedata.normalize("NFC", words), longest).strip(" .")
    if not name:
        return "khong-ten"
    return f"_{_cut(name, longest - 1).strip(' .')}" if _is_reserved(name) else name


def same_file_key(name: str) -> str:
    """Khóa so tên: equal for names that a system without case or with one normal form confuses."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _fault(name: str) -> str:
    if not name:
        return "it is empty"
    forbidden = next((each for each in name if _is_forbidden(each)), None)
    if forbidden is not None:
        leaves = " and would leave the folder" if forbidden in _SEPARATORS else ""
        return f"it holds {forbidden!a}{leaves}"
    if name.endswith((".", " ")) or name.startswith(" "):
        return "it begins with a space, or ends with a dot or a space"
    if _is_reserved(name):
        return "Windows reserves it"
    size = len(name.encode())
    return f"it has {size} bytes of UTF-8, at most {LONGEST} are safe" if size > LONGEST else ""


def _is_forbidden(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character) in _HIDDEN


def _is_reserved(name: str) -> bool:
    return name.split(".", maxsplit=1)[0].rstrip(" ").upper() in _RESERVED


def _kept(character: str) -> str:
    if character in _FORBIDDEN:
        return "-"
    hidden = unicodedata.category(character) in _HIDDEN
    return character if not hidden else " " if character.isspace() else ""


def _cut(text: str, longest: int) -> str:
    """The text, or as many whole words of it as `longest` bytes hold (at least a part of one)."""
    data = text.encode()
    if len(data) <= longest:
        return text
    part = data[:longest].decode(errors="ignore")
    whole, _, _ = part.rpartition(" ")
    return part if text[len(part)] == " " or not whole else whole
