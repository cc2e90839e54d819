"""The paper that says what changed between two versions of a plan."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kehoach.checks import lint
from kehoach.cli.main import run
from kehoach.comparing import diff
from kehoach.compose import plan_document
from kehoach.deadlines import Before
from kehoach.drafts.amendment import amendment, told_once
from kehoach.errors import NoSuchOrdinal
from kehoach.files import dumps, load, loads
from kehoach.plan import Assignment, Party, Plan, Section, Task
from kehoach.rules import rulebook
from kehoach.word import observe, write
from tests.plausible_plans import plausible_plans

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
MODERN = Path(__file__).resolve().parent / "modern" / "province-2026.yaml"
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

    assert "Bổ sung gạch đầu dòng thứ nhất khoản 1 Mục I: nhiệm vụ “Làm b”." in text
    assert "Bãi bỏ gạch đầu dòng thứ nhất khoản 1 Mục I: nhiệm vụ “Làm a trước" in text


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


def of_province(*swaps: tuple[str, str]) -> tuple[Plan, Plan]:
    """A province's plan of today, and what it became."""
    text = MODERN.read_text(encoding="utf-8")
    new = text
    for before, after in swaps:
        assert before in new
        new = new.replace(before, after)
    return loads(text), loads(new)


AMENDED = [
    (
        [("Bảo đảm đúng tiến độ", "Bảo đảm đúng tiến độ, chất lượng")],
        "Sửa gạch đầu dòng thứ nhất khoản 2 Mục I như sau: “Bảo đảm đúng tiến độ, chất lượng,",
    ),
    (
        [("tối thiểu 80%", "tối thiểu 85%"), ("value: 80", "value: 85")],
        "Sửa khoản 1 Mục II như sau: “Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến đạt tối thiểu",
    ),
    (
        [("trước ngày 15/12/2026", "trước ngày 20/12/2026"), ("2026-12-15", "2026-12-20")],
        "tại khoản 1 Mục IV (“báo cáo năm”) từ trước ngày 15/12/2026 thành trước ngày 20/12/2026.",
    ),
    (
        [("deadline: {in: 2026-Q4}", "deadline: {in: 2026-Q3}")],
        "số thứ tự 1 nhóm I Phụ lục I (“Mở rộng Trung tâm dữ liệu tỉnh”) từ quý IV/2026 thành",
    ),
    (
        [("party: Ban Quản lý Khu kinh tế", "party: Sở Tài chính")],
        "(“Phủ sóng 5G các khu công nghiệp”) từ Ban Quản lý Khu kinh tế chủ trì thành Sở Tài chính",
    ),
    (
        [("72%, 80%", "72%, 85%")],
        "Tại cột “Kế hoạch 2026” hàng thứ nhất bảng Phụ lục II: thay “80%” bằng “85%”.",
    ),
    (
        [("heading: Về nguồn nhân lực", "heading: Về nhân lực")],
        "Sửa đề mục khoản 2 Mục III như sau: “Về nhân lực”.",
    ),
    ([("title: Chỉ tiêu cụ thể", "title: Chỉ tiêu")], "Sửa tên Phụ lục II như sau: “Chỉ tiêu”."),
]  # fmt: skip


@pytest.mark.parametrize(("swaps", "sentence"), AMENDED)
def test_each_change_of_a_plan_is_one_sentence_that_names_its_place_by_numbers(swaps, sentence):
    old, new = of_province(*swaps)

    paper = amendment(old, new)

    (section,) = paper.sections
    assert len(section.content) == 1
    assert sentence in " ".join(dumps(paper).split())


def test_an_added_row_of_a_table_brings_who_and_by_when():
    row = "    - {group: Nhân lực số}\n"
    added = (
        "    - task: Tập huấn\n      roles: [{role: lead, party: Công an tỉnh}]\n"
        "      deadline: {by: 2026-11-30}\n"
    )

    text = told(*of_province((row, f"{added}{row}")))

    assert (
        "Bổ sung số thứ tự 3 nhóm I Phụ lục I: nhiệm vụ “Tập huấn”; Công an tỉnh chủ trì;" in text
    )
    assert "thời hạn chậm nhất ngày 30/11/2026." in text


def test_no_word_of_the_machine_stands_in_an_amendment():
    text = told(*of_province(("value: 80, bound: at_least", "value: 80, bound: at_most")))

    assert "at_least" not in text
    assert "at_most" not in text


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


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(old=plausible_plans(), new=plausible_plans())
def test_whatever_changed_each_change_is_a_sentence_and_the_paper_loads_again(old, new):
    old = evolve(old, date=datetime.date(2026, 1, 5))
    told = tuple(told_once(diff(old, new)))
    assume(told)
    try:
        paper = amendment(old, new)
    except NoSuchOrdinal:  # a plan that no paper can print
        assume(False)

    assert loads(dumps(paper)) == paper
    assert sum(len(one.content) for one in paper.sections) == len(told)


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
