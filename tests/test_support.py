"""The kit itself: schema validation, rendering, reading of pages, golden files."""

from __future__ import annotations

import io
import subprocess
import zipfile
from unittest.mock import Mock

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from tests.support import docx_xml, ooxml, render
from tests.support.pdf import Page, pdf_pages


def paper(*words: str) -> bytes:
    """Return an A4 paper: a two-column table, a ruled title, then `words`, a paragraph each."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Mm(30), Mm(20), Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text, head.cell(0, 1).text = "ỦY BAN NHÂN DÂN", "Độc lập - Tự do"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("KẾ HOẠCH").bold = True
    border = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/>'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
    title._p.get_or_add_pPr().insert_element_before(borders, "w:jc")
    for word in words:
        document.add_paragraph(word)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edited(package: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return the package with `old` replaced in the part `name`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            data = before.read(part)
            after.writestr(part, data.replace(old, new) if part == name else data)
    return out.getvalue()


@pytest.fixture(scope="module")
def page(soffice: str) -> Page:
    (page,) = pdf_pages(render.to_pdf(paper("Thân văn bản.")))
    return page


def test_an_element_that_no_schema_knows_is_a_fault():
    broken = edited(paper(), "word/document.xml", b"<w:body>", b"<w:body><w:nonsense/>")

    assert any("nonsense" in fault for fault in ooxml.faults(broken))


def test_a_package_whose_target_is_missing_has_a_fault():
    broken = edited(paper(), "word/_rels/document.xml.rels", b"styles.xml", b"gone.xml")

    assert any("gone.xml" in fault for fault in ooxml.faults(broken))


def test_a_sound_part_has_no_fault():
    assert not [fault for fault in ooxml.faults(paper()) if fault.startswith("word/document.xml")]


def test_a_page_knows_its_size(page):
    assert (page.width_mm, page.height_mm) == pytest.approx((210, 297), abs=0.2)


def test_two_columns_of_a_row_are_two_lines(page):
    left, right = page.line("ỦY BAN"), page.line("Độc lập")

    assert left.text == "ỦY BAN NHÂN DÂN"
    assert right.text == "Độc lập - Tự do"
    assert left.baseline == pytest.approx(right.baseline, abs=0.1)
    assert left.x1 < right.x0


def test_a_line_knows_its_place_size_and_weight(page):
    title, body = page.line("KẾ HOẠCH"), page.line("Thân")

    assert (title.bold, title.italic, title.size_pt) == (True, False, 14)
    assert (title.x0 + title.x1) / 2 == pytest.approx((30 + 190) / 2, abs=0.2)
    assert not body.bold
    assert body.x0 == pytest.approx(30, abs=0.5)


def test_a_drawn_border_is_a_rule_of_the_text_width(page):
    (rule,) = page.rules

    assert (rule.x0, rule.x1) == pytest.approx((30, 190), abs=0.5)
    assert page.line("KẾ HOẠCH").baseline < rule.y < page.line("Thân").baseline


@pytest.mark.rendered
def test_many_papers_share_one_start_and_keep_their_order(monkeypatch):
    run = Mock(wraps=subprocess.run)
    monkeypatch.setattr(subprocess, "run", run)
    papers = [paper("Một"), paper("Hai"), paper("Một")]
    words = [pdf_pages(pdf)[0].texts[-1] for pdf in render.to_pdfs(papers)]

    assert words == ["Một", "Hai", "Một"]
    assert run.call_count == 1


def test_without_libreoffice_a_test_is_skipped_unless_all_is_required(monkeypatch):
    monkeypatch.setattr(render, "program", lambda: None)
    monkeypatch.delenv("KEHOACH_REQUIRE_ALL", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install"):
        render.require_office()

    monkeypatch.setenv("KEHOACH_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match="apt-get install"):
        render.require_office()


def test_a_golden_file_is_written_only_when_asked_and_compared_otherwise(tmp_path, monkeypatch):
    monkeypatch.setattr(docx_xml, "GOLDEN", tmp_path)
    monkeypatch.delenv("KEHOACH_UPDATE_GOLDEN", raising=False)
    with pytest.raises(AssertionError, match="is missing"):
        docx_xml.check_golden("kind/a.xml", "<a/>\n")

    monkeypatch.setenv("KEHOACH_UPDATE_GOLDEN", "1")
    docx_xml.check_golden("kind/a.xml", "<a/>\n")
    monkeypatch.delenv("KEHOACH_UPDATE_GOLDEN")
    docx_xml.check_golden("kind/a.xml", "<a/>\n")
    with pytest.raises(AssertionError):
        docx_xml.check_golden("kind/a.xml", "<b/>\n")


def test_a_part_is_printed_one_element_a_line_with_its_text_untouched():
    lines = docx_xml.part_xml(paper("hai  dấu cách")).splitlines()

    assert any(line.strip().endswith("hai  dấu cách</w:t>") for line in lines)
