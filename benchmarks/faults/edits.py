"""Phép sửa: small changes of the XML of a Word file, each a function from bytes to bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "word/document.xml"
Edit: TypeAlias = Callable[[bytes], bytes]
Node: TypeAlias = Any
"""An element of lxml, which carries no types here."""
Change: TypeAlias = Callable[[Node], None]


def tag(name: str) -> str:
    """The qualified name of "w:p"."""
    return f"{{{W}}}{name.removeprefix('w:')}"


def edited(data: bytes, part: str, change: Change) -> bytes:
    """The file with one part's XML tree changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info.filename)
            if info.filename == part:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            target.writestr(info.filename, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def body(change: Change) -> Edit:
    """A change of the main part."""
    return lambda data: edited(data, DOCUMENT, change)


def both(*edits: Edit) -> Edit:
    """One change after the other."""

    def apply(data: bytes) -> bytes:
        for edit in edits:
            data = edit(data)
        return data

    return apply


def paragraphs_with(root: Node, text: str) -> list[Node]:
    """The paragraphs whose text holds `text`."""
    return [one for one in root.iter(tag("p")) if text in text_of(one)]


def text_of(paragraph: Node) -> str:
    """The text of a paragraph."""
    return "".join(one.text or "" for one in paragraph.iter(tag("t")))


def _one(root: Node, text: str) -> Node:
    found = paragraphs_with(root, text)
    if not found:
        raise LookupError(f"no paragraph holds {text!r}")
    return found[0]


def say(old: str, new: str) -> Edit:
    """Replace a text, inside one w:t, where it first occurs."""

    def change(root: Node) -> None:
        for one in root.iter(tag("t")):
            if old in (one.text or ""):
                one.text = one.text.replace(old, new, 1)
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                return
        raise LookupError(f"no text holds {old!r}")

    return body(change)


def _fragment(xml: str) -> list[Node]:
    return list(etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>'))


def put(properties: Node, xml: str) -> None:
    """Set properties, each in the place of one of its name."""
    for one in _fragment(xml):
        for old in properties.findall(one.tag):
            properties.remove(old)
        properties.append(one)


def run(text: str, xml: str, *, every: bool = True) -> Edit:
    """Give the runs of the paragraph that holds `text` further properties."""

    def change(root: Node) -> None:
        runs = _one(root, text).findall(tag("r"))
        for one in runs if every else runs[:1]:
            properties = one.find(tag("rPr"))
            if properties is None:
                properties = etree.Element(tag("rPr"))
                one.insert(0, properties)
            put(properties, xml)

    return body(change)


def form(text: str, xml: str, *, every: bool = False) -> Edit:
    """Give the paragraph that holds `text` (or every such one) further properties."""

    def change(root: Node) -> None:
        found = paragraphs_with(root, text)
        if not found:
            raise LookupError(f"no paragraph holds {text!r}")
        for paragraph in found if every else found[:1]:
            properties = paragraph.find(tag("pPr"))
            if properties is None:
                properties = etree.Element(tag("pPr"))
                paragraph.insert(0, properties)
            put(properties, xml)

    return body(change)


def drop(*texts: str) -> Edit:
    """Leave out the paragraphs that hold these texts."""

    def change(root: Node) -> None:
        for text in texts:
            paragraph = _one(root, text)
            parent = paragraph.getparent()
            parent.remove(paragraph)
            if parent.tag == tag("tc") and parent.find(tag("p")) is None:
                parent.append(etree.Element(tag("p")))

    return body(change)


def drop_next(text: str) -> Edit:
    """Leave out the element after the paragraph that holds `text`: its drawn rule."""

    def change(root: Node) -> None:
        paragraph = _one(root, text)
        paragraph.getparent().remove(paragraph.getnext())

    return body(change)


def form_next(text: str, xml: str) -> Edit:
    """Change the properties of the paragraph after the one that holds `text`."""

    def change(root: Node) -> None:
        properties = _one(root, text).getnext().find(tag("pPr"))
        put(properties, xml)

    return body(change)


def insert(after: str, xml: str) -> Edit:
    """Put elements after the paragraph that holds a text."""

    def change(root: Node) -> None:
        paragraph = _one(root, after)
        for one in reversed(_fragment(xml)):
            paragraph.addnext(one)

    return body(change)


def again(text: str, new: str) -> Edit:
    """Repeat a paragraph below itself with another text in its first run."""

    def change(root: Node) -> None:
        paragraph = _one(root, text)
        copy = deepcopy(paragraph)
        texts = list(copy.iter(tag("t")))
        texts[0].text = new
        for one in texts[1:]:
            one.text = ""
        paragraph.addnext(copy)

    return body(change)


def swap(first: str, second: str) -> Edit:
    """Let two paragraphs change places."""

    def change(root: Node) -> None:
        one, other = _one(root, first), _one(root, second)
        mark = etree.Element("mark")
        one.addprevious(mark)
        other.addprevious(one)
        mark.addprevious(other)
        holder = mark.getparent()
        assert holder is not None  # noqa: S101 - it was just put there
        holder.remove(mark)

    return body(change)


def page(number: int = 0, **attributes: str) -> Edit:
    """Set attributes of the paper and margins of a section: pgMar's and pgSz's by name."""
    sizes = {"w", "h", "orient"}

    def change(root: Node) -> None:
        section = list(root.iter(tag("sectPr")))[number]
        for name, value in attributes.items():
            element = section.find(tag("pgSz" if name in sizes else "pgMar"))
            element.set(tag(name), value)

    return body(change)


def section(number: int, change: Change) -> Edit:
    """Change the properties of a section."""
    return body(lambda root: change(list(root.iter(tag("sectPr")))[number]))


def without(name: str) -> Change:
    """Leave out the children of this name."""

    def change(element: Node) -> None:
        for one in element.findall(tag(name)):
            element.remove(one)

    return change


def everywhere(name: str, attribute: str, value: str | None) -> Edit:
    """Set an attribute of all elements of a name, or leave those elements out (None)."""

    def change(root: Node) -> None:
        for one in list(root.iter(tag(name))):
            if value is None:
                one.getparent().remove(one)
            else:
                one.set(tag(attribute), value)

    return body(change)


def style(identity: str, *, run_xml: str = "", form_xml: str = "") -> Edit:
    """Change what a style gives to its runs and paragraphs."""

    def change(root: Node) -> None:
        found = next(one for one in root.iter(tag("style")) if one.get(tag("styleId")) == identity)
        for name, xml in (("pPr", form_xml), ("rPr", run_xml)):
            properties = found.find(tag(name))
            if xml and properties is None:
                properties = etree.SubElement(found, tag(name))
            if xml:
                put(properties, xml)

    return lambda data: edited(data, "word/styles.xml", change)


def header(change: Change) -> Edit:
    """Change every header and footer that holds a PAGE field."""

    def apply(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            names = [
                name
                for name in source.namelist()
                if name.startswith(("word/header", "word/footer")) and b"PAGE" in source.read(name)
            ]
        if not names:
            raise LookupError("no header holds a page number")
        for name in names:
            data = edited(data, name, change)
        return data

    return apply


def saved_xml(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The file with bytes of a part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info.filename)
            if info.filename == part:
                if old not in content:
                    raise LookupError(f"{part} does not hold {old!r}")
                content = content.replace(old, new)
            target.writestr(info.filename, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
