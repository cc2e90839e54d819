"""Larger changes of a paper: its letterhead, its page numbers, a table, a tracked change."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from benchmarks.faults.edits import Change, Edit, Node, body, header, put, saved_xml, tag, text_of

_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"


def flattened(root: Node) -> None:
    """Lay the letterhead out with tabs instead of its table."""
    table = next(root.iter(tag("tbl")))
    for row in table.findall(tag("tr")):
        left, right = (
            [one for one in cell.findall(tag("p")) if text_of(one)]
            for cell in row.findall(tag("tc"))
        )
        for index in range(max(len(left), len(right))):
            pair = [column[index] for column in (left, right) if index < len(column)]
            for other in pair[1:]:
                etree.SubElement(etree.SubElement(pair[0], tag("r")), tag("tab"))
                pair[0].extend(other.findall(tag("r")))
            table.addprevious(pair[0])
    table.getparent().remove(table)


def loosened(root: Node) -> None:
    """Move the place and day below the letterhead's table."""
    paragraph = next(one for one in root.iter(tag("p")) if ", ngày " in text_of(one))
    cell = paragraph.getparent()
    next(root.iter(tag("tbl"))).addnext(paragraph)
    etree.SubElement(cell, tag("p"))


def swapped(root: Node) -> None:
    """Let the two columns of the letterhead change places."""
    for row in next(root.iter(tag("tbl"))).findall(tag("tr")):
        first, second = row.findall(tag("tc"))
        inside = list(first)[1:], list(second)[1:]
        second.extend(inside[0])
        first.extend(inside[1])


def tabbed(text: str) -> Change:
    """Put a tab before the paragraph that holds a text."""

    def change(root: Node) -> None:
        paragraph = next(one for one in root.iter(tag("p")) if text in text_of(one))
        run = etree.Element(tag("r"))
        etree.SubElement(run, tag("tab"))
        paragraph.find(tag("r")).addprevious(run)

    return change


def widened(root: Node) -> None:
    """Make the second table of the paper a fifth wider."""
    table = list(root.iter(tag("tbl")))[1]
    for one in table.iter(tag("gridCol"), tag("tcW"), tag("tblW")):
        one.set(tag("w"), str(round(int(one.get(tag("w"))) * 1.2)))


def labelled(new: str, old: str = "Phụ lục II") -> Change:
    """Change the label of an annex, not where it is mentioned."""

    def change(root: Node) -> None:
        label = next(one for one in root.iter(tag("p")) if text_of(one) == old)
        next(label.iter(tag("t"))).text = new

    return change


def exchanged(first: str, second: str) -> Change:
    """Let two texts change places."""

    def change(root: Node) -> None:
        one, other = (
            next(text for text in root.iter(tag("t")) if text.text == wanted)
            for wanted in (first, second)
        )
        one.text, other.text = second, first

    return change


def tracked(text: str) -> Edit:
    """Make the run that holds a text a tracked insertion."""

    def change(root: Node) -> None:
        paragraph = next(one for one in root.iter(tag("p")) if text in text_of(one))
        run = paragraph.find(tag("r"))
        mark = etree.Element(tag("ins"))
        for name, value in (("id", "9"), ("author", "A"), ("date", "2026-03-09T08:00:00Z")):
            mark.set(tag(name), value)
        run.addprevious(mark)
        mark.append(run)

    return body(change)


def counted_on(section: Node) -> None:
    """Let the pages of a section count on instead of starting at 1."""
    for one in section.findall(tag("pgNumType")):
        one.attrib.pop(tag("start"), None)


def number_form(xml: str) -> Edit:
    """Give the paragraph of the PAGE field further properties."""

    def change(root: Node) -> None:
        paragraph = next(root.iter(tag("p")))
        properties = paragraph.find(tag("pPr"))
        if properties is None:
            properties = etree.Element(tag("pPr"))
            paragraph.insert(0, properties)
        put(properties, xml)

    return header(change)


def number_text(text: str) -> Edit:
    """Put text before the PAGE field."""

    def change(root: Node) -> None:
        paragraph = next(root.iter(tag("p")))
        run = etree.Element(tag("r"))
        etree.SubElement(run, tag("t")).text = text
        first = next(one for one in paragraph if one.tag != tag("pPr"))
        first.addprevious(run)

    return header(change)


def to_footer(data: bytes) -> bytes:
    """Let the page number stand in a footer: its part and what refers to it change their kind."""
    name = next(
        one for one in _names(data) if one.startswith("word/header") and b"PAGE" in _part(data, one)
    )
    data = saved_xml(data, name, b"w:hdr", b"w:ftr")
    base = name.rpartition("/")[2].encode()
    relations = _part(data, _RELATIONS)
    old = next(one for one in relations.split(b"<Relationship ") if base in one)
    data = saved_xml(data, _RELATIONS, old, old.replace(b'/header"', b'/footer"'))
    reference = b'headerReference w:type="default"'
    data = saved_xml(data, "word/document.xml", reference, reference.replace(b"header", b"footer"))
    types = _part(data, _TYPES)
    old = next(one for one in types.split(b"<") if base in one)
    return saved_xml(data, _TYPES, old, old.replace(b"header+xml", b"footer+xml"))


def _names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return source.namelist()


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return source.read(name)


def counted_from(**values: str) -> Change:
    """Count the pages of a section in another way: w:pgNumType's attributes by name."""

    def change(section: Node) -> None:
        numbers = section.find(tag("pgNumType"))
        if numbers is None:
            numbers = etree.Element(tag("pgNumType"))
            section.find(tag("pgMar")).addnext(numbers)
        for name, value in values.items():
            numbers.set(tag(name), value)

    return change


_BULLETS = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>"""
_NUMBERING = "word/numbering.xml"
_NUMBERING_TYPE = (
    '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.numbering+xml"/></Types>'
)
_NUMBERING_LINK = (
    '<Relationship Id="rIdN9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/numbering" Target="numbering.xml"/></Relationships>'
)


def bulleted(text: str) -> Edit:
    """Let Word put the mark before the paragraphs that begin with a typed dash and this text."""

    def change(root: Node) -> None:
        for paragraph in root.iter(tag("p")):
            if text_of(paragraph).startswith(text):
                first = next(paragraph.iter(tag("t")))
                first.text = (first.text or "").removeprefix("- ")
                properties = paragraph.find(tag("pPr"))
                put(properties, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>')

    def apply(data: bytes) -> bytes:
        data = body(change)(data)
        data = saved_xml(data, _TYPES, b"</Types>", _NUMBERING_TYPE.encode())
        data = saved_xml(data, _RELATIONS, b"</Relationships>", _NUMBERING_LINK.encode())
        out = io.BytesIO(data)
        with zipfile.ZipFile(out, "a") as package:
            package.writestr(_NUMBERING, _BULLETS)
        return out.getvalue()

    return apply
