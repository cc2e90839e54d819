"""Tệp .docx: the package read part by part into one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from kehoach.observed.paper import (
    FileProperties,
    Observed,
    ObservedComment,
    ObservedNote,
    SourceKind,
)
from kehoach.word._observe import remarks
from kehoach.word._observe.formats import Formats
from kehoach.word._observe.numbering import Counters, numbering
from kehoach.word._observe.reader import Reader, Shared
from kehoach.word._observe.sections import sections
from kehoach.word._observe.styles import StyleSheet, numbering_styles, style_sheet
from kehoach.word._observe.xml import Unreadable, W, is_on, parse, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kehoach.findings import Finding
    from kehoach.observed.blocks import Block
    from kehoach.word._observe.package import Package, Relationship

MAIN: Final = "word/document.xml"
_CHANGES: Final = tuple(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "sectPrChange", "cellIns", "cellDel", "numberingChange",
    )
)  # fmt: skip
_SEPARATORS: Final = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_APP: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def main_part(package: Package) -> str | None:
    """The name of the main document, None when the package is no Word file."""
    for relation in package.relationships("").values():
        if relation.kind == "officeDocument" and not relation.external:
            return relation.target if relation.target.lower() in package.names else None
    return MAIN if MAIN in package.names else None


def observe_docx(package: Package, main: str) -> Observed:
    """Everything that the package shows; raises Unreadable when the body cannot be read."""
    return _Docx(package, main).observed()


class _Docx:
    def __init__(self, package: Package, main: str) -> None:
        self.package, self.main = package, main
        data = package.read(main)
        if not data:
            raise Unreadable("tệp Word không có phần nội dung", "mở bằng Word và lưu lại")
        self.root = parse(data)
        self.links = package.relationships(main)
        self.settings = self._related("settings")
        self.sheet = self._sheet()
        lists = numbering(
            self._related("numbering"), numbering_styles(self.sheet), self.sheet.theme
        )
        self.changes = self._changes() if b"author=" in data else 0
        shared = Shared(Formats(self.sheet, lists), Counters(lists), tracked=self.changes > 0)
        self.shared = shared
        self.marginals: dict[str, tuple[Block, ...]] = {}

    def observed(self) -> Observed:
        """The value."""
        body = self.root.find(f"{W}body")
        if body is None:
            raise Unreadable("tệp Word không có phần nội dung", "mở bằng Word và lưu lại")
        reader = Reader(self.shared, self.links)
        breaks: list[tuple[int, _Element]] = []
        reader.breaks = self._section_marks()
        reader.on_break = lambda count, element: breaks.append((count, element))
        blocks = reader.blocks(body)
        last = body.find(f"{W}sectPr")
        if last is not None:
            breaks.append((len(blocks), last))
        notes = self._notes("footnote")
        ends = self._notes("endnote")
        comments = tuple(self._comments())
        pages = sections(breaks, len(blocks), self._marginal)
        return Observed(
            kind=SourceKind.DOCX,
            blocks=blocks,
            sections=pages,
            footnotes=notes,
            endnotes=ends,
            comments=comments,
            properties=self._properties(),
            remarks=tuple(self._remarks(len(comments))),
            fonts=self._fonts(),
            even_pages_differ=self._setting("evenAndOddHeaders"),
        )

    def _name(self, kind: str) -> str | None:
        for relation in self.links.values():
            if relation.kind == kind and not relation.external:
                return relation.target
        return None

    def _related(self, kind: str) -> _Element | None:
        name = self._name(kind)
        return None if name is None else self.package.xml(name)

    def _sheet(self) -> StyleSheet:
        styles, theme = self._name("styles"), self._name("theme")
        themed = self.package.part(theme) if theme else b""
        try:
            return style_sheet(self.package.part(styles) if styles else b"", themed)
        except Unreadable:
            self.package.damaged.append(styles or "styles")
            return StyleSheet()

    def _section_marks(self) -> dict[_Element, _Element]:
        """Paragraphs that end a section, with its properties."""
        found = {}
        for element in self.root.iter(f"{W}sectPr"):
            properties = element.getparent()
            if properties is not None and properties.tag == f"{W}pPr":
                paragraph = properties.getparent()
                if paragraph is not None:
                    found[paragraph] = element
        return found

    def _changes(self) -> int:
        return sum(1 for _ in self.root.iter(*_CHANGES))

    def _setting(self, name: str) -> bool:
        found = None if self.settings is None else self.settings.find(f"{W}{name}")
        return found is not None and is_on(found)

    def _marginal(self, identity: str) -> tuple[Block, ...] | None:
        relation = self.links.get(identity)
        if relation is None or relation.external:
            return None
        name = relation.target
        if name not in self.marginals:
            root = self.package.xml(name)
            if root is None:
                return None
            reader = Reader(self.shared, self.package.relationships(name))
            self.marginals[name] = reader.blocks(root)
        return self.marginals[name]

    def _notes(self, kind: Literal["footnote", "endnote"]) -> tuple[ObservedNote, ...]:
        return tuple(
            ObservedNote(element.get(f"{W}id") or "", kind, blocks)
            for element, blocks in self._entries(f"{kind}s", kind)
            if element.get(f"{W}type") not in _SEPARATORS
        )

    def _comments(self) -> Iterator[ObservedComment]:
        for element, blocks in self._entries("comments", "comment"):
            yield ObservedComment(
                element.get(f"{W}id") or "",
                element.get(f"{W}author") or "",
                element.get(f"{W}date") or "",
                blocks,
            )

    def _entries(self, relation: str, tag: str) -> Iterator[tuple[_Element, tuple[Block, ...]]]:
        name = self._name(relation)
        root = None if name is None else self.package.xml(name)
        if root is None or name is None:
            return
        reader = Reader(self.shared, self.package.relationships(name))
        for element in root.iterchildren(f"{W}{tag}"):
            yield element, reader.blocks(element)

    def _properties(self) -> FileProperties:
        core: dict[str, str] = {}
        app: dict[str, str] = {}
        for relation in self.package.relationships("").values():
            if relation.kind == "core-properties":
                core = _texts(self.package.xml(relation.target))
            elif relation.kind == "extended-properties":
                app = _texts(self.package.xml(relation.target))
        pages = app.get(f"{_APP}Pages")
        return FileProperties(
            title=core.get(f"{_DC}title", ""),
            author=core.get(f"{_DC}creator", ""),
            last_author=core.get(f"{_CORE}lastModifiedBy", ""),
            subject=core.get(f"{_DC}subject", ""),
            keywords=core.get(f"{_CORE}keywords", ""),
            language=core.get(f"{_DC}language", "") or self.sheet.run.get("language", ""),
            created=core.get(f"{_TERMS}created", ""),
            modified=core.get(f"{_TERMS}modified", ""),
            application=app.get(f"{_APP}Application", ""),
            pages=whole(pages) if pages else None,
        )

    def _fonts(self) -> tuple[str, ...]:
        root = self._related("fontTable")
        if root is None:
            return ()
        named = (element.get(f"{W}name") for element in root.iterchildren(f"{W}font"))
        return tuple(name for name in named if name)

    def _relations(self) -> Iterator[Relationship]:
        for name in self.package.names:
            folder, _, file = name.rpartition("_rels/")
            if file.endswith(".rels"):
                part = folder + file.removesuffix(".rels")
                part = self.main if part == self.main.lower() else part
                yield from self.package.relationships(part).values()

    def _remarks(self, comments: int) -> Iterator[Finding]:
        if any(name.endswith("vbaproject.bin") for name in self.package.names):
            yield remarks.macros()
        if self.changes:
            yield remarks.tracked_changes(self.changes)
        if comments:
            yield remarks.comments(comments)
        yield from remarks.legacy(self.shared.converted)
        yield from remarks.external(self._relations())
        if self.shared.chunks:
            yield remarks.foreign_chunks(self.shared.chunks)
        if self.package.damaged:
            yield remarks.damaged(self.package.damaged)


def _texts(root: _Element | None) -> dict[str, str]:
    if root is None:
        return {}
    return {element.tag: (element.text or "").strip() for element in root}
