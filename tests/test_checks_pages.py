"""Pages in places: as Word noted them when it saved, or as the paper was printed."""

from __future__ import annotations

import pytest

from benchmarks.faults.papers import written
from benchmarks.faults.table import FAULTS
from kehoach.checks import pages_in_print, with_pages
from kehoach.cli.check import Choices, paper_findings
from kehoach.findings import Finding, Severity
from kehoach.observed import Place
from kehoach.word import observe_text
from kehoach.word.mending import laid_out_pages
from tests.support.word_xml import docx, p, r

BREAK = "<w:r><w:lastRenderedPageBreak/><w:t>sang trang</w:t></w:r>"


def test_the_pages_that_word_noted_are_known():
    body = (p(r("một")), p(BREAK), p(r("vẫn hai")), p(r("cuối") + BREAK), p(r("ba")))
    data = docx("".join(body))

    pages = laid_out_pages(data)

    assert [pages[Place(paragraph=number)] for number in range(1, 6)] == [1, 2, 2, 2, 3]


@pytest.mark.parametrize("data", [b"", b"PK", docx(p(r("một"))), written("plan")])
def test_without_the_marks_of_word_no_page_is_known(data):
    assert laid_out_pages(data) == {}


def test_the_pages_of_a_print_are_found_by_the_words():
    paper = observe_text("Đoạn thứ nhất của văn bản\nĐoạn thứ hai\nabc\nĐoạn thứ ba".encode())

    pages = pages_in_print(paper, "Đoạn thứ  nhất\ncủa văn bản\fĐoạn thứ hai\nabc\n\fĐoạn thứ ba")

    assert list(pages.values()) == [1, 2, 2, 3]


def test_a_finding_says_its_page_where_it_is_known():
    at = Place(paragraph=4)
    found = Finding("X", Severity.ERROR, "sai", at.describe(), at=at)
    elsewhere = Finding("X", Severity.ERROR, "sai")

    paged, plain = with_pages((found, elsewhere), {at: 3})

    assert (paged.page, paged.describe()) == (3, "trang 3, đoạn 4: sai")
    assert plain.page is None


@pytest.mark.rendered
def test_libreoffice_tells_the_pages(tmp_path):
    file = tmp_path / "ke-hoach.docx"
    faults = ("PHỤ LỤC in hoa", "Tiêu ngữ không đậm")
    pages: dict[str, int] = {}
    for fault in (one for one in FAULTS if one.name in faults):
        file.write_bytes(fault.made())
        found = paper_findings(str(file), Choices(pages=True))
        pages |= {one.code: one.page or 0 for one in found if one.code == fault.code}

    assert pages["HD22"] == 1
    assert pages["PL02"] > 1
