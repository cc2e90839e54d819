"""Text in Word: escaped and never changed; what no file can hold is refused by name."""

from __future__ import annotations

import io

import attrs
import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.documents import (
    Appendix,
    Cell,
    Column,
    Document,
    Paragraph,
    Properties,
    Run,
    Table,
)
from kehoach.errors import UnwritableText
from kehoach.rules import rulebook
from kehoach.vietnamese import is_clean
from kehoach.word import write
from tests.sample_papers import CLOSING, LETTERHEAD, PLAN
from tests.support.docx_xml import part_xml
from tests.support.ooxml import faults

BOOK = rulebook("nd30-2020")
clean = st.text(max_size=40).filter(is_clean)
spaced = st.text("ab \n\t&<>\u00a0ế", max_size=12)


def paper(*blocks: Paragraph | Table) -> Document:
    return Document("KH", Properties("Kế hoạch"), blocks=blocks)


def read(document: Document) -> docx.document.Document:
    return docx.Document(io.BytesIO(write(document, BOOK)))


@settings(max_examples=60)
@given(texts=st.lists(clean | spaced, min_size=1, max_size=8))
def test_paragraphs_are_read_as_they_were_given(texts):
    document = read(paper(*map(Paragraph, texts), Paragraph("Hết")))

    assert [paragraph.text for paragraph in document.paragraphs][: len(texts)] == texts


@settings(max_examples=60)
@given(rows=st.lists(st.tuples(clean | spaced, spaced), min_size=1, max_size=6))
def test_cells_are_read_as_they_were_given(rows):
    table = Table((Column(), Column(2)), tuple(rows))
    read_rows = read(paper(table)).tables[0].rows

    assert [tuple(cell.text for cell in row.cells) for row in read_rows] == rows


def test_a_line_feed_is_a_line_break_and_a_tab_a_tab():
    xml = part_xml(write(paper(Paragraph("một\nhai\tba"), Paragraph("")), BOOK))

    assert xml.count("<w:br/>") == 1
    assert xml.count("<w:tab/>") == 1
    assert "<w:t>một</w:t>" in xml


def test_spaces_at_an_edge_are_preserved_and_no_others_marked():
    xml = part_xml(write(paper(Paragraph("Số:\u00a0\u00a0/KH"), Paragraph(" lùi")), BOOK))

    assert '<w:t xml:space="preserve"> lùi</w:t>' in xml
    assert xml.count("preserve") == 1


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x00", "U+0000 NUL"), ("\x0c", "U+000C FF"), ("\x1f", "U+001F US"), ("\x85", "U+0085"),
     ("\ud800", "U+D800"), ("\uffff", "U+FFFF"), ("\r", "U+000D CR"), ("\x7f", "U+007F DEL")],
)  # fmt: skip
def test_a_forbidden_character_is_named_with_its_place(character, name):
    text = f"ab{character}"
    cells: tuple[tuple[str, str], ...] = (("x", "y"), ("x", text))
    hung = Paragraph((Run("a", footnote=text),))
    places = {
        "blocks[1].text": paper(Paragraph("a"), Paragraph(text), Paragraph("b")),
        "blocks[0].rows[1][1]": paper(Table((Column(), Column()), cells)),
        "blocks[0].text[0].footnote": paper(hung),
        "properties.title": Document("KH", Properties(text)),
        "letterhead.issuer[0]": attrs.evolve(
            PLAN, letterhead=attrs.evolve(LETTERHEAD, issuer=(text,))
        ),
        "letterhead.circulation": attrs.evolve(
            PLAN, letterhead=attrs.evolve(LETTERHEAD, circulation=text)
        ),
        "office_address": attrs.evolve(PLAN, office_address=text),
        "appendices[0].title": attrs.evolve(PLAN, appendices=(Appendix("", text, "", ()),)),
        "closing.signatures[0].name": attrs.evolve(
            PLAN,
            closing=attrs.evolve(
                CLOSING, signatures=(attrs.evolve(CLOSING.signatures[0], name=text),)
            ),
        ),
    }
    for where, document in places.items():
        with pytest.raises(UnwritableText) as caught:
            write(document, BOOK)

        assert (caught.value.where, caught.value.offset, caught.value.character) == (where, 2, name)


def test_markup_in_a_text_stays_text():
    hostile = "</w:t></w:r></w:p><w:p/>&amp;]]><!--'\"%s{}"
    document = paper(Paragraph(hostile), Table((Column(),), ((hostile,), (Cell(hostile),))))
    opened = read(document)

    assert opened.paragraphs[0].text == hostile
    assert [row.cells[0].text for row in opened.tables[0].rows] == [hostile, hostile]


def test_footnotes_are_numbered_in_reading_order_across_blocks_and_cells():
    cell = Cell((Run("ô", footnote="hai & ba"),))
    document = attrs.evolve(
        paper(
            Paragraph((Run("a", footnote="một"), Run("b"))),
            Table((Column(), Column()), (("x", cell),)),
        ),
        appendices=(Appendix("Phụ lục", "", "", (Paragraph((Run("", footnote="bốn"),)),)),),
    )
    data = write(document, BOOK)
    body, notes = part_xml(data), part_xml(data, "word/footnotes.xml")

    assert faults(data) == []
    assert [body.index(f'footnoteReference w:id="{n}"') for n in (1, 2, 3)] == sorted(
        body.index(f'footnoteReference w:id="{n}"') for n in (1, 2, 3)
    )
    assert notes.index("một") < notes.index("hai &amp; ba") < notes.index("bốn")


def test_bold_italic_and_line_breaks_of_runs():
    runs = (Run("đậm\n", bold=True), Run("nghiêng", italic=True), Run("cả hai", True, True))
    first = read(paper(Paragraph(runs))).paragraphs[0]

    assert [(run.bold, run.italic) for run in first.runs] == [
        (True, None), (None, True), (True, True),
    ]  # fmt: skip


def test_the_marks_of_footnotes_are_not_characters_of_the_text():
    assert read(paper(Paragraph((Run("a", footnote="b"),)))).paragraphs[0].text == "a"
