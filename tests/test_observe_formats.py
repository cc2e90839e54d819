"""Effective formatting: defaults, table style, paragraph style, character style, own properties.

The order and the toggles are those of ECMA-376 part 1, 17.7.2 and 17.7.3.
"""

from __future__ import annotations

from typing import Any

import pytest

from kehoach.observed import Border, Borders, TabStop
from tests.support.word_xml import docx, p, r, seen, tbl, tc, tr, val

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">'
    "<a:themeElements><a:clrScheme name='O'><a:dk1><a:sysClr val='windowText' lastClr='000000'/>"
    "</a:dk1><a:accent1><a:srgbClr val='4472c4'/></a:accent1></a:clrScheme>"
    "<a:fontScheme name='O'><a:majorFont><a:latin typeface='Cambria'/><a:ea typeface=''/>"
    "<a:cs typeface=''/></a:majorFont><a:minorFont><a:latin typeface='Calibri'/>"
    "<a:ea typeface=''/><a:cs typeface='Arial'/></a:minorFont></a:fontScheme>"
    "</a:themeElements></a:theme>"
)


def style(
    identity: str, inside: str, *, kind: str = "paragraph", base: str = "", default: bool = False
) -> str:
    """A style of a sheet."""
    mark = ' w:default="1"' if default else ""
    based = val("basedOn", base) if base else ""
    name = val("name", f"Kiểu {identity}")
    return f'<w:style w:type="{kind}"{mark} w:styleId="{identity}">{name}{based}{inside}</w:style>'


def paragraph(body: str, **parts):
    """The first paragraph of a file."""
    return seen(docx(body, **parts)).blocks[0]


def run_format(run: str, properties: str = "", **parts):
    """The format of the first run of a paragraph with these properties."""
    return paragraph(p(run, properties), **parts).runs[0].format


def test_without_any_style_sheet_word_falls_back_to_ten_point_times():
    looks = run_format(r("chữ"))

    assert (looks.font, looks.size, looks.bold) == ("Times New Roman", 10.0, False)


def test_document_defaults_reach_every_run():
    looks = run_format(r("chữ"), styles=DEFAULTS)

    assert (looks.font, looks.font_high, looks.size) == ("Arial", "Arial", 13.0)
    assert looks.language == "vi-VN"


def test_the_default_paragraph_style_dresses_a_paragraph_that_names_none():
    sheet = DEFAULTS + style("Normal", f"<w:rPr>{val('sz', '28')}</w:rPr>", default=True)
    found = paragraph(p("chữ"), styles=sheet)

    assert (found.format.style, found.runs[0].format.size) == ("Kiểu Normal", 14.0)


def test_each_layer_stands_over_the_one_below():
    sheet = (
        DEFAULTS
        + style("Base", f"<w:rPr>{val('sz', '24')}{val('color', '111111')}</w:rPr>")
        + style("Head", f"<w:rPr>{val('color', '222222')}{val('u', 'single')}</w:rPr>", base="Base")
        + style("Mark", f"<w:rPr>{val('u', 'double')}</w:rPr>", kind="character")
    )
    plain = run_format(r("a"), val("pStyle", "Head"), styles=sheet)
    marked = run_format(r("a", val("rStyle", "Mark")), val("pStyle", "Head"), styles=sheet)
    own = run_format(
        r("a", val("rStyle", "Mark") + val("u", "none")), val("pStyle", "Head"), styles=sheet
    )

    assert (plain.font, plain.size, plain.color, plain.underline) == (
        "Arial", 12.0, "222222", "single",
    )  # fmt: skip
    assert (marked.underline, marked.style) == ("double", "Kiểu Mark")
    assert own.underline == ""


@pytest.mark.parametrize(
    ("in_paragraph", "in_character", "direct", "expected"),
    [
        ("", "", "", False),
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ("<w:b/>", "", '<w:b w:val="false"/>', False),
        ('<w:b w:val="off"/>', "<w:b/>", "", True),
    ],
)
def test_bold_in_a_bold_style_turns_back_but_a_run_s_own_word_is_final(
    in_paragraph, in_character, direct, expected
):
    sheet = style("P", f"<w:rPr>{in_paragraph}</w:rPr>") + style(
        "C", f"<w:rPr>{in_character}</w:rPr>", kind="character"
    )
    run = r("a", val("rStyle", "C") + direct)

    assert run_format(run, val("pStyle", "P"), styles=sheet).bold is expected


def test_a_bold_style_based_on_a_bold_style_is_bold():
    sheet = style("A", "<w:rPr><w:b/></w:rPr>") + style("B", "<w:rPr><w:b/></w:rPr>", base="A")

    assert run_format(r("a"), val("pStyle", "B"), styles=sheet).bold


def test_styles_that_are_based_on_each_other_end():
    sheet = style("A", "<w:rPr><w:i/></w:rPr>", base="B") + style("B", "", base="A")

    assert run_format(r("a"), val("pStyle", "B"), styles=sheet).italic


def test_theme_fonts_are_named_by_the_theme():
    fonts = (
        '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Old"'
        ' w:cstheme="minorBidi" w:eastAsia="SimSun" w:eastAsiaTheme="minorEastAsia"/></w:rPr>'
    )
    looks = run_format(r("a"), styles=style("N", fonts, default=True), theme=THEME)

    assert (looks.font, looks.font_high) == ("Calibri", "Calibri")
    assert (looks.font_complex, looks.font_east_asian) == ("Arial", "SimSun")


def test_a_font_named_above_a_theme_font_wins():
    themed = '<w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/></w:rPr>'
    run = r("a", '<w:rFonts w:ascii="Times New Roman"/>')
    looks = run_format(run, styles=style("N", themed, default=True), theme=THEME)

    assert (looks.font, looks.font_high) == ("Times New Roman", "Cambria")


def test_a_vietnamese_letter_takes_the_font_for_characters_beyond_ascii():
    looks = run_format(r("a", '<w:rFonts w:ascii="Arial" w:hAnsi="Verdana"/>'))

    assert (looks.font_of("a"), looks.font_of("ộ")) == ("Arial", "Verdana")


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        (val("color", "ff0000"), "color", "FF0000"),
        (val("color", "auto"), "color", ""),
        ('<w:color w:themeColor="accent1"/>', "color", "4472C4"),
        (val("highlight", "yellow"), "highlight", "yellow"),
        ('<w:shd w:val="clear" w:fill="D9D9D9"/>', "shading", "D9D9D9"),
        ("<w:caps/>", "caps", True),
        ("<w:smallCaps/>", "small_caps", True),
        ("<w:strike/>", "strike", True),
        ("<w:vanish/>", "hidden", True),
        (val("vertAlign", "superscript"), "vertical", "superscript"),
        (val("spacing", "-4"), "spacing", -0.2),
        (val("position", "6"), "raised", 3.0),
        (val("w", "90"), "scale", 90.0),
        (val("sz", "27"), "size", 13.5),
        (val("sz", "13.5pt"), "size", 13.5),
        (val("sz", "nonsense"), "size", 10.0),
    ],
)
def test_a_property_of_characters_is_read_in_its_unit(properties, name, expected):
    assert getattr(run_format(r("a", properties), theme=THEME), name) == expected


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        (val("jc", "both"), "alignment", "both"),
        (val("jc", "end"), "alignment", "right"),
        ('<w:ind w:firstLine="567"/>', "first_line", 10.0),
        ('<w:ind w:left="720" w:hanging="360"/>', "first_line", -6.35),
        ('<w:ind w:start="1.5cm"/>', "left", 15.0),
        ('<w:spacing w:before="120"/>', "space_before", 6.0),
        ('<w:spacing w:after="60"/>', "space_after", 3.0),
        ('<w:spacing w:before="120" w:beforeAutospacing="1"/>', "space_before", 14.0),
        ("<w:keepNext/>", "keep_next", True),
        ("<w:keepLines/>", "keep_lines", True),
        ("<w:pageBreakBefore/>", "page_break_before", True),
        ("<w:contextualSpacing/>", "contextual_spacing", True),
        (val("outlineLvl", "0"), "outline_level", 1),
        (val("outlineLvl", "9"), "outline_level", None),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "shading", "FFFF00"),
    ],
)
def test_a_property_of_paragraphs_is_read_in_its_unit(properties, name, expected):
    assert getattr(paragraph(p("a", properties)).format, name) == expected


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        ("", ("auto", 1.0)),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', ("auto", 1.5)),
        ('<w:spacing w:line="340" w:lineRule="exact"/>', ("exact", 17.0)),
        ('<w:spacing w:line="320" w:lineRule="atLeast"/>', ("at_least", 16.0)),
    ],
)
def test_line_spacing_counts_lines_or_points(spacing, expected):
    found = paragraph(p("a", spacing)).format

    assert (found.line_rule, found.line) == expected


def test_spacing_is_inherited_attribute_by_attribute():
    found = paragraph(p("a", '<w:spacing w:before="120"/>'), styles=DEFAULTS).format

    assert (found.space_before, found.space_after, found.line) == (6.0, 8.0, 1.0792)


def test_a_first_line_of_nothing_ends_a_hanging_indent():
    sheet = style("L", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    found = paragraph(p("a", val("pStyle", "L") + '<w:ind w:firstLine="0"/>'), styles=sheet).format

    assert (found.left, found.first_line) == (12.7, 0.0)


def test_borders_are_drawn_rules_side_by_side():
    line = '<w:pBdr><w:{0} w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    sheet = style("R", f"<w:pPr>{line.format('top')}</w:pPr>")
    rule = Border("single", 0.75, "", 1.0)
    both = paragraph(p("", val("pStyle", "R") + line.format("bottom")), styles=sheet).format
    gone = paragraph(
        p("", val("pStyle", "R") + '<w:pBdr><w:top w:val="nil"/></w:pBdr>'), styles=sheet
    ).format

    assert both.borders == Borders(top=rule, bottom=rule)
    assert not gone.borders.any


def test_tab_stops_are_added_and_cleared():
    sheet = style(
        "T", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="567"/>'
        '<w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs></w:pPr>',
    )  # fmt: skip
    own = '<w:tabs><w:tab w:val="clear" w:pos="567"/><w:tab w:val="center" w:pos="4536"/></w:tabs>'
    found = paragraph(p("a", val("pStyle", "T") + own), styles=sheet).format

    assert found.tabs == (TabStop(80.01, "center"), TabStop(160.02, "right", "dot"))


def test_the_mark_of_an_empty_paragraph_has_its_own_size():
    found = paragraph(p("", f"<w:rPr>{val('sz', '12')}<w:b/></w:rPr>"))

    assert (found.format.mark.size, found.format.mark.bold) == (6.0, True)


def test_equal_paragraphs_share_one_format():
    same = p(r("a", "<w:b/>"), val("jc", "both"))
    first, second = seen(docx(same + same)).blocks

    assert first.format is second.format
    assert first.runs[0].format is second.runs[0].format


def test_properties_that_were_changed_under_tracking_are_the_new_ones():
    change = '<w:rPrChange w:id="1" w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange>'

    assert run_format(r("a", f"<w:i/>{change}")).bold is False
    assert run_format(r("a", f"<w:i/>{change}")).italic is True


GRID = (
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:insideH w:val="dotted" w:sz="4"/>'
    '</w:tblBorders><w:tblCellMar><w:left w:w="57"/></w:tblCellMar></w:tblPr>'
    "<w:rPr><w:i/></w:rPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:fill="CCCCCC"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:rPr><w:sz w:val="18"/></w:rPr></w:tblStylePr>'
)
LOOK = '<w:tblLook w:firstRow="1" w:noHBand="{}" w:noVBand="1"/>'


def grid(look: str) -> Any:
    """A table of three rows in a style with conditional parts."""
    body = tbl(
        *(tr(tc(f"hàng {n}")) for n in range(3)),
        properties=val("tblStyle", "G") + look,
        grid=(5000,),
    )
    return seen(docx(body, styles=style("G", GRID, kind="table"))).blocks[0]


def test_a_table_style_dresses_the_texts_of_its_cells():
    head, second, third = (
        row.cells[0].blocks[0].runs[0].format for row in grid(LOOK.format(0)).rows
    )

    assert (head.bold, head.italic) == (True, True)
    assert (second.bold, second.italic, second.size) == (False, True, 10.0)
    assert third.size == 9.0


def test_conditional_parts_hold_only_where_the_table_asks_for_them():
    rows = grid('<w:tblLook w:val="0000"/>').rows

    assert [row.cells[0].blocks[0].runs[0].format.bold for row in rows] == [False] * 3


def test_a_cell_s_borders_come_from_its_place_in_the_table():
    first, second, _ = (row.cells[0] for row in grid(LOOK.format(1)).rows)

    assert (first.borders.top, first.borders.bottom) == (Border("single", 1.0), Border("dotted"))
    assert second.borders.top == Border("dotted")
    assert (first.shading, second.shading) == ("CCCCCC", "")
    assert first.margin_left == 1.01


def test_a_paragraph_style_stands_over_the_table_s():
    sheet = style("G", "<w:rPr><w:sz w:val='18'/></w:rPr>", kind="table") + style(
        "Cell", "<w:rPr><w:sz w:val='24'/></w:rPr>"
    )
    body = tbl(
        tr(tc(p("a", val("pStyle", "Cell"))), tc("b")), properties=val("tblStyle", "G"), grid=(9, 9)
    )
    cells = seen(docx(body, styles=sheet)).blocks[0].rows[0].cells

    assert [cell.blocks[0].runs[0].format.size for cell in cells] == [12.0, 9.0]


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_list_brings_its_indents_over_those_of_the_style():
    sheet = style("S", '<w:pPr><w:ind w:left="100"/></w:pPr>')
    found = paragraph(p("a", val("pStyle", "S") + IN_LIST), styles=sheet, numbering=LIST)

    assert (found.format.left, found.format.first_line) == (12.7, -6.35)
    assert found.number.format.bold


def test_a_paragraph_s_own_indents_stand_over_the_list_s():
    found = paragraph(p("a", IN_LIST + '<w:ind w:left="0" w:firstLine="567"/>'), numbering=LIST)

    assert (found.format.left, found.format.first_line) == (0.0, 10.0)


def test_a_style_s_own_indents_stand_over_those_of_its_list():
    sheet = style("S", f'<w:pPr>{IN_LIST}<w:ind w:left="1440"/></w:pPr>')
    found = paragraph(p("a", val("pStyle", "S")), styles=sheet, numbering=LIST)

    assert (found.format.left, found.format.first_line) == (25.4, -6.35)


def test_leaving_the_list_takes_its_indents_along():
    sheet = style("S", f'<w:pPr>{IN_LIST}<w:ind w:right="567"/></w:pPr>')
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    found = paragraph(p("a", val("pStyle", "S") + none), styles=sheet, numbering=LIST)

    assert found.number is None
    assert (found.format.left, found.format.first_line, found.format.right) == (0.0, 0.0, 10.0)
