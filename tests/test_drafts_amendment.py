"""The paper that says what changed between two versions of a plan."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.checks import lint
from kehoach.cli.main import run
from kehoach.compose import plan_document
from kehoach.deadlines import Before
from kehoach.drafts.amendment import amendment
from kehoach.files import dumps, load, loads
from kehoach.plan import Assignment, Party, Plan, Section, Task
from kehoach.rules import rulebook
from kehoach.word import observe, write

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
FOUNDING = load(EXAMPLE / "plan.yaml")
DAY = Before(datetime.date(2026, 4, 1), "trước ngày 01/4/2026")


def plan(*tasks: Task, to: str = "Sở Nội vụ") -> Plan:
    given = Assignment((Party(to),), tasks)
    return Plan("Việc chung", date=datetime.date(2026, 1, 5), sections=(Section("VIỆC", (given,)),))


def told(old: Plan, new: Plan) -> str:
    return " ".join(dumps(amendment(old, new)).split())


A = Task("Làm a trước ngày 01/4/2026", id="1", deadline=DAY)
B = Task("Làm b", id="2")


def test_what_was_added_and_dropped_stands_in_its_own_words():
    text = told(plan(A), plan(B))

    assert "bổ sung nhiệm vụ “Làm b”" in text
    assert "bãi bỏ nhiệm vụ “Làm a trước ngày 01/4/2026”" in text


def test_a_new_day_is_told_once_though_sentence_and_datum_changed():
    later = Before(datetime.date(2026, 5, 5), "trước ngày 05/5/2026")
    new = evolve(A, text="Làm a trước ngày 05/5/2026", deadline=later)

    paper = amendment(plan(A, B), plan(new, B))

    assert [one.heading for one in paper.sections] == ["Điều chỉnh thời hạn"]
    assert len(paper.sections[0].content) == 1
    assert "từ trước ngày 01/4/2026 thành trước ngày 05/5/2026" in told(plan(A, B), plan(new, B))


def test_new_bodies_and_new_words_have_headings_of_their_own():
    new = plan(A, evolve(B, text="Làm b và c"), to="Sở Tài chính")

    paper = amendment(plan(A, B), new)

    assert {one.heading for one in paper.sections} >= {"Sửa đổi nội dung"}
    assert "Sở Tài chính" in " ".join(dumps(paper).split())


def test_two_versions_that_print_alike_have_nothing_to_amend():
    with pytest.raises(ValueError, match="print differently"):
        amendment(FOUNDING, evolve(FOUNDING, number=FOUNDING.number))


def test_an_added_section_brings_its_tasks():
    extra = Section("VIỆC THÊM", (Assignment((Party("Sở Y tế"),), (Task("Khám bệnh"),)),))
    old = plan(A)

    text = told(old, evolve(old, sections=(*old.sections, extra)))

    assert "VIỆC THÊM" in text
    assert "Sở Y tế" in text
    assert "Khám bệnh" in text


@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
def test_the_paper_has_no_finding_of_form(regime):
    rules = rulebook(regime)
    day = datetime.date(2013, 5, 6) if regime == "tt01-2011" else datetime.date(2026, 5, 6)
    first, *rest = FOUNDING.sections
    paper = amendment(FOUNDING, evolve(FOUNDING, sections=tuple(rest)), date=day)

    found = lint(observe(write(plan_document(paper, rules), rules)), rules)

    assert [one.describe() for one in found if one.severity.value == "error"] == []
    assert first.heading is not None


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_whatever_section_is_dropped_the_paper_says_so_and_loads_again(data):
    index = data.draw(st.integers(0, len(FOUNDING.sections) - 1))
    kept = FOUNDING.sections[:index] + FOUNDING.sections[index + 1 :]

    paper = amendment(FOUNDING, evolve(FOUNDING, sections=kept))

    assert loads(dumps(paper)) == paper
    assert any(one.heading == "Bãi bỏ" for one in paper.sections)


def test_the_command_writes_both_files_and_says_what_comes_next(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = (EXAMPLE / "plan.yaml").read_text(encoding="utf-8")
    Path("b.yaml").write_text(text.replace("01/4/2013", "15/4/2013"), encoding="utf-8")
    old = str(EXAMPLE / "plan.yaml")

    assert run(["amend", old, "b.yaml", "-o", "dc", "--date", "25/3/2013"]) == 0

    assert "kehoach track start b.yaml" in capsys.readouterr().out
    assert Path("dc.docx").exists()
    assert "15/4/2013" in Path("dc.yaml").read_text(encoding="utf-8")
    assert run(["amend", old, old, "-o", "x"]) == 2
    assert "không có gì để điều chỉnh" in capsys.readouterr().err
