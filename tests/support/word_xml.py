"""A small notation for .docx files of a few lines: what stands in each part, as XML."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from kehoach.word import observe

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "settings": "settings",
    "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
    "header": "hdr", "footer": "ftr",
}  # fmt: skip
TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; text without a tag becomes one run."""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{inside if inside.startswith('<') or not inside else r(inside)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; text without a tag becomes w:t."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inside = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{own}{inside}</w:r>"


def tbl(*rows: str, properties: str = "", grid: tuple[int, ...] = ()) -> str:
    """A table of rows."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{own}{''.join(cells)}</w:tr>"


def tc(inside: str = "", properties: str = "") -> str:
    """A cell; text without a tag becomes a paragraph."""
    own = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{own}{inside if inside.startswith('<') else p(inside)}</w:tc>"


def val(name: str, value: str) -> str:
    """A property with its w:val."""
    return f'<w:{name} w:val="{value}"/>'


def root(name: str, inside: str) -> str:
    """A part's XML around its inside; a complete part stays as it is."""
    if inside.startswith("<?xml") or " xmlns:" in inside[:200]:
        return inside
    element = _ROOTS[name.rstrip("0123456789")]
    return f"<w:{element} {_NAMES}>{inside}</w:{element}>"


def docx(
    body: str,
    *,
    links: dict[str, tuple[str, str]] | None = None,
    extra: dict[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """A .docx of this body; `parts` are styles, numbering, header1 …, `theme` a complete part.

    `links` gives external relationships by id: kind and address; a part's own relationship has
    its name as id.
    """
    relations = [
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}"'
        f' Target="{name}.xml"/>'
        for name in parts
    ]
    relations += [
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"'
        ' TargetMode="External"/>'
        for name, (kind, target) in (links or {}).items()
    ]
    files = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relationships("".join(relations)),
        "word/document.xml": (
            f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>".encode()
        ),
        **{f"word/{name}.xml": root(name, inside).encode() for name, inside in parts.items()},
        **(extra or {}),
    }
    return zipped(files)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


def seen(data: bytes, source: str = "") -> Any:
    """What is observed in the bytes, for looking into it without asking what each block is."""
    return observe(data, source)


def member(data: bytes, name: str) -> bytes:
    """One member of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """The zip with one member replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {each: package.read(each) for each in package.namelist()}
    return zipped({**files, name: content})


def _relationships(inside: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'.encode()
