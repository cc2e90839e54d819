"""Trang: paper, margins and page numbers of sections."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._mend.properties import drop, put, remember
from kehoach.word._observe.xml import MM_OF_TWIP, R, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kehoach.word._mend.looks import PageLook
    from kehoach.word._mend.package import Parts
    from kehoach.word._mend.properties import Revisions

_OFFICE: Final = R[1:-1]
_DELETED: Final = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}


def twips(millimetres: float) -> str:
    """Twentieths of a point, as Word counts lengths."""
    return str(round(millimetres / MM_OF_TWIP))


def set_page(section: _Element, look: PageLook, revisions: Revisions | None) -> None:
    """Give a section the paper, margins and numbering that are asked."""
    remember(section, revisions)
    size = {"w": look.width, "h": look.height}
    put_lengths(section, "pgSz", size)
    sides = {"top": look.top, "bottom": look.bottom, "left": look.left, "right": look.right}
    put_lengths(section, "pgMar", sides)
    if look.left is not None:
        put(section, "pgMar", {"gutter": "0"})
    margins = section.find(f"{W}pgMar")
    if margins is not None:
        _complete(margins)
    if look.first_page_differs:
        drop(section, "titlePg")
        put(section, "titlePg", {})
    if look.start is not None:
        put(section, "pgNumType", {"start": str(look.start)})


def put_lengths(section: _Element, name: str, lengths: dict[str, float | None]) -> None:
    """Set the lengths that are given."""
    given = {key: twips(value) for key, value in lengths.items() if value is not None}
    if given:
        put(section, name, given)


def _complete(margins: _Element) -> None:
    """Every margin has a value, as the schema asks."""
    for name, usual in (("top", "1440"), ("right", "1440"), ("bottom", "1440"), ("left", "1440"),
                        ("header", "708"), ("footer", "708"), ("gutter", "0")):  # fmt: skip
        if margins.get(f"{W}{name}") is None:
            margins.set(f"{W}{name}", usual)


class PageNumbers:
    """Số trang: moved from the footers to one header, which is made where there is none."""

    def __init__(self, parts: Parts, revisions: Revisions | None) -> None:
        self._parts, self._revisions = parts, revisions
        self._links = parts.package.relationships(parts.main)

    def clear_footers(self) -> None:
        """Take the page numbers out of every footer; other text stays."""
        for relation in self._links.values():
            root = self._parts.tree(relation.target) if relation.kind == "footer" else None
            for paragraph in _numbered(root):
                self._clear(paragraph)
                self._parts.change(relation.target)

    def put_in_headers(self, sections: tuple[_Element, ...], size: float) -> None:
        """A centred number in the default header of each section; the first makes the header."""
        made = ""
        for index, section in enumerate(sections):
            root, name = self._default_header(section)
            if root is not None:
                if not any(_numbered(root)):
                    self._add(root, size)
                    self._parts.change(name)
            elif index == 0:
                header = etree.Element(f"{W}hdr", nsmap={"w": W[1:-1], "r": _OFFICE})
                self._add(header, size)
                _, made = self._parts.add("header", header)
                reference = section.makeelement(
                    f"{W}headerReference", {f"{W}type": "default", f"{R}id": made}
                )
                section.insert(0, reference)

    def dressed(self) -> Iterator[tuple[_Element, str]]:
        """The paragraphs with page numbers in headers and footers, with their part's name."""
        for relation in self._links.values():
            if relation.kind in ("header", "footer") and not relation.external:
                for paragraph in _numbered(self._parts.tree(relation.target)):
                    yield paragraph, relation.target

    def _default_header(self, section: _Element) -> tuple[_Element | None, str]:
        for reference in section.iterchildren(f"{W}headerReference"):
            relation = self._links.get(reference.get(f"{R}id") or "")
            if (reference.get(f"{W}type") or "default") == "default" and relation:
                return self._parts.tree(relation.target), relation.target
        return None, ""

    def _add(self, header: _Element, size: float) -> None:
        paragraph = header.makeelement(f"{W}p")
        own = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(own, f"{W}jc", {f"{W}val": "center"})
        holder = paragraph
        if self._revisions is not None:
            holder = etree.SubElement(paragraph, f"{W}ins", self._revisions.attributes())
        for kind, text in (
            ("begin", ""),
            ("", " PAGE "),
            ("separate", ""),
            ("t", "2"),
            ("end", ""),
        ):
            run = etree.SubElement(holder, f"{W}r")
            looks = etree.SubElement(run, f"{W}rPr")
            etree.SubElement(
                looks, f"{W}rFonts",
                {f"{W}{slot}": "Times New Roman" for slot in ("ascii", "hAnsi", "cs")},
            )  # fmt: skip
            etree.SubElement(looks, f"{W}sz", {f"{W}val": str(round(size * 2))})
            if kind == "t":
                etree.SubElement(run, f"{W}t").text = text
            elif kind:
                etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": kind})
            else:
                etree.SubElement(run, f"{W}instrText").text = text
        header.insert(0, paragraph)

    def _clear(self, paragraph: _Element) -> None:
        for child in list(paragraph):
            if child.tag == f"{W}pPr":
                continue
            if self._revisions is None:
                paragraph.remove(child)
            elif child.tag == f"{W}r":
                deleted = paragraph.makeelement(f"{W}del", self._revisions.attributes())
                paragraph.replace(child, deleted)
                gone = copy.deepcopy(child)
                gone.tail = None
                for letters in list(gone.iter(*_DELETED)):
                    letters.tag = _DELETED[str(letters.tag)]
                deleted.append(gone)
            else:
                paragraph.remove(child)


def _numbered(root: _Element | None) -> Iterator[_Element]:
    """The paragraphs that hold a PAGE field."""
    if root is None:
        return
    for paragraph in root.iter(f"{W}p"):
        simple = (one.get(f"{W}instr") or "" for one in paragraph.iter(f"{W}fldSimple"))
        complex_ = (one.text or "" for one in paragraph.iter(f"{W}instrText"))
        if any(one.strip().upper().startswith("PAGE") for one in (*simple, *complex_)):
            yield paragraph
