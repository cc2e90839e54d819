"""Trang mà Word đã dàn: the page of each paragraph, as Word noted it when it last saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from kehoach.word._observe.docx import main_part
from kehoach.word._observe.package import Package
from kehoach.word._observe.xml import Unreadable, W
from kehoach.word.mending.package import Parts, Untouchable
from kehoach.word.mending.tracing import Tracing

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK: Final = b"lastRenderedPageBreak"
_P, _T, _BREAK = f"{W}p", f"{W}t", f"{W}lastRenderedPageBreak"


def laid_out_pages(data: bytes) -> dict[object, int]:
    """Trang của từng đoạn, from 1, by its place; empty where Word noted no page break.

    Raises nothing: a file that is no Word file has no pages.
    """
    try:
        package = Package(data)
        main = main_part(package)
        if main is None or _MARK not in (package.read(main) or b""):
            return {}
        traced = Tracing(Parts(package, data, main))
        observed = traced.observed()
    except (Unreadable, Untouchable):
        return {}
    pages = _pages(traced.root)
    found: dict[object, int] = {}
    for place, paragraph in observed.paragraphs():
        origin = traced.traced(paragraph)
        if origin is not None and origin.element in pages:
            found[place] = pages[origin.element]
    return found


def _pages(root: _Element) -> dict[_Element, int]:
    """The page on which each paragraph's first letter stands."""
    pages: dict[_Element, int] = {}
    page, open_ = 1, []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(_P, _T, _BREAK)):
        if event == "start" and element.tag == _P:
            open_.append(element)
        elif event == "start" and element.tag == _BREAK:
            page += 1
        elif element.tag == _T and open_:
            pages.setdefault(open_[-1], page)
        elif event == "end" and element.tag == _P:
            pages.setdefault(open_.pop(), page)
    return pages
