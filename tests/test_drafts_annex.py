"""The annex of assignments and the extract: the plan's work as a table, and one body's part."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from attrs import evolve
from hypothesis import assume, given, settings

from kehoach.checks import lint
from kehoach.compose import numbered, plan_document
from kehoach.deadlines import By
from kehoach.documents import Heading, Paragraph, Table, plain
from kehoach.drafts import assignment_annex, copy_of, extract, with_assignment_annex
from kehoach.errors import NoSuchOrdinal
from kehoach.files import dumps, load, load_directory, loads
from kehoach.plan import (
    Annex,
    Assignment,
    Datum,
    GroupRow,
    Layout,
    Milestone,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskTable,
    with_ids,
)
from kehoach.rules import rulebook
from kehoach.tracking import obligations
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.strategies import plans
from tests.support.docx_xml import check_golden, part_xml
from tests.support.papers import nodes

if TYPE_CHECKING:
    from kehoach.organizations import Directory

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
BOOK = rulebook("nd30-2020")
NV, TC = Party("Sở Nội vụ"), Party("Sở Tài chính")


@cache
def founding() -> Plan:
    return load(EXAMPLE / "plan.yaml")


@cache
def directory() -> Directory:
    return load_directory(EXAMPLE / "directory.yaml")


def made(*content: Any) -> Plan:
    day = datetime.date(2026, 3, 2)
    return Plan(title="Việc chung", date=day, sections=(Section("NHIỆM VỤ", content),))


def table_of(annex: Annex) -> TaskTable:
    (table,) = annex.content
    assert isinstance(table, TaskTable)
    return table


def tasks_of(annex: Annex) -> list[Task]:
    return [row for row in table_of(annex).rows if isinstance(row, Task)]


def groups_of(annex: Annex) -> list[str]:
    return [row.text for row in table_of(annex).rows if isinstance(row, GroupRow)]


def leads(task: Task) -> list[str]:
    return named(task, Role.LEAD)


def named(task: Task, role: Role) -> list[str]:
    return [one.party.name for one in task.responsibilities if one.role is role and one.party]


def test_every_task_and_report_of_the_plan_is_a_row_in_its_own_words():
    rows = {task.id: task for task in tasks_of(assignment_annex(founding()))}
    tasks = {task.id: task for task in nodes(founding(), Task)}

    assert rows.keys() == tasks.keys() | {"G2", "G3"}
    assert all(rows[key].text == task.text for key, task in tasks.items())
    assert all(rows[key].deadline == task.deadline for key, task in tasks.items())


def test_the_annex_is_landscape_and_its_empty_columns_are_left_out():
    annex = assignment_annex(founding())

    assert annex.landscape
    assert [column.shows for column in table_of(annex).columns] == [
        Datum.ORDINAL, Datum.TEXT, Datum.LEAD, Datum.COORDINATE, Datum.DEADLINE, Datum.PRODUCT,
    ]  # fmt: skip


def test_a_column_comes_back_where_one_task_has_something_in_it():
    follow = (Responsibility(Role.MONITOR, Party("văn phòng")),)
    plan = made(Assignment((NV,), (Task("Một.", budget="5 triệu đồng", responsibilities=follow),)))

    annex = assignment_annex(plan)
    shown = [column.title for column in table_of(annex).columns]
    assert shown == ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Kinh phí", "Theo dõi"]
    assert named(tasks_of(annex)[0], Role.MONITOR) == ["Văn phòng"]


def test_rows_are_grouped_by_section_or_by_those_who_answer():
    assert groups_of(assignment_annex(founding())) == [
        "Các công tác trọng tâm", "Nhiệm vụ cụ thể", "Tổ chức thực hiện", "Chế độ báo cáo",
    ]  # fmt: skip
    by_body = groups_of(assignment_annex(founding(), by="assignee"))
    assert "Sở Kế hoạch và Đầu tư, Sở Tài chính" in by_body
    assert len(by_body) == len(set(by_body))


def test_another_grouping_is_refused():
    wrong: Any = "day"

    with pytest.raises(ValueError, match="'day'"):
        assignment_annex(founding(), by=wrong)


def test_assignees_lead_where_nobody_else_is_named_and_helpers_stand_beside():
    help_ = (Responsibility(Role.COORDINATE, Party("các sở")),)
    plan = made(Assignment((NV, TC), (Task("Một.", responsibilities=help_),)))

    (row,) = tasks_of(assignment_annex(plan))
    assert leads(row) == ["Sở Nội vụ", "Sở Tài chính"]
    assert named(row, Role.COORDINATE) == ["Các sở"]


def test_a_milestone_and_each_report_are_rows_with_their_own_days():
    day = By(datetime.date(2026, 7, 10), phrase="(10/7/2026)")
    step = Milestone("Xong dự thảo.", By(datetime.date(2026, 5, 1)), id="m")
    duty = ReportingDuty(
        "Báo cáo sơ kết (10/7/2026).",
        reporters=(NV,), receivers=(TC,), dues=(ReportDue("báo cáo sơ kết", day, id="b"),),
    )  # fmt: skip
    plan = made(Assignment((NV,), (Task("Một.", milestones=(step,)),)), duty)

    rows = {row.id: row for row in tasks_of(assignment_annex(plan))}
    assert rows["m"].text == "Xong dự thảo."
    assert rows["m"].deadline == step.deadline
    assert rows["b"].text == "Báo cáo sơ kết gửi Sở Tài chính"
    assert rows["b"].deadline == By(datetime.date(2026, 7, 10))


@pytest.mark.parametrize("by", ["task", "assignee"])
@pytest.mark.parametrize("regime", ["tt01-2011", "nd30-2020"])
def test_the_plan_with_its_annex_has_no_finding_of_form(regime, by):
    rules = rulebook(regime)
    paper = with_assignment_annex(founding(), by=by)
    seen = observe(write(plan_document(paper, rules), rules), "annex")

    found = {one.code for one in lint(seen, rules) if one.severity.value != "info"}
    assert found <= {"VH16"}  # “quyết định số 1387” stands so in the plan itself


def test_the_annex_is_as_it_was_read_by_hand():
    rules = rulebook("tt01-2011")
    plan = evolve(with_assignment_annex(founding()), sections=())

    check_golden("annex_by_task.xml", part_xml(write(plan_document(plan, rules), rules)))


def test_the_plan_with_its_annex_gives_no_task_twice():
    paper = with_assignment_annex(founding())

    assert obligations(paper, directory(), vietnam()) == obligations(
        founding(), directory(), vietnam()
    )


@given(plans())
@settings(max_examples=20)
def test_any_plan_with_its_annex_is_a_document_file_and_the_annex_prints(plan):
    ways: tuple[Literal["task", "assignee"], ...] = ("task", "assignee")
    for by in ways:
        paper = with_assignment_annex(with_ids(plan), by=by)
        assert loads(dumps(paper)) == paper
        plan_document(evolve(paper, kind="KH", sections=(), annexes=paper.annexes[-1:]), BOOK)


# numbers that stay, and the extract


@given(plans())
@settings(max_examples=20)
def test_a_numbered_plan_prints_the_same(plan):
    plan = evolve(plan, kind="KH")
    try:
        printed = plan_document(plan, BOOK)
    except NoSuchOrdinal:
        assume(False)  # more points than there are letters
        return

    assert plan_document(numbered(plan), BOOK) == printed


def test_numbers_of_tables_inline_groups_and_articles_stay():
    table = TaskTable((Task("a"), GroupRow("nhóm"), Task("b"), Task("c", number=7), Task("d")))
    inline = Assignment((NV,), (Task("một"), Task("hai")), layout=Layout.INLINE, items_mark="a)")
    tabled = Section("Bảng", (Task("x"), Target("t"), Task("y")), layout=Layout.TABLE)
    plan = Plan(
        title="Việc", date=datetime.date(2026, 3, 2),
        sections=(Section("MỘT", (table, inline, tabled)), Section("HAI", mark="Điều 1.")),
    )  # fmt: skip

    assert plan_document(numbered(plan), BOOK) == plan_document(plan, BOOK)
    assert [task.number for task in nodes(numbered(plan), Task)][:4] == [1, 1, 7, 8]


def lines(plan: Plan) -> list[str]:
    found = plan_document(plan, rulebook("tt01-2011")).blocks
    texts = [plain(one.text) for one in found if isinstance(one, Heading | Paragraph)]
    return [text.replace("\u00a0", " ") for text in texts]


def test_an_extract_has_the_headings_and_numbers_of_the_plan_and_says_what_it_is():
    found = lines(extract(founding(), "Sở Giáo dục và Đào tạo", directory()))

    assert found[0] == "(Trích phần việc của Sở Giáo dục và Đào tạo)"
    headings = [one for one in found if one[:1] in "IV123" and len(one) < 70]
    assert headings == [
        "II. CÁC CÔNG TÁC TRỌNG TÂM", "III. NHIỆM VỤ CỤ THỂ", "3. Sở Giáo dục và Đào tạo",
        "IV. TỔ CHỨC THỰC HIỆN", "1. Các Sở, ngành, UBND huyện, thành phố Tân An, các doanh nghiệp",
        "2. Chế độ báo cáo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "known", "ids"),
    [
        ("Công an tỉnh", True, "2.1 2.2 2.3 2.4 2.5 2.6 2.7 G1 G6"),
        ("cong-an-tinh", True, "2.1 2.2 2.3 2.4 2.5 2.6 2.7 G1 G6"),
        ("Công an tỉnh", False, "2.1 2.2 2.3 2.4 2.5 2.6 2.7"),
        ("Sở Nội vụ", False, "7.1 G1 G6"),
        ("Sở Thông tin và Truyền thông", True, "1.1 1.2 1.3 1.4 1.5 2.1 11.4 G1 G4 G5 G6"),
    ],
)
def test_an_extract_has_the_work_of_its_body_alone(body, known, ids):
    found = extract(founding(), body, directory() if known else None)

    assert {task.id for task in nodes(found, Task)} == set(ids.split())


def test_who_receives_the_reports_has_no_report_in_its_extract():
    assert not nodes(
        extract(founding(), "Sở Thông tin và Truyền thông", directory()), ReportingDuty
    )
    assert nodes(extract(founding(), "Sở Nội vụ", directory()), ReportingDuty)


def test_rows_of_tables_targets_and_annexes_are_extracted_too():
    lead = (Responsibility(Role.LEAD, NV),)
    rows = (
        GroupRow("A"),
        Task("x"),
        GroupRow("B"),
        Task("y", responsibilities=lead),
        GroupRow("C"),
    )
    plan = made(TaskTable(rows), Target("t", follower=NV), Target("u", follower=TC))
    plan = evolve(plan, annexes=(Annex("p", (TaskTable(rows),)), Annex("q", (Task("z"),))))

    found = extract(plan, NV)
    (table, target) = found.sections[0].content
    assert isinstance(table, TaskTable)
    assert [row.text for row in table.rows] == ["B", "y"]
    assert isinstance(target, Target)
    assert target.text == "t"
    assert [annex.title for annex in found.annexes] == ["p"]


def test_a_body_without_work_has_no_extract():
    with pytest.raises(LookupError, match="Sở Y tế"):
        extract(made(Assignment((NV,), (Task("Một."),))), "Sở Y tế")


def test_an_extract_can_be_certified_as_a_copy():
    copy = copy_of(extract(founding(), "Sở Nội vụ", directory()), "TrS")

    assert copy.kind == "TrS"
    text = str(plan_document(evolve(copy, date=datetime.date(2026, 4, 1)), BOOK))
    assert "Trích phần việc của Sở Nội vụ" in text.replace("\u00a0", " ")


def test_the_table_stands_in_the_document():
    (annex,) = plan_document(with_assignment_annex(founding()), BOOK).appendices

    assert annex.landscape
    assert isinstance(annex.blocks[0], Table)
