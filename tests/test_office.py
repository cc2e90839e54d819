"""LibreOffice and pdftotext: found, run in a folder of their own, bounded in time."""

from __future__ import annotations

import io
import os
import shutil
import stat
import sys
from pathlib import Path

import docx
import pytest

from kehoach import office
from kehoach.errors import OfficeFailed, OfficeMissing
from kehoach.office import programs as programs_module
from tests.support.render import to_pdf


def program(folder: Path, name: str, code: str) -> None:
    """A program of that name that runs the Python code."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{code}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A PATH that holds only what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs_module, "_SOFFICE_HOMES", ())
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


STAND_IN = """
import os, signal
count = pathlib.Path(__file__).with_name("starts")
starts = int(count.read_text()) + 1 if count.exists() else 1
count.write_text(str(starts))
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir()
for place, source in enumerate(map(pathlib.Path, sys.argv[sys.argv.index("--outdir") + 2 :])):
    target = out / f"{source.stem}.pdf"
    if starts == 1 and place == 1:
        target.write_bytes(b"%PDF-1.7 cut off")
        os.kill(os.getpid(), signal.SIGKILL)
    target.write_bytes(b"%PDF-1.7 " + source.read_bytes() + b" %%EOF")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_a_killed_program_is_started_once_more_for_what_is_missing(programs):
    program(programs, "soffice", STAND_IN)

    made = office.printed([b"a", b"b", b"c"])

    assert made == (b"%PDF-1.7 a %%EOF", b"%PDF-1.7 b %%EOF", b"%PDF-1.7 c %%EOF")
    assert (programs / "starts").read_text() == "2"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_what_is_lost_twice_is_none_and_there_is_no_third_start(programs):
    program(programs, "soffice", STAND_IN.replace("starts == 1 and place == 1", "place == 1"))

    made = office.printed([b"a", b"b", b"c"])

    assert made == (b"%PDF-1.7 a %%EOF", b"%PDF-1.7 b %%EOF", None)
    assert (programs / "starts").read_text() == "2"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_a_program_that_hangs_takes_its_children_with_it(programs):
    program(
        programs,
        "soffice",
        "import subprocess\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "pathlib.Path(__file__).with_name('child').write_text(str(child.pid))\n"
        "time.sleep(60)",
    )

    with pytest.raises(OfficeFailed, match="more than"):
        office.printed([b"a"], time_limit=2)

    child = int((programs / "child").read_text())
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether the process lives; on Linux one that waits to be buried does not."""
    told = Path("/proc") / str(process) / "stat"
    if told.exists():
        return told.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.rendered
@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
def test_a_libreoffice_killed_while_it_works_is_noticed_and_tried_again(
    tmp_path, monkeypatch, soffice
):
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    real = shutil.which(soffice)
    program(
        tmp_path,
        "soffice",
        "import os, signal, subprocess\n"
        "count = pathlib.Path(__file__).with_name('starts')\n"
        "first = not count.exists()\n"
        "count.write_text('1' if first else '2')\n"
        f"child = subprocess.Popen([{real!r}, *sys.argv[1:]])\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "while first and child.poll() is None:\n"
        "    if (out / '0.pdf').exists():\n"
        "        os.killpg(0, signal.SIGKILL)\n"
        "    time.sleep(0.001)\n"
        "sys.exit(child.wait())\n",
    )
    papers = [_paper(f"Văn bản {number}") for number in range(12)]

    made = office.printed(papers)

    assert (tmp_path / "starts").read_text() == "2"
    for number, pdf in enumerate(made):
        assert pdf is not None
        assert f"Văn bản {number}" in office.pdf_text(pdf).decode()


def _paper(text: str) -> bytes:
    buffer = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph(text)
    paper.save(buffer)
    return buffer.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a POSIX script")
@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("Times New Roman,Times New Roman PS\nLiberation Serif", "Times New Roman"),
        ("DejaVu Serif\nTinos\nLiberation Serif", "Liberation Serif"),
        ("Tinos", "Tinos"),
        ("DejaVu Serif", None),
    ],
)
def test_a_font_of_the_same_widths_serves_where_the_family_is_missing(programs, listed, found):
    program(programs, "fc-list", f"print({listed!r})")

    assert office.font_for("Times New Roman") == found


@pytest.mark.usefixtures("programs")
def test_without_fontconfig_the_font_folders_are_looked_into(tmp_path, monkeypatch):
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))

    assert office.font_for("Garamond") is None

    folder = tmp_path / "Windows" / "Fonts"
    folder.mkdir(parents=True)
    (folder / "times.ttf").write_bytes(b"")
    assert office.font_for("Times New Roman") == "Times New Roman"
