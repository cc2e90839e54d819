"""Plain text: every printed character of a paper, in reading order."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kehoach.compose import plan_document
from kehoach.documents import (
    Alignment,
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
from kehoach.errors import UnwritableText
from kehoach.exporters.text import as_text, write
from kehoach.rules import rulebook
from kehoach.testing import sample_documents, sample_plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Block

NO_BREAK = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")


def text_of(*blocks: Block) -> str:
    return as_text(Document("KH", Properties(""), blocks=blocks))


def printed(value: Any) -> Iterator[str]:
    """Yield every text that a document prints, wherever it stands."""
    if isinstance(value, Properties | Part | Alignment):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from printed(one)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            if not (isinstance(value, Document) and attribute.name in ("kind", "regime")):
                yield from printed(getattr(value, attribute.name))


def test_the_two_columns_of_the_head_become_the_left_block_then_the_right():
    head = Letterhead(
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG MẪU"),
        superior=("CHÍNH PHỦ",),
        nation="CỘNG HÒA",
        motto="Độc lập",
        number="Số: 05/KH-UBND",
        place_date="Đồng Mẫu, ngày 19 tháng 3 năm 2026",
        subject="V/v chuyển đổi số",
        urgency="HỎA TỐC",
        circulation="LƯU HÀNH NỘI BỘ",
    )

    assert as_text(Document("KH", Properties(""), head)) == (
        "CHÍNH PHỦ\nỦY BAN NHÂN DÂN\nTỈNH ĐỒNG MẪU\nSố: 05/KH-UBND\nV/v chuyển đổi số\nHỎA TỐC\n"
        "LƯU HÀNH NỘI BỘ\n\n"
        "CỘNG HÒA\nĐộc lập\nĐồng Mẫu, ngày 19 tháng 3 năm 2026\n"
    )


def test_title_addressees_and_closing_stand_in_reading_order():
    document = Document(
        kind="KH",
        properties=Properties(""),
        title=Title("KẾ HOẠCH", "Chuyển đổi số\nnăm 2026", "(Kèm theo)"),
        addressees=("Kính gửi:", "- Sở Nội vụ."),
        closing=Closing(
            (
                SignatureBlock(("TM. UBND", "CHỦ TỊCH"), "Nguyễn A", "Bí thư"),
                SignatureBlock(("B",)),
            ),
            "Nơi nhận:",
            ("- Lưu: VT.",),
            "PL.(3)",
        ),
        office_address="Số 1, đường 30/4",
    )

    assert as_text(document) == (
        "KẾ HOẠCH\nChuyển đổi số\nnăm 2026\n(Kèm theo)\n\nKính gửi:\n- Sở Nội vụ.\n\n"
        "Nơi nhận:\n- Lưu: VT.\nPL.(3)\n\nTM. UBND\nCHỦ TỊCH\n\nBí thư\nNguyễn A\n\nB\n\n"
        "Số 1, đường 30/4\n"
    )


def test_paragraphs_are_parted_by_a_blank_line_and_keep_their_line_breaks():
    assert text_of(Paragraph("a\nb"), Paragraph("c")) == "a\nb\n\nc\n"


def test_the_label_of_a_heading_has_a_line_of_its_own():
    assert text_of(Heading("QUY ĐỊNH CHUNG", 1, label="Chương I")) == "Chương I\nQUY ĐỊNH CHUNG\n"


def test_an_empty_paragraph_leaves_no_gap():
    assert text_of(Paragraph("a"), Paragraph(""), Paragraph("b")) == "a\n\nb\n"


def test_a_row_is_a_line_with_its_cells_between_tabs():
    table = Table(
        columns=(Column(), Column(), Column()),
        header=((Cell("Nhiệm vụ", across=2), None, "Đơn vị"),),
        rows=(
            ("1", "Tập\nhuấn\tsố", Cell("Sở", down=2)),
            ("2", Cell((Run("In", bold=True),)), None),
        ),
    )

    assert text_of(table) == "Nhiệm vụ\t\tĐơn vị\n1\tTập huấn số\tSở\n2\tIn\t\n"


def test_footnotes_are_numbered_through_and_listed_at_the_end():
    noted = Paragraph((Run("nền tảng", footnote="Một."), Run(" số")))
    table = Table((Column(),), ((Cell((Run("Sở", footnote="Hai."),)),),))

    assert text_of(noted, table) == "nền tảng[1] số\n\nSở[2]\n\n[1] Một.\n[2] Hai.\n"


def test_annexes_and_enclosed_texts_follow():
    text = as_text(sample_documents()["whole"])

    order = ["KẾ HOẠCH\n", "đường 30/4", "Phụ lục I\n", "\nQUY CHẾ\n", "[1] Theo số liệu", "[2] Cơ"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_a_no_break_space_becomes_a_space():
    assert text_of(Paragraph("số\u00a005,\u202f1\u2007000")) == "số 05, 1 000\n"


def test_an_empty_document_is_an_empty_line():
    assert text_of() == "\n"


def test_characters_that_no_file_holds_are_refused_with_their_line():
    with pytest.raises(UnwritableText) as caught:
        text_of(Paragraph("một"), Paragraph("hai\nba\x07"))

    assert (caught.value.where, caught.value.offset) == ("line 4 of the text", 2)
    assert caught.value.character == "U+0007 BEL"


@pytest.mark.parametrize("name", sorted(sample_documents()))
def test_every_printed_character_is_in_the_text(name):
    document = sample_documents()[name]
    text = " ".join(as_text(document).split())

    for part in printed(document):
        assert " ".join(part.translate(NO_BREAK).split()) in text


def test_every_line_of_a_composed_plan_is_in_the_text():
    document = plan_document(sample_plans()["whole"])
    text = as_text(document).splitlines()

    wanted = [line.translate(NO_BREAK) for part in printed(document) for line in part.split("\n")]
    assert [line for line in wanted if line and line not in text] == []


def test_the_file_is_utf8_with_line_feeds():
    stream = io.BytesIO()
    write(
        Document("KH", Properties(""), blocks=(Paragraph("Ước\nmơ"),)),
        rulebook("nd30-2020"),
        stream,
    )

    assert stream.getvalue() == "Ước\nmơ\n".encode()
