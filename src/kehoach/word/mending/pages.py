"""Trang: paper, margins and page numbers of sections."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._observe.xml import MM_OF_TWIP, R, W
from kehoach.word.mending.properties import drop, put, remember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kehoach.word.mending.looks import PageLook
    from kehoach.word.mending.package import Parts
    from kehoach.word.mending.properties import Revisions

_OFFICE: Final = R[1:-1]
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}
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
    if look.numerals:
        put(section, "pgNumType", {"fmt": look.numerals})


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

    def clear(self, kind: str) -> None:
        """Take the page numbers out of every part of a kind, "header" or "footer"."""
        for relation in self._links.values():
            root = self._parts.tree(relation.target) if relation.kind == kind else None
            for paragraph in tuple(_numbered(root)):
                self._clear(paragraph)
                self._parts.change(relation.target)

    def clear_first(self, section: _Element) -> None:
        """Take the page number off the first page of a section that has one of its own there."""
        for kind in ("header", "footer"):
            root, name = self._marginal(section, kind, "first")
            for paragraph in tuple(_numbered(root)):
                self._clear(paragraph)
                self._parts.change(name)

    def put_in(self, kind: str, sections: tuple[_Element, ...], size: float, align: str) -> None:
        """A number in each section's default header or footer; the first section makes it."""
        for index, section in enumerate(sections):
            root, name = self._marginal(section, kind, "default")
            if root is not None:
                if not any(_numbered(root)):
                    self._add(root, size, align)
                    self._parts.change(name)
            elif index == 0:
                made = etree.Element(f"{W}{_ROOTS[kind]}", nsmap={"w": W[1:-1], "r": _OFFICE})
                self._add(made, size, align)
                _, identity = self._parts.add(kind, made)
                reference = section.makeelement(
                    f"{W}{kind}Reference", {f"{W}type": "default", f"{R}id": identity}
                )
                section.insert(0, reference)

    def bare(self) -> bool:
        """Take the words around page numbers away: "Trang 2", "- 2 -"."""
        changed = False
        for paragraph, part in self.dressed():
            for run in tuple(_beside_fields(paragraph)):
                self._remove(run)
                self._parts.change(part)
                changed = True
        return changed

    def dressed(self) -> Iterator[tuple[_Element, str]]:
        """The paragraphs with page numbers in headers and footers, with their part's name."""
        for relation in self._links.values():
            if relation.kind in ("header", "footer") and not relation.external:
                for paragraph in _numbered(self._parts.tree(relation.target)):
                    yield paragraph, relation.target

    def _marginal(self, section: _Element, kind: str, on: str) -> tuple[_Element | None, str]:
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            relation = self._links.get(reference.get(f"{R}id") or "")
            if (reference.get(f"{W}type") or "default") == on and relation:
                return self._parts.tree(relation.target), relation.target
        return None, ""

    def _add(self, header: _Element, size: float, align: str) -> None:
        paragraph = header.makeelement(f"{W}p")
        own = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(own, f"{W}jc", {f"{W}val": align})
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
            if child.tag != f"{W}pPr":
                self._remove(child)

    def _remove(self, child: _Element) -> None:
        parent = child.getparent()
        if parent is None:
            return
        if self._revisions is None or child.tag != f"{W}r":
            parent.remove(child)
            return
        deleted = parent.makeelement(f"{W}del", self._revisions.attributes())
        parent.replace(child, deleted)
        gone = copy.deepcopy(child)
        gone.tail = None
        for letters in list(gone.iter(*_DELETED)):
            letters.tag = _DELETED[str(letters.tag)]
        deleted.append(gone)


def _beside_fields(paragraph: _Element) -> Iterator[_Element]:
    """The runs with letters that belong to no field."""
    depth = 0
    for run in paragraph.iterchildren(f"{W}r"):
        kinds = [one.get(f"{W}fldCharType") for one in run.iterchildren(f"{W}fldChar")]
        inside = depth > 0 or bool(kinds)
        depth += kinds.count("begin") - kinds.count("end")
        if not inside and run.find(f"{W}t") is not None:
            yield run


def _numbered(root: _Element | None) -> Iterator[_Element]:
    """The paragraphs that hold a PAGE field."""
    if root is None:
        return
    for paragraph in root.iter(f"{W}p"):
        simple = (one.get(f"{W}instr") or "" for one in paragraph.iter(f"{W}fldSimple"))
        complex_ = (one.text or "" for one in paragraph.iter(f"{W}instrText"))
        if any(one.strip().upper().startswith("PAGE") for one in (*simple, *complex_)):
            yield paragraph
