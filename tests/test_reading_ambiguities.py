"""The ambiguities of real plans, one test each, on the founding text where it shows them."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

import pytest

from kehoach.deadlines import Before, By, OnRequest
from kehoach.files import load_directory
from kehoach.plan import Assignment, Item, Mood, Paragraph, ReportingDuty, Section, Task
from kehoach.reading import read_plan
from kehoach.reading._names import split_names
from kehoach.reading._roles import read_roles
from kehoach.word import observe
from tests.support.papers import FOUNDING, ROOT, body_of, nodes, read, roles_of, under


@cache
def founding() -> Any:
    return read_plan(observe(FOUNDING.read_bytes())).plan


def assignments():
    return founding().sections[2].content


def test_01_a_numbered_line_is_a_heading_or_a_paragraph():
    assert all(isinstance(one, Item | Task) for one in founding().sections[1].content)
    assert all(isinstance(one, Assignment) for one in assignments())
    assert founding().sections[1].content[2].text.endswith("ở cấp xã")


def test_02_a_heading_is_an_assignee_or_a_topic():
    first, second = founding().sections[3].content[:2]

    assert isinstance(first, Assignment)
    assert isinstance(second, Section)
    assert second.heading == "Chế độ báo cáo"


def test_03_a_body_without_bullets_is_one_task_a_paragraph():
    bare = [assignments()[5], assignments()[6], founding().sections[3].content[0]]

    assert [len(one.tasks) for one in bare] == [1, 1, 1]
    assert [one.items_mark for one in bare] == ["", "", ""]


def test_04_the_paragraph_after_the_bullets_belongs_to_the_section():
    last = founding().sections[3].content[-1]

    assert isinstance(last, Task)
    assert last.text.startswith("Giao nhiệm vụ")


def test_05_halves_of_a_paragraph_are_joined_over_a_page_break():
    assert "kiến thức pháp luật nhằm nâng cao" in founding().sections[1].content[2].text
    assert "học sinh đầu năm, đầu khóa; sinh hoạt lớp" in assignments()[3].tasks[0].text
    assert founding().title.split("\n")[1] == "và trò chơi trực tuyến năm 2013"


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", 1),
        ("Sở Kế hoạch và Đầu tư, Sở Tài chính", 2),
        ("UBND các huyện, thành phố Tân An", 1),
        ("Các Sở, ngành, UBND huyện, thành phố Tân An, các doanh nghiệp", 3),
        ("Sở Nông nghiệp và Môi trường, Sở Công Thương và Sở Xây dựng", 3),
        ("Các sở, ban, ngành tỉnh; Ủy ban nhân dân các xã, phường", 2),
        ("Văn phòng HĐND và UBND xã", 1),
    ],
)
def test_06_a_comma_inside_a_name_is_no_border_of_names(printed, names):
    assert len(split_names(printed)) == names


def test_06_the_longest_match_against_a_directory_decides():
    directory = load_directory(ROOT / "examples" / "long-an-2013" / "directory.yaml")
    plan = read_plan(observe(FOUNDING.read_bytes()), directory=directory).plan
    assignees = [one.assignees for one in nodes(plan, Assignment)]

    assert assignees == [one.assignees for one in nodes(founding(), Assignment)]
    assert split_names("Hội X và Hội Y", lambda name: name == "Hội X và Hội Y") == (
        "Hội X và Hội Y",
    )


def test_07_and_stands_inside_names_and_between_them():
    task = assignments()[1].tasks[0]
    named = [one.party.name for one in task.responsibilities if one.party]

    assert named == ["Sở Thông tin và Truyền thông", "các ngành có liên quan"]


def test_08_a_dash_is_a_bullet_only_where_the_line_begins():
    assert assignments()[3].assignees[0].name == "Sở Lao động - Thương binh và Xã hội"
    assert "Trung tâm Văn hóa - Thể thao huyện" in assignments()[4].tasks[1].text


def test_09_the_mood_word_before_the_assignee_is_kept_apart():
    front = assignments()[7]

    assert front.mood is Mood.REQUEST
    assert [one.name for one in front.assignees] == ["UBMTTQVN tỉnh", "các đoàn thể tỉnh"]
    assert front.heading == "Đề nghị UBMTTQVN tỉnh và các đoàn thể tỉnh"


def test_10_each_label_of_a_group_is_kept_as_it_is_printed():
    named = {
        one.party.name
        for one in nodes(founding(), Task)
        for one in one.responsibilities
        if one.party
    }

    assert {"các Sở ngành liên quan", "các sở, ngành", "các Sở, ngành tỉnh"} <= named


def test_11_the_day_of_a_citation_is_no_deadline():
    cited = [
        one for one in nodes(founding(), Task) if "19/9/2011" in one.text or "07/4/2011" in one.text
    ]

    assert len(cited) == 2
    assert not any(isinstance(one.deadline, Before | By) or one.milestones for one in cited)


def test_12_a_day_in_brackets_is_due_for_the_noun_before_it():
    (duty,) = nodes(founding(), ReportingDuty)

    assert [(one.name, one.deadline.phrase) for one in duty.dues] == [
        ("báo cáo sơ kết 06 tháng", "(10/7/2013)"), ("tổng kết năm", "(20/12/2013)"),
    ]  # fmt: skip


def test_13_two_reports_share_reporters_and_receiver():
    (duty,) = nodes(founding(), ReportingDuty)

    assert len(duty.dues) == 2
    assert len(duty.reporters) == 3
    assert [one.name for one in duty.receivers] == ["Sở Thông tin và Truyền thông"]


def test_14_an_ellipsis_ends_a_sentence_only_before_a_capital():
    task = assignments()[3].tasks[0]
    coordinate = [one for one in task.responsibilities if one.party]

    assert [one.party.name for one in coordinate] == ["gia đình"]
    assert len(nodes(assignments()[4], Task)) == 2


def test_15_a_semicolon_parts_duties_where_a_role_word_follows():
    task = assignments()[6].tasks[0]

    assert roles_of(task) == {"advise", "coordinate"}
    assert roles_of(assignments()[3].tasks[0]) == {"direct", "inspect", "coordinate"}


def test_16_an_unnamed_receiver_stays_as_it_is_printed():
    receivers = [
        one.to.name
        for task in (assignments()[3].tasks[1], assignments()[9].tasks[4])
        for one in task.responsibilities
        if one.to
    ]

    assert receivers == ["cơ quan chức năng", "cơ quan chức năng"]


def test_17_a_condition_at_the_end_is_the_deadline_of_the_whole():
    assert assignments()[0].tasks[2].deadline == OnRequest("khi có yêu cầu")


def test_18_a_recipient_line_may_name_several_bodies():
    directory = load_directory(ROOT / "examples" / "long-an-2013" / "directory.yaml")
    lines = {one.text: one for one in founding().recipients}
    resolved = read_plan(observe(FOUNDING.read_bytes()), directory=directory).plan
    standing = next(one for one in resolved.recipients if one.text.startswith("TT. TU"))

    assert "TT. TU, TT. HĐND tỉnh" in lines
    assert len(standing.parties) == 2


def test_19_the_last_line_under_the_stack_is_the_name():
    assert founding().signature.name == "Trần Hữu Phước"
    assert len(founding().signature.lines) == 3


def test_20_what_the_scan_lost_is_not_invented():
    assert founding().number.text is None
    assert founding().issuer.name == "Ủy ban nhân dân tỉnh Long An"
    assert founding().issuer.inferred
    assert read("KẾ HOẠCH\nX\n\nI. MỤC ĐÍCH\n1. Một.\n").plan.issuer is None


def test_21_the_receiver_does_not_report_to_itself():
    (duty,) = [
        one
        for one in under(
            "CHẾ ĐỘ BÁO CÁO",
            "Sở Y tế, Sở Nội vụ, Sở Tài chính gửi báo cáo quý về Sở Nội vụ trước ngày 20/3/2024.",
        )
        if isinstance(one, ReportingDuty)
    ]

    assert [one.name for one in duty.reporters] == ["Sở Y tế", "Sở Tài chính"]


def test_22_a_group_label_is_kept_though_the_map_has_changed():
    groups = [one.name for a in nodes(founding(), Assignment) for one in a.assignees]

    assert "UBND các huyện, thành phố Tân An" in groups
    assert "UBND huyện, thành phố Tân An" in groups


def test_23_days_without_a_year_take_that_of_the_title():
    (task,) = nodes(under("NHIỆM VỤ", "1. Tổ chức hội nghị trước ngày 15/3."), Task)

    assert founding().period.start == datetime.date(2013, 1, 1)
    assert task.deadline.day == datetime.date(2024, 3, 15)


def test_24_a_leading_zero_is_kept_in_the_text_and_read_as_a_number():
    (duty,) = nodes(founding(), ReportingDuty)

    assert duty.dues[0].name == "báo cáo sơ kết 06 tháng"
    assert duty.dues[0].period.end == datetime.date(2013, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Các văn bản chỉ đạo của Bộ ngành liên quan được phổ biến.",
        "Công tác tham mưu quản lý nhà nước cần chuyên sâu hơn.",
        "Những hoạt động hướng dẫn nghiệp vụ đã có hiệu quả.",
    ],
)
def test_25_nouns_of_action_give_no_role(text):
    assert read_roles(text) == ()


def test_25_the_founding_text_has_no_role_from_a_noun():
    enough_staff = assignments()[9].tasks[5]

    assert roles_of(enough_staff) == {"fund"}
    assert roles_of(assignments()[10].tasks[0]) == {"implement"}


def test_plain_paragraphs_stay_paragraphs():
    (only,) = body_of("I. KINH PHÍ\nTừ ngân sách.").sections[0].content

    assert only == Paragraph("Từ ngân sách.")
