"""Gói để sửa: the parts of a .docx, those that change made anew, the others kept byte by byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._observe.xml import Unreadable, W, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.word._observe.package import Package


class Untouchable(Exception):
    """Why a file must not be changed and what to do, in Vietnamese."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what, self.advice = what, advice


_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_SAVE: Final = "mở bằng Word và lưu lại dưới dạng .docx"


class Parts:
    """Các phần của gói: XML trees by name, written back only where they were asked for."""

    def __init__(self, package: Package, data: bytes, main: str) -> None:
        self.package, self.main = package, main
        self._data = data
        self._trees: dict[str, _Element] = {}
        self._changed: set[str] = set()

    def tree(self, name: str) -> _Element | None:
        """The tree of a part, comments and all; None where there is no such part."""
        if name not in self._trees:
            data = self.package.read(name)
            if data is None:
                return None
            if _STRICT in data:
                raise Untouchable("tệp lưu theo định dạng Strict Open XML, không sửa được", _SAVE)
            parse(data)  # refuses what is not safe to parse
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self._trees[name] = etree.fromstring(data, parser)
        return self._trees[name]

    def change(self, name: str) -> None:
        """Mark a part as changed."""
        self._changed.add(name)

    def add(self, kind: str, root: _Element) -> tuple[str, str]:
        """A new part of this kind beside the main one; its name and relationship id."""
        folder = posixpath.dirname(self.main)
        taken = set(self.package.names) | {name.lower() for name in self._trees}
        names = (posixpath.join(folder, f"{kind}{n or ''}.xml") for n in range(1000))
        name = next(one for one in names if one.lower() not in taken)
        self._trees[name] = root
        self.change(name)
        self._declare(name, kind)
        return name, self.relate(kind, posixpath.relpath(name, folder or "."))

    def relate(self, kind: str, target: str) -> str:
        """A relationship of the main part; its id."""
        folder, file = posixpath.split(self.main)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        root = self.tree(name)
        if root is None:
            root = self._trees[name] = etree.Element(f"{{{_RELATIONSHIP}}}Relationships")
        taken = {one.get("Id") for one in root}
        identity = next(f"rIdK{n}" for n in range(1, 100_000) if f"rIdK{n}" not in taken)
        etree.SubElement(
            root, f"{{{_RELATIONSHIP}}}Relationship",
            {"Id": identity, "Type": f"{_OFFICE}/{kind}", "Target": target},
        )  # fmt: skip
        self.change(name)
        return identity

    def _declare(self, name: str, kind: str) -> None:
        root = self.tree(_CONTENT_TYPES)
        if root is None:
            raise Unreadable("tệp Word thiếu danh mục các phần", _SAVE)
        etree.SubElement(
            root, f"{{{_TYPES}}}Override",
            {"PartName": f"/{name}", "ContentType": f"{_WORD_TYPE}.{kind}+xml"},
        )  # fmt: skip
        self.change(_CONTENT_TYPES)

    def data(self) -> bytes:
        """The file: the same members in the same order, new ones last."""
        if not self._changed:
            return self._data
        made = {name.lower(): (name, self._trees[name]) for name in sorted(self._changed)}
        buffer = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self._data)) as source,
            zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for info in source.infolist():
                known = made.pop(info.filename.replace("\\", "/").lstrip("/").lower(), None)
                target.writestr(info, _bytes(known[1]) if known else source.read(info))
            for name, root in made.values():
                target.writestr(zipfile.ZipInfo(name), _bytes(root), zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def _bytes(root: _Element) -> bytes:
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def refuse(package: Package, main: str) -> None:
    """Raises Untouchable for a file that must not be touched: signed, protected, with macros."""
    names = package.names
    if any(name.startswith("_xmlsignatures/") for name in names) or any(
        one.kind == "origin" for one in package.relationships("").values()
    ):
        raise Untouchable("tệp đã ký số, sửa sẽ làm mất chữ ký", "sửa bản chưa ký rồi ký lại")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Untouchable("tệp có macro, không sửa", "lưu lại dưới dạng .docx không macro")
    for relation in package.relationships(main).values():
        if relation.kind == "settings" and not relation.external:
            settings = package.xml(relation.target)
            if settings is not None and _is_protected(settings):
                raise Untouchable(
                    "tệp đang khóa sửa", "bỏ khóa trong Word (Review, Restrict) rồi thử lại"
                )


def _is_protected(settings: _Element) -> bool:
    lock = settings.find(f"{W}documentProtection")
    enforced = lock is not None and lock.get(f"{W}enforcement") in ("1", "true", "on")
    return enforced or settings.find(f"{W}writeProtection") is not None
