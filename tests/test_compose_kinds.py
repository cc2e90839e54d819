"""kehoach compose: a document file and a paper from a plan, and what is still to be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.cli.compose import KINDS
from kehoach.cli.main import run
from kehoach.files import load
from kehoach.plan import TextTable
from kehoach.word import observe

PLAN = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """A working folder with nothing in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_makes_a_document_file_and_its_paper_and_tells_what_is_open(kind, capsys):
    assert run(["compose", kind, str(PLAN), "-o", "ra.docx", "--draft"]) == 0

    out, err = capsys.readouterr()
    assert f"đã soạn {KINDS[kind].title}" in out
    assert "ra.yaml" in out
    assert "ra.docx" in out
    assert "kehoach export ra.yaml -o ra.docx --force" in out
    assert "ra.yaml: number: chưa có số" in err
    assert load("ra.yaml") == KINDS[kind].make(load(PLAN))
    assert observe(Path("ra.docx").read_bytes()).blocks


def test_the_document_file_is_exported_and_checked_like_a_plan_file(capsys):
    run(["compose", "decision", str(PLAN), "-o", "qd"])

    assert run(["export", "qd.yaml", "-o", "lai.docx"]) == 0
    assert Path("lai.docx").read_bytes() == Path("qd.docx").read_bytes()
    assert run(["check", "qd.yaml"]) in (0, 1)
    assert "qd.yaml" in capsys.readouterr().out


def test_the_decision_carries_the_whole_plan():
    run(["compose", "decision", str(PLAN), "-o", "qd.yaml"])
    (inner,) = load("qd.yaml").encloses

    assert inner.sections == load(PLAN).sections


def test_an_existing_file_stays_unless_forced(capsys):
    Path("qd.yaml").write_text("giữ lại", encoding="utf-8")

    assert run(["compose", "decision", str(PLAN), "-o", "qd"]) == 2
    assert "qd.yaml đã có; thêm --force" in capsys.readouterr().err
    assert Path("qd.yaml").read_text(encoding="utf-8") == "giữ lại"
    assert not Path("qd.docx").exists()
    assert run(["compose", "decision", str(PLAN), "-o", "qd", "--force"]) == 0


def test_the_plan_itself_is_never_written_over(capsys):
    source = Path("plan.yaml")
    source.write_bytes(PLAN.read_bytes())

    assert run(["compose", "decision", "plan.yaml", "-o", "plan.docx", "--force"]) == 2
    assert "là chính tệp kế hoạch" in capsys.readouterr().err
    assert source.read_bytes() == PLAN.read_bytes()


def test_a_copy_is_copied_as_a_sao_luc_and_no_further(capsys):
    run(["compose", "copy", str(PLAN), "-o", "sy"])
    assert run(["compose", "copy", "sy.yaml", "-o", "sl"]) == 0
    assert load("sl.yaml").kind == "SL"
    capsys.readouterr()

    assert run(["compose", "copy", "sl.yaml", "-o", "nua"]) == 2
    assert "sao lục được một bản sao y" in capsys.readouterr().err


def test_an_undated_plan_takes_todays_rules_and_says_so(capsys):
    Path("plan.yaml").write_text("kehoach: 1\ntitle: Việc chung\n", encoding="utf-8")

    assert run(["compose", "decision", "plan.yaml", "-o", "qd"]) == 0
    assert "chưa có ngày, dùng quy định hiện hành" in capsys.readouterr().err


def test_an_unknown_kind_is_explained(capsys):
    assert run(["compose", "thu", str(PLAN), "-o", "x"]) == 2
    assert "decision" in capsys.readouterr().err


def test_an_annex_of_the_document_file_holds_words_and_no_task_twice():
    run(["compose", "annex", str(PLAN), "-o", "pl"])
    (annex,) = load("pl.yaml").annexes
    (table,) = annex.content

    assert isinstance(table, TextTable)
    assert annex.landscape
    assert table.columns[:3] == ("STT", "Nhiệm vụ", "Cơ quan chủ trì")
    assert table.rows[0][0] == "I"
    assert table.rows[1][0] == "1"
