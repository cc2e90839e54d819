"""Byte cố định: a PDF of LibreOffice without the moment at which it was drawn.

That moment stands in the file's properties, its ids, and in the colour profile that PDF/A embeds.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import Final

_INFO: Final = re.compile(rb"/(?:CreationDate|ModDate)\(D:(\d{14})")
_XMP: Final = re.compile(rb"<xmp:(?:Create|Modify|Metadata)Date>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")
_NAMES: Final = re.compile(rb"<([0-9A-F]{32})>\s*<([0-9A-F]{32})>|/DocChecksum /([0-9A-F]{32})")
_PROFILE: Final = re.compile(rb"<</N 3/Length (\d+) 0 R/Filter/FlateDecode>>\s*stream\r?\n")
_PLACE: Final = re.compile(rb"(\d{10})(?= \d{5} n)")
_PROFILE_DATE: Final = slice(24, 36)
"""Where an ICC profile holds the moment of its making, as six numbers of two bytes."""


def settled(data: bytes, day: str) -> bytes:
    """The PDF dated midnight of `day` (YYYYMMDD), its ids made from its content."""
    year, month, date = day[:4], day[4:6], day[6:]
    data = _with_profile_of(data, b"".join(int(part).to_bytes(2) for part in (year, month, date)))
    data = _put(_INFO, f"{day}000000".encode(), data)
    data = _put(_XMP, f"{year}-{month}-{date}T00:00:00".encode(), data)
    nameless = _put(_NAMES, b"0" * 32, data)
    return _put(_NAMES, hashlib.sha256(nameless).hexdigest()[:32].upper().encode(), data)


def _put(pattern: re.Pattern[bytes], value: bytes, data: bytes) -> bytes:
    """The data with a value of the same length in the place of each group found."""
    parts, at = [], 0
    for found in pattern.finditer(data):
        for group, text in enumerate(found.groups(), start=1):
            if text is not None:
                parts += [data[at : found.start(group)], value]
                at = found.end(group)
    return b"".join((*parts, data[at:]))


def _with_profile_of(data: bytes, day: bytes) -> bytes:
    """The PDF with its colour profile dated `day`, and what lies behind it found at its new place.

    A file without a profile, or without a plain table of places, stays as it is.
    """
    found = _PROFILE.search(data)
    table = data.rfind(b"\nxref\n") + 1
    if found is None or not table:
        return data
    length = re.compile(rb"\n%s 0 obj\n(\d+)\n" % found[1]).search(data, found.end())
    if length is None:
        return data
    start, end = found.end(), found.end() + int(length[1])
    profile = bytearray(zlib.decompress(data[start:end]))
    profile[_PROFILE_DATE] = day + bytes(6)
    packed = zlib.compress(profile)
    moved = len(packed) - (end - start)
    size = b"%d" % len(packed)
    moved_on = moved + len(size) - len(length[1])

    def place(old: int) -> int:
        return old + (moved_on if old > length.start() + 1 else moved if old > start else 0)

    tail = _PLACE.sub(lambda each: b"%010d" % place(int(each[1])), data[table:])
    tail = tail.replace(b"startxref\n%d\n" % table, b"startxref\n%d\n" % place(table))
    before, behind = data[end : length.start(1)], data[length.end(1) : table]
    return b"".join((data[:start], packed, before, size, behind, tail))
