"""Tables in Word: fixed grid, merged cells, repeated and unsplit rows."""

from __future__ import annotations

import attrs
import pytest
from docx.oxml.ns import qn

from kehoach.documents import (
    Alignment,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
)
from kehoach.rules import rulebook
from kehoach.word import write
from tests.sample_papers import (
    GRID,
    PLAN,
    opened,
    paper,
)

BOOK = rulebook("nd30-2020")
TT01 = rulebook("tt01-2011", "13")
MM = 1440 / 25.4


def test_tables_have_a_fixed_grid_as_wide_as_the_text():
    table = opened(paper(GRID)).tables[0]
    widths = [int(column.width) for column in table.columns]

    assert table.autofit is False
    assert sum(widths) / 36000 == pytest.approx(BOOK.page.text_width, abs=0.1)
    assert widths[1] / widths[0] == pytest.approx(5, abs=0.02)


def test_header_rows_repeat_and_no_row_splits():
    rows = opened(paper(GRID)).tables[0].rows
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]

    assert repeated == [True, True, False, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_merged_cells_cover_their_places():
    table = opened(paper(GRID)).tables[0]

    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.cell(0, 2)._tc is table.cell(0, 3)._tc
    assert table.cell(3, 2)._tc is table.cell(4, 2)._tc
    assert table.cell(2, 0).text == "I. NHIỆM VỤ CHUNG"
    assert table.cell(4, 3).text == ""


def test_a_cell_may_stand_otherwise_than_its_column():
    cell = Cell("giữa", align=Alignment.CENTER, italic=True)
    table = opened(paper(Table((Column(),), ((cell,), ("trái",)))), BOOK).tables[0]
    middle, left = (row.cells[0].paragraphs[0] for row in table.rows)

    assert middle.style.paragraph_format.alignment == 1
    assert middle.runs[0].italic
    assert left.style.paragraph_format.alignment == 0


def test_bold_cells_keep_what_their_runs_say():
    cell = Cell((Run("một", italic=True), Run("hai", footnote="x")), bold=True)
    table = opened(paper(Table((Column(),), ((cell,),))), BOOK).tables[0]
    runs = table.rows[0].cells[0].paragraphs[0].runs

    assert [(run.text, run.bold, run.italic) for run in runs[:2]] == [
        ("một", True, True), ("hai", True, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [(("a",),), (("a", "b", "c"),), ((Cell("a", across=2), "b"),),
     ((Cell("a", down=2), "b"), ("c", "d")), (("a", "b"), ("a",), ("a", "b", "c"))],
)  # fmt: skip
def test_a_row_that_does_not_fit_the_columns_is_refused(rows):
    with pytest.raises(ValueError, match="None"):
        write(paper(Table((Column(), Column()), rows)), BOOK)


@pytest.mark.parametrize("columns", [(), (Column(0.0),), (Column(1), Column(-1))])
def test_a_table_needs_columns_with_a_width(columns):
    with pytest.raises(ValueError, match="shares"):
        write(paper(Table(columns, ())), BOOK)


def test_two_tables_in_a_row_stay_two():
    letterhead_then_table = attrs.evolve(PLAN, title=None, blocks=(GRID, GRID))

    assert len(opened(letterhead_then_table).tables) == 4


def test_a_table_before_the_signature_holds_on_to_it():
    table = opened(attrs.evolve(PLAN, blocks=(GRID,))).tables[1]
    kept = [cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[-1].cells]

    assert kept[0]
    assert kept[-1]


@pytest.mark.parametrize("above", [Paragraph("Theo bảng sau:"), Heading("Bảng", 1)])
def test_what_stands_above_a_table_keeps_to_it_and_at_a_distance(above):
    document = opened(paper(above, GRID))
    found = next(one for one in document.paragraphs if one.text in {"Theo bảng sau:", "Bảng"})
    spacing = found._p.pPr.find(qn("w:spacing"))

    assert spacing.get(qn("w:after")) == "120"
    assert found.paragraph_format.keep_with_next or found.style.paragraph_format.keep_with_next


def test_an_end_mark_alone_is_not_parted_from_its_table():
    table = opened(paper(GRID, Paragraph("./."))).tables[0]

    assert table.rows[-1].cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_two_tables_in_a_row_do_not_touch():
    between = opened(paper(GRID, GRID)).tables[0]._tbl.getnext()

    assert between.pPr.find(qn("w:spacing")).get(qn("w:before")) == "120"
