"""Phân đoạn: page size, margins, page numbers; the headers and footers that sections show."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.word._measure import twips
from kehoach.word._styles import NAMESPACE, RELATIONSHIPS
from kehoach.word._text import text_elements
from kehoach.word._watermark import VML

if TYPE_CHECKING:
    from kehoach.rules import Rulebook

_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@frozen
class References:
    """The headers and footers of a section: kind, page and relationship id of each."""

    shown: tuple[tuple[str, str, str], ...]

    def xml(self) -> str:
        """The w:headerReference and w:footerReference elements of a section."""
        return "".join(
            f'<w:{kind}Reference w:type="{when}" r:id="{identity}"/>'
            for kind, when, identity in self.shown
        )


@lru_cache(maxsize=256)
def section(rulebook: Rulebook, references: References, *, landscape: bool = False) -> str:
    """w:sectPr: a section begins on a page of its own and counts its pages from the start."""
    page, number = rulebook.page, rulebook.page_number
    sides = (twips(page.width), twips(page.height))
    margins, turned = page.margins, ""
    if landscape:
        sides, margins = sides[::-1], page.landscape.margins
        turned = ' w:orient="landscape"'
    distances = {
        **{name: getattr(margins, name) for name in ("top", "right", "bottom", "left")},
        "header": page.header_distance,
        "footer": page.footer_distance,
    }
    placed = "".join(f' w:{name}="{twips(of.preferred)}"' for name, of in distances.items())
    hidden = "<w:titlePg/>" if number.hidden_on_first else ""
    return (
        f'<w:sectPr>{references.xml()}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{sides[0]}" w:h="{sides[1]}"{turned}/>'
        f'<w:pgMar{placed} w:gutter="0"/><w:pgNumType w:start="{number.start}"/>{hidden}'
        "</w:sectPr>"
    )


def header_xml(root: str, inside: str) -> str:
    """A header (`root` "hdr") or footer ("ftr") part around its paragraphs."""
    drawn = f" {VML}" if "<v:" in inside else ""
    return f'<w:{root} xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"{drawn}>{inside}</w:{root}>'


def page_number(style: str, under: str = "") -> str:
    """The paragraph that shows the page's number; `under` is a run that lies under the page."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{under}{_NUMBER}</w:p>'


def blank(style: str, under: str = "") -> str:
    """A header or footer that shows nothing but the run `under` the page, if any."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{under}</w:p>'


def footnotes_xml(texts: list[str]) -> str:
    """The footnotes part: the two separators, then the notes, numbered from 1."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for identity, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(
        f'<w:footnote w:id="{identity}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r>{text_elements(text)}</w:r></w:p>'
        "</w:footnote>"
        for identity, text in enumerate(texts, start=1)
    )
    return f'<w:footnotes xmlns:w="{NAMESPACE}">{separators}{notes}</w:footnotes>'
