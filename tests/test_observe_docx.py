"""What stands in a .docx: texts, lists, tables, sections, notes, fields, drawings, in order."""

from __future__ import annotations

import pytest

from kehoach.observed import NoteReference, ObservedTable
from tests.support.word_xml import docx, member, p, r, replaced, seen, tbl, tc, tr, val

BEGIN, SEPARATE, END = (
    r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
)


RUBY = (
    "<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby>"
)
OLD_BOX = (
    f'<v:rect style="width:20mm"><v:textbox><w:txbxContent>{p("a")}</w:txbxContent>'
    "</v:textbox></v:rect>"
)


def instruction(text: str) -> str:
    """A run that holds a field's instruction."""
    return r(f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def texts(body: str, **parts) -> list[str]:
    """The printed lines of a body."""
    return [line.text for line in seen(docx(body, **parts)).lines()]


def first(body: str, **parts):
    """The first block of a body."""
    return seen(docx(body, **parts)).blocks[0]


def codes(data: bytes) -> list[str]:
    """The codes of the remarks about a file."""
    return [remark.code for remark in seen(data).remarks]


def test_neighbouring_runs_of_one_look_become_one():
    found = first(p(r("Kế ") + '<w:proofErr w:type="spellStart"/>' + r("hoạch") + r("!", "<w:b/>")))

    assert [(run.text, run.format.bold) for run in found.runs] == [("Kế hoạch", False), ("!", True)]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a\fb"),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "a\u2011b"),
        ('<w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FC"/>', "a\uf0fc"),
        ("<w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t>", "ab"),
        ("<w:t>a</w:t><w:delText>gone</w:delText>", "a"),
        ('<w:t xml:space="preserve"> a </w:t>', " a "),
        (RUBY, "a"),
    ],
)
def test_what_stands_in_a_run_becomes_its_characters(inside, expected):
    assert first(p(r(inside))).text == expected


def test_soft_hyphens_stay_in_the_run_and_out_of_the_printed_text():
    found = first(p(r("<w:t>nhiệm</w:t><w:softHyphen/><w:t>vụ</w:t>")))

    assert (found.runs[0].text, found.text) == ("nhiệm\u00advụ", "nhiệmvụ")


def test_hidden_text_is_a_run_but_no_printed_text():
    found = first(p(r("thấy") + r("ẩn", "<w:vanish/>")))

    assert ([run.text for run in found.runs], found.text) == (["thấy", "ẩn"], "thấy")


def test_a_line_break_parts_a_paragraph_into_lines_of_one_place():
    lines = seen(docx(p(r("<w:t>a</w:t><w:br/><w:t>b</w:t>")) + p("c"))).lines()

    assert [(x.text, x.place.describe(), x.first) for x in lines] == [
        ("a", "đoạn 1", True), ("b", "đoạn 1", False), ("c", "đoạn 2", True),
    ]  # fmt: skip


def level(number: int, kind: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>{val("numFmt", kind)}{more}'
        f"{val('lvlText', text)}</w:lvl>"
    )


def lists(*levels: str, overrides: str = "") -> str:
    """A numbering part with lists 1 and 2 of one definition; 2 has the overrides."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
    )


def item(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    return p(text, f"<w:numPr>{val('ilvl', str(depth))}{val('numId', str(number))}</w:numPr>")


OUTLINE = lists(
    level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")
)


def test_automatic_numbers_stand_in_the_printed_lines():
    body = (
        item("MỤC ĐÍCH") + item("Một", 1) + item("điểm", 2) + item("điểm", 2)
        + item("Hai", 1) + p("chữ") + item("NHIỆM VỤ") + item("Một", 1)
    )  # fmt: skip

    assert texts(body, numbering=OUTLINE) == [
        "I. MỤC ĐÍCH", "1. Một", "a) điểm", "b) điểm", "2. Hai", "chữ", "II. NHIỆM VỤ", "1. Một",
    ]  # fmt: skip


def test_a_number_is_no_text_of_its_paragraph():
    found = first(item("MỤC ĐÍCH"), numbering=OUTLINE)

    assert (found.text, found.number.text, found.number.level) == ("MỤC ĐÍCH", "I.", 0)
    assert (found.number.kind, found.number.suffix) == ("upperRoman", "\t")


def test_numbers_of_several_levels_are_joined():
    numbering = lists(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))

    assert texts(item("a") + item("b", 1) + item("c", 1), numbering=numbering) == [
        "I a", "1.1. b", "1.2. c",
    ]  # fmt: skip


def test_lists_of_one_definition_count_on_unless_a_start_is_given():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("a") + item("b", 0, 2) + item("c", 0, 2)
    plain = lists(level(0, "decimal", "%1."))
    started = lists(level(0, "decimal", "%1."), overrides=again)

    assert texts(body, numbering=plain) == ["1. a", "2. b", "3. c"]
    assert texts(body, numbering=started) == ["1. a", "5. b", "6. c"]


def test_a_level_may_count_on_past_its_parents():
    numbering = lists(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", val("lvlRestart", "0"))
    )
    body = item("A") + item("a", 1) + item("B") + item("b", 1)

    assert texts(body, numbering=numbering) == ["I. A", "1. a", "II. B", "2. b"]


@pytest.mark.parametrize(
    ("kind", "count", "expected"),
    [
        ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"), ("lowerLetter", 5, "e"), ("none", 1, ""),
    ],
)  # fmt: skip
def test_numbers_print_in_word_s_formats(kind, count, expected):
    body = "".join(item("x") for _ in range(count))
    found = seen(docx(body, numbering=lists(level(0, kind, "%1")))).blocks[-1]

    assert found.number.text == expected


def test_a_bullet_of_a_symbol_font_prints_as_a_character():
    found = first(item("x"), numbering=lists(level(0, "bullet", "\uf0b7")))

    assert (found.number.text, found.number.glyph) == ("•", "\uf0b7")


def test_headings_are_numbered_through_their_styles():
    sheet = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:pPr>'
        f'<w:numPr><w:numId w:val="1"/></w:numPr>{val("outlineLvl", str(n - 1))}</w:pPr></w:style>'
        for n in (1, 2)
    )
    numbering = lists(
        level(0, "upperRoman", "%1.", val("pStyle", "H1")),
        level(1, "decimal", "%2.", val("pStyle", "H2")),
    )
    body = p("A", val("pStyle", "H1")) + p("B", val("pStyle", "H2"))

    assert texts(body, styles=sheet, numbering=numbering) == ["I. A", "1. B"]


def test_a_list_defined_by_a_numbering_style_is_found():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{val("styleLink", "L")}{level(0, "decimal", "%1/")}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="1">{val("numStyleLink", "L")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    sheet = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )

    assert texts(item("a", 0, 2), styles=sheet, numbering=numbering) == ["1/ a"]


def table(body: str) -> ObservedTable:
    """The first block, a table."""
    found = first(body)
    assert isinstance(found, ObservedTable)
    return found


def test_merged_cells_are_one_cell_with_its_extent():
    found = table(
        tbl(
            tr(tc("a", val("gridSpan", "2")), tc("b", val("vMerge", "restart"))),
            tr(tc("c"), tc("d"), tc("", "<w:vMerge/>")),
            tr(tc("e"), tc("f"), tc("", "<w:vMerge/>")),
            tr(tc("g"), tc("h"), tc("i")),
            grid=(567, 567, 1134),
        )
    )

    assert [[(c.text, c.column, c.across, c.down) for c in row.cells] for row in found.rows] == [
        [("a", 0, 2, 1), ("b", 2, 1, 3)],
        [("c", 0, 1, 1), ("d", 1, 1, 1)],
        [("e", 0, 1, 1), ("f", 1, 1, 1)],
        [("g", 0, 1, 1), ("h", 1, 1, 1), ("i", 2, 1, 1)],
    ]
    assert found.grid == (10.0, 10.0, 20.0)


def test_what_a_covered_cell_holds_is_not_lost():
    found = table(
        tbl(tr(tc("a", val("vMerge", "restart"))), tr(tc("b", "<w:vMerge/>")), grid=(567,))
    )

    assert found.rows[0].cells[0].text == "a\nb"


def test_cells_joined_the_old_way_are_one_cell():
    start, on = val("hMerge", "restart"), "<w:hMerge/>"
    found = table(tbl(tr(tc("a", start), tc("b", on), tc("c", on), tc("d")), grid=(9, 9, 9, 9)))

    assert [(cell.text, cell.across) for cell in found.rows[0].cells] == [("a\nb\nc", 3), ("d", 1)]


def test_rows_repeat_and_stay_whole_as_they_say():
    height = '<w:trHeight w:val="567" w:hRule="exact"/>'
    found = table(
        tbl(
            tr(tc("a"), properties=f"<w:tblHeader/><w:cantSplit/>{height}"),
            tr(tc("b"), properties='<w:gridBefore w:val="1"/>'),
            grid=(567, 567),
        )
    )
    head, row = found.rows

    assert (head.header, head.cant_split, head.height, head.height_rule) == (
        True, True, 10.0, "exact",
    )  # fmt: skip
    assert (row.header, row.cant_split, row.height, row.cells[0].column) == (False, False, None, 1)


def test_widths_are_millimetres_even_when_given_in_percent():
    cell = tc("a", '<w:tcW w:w="2500" w:type="pct"/>')
    properties = (
        '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:jc w:val="center"/>'
    )
    found = table(tbl(tr(cell, tc("b")), properties=properties, grid=(567, 1701)))

    assert [c.width for c in found.rows[0].cells] == [20.0, 30.0]
    assert (found.width, found.fixed, found.alignment) == (40.0, True, "center")


def test_tables_inside_cells_are_read_in_their_place():
    inner = tbl(tr(tc("trong")), grid=(567,)) + p("sau")
    lines = seen(docx(p("trước") + tbl(tr(tc(p("ô") + inner)), grid=(9,)) + p("cuối"))).lines()

    assert [line.text for line in lines] == ["trước", "ô", "trong", "sau", "cuối"]
    assert [line.place.describe() for line in lines][1:3] == [
        "bảng 1, hàng 1, cột 1", "bảng 1, hàng 1, cột 1, trong ô, bảng 1, hàng 1, cột 1",
    ]  # fmt: skip


def test_rows_and_cells_in_content_controls_are_rows_and_cells():
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    found = table(tbl(control(tr(tc("a"), control(tc("b")))), grid=(9, 9)))

    assert [cell.text for cell in found.rows[0].cells] == ["a", "b"]


TITLED = (
    '<w:sdt><w:sdtPr><w:alias w:val="Số"/><w:tag w:val="so"/>{}</w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)


def test_content_controls_give_their_runs_a_title():
    block, inline = seen(
        docx(TITLED.format("", p("a")) + p(TITLED.format("", r("b")) + r("c")))
    ).blocks

    assert [(run.text, run.control) for run in (*block.runs, *inline.runs)] == [
        ("a", "Số"), ("b", "Số"), ("c", ""),
    ]  # fmt: skip


def test_a_prompt_still_shown_is_told():
    found = first(p(TITLED.format("<w:showingPlcHdr/>", r("Nhập số"))))

    assert found.runs[0].placeholder


def test_a_field_is_its_result():
    found = first(p(r("trang ") + BEGIN + instruction(" PAGE ") + SEPARATE + r("2") + END + r(".")))

    assert [(run.text, run.field) for run in found.runs] == [
        ("trang ", ""), ("2", "PAGE"), (".", ""),
    ]  # fmt: skip


def test_a_field_without_a_result_is_still_seen():
    bare = first(p(BEGIN + instruction("PAGE") + END))
    simple = first(p('<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/>'))

    assert [(run.text, run.field) for run in bare.runs] == [("", "PAGE")]
    assert [run.field for run in simple.runs] == ["PAGE \\* MERGEFORMAT"]


def test_an_instruction_is_no_text_even_with_fields_inside_it():
    nested = BEGIN + instruction("IF ") + BEGIN + instruction("PAGE") + SEPARATE + r("1") + END
    found = first(p(nested + instruction(" = 1") + SEPARATE + r("kết quả") + END))

    assert found.text == "kết quả"


def test_a_field_that_is_never_ended_swallows_nothing():
    assert texts(p(BEGIN + instruction("TOC") + r("a")) + p("b")) == ["", "b"]


def test_a_field_may_run_over_paragraphs():
    body = p(BEGIN + instruction("TOC") + SEPARATE + r("a")) + p(r("b") + END) + p("c")
    blocks = seen(docx(body)).blocks

    assert [block.runs[0].field for block in blocks] == ["TOC", "TOC", ""]


def test_links_give_their_runs_an_address():
    body = p(
        f'<w:hyperlink r:id="l1" w:anchor="x">{r("a")}</w:hyperlink>'
        f'<w:hyperlink w:anchor="mục">{r("b")}</w:hyperlink>'
        + BEGIN + instruction(' HYPERLINK "http://c.vn" ') + SEPARATE + r("c") + END
    )  # fmt: skip
    data = docx(body, links={"l1": ("hyperlink", "http://a.vn/")})

    assert [(x.text, x.link) for x in seen(data).blocks[0].runs] == [
        ("a", "http://a.vn/#x"), ("b", "#mục"), ("c", "http://c.vn"),
    ]  # fmt: skip
    assert codes(data) == []


def test_notes_hang_where_they_are_referred_to():
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote>'
        f'<w:footnote w:id="1">{p(r("<w:footnoteRef/>") + r(" chú thích"))}</w:footnote>'
    )
    body = p(r("a") + r('<w:footnoteReference w:id="1"/>') + r("b"))
    found = seen(docx(body, footnotes=notes, endnotes=f'<w:endnote w:id="2">{p("c")}</w:endnote>'))

    assert [run.note for run in found.blocks[0].runs] == [
        None, NoteReference("footnote", "1"), None,
    ]  # fmt: skip
    assert [(note.id, note.blocks[0].text) for note in found.footnotes] == [("1", " chú thích")]
    assert found.endnotes[0].blocks[0].text == "c"


def test_comments_are_read_and_remarked():
    comments = f'<w:comment w:id="0" w:author="Lan" w:date="2026-01-02">{p("sửa lại")}</w:comment>'
    data = docx(p(r("a") + r('<w:commentReference w:id="0"/>')), comments=comments)
    found = seen(data).comments[0]

    assert (found.author, found.date, found.blocks[0].text) == ("Lan", "2026-01-02", "sửa lại")
    assert codes(data) == ["read.comments"]


BY = 'w:id="1" w:author="Lan"'


def test_tracked_changes_are_read_as_accepted_and_counted():
    body = p(
        r("giữ ") + f"<w:ins {BY}>{r('thêm')}</w:ins><w:del {BY}>{r('<w:delText>bỏ</w:delText>')}"
        f"</w:del><w:moveFrom {BY}>{r('từ')}</w:moveFrom><w:moveTo {BY}>{r(' đến')}</w:moveTo>"
    )
    found = seen(docx(body))

    assert found.text == "giữ thêm đến"
    assert found.remarks[0].code == "read.tracked-changes"
    assert "4 sửa đổi" in found.remarks[0].message


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    body = p("một ", f"<w:rPr><w:del {BY}/></w:rPr>") + p("hai") + p("ba")

    assert texts(body) == ["một hai", "ba"]


def test_deleted_marks_at_the_end_lose_no_text():
    body = p("một ", f"<w:rPr><w:del {BY}/></w:rPr>") + p("hai", f"<w:rPr><w:del {BY}/></w:rPr>")

    assert texts(body) == ["một hai"]


def test_a_deleted_row_is_gone():
    gone = tr(tc("b"), properties=f"<w:del {BY}/>")

    assert texts(tbl(tr(tc("a")), gone, tr(tc("c")), grid=(9,))) == ["a", "c"]


def anchored(inside: str, size: str = 'cx="1800000" cy="0"') -> str:
    """A drawing that floats at 10 mm, 5 mm of the column and the paragraph."""
    return (
        '<w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>360000'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>180000'
        f'</wp:posOffset></wp:positionV><wp:extent {size}/><wp:docPr id="1" name="Đường 1"'
        f' descr="kẻ"/><a:graphic><a:graphicData uri="x">{inside}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )


def shape(form: str, inside: str = "", line: str = '<a:ln w="9525"/>') -> str:
    """A shape of Word."""
    return (
        f'<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="360000"/></a:xfrm>'
        f'<a:prstGeom prst="{form}"/>{line}</wps:spPr>{inside}</wps:wsp>'
    )


def box(text: str) -> str:
    """The text of a text box."""
    return f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"


def drawing(inside: str):
    """The drawing of a paragraph that holds nothing else."""
    (run,) = first(p(r(inside))).runs
    return run.drawings[0]


def test_a_drawn_line_has_a_place_and_a_length_in_millimetres():
    found = drawing(anchored(shape("line")))

    assert (found.kind, found.width, found.height, found.line_width) == ("line", 50.0, 0.0, 0.75)
    assert (found.x, found.y, found.x_from, found.y_from) == (10.0, 5.0, "column", "paragraph")
    assert (found.name, found.description, found.anchored) == ("Đường 1", "kẻ", True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<a:ln><a:noFill/></a:ln>", (None, "")),
        ("", (None, "")),
        (
            '<a:ln w="12700"><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln>',
            (1.0, "FF0000"),
        ),
    ],
)
def test_a_shape_may_have_no_line(line, expected):
    found = drawing(anchored(shape("rect", line=line)))

    assert (found.line_width, found.line_color) == expected


def test_the_text_of_a_text_box_follows_its_paragraph():
    body = p(r("trước") + r(anchored(shape("rect", box("trong hộp"))))) + p("sau")
    lines = seen(docx(body)).lines()

    assert [(line.text, line.place.describe()) for line in lines] == [
        ("trước", "đoạn 1"), ("trong hộp", "hộp chữ (đoạn 1), đoạn 1"), ("sau", "đoạn 2"),
    ]  # fmt: skip


def test_alternate_content_is_read_once():
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{anchored(shape("rect", box("hộp")))}'
        "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{p('hộp')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )

    assert texts(p(r(both))) == ["", "hộp"]


def test_a_group_scales_what_it_holds():
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="900000" cy="360000"/></a:xfrm></wpg:grpSpPr>'
        f"{shape('rect', box('a'))}{shape('line')}</wpg:wgp>"
    )
    found = drawing(anchored(group))

    assert (found.kind, [part.kind for part in found.parts]) == ("group", ["text_box", "line"])
    assert (found.parts[0].width, found.parts[0].height) == (50.0, 20.0)


@pytest.mark.parametrize(
    ("inside", "kind", "width", "line"),
    [
        (
            '<v:line from="10pt,4pt" to="95.05pt,4pt" strokeweight="1pt"/>',
            "line", 30.0, 1.0,
        ),
        (
            '<v:shape type="#_x0000_t32" style="position:absolute;width:85.05pt;height:0"/>',
            "line", 30.0, 0.75,
        ),
        ('<v:rect style="width:20mm;height:1cm" stroked="f"/>', "shape", 20.0, None),
        (OLD_BOX, "text_box", 20.0, 0.75),
    ],
)  # fmt: skip
def test_drawings_of_older_word_are_read_too(inside, kind, width, line):
    found = drawing(f"<w:pict>{inside}</w:pict>")

    assert (found.kind, found.width, found.line_width) == (kind, width, line)


def choice(inside: str) -> str:
    """Alternate content with a fallback that must not be read as well."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{inside}</mc:Choice>'
        f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
    )


def test_alternate_content_is_read_once_wherever_it_stands():
    inline = p(r("a") + choice(r("b")) + r(choice("<w:t>c</w:t>")))
    rows = tbl(choice(tr(tc("d"))), grid=(9,))

    assert texts(choice(p("x")) + inline + rows) == ["x", "abc", "d"]


def test_alternate_content_without_a_choice_falls_back():
    bare = "<mc:AlternateContent><mc:Choice/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"

    assert texts(bare.format(p("x"))) == ["x"]


CHART = '<a:graphic><a:graphicData uri="http://x/chart"/></a:graphic>'
PICTURE = (
    '<pic:pic><pic:blipFill><a:blip r:embed="image1"/></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm></pic:spPr></pic:pic>'
)


def test_a_picture_names_its_part():
    inline = (
        '<w:drawing><wp:inline><wp:extent cx="720000" cy="360000"/><wp:docPr id="1" name="Ảnh"/>'
        f'<a:graphic><a:graphicData uri="pic">{PICTURE}</a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )
    data = docx(p(r(inline)), image1="<x xmlns:w='w'/>")
    (found,) = seen(data).blocks[0].runs[0].drawings

    assert (found.kind, found.target, found.anchored) == ("picture", "word/image1.xml", False)
    assert (found.width, found.height, found.x) == (20.0, 10.0, None)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        (
            '<w:object><v:shape style="width:20mm"><v:imagedata r:id="x"/></v:shape></w:object>',
            "object",
        ),
        ("<w:object/>", "object"),
        ('<w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict>', "picture"),
        ('<w:pict><v:group><v:rect/><v:line from="0,0" to="9,9"/></v:group></w:pict>', "group"),
        (
            f"<w:drawing><wp:inline>{CHART}</wp:inline></w:drawing>",
            "chart",
        ),
        (anchored(f"<wps:wpc>{shape('ellipse')}</wps:wpc>"), "shape"),
        (
            anchored(shape("line", '<wps:style><a:lnRef idx="1"/></wps:style>', line="")),
            "line",
        ),
    ],
)
def test_other_drawings_are_told_by_their_kind(inside, kind):
    assert drawing(inside).kind == kind


def test_a_page_number_of_older_word_is_a_field():
    assert first(p(r("<w:pgNum/>"))).runs[0].field == "PAGE"


def test_an_end_without_a_beginning_ends_nothing():
    assert texts(p(END + SEPARATE + r("a"))) == ["a"]


PAGE = (
    '<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701"'
    ' w:right="850" w:header="567" w:footer="567"/>'
)


def test_sections_have_their_pages_and_take_over_headers():
    head = '<w:headerReference w:type="{}" r:id="{}"/>'
    one = (
        f"<w:sectPr>{head.format('default', 'header1')}{head.format('first', 'header2')}"
        f"{PAGE.format(11906, 16838, '')}"
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    turned = ' w:orient="landscape"'
    two = (
        f"<w:sectPr>{head.format('first', 'header3')}<w:type w:val='continuous'/>"
        f"{PAGE.format(16838, 11906, turned)}</w:sectPr>"
    )
    body = p("a") + p("b", one) + p("c") + two
    found = seen(docx(body, header1=p("đầu"), header2=p(""), header3=p("phụ lục")))
    left, right = found.sections

    assert [(s.start, s.end, s.landscape, s.begins) for s in found.sections] == [
        (0, 2, False, "nextPage"), (2, 3, True, "continuous"),
    ]  # fmt: skip
    assert (left.width, left.height, left.margins.left, left.header_distance) == (
        210.01, 297.0, 30.0, 10.0,
    )  # fmt: skip
    assert (left.first_page_differs, left.page_start, right.page_start) == (True, 1, None)
    assert [s.headers.default[0].text for s in found.sections] == ["đầu", "đầu"]
    assert [s.headers.first[0].text for s in found.sections] == ["", "phụ lục"]
    assert left.footers.default is None


def test_even_pages_may_have_headers_of_their_own():
    assert seen(docx(p("a"), settings="<w:evenAndOddHeaders/>")).even_pages_differ


def font(name: str) -> str:
    """A run's font."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_runs_in_old_fonts_become_unicode_and_are_remarked():
    body = p(
        r("KÕ ho¹ch ", font(".VnTime"))
        + r("ñy ban", font(".VnTimeH"))
        + r(" Coäng hoøa", font("VNI-Times"))
        + r(" Đức Hòa", font("Times New Roman"))
    )
    found = seen(docx(body))

    assert found.text == "Kế hoạch ỦY BAN Cộng hòa Đức Hòa"
    assert [run.legacy for run in found.blocks[0].runs] == ["TCVN3", "TCVN3", "VNI", ""]
    assert found.blocks[0].runs[0].format.font == ".VnTime"
    assert [remark.code for remark in found.remarks] == ["read.legacy-encoding"] * 2


def test_the_soft_hyphen_is_a_letter_in_an_old_font():
    body = p(r("<w:t>tr</w:t><w:softHyphen/><w:t>a</w:t>", font(".VnTime")))

    assert texts(body) == ["trưa"]


def test_a_vni_mark_is_joined_to_its_letter_across_runs():
    body = p(r("Co", font("VNI-Times")) + r("äng", font("VNI-Times") + "<w:b/>"))

    assert texts(body) == ["Cộng"]


def test_macros_are_read_past_and_remarked():
    data = docx(p("a"), extra={"word/vbaProject.bin": b"\0" * 9})

    assert (codes(data), seen(data).text) == (["read.macros"], "a")


def test_what_lies_outside_is_named_and_never_fetched():
    data = docx(p("a"), links={"t": ("attachedTemplate", "http://127.0.0.1:9/x.dotm")})
    (remark,) = seen(data).remarks

    assert remark.code == "read.external"
    assert "http://127.0.0.1:9/x.dotm" in remark.message


def test_a_chunk_of_another_file_is_remarked():
    assert codes(docx(p("a") + '<w:altChunk r:id="x"/>')) == ["read.alternative-chunk"]


def test_a_damaged_style_sheet_costs_the_formatting_only():
    data = docx(p("a"), extra={}, styles='<?xml version="1.0"?><w:styles')

    assert (codes(data), seen(data).text) == (["read.damaged-part"], "a")


def test_formulas_keep_their_characters():
    assert texts(p(r("x=") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")) == ["x=a+b"]


def test_a_strict_file_is_read_like_any_other():
    data = docx(p(r("a", "<w:b/>"), '<w:ind w:firstLine="1cm"/>'))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = member(data, "word/document.xml").replace(usual, strict)
    found = seen(replaced(data, "word/document.xml", xml)).blocks[0]

    assert (found.text, found.runs[0].format.bold, found.format.first_line) == ("a", True, 10.0)


def test_a_part_in_utf_16_is_read():
    data = docx(p("Kế hoạch"))
    xml = member(data, "word/document.xml").decode()
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")

    assert seen(replaced(data, "word/document.xml", wide)).text == "Kế hoạch"
