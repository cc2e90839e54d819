"""Papers as pages: every character kept, and in Chromium the pages that LibreOffice draws."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import attrs
import pdfplumber
import pytest
from attrs import evolve
from kehoach_html.paper import paper_html
from kehoach_html.plugin import kehoach_exporters

import kehoach
from kehoach.cli.demo import example_folder
from kehoach.compose import plan_document
from kehoach.documents import (
    Alignment,
    Cell,
    Closing,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Part,
    Properties,
    Run,
    SignatureBlock,
    Table,
)
from kehoach.errors import UnwritableText
from kehoach.office import printed
from kehoach.rules import rulebook
from kehoach.testing import check_exporter, sample_documents
from kehoach.word import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOOKS = ("nd30-2020", "tt01-2011")
BOOK = rulebook("nd30-2020")
PAPER, DASHBOARD = kehoach_exporters()


class Text(HTMLParser):
    """The text of a page's body, a line break as a space, and its elements."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent = tag in {"style", "title", "script"}
        if tag in {"p", "br", "td", "th", "h1", "h2", "h3", "div", "li"}:
            self.pieces.append(" ")

    def handle_endtag(self, _tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.pieces).split())


def page_of(*blocks: Any, **parts: Any) -> bytes:
    return paper_html(Document("KH", Properties(""), blocks=blocks, **parts), BOOK)


def strings(value: Any) -> Iterator[str]:
    """Every text that a document prints."""
    if isinstance(value, str) and not isinstance(value, Part | Alignment):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif attrs.has(type(value)) and not isinstance(value, Properties):
        for field in attrs.fields(type(value)):
            if not (isinstance(value, Document) and field.name in {"kind", "regime"}):
                yield from strings(getattr(value, field.name))


def test_the_exporter_of_papers_keeps_the_contract():
    check_exporter(PAPER)


@pytest.mark.parametrize("name", sorted(sample_documents()))
def test_every_printed_character_stands_on_the_page(name):
    document = sample_documents()[name]
    text = Text(paper_html(document, BOOK)).words

    for one in strings(document):
        assert " ".join(one.split()) in text


def test_the_page_runs_no_script_and_asks_for_nothing():
    page = Text(paper_html(sample_documents()["hostile"], BOOK))

    assert {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object"} == set()
    (policy,) = [one["content"] for _, one in page.tags if one.get("http-equiv")]
    assert str(policy).startswith("default-src 'none'")


def test_a_typeface_of_a_house_style_cannot_leave_the_style():
    book = evolve(BOOK, font=evolve(BOOK.font, family='x"; } </style><script>'))
    page = paper_html(sample_documents()["whole"], book).decode()

    assert "<script" not in page
    assert page.count("</style>") == 1


def test_spaces_tabs_and_line_breaks_of_a_text_are_kept():
    page = page_of(Paragraph("Số:      /KH\tx\ny "))

    assert b'S\xe1\xbb\x91:<span class="kept">      </span>/KH' in page
    assert b'<span class="kept">\t</span>x<br>y<span class="kept"> </span>' in page


def test_merged_cells_span_their_columns_and_rows():
    table = Table(
        (Column(1, Alignment.CENTER), Column(3), Column(1, Alignment.RIGHT)),
        (("1", Cell("a", bold=True), Cell("b", down=2)), ("2", "c", None)),
        ((Cell("đầu", across=2), None, "cuối"),),
    )
    page = page_of(table).decode()

    assert '<th colspan="2">đầu</th><th>cuối</th>' in page
    assert '<td class="center">1</td><td><b>a</b></td><td rowspan="2" class="right">b</td>' in page
    assert '<td class="center">2</td><td>c</td></tr>' in page
    assert 'width: 20.0%"><col style="width: 60.0%' in page


def test_a_row_that_does_not_fit_its_columns_is_refused():
    with pytest.raises(ValueError, match="1 places but the table 2 columns"):
        page_of(Table((Column(), Column()), (("a",),)))


def test_notes_are_numbered_and_lead_there_and_back():
    page = Text(page_of(Paragraph((Run("a", footnote="Một."), Run("b", footnote="Hai."))))).tags

    links = [one["href"] for tag, one in page if tag == "a"]
    assert links == ["#n1", "#n2", "#r1", "#r2"]


def test_a_confirmation_and_a_watermark_are_printed():
    closing = Closing((), confirmation=SignatureBlock(("Xác nhận",), "Trần B", "Trưởng thôn"))
    text = Text(page_of(closing=closing, watermark="DỰ THẢO")).words

    assert "DỰ THẢO" in text
    assert "Xác nhận Trưởng thôn Trần B" in text


def test_forbidden_characters_are_refused_with_their_line():
    with pytest.raises(UnwritableText, match="of the page"):
        page_of(Paragraph("a\x07"))


def founding(book: str) -> Document:
    return plan_document(kehoach.load(example_folder() / "plan.yaml"), rulebook(book))


def pages(pdf: bytes) -> list[str]:
    """The words of each page."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [" ".join((page.extract_text() or "").split()) for page in opened.pages]


@pytest.mark.browser
@pytest.mark.rendered
@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("name", ["founding", "long"])
def test_a_browser_prints_the_pages_that_libreoffice_prints(name, book, tmp_path, chromium):
    document = founding(book) if name == "founding" else sample_documents()["long"]
    in_browser = in_pages(paper_html(document, rulebook(book)), tmp_path, chromium)
    (pdf,) = printed([write(document, rulebook(book))])
    in_office = pages(pdf or b"")

    assert len(in_browser) == len(in_office)
    assert _letters("".join(in_browser)) == _letters("".join(in_office))
    assert in_browser[1].split()[0 if book == "nd30-2020" else -1] == "2"


def _letters(text: str) -> list[str]:
    """The characters, whatever the breaks and the order in which lines were drawn."""
    return sorted("".join(text.split()))


def in_pages(page: bytes, folder: Path, chromium: Any) -> list[str]:
    file = folder / "paper.html"
    file.write_bytes(page)
    chromium.open(file)
    assert chromium.faults() == []
    return pages(chromium.pdf())


@pytest.mark.browser
def test_each_sheet_counts_its_pages_from_one_and_hides_the_first(tmp_path, chromium):
    long = Table((Column(),), tuple((f"việc {n}",) for n in range(60)))
    head = Letterhead(("SỞ",), "QUỐC HIỆU", "TIÊU NGỮ", circulation="LƯU HÀNH NỘI BỘ")
    annex = evolve(sample_documents()["whole"].appendices[0], blocks=(long,), landscape=False)
    document = Document(
        "KH", Properties(""), head, blocks=(long,), office_address="Số 1 <b>", appendices=(annex,)
    )

    first, second, third, fourth, *_ = in_pages(paper_html(document, BOOK), tmp_path, chromium)

    assert first.startswith("LƯU HÀNH NỘI BỘ")
    assert first.endswith("Số 1 <b>")
    assert second.startswith("2 việc")
    assert third.startswith("Phụ lục I")
    assert fourth.startswith("2 việc")


@pytest.mark.browser
def test_hostile_text_stays_text_in_the_browser(tmp_path, chromium):
    document = sample_documents()["hostile"]
    file = tmp_path / "paper.html"
    file.write_bytes(paper_html(document, BOOK))
    chromium.open(file)

    assert chromium.faults() == []
    shown = " ".join(chromium.run("document.body.textContent").split())
    assert "<script>alert(1)</script>" in shown
    assert chromium.run("document.scripts.length") == 0
