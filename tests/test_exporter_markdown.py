"""Markdown: every printed character of a paper, and nothing of it taken for markup."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kehoach.compose import plan_document
from kehoach.documents import (
    Alignment,
    Appendix,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Properties,
    Run,
    Table,
)
from kehoach.errors import UnwritableText
from kehoach.exporters.markdown import as_markdown, write
from kehoach.files import load
from kehoach.rules import rulebook
from kehoach.testing import sample_documents
from kehoach.testing.samples import HOSTILE
from kehoach.vietnamese import is_clean
from tests.support.docx_xml import check_golden

PLAN = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
READER = MarkdownIt("commonmark").enable("table")
TRICKY = st.text(" \nab1.)-+=:*_#>|`~[]()<>&!\\@$'\"ếw/", max_size=40)


def markdown_of(*blocks: Paragraph | Heading | Table) -> str:
    return as_markdown(Document("KH", Properties(""), blocks=blocks))


def shown(markdown: str) -> str:
    """What a reader of Markdown shows: its tags away, a break as a line feed."""
    page = READER.render(markdown).replace("<br>\n", "\n")
    for tag in ("<br />\n", "<br />", "<br>"):
        page = page.replace(tag, "\n")
    return html.unescape(re.sub(r"</?(strong|em)>|</?(p|h[1-6])>\n?", "", page)).strip()


def plainly(text: str) -> str:
    """The text as Markdown may show it: no space at either end of a line."""
    return "\n".join(line.strip(" \t") for line in text.split("\n")).strip()


@pytest.mark.parametrize(
    "text",
    [
        "- gạch đầu dòng", "+ cộng", "1. một", "2) hai", "# mục", "> trích", "===", "---", "***",
        "a\n===", "a\n---", "a\n:-:", "| a | b |\n|---|---|", "    thụt vào", "\tthụt vào",
        "`mã`", "**đậm**", "_nghiêng_", "[chữ](http://a.vn)", "![ảnh](x.png)", "[^1]", "[1]: x",
        "<b>đậm</b>", "<script>alert(1)</script>", "<!-- ẩn -->", "R&amp;D", "&#65;", "a\\b", "\\",
        "```\nmã\n```", "~~~", "~~gạch~~", "http://a.vn/x", "www.a.vn", "a@b.vn", "$x$", ":cười:",
        "<http://a.vn>", "a  \nb", "a\\\nb", "một\n\nhai",
    ],
)  # fmt: skip
def test_what_markdown_could_take_for_markup_is_shown_as_text(text):
    assert shown(markdown_of(Paragraph(text))) == plainly(text)


@pytest.mark.parametrize("text", [one for one in HOSTILE if one])
def test_hostile_text_stays_text(text):
    assert shown(markdown_of(Paragraph(text))) == plainly(text)


@given(TRICKY)
def test_any_paragraph_is_shown_as_it_stands(text):
    assert shown(markdown_of(Paragraph(text))) == plainly(text)


@given(st.lists(st.builds(Run, TRICKY, bold=st.booleans(), italic=st.booleans()), max_size=4))
def test_any_runs_are_shown_as_they_stand(runs):
    assert shown(markdown_of(Paragraph(tuple(runs)))) == plainly("".join(r.text for r in runs))


@given(st.text(max_size=40).filter(is_clean).map(lambda text: text.replace("\n", " ")))
def test_any_cell_stays_in_its_cell(text):
    page = READER.render(markdown_of(Table((Column(), Column()), ((text, "hết"),))))

    (row,) = re.findall(
        r"<tbody>\n<tr>\n<td[^>]*>(.*?)</td>\n<td[^>]*>hết</td>\n</tr>\n</tbody>", page, re.DOTALL
    )
    assert html.unescape(row).strip() == text.strip()


def test_a_table_has_its_alignments_and_empty_cells_where_others_cover():
    table = Table(
        columns=(Column(1, Alignment.CENTER), Column(5), Column(2, Alignment.RIGHT)),
        header=((Cell("Nhiệm vụ", across=2, bold=True), None, "Đơn vị"),),
        rows=(("1", "Tập\nhuấn", Cell("Sở | ngành", down=2)), ("2", Cell("a", italic=True), None)),
    )

    assert markdown_of(table) == (
        "| **Nhiệm vụ** |  | Đơn vị |\n"
        "| :---: | :--- | ---: |\n"
        "| 1 | Tập<br>huấn | Sở \\| ngành |\n"
        "| 2 | *a* |  |\n"
    )


def test_a_table_without_titles_gets_empty_ones():
    assert markdown_of(Table((Column(),), (("a",),))) == "|  |\n| :--- |\n| a |\n"


def test_emphasis_that_asterisks_cannot_carry_gets_tags():
    runs = (Run("a)", bold=True), Run(" và "), Run("b", bold=True), Run("c", italic=True))

    assert markdown_of(Paragraph(runs)) == "<strong>a)</strong> và **b**<em>c</em>\n"


def test_footnotes_are_marked_and_listed_at_the_end():
    noted = Paragraph((Run("nền tảng", footnote="Một *sao*."), Run(" số")))

    assert markdown_of(noted) == "nền tảng[^1] số\n\n[^1]: Một \\*sao\\*.\n"


def test_headings_have_their_level_below_the_title_and_none_is_deeper_than_six():
    label = Heading("QUY ĐỊNH", 1, label="Chương I")

    assert markdown_of(label, Heading("a) b", 9)) == "## Chương I<br>QUY ĐỊNH\n\n###### a) b\n"


def test_annexes_and_enclosed_texts_stand_behind_a_rule():
    text = as_markdown(sample_documents()["whole"])

    assert "\n\n---\n\n## Phụ lục I<br>BẢNG PHÂN CÔNG\n" in text
    assert "\n\n---\n\nSỞ NỘI VỤ\n" in text
    assert as_markdown(Document("KH", Properties(""), appendices=(Appendix("", "", "", ()),))) == (
        "---\n"
    )


def test_characters_that_no_file_holds_are_refused_with_their_line():
    with pytest.raises(UnwritableText) as caught:
        markdown_of(Paragraph("một"), Paragraph("hai\x07"))

    assert (caught.value.where, caught.value.character) == ("line 3 of the text", "U+0007 BEL")


def test_the_founding_plan_reads_as_its_golden_file():
    document = plan_document(load(PLAN))
    stream = io.BytesIO()
    write(document, rulebook("tt01-2011"), stream)

    check_golden("long-an-2013.md", stream.getvalue().decode())
