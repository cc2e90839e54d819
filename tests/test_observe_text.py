"""Plain texts, .csv and .xlsx enter the same value as Word files."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import ReadError
from kehoach.observed import ObservedTable, SourceKind
from kehoach.word import observe_csv, observe_text
from tests.support.word_xml import TYPES, seen, zipped

PLAN = "KẾ HOẠCH\nThực hiện công tác quản lý Internet năm 2013\n\nI. MỤC ĐÍCH\n- Đẩy mạnh\n"
LINES = PLAN.split("\n")[:-1]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAN.encode(), "utf-8"),
        (PLAN.encode("utf-8-sig"), "utf-8"),
        (PLAN.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"), "utf-16"),
        (PLAN.encode("utf-32"), "utf-32"),
        (PLAN.replace("\n", "\r\n").encode(), "utf-8"),
        (PLAN.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_a_text_is_a_paragraph_a_line_whatever_its_unicode(data, encoding):
    found = seen(data)

    assert [block.text for block in found.blocks] == LINES
    assert (found.kind, found.encoding) == (SourceKind.TEXT, encoding)


def test_utf_16_without_a_mark_is_recognised():
    text = "KE HOACH so 12/KH-UBND ngay 19/3/2013: kế hoạch\n"

    assert seen(text.encode("utf-16-le")).text == text.strip()
    assert seen(text.encode("utf-16-be")).text == text.strip()


def test_lines_know_their_number():
    lines = seen(PLAN.encode()).lines()

    assert [line.place.describe() for line in lines] == [f"dòng {n}" for n in range(1, 6)]
    assert [line.paragraph.line for line in lines] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode("cp1252"), "TCVN3"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode("cp1252"), "VNI"),
        (b"Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "VIQR"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode(), "TCVN3"),
    ],
)
def test_a_text_in_an_old_encoding_is_converted_and_remarked(data, encoding):
    found = seen(data)

    assert found.text.replace("hoà", "hòa") == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert found.encoding == encoding
    assert [remark.code for remark in found.remarks] == ["read.legacy-encoding"]


def test_windows_1258_is_recognised_by_its_syllables():
    text = "Cộng hòa xã hội chủ nghĩa Việt Nam; Độc lập - Tự do - Hạnh phúc"
    data = b"".join(_in_1258(letter) for letter in text)
    found = seen(data)

    assert (found.text, found.encoding) == (text, "windows-1258")
    assert [remark.code for remark in found.remarks] == ["read.encoding"]


def _in_1258(letter: str) -> bytes:
    for base in (letter, unicodedata.normalize("NFD", letter)):
        try:
            return base.encode("cp1258")
        except UnicodeEncodeError:
            continue
    base, *marks = list(unicodedata.normalize("NFD", letter))
    shaped = [mark for mark in marks if mark in "\u0302\u0306\u031b"]
    tones = [mark for mark in marks if mark not in "\u0302\u0306\u031b"]
    return (unicodedata.normalize("NFC", base + "".join(shaped)) + "".join(tones)).encode("cp1258")


def test_a_western_text_is_left_as_it_is():
    found = seen("Déjà vu à la carte, être naïve".encode("cp1252"))

    assert (found.text, found.encoding) == ("Déjà vu à la carte, être naïve", "windows-1252")


def test_undecodable_characters_are_counted():
    found = seen(codecs.BOM_UTF8 + b"a\xffb")

    assert found.text == "a\ufffdb"
    assert "read.undecodable" in [remark.code for remark in found.remarks]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(lambda text: f"kế hoạch {text}"))
def test_every_line_of_a_unicode_text_comes_back(text):
    printed = text.replace("\u00ad", "")
    expected = printed.replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
    found = [line.text for line in observe_text(text.encode()).lines()]

    assert found == (expected[:-1] if not expected[-1] else expected)


def table(data: bytes, source: str = "x.csv") -> ObservedTable:
    """The first table of a file."""
    found = seen(data, source).blocks[0]
    assert isinstance(found, ObservedTable)
    return found


def cells(found: ObservedTable) -> list[list[str]]:
    """The texts of a table."""
    return [[cell.text for cell in row.cells] for row in found.rows]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_delimiter_of_a_csv_is_recognised(sign):
    data = f"TT{sign}Nhiệm vụ{sign}Chủ trì\r\n1{sign}Trình, duyệt: a; b{sign}Sở\r\n"
    data = data.replace("Trình, duyệt: a; b", '"Trình, duyệt: a; b"')

    assert cells(table(data.encode())) == [
        ["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Trình, duyệt: a; b", "Sở"],
    ]  # fmt: skip


def test_a_csv_row_knows_its_line_and_a_cell_its_lines():
    found = table(b'a;b\n"1\n2";c\nd;e\n')

    assert [row.line for row in found.rows] == [1, 2, 4]
    assert len(found.rows[1].cells[0].blocks) == 2
    assert len(found.grid) == 2


def test_excel_s_own_word_on_the_delimiter_is_taken():
    assert cells(table(b"sep=|\na;b|c\n")) == [["a;b", "c"]]


def test_a_csv_in_an_old_encoding_is_converted():
    data = "TT;NhiÖm vô;Chñ tr×\n1;KÕ ho¹ch;Së\n".encode("cp1252")

    assert cells(table(data))[0] == ["TT", "Nhiệm vụ", "Chủ trì"]


def test_a_cell_too_long_for_a_csv_is_refused_with_its_line():
    with pytest.raises(ReadError, match="dòng 2"):
        observe_csv(b"a;b\n" + b"x" * 200_000 + b";c\n")


S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0.0%"/></numFmts>'
    '<fonts><font><sz val="11"/><name val="Calibri"/></font><font><b/><name val=".VnTime"/>'
    '</font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/>'
    '<xf numFmtId="14" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="0" fontId="1"/>'
    '<xf numFmtId="20" fontId="0"/><xf numFmtId="22" fontId="0"/></cellXfs></styleSheet>'
)


def workbook(*sheets: str, strings: str = "", state: str = "visible") -> bytes:
    """A workbook of these sheets; the last has the state."""
    states = ["visible"] * (len(sheets) - 1) + [state]
    listed = "".join(
        f'<sheet name="Trang {n}" sheetId="{n}" state="{shown}" r:id="s{n}"/>'
        for n, shown in enumerate(states, 1)
    )
    kinds = [(f"s{n}", "worksheet", f"sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    kinds += [("t", "sharedStrings", "strings.xml"), ("y", "styles", "/xl/styles.xml")]
    links = "".join(
        f'<Relationship Id="{i}" Type="{REL}/{kind}" Target="{target}"/>'
        for i, kind, target in kinds
    )
    first = f'<Relationship Id="1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACK}">{first}</Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACK}">{links}</Relationships>',
        "xl/workbook.xml": (
            f'<workbook xmlns="{S}" xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/strings.xml": f'<sst xmlns="{S}">{strings}</sst>',
        "xl/styles.xml": STYLES,
        **{
            f"xl/sheet{n}.xml": f'<worksheet xmlns="{S}">{inside}</worksheet>'
            for n, inside in enumerate(sheets, 1)
        },
    }
    return zipped({name: text.encode() for name, text in files.items()})


def sheet(*rows: str, merges: str = "") -> str:
    """A sheet of rows."""
    return f"<sheetData>{''.join(rows)}</sheetData><mergeCells>{merges}</mergeCells>"


def test_the_cells_of_a_workbook_are_read_as_they_are_shown():
    strings = "<si><t>TT</t></si><si><r><t>Nhiệm </t></r><r><t>vụ</t></r><rPh><t>x</t></rPh></si>"
    row = (
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>'
        '<c r="C3" t="inlineStr"><is><t>Sở</t></is></c><c r="D3"><v>12</v></c>'
        '<c r="E3"><v>1.5</v></c><c r="F3" s="1"><v>41352</v></c><c r="G3" s="2"><v>41352</v></c>'
        '<c r="H3" s="3"><v>0.125</v></c><c r="I3" t="b"><v>1</v></c>'
        '<c r="J3" t="str"><v>công thức</v></c><c r="K3" s="5"><v>0.5</v></c>'
        '<c r="L3" s="6"><v>41352.75</v></c><c r="M3"/></row>'
    )
    found = table(workbook(sheet(row), strings=strings), "x.xlsx")

    assert cells(found) == [[
        "TT", "Nhiệm vụ", "Sở", "12", "1,5", "19/03/2013", "19/03/2013", "12,5%", "TRUE",
        "công thức", "12:00", "19/03/2013 18:00",
    ]]  # fmt: skip
    assert (found.rows[0].line, found.name) == (3, "Trang 1")


def test_merged_cells_and_gaps_keep_their_columns():
    rows = (
        '<row r="1"><c r="B1" t="str"><v>Phân công</v></c><c r="C1"/></row>'
        '<row r="2"><c r="A2" t="str"><v>1</v></c><c r="C2" t="str"><v>Sở</v></c></row>'
    )
    found = table(workbook(sheet(rows, merges='<mergeCell ref="B1:C1"/>')), "x.xlsx")

    assert [[(c.text, c.column, c.across) for c in row.cells] for row in found.rows] == [
        [("Phân công", 1, 2)], [("1", 0, 1), ("Sở", 2, 1)],
    ]  # fmt: skip
    assert len(found.grid) == 3


def test_what_a_merged_cell_covers_is_left_out_in_every_row():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v>a{n}</v></c><c r="C{n}" t="str"><v>c{n}</v></c></row>'
        for n in range(1, 5)
    )
    found = table(workbook(sheet(rows, merges='<mergeCell ref="A2:B3"/>')), "x.xlsx")

    assert cells(found) == [["a1", "c1"], ["a2", "c2"], ["c3"], ["a4", "c4"]]


def test_a_workbook_that_repeats_a_long_string_without_end_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 9))
    data = workbook(sheet(rows), strings=f"<si><t>{'x' * 30_000_000}</t></si>")

    with pytest.raises(ReadError, match="quá lớn"):
        seen(data)


def test_a_text_of_too_many_lines_is_refused(monkeypatch):
    monkeypatch.setattr("kehoach.word._observe.text._MOST_PIECES", 3)

    with pytest.raises(ReadError, match="quá nhiều dòng"):
        observe_text(b"a\n" * 4)
    with pytest.raises(ReadError, match="quá nhiều dòng"):
        observe_csv(b"a;b;c;d;e\n")


def test_sheets_come_in_order_and_hidden_ones_are_remarked():
    row = '<row r="1"><c r="A1" t="str"><v>{}</v></c></row>'
    found = seen(workbook(sheet(row.format("một")), sheet(row.format("hai")), state="hidden"))

    assert [block.rows[0].cells[0].text for block in found.blocks] == ["một", "hai"]
    assert [remark.code for remark in found.remarks] == ["read.hidden-sheet"]
    assert found.lines()[1].place.describe() == "bảng 2, hàng 1, cột 1, dòng 1"


def test_cells_in_old_fonts_become_unicode():
    row = (
        '<row r="1"><c r="A1" s="4" t="str"><v>x</v></c>'
        '<c r="B1" s="4" t="inlineStr"><is><t>KÕ ho¹ch</t></is></c></row>'
    )
    found = seen(workbook(sheet(row)))
    cell = found.blocks[0].rows[0].cells[1]

    assert (cell.text, cell.blocks[0].runs[0].format.bold) == ("Kế hoạch", True)
    assert [remark.code for remark in found.remarks] == ["read.legacy-encoding"]
