"""Layouts that no rule was made for: what a reader sees in each of them, read so."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from kehoach.deadlines import Before, By, Every, In, Period, Recurring, Unit, Within
from kehoach.documents import Footnote
from kehoach.observed import Marginal, ObservedNote, ObservedParagraph, ObservedRun
from kehoach.plan import Assignment, Datum, GroupRow, ReportingDuty, Section, Task, TaskTable
from kehoach.reading import read_plan
from kehoach.word import observe
from tests.specimens.word_layouts import MORE_PAPERS
from tests.support.papers import SPECIMENS, body_of, nodes, under


def reading_of(name: str) -> Any:
    path = SPECIMENS / f"{name}.txt"
    return read_plan(observe(path.read_bytes() if path.exists() else MORE_PAPERS[name]()))


def plan_of(name: str) -> Any:
    return reading_of(name).plan


def leads_of(task: Task) -> list[str]:
    return [one.party.name for one in task.responsibilities if one.party and one.role == "lead"]


def day(text: str) -> datetime.date:
    number, month, year = map(int, text.split("/"))
    return datetime.date(year, month, number)


def test_parts_numbered_in_words_hold_the_sections():
    plan = plan_of("tinh-cai-cach-hanh-chinh-2024")

    assert [one.mark for one in plan.sections] == ["Phần thứ nhất"] * 3
    assert [one.heading for one in plan.sections][2] == "TỔ CHỨC THỰC HIỆN"
    assert not any("Phần" in one.text for one in plan.opening)


def test_data_on_one_line_and_in_brackets_belong_to_their_task():
    tasks = {one.text[:12]: one for one in nodes(plan_of("tinh-cai-cach-hanh-chinh-2024"), Task)}

    assert leads_of(tasks["Tổ chức Hội "]) == ["Sở Nội vụ"]
    assert tasks["Tổ chức Hội "].deadline == In(Period.quarter(2024, 2), phrase="Quý II/2024")
    assert leads_of(tasks["Rà soát, đơn"]) == ["Văn phòng UBND tỉnh"]
    assert tasks["Rà soát, đơn"].deadline.day == day("01/9/2024")


def test_figures_of_the_past_are_no_targets_and_no_deadlines():
    before = plan_of("tinh-nhan-dang-2012").sections[0].content
    school = plan_of("truong-nam-hoc-2025")
    days = [one.deadline.day for one in nodes(school, Task) if isinstance(one.deadline, Before)]

    assert len(before) == 1
    assert min(days) == day("20/9/2025")


def test_days_without_a_year_fall_in_the_school_year():
    (table,) = nodes(plan_of("truong-nam-hoc-2025"), TaskTable)

    assert [one.deadline.day for one in table.rows] == [
        day("20/9/2025"), day("31/10/2025"), day("20/01/2026"), day("25/5/2026"),
    ]  # fmt: skip
    assert [one.others for one in table.rows][:2] == [("9/2025",), ("10/2025",)]


def test_who_is_called_by_no_name_of_a_body_still_gets_the_duty():
    last = plan_of("truong-nam-hoc-2025").sections[-1].content[-1]

    assert isinstance(last, Assignment)
    assert [one.name for one in last.assignees] == ["Giáo viên chủ nhiệm"]


def test_two_columns_flattened_onto_shared_lines_are_told_apart():
    tabbed, scanned = plan_of("huyen-thien-tai-2023"), plan_of("tinh-nhan-dang-2012")

    assert tabbed.issuer.name == "Phòng Nông nghiệp và PTNT"
    assert tabbed.issuer.superior == "UBND huyện Cai Lậy"
    assert (tabbed.signature.lines, tabbed.archive) == (("TRƯỞNG PHÒNG",), "VP")
    assert len(tabbed.bases) == 2
    assert scanned.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert [one.text for one in scanned.recipients][:2] == ["Bộ Y tế", "TT.TU, TT.HĐND tỉnh"]
    assert scanned.archive == "VT, VHXH"


def test_a_span_of_each_year_and_hours_after_an_event_are_deadlines():
    scanned = {one.text[:10]: one for one in nodes(plan_of("tinh-nhan-dang-2012"), Task)}
    tabbed = {one.text[:8]: one for one in nodes(plan_of("huyen-thien-tai-2023"), Task)}

    assert scanned["Tổ chức Th"].deadline == Recurring(
        Every.YEAR, 10, 12, phrase="từ ngày 10/11 đến ngày 10/12 hằng năm"
    )
    assert tabbed["Trực ban"].deadline == Within(
        2, "có thiên tai xảy ra", Unit.HOUR,
        phrase="trong vòng 02 giờ kể từ khi có thiên tai xảy ra",
    )  # fmt: skip


def test_lines_wrapped_by_a_layout_tool_are_whole_paragraphs():
    result = reading_of("tinh-hop-tac-xa-2026")
    tasks = [one.text for one in nodes(result.plan, Task)]

    assert tasks[0].startswith("1.1. Hoàn thiện cơ chế")
    assert tasks[0].endswith("ngày 12/9/2024 của Chính phủ.")
    assert len(result.plan.bases) == 2
    assert result.plan.annexes[0].title == "DANH MỤC CHỈ TIÊU THÀNH LẬP MỚI HỢP TÁC XÃ"
    assert [one.line for one in result.unread] == [25, 54]


def test_a_paper_with_hardly_a_frame_says_what_it_lacks():
    result = reading_of("phuong-ke-hoach-tuan-2025")

    assert result.plan.issuer is None
    assert {"unknown-issuer", "unknown-date", "unknown-signature"} <= {
        one.code for one in result.findings
    }
    assert result.unread == ()


def test_merged_headings_and_groups_within_groups_of_a_table_are_read():
    (annex,) = plan_of("decision").annexes
    (table,) = annex.content
    groups = [(one.mark, one.text) for one in table.rows if isinstance(one, GroupRow)]
    tasks = [one for one in table.rows if isinstance(one, Task)]

    assert [one.shows for one in table.columns] == [
        Datum.ORDINAL, Datum.TEXT, Datum.LEAD, Datum.COORDINATE, Datum.OTHER, Datum.DEADLINE,
        Datum.PRODUCT,
    ]  # fmt: skip
    assert groups == [
        ("A", "NHIỆM VỤ CHUNG"), (None, "Thể chế"), (None, "Hạ tầng số"), ("B", "NHIỆM VỤ RIÊNG"),
    ]  # fmt: skip
    assert [leads_of(one) for one in tasks[:3]] == [
        ["Sở Tư pháp"], ["Sở Tư pháp"], ["Sở Khoa học và Công nghệ"],
    ]  # fmt: skip
    assert tasks[2].deadline == By(day("31/12/2026"), "31/12/2026")
    assert leads_of(tasks[3]) == ["Sở Nội vụ", "Trường Chính trị tỉnh"]


def test_a_directive_gives_duties_at_its_top_level():
    plan = plan_of("directive")
    first, second, third, *_, reports = plan.sections[0].content

    assert plan.kind == "CT"
    assert [one.name for one in first.assignees] == ["Công an thành phố"]
    assert leads_of(second) == ["Sở Công Thương"]
    assert [one.name for one in third.assignees] == ["Sở Lao động - Thương binh và Xã hội"]
    assert isinstance(reports, ReportingDuty)
    assert [one.text[:7] for one in plan.closing] == ["Yêu cầu"]


def test_a_letter_asks_for_a_report_through_a_division():
    plan = plan_of("letter")
    (duty,) = nodes(plan, ReportingDuty)

    assert plan.title == "xây dựng dự toán ngân sách nhà nước năm 2026"
    assert len(plan.addressees) == 2
    assert duty.via.name == "Phòng Quản lý ngân sách"
    assert duty.dues[0].deadline.hour == "17:00"
    assert not [one for one in reading_of("letter").findings if "sonla" in one.message]


def test_numbers_of_heading_styles_and_minus_signs_make_the_outline():
    sections = plan_of("automatic").sections
    first = nodes(sections[1], Task)[0]

    assert [one.heading for one in nodes(sections[1], Section)][1:] == [
        "Công tác chuẩn bị", "Triển khai kiểm kê",
    ]  # fmt: skip
    assert leads_of(first) == ["UBND các huyện, thành phố"]
    assert [[one.name for one in a.assignees] for a in nodes(sections, Assignment)] == [
        ["Phòng Quản lý đất đai"], ["Văn phòng Đăng ký đất đai tỉnh"],
        ["Phòng Tài nguyên và Môi trường các huyện, thành phố"],
    ]  # fmt: skip


def test_dotted_ordinals_of_a_table_are_kept():
    (table,) = nodes(plan_of("commune"), TaskTable)
    rows = [(one.mark, one.text.split()[0]) for one in table.rows]

    assert rows == [
        ("1", "Tuyên"), ("1.1", "Hội"), ("1.1", "Sinh"), ("2", "Tuyên"), ("1.1", "Phát"),
    ]  # fmt: skip


def test_ordinals_that_no_counting_gives_are_kept_as_they_are():
    content = under(
        "NHIỆM VỤ", "STT\tNhiệm vụ\tThời hạn", "NV-01\tRà soát\tQuý I", "2.7\tTập huấn\tQuý II"
    )
    (table,) = nodes(content, TaskTable)

    assert table.columns[0].shows is Datum.OTHER
    assert [one.others for one in table.rows] == [("NV-01",), ("2.7",)]


def test_what_is_over_when_the_paper_is_issued_is_no_deadline():
    plan = read_plan(
        observe(
            (
                "Long An, ngày 01 tháng 3 năm 2024\nKẾ HOẠCH\nThực hiện nhiệm vụ năm 2024\n\n"
                "I. NHIỆM VỤ\n1. Tổ chức lại bộ phận thành lập vào ngày 15/02/2024.\n"
            ).encode()
        )
    ).plan
    (task,) = nodes(plan, Task)

    assert task.deadline is None


def test_two_lines_of_names_with_one_mood_regain_the_capital():
    (one,) = nodes(
        body_of("I. TỔ CHỨC\n1. Yêu cầu các sở, ngành\n- Báo cáo UBND tỉnh."), Assignment
    )

    assert [name.name for name in one.assignees] == ["Các sở, ngành"]
    assert one.heading is None


def test_endnotes_are_notes_and_lines_of_the_margins_are_told():
    seen = observe(MORE_PAPERS["automatic"]())
    note = ObservedNote("1", "endnote", (ObservedParagraph((ObservedRun("Ghi chú cuối."),)),))
    margin = (ObservedParagraph((ObservedRun("Kế hoạch của Sở"),)),)
    section = attrs.evolve(seen.sections[0], headers=Marginal(default=margin))
    result = read_plan(attrs.evolve(seen, endnotes=(note,), sections=(section,)))

    assert result.plan.footnotes == (Footnote("c1", "Ghi chú cuối."),)
    assert ("Kế hoạch của Sở", "đầu trang, chân trang") in {
        (one.text, one.reason) for one in result.unread
    }


def test_more_letters_or_groups_than_there_are_end_in_a_table_all_the_same():
    letters = [f"đ\tViệc {index}\tQuý I" for index in range(40)]
    groups = ["M\tNhóm\t"] * 3 + ["MMMCMXCIX\tNhóm\t", "\tNhóm cuối\t", "1\tRà soát\tQuý II"]
    for rows in (letters, groups):
        (table,) = nodes(under("NHIỆM VỤ", "STT\tNhiệm vụ\tThời hạn", *rows), TaskTable)

        assert len(table.rows) == len(rows)
