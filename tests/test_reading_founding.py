"""The founding text, read: what a scan of 2013 says, and what it does not say."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

import attrs
import pytest

from kehoach.compose import plan_document
from kehoach.deadlines import Before, By, Period
from kehoach.exporters.text import as_text
from kehoach.files import load
from kehoach.plan import Assignment, Item, Mood, ReportingDuty, Section, Task
from kehoach.reading import read_plan
from kehoach.rules import rulebook_on
from kehoach.word import observe, write
from tests.support.papers import FOUNDING, ROOT, nodes, roles_of

RULES = rulebook_on(datetime.date(2013, 3, 19))


@cache
def reading(*, accept: bool = False) -> Any:
    return read_plan(observe(FOUNDING.read_bytes()), accept_emendations=accept)


@cache
def kept() -> Any:
    return load(ROOT / "examples" / "long-an-2013" / "plan.yaml")


def key(text):
    return " ".join(text.split())


def test_it_has_four_sections_with_three_and_five_numbered_paragraphs():
    sections = reading().plan.sections

    assert [one.heading for one in sections] == [
        "MỤC ĐÍCH, YÊU CẦU", "CÁC CÔNG TÁC TRỌNG TÂM", "NHIỆM VỤ CỤ THỂ", "TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip
    assert [len(one.content) for one in sections[:2]] == [3, 5]
    assert all(isinstance(one, Item | Task) for section in sections[:2] for one in section.content)


def test_eleven_assignments_hold_thirty_eight_tasks():
    assignments = reading().plan.sections[2].content

    assert [len(one.tasks) for one in assignments] == [5, 7, 4, 2, 2, 1, 1, 2, 3, 7, 4]
    assert [len(one.assignees) for one in assignments] == [1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1]
    assert [one.mood for one in assignments].index(Mood.REQUEST) == 7


def test_commas_inside_a_name_do_not_part_it():
    names = [one.name for a in nodes(reading().plan, Assignment) for one in a.assignees]

    assert "Sở Văn hóa, Thể thao và Du lịch" in names
    assert "UBND các huyện, thành phố Tân An" in names
    assert names[5:7] == ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]


def test_the_three_days_of_the_text_are_deadlines_and_no_other():
    plan = reading().plan
    tasks = [one.deadline for one in nodes(plan, Task) if isinstance(one.deadline, Before | By)]
    (duty,) = nodes(plan, ReportingDuty)

    assert [one.day for one in tasks] == [datetime.date(2013, 4, 1)]
    assert [one.deadline.day for one in duty.dues] == [
        datetime.date(2013, 7, 10), datetime.date(2013, 12, 20),
    ]  # fmt: skip


def test_the_reporting_duty_tells_who_reports_to_whom():
    (duty,) = nodes(reading().plan, ReportingDuty)
    (expected,) = nodes(kept(), ReportingDuty)

    assert duty.reporters == expected.reporters
    assert duty.receivers == expected.receivers
    assert duty.consolidator == expected.consolidator
    assert [(one.name, one.period) for one in duty.dues] == [
        ("báo cáo sơ kết 06 tháng", Period.half(2013, 1)), ("tổng kết năm", Period.year(2013)),
    ]  # fmt: skip


def test_the_closing_clause_gives_its_task_to_the_department_alone():
    closing = reading().plan.sections[3].content[-1]

    assert closing.mark == ""
    assert {one.party.name for one in closing.responsibilities} == {"Sở Thông tin và Truyền thông"}
    assert roles_of(closing) == {"monitor", "inspect", "report"}


def test_recipients_signature_and_name():
    plan = reading().plan

    assert len(plan.recipients) == 10
    assert plan.archive == "VT, M"
    assert plan.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert plan.signature.name == "Trần Hữu Phước"


def test_what_is_missing_is_none_and_reported():
    result = reading()

    assert result.plan.number.text is None
    assert result.plan.number.notation is None
    assert result.plan.issuer.inferred
    assert {"unknown-number", "unknown-issuer-inferred"} <= {one.code for one in result.findings}
    assert result.unread == ()


def test_the_printed_words_are_those_of_the_plan_kept_by_hand():
    mine = read_plan(observe(FOUNDING.read_bytes()), accept_emendations=True).plan
    texts = [key(one.text) for one in nodes(mine, (Task, Item, ReportingDuty))]
    theirs = [key(one.text) for one in nodes(kept(), (Task, Item, ReportingDuty))]

    assert texts == theirs
    assert [one.text for one in mine.opening] == [one.text for one in kept().opening]


def test_the_roles_are_those_of_the_plan_kept_by_hand():
    mine = {key(one.text): one for one in nodes(reading(accept=True).plan, Task)}
    wrong = [
        one.id
        for one in nodes(kept(), Task)
        if {role.role.value for role in one.responsibilities if role.phrase}
        != roles_of(mine[key(one.text)])
    ]

    assert wrong == []


def test_every_phrase_stands_in_the_text_of_its_task():
    for task in nodes(reading().plan, Task):
        phrases = [one.phrase for one in task.responsibilities]
        phrases += [task.deadline.phrase] if task.deadline else []

        assert all(phrase in task.text for phrase in phrases)


def test_every_task_has_an_id_of_its_own():
    ids = [one.id for one in nodes(reading().plan, Task)]

    assert None not in ids
    assert len(set(ids)) == len(ids)


def test_broken_paragraphs_are_joined_and_reported_with_their_lines():
    joined = [one for one in reading().findings if one.code == "reading.joined"]

    assert [one.line for one in joined] == [23, 73]
    assert "kiến thức pháp ⏎ luật" in joined[0].message


def test_doubtful_words_are_proposed_and_not_applied():
    proposals = [one for one in reading().findings if one.code == "reading.emendation"]

    assert [one.line for one in proposals] == [23, 25, 59, 101]
    assert [one.message for one in proposals] == [
        "“Cùng cố” có lẽ là “Củng cố”",
        "“từ tinh đến” có lẽ là “từ tỉnh đến”",
        "“Công thông tin điện tử” có lẽ là “Cổng thông tin điện tử”",
        "“Dâysty mạnh” có lẽ là “Đẩy mạnh”",
    ]
    assert any("Dâysty" in one.text for one in nodes(reading().plan, Task))


def test_accepted_emendations_stand_in_the_text_with_the_printed_words():
    plan = reading(accept=True).plan
    pairs = [
        (one.printed, one.reading) for node in nodes(plan, (Task, Item)) for one in node.emendations
    ]

    assert ("Dâysty mạnh", "Đẩy mạnh") in pairs
    assert len(pairs) == 4
    assert not any("Dâysty" in one.text for one in nodes(plan, Task))


@pytest.mark.parametrize("form", ["docx", "text"])
def test_the_plan_exported_and_read_again_is_the_same_plan(form):
    first = reading().plan
    document = plan_document(first, RULES)
    data = write(document, RULES) if form == "docx" else as_text(document).encode()
    again: Any = read_plan(observe(data)).plan
    frame = {"issuer": attrs.evolve(again.issuer, inferred=True), "number": first.number}

    assert attrs.evolve(again, **frame) == first
    assert as_text(plan_document(again, RULES)) == as_text(document)


def test_sections_are_counted_as_they_are_printed():
    assert [one.mark for one in nodes(reading().plan, Section)] == [None] * 5
