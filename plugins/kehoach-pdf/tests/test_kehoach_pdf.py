"""PDF: pages counted, versions, faults of LibreOffice, the same bytes each time."""

from __future__ import annotations

import datetime
import io
import json
import re
import subprocess
import sys

import kehoach_pdf
import pytest
from kehoach_pdf import Converted, Lost, convert, convert_many
from kehoach_pdf._bytes import settled
from kehoach_pdf.plugin import kehoach_exporters
from pypdf import PdfReader

import kehoach
from kehoach import office
from kehoach.documents import Document, Paragraph, Properties
from kehoach.errors import ExportFailed, FontMissing, OfficeFailed, UnwritableText
from kehoach.rules import rulebook
from kehoach.testing import check_exporter, sample_documents, sample_plans

BOOK = rulebook("nd30-2020")
DAY = datetime.date(2026, 3, 19)


def paper(*texts: str) -> Document:
    return Document(
        "KH",
        Properties("Giấy thử", author="Sở Nội vụ", date=DAY),
        blocks=tuple(Paragraph(text) for text in texts),
    )


def reader(made: Converted) -> PdfReader:
    return PdfReader(io.BytesIO(made.data), strict=True)


def text_of(made: Converted) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader(made).pages).split())


@pytest.mark.rendered
@pytest.mark.parametrize("exporter", kehoach_exporters(), ids=lambda one: one.name)
def test_the_exporters_keep_the_contract(exporter):
    check_exporter(exporter)


@pytest.mark.rendered
def test_a_plan_becomes_a_pdf_whose_pages_are_counted():
    made = convert(sample_plans()["whole"])

    assert made.pages == len(reader(made).pages) == 1
    assert "Chuyển đổi số" in text_of(made)


@pytest.mark.rendered
def test_a_long_paper_has_the_pages_that_libreoffice_draws():
    made = convert(sample_documents()["long"], BOOK)

    assert made.pages > 5
    assert "Nhiệm vụ thứ 300" in text_of(made)


@pytest.mark.rendered
def test_the_pdf_is_later_than_1_4_and_tells_title_author_and_the_papers_day():
    opened = reader(convert(paper("Một.")))

    assert opened.pdf_header >= "%PDF-1.6"
    assert opened.metadata is not None
    assert (opened.metadata.title, opened.metadata.author) == ("Giấy thử", "Sở Nội vụ")
    assert opened.metadata.creation_date_raw.startswith("D:20260319000000")


@pytest.mark.rendered
def test_the_pdf_is_tagged_for_screen_readers():
    assert reader(convert(paper("Một."))).root_object["/MarkInfo"]["/Marked"].value is True


@pytest.mark.rendered
def test_what_is_kept_says_that_it_is_pdf_a_2b():
    made = convert(paper("Một."), archive=True)

    assert b"<pdfaid:part>2</pdfaid:part>" in made.data
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in made.data
    assert b"<xmp:CreateDate>2026-03-19T00:00:00" in made.data
    (intent,) = reader(made).root_object["/OutputIntents"]
    assert intent.get_object()["/DestOutputProfile"].get_object().get_data()[36:40] == b"acsp"


@pytest.mark.rendered
@pytest.mark.parametrize("archive", [False, True])
def test_every_object_stands_where_the_table_of_places_says(archive):
    data = convert(sample_documents()["whole"], BOOK, archive=archive).data
    table = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    places = re.findall(rb"(\d{10}) 00000 ([nf])", data[table:])

    assert data[table : table + 4] == b"xref"
    for number, (place, kind) in enumerate(places, start=1):
        if kind == b"n":
            assert data[int(place) :].startswith(b"%d 0 obj" % number)


@pytest.mark.rendered
def test_many_papers_come_in_their_order_and_a_lost_one_stops_nobody():
    papers = [paper("Một."), paper("hỏng \x07"), Document("KH", Properties("")), paper("Ba.")]

    first, broken, undated, last = convert_many(papers, at_once=2)

    assert isinstance(first, Converted)
    assert "Một." in text_of(first)
    assert isinstance(broken, Lost)
    assert "U+0007" in broken.reason
    assert isinstance(undated, Lost)
    assert "no date" in undated.reason
    assert isinstance(last, Converted)
    assert "Ba." in text_of(last)


def test_no_papers_start_no_libreoffice(monkeypatch):
    monkeypatch.setattr(office, "printed", None)

    assert list(convert_many([])) == []


def test_a_batch_shares_one_start(monkeypatch):
    starts = []

    def printed(papers, *, archive, time_limit):
        starts.append((len(papers), archive, time_limit))
        return (None,) * len(papers)

    monkeypatch.setattr(office, "printed", printed)
    monkeypatch.setattr(office, "font_for", lambda family: family)

    lost = list(convert_many([paper("a")] * 5, archive=True, at_once=3, time_limit=9))

    assert starts == [(3, True, 9), (2, True, 9)]
    assert lost == [Lost("it made no pdf of the paper")] * 5


def test_a_paper_of_which_nothing_is_made_is_an_error(monkeypatch):
    monkeypatch.setattr(office, "printed", lambda papers, **_: (None,) * len(papers))
    monkeypatch.setattr(office, "font_for", lambda family: family)

    with pytest.raises(OfficeFailed, match="made no pdf"):
        convert(paper("a"))


def test_a_machine_without_a_font_is_told_before_anything_starts(monkeypatch):
    monkeypatch.setattr(office, "printed", None)
    monkeypatch.setattr(office, "font_for", lambda _: None)

    with pytest.raises(FontMissing, match="Times New Roman"):
        convert(paper("a"))


def test_a_forbidden_character_is_refused_as_in_word():
    with pytest.raises(UnwritableText):
        convert(paper("\x00"))


@pytest.mark.rendered
def test_the_suffix_chooses_pdf_and_the_name_pdf_a(tmp_path):
    one = kehoach.export(paper("Một."), tmp_path / "a.pdf")
    two = kehoach.export(paper("Một."), tmp_path / "b.pdf", format="pdf-a")

    assert b"pdfaid:part" not in one.read_bytes()
    assert b"pdfaid:part" in two.read_bytes()


def test_a_fault_of_the_machine_is_told_through_export_with_its_cause(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "font_for", lambda _: None)

    with pytest.raises(ExportFailed) as caught:
        kehoach.export(paper("Một."), tmp_path / "a.pdf")
    assert isinstance(caught.value.__cause__, FontMissing)


def test_bytes_without_dates_or_table_stay_as_they_are():
    assert settled(b"%PDF-1.7\nwhatever", "20260319") == b"%PDF-1.7\nwhatever"


def test_listing_the_plugins_loads_neither_pypdf_nor_python_docx():
    code = (
        "import json, sys; from kehoach.plugins import load_plugins;"
        " names = [one.name for one in load_plugins().report() if one.status == 'active'];"
        " print(json.dumps([names, sorted({'pypdf', 'docx'} & sys.modules.keys())]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    names, loaded = json.loads(done.stdout)

    assert "pdf" in names
    assert loaded == []


def test_every_name_of_the_face_exists():
    assert [name for name in kehoach_pdf.__all__ if not hasattr(kehoach_pdf, name)] == []
