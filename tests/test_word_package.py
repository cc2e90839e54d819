"""The .docx as a package: valid, the same every time, without anything that it does not need."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, cast

import attrs
import docx
import pytest
from hypothesis import given, settings

from kehoach.documents import Column, Document, Paragraph, Properties, Table
from kehoach.rules import rulebook
from kehoach.word import to_python_docx, write, write_to
from tests.sample_papers import DECISION, LETTER, PAPERS, PLAN
from tests.strategies_documents import documents
from tests.support.docx_xml import check_golden, part_xml
from tests.support.ooxml import faults

BOOK = rulebook("nd30-2020")
BOOKS = [rulebook(regime, sizes) for regime in ("nd30-2020", "tt01-2011") for sizes in ("14", "13")]


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.key)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_valid_under_every_rulebook(name, book):
    assert faults(write(PAPERS[name], book)) == []


@settings(max_examples=120)
@given(document=documents)
def test_any_document_becomes_a_valid_file_that_python_docx_opens(document):
    data = write(document, BOOK)

    assert faults(data) == []
    assert docx.Document(io.BytesIO(data)).sections


@pytest.mark.parametrize("name", ["plan", "letter", "decision"])
def test_the_body_is_written_as_it_was_read_and_approved(name):
    check_golden(f"word_{name}.xml", part_xml(write(PAPERS[name], BOOK)))


def test_the_styles_are_written_as_they_were_read_and_approved():
    for book in (rulebook("nd30-2020"), rulebook("tt01-2011", "13")):
        name = book.key.replace("/", "-")
        check_golden(f"word_styles_{name}.xml", part_xml(write(PLAN, book), "word/styles.xml"))


def test_the_same_paper_gives_the_same_bytes():
    assert write(DECISION, BOOK) == write(DECISION, BOOK)


def test_another_process_in_another_time_zone_gives_the_same_bytes():
    script = (
        "import hashlib\nfrom kehoach.rules import rulebook\nfrom kehoach.word import write\n"
        "from tests.sample_papers import DECISION\n"
        "print(hashlib.sha256(write(DECISION, rulebook('nd30-2020'))).hexdigest())"
    )
    root = Path(__file__).resolve().parent.parent
    path = os.pathsep.join((str(root / "src"), str(root)))
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
            cwd=root,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Ho_Chi_Minh", "2"))
    }

    assert len(digests) == 1


def test_threads_do_not_disturb_one_another():
    papers = [*PAPERS.values()] * 5
    alone = [write(paper, BOOK) for paper in papers]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda paper: write(paper, BOOK), papers))

    assert together == alone


def test_writing_to_a_stream_gives_the_bytes_of_write():
    stream = io.BytesIO()
    write_to(DECISION, BOOK, stream)

    assert stream.getvalue() == write(DECISION, BOOK)


def test_a_stream_that_can_only_be_written_is_enough():
    class Pipe(io.RawIOBase):
        taken = b""

        def writable(self):
            return True

        def write(self, data):
            self.taken += bytes(data)
            return len(data)

    pipe = Pipe()
    write_to(PLAN, BOOK, cast("BinaryIO", pipe))

    assert pipe.taken == write(PLAN, BOOK)


def test_members_carry_no_time_and_no_system():
    members = opened(write(LETTER, BOOK)).infolist()

    assert {(member.date_time, member.create_system) for member in members} == {
        ((1980, 1, 1, 0, 0, 0), 3)
    }
    assert members[0].filename == "[Content_Types].xml"


def test_a_plain_paper_holds_only_what_it_needs():
    assert opened(write(PLAN, BOOK)).namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/header2.xml",
        "docProps/core.xml",
        "word/document.xml",
    ]


def test_properties_name_title_author_and_the_papers_day():
    properties = to_python_docx(PLAN, BOOK).core_properties

    assert properties.title == "Kế hoạch số 12"
    assert properties.author == "UBND tỉnh Long An"
    assert properties.language == "vi-VN"
    assert properties.created is not None
    assert properties.created.date() == PLAN.properties.date
    assert properties.created == properties.modified


def test_an_undated_paper_has_a_constant_day():
    undated = attrs.evolve(PLAN, properties=Properties("Kế hoạch"))
    created = to_python_docx(undated, BOOK).core_properties.created

    assert created is not None
    assert created.date().isoformat() == "1980-01-01"


def test_every_font_slot_is_times_new_roman_and_the_language_vietnamese():
    styles = part_xml(write(PLAN, BOOK), "word/styles.xml")
    body = part_xml(write(PLAN, BOOK))

    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert f'w:{slot}="Times New Roman"' in styles
    assert "Theme" not in styles + body
    assert "theme" not in styles + body
    assert '<w:lang w:val="vi-VN"' in styles
    assert "rFonts" not in body


def test_a_python_docx_document_can_be_continued_by_hand():
    document = to_python_docx(PLAN, BOOK)
    document.add_paragraph("Viết thêm.", style="Body Text")
    document.add_heading("Mục thêm", level=1)
    buffer = io.BytesIO()
    document.save(buffer)

    assert faults(buffer.getvalue()) == []


def test_a_long_table_needs_little_memory_and_no_row_is_lost():
    rows = tuple((str(number), "Nội dung công việc " * 4) for number in range(3000))
    paper = Document(
        "BC", Properties("Bảng"), blocks=(Table((Column(1), Column(5)), rows), Paragraph("Hết./."))
    )
    body = opened(write(paper, BOOK)).read("word/document.xml").decode()

    assert body.count("<w:tr>") == len(rows)
    assert all(f"<w:t>{number}</w:t>" in body for number in (0, 255, 256, 257, 2999))
