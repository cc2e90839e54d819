"""Thuộc tính: children of w:rPr, w:pPr, w:sectPr in schema order, with the old ones as revision."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._observe.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

AUTHOR: Final = "kehoach"
_ORDERS: Final = {
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
        " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position"
        " sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout"
        " specVanish oMath rPrChange"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings sectPrChange"
    ),
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader",
}  # fmt: skip
_RANKS: Final = {
    tag: {f"{W}{name}": rank for rank, name in enumerate(order.split())}
    for tag, order in _ORDERS.items()
}
# What the old properties in a revision may not hold (CT_PPrBase, CT_SectPrBase).
_NOT_KEPT: Final = {
    "rPr": ("rPrChange", "ins", "del", "moveFrom", "moveTo"),
    "pPr": ("rPr", "sectPr", "pPrChange"),
    "sectPr": ("headerReference", "footerReference", "sectPrChange"),
}
_LAST_ID: Final = 1 << 30


class Revisions:
    """Bản ghi sửa đổi: attributes of revisions, with ids that the file does not use yet."""

    def __init__(self, root: _Element, date: str = "") -> None:
        held = (one.get(f"{W}id") or "" for one in root.iter(etree.Element))
        used = [int(one) for one in held if one.isdecimal() and len(one) < 10]  # noqa: PLR2004 - fits 32 bits
        self._next = max((one for one in used if one < _LAST_ID), default=0)
        self._date = date

    def attributes(self) -> dict[str, str]:
        """The attributes of one revision."""
        self._next += 1
        known = {f"{W}id": str(self._next), f"{W}author": AUTHOR}
        return known | ({f"{W}date": self._date} if self._date else {})


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def elements(container: _Element) -> Iterator[_Element]:
    """The child elements, without comments and processing instructions."""
    return container.iterchildren(etree.Element)


def first_child(parent: _Element, name: str) -> _Element:
    """The properties element of a paragraph, run or row, made first where there is none."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = parent.makeelement(f"{W}{name}")
        parent.insert(0, found)
    return found


def put(properties: _Element, name: str, values: Mapping[str, str | None]) -> None:
    """Set attributes of a child, made in its place of the schema; None takes one away."""
    child = properties.find(f"{W}{name}")
    if child is None:
        child = properties.makeelement(f"{W}{name}")
        _insert(properties, child)
    for key, value in values.items():
        if value is None:
            child.attrib.pop(f"{W}{key}", "")
        else:
            child.set(f"{W}{key}", value)


def drop(properties: _Element, *names: str) -> None:
    """Take children away."""
    for name in names:
        for child in properties.findall(f"{W}{name}"):
            properties.remove(child)


def remember(properties: _Element, revisions: Revisions | None) -> None:
    """Keep the properties as they stand in a revision, unless one is kept already."""
    tag = local(properties)
    if revisions is None or properties.find(f"{W}{tag}Change") is not None:
        return
    old = copy.deepcopy(properties)
    drop(old, *_NOT_KEPT[tag])
    old.tail = None
    change = properties.makeelement(f"{W}{tag}Change", revisions.attributes())
    if tag == "sectPr":
        old.attrib.clear()
    change.append(old)
    _insert(properties, change)


def _insert(properties: _Element, child: _Element) -> None:
    ranks = _RANKS[local(properties)]
    rank = ranks[str(child.tag)]
    index = 0
    for position, other in enumerate(properties):
        if ranks.get(str(other.tag), len(ranks)) <= rank:
            index = position + 1
    properties.insert(index, child)
