"""LibreOffice and pdftotext: found, run in a folder of their own, bounded in time."""

from __future__ import annotations

import io
import stat
import sys
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach import office
from kehoach.errors import OfficeFailed, OfficeMissing
from tests.support.render import to_pdf

if TYPE_CHECKING:
    from pathlib import Path


def program(folder: Path, name: str, code: str) -> None:
    """A program of that name that runs the Python code."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{code}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A PATH that holds only what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_SOFFICE_HOMES", ())
    return tmp_path


@pytest.mark.usefixtures("programs")
def test_a_machine_without_libreoffice_is_told_by_name():
    with pytest.raises(OfficeMissing, match="LibreOffice is not installed"):
        office.converted(b"x", ".doc", "docx")


@pytest.mark.usefixtures("programs")
def test_a_machine_without_pdftotext_is_told_by_name():
    with pytest.raises(OfficeMissing, match="pdftotext"):
        office.pdf_text(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_a_conversion_that_hangs_is_ended(programs):
    program(programs, "soffice", "time.sleep(60)")

    with pytest.raises(OfficeFailed, match="more than 1 seconds"):
        office.converted(b"x", ".doc", "docx", time_limit=1)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_a_conversion_that_makes_nothing_is_a_failure(programs):
    program(programs, "soffice", "pass")

    with pytest.raises(OfficeFailed, match="made no docx"):
        office.converted(b"x", ".doc", "docx")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_a_program_that_fails_is_quoted(programs):
    program(programs, "pdftotext", "sys.exit('hỏng')")

    with pytest.raises(OfficeFailed, match="hỏng"):
        office.pdf_text(b"x")


@pytest.mark.rendered
@pytest.mark.usefixtures("soffice")
def test_a_paper_becomes_an_old_word_file_and_comes_back():
    buffer = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph("Kế hoạch tuyên truyền")
    paper.save(buffer)

    old = office.converted(buffer.getvalue(), ".docx", "doc")
    new = office.converted(old, ".doc", "docx")

    assert old.startswith(b"\xd0\xcf\x11\xe0")
    assert [one.text for one in docx.Document(io.BytesIO(new)).paragraphs] == [
        "Kế hoạch tuyên truyền"
    ]


@pytest.mark.rendered
@pytest.mark.usefixtures("soffice")
def test_the_text_layer_of_a_pdf_is_read():
    buffer = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph("Kế hoạch tuyên truyền")
    paper.save(buffer)

    text = office.pdf_text(to_pdf(buffer.getvalue())).decode()

    assert "Kế hoạch tuyên truyền" in text
