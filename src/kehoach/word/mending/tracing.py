"""Đọc để sửa: the paper as it is seen, with the XML element of each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen
from lxml.etree import _Element

from kehoach.observed import Observed, ObservedParagraph, SourceKind
from kehoach.word._observe.docx import _Docx
from kehoach.word._observe.formats import Around, Dressed
from kehoach.word._observe.reader import Reader
from kehoach.word._observe.sections import sections
from kehoach.word._observe.xml import Unreadable, W

if TYPE_CHECKING:
    from kehoach.observed.blocks import Block
    from kehoach.observed.formats import RunFormat
    from kehoach.word._observe.package import Relationship
    from kehoach.word._observe.reader import Shared
    from kehoach.word.mending.package import Parts


Traces: TypeAlias = "dict[int, tuple[Traced, ObservedParagraph]]"
"""Traces by the identity of the paragraph, which is kept alive beside them."""


@frozen(eq=False)
class Traced:
    """Đoạn đã đọc: its element, and what its runs inherit."""

    element: _Element
    dressed: Dressed
    around: Around
    part: str


class _TracingReader(Reader):
    """A reader that remembers from which element each paragraph came."""

    def __init__(
        self, shared: Shared, links: dict[str, Relationship], part: str, traces: Traces
    ) -> None:
        super().__init__(shared, links)
        self._part, self._traces = part, traces

    def _paragraph(self, element: _Element) -> ObservedParagraph | None:
        paragraph = super()._paragraph(element)
        if paragraph is not None:
            dressed = self.shared.formats.paragraph(element.find(f"{W}pPr"), self.around)
            traced = Traced(element, dressed, self.around, self._part)
            self._traces[id(paragraph)] = (traced, paragraph)
        return paragraph


class Tracing(_Docx):
    """Bộ đọc có dấu vết: reads the tree that will be edited."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.package, parts.main)
        root = parts.tree(parts.main)
        if root is None:
            raise Unreadable("tệp Word không có phần nội dung", "mở bằng Word và lưu lại")
        self.root = root
        self._parts = parts
        self._traces: Traces = {}
        self.reader = _TracingReader(self.shared, self.links, parts.main, self._traces)
        self.section_elements: tuple[_Element, ...] = ()

    def observed(self) -> Observed:
        """The paper; its paragraphs are those that `element_of` knows."""
        body = self.root.find(f"{W}body")
        if body is None:
            raise Unreadable("tệp Word không có phần nội dung", "mở bằng Word và lưu lại")
        breaks: list[tuple[int, _Element]] = []
        self.reader.breaks = self._section_marks()
        self.reader.on_break = lambda count, element: breaks.append((count, element))
        blocks = self.reader.blocks(body)
        last = body.find(f"{W}sectPr")
        if last is not None:
            breaks.append((len(blocks), last))
        self.section_elements = tuple(element for _, element in breaks)
        comments = tuple(self._comments())
        return Observed(
            kind=SourceKind.DOCX,
            blocks=blocks,
            sections=sections(breaks, len(blocks), self._marginal),
            footnotes=self._notes("footnote"),
            endnotes=self._notes("endnote"),
            comments=comments,
            properties=self._properties(),
            remarks=tuple(self._remarks(len(comments))),
            fonts=self._fonts(),
            even_pages_differ=self._setting("evenAndOddHeaders"),
        )

    def _marginal(self, identity: str) -> tuple[Block, ...] | None:
        relation = self.links.get(identity)
        root = None if relation is None or relation.external else self._parts.tree(relation.target)
        if relation is None or root is None:
            return None
        name = relation.target
        if name not in self.marginals:
            links = self.package.relationships(name)
            reader = _TracingReader(self.shared, links, name, self._traces)
            self.marginals[name] = reader.blocks(root)
        return self.marginals[name]

    def traced(self, paragraph: ObservedParagraph) -> Traced | None:
        """Where a paragraph of the body, of a header or of a footer came from."""
        found = self._traces.get(id(paragraph))
        return found[0] if found else None

    def look_of(self, run: _Element, traced: Traced) -> RunFormat:
        """The effective format of a run as it stands."""
        return self.shared.formats.run(run.find(f"{W}rPr"), traced.dressed, traced.around)
