"""Content of a plan: each question of the "6 rõ", each incoherence; small plans and a real one."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from kehoach.checks.content import check_plan
from kehoach.deadlines import Before, By, In, Period, Standing, Undated
from kehoach.documents import Recipient
from kehoach.files import load, load_directory
from kehoach.plan import (
    Assignment,
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
    Threshold,
)

FOLDER = Path(__file__).parents[1] / "examples" / "long-an-2013"
FOUNDING = load(FOLDER / "plan.yaml")
FRIDAY = datetime.date(2026, 6, 26)
SUNDAY = datetime.date(2026, 6, 28)
DAYLESS = "không có ngày hoàn thành (11 thường xuyên hoặc khi có yêu cầu)"
ONLY = "chỉ phối hợp, chưa rõ cơ quan chủ trì"
WHO = "chưa rõ cơ quan nào chủ trì"
UNTOLD = "được giao việc nhưng không rõ ở dòng nơi nhận nào"
FRONT = "UBMTTQVN tỉnh, các đoàn thể tỉnh"
PAPER, STATION = "Báo Long An", "Đài Phát thanh và Truyền hình Long An"
FIRMS = "Các doanh nghiệp cung cấp đường truyền Internet"
HOME, POLICE = Party("Sở Nội vụ"), Party("Công an tỉnh")
TASK = Task("Xây dựng đề án", deadline=By(FRIDAY), product="Tờ trình và dự thảo đề án")


def plan(*tasks, **changes):
    """A plan whose one assignment gives these tasks to Sở Nội vụ."""
    given = Assignment((HOME,), tasks or (TASK,))
    sound = Plan(
        "Cải cách hành chính năm 2026",
        period=Period.year(2026),
        date=datetime.date(2026, 1, 15),
        sections=(Section("NHIỆM VỤ", (given,)),),
        recipients=(Recipient("UBND tỉnh"), Recipient("Sở Nội vụ")),
    )
    return attrs.evolve(sound, **changes)


def table(*tasks):
    """A plan whose tasks stand in a table, without an assignment over them."""
    return plan(sections=(Section("NHIỆM VỤ", (TaskTable(tasks),)),))


def duty(**values):
    """A plan with one more section that asks for reports."""
    sound = plan()
    asked = ReportingDuty("Các đơn vị báo cáo", **values)
    return attrs.evolve(sound, sections=(*sound.sections, Section("BÁO CÁO", (asked,))))


def found(one, **options):
    """Code and aspect of each finding, summaries left out."""
    findings = check_plan(one, **options)
    return [(each.code, each.aspect) for each in findings if each.aspect != "summary"]


def test_a_clear_and_coherent_plan_has_no_finding():
    assert check_plan(plan()) == ()


def test_a_task_that_is_given_to_nobody_is_told():
    assert found(table(TASK)) == [("ND01", "nobody"), ("ND09", "")]


def test_a_task_in_which_all_only_help_has_no_lead():
    task = attrs.evolve(TASK, responsibilities=(Responsibility(Role.COORDINATE),))

    assert found(plan(task)) == [("ND01", "coordinators")]


def test_two_leads_are_one_too_many():
    roles = (Responsibility(Role.LEAD, HOME), Responsibility(Role.LEAD, POLICE))
    (first, *_) = check_plan(table(attrs.evolve(TASK, responsibilities=roles)))

    assert (first.code, first.aspect) == ("ND02", "several")
    assert first.message == "2 cơ quan cùng chủ trì: Sở Nội vụ, Công an tỉnh"


def test_a_heading_of_two_single_bodies_leaves_the_lead_open():
    given = Assignment((HOME, POLICE), (TASK,))
    one = plan(
        sections=(Section("NHIỆM VỤ", (given,)),),
        recipients=(Recipient("Sở Nội vụ, Công an tỉnh"),),
    )

    assert found(one) == [("ND02", "together")]


def test_a_heading_of_groups_means_each_for_itself():
    given = Assignment((Party("Các sở, ngành"), Party("UBND các xã")), (TASK,))
    lines = (Recipient("Các sở, ngành"), Recipient("UBND các xã"))

    assert found(plan(sections=(Section("NHIỆM VỤ", (given,)),), recipients=lines)) == []


def test_a_task_without_a_day_is_told():
    assert found(plan(attrs.evolve(TASK, deadline=None))) == [("ND03", "missing")]


def test_a_standing_duty_needs_no_day():
    assert found(plan(attrs.evolve(TASK, deadline=Standing(None)))) == []


def test_a_milestone_with_a_day_is_a_day():
    stones = (Milestone("Trình dự thảo", By(FRIDAY)),)

    assert found(plan(attrs.evolve(TASK, deadline=None, milestones=stones))) == []


def test_words_that_name_no_day_are_told():
    task = attrs.evolve(TASK, text="Xây dựng ngay đề án", deadline=Undated(None))

    assert found(plan(task)) == [("ND03", "undated")]


@pytest.mark.parametrize("product", ["Kết quả", "Văn bản chỉ đạo", "Theo quy định"])
def test_a_vague_product_is_told(product):
    assert found(plan(attrs.evolve(TASK, product=product))) == [("ND04", "vague")]


def test_tasks_without_a_product_are_counted_once():
    (finding,) = check_plan(plan(attrs.evolve(TASK, product=None), TASK))

    assert finding.message == "1/2 nhiệm vụ không nêu sản phẩm"


def test_a_day_before_the_paper_s_own_is_an_error():
    assert found(plan(attrs.evolve(TASK, deadline=By(datetime.date(2026, 1, 14))))) == [
        ("ND05", "")
    ]


def test_the_paper_s_own_day_is_not_before_it():
    assert found(plan(attrs.evolve(TASK, deadline=By(datetime.date(2026, 1, 15))))) == []


def test_a_day_off_is_told_with_the_last_working_day_before_it():
    (finding,) = check_plan(plan(attrs.evolve(TASK, deadline=By(SUNDAY))))

    assert finding.code == "ND06"
    assert finding.advice == "làm xong chậm nhất thứ Sáu 26/6/2026, hoặc đổi ngày"


def test_before_a_monday_ends_on_a_sunday():
    task = attrs.evolve(TASK, deadline=Before(SUNDAY + datetime.timedelta(days=1)))

    assert found(plan(task)) == [("ND06", "")]


def test_a_day_after_the_plan_s_year_is_told():
    task = attrs.evolve(TASK, deadline=By(datetime.date(2027, 1, 5)))

    assert found(plan(task)) == [("ND07", "")]


def test_a_period_after_the_plan_s_year_is_told():
    assert found(plan(attrs.evolve(TASK, deadline=In(Period.quarter(2027, 1))))) == [("ND07", "")]


def test_a_body_with_tasks_must_be_told_of_the_plan():
    findings = check_plan(plan(recipients=(Recipient("UBND tỉnh"),)))

    assert [one.message for one in findings] == [
        "Sở Nội vụ được giao việc nhưng không rõ ở dòng nơi nhận nào"
    ]


@pytest.mark.parametrize("line", ["Sở Nội vụ", "Các sở, ngành tỉnh", "Sở Tài chính, Sở Nội vụ"])
def test_a_line_covers_a_body_by_name_or_by_kind(line):
    given = plan(recipients=(Recipient(line),))

    assert [one for one in found(given) if one[0] == "ND08"] == []


def test_a_single_body_of_another_name_covers_nobody():
    assert ("ND08", "") in found(plan(recipients=(Recipient("Sở Y tế"),)))


def test_a_plan_without_recipients_is_told_once():
    assert found(plan(recipients=())) == [("ND08", "none")]


def test_a_body_that_is_told_but_has_nothing_to_do_is_told():
    lines = (Recipient("Sở Nội vụ"), Recipient("Sở Y tế"), Recipient("Bộ Nội vụ"))

    (finding,) = check_plan(plan(recipients=lines))

    assert finding.message == "Sở Y tế có ở nơi nhận nhưng kế hoạch không giao việc gì"


def test_a_body_that_is_told_for_information_needs_no_task():
    lines = (Recipient("Sở Nội vụ"), Recipient("Sở Y tế (để biết)"))

    assert found(plan(recipients=lines)) == []


def test_nobody_reports_to_itself():
    due = (ReportDue("báo cáo năm", By(datetime.date(2027, 1, 15)), Period.year(2026)),)

    assert found(duty(reporters=(HOME,), receivers=(HOME,), dues=due)) == [("ND10", "")]


def test_reports_do_not_go_in_a_circle():
    due = (ReportDue("báo cáo năm", By(datetime.date(2027, 1, 15)), Period.year(2026)),)
    there = duty(reporters=(HOME,), receivers=(POLICE,), dues=due)
    back = ReportingDuty("Báo cáo", reporters=(POLICE,), receivers=(HOME,), dues=due)
    both = attrs.evolve(there, sections=(*there.sections, Section("KHÁC", (back,))))

    (finding,) = [one for one in check_plan(both) if one.code == "ND11"]

    assert finding.message == "báo cáo đi vòng: Công an tỉnh → Sở Nội vụ → Công an tỉnh"


def test_a_report_without_a_day_is_told():
    assert found(duty(reporters=(HOME,), dues=(ReportDue("báo cáo năm"),))) == [("ND03", "report")]


def test_a_report_is_not_due_before_its_data_are_complete():
    due = (ReportDue("báo cáo quý I", By(datetime.date(2026, 2, 27)), Period.quarter(2026, 1)),)

    assert found(duty(reporters=(HOME,), receivers=(POLICE,), dues=due)) == [("ND12", "")]


def test_a_body_that_had_ended_is_told_with_its_heirs():
    directory = load_directory(FOLDER / "directory.yaml")
    late = attrs.evolve(FOUNDING, date=datetime.date(2026, 3, 19))

    ended = [one for one in check_plan(late, directory=directory) if "ended" in one.code]

    assert any("Sở Thông tin và Truyền thông" in one.message for one in ended)
    assert all(one.advice for one in ended)


def test_a_phrase_that_does_not_stand_in_its_sentence_is_an_error():
    task = attrs.evolve(TASK, deadline=By(FRIDAY, phrase="trước ngày 27/6/2026"))

    assert ("ND13", "absent") in found(plan(task))


def test_a_phrase_that_says_another_day_than_its_datum_is_an_error():
    task = Task(
        "Xây dựng đề án chậm nhất ngày 25/6/2026",
        deadline=By(FRIDAY, phrase="chậm nhất ngày 25/6/2026"),
        product="Đề án",
    )

    (finding,) = check_plan(plan(task))

    assert finding.message == (
        "“chậm nhất ngày 25/6/2026” nghĩa là chậm nhất ngày 25/6/2026,"
        " dữ liệu ghi chậm nhất ngày 26/6/2026"
    )


def test_a_phrase_that_is_no_deadline_is_told():
    task = Task("Xây dựng đề án cho tốt", deadline=By(FRIDAY, phrase="cho tốt"), product="Đề án")

    assert found(plan(task)) == [("ND13", "unread")]


def test_a_role_s_phrase_stands_in_its_sentence():
    task = attrs.evolve(TASK, responsibilities=(Responsibility(Role.LEAD, phrase="Chủ trì"),))

    assert found(plan(task)) == [("ND13", "absent")]


def test_a_target_s_phrase_says_its_value():
    threshold = Threshold(Decimal(98), phrase="tối thiểu 95%")
    target = Target("Hồ sơ đúng hạn tối thiểu 95%", threshold=threshold)
    sound = plan()
    one = attrs.evolve(sound, sections=(*sound.sections, Section("CHỈ TIÊU", (target,))))

    assert found(one) == [("ND13", "value")]


# The founding plan


def test_the_founding_plan_s_findings_are_these():
    told = [(one.code, one.aspect, one.message) for one in check_plan(FOUNDING)]

    assert [one for one in told if one[:2] != ("ND03", "missing")] == [
        ("ND01", "coordinators", f"Công an tỉnh {ONLY}"),
        ("ND02", "together", f"giao chung cho Sở Kế hoạch và Đầu tư, Sở Tài chính, {WHO}"),
        ("ND01", "coordinators", f"{FRONT}, các cấp, các ngành, các trường học {ONLY}"),
        ("ND02", "together", f"giao chung cho {PAPER}, {STATION}, {WHO}"),
        ("ND01", "coordinators", f"{FIRMS}, các cơ quan quản lý nhà nước {ONLY}"),
        ("ND03", "summary", f"42/43 nhiệm vụ {DAYLESS}"),
        ("ND04", "summary", "38/43 nhiệm vụ không nêu sản phẩm"),
        ("ND06", "", "“trước ngày 01/4/2013”: ngày cuối là 31/3/2013, Chủ nhật"),
        ("ND12", "", "tổng kết năm: hạn gửi 20/12/2013 trước khi chốt số liệu 31/12/2013"),
        ("ND08", "", f"{PAPER} {UNTOLD}"),
        ("ND08", "", f"{STATION} {UNTOLD}"),
    ]  # fmt: skip


def test_none_of_the_38_duties_of_the_founding_plan_has_a_day():
    (duties,) = [one for one in FOUNDING.sections if one.heading == "NHIỆM VỤ CỤ THỂ"]
    alone = attrs.evolve(FOUNDING, sections=(duties,))

    (summary,) = [one for one in check_plan(alone) if (one.code, one.aspect) == ("ND03", "summary")]

    assert summary.message.startswith("38/38 nhiệm vụ không có ngày hoàn thành (9 ")


def test_the_directory_adds_nothing_to_the_founding_plan_on_its_own_day():
    directory = load_directory(FOLDER / "directory.yaml")

    assert check_plan(FOUNDING, directory=directory) == check_plan(FOUNDING)
