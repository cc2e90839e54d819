"""Gói nền: what all papers of one rulebook share, made once with python-docx and kept packed."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import docx
from attrs import frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from kehoach.word._package import packed
from kehoach.word._sections import References, blank, header_xml, page_number
from kehoach.word._styles import NAMESPACE, styles_xml
from kehoach.word._watermark import watermark_run

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from kehoach.rules import Rulebook

CORE: Final = "docProps/core.xml"
BODY: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"
FIRST_HEADER: Final = "word/header1.xml"
FIRST_FOOTER: Final = "word/footer1.xml"
_SHARED_RELATIONSHIPS: Final = frozenset({RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS})
_PACKAGE_RELATIONSHIPS: Final = frozenset(
    {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
)
_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"


@frozen
class Extras:
    """Parts that only some papers have, besides body and properties."""

    first_header: bool = False
    first_footer: bool = False
    footnotes: bool = False
    watermark: str = ""


@frozen
class Base:
    """A zip of the shared parts, and how the paper's sections refer to its headers.

    `first` is for the paper's first section, `later` for all others.
    """

    data: bytes
    first: References
    later: References


@lru_cache(maxsize=64)
def base(rulebook: Rulebook, extras: Extras) -> Base:
    """The base package of a rulebook's papers; the parts that `extras` names are announced in it.

    The paper adds them, its body and its core properties.
    """
    part = docx.Document().part
    _strip(part)
    part._styles_part._element = parse_xml(styles_xml(rulebook))  # noqa: SLF001 - replaced whole
    part._settings_part._element = parse_xml(_settings_xml(extras))  # noqa: SLF001 - the same
    first, later = _headers(part, rulebook, extras)
    if extras.footnotes:
        _add(part, FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, "")
    own = {BODY, CORE}
    own |= {FIRST_HEADER} if extras.first_header else set()
    own |= {FIRST_FOOTER} if extras.first_footer else set()
    own |= {FOOTNOTES} if extras.footnotes else set()
    return Base(_repacked(part, own), first, later)


def _strip(part: DocumentPart) -> None:
    """Leave of python-docx's template the styles, the settings and the core properties."""
    for relationships, kept in (
        (part.rels, _SHARED_RELATIONSHIPS),
        (part.package.rels, _PACKAGE_RELATIONSHIPS),
    ):
        for identity, relationship in list(relationships.items()):
            if relationship.reltype not in kept:
                del relationships[identity]


def _settings_xml(extras: Extras) -> str:
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{notes if extras.footnotes else ''}<w:compat><w:compatSetting"
        f' w:name="compatibilityMode" w:uri="{_COMPATIBILITY}" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _headers(
    part: DocumentPart, rulebook: Rulebook, extras: Extras
) -> tuple[References, References]:
    """Add the page number's header or footer, and those of first pages where they differ.

    Sections after the first take over what they do not replace, so a first page that must show
    nothing needs a header or footer that is blank.
    """
    under = watermark_run(extras.watermark) if extras.watermark else ""
    kind = rulebook.page_number.place
    in_header = kind == "header"
    number = page_number(kind.title(), under if in_header else "")
    first: list[tuple[str, str, str]] = [(kind, "default", _add_margin(part, kind, 2, number))]
    if under and not in_header:
        first.append(("header", "default", _add_margin(part, "header", 2, blank("Header", under))))
    later = first.copy()
    for name, own in (("header", extras.first_header), ("footer", extras.first_footer)):
        drawn = under if name == "header" else ""
        if own or drawn:
            blanked = _add_margin(part, name, 3, blank(name.title(), drawn))
            later.append((name, "first", blanked))
            shown = _add_margin(part, name, 1, "") if own else blanked
            first.append((name, "first", shown))
    return References(tuple(first)), References(tuple(later))


def _add_margin(part: DocumentPart, kind: str, number: int, inside: str) -> str:
    """Add a header or footer; return its relationship's id."""
    root, content, relation = _MARGINS[kind]
    return _add(part, f"word/{kind}{number}.xml", content, relation, header_xml(root, inside))


_MARGINS: Final = {
    "header": ("hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def _add(part: DocumentPart, name: str, content: str, relation: str, xml: str) -> str:
    added = Part(PackURI(f"/{name}"), content, xml.encode(), part.package)
    return part.relate_to(added, relation)


def _repacked(part: DocumentPart, own: set[str]) -> bytes:
    """The package as python-docx saves it, with fixed dates and without the paper's own parts."""
    saved, repacked = io.BytesIO(), io.BytesIO()
    part.save(saved)
    with zipfile.ZipFile(saved) as package:
        members = [(name, package.read(name)) for name in package.namelist() if name not in own]
    packed(members, repacked)
    return repacked.getvalue()
