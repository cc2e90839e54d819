"""Word structure: real headings, tables, sections and rules, read back from the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from docx.oxml.ns import qn

from kehoach.documents import (
    Appendix,
    Closing,
    Document,
    Heading,
    Part,
    Properties,
    Run,
    Title,
)
from kehoach.rules import rulebook
from kehoach.rules.metrics import text_width
from kehoach.word import write
from tests.sample_papers import (
    CLOSING,
    DECISION,
    LETTER,
    LETTERHEAD,
    MINUTES,
    PLAN,
    opened,
    paper,
)
from tests.support.docx_xml import part_xml
from tests.support.ooxml import faults

if TYPE_CHECKING:
    from kehoach.rules import Rulebook

BOOK = rulebook("nd30-2020")
TT01 = rulebook("tt01-2011", "13")
MM = 1440 / 25.4


def written(document: Document, start: str) -> Any:
    """The first paragraph of the body, tables included, whose text begins so."""
    seen = opened(document)
    cells = [cell for table in seen.tables for row in table.rows for cell in row.cells]
    for paragraph in [*seen.paragraphs, *(one for cell in cells for one in cell.paragraphs)]:
        if paragraph.text.startswith(start):
            return paragraph
    raise LookupError(start)


def rules(document: Document, book: Rulebook = BOOK) -> list[float]:
    """Lengths of the drawn rules in millimetres, by the columns they stand in."""
    seen = opened(document, book)
    lengths = []
    for paragraph in seen.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or style.get(qn("w:val")) != "Rule":
            continue
        indent = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        cell = paragraph.getparent()
        size = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        breadth = book.page.text_width * MM if size is None else int(size.get(qn("w:w")))
        sides = sum(int(indent.get(qn(f"w:{side}"))) for side in ("left", "right"))
        lengths.append((breadth - sides) / MM)
    return lengths


def test_headings_are_word_headings_with_their_outline_level():
    seen = opened(PLAN)
    headings = [one for one in seen.paragraphs if one.style.name.startswith("Heading")]

    assert [(one.style.name, one.text) for one in headings] == [
        ("Heading 1", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("Heading 2", "1. Sở Thông tin và Truyền thông"),
    ]
    level = headings[1].style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    assert level is not None
    assert level.get(qn("w:val")) == "1"


def test_a_level_past_words_last_is_words_last():
    assert written(paper(Heading("Sâu", 12)), "Sâu").style.name == "Heading 9"


def test_a_labelled_heading_stands_centred_under_its_label():
    document = paper(Heading("QUY ĐỊNH CHUNG", 1, Part.CHAPTER_TITLE, "Chương I"))
    seen = opened(document)
    label, title = seen.paragraphs[:2]

    assert (label.text, title.text) == ("Chương I", "QUY ĐỊNH CHUNG")
    assert label.style.paragraph_format.keep_with_next
    assert title.paragraph_format.alignment == 1
    assert title.paragraph_format.first_line_indent == 0


def test_a_heading_that_its_rule_does_not_make_bold_is_upright_and_light():
    heading = written(
        paper(Heading((Run("a) Đối tượng"), Run(" x", bold=True)), 3, Part.POINT)), "a)"
    )

    assert [run.bold for run in heading.runs] == [False, True]


@pytest.mark.parametrize(("book", "italic"), [(BOOK, True), (TT01, None)])
def test_bases_are_italic_only_where_the_regime_says_so(book, italic):
    seen = opened(DECISION, book)
    base = next(one for one in seen.paragraphs if one.text.startswith("Căn cứ"))

    assert base.style.font.italic is italic


def test_body_paragraphs_have_no_formatting_of_their_own():
    body = written(PLAN, "- Phối hợp")
    style = body.style

    assert body._p.pPr.xml.count("<w:") == 2
    assert style.paragraph_format.alignment == 3
    assert style.paragraph_format.first_line_indent.mm == pytest.approx(12.7, abs=0.05)
    assert style.paragraph_format.space_before.pt >= 6


def test_no_paragraph_is_empty_but_rules_and_table_ends():
    styles = {
        paragraph.style.name for paragraph in opened(DECISION).paragraphs if not paragraph.text
    }

    assert styles <= {"Đường kẻ", "Hết bảng"}


def test_nothing_is_underlined_and_no_rule_is_typed():
    for document in (PLAN, LETTER, MINUTES, DECISION):
        xml = part_xml(write(document, BOOK))

        assert "<w:u " not in xml
        assert "___" not in xml


@pytest.mark.parametrize("book", [BOOK, TT01, rulebook("nd30-2020", "13")])
def test_rules_are_as_long_as_the_regime_asks(book):
    issuer, motto, title = rules(PLAN, book)
    sizes = {key: book.part(key).size.preferred for key in ("issuer", "motto", "summary")}
    under_issuer = text_width("TỈNH LONG AN", sizes["issuer"], bold=True)
    under_title = text_width("và trò chơi trực tuyến năm 2013", sizes["summary"], bold=True)

    assert motto == pytest.approx(
        text_width("Độc lập - Tự do - Hạnh phúc", sizes["motto"], bold=True), abs=0.1
    )
    assert under_issuer / 3 - 0.1 <= issuer <= under_issuer / 2 + 0.1
    assert under_title / 3 - 0.1 <= title <= under_title / 2 + 0.1


def test_a_rule_measures_the_last_line_of_a_name_that_wraps():
    name = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH LONG AN"
    document = attrs.evolve(PLAN, letterhead=attrs.evolve(LETTERHEAD, issuer=(name,)))

    assert rules(document)[0] < text_width(name, 13, bold=True) / 4


def test_the_letterhead_has_two_columns_no_borders_and_no_cell_margins():
    table = opened(PLAN).tables[0]
    margins = table.style.element.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")

    assert len(table.columns) == 2
    assert {side.get(qn("w:w")) for side in margins} == {"0"}
    assert table._tbl.find(f".//{qn('w:tblBorders')}") is None
    assert sum(int(column.width) for column in table.columns) / 36000 == pytest.approx(
        BOOK.page.text_width, abs=0.1
    )


def test_the_column_of_quoc_hieu_widens_for_larger_letters():
    wide = attrs.evolve(LETTERHEAD, nation=LETTERHEAD.nation + " VIỆT NAM")
    table = opened(attrs.evolve(PLAN, letterhead=wide)).tables[0]

    assert int(table.columns[1].width) / 36000 >= text_width(wide.nation, 13, bold=True)


def test_number_and_day_share_a_row_with_the_marks_below_the_number():
    left, right = opened(LETTER).tables[0].rows[1].cells

    assert [one.text for one in left.paragraphs] == [
        "Số: 05/SNV-VP",
        "V/v triển khai kế hoạch quản lý Internet năm 2013",
        "THƯỢNG KHẨN",
    ]
    assert right.text == "Long An, ngày 19 tháng 3 năm 2013"


def test_a_promulgated_text_prints_no_row_for_number_and_day():
    tables = opened(DECISION).tables

    assert len(tables[-1].rows) == 1


def test_the_urgency_box_is_red_and_measures_40_by_8_millimetres():
    box = written(LETTER, "THƯỢNG KHẨN")._p.pPr
    border = box.find(f"{qn('w:pBdr')}/{qn('w:top')}")
    column = opened(LETTER).tables[0].columns[0]
    indent, spacing = box.find(qn("w:ind")), box.find(qn("w:spacing"))
    line = int(spacing.get(qn("w:line"))) / 20
    thickness = int(border.get(qn("w:sz"))) / 8
    sides = sum(int(indent.get(qn(f"w:{side}"))) for side in ("left", "right"))
    height = line + 2 * int(border.get(qn("w:space"))) + thickness
    breadth = int(column.width) / 635 - sides + thickness * 20

    assert border.get(qn("w:color")) == "FF0000"
    assert height / 72 * 25.4 == pytest.approx(8, abs=0.1)
    assert breadth / MM == pytest.approx(40, abs=0.1)


def test_addressees_hang_their_dashes_under_the_colon():
    label, first, _ = (one for one in opened(LETTER).paragraphs if one.style.name == "Kính gửi")
    start = label.paragraph_format.left_indent.mm
    dash = first.paragraph_format.left_indent.mm + first.paragraph_format.first_line_indent.mm

    assert start == pytest.approx(BOOK.layout.addressee_indent, abs=0.1)
    assert dash - start == pytest.approx(text_width("Kính gửi", 14), abs=0.2)


def test_a_single_addressee_hangs_under_itself():
    one = attrs.evolve(LETTER, addressees=("Kính gửi: Ủy ban nhân dân tỉnh Long An.",))
    form = written(one, "Kính gửi").paragraph_format

    assert -form.first_line_indent.mm == pytest.approx(text_width("Kính gửi: ", 14), abs=0.2)


def test_the_signature_row_is_never_split_and_holds_on_to_the_body():
    table = opened(PLAN).tables[-1]
    last = written(PLAN, "Giao các sở")

    assert len(table.rows) == 1
    assert table.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    assert last.paragraph_format.keep_with_next
    assert [one.text for one in table.rows[0].cells[1].paragraphs] == [
        *CLOSING.signatures[0].lines,
        "Trần Hữu Phước",
    ]


def test_the_space_to_sign_is_spacing_and_not_blank_paragraphs():
    name = written(PLAN, "Trần Hữu Phước")

    assert name.paragraph_format.space_before.mm == pytest.approx(BOOK.layout.signature_space, 0.01)


def test_a_paper_without_a_name_leaves_its_line_empty():
    nameless = attrs.evolve(CLOSING, signatures=(attrs.evolve(CLOSING.signatures[0], name=""),))
    cell = opened(attrs.evolve(PLAN, closing=nameless)).tables[-1].rows[0].cells[1]

    assert cell.paragraphs[-1].text == ""
    assert cell.paragraphs[-1].style.name == BOOK.part("signer_name").name


def test_recipients_past_the_signature_go_on_in_a_row_that_may_break():
    recipients = tuple(f"- Đơn vị số {number};" for number in range(500))
    long = attrs.evolve(PLAN, closing=attrs.evolve(CLOSING, recipients=recipients))
    first, rest = opened(long).tables[-1].rows

    assert rest._tr.trPr is None
    assert len(first.cells[0].paragraphs) < 20
    printed = [one.text for row in (first, rest) for one in row.cells[0].paragraphs]
    assert printed == ["Nơi nhận:", *recipients]
    assert faults(write(long, BOOK)) == []


def test_two_lines_more_than_the_signature_stay_in_its_row():
    for count in range(1, 20):
        recipients = tuple(f"- Đơn vị số {number};" for number in range(count))
        document = attrs.evolve(PLAN, closing=attrs.evolve(CLOSING, recipients=recipients))
        rows = opened(document).tables[-1].rows

        assert len(rows) == 1 or len(rows[1].cells[0].paragraphs) >= 3


def test_the_drafters_mark_ends_the_last_recipient_line():
    cell = opened(LETTER).tables[-1].rows[0].cells[0]

    assert cell.paragraphs[-1].text == "- Lưu: VT, M. PL.(300)"


def test_a_closing_may_lack_signature_recipients_or_both():
    nothing = Closing(())
    for closing in (
        nothing,
        attrs.evolve(CLOSING, signatures=()),
        attrs.evolve(nothing, drafter="PL.(300)"),
        attrs.evolve(CLOSING, recipients=(), recipients_label=""),
    ):
        assert faults(write(attrs.evolve(PLAN, closing=closing), BOOK)) == []


def test_signatures_stand_side_by_side_with_the_recipients_below():
    signatures, recipients = opened(MINUTES).tables[-1].rows

    assert [cell.paragraphs[0].text for cell in signatures.cells] == ["THƯ KÝ", "CHỦ TỌA"]
    assert [one.text for one in signatures.cells[1].paragraphs[1:]] == [
        "Phó Giám đốc Sở", "Trần Thị B",
    ]  # fmt: skip
    assert recipients.cells[0].paragraphs[0].text == "Nơi nhận:"


def test_page_one_shows_no_number_and_the_number_stands_where_the_regime_puts_it():
    for book, kind in ((BOOK, "header"), (TT01, "footer")):
        section = opened(PLAN, book).sections[0]
        margin = getattr(section, kind)

        assert section.different_first_page_header_footer
        assert "PAGE" in margin._element.xml
        first = getattr(section, f"first_page_{kind}")
        assert first.is_linked_to_previous


def test_annexes_and_promulgated_texts_count_their_pages_from_one():
    sections = opened(DECISION).sections
    starts = [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in sections]

    assert starts == ["1"] * 4
    assert all(one.different_first_page_header_footer for one in sections)


def test_a_landscape_annex_lies_on_its_side_and_its_table_is_as_wide():
    seen = opened(DECISION)
    section = seen.sections[1]
    table = next(table for table in seen.tables[2:] if len(table.columns) == 4)

    assert section.orientation == 1
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert sum(int(column.width) for column in table.columns) / 36000 == pytest.approx(
        BOOK.page.landscape_text_width, abs=0.1
    )


def test_margins_are_those_of_the_rulebook():
    section = opened(PLAN).sections[0]
    margins = BOOK.page.margins

    for side in ("top", "bottom", "left", "right"):
        expected = getattr(margins, side).preferred
        assert getattr(section, f"{side}_margin").mm == pytest.approx(expected, abs=0.05)


def test_the_circulation_box_and_the_address_show_on_page_one_only():
    lettered = attrs.evolve(LETTER, appendices=DECISION.appendices)
    first, *later = opened(lettered).sections

    assert first.first_page_header.paragraphs[0].text == "LƯU HÀNH NỘI BỘ"
    assert first.first_page_footer.paragraphs[0].text == LETTER.office_address
    assert "w:pBdr" in first.first_page_footer.paragraphs[0].style.element.xml
    for section in later:
        assert [one.text for one in section.first_page_header.paragraphs] == [""]
        assert [one.text for one in section.first_page_footer.paragraphs] == [""]


def test_an_annex_head_prints_the_lines_it_has():
    annex = Appendix("Phụ lục I", "DANH MỤC", "(Kèm theo Kế hoạch số 12)", ())
    document = Document("KH", Properties("x"), appendices=(annex, Appendix("", "", "", ())))
    seen = opened(document)

    assert [one.text for one in seen.paragraphs if one.text] == [
        "Phụ lục I", "DANH MỤC", "(Kèm theo Kế hoạch số 12)",
    ]  # fmt: skip
    assert len(rules(document)) == 1


def test_a_title_of_3000_characters_and_an_empty_paper_are_valid():
    title = Title("KẾ HOẠCH", "Thực hiện nhiệm vụ " * 158)
    empty = Document("KH", Properties(""))

    for document in (attrs.evolve(PLAN, title=title), attrs.evolve(PLAN, blocks=()), empty):
        assert faults(write(document, BOOK)) == []


def test_a_word_of_urgency_that_the_rulebook_lacks_still_has_its_box():
    head = attrs.evolve(LETTERHEAD, urgency="HỎA TỐC HẸN GIỜ")
    box = written(attrs.evolve(PLAN, letterhead=head), "HỎA TỐC HẸN GIỜ")

    assert "w:pBdr" in box._p.xml


def test_the_direct_formatting_of_a_paper_is_a_style_for_each_paragraph():
    xml = part_xml(write(PLAN, BOOK))
    paragraphs = re.findall(r"<w:p>", xml)

    assert xml.count("<w:pStyle") == len(paragraphs)
    assert "<w:rPr>" not in xml


def test_the_marks_and_address_of_a_promulgated_paper_are_not_lost():
    seen = opened(attrs.evolve(PLAN, enclosed=(LETTER,)))
    printed = [paragraph.text for paragraph in seen.paragraphs]

    assert "LƯU HÀNH NỘI BỘ" in printed
    assert LETTER.office_address in printed


def test_a_box_of_urgency_is_never_wider_than_its_column():
    head = attrs.evolve(LETTERHEAD, urgency="HỎA TỐC HẸN GIỜ ĐẾN 17 GIỜ NGÀY 05/01/2026")
    indent = written(attrs.evolve(PLAN, letterhead=head), "HỎA TỐC")._p.pPr.find(qn("w:ind"))

    assert int(indent.get(qn("w:left"))) >= 0
    assert int(indent.get(qn("w:right"))) >= 0
