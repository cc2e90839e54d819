"""Gói tệp Office: the parts of a zip, opened with bounds on what they may unpack to."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from attrs import frozen

from kehoach.word._observe.xml import Unreadable, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART: Final = 128 << 20
"""Bytes that one part may unpack to."""
MAX_TOTAL: Final = 256 << 20
"""Bytes that the parts read may unpack to together."""
_FREE: Final = 32 << 20
_MAX_RATIO: Final = 500
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, IndexError, KeyError, OverflowError,
)  # fmt: skip
_PLAIN_TARGET: Final = re.compile(r"[A-Za-z0-9_]+(?:/[A-Za-z0-9_]+)*\.[A-Za-z0-9]+")
_RESAVE: Final = "mở bằng Word (hoặc Excel) và lưu lại"


@frozen
class Relationship:
    """Quan hệ: the last word of its kind (`header`, `hyperlink`), and where it leads."""

    kind: str
    target: str
    external: bool = False


class Package:
    """Gói: its parts by name, whatever the case; remembers those that are damaged."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable for what is no zip, or a truncated one."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {
                info.filename.replace("\\", "/").lstrip("/").lower(): info
                for info in self._zip.infolist()
            }
        except _DAMAGE as fault:
            raise Unreadable(
                "tệp nén bị hỏng hoặc bị cắt cụt", "xin lại tệp hoặc " + _RESAVE
            ) from fault
        self._left = MAX_TOTAL
        self.damaged: list[str] = []
        self._relations: dict[str, dict[str, Relationship]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in small letters."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None when there is none; raises Unreadable past the bounds."""
        info = self._infos.get(name.lstrip("/").lower())
        if info is None:
            return None
        self._check(info)
        try:
            return self._zip.read(info)
        except _DAMAGE as fault:
            raise Unreadable(
                "tệp nén bị hỏng hoặc bị cắt cụt", "xin lại tệp hoặc " + _RESAVE
            ) from fault

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("tệp được bảo vệ bằng mật khẩu", "gỡ mật khẩu rồi thử lại")
        if info.compress_type not in _METHODS:
            raise Unreadable("tệp nén theo cách không dùng cho tệp Office", _RESAVE)
        size, packed = info.file_size, max(info.compress_size, 1)
        self._left -= size
        if size > MAX_PART or self._left < 0 or (size > _FREE and size / packed > _MAX_RATIO):
            raise Unreadable(
                "tệp nén nở ra quá lớn (có thể là “bom nén”), không an toàn",
                "kiểm tra nguồn gốc của tệp",
            )

    def part(self, name: str) -> bytes:
        """The bytes of a part that may be missing or damaged: b"" then, and it is remembered."""
        try:
            return self.read(name) or b""
        except Unreadable:
            self.damaged.append(name)
            return b""

    def xml(self, name: str) -> _Element | None:
        """The root of a part that may be missing or damaged: None then, and it is remembered."""
        data = self.part(name)
        if not data:
            return None
        try:
            return parse(data)
        except Unreadable:
            self.damaged.append(name)
            return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part (`""`: the package) refers to, by id; targets as names of parts."""
        found = self._relations.get(part)
        if found is None:
            found = self._relations[part] = self._read_relations(part)
        return found

    def _read_relations(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found: dict[str, Relationship] = {}
        if root is None:
            return found
        for element in root:
            target = element.get("Target") or ""
            external = element.get("TargetMode") == "External"
            kind = (element.get("Type") or "").rpartition("/")[2]
            if not external:
                target = _resolved(folder, target)
            found[element.get("Id") or ""] = Relationship(kind, target, external)
        return found


def _resolved(folder: str, target: str) -> str:
    if target.startswith("#") or _PLAIN_TARGET.fullmatch(target):
        return target if target.startswith("#") or not folder else f"{folder}/{target}"
    joined = posixpath.join("/" + folder, unquote(target))
    return posixpath.normpath(joined).lstrip("/")
