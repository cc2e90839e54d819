"""Places that a human must still write: marked, listed, refused unless the paper is a draft."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest
from attrs import evolve

import kehoach
from kehoach.cli.main import run
from kehoach.compose import open_place, open_places, plan_document, unknowns
from kehoach.documents import Marks
from kehoach.errors import UnfinishedPaper
from kehoach.files import dump
from kehoach.plan import Item, Paragraph, Plan, Section, TextTable
from kehoach.rules import rulebook
from kehoach.word import write
from tests.support.ooxml import faults

OPEN = open_place("nguyên nhân")
PAPER = Plan(
    "Sơ kết công tác", kind="BC", date=datetime.date(2026, 7, 6),
    sections=(
        Section("KẾT QUẢ", content=(Item("Đã xong 8/10 việc."), Item(f"Vì: {OPEN}"))),
        Section("KIẾN NGHỊ", content=(TextTable(("STT", "Việc"), (("1", open_place("việc")),)),)),
    ),
)  # fmt: skip


def test_open_places_are_listed_in_the_order_of_the_paper():
    assert open_places(PAPER) == ("nguyên nhân", "việc")
    assert open_places(plan_document(PAPER)) == ("nguyên nhân", "việc")


def test_each_open_place_is_an_error_among_the_unknowns():
    told = [one for one in unknowns(PAPER) if one.code == "unknown.open"]

    assert [one.message for one in told] == [
        "còn chỗ cần viết: nguyên nhân",
        "còn chỗ cần viết: việc",
    ]


def test_a_paper_with_open_places_is_not_exported_and_the_old_file_stays(tmp_path: Path):
    target = tmp_path / "bc.docx"
    target.write_bytes(b"old")

    with pytest.raises(UnfinishedPaper, match="nguyên nhân") as raised:
        kehoach.export(PAPER, target)

    assert raised.value.places == ("nguyên nhân", "việc")
    assert target.read_bytes() == b"old"


def test_a_draft_is_exported_under_its_watermark(tmp_path: Path):
    kehoach.export(PAPER, tmp_path / "bc.docx", draft=True)
    kehoach.export(PAPER, tmp_path / "bc.txt", draft=True)

    with zipfile.ZipFile(tmp_path / "bc.docx") as package:
        headers = [package.read(n) for n in package.namelist() if n.startswith("word/header")]
    assert len(headers) == 2  # first page and the others
    assert all("DỰ THẢO".encode() in header for header in headers)
    assert (tmp_path / "bc.txt").read_text(encoding="utf-8").startswith("DỰ THẢO\n")


def test_a_finished_paper_has_no_watermark(tmp_path: Path):
    done = evolve(PAPER, sections=(), closing=(Paragraph("Xong."),))

    kehoach.export(done, tmp_path / "bc.docx")

    with zipfile.ZipFile(tmp_path / "bc.docx") as package:
        assert not any(b"<v:" in package.read(name) for name in package.namelist())


@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
@pytest.mark.parametrize("circulation", [None, "LƯU HÀNH NỘI BỘ"])
def test_a_draft_is_a_valid_word_file_under_both_regimes(regime, circulation):
    rules = rulebook(regime)
    marked = evolve(PAPER, marks=Marks(circulation=circulation))
    paper = evolve(plan_document(marked, rules), watermark="DỰ <THẢO> \"1\" & '2'")

    assert faults(write(paper, rules)) == []


def test_the_command_says_what_to_write_and_takes_draft(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    dump(PAPER, "bc.yaml")

    assert run(["export", "bc.yaml", "-o", "bc.docx"]) == 2
    assert "còn chỗ cần viết: nguyên nhân, việc" in capsys.readouterr().err
    assert not Path("bc.docx").exists()
    assert run(["export", "bc.yaml", "-o", "bc.docx", "--draft"]) == 0
