"""Nhận xét: comments by kehoach, each around the paragraph that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._observe.xml import W
from kehoach.word.mending.properties import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.word.mending.package import Parts

_NAMESPACE: Final = W[1:-1]


class Comments:
    """Các nhận xét của tệp: the comments part, made where the file has none."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        links = parts.package.relationships(parts.main).values()
        found = next(
            (one.target for one in links if one.kind == "comments" and not one.external), ""
        )
        root = parts.tree(found) if found else None
        if root is None:
            root = etree.Element(f"{W}comments", nsmap={"w": _NAMESPACE})
            found, _ = parts.add("comments", root)
        parts.change(found)
        self._root = root
        used = [one.get(f"{W}id") or "" for one in root.iterchildren(f"{W}comment")]
        self._next = max((int(one) for one in used if one.isdecimal()), default=-1)

    def add(self, paragraph: _Element, text: str, date: str = "") -> None:
        """One comment over the whole of a paragraph."""
        self._next += 1
        identity = str(self._next)
        values = {f"{W}id": identity, f"{W}author": AUTHOR, f"{W}initials": "kh"}
        comment = etree.SubElement(
            self._root, f"{W}comment", values | ({f"{W}date": date} if date else {})
        )
        for line in text.split("\n"):
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            letters = etree.SubElement(run, f"{W}t")
            letters.text = line
            letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        own = paragraph.find(f"{W}pPr")
        at = 0 if own is None else paragraph.index(own) + 1
        paragraph.insert(at, paragraph.makeelement(f"{W}commentRangeStart", {f"{W}id": identity}))
        paragraph.append(paragraph.makeelement(f"{W}commentRangeEnd", {f"{W}id": identity}))
        mark = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(mark, f"{W}commentReference", {f"{W}id": identity})
        self._parts.change(self._parts.main)
