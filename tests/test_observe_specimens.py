"""Real files: the decree's own annexes, our own papers, what LibreOffice makes of them."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest

from kehoach.documents import (
    Appendix,
    Cell,
    Closing,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Properties,
    Run,
    SignatureBlock,
    Table,
    Title,
)
from kehoach.observed import ObservedTable
from kehoach.rules import rulebook
from kehoach.word import write
from kehoach.word._observe import door
from kehoach.word._observe.xml import Unreadable
from tests.support.word_xml import seen

SPECIMENS = Path(__file__).resolve().parent / "specimens"
ANNEXES = ("nd30-2020-phu-luc-1.docx", "nd30-2020-phu-luc-3.docx")
BOOK = rulebook("nd30-2020")


@pytest.fixture(scope="module", params=ANNEXES)
def annex(request):
    """A file of the decree."""
    return (SPECIMENS / request.param).read_bytes()


def annex_of(number: int):
    """What is seen in an annex of the decree."""
    return seen((SPECIMENS / f"nd30-2020-phu-luc-{number}.docx").read_bytes())


def test_the_decree_s_annex_has_its_three_sections():
    found = annex_of(1)

    assert [(round(s.width), round(s.height), s.landscape) for s in found.sections] == [
        (210, 297, False), (297, 210, True), (210, 297, False),
    ]  # fmt: skip
    assert found.sections[-1].end == len(found.blocks)
    assert found.sections[0].first_page_differs
    assert found.sections[0].headers.default[0].runs[0].field.startswith("PAGE")


def test_the_decree_s_annex_reads_from_its_title_on():
    lines = [line.text.strip() for line in annex_of(1).lines()]

    assert lines[:3] == [
        "Phụ lục I", "THỂ THỨC, KỸ THUẬT TRÌNH BÀY VĂN BẢN HÀNH CHÍNH", "VÀ BẢN SAO VĂN BẢN",
    ]  # fmt: skip
    assert "1. Khổ giấy: Khổ A4 (210 mm x 297 mm)." in lines


def test_the_decree_s_body_paragraphs_are_formatted_as_it_asks():
    place, paragraph = next(
        each for each in annex_of(1).paragraphs() if each[1].text.startswith("1. Khổ giấy")
    )
    looks = paragraph.runs[0].format

    assert place.describe() == "đoạn 11"
    assert (paragraph.format.alignment, paragraph.format.first_line) == ("both", 10.0)
    assert (paragraph.format.space_before, paragraph.format.line) == (12.0, 1.0)
    assert (looks.font_high, looks.size, looks.bold, looks.color) == (
        "Times New Roman", 14.0, False, "000000",
    )  # fmt: skip


def test_the_decree_s_abbreviations_are_numbered_by_word():
    rows = next(block for block in annex_of(3).blocks if isinstance(block, ObservedTable)).rows

    first: Any = rows[11].cells[0]

    assert [cell.text for cell in rows[11].cells] == ["11.", "Phương án", "PA"]
    assert [block.number.kind for block in first.blocks] == ["decimal"]


def test_the_diagram_of_the_decree_is_drawn_with_boxes_and_lines():
    drawings = [
        drawing
        for _, paragraph in annex_of(1).paragraphs()
        for run in paragraph.runs
        for drawing in run.drawings
    ]
    kinds = {part.kind for drawing in drawings for part in (drawing, *drawing.parts)}

    assert {"text_box", "line", "group"} <= kinds
    assert all(drawing.width is not None for drawing in drawings)


def test_no_text_of_the_decree_is_lost(annex):
    found = seen(annex).text
    body = python_docx.Document(io.BytesIO(annex))
    cells = [cell for table in body.tables for row in table.rows for cell in row.cells]
    paragraphs = [*body.paragraphs, *(each for cell in cells for each in cell.paragraphs)]

    assert [p.text for p in paragraphs if p.text.replace("\u00ad", "") not in found] == []


def test_effective_sizes_agree_with_those_that_the_runs_give_themselves(annex):
    body = python_docx.Document(io.BytesIO(annex)).paragraphs
    read = [block for block in seen(annex).blocks if not isinstance(block, ObservedTable)]
    for theirs, ours in zip(body, read, strict=True):
        sizes = {run.font.size.pt for run in theirs.runs if run.text and run.font.size}

        assert sizes <= {run.format.size for run in ours.runs}


@pytest.mark.parametrize("seed", range(25))
def test_flipped_bytes_of_the_decree_s_files_are_read_or_refused(annex, seed):
    data, chance = bytearray(annex), random.Random(seed)  # noqa: S311 - repeatable
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        door.read(bytes(data))
    except (Unreadable, RecursionError):
        return


def paper() -> Document:
    """A paper with most of what our writer writes."""
    columns = (Column(1), Column(3), Column(2))
    rows = (
        (Cell("1", down=2), Cell("Trình UBND tỉnh"), Cell("Sở TTTT")),
        (None, "Báo cáo\nhai dòng", "Sở TC"),
        ("2", Cell("Chung cho cả hai cột", across=2), None),
    )
    return Document(
        kind="KH",
        properties=Properties("Kế hoạch thử", "UBND tỉnh Long An"),
        letterhead=Letterhead(
            issuer=("ỦY BAN NHÂN DÂN", "TỈNH LONG AN"),
            nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            motto="Độc lập - Tự do - Hạnh phúc",
            number="Số: 12/KH-UBND",
            place_date="Long An, ngày 19 tháng 3 năm 2020",
        ),
        title=Title("KẾ HOẠCH", "Thực hiện công tác quản lý Internet\nnăm 2020"),
        blocks=(
            Heading("I. MỤC ĐÍCH, YÊU CẦU", 1, Part.ROMAN_HEADING),
            Paragraph((Run("1. Đẩy mạnh", bold=True), Run(" công tác", footnote="Theo đề án"))),
            Table(columns, rows, (("TT", "Nhiệm vụ", "Chủ trì"),)),
            Paragraph("Kết thúc./."),
        ),
        closing=Closing(
            (SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A"),),
            "Nơi nhận:",
            ("- Bộ TTTT;", "- Lưu: VT."),
        ),
        appendices=(
            Appendix(
                "Phụ lục",
                "DANH MỤC",
                "(Kèm theo Kế hoạch)",
                (Paragraph("Phần kèm theo"),),
                landscape=True,
            ),
        ),
    )


def test_our_own_paper_comes_back_with_every_text():
    texts = [line.text for line in seen(write(paper(), BOOK)).lines() if line.text]

    assert texts == [
        "ỦY BAN NHÂN DÂN", "TỈNH LONG AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-UBND", "Long An, ngày 19 tháng 3 năm 2020",
        "KẾ HOẠCH", "Thực hiện công tác quản lý Internet", "năm 2020", "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Đẩy mạnh công tác", "TT", "Nhiệm vụ", "Chủ trì", "1", "Trình UBND tỉnh", "Sở TTTT",
        "Báo cáo", "hai dòng", "Sở TC", "2", "Chung cho cả hai cột", "Kết thúc./.", "Nơi nhận:",
        "- Bộ TTTT;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A",
        "Phụ lục", "DANH MỤC", "(Kèm theo Kế hoạch)", "Phần kèm theo",
    ]  # fmt: skip


def test_our_own_paper_comes_back_as_the_rulebook_dressed_it():
    found = seen(write(paper(), BOOK))
    parts = {
        paragraph.text: (paragraph.format, paragraph.runs[0].format)
        for _, paragraph in found.paragraphs()
        if paragraph.runs
    }
    heading, heading_looks = parts["I. MỤC ĐÍCH, YÊU CẦU"]
    _, motto = parts["Độc lập - Tự do - Hạnh phúc"]
    body, body_looks = parts["Kết thúc./."]

    assert (heading.outline_level, heading_looks.bold) == (1, True)
    assert motto.bold
    assert motto.size in BOOK.part("motto").size
    assert body.alignment == "both"
    assert body_looks.font_high == "Times New Roman"
    assert [note.blocks[0].text.strip() for note in found.footnotes] == ["Theo đề án"]
    assert [section.landscape for section in found.sections] == [False, True]
    assert found.properties.title == "Kế hoạch thử"
    assert found.remarks == ()


def test_our_own_table_comes_back_with_its_merges():
    tables = [b for b in seen(write(paper(), BOOK)).blocks if isinstance(b, ObservedTable)]
    found = next(each for each in tables if each.rows[0].header)

    assert [
        [(c.text, c.column, c.across, c.down) for c in row.cells] for row in found.rows[1:]
    ] == [
        [("1", 0, 1, 2), ("Trình UBND tỉnh", 1, 1, 1), ("Sở TTTT", 2, 1, 1)],
        [("Báo cáo\nhai dòng", 1, 1, 1), ("Sở TC", 2, 1, 1)],
        [("2", 0, 1, 1), ("Chung cho cả hai cột", 1, 2, 1)],
    ]
    assert all(row.cant_split for row in found.rows)


def test_what_python_docx_writes_is_read():
    document = python_docx.Document()
    document.add_heading("Tiêu đề", 1)
    document.add_paragraph("Gạch đầu dòng", style="List Bullet")
    document.add_paragraph("Đánh số", style="List Number")
    document.add_table(1, 2, style="Table Grid").rows[0].cells[1].text = "ô"
    buffer = io.BytesIO()
    document.save(buffer)
    found = seen(buffer.getvalue())
    heading, bullet, number, table = found.blocks

    assert (heading.format.style, heading.format.outline_level) == ("heading 1", 1)
    assert (bullet.printed, number.printed) == ("• Gạch đầu dòng", "1. Đánh số")
    assert table.rows[0].cells[1].borders.top.kind == "single"


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> dict[str, bytes]:
    """Our paper and an annex of the decree, saved anew by LibreOffice."""
    office = shutil.which("soffice") or ""
    folder = tmp_path_factory.mktemp("saved")
    (folder / "in").mkdir()
    (folder / "in" / "paper.docx").write_bytes(write(paper(), BOOK))
    shutil.copy(SPECIMENS / ANNEXES[1], folder / "in" / "annex.docx")
    subprocess.run(
        [
            office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder / "out",
            *sorted((folder / "in").iterdir()),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {file.stem: file.read_bytes() for file in (folder / "out").iterdir()}


@pytest.mark.rendered
def test_a_paper_saved_by_libreoffice_reads_like_the_one_we_wrote(converted):
    ours = seen(write(paper(), BOOK))
    theirs = seen(converted["paper"])

    assert _texts(theirs) == _texts(ours)
    assert _looks(theirs) == _looks(ours)


@pytest.mark.rendered
def test_the_decree_saved_again_reads_the_same(converted):
    ours, theirs = annex_of(3), seen(converted["annex"])

    assert _texts(theirs) == _texts(ours)


def _texts(observed) -> list[str]:
    found = (unicodedata.normalize("NFC", line.text).strip() for line in observed.lines())
    return [text for text in found if text]


def _looks(observed) -> list[tuple[object, ...]]:
    return [
        (
            paragraph.text,
            paragraph.format.alignment,
            round(paragraph.format.first_line),
            paragraph.format.space_before,
            paragraph.format.outline_level,
            [(x.format.size, x.format.bold, x.format.italic) for x in paragraph.runs if x.text],
        )
        for _, paragraph in observed.paragraphs()
        if paragraph.text.strip()
    ]
