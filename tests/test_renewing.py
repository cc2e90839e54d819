"""The plan of next year: what moves on, what stays, what is asked."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach.deadlines import Before, By, find_deadlines, without_phrase
from kehoach.documents.parts import Enclosure, PartialDate
from kehoach.files import dumps, load_directory, loads
from kehoach.plan import Item, Plan, Section, Target, Task, TaskTable, TextTable
from kehoach.renewing import next_year, year_of
from kehoach.renewing.wording import Wording
from kehoach.tracking import assess
from kehoach.workdays import vietnam
from tests.support.tracking import assigned, obligation

if TYPE_CHECKING:
    from kehoach.plan import Content
    from kehoach.renewing import Renewal

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"


@pytest.fixture(scope="module")
def founding() -> Plan:
    return kehoach.load(EXAMPLE / "plan.yaml")


@pytest.fixture(scope="module")
def of_2014(founding):
    return next_year(founding, 2014, vietnam())


WRITTEN_ANEW = [
    ("trong năm 2013", "trong năm 2014"),
    ("tổng kết năm 2012, kế hoạch năm 2014", "tổng kết năm 2013, kế hoạch năm 2015"),
    ("trước ngày 05/02/2013", "trước ngày 05/02/2014"),
    ("ngày 09 tháng 4 năm 2013", "ngày 09 tháng 4 năm 2014"),
    ("tháng 6/2013, quý II/2013", "tháng 6/2014, quý II/2014"),
    ("thứ Tư, ngày 10/7/2013", "thứ Năm, ngày 10/7/2014"),
    ("Chủ nhật ngày 15/9/2013", "Thứ Hai ngày 15/9/2014"),
    ("năm học 2013-2014", "năm học 2014-2015"),
    ("PHÁT TRIỂN DU LỊCH 2013", "PHÁT TRIỂN DU LỊCH 2014"),
    ("(thứ tư, 10/7/2013)", "(thứ năm, 10/7/2014)"),
    ("mừng Xuân Quý Tỵ 2013", "mừng Xuân Giáp Ngọ 2014"),
    ("vụ Đông Xuân 2012-2013", "vụ Đông Xuân 2013-2014"),
    ("mùa mưa bão năm 2013 – 2014", "mùa mưa bão năm 2014 – 2015"),
    ("từ ngày 15-20/6/2013", "từ ngày 15-20/6/2014"),
    ("Quyết định kinh phí trước ngày 15/6/2013", "Quyết định kinh phí trước ngày 15/6/2014"),
    ("Thông báo kết quả đến hết ngày 15/6/2013", "Thông báo kết quả đến hết ngày 15/6/2014"),
    ("tuyên truyền Luật Đất đai trong năm 2013", "tuyên truyền Luật Đất đai trong năm 2014"),
    ("Luật sư tư vấn năm 2013", "Luật sư tư vấn năm 2014"),
    ("luật được thông qua năm 2012, 2013", "luật được thông qua năm 2013, 2014"),
    ("Nghị quyết số 57-NQ/TW năm 2013", "Nghị quyết số 57-NQ/TW năm 2014"),
]
LEFT_ALONE = [
    "giai đoạn 2011-2015",
    "từ năm 2012 đến năm 2014",
    "Quyết định số 35/2011/QĐ-UBND ngày 19/9/2011 của UBND tỉnh",
    "Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2013 của UBND tỉnh",
    "Công văn số 15/STTTT-VP ngày 05/02/2013",
    "Luật Đất đai năm 2013",
    "Nghị quyết của Hội đồng nhân dân tỉnh về dự toán, ban hành ngày 10/12/2012",
    "đến năm 2014 và tầm nhìn 2020",
    "hỗ trợ 1.2013 hộ, kinh phí 2013,5 triệu đồng",
    "từ năm 2005 tới nay đã 8 năm",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2012 của Bộ Chính trị",
    "Kết luận số 137-KL/TW, ngày 28/3/2013",
    "Hướng dẫn 05-HD/BTCTW ngày 10/02/2013",
    "Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh ngày 05/02/2013",
    "Luật Phòng, chống ma túy năm 2012 (sửa đổi, bổ sung năm 2013)",
    "Ngày Quốc khánh (02/9/1945 - 02/9/2013)",
    "chính quyền hai cấp kể từ ngày 01/7/2012",
    "Luật Nhà giáo có hiệu lực từ ngày 01/01/2013",
    "TCVN 7391-2:2013",
]
ASKED_ABOUT = [
    "đến năm 2013 đạt 90%",
    "tập huấn 2013 lượt người",
    "Luật Đất đai năm 2013",
    "Thông báo của Sở Giáo dục ngày 10/8/2013",
    "giai đoạn 2013-2014",
    "văn bản số 15 ngày 05/02/2013",
    "đợt 1: 2013-06-15",
]


@pytest.mark.parametrize(("printed", "expected"), WRITTEN_ANEW)
def test_years_and_days_of_the_plan_move_on_in_its_sentences(printed, expected):
    assert Wording(2013, 1).text(printed) == expected


@pytest.mark.parametrize("printed", LEFT_ALONE)
def test_citations_ranges_and_amounts_stay_as_they_are(printed):
    assert Wording(2013, 1).text(printed) == printed


@pytest.mark.parametrize("printed", ASKED_ABOUT)
def test_what_may_be_of_the_old_year_stays_and_is_asked_about(printed):
    wording = Wording(2013, 1)

    assert wording.text(printed) == printed
    (asked,) = wording.left(printed)
    assert "2013" in asked


def test_a_clear_citation_is_not_taken_for_a_year_that_was_forgotten():
    assert (
        Wording(2013, 1).left("Nghị quyết số 57-NQ/TW ngày 22/12/2013, giai đoạn 2013-2020") == ()
    )


def test_a_school_years_plan_has_two_years_of_its_own():
    wording = Wording(2026, 1, last=2027)

    assert (
        wording.text("Tết 2027; thi trước ngày 25/5/2027") == "Tết 2028; thi trước ngày 25/5/2028"
    )


def test_a_day_without_a_year_follows_its_datum_inside_the_phrase_only():
    moves = {datetime.date(2013, 6, 29): datetime.date(2014, 6, 30)}
    wording = Wording(2013, 1, moves)

    text = wording.text("gửi trước ngày 29/6; tỷ lệ 29/6 giữ nguyên", ("trước ngày 29/6",))

    assert text == "gửi trước ngày 30/6; tỷ lệ 29/6 giữ nguyên"


def test_no_day_of_2013_is_left_in_the_founding_plan_outside_what_was_2012(of_2014):
    left = [line for line in dumps(of_2014.plan).splitlines() if "2013" in line]

    assert len(left) == 1
    assert "tuyến năm 2013, nhằm tiếp tục phát huy" in left[0]  # it said 2012
    assert not [one for one in of_2014.questions if one.code == "renewal.year-left"]


def test_citations_of_the_founding_plan_are_kept(founding, of_2014):
    for cited in ("19/9/2011", "07/4/2011", "2011-2015", "1387/QĐ-BGDĐT"):
        assert dumps(of_2014.plan).count(cited) == dumps(founding).count(cited) > 0


def test_a_report_due_on_a_saturday_moves_to_monday_with_its_words(of_2014):
    text = dumps(of_2014.plan)

    assert "2014-12-22" in text
    assert "(22/12/2014)" in text
    assert "20/12/2014" not in text


def test_number_and_day_are_blank_and_the_year_is_told(of_2014):
    assert of_2014.plan.number.text is None
    assert of_2014.plan.number.notation == "KH-UBND"
    assert of_2014.plan.date == PartialDate(2014)
    assert year_of(of_2014.plan) == 2014


def test_every_change_is_told_with_what_stood_there(of_2014):
    (one,) = [each for each in of_2014.changes if each.place == "G1"]

    assert "01/4/2013" in one.before
    assert "01/4/2014" in one.after


def test_bodies_that_ended_get_their_only_heir_or_a_question(founding):
    directory = load_directory(EXAMPLE / "directory.yaml")

    renewal = next_year(founding, 2026, vietnam(), directory=directory)

    text = dumps(renewal.plan)
    assert "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tây Ninh" in text
    asked = [one.message for one in renewal.questions if one.code == "renewal.body"]
    assert any("Sở Thông tin và Truyền thông" in one and "giao cho" in one for one in asked)
    assert len(asked) == len(set(asked))


def test_unfinished_tasks_of_the_ledger_are_marked_and_finished_ones_are_not():
    plan = Plan(
        "Thử", period=kehoach.Period.year(2013),
        sections=(Section("VIỆC", content=(Task("Làm a", id="1.1"), Task("Làm b", id="1.2"))),),
    )  # fmt: skip
    progress = assess([assigned(obligation())], on=datetime.date(2013, 12, 31), calendar=vietnam())

    renewal = next_year(plan, 2014, vietnam(), progress=progress)

    first, second = renewal.plan.sections[0].content
    assert isinstance(first, Task)
    assert isinstance(second, Task)
    assert first.note is not None
    assert first.note.startswith("Chuyển tiếp từ năm 2013, chưa hoàn thành: ")
    assert second.note is None


def test_a_target_keeps_its_figure_and_is_asked_about():
    plan = Plan(
        "Thử", period=kehoach.Period.year(2013),
        sections=(Section("CHỈ TIÊU", content=(Target("Trên 90% hộ có nước sạch năm 2013"),)),),
    )  # fmt: skip

    renewal = next_year(plan, 2014, vietnam())

    assert "90%" in dumps(renewal.plan)
    assert [one.code for one in renewal.questions] == ["renewal.target"]


@pytest.mark.parametrize("year", [2012, 2013])
def test_a_year_that_is_not_later_is_refused(founding, year):
    with pytest.raises(ValueError, match="a year after 2013"):
        next_year(founding, year, vietnam())


def test_a_plan_without_any_year_is_refused():
    with pytest.raises(ValueError, match="neither"):
        next_year(Plan("Thử"), 2014, vietnam())


DAYS = st.dates(datetime.date(2013, 1, 1), datetime.date(2013, 12, 31))


@given(day=DAYS, strict=st.booleans(), years=st.integers(1, 12), padded=st.booleans())
def test_phrase_and_datum_change_together_whatever_the_day(day, strict, years, padded):
    written = f"{day.day:02d}/{day.month:02d}/2013" if padded else f"{day.day}/{day.month}/2013"
    phrase = f"{'trước' if strict else 'chậm nhất'} ngày {written}"
    deadline = (Before if strict else By)(day, phrase)
    task = Task(f"Gửi báo cáo {phrase} để tổng hợp.", deadline=deadline)
    plan = Plan("Thử", period=kehoach.Period.year(2013), sections=(Section("A", content=(task,)),))
    calendar = vietnam()

    (renewed,) = next_year(plan, 2013 + years, calendar).plan.sections[0].content

    assert isinstance(renewed, Task)
    assert isinstance(renewed.deadline, Before | By)
    assert renewed.deadline.phrase is not None
    assert renewed.deadline.phrase in renewed.text
    (found,) = find_deadlines(renewed.text)
    assert without_phrase(found.deadline) == without_phrase(renewed.deadline)
    last = renewed.deadline.day - datetime.timedelta(days=strict)
    assert calendar.is_working(last)


def test_the_draft_is_a_plan_file_that_loads_again(of_2014):
    assert loads(dumps(of_2014.plan)) == of_2014.plan


def test_the_decision_around_the_plan_loses_its_number_and_day(founding):
    enclosed = evolve(founding, enclosed_by=Enclosure(number=kehoach.Number("9"), date=None))

    renewal = next_year(enclosed, 2014, vietnam())

    assert renewal.plan.enclosed_by is not None
    assert renewal.plan.enclosed_by.number == kehoach.Number()


def renewed(*content: Content, year: int = 2026, **rest: Any) -> Renewal:
    """The renewal of a plan of one section for the year after."""
    plan = Plan(
        "Thử", period=kehoach.Period.year(year), sections=(Section("VIỆC", content),), **rest
    )
    return next_year(plan, year + 1, vietnam())


def asked(renewal: Renewal, code: str) -> list[str]:
    return [one.message for one in renewal.questions if one.code == f"renewal.{code}"]


def test_anniversaries_and_ordinals_are_asked_about():
    renewal = renewed(
        Item("Chào mừng kỷ niệm 81 năm Quốc khánh."), Item("Hội thi lần thứ VI năm 2026.")
    )

    assert len(asked(renewal, "anniversary")) == 2


def test_papers_of_the_old_year_that_are_still_cited_are_asked_about():
    renewal = renewed(
        Item("Thực hiện Kế hoạch số 03-KH/TU ngày 12/01/2026 và Luật số 72/2025/QH15.")
    )

    assert asked(renewal, "citation") == ["vẫn dẫn văn bản của năm cũ: “03-KH/TU ngày 12/01/2026”"]


def test_money_and_tables_of_figures_are_asked_about():
    table = TextTable(("Chỉ tiêu", "Thực hiện 2025", "Kế hoạch 2026"), (("Hộ nghèo", "3", "2"),))
    renewal = renewed(Task("Tập huấn.", budget="500 triệu đồng năm 2026"), table)

    assert asked(renewal, "money") == ["số tiền giữ nguyên: “500 triệu đồng năm 2027”"]
    assert asked(renewal, "figures") == [
        "số liệu của bảng giữ nguyên: Chỉ tiêu, Thực hiện 2026, Kế hoạch 2027"
    ]


def test_the_day_of_an_event_stays_and_is_asked_about_where_it_is_a_day_off():
    day = By(datetime.date(2026, 10, 10), "ngày 10/10/2026")
    renewal = renewed(Task("Tổ chức Ngày hội ngày 10/10/2026.", deadline=day))

    (task,) = renewal.plan.sections[0].content
    assert isinstance(task, Task)
    assert task.text == "Tổ chức Ngày hội ngày 10/10/2027."
    assert task.deadline == By(datetime.date(2027, 10, 10), "ngày 10/10/2027")
    (message,) = asked(renewal, "event")
    assert "Chủ nhật" in message


def test_a_deadline_on_the_last_day_of_the_year_does_not_move_into_the_next():
    day = By(datetime.date(2026, 12, 31), "chậm nhất ngày 31/12/2026")
    task = Task("Xong chậm nhất ngày 31/12/2026.", deadline=day)
    plan = Plan("Thử", period=kehoach.Period.year(2026), sections=(Section("A", (task,)),))

    (moved,) = next_year(plan, 2028, vietnam()).plan.sections[0].content

    assert isinstance(moved, Task)
    assert moved.text == "Xong chậm nhất ngày 29/12/2028."


def test_a_deadline_that_a_table_prints_in_a_column_of_its_own_is_no_question():
    table = TaskTable((Task("Phủ sóng 5G", deadline=By(datetime.date(2026, 12, 31))),))

    assert renewed(table).questions == ()


def test_a_plan_of_many_years_is_asked_about():
    plan = Plan(
        "Thử", period=kehoach.Period(datetime.date(2026, 1, 1), datetime.date(2030, 12, 31))
    )

    assert asked(next_year(plan, 2031, vietnam()), "period")
