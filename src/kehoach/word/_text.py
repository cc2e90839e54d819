"""Chữ trong tệp Word: text as WordprocessingML, escaped, not changed in any character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import fields, has

from kehoach.errors import UnwritableText
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Run, Text

OPEN = "<w:t>"
OPEN_PRESERVED = '<w:t xml:space="preserve">'
CLOSE = "</w:t>"
BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
NOT_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_EDGE_SPACE = re.compile(r"\A[ \n\t]| \n|\n | \t|\t |[ \n\t]\Z")
_BREAKS = {"\n": f"{CLOSE}<w:br/>", "\t": f"{CLOSE}<w:tab/>"}
_C0 = bytes(byte for byte in range(0x20) if byte not in b"\t\n") + b"\x7f"
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_NONCHARACTERS = re.compile(rb"\xef\xbf[\xbe\xbf]")


def escaped(text: str) -> str:
    """The text with the three characters that XML keeps for itself written as entities."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def text_elements(text: str) -> str:
    """The elements inside a run: w:t, with w:br for line feeds and w:tab for tabs."""
    text = escaped(text)
    if "\n" in text or "\t" in text or text[:1] == " " or text[-1:] == " ":
        return _spaced(text)
    return f"{OPEN}{text}{CLOSE}" if text else ""


def _spaced(text: str) -> str:
    start = OPEN_PRESERVED if _EDGE_SPACE.search(text) else OPEN
    for character, element in _BREAKS.items():
        if character in text:
            text = text.replace(character, element + start)
    return f"{start}{text}{CLOSE}".replace(start + CLOSE, "")


def run(text: str, properties: str = "") -> str:
    """One w:r; `properties` is the inside of its w:rPr."""
    if properties:
        return f"<w:r><w:rPr>{properties}</w:rPr>{text_elements(text)}</w:r>"
    return f"<w:r>{text_elements(text)}</w:r>"


class Footnotes:
    """Chú thích cuối trang: the notes of one paper, in the order in which they are hung."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def reference(self, text: str) -> str:
        """The run that hangs a note on what stands before it."""
        self.texts.append(text)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.texts)}"/></w:r>'
        )


def runs(text: Text, notes: Footnotes, lighter: str = "", size: str = "") -> str:
    """The w:r elements of a text, its footnotes hung where they belong.

    `lighter` stands for the weight of what is not bold and `size` for the size of everything,
    where they are not those of the paragraph's style.
    """
    if isinstance(text, str):
        return run(text, lighter + size) if text else ""
    return "".join(_run(piece, notes, lighter, size) for piece in text)


def _run(piece: Run, notes: Footnotes, lighter: str, size: str) -> str:
    weight = BOLD if piece.bold else lighter
    properties = f"{weight}{ITALIC}{size}" if piece.italic else weight + size
    written = run(piece.text, properties) if piece.text else ""
    return written if piece.footnote is None else written + notes.reference(piece.footnote)


def encoded(xml: str, document: object) -> bytes:
    """UTF-8 of the XML; raises UnwritableText if a text of `document` cannot be written."""
    try:
        data = xml.encode()
    except UnicodeEncodeError:
        raise _fault(document) from None
    if (
        len(data.translate(None, _C0)) != len(data)
        or _C1.search(data)
        or _NONCHARACTERS.search(data)
    ):
        raise _fault(document)
    return data


def refuse(document: object) -> None:
    """Raise UnwritableText for the first forbidden character of the document's texts, if any."""
    for where, text in _texts(document, ""):
        for offset, character in forbidden_characters(text):
            raise UnwritableText(where, offset, character)


def _fault(document: object) -> Exception:
    try:
        refuse(document)
    except UnwritableText as error:
        return error
    return AssertionError("a forbidden character stands in no text of the document")


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{where}[{index}]")
    elif has(kind := type(value)):
        for attribute in fields(kind):
            path = f"{where}.{attribute.name}" if where else attribute.name
            yield from _texts(getattr(value, attribute.name), path)
