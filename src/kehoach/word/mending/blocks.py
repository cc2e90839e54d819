"""Đoạn, bảng: blank paragraphs, drawn lines, bullets and the width of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._observe.xml import W
from kehoach.word.mending.pages import twips
from kehoach.word.mending.properties import drop, elements, first_child, local, put, remember

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.word.mending.properties import Revisions

_LINE: Final = {"val": "single", "sz": "6", "space": "0", "color": "000000"}
_HEIGHT: Final = "80"
"""Of a drawn line's paragraph, in twentieths of a point: it takes no room that one would see."""
_SILENT: Final = frozenset(("pPr", "proofErr", "lastRenderedPageBreak", "rPr"))
_MARGINAL_TYPES: Final = ("dxa", "")


def insert_rule(
    paragraph: _Element, left: float, right: float, revisions: Revisions | None
) -> None:
    """A line below a paragraph: a blank paragraph with a border, indented on both sides (mm)."""
    made = paragraph.makeelement(f"{W}p")
    own = etree.SubElement(made, f"{W}pPr")
    _border(own, left, right)
    if revisions is not None:
        mark = etree.SubElement(own, f"{W}rPr")
        etree.SubElement(mark, f"{W}ins", revisions.attributes())
    paragraph.addnext(made)


def turn_into_rule(
    paragraph: _Element, left: float, right: float, revisions: Revisions | None
) -> None:
    """A border on a paragraph that holds no letter any more."""
    own = first_child(paragraph, "pPr")
    remember(own, revisions)
    drop(own, "pBdr", "jc")
    _border(own, left, right)


def _border(own: _Element, left: float, right: float) -> None:
    put(own, "pBdr", {})
    borders = own.find(f"{W}pBdr")
    if borders is not None:
        etree.SubElement(borders, f"{W}top", {f"{W}{name}": val for name, val in _LINE.items()})
    spacing = {"before": "0", "after": "0", "line": _HEIGHT, "lineRule": "exact"}
    put(own, "spacing", dict(spacing))
    put(own, "ind", {"left": twips(left), "right": twips(right), "firstLine": "0"})


def is_empty(paragraph: _Element) -> bool:
    """Whether a paragraph holds nothing at all, not even a bookmark or the end of a section."""
    own = paragraph.find(f"{W}pPr")
    if own is not None and own.find(f"{W}sectPr") is not None:
        return False
    for child in elements(paragraph):
        runs = elements(child) if local(child) == "r" else (child,)
        if any(local(one) not in _SILENT for one in runs):
            return False
    return True


def remove_empty(paragraph: _Element, revisions: Revisions | None) -> bool:
    """Take a blank paragraph out, where another one stays beside it; False where it must stay."""
    after = paragraph.getnext()
    parent = paragraph.getparent()
    if parent is None or after is None or after.tag != f"{W}p" or not is_empty(paragraph):
        return False
    if revisions is None:
        parent.remove(paragraph)
        return True
    mark = first_child(first_child(paragraph, "pPr"), "rPr")
    own = paragraph.find(f"{W}pPr")
    if own is not None and own.index(mark) == 0 and len(own) > 1:
        own.append(mark)
    if mark.find(f"{W}del") is None:
        mark.insert(0, mark.makeelement(f"{W}del", revisions.attributes()))
    return True


def drop_bullet(paragraph: _Element, revisions: Revisions | None) -> None:
    """No automatic bullet or number, whatever the style gives."""
    own = first_child(paragraph, "pPr")
    remember(own, revisions)
    drop(own, "numPr")
    put(own, "numPr", {})
    numbering = own.find(f"{W}numPr")
    if numbering is not None:
        etree.SubElement(numbering, f"{W}numId", {f"{W}val": "0"})


def fit_table(table: _Element, width: float) -> bool:
    """Narrow a table to so many millimetres, its columns in proportion; False where it fits."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    sizes = [int(one.get(f"{W}w") or 0) for one in columns]
    whole = int(twips(width))
    if not sizes or not sum(sizes) > whole:
        return False
    share = whole / sum(sizes)
    for column, size in zip(columns, sizes, strict=True):
        column.set(f"{W}w", str(int(size * share)))
    for cell in table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW"):
        if (cell.get(f"{W}type") or "") in _MARGINAL_TYPES:
            cell.set(f"{W}w", str(int(int(float(cell.get(f"{W}w") or 0)) * share)))
    own = first_child(table, "tblPr")
    for name in ("tblW", "tblInd"):
        held = own.find(f"{W}{name}")
        if held is not None:
            held.set(f"{W}w", str(whole) if name == "tblW" else "0")
            held.set(f"{W}type", "dxa")
    return True
