"""Kiểu trình bày: the rulebook's parts as Word styles, so that a paragraph names its style only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.documents import Alignment, Part
from kehoach.word._measure import twips
from kehoach.word._text import BOLD, ITALIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.rules import PartRule, Rulebook

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADING_LEVELS: Final = 9
ABOVE_TABLE: Final = 120
"""Distance between a paragraph and the table below it, twips."""
CELL_PADDING_MM: Final = 1.5
CELL_PADDING_ABOVE: Final = 30
"""Distance between the text of a table and the lines above and below it, twips."""
SUBJECT_TO_NEXT: Final = frozenset(
    {"part_label", "chapter_label", "section_label", "subsection_label", "authority_line",
     "order_line", "kind_name", "summary", "annex_label", "annex_title", "annex_reference",
     "authority", "post"}
)  # fmt: skip
"""Parts that stand with what follows them."""
_BUILT_IN: Final = {
    "body": ("BodyText", "Body Text"),
    "kind_name": ("Title", "Title"),
    "summary": ("Subtitle", "Subtitle"),
    "footnote": ("FootnoteText", "footnote text"),
}
_FLOW: Final = frozenset(part.value for part in Part) - {"table_caption"}
_JUSTIFICATION: Final = {"left": "left", "center": "center", "right": "right"}
_LINE: Final = 240


def style_id(key: str) -> str:
    """The style's id: that of Word's own style where there is one, else the key in one word."""
    if key in _BUILT_IN:
        return _BUILT_IN[key][0]
    return key.title().replace("_", "")


def cell_style(align: Alignment) -> str:
    """The style of a table cell's text with this alignment."""
    return "TableCell" if align is Alignment.LEFT else f"TableCell{align.name.title()}"


def look(part: PartRule) -> str:
    """The inside of w:rPr for a part: weight, slope, colour and size."""
    bold, italic = BOLD if part.bold else "", ITALIC if part.italic else ""
    color = "" if part.color == "000000" else f'<w:color w:val="{part.color}"/>'
    return f"{bold}{italic}{color}{size(part)}"


def size(part: PartRule) -> str:
    """w:sz of a part, in half-points."""
    half_points = round(part.size.preferred * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(
    part: PartRule, rulebook: Rulebook, *, before: float | None = None, above_table: bool = False
) -> str:
    """w:spacing of a part; body paragraphs keep at least the distance that the rules ask for."""
    lead = part.space_before if before is None else before
    line = _LINE
    if part.key in _FLOW:
        line = round(_LINE * rulebook.body.line_spacing.preferred)
        if before is None:
            lead = max(lead, rulebook.body.paragraph_spacing.preferred)
    after = max(round(part.space_after * 20), ABOVE_TABLE if above_table else 0)
    return (
        f'<w:spacing w:before="{round(lead * 20)}" w:after="{after}" w:line="{line}"'
        ' w:lineRule="auto"/>'
    )


def placing(part: PartRule, rulebook: Rulebook) -> str:
    """w:ind and w:jc of a part."""
    first = twips(rulebook.body.indent.preferred) if part.indent == "body" else 0
    justification = _JUSTIFICATION.get(part.align, "both")
    return f'<w:ind w:firstLine="{first}"/><w:jc w:val="{justification}"/>'


def styles_xml(rulebook: Rulebook) -> str:
    """The whole styles part of the rulebook's papers."""
    styles = "".join((*_fixed(rulebook), *_parts(rulebook), *_headings(rulebook)))
    return f'<w:styles xmlns:w="{NAMESPACE}">{_defaults(rulebook)}{styles}</w:styles>'


def _defaults(rulebook: Rulebook) -> str:
    family = rulebook.font.family
    fonts = "".join(f' w:{slot}="{family}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = round(rulebook.part("body").size.preferred * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="{_LINE}"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _paragraph_style(identity: str, name: str, inside: str, *, base: str = "Normal") -> str:
    custom = "" if name[0].islower() or identity in _BUILT_IN_IDS else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:qFormat/>{inside}</w:style>'
    )


_BUILT_IN_IDS: Final = frozenset(identity for identity, _ in _BUILT_IN.values())


def _fixed(rulebook: Rulebook) -> Iterator[str]:
    yield (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    yield _tables(rulebook)
    number = rulebook.part("page_number")
    justification = _JUSTIFICATION.get(rulebook.page_number.align, "center")
    for name in ("header", "footer"):
        inside = f'<w:pPr><w:jc w:val="{justification}"/></w:pPr><w:rPr>{look(number)}</w:rPr>'
        yield _paragraph_style(name.title(), name, inside)
    yield _paragraph_style("Rule", "Đường kẻ", _rule(rulebook))
    tiny = (
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    )
    yield _paragraph_style("TableEnd", "Hết bảng", tiny)


def _rule(rulebook: Rulebook) -> str:
    """A drawn line: the upper border of a paragraph without text, as wide as its indents leave."""
    size = round(rulebook.layout.line_thickness * 8)
    return (
        f'<w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="{size}" w:space="0"'
        ' w:color="000000"/></w:pBdr><w:spacing w:before="40" w:after="0" w:line="60"'
        ' w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr>'
    )


def _tables(rulebook: Rulebook) -> str:
    padding = twips(CELL_PADDING_MM)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (
            ("top", CELL_PADDING_ABOVE),
            ("left", padding),
            ("bottom", CELL_PADDING_ABOVE),
            ("right", padding),
        )
    )
    bare = "".join(
        f'<w:{side} w:w="{twips(size)}" w:type="dxa"/>'
        for side, size in (
            ("top", 0), ("left", rulebook.layout.cell_padding),
            ("bottom", 0), ("right", rulebook.layout.cell_padding),
        )
    )  # fmt: skip
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{bare}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _parts(rulebook: Rulebook) -> Iterator[str]:
    for part in rulebook.parts:
        if part.key in {"page_number", "table_cell"}:
            continue
        name = _BUILT_IN.get(part.key, ("", part.name))[1]
        yield _paragraph_style(style_id(part.key), name, _dress(part, rulebook))
    cell = rulebook.part("table_cell")
    for align in Alignment:
        name = cell.name if align is Alignment.LEFT else f"{cell.name} ({align.value})"
        inside = (
            f"<w:pPr>{spacing(cell, rulebook)}"
            f'<w:jc w:val="{align.value}"/></w:pPr><w:rPr>{look(cell)}</w:rPr>'
        )
        yield _paragraph_style(cell_style(align), name, inside)
    caption = rulebook.part("table_head")
    inside = (
        f'<w:pPr><w:keepNext/><w:spacing w:before="{round(_CAPTION_BEFORE * 20)}" w:after="60"/>'
        f'<w:jc w:val="center"/></w:pPr><w:rPr>{look(caption)}</w:rPr>'
    )
    yield _paragraph_style(style_id("table_caption"), "Tên bảng", inside)


_CAPTION_BEFORE: Final = 6.0


def _dress(part: PartRule, rulebook: Rulebook) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if part.key in SUBJECT_TO_NEXT else ""
    border = _office_rule(rulebook) if part.key == "office_address" else ""
    before = _gaps(rulebook).get(part.key)
    return (
        f"<w:pPr>{keep}{border}{spacing(part, rulebook, before=before)}"
        f"{placing(part, rulebook)}</w:pPr><w:rPr>{look(part)}</w:rPr>"
    )


def _gaps(rulebook: Rulebook) -> dict[str, float]:
    return {"kind_name": rulebook.layout.letterhead_gap}


def _office_rule(rulebook: Rulebook) -> str:
    size = round(rulebook.layout.line_thickness * 8)
    return f'<w:pBdr><w:top w:val="single" w:sz="{size}" w:space="2" w:color="000000"/></w:pBdr>'


def _headings(rulebook: Rulebook) -> Iterator[str]:
    part = rulebook.part("clause_heading")
    for level in range(1, HEADING_LEVELS + 1):
        inside = (
            f"<w:pPr><w:keepNext/><w:keepLines/>{spacing(part, rulebook)}"
            f'{placing(part, rulebook)}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            f"<w:rPr>{look(part)}</w:rPr>"
        )
        yield _paragraph_style(f"Heading{level}", f"heading {level}", inside)
