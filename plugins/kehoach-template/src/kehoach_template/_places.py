"""Chỗ trong mẫu: the paragraphs of a template, each with its place in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from lxml.etree import _Element

_MARGINALS = (
    ("header", "đầu trang"), ("first_page_header", "đầu trang nhất"),
    ("even_page_header", "đầu trang chẵn"), ("footer", "chân trang"),
    ("first_page_footer", "chân trang nhất"), ("even_page_footer", "chân trang chẵn"),
)  # fmt: skip
_TEXT, _PARAGRAPH, _TABLE = qn("w:t"), qn("w:p"), qn("w:tbl")
_ROW, _CELL, _CONTENT = qn("w:tr"), qn("w:tc"), qn("w:sdtContent")
_WRAPPERS = frozenset({qn("w:sdt"), _CONTENT, qn("w:ins"), qn("w:smartTag")})


@frozen
class Placed:
    """Một đoạn của mẫu: its place, its text, whether it stands in a table, its story.

    A story is what is filled as one: the body, or one header or footer.
    """

    place: str
    text: str
    in_table: bool
    story: int


def paragraphs(document: Document) -> Iterator[Placed]:
    """Every paragraph in document order: the body, then headers and footers, each once."""
    yield from _placed(document.element.body, "", 0)
    seen: set[object] = set()
    for number, section in enumerate(document.sections, start=1):
        for attribute, name in _MARGINALS:
            marginal = getattr(section, attribute)
            if not marginal.is_linked_to_previous and marginal.part.partname not in seen:
                seen.add(marginal.part.partname)
                where = f"{name} của phần {number}, "
                yield from _placed(marginal._element, where, len(seen))  # noqa: SLF001 - no other


def _placed(
    parent: _Element, where: str, story: int, *, in_table: bool = False
) -> Iterator[Placed]:
    lines = tables = 0
    for element in _children(parent):
        if element.tag == _PARAGRAPH:
            lines += 1
            yield Placed(f"{where}đoạn {lines}", _text(element), in_table, story)
        elif element.tag == _TABLE:
            tables += 1
            yield from _cells(element, f"{where}bảng {tables}, ", story)


def _cells(table: _Element, where: str, story: int) -> Iterator[Placed]:
    rows = (one for one in _children(table) if one.tag == _ROW)
    for line, row in enumerate(rows, start=1):
        cells = (one for one in _children(row) if one.tag == _CELL)
        for place, cell in enumerate(cells, start=1):
            inside = f"{where}dòng {line}, ô {place}, "
            yield from _placed(cell, inside, story, in_table=True)


def _children(parent: _Element) -> Iterator[_Element]:
    """The children, those inside content controls and the like among them."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _text(paragraph: _Element) -> str:
    texts: Iterable[_Element] = paragraph.iter(_TEXT)
    return "".join(one.text or "" for one in texts)
