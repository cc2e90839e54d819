"""Papers of many layouts: what is counted in each, and that no line of them is lost."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

import pytest

from kehoach.compose import plan_document
from kehoach.deadlines import In, Period, Recurring, Standing
from kehoach.documents import PartialDate
from kehoach.exporters.text import as_text
from kehoach.plan import Assignment, Datum, GroupRow, Layout, ReportingDuty, Target, Task, TaskTable
from kehoach.reading import read_plan
from kehoach.rules import rulebook
from kehoach.word import observe, write
from tests.specimens.word_layouts import MORE_PAPERS
from tests.specimens.word_papers import WORD_PAPERS
from tests.support.papers import SPECIMENS, counts, nodes

RULES = rulebook("nd30-2020")
TEXTS = {path.stem: path.read_bytes for path in sorted(SPECIMENS.glob("*.txt"))}
PAPERS = {**TEXTS, **WORD_PAPERS, **MORE_PAPERS}
COUNTS = {
    "xa-chuyen-doi-so-2026": (5 + 2 + 1, 3, 6, 2, 1, 0),
    "huyen-pho-bien-phap-luat-2022": (8, 5, 13, 0, 0, 0),
    "so-kiem-tra-cong-vu-2023": (3, 3, 7, 0, 0, 0),
    "qd-kem-ke-hoach-2021": (7, 4, 6, 2, 0, 0),
    "tinh-phan-cong-bang-2025": (7, 2, 6, 1, 0, 1),
    "province": (5, 3, 8, 0, 0, 1),
    "department": (3, 2, 6, 2, 0, 1),
    "tinh-cai-cach-hanh-chinh-2024": (9, 2, 9, 2, 0, 0),
    "huyen-thien-tai-2023": (5, 3, 9, 0, 0, 0),
    "truong-nam-hoc-2025": (6, 3, 8, 2, 0, 1),
    "tinh-nhan-dang-2012": (7, 5, 9, 3, 0, 0),
    "tinh-hop-tac-xa-2026": (3, 3, 9, 2, 0, 0),
    "phuong-ke-hoach-tuan-2025": (1, 0, 0, 0, 0, 0),
    "decision": (3, 1, 7, 0, 0, 1),
    "directive": (1, 2, 5, 0, 1, 0),
    "letter": (1, 0, 2, 0, 1, 0),
    "automatic": (5, 3, 6, 0, 0, 0),
    "commune": (4, 3, 6, 0, 0, 1),
}


def reading_of(name: str) -> Any:
    return read_plan(observe(PAPERS[name]()))


def plan_of(name: str) -> Any:
    return reading_of(name).plan


@pytest.mark.parametrize("name", COUNTS)
def test_each_paper_has_the_parts_that_a_reader_counts(name):
    assert tuple(counts(plan_of(name)).values()) == COUNTS[name]


def bare(text):
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text)).lower()


@pytest.mark.parametrize("name", PAPERS)
def test_no_line_is_lost(name):
    observed = observe(PAPERS[name]())
    result = read_plan(observed)
    whole = bare(as_text(plan_document(result.plan, RULES)))
    left = "".join(bare(one.text) for one in result.unread)
    parts = [part for line in observed.lines() for part in re.split(r"\t|\s{3,}", line.text)]
    lost = [part for part in parts if not is_held(part, whole + left)]

    # An annex is numbered anew, a reference is printed from the data, a cell's words are columns.
    known = ("(Ban hành kèm", "phối hợp:", "PHỤ LỤC 1")
    assert [one for one in lost if not one.startswith(known)] == []


def is_held(part, held):
    """Whether a line, or both halves of one that two columns share, stand in a text."""
    words = part.split()
    return bare(part) in held or any(
        bare(" ".join(words[:cut])) in held and bare(" ".join(words[cut:])) in held
        for cut in range(1, len(words))
    )


@pytest.mark.parametrize("form", ["docx", "text"])
@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_of_what_was_read_reads_back_to_the_same_paper(name, form):
    document = plan_document(plan_of(name), RULES)
    data = write(document, RULES) if form == "docx" else as_text(document).encode()

    assert as_text(plan_document(read_plan(observe(data)).plan, RULES)) == as_text(document)


def test_lines_of_data_become_the_data_of_their_task():
    section = plan_of("xa-chuyen-doi-so-2026").sections[2]
    second = section.content[1]

    assert section.layout is Layout.FIELDS
    assert [one.shows for one in section.columns] == [Datum.LEAD, Datum.COORDINATE, Datum.DEADLINE]
    assert [one.party.name for one in second.responsibilities if one.party] == [
        "Văn phòng HĐND và UBND xã", "Phòng Kinh tế",
    ]  # fmt: skip
    assert second.deadline == In(Period.quarter(2026, 2), phrase="Quý II/2026")


def test_one_line_of_executors_serves_all_tasks_above_it():
    section = plan_of("huyen-pho-bien-phap-luat-2022").sections[1].content[0].content[0]
    tasks = nodes(section, Task)

    assert len(tasks) == 3
    assert all(
        "Phòng Tư pháp" in {r.party.name for r in one.responsibilities if r.party} for one in tasks
    )
    assert all(isinstance(one.deadline, In) for one in tasks)


def test_columns_are_known_by_their_headings_in_any_order():
    (table,) = nodes(plan_of("tinh-phan-cong-bang-2025"), TaskTable)
    groups = [one.text for one in table.rows if isinstance(one, GroupRow)]
    tasks = [one for one in table.rows if isinstance(one, Task)]

    assert [one.shows.value for one in table.columns] == [
        "ordinal", "deadline", "text", "coordinate", "lead", "product",
    ]  # fmt: skip
    assert groups == ["Truyền thông", "Dịch vụ"]
    assert tasks[1].deadline == Standing("Thường xuyên")
    assert tasks[0].product == "Kế hoạch"


def test_merged_cells_give_their_value_to_every_row_they_cover():
    (table,) = nodes(plan_of("province"), TaskTable)
    leads = [
        [one.party.name for one in row.responsibilities if one.role == "lead"] for row in table.rows
    ]

    assert leads == [["Văn phòng UBND Tỉnh"], ["Văn phòng UBND Tỉnh"], ["Sở Nội vụ"]]


def test_a_table_that_goes_on_over_a_page_is_one_table():
    (annex,) = plan_of("department").annexes
    (table,) = annex.content

    assert annex.landscape
    assert [one.text for one in table.rows][-1] == "Tập huấn xử lý ổ dịch"
    assert len(table.rows) == 4
    assert isinstance(table.rows[2].deadline, Recurring)


def test_automatic_numbers_of_word_make_the_outline():
    plan = plan_of("province")

    assert [one.heading for one in plan.sections] == [
        "Mục đích, yêu cầu", "Nhiệm vụ trọng tâm", "Tổ chức thực hiện",
    ]  # fmt: skip
    assert [len(one.tasks) for one in nodes(plan, Assignment)] == [2, 1, 2]


def test_an_enclosed_plan_names_the_decision_and_leaves_its_lines_unread():
    result = reading_of("qd-kem-ke-hoach-2021")

    assert result.plan.enclosed_by.number.text == "2190"
    assert result.plan.enclosed_by.date == datetime.date(2021, 7, 12)
    assert len(result.unread) == 21
    assert {one.reason for one in result.unread} == {"văn bản ban hành kèm theo"}


def test_reports_have_their_rhythm_and_the_way_they_go():
    (duty,) = nodes(plan_of("xa-chuyen-doi-so-2026"), ReportingDuty)

    assert duty.cycle.day == 20
    assert duty.via.name == "Phòng Văn hóa - Xã hội"
    assert [one.name for one in duty.receivers] == ["Ủy ban nhân dân xã"]


def test_targets_carry_their_thresholds():
    first, second = nodes(plan_of("qd-kem-ke-hoach-2021"), Target)

    assert (first.threshold.value, first.threshold.bound.value) == (100, "exactly")
    assert (second.threshold.value, second.threshold.bound.value) == (85, "at_least")


def test_wrapped_lines_page_numbers_and_headers_are_put_right():
    result = reading_of("so-kiem-tra-cong-vu-2023")

    assert len(result.plan.bases) == 2
    assert "cán bộ, công chức không được làm." in result.plan.sections[1].content[0].text
    assert sorted(one.line for one in result.unread) == [31, 32, 53, 54]


def test_a_day_still_to_be_filled_in_is_partial():
    assert plan_of("tinh-phan-cong-bang-2025").date == PartialDate(2025, 9)
    assert plan_of("department").date == PartialDate(2025)
