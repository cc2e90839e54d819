"""Deadlines in words: every kind is printed, read back and found in sentences."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach.deadlines import (
    Ahead,
    Before,
    By,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Standing,
    Stretch,
    Undated,
    Unit,
    Within,
    deadline_words,
    find_deadlines,
    parse_deadline,
    period_words,
    without_phrase,
)
from kehoach.deadlines._forms import FORMS
from kehoach.deadlines._fragments import compiled
from kehoach.deadlines.reading import signs_of
from kehoach.plan import Item, Paragraph, ReportingDuty, Task
from tests.deadline_strategies import deadlines

PLAN = Path(__file__).parents[1] / "examples" / "long-an-2013" / "plan.yaml"


def day(text: str) -> datetime.date:
    number, month, year = map(int, text.split("/"))
    return datetime.date(year, month, number)


@given(deadlines())
def test_what_is_printed_reads_back(deadline):
    words = deadline_words(deadline)
    read = parse_deadline(words)

    assert read is not None, words
    assert without_phrase(read) == deadline, words


@given(deadlines())
def test_a_capital_and_no_break_spaces_change_nothing(deadline):
    words = deadline_words(deadline)
    bound = (words[:1].upper() + words[1:]).replace(" ", "\u00a0")
    read = parse_deadline(bound)

    assert read is not None, bound
    assert without_phrase(read) == deadline
    assert read.phrase == bound


@given(deadlines().filter(lambda one: not isinstance(one, In | Undated)))
def test_what_is_printed_is_found_in_a_sentence(deadline):
    words = deadline_words(deadline)
    sentence = f"Các Sở, ngành báo cáo {words}, gửi về Sở Nội vụ."

    found = find_deadlines(sentence)

    assert [sentence[one.start : one.end] for one in found] == [words]
    assert [without_phrase(one.deadline) for one in found] == [deadline]
    assert found[0].deadline.phrase == words


@given(st.text(max_size=60) | st.text("trướcngày0123/ 6()quýhằngăm.,-", max_size=40))
def test_any_text_is_read_without_an_exception(text):
    parse_deadline(text, year=2013)
    for one in find_deadlines(text, 2013):
        assert 0 <= one.start < one.end


# The phrases of plans, read in a plan of 2013.
SAID = {
    "trước ngày 01/4/2013": Before(day("1/4/2013")),
    "Trước 30/6/2026": Before(day("30/6/2026")),
    "trước 17h00 ngày 15/6/2026": Before(day("15/6/2026"), hour="17:00"),
    "trước tháng 6/2026": Before(day("1/6/2026")),
    "trước năm 2027": Before(day("1/1/2027")),
    "chậm nhất trước ngày 15/6": Before(day("15/6/2013")),
    "(10/7/2013)": By(day("10/7/2013")),
    "ngày 01/4/2013": By(day("1/4/2013")),
    "ngày 01 tháng 4 năm 2013": By(day("1/4/2013")),
    "01.4.2013": By(day("1/4/2013")),
    "30/6": By(day("30/6/2013")),
    "mùng 5 tháng 6": By(day("5/6/2013")),
    "chậm nhất là ngày 30/6/2026": By(day("30/6/2026")),
    "đến hết ngày 30/6/2026": By(day("30/6/2026")),
    "đến ngày 30/6/2026": By(day("30/6/2026")),
    "trong ngày 30/6/2026": By(day("30/6/2026")),
    "không quá ngày 30/6/2026": By(day("30/6/2026")),
    "Hoàn thành chậm nhất ngày 30/6/2026.": By(day("30/6/2026")),
    "trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản": Within(5, "nhận được văn bản"),
    "trong thời hạn 10 ngày kể từ ngày 01/02/2013": Within(10, day("1/2/2013"), Unit.DAY),
    "trong 02 (hai) tháng kể từ ngày 30/6": Within(2, day("30/6/2013"), Unit.MONTH),
    "chậm nhất sau ba ngày làm việc kể từ khi có đề nghị": Within(3, "có đề nghị"),
    "5 ngày sau khi kết thúc hội nghị": Within(5, "kết thúc hội nghị", Unit.DAY),
    "ngay khi văn bản được ban hành": Within(0, "văn bản được ban hành", Unit.DAY),
    "Ngay sau khi văn bản được ban hành": Within(0, "văn bản được ban hành", Unit.DAY),
    "trước ngày 20/3/2013 ít nhất 03 ngày làm việc": Ahead(3, day("20/3/2013")),
    "ít nhất 03 ngày làm việc trước ngày họp": Ahead(3, "họp"),
    "trước cuộc họp tối thiểu 3 ngày": Ahead(3, "cuộc họp", Unit.DAY),
    "trong vòng 24 giờ kể từ khi nhận được văn bản": Within(24, "nhận được văn bản", Unit.HOUR),
    "chậm nhất sau 48h kể từ khi phát hiện": Within(48, "phát hiện", Unit.HOUR),
    "ít nhất 02 giờ trước cuộc họp": Ahead(2, "cuộc họp", Unit.HOUR),
    "trước khi tổ chức hội nghị": Ahead(0, "tổ chức hội nghị", Unit.DAY),
    "trong năm học 2025 - 2026": In(Period(day("5/9/2025"), day("31/5/2026"))),
    "Đầu năm học 2025-2026": In(Period(day("5/9/2025"), day("31/5/2026")), Stretch.BEGIN),
    "trong tháng 6": In(Period.month(2013, 6)),
    "Tháng 6/2026": In(Period.month(2026, 6)),
    "chậm nhất trong tháng 9/2026": In(Period.month(2026, 9)),
    "Quý II/2026": In(Period.quarter(2026, 2)),
    "trong quý II/2026": In(Period.quarter(2026, 2)),
    "quý 2 năm 2026": In(Period.quarter(2026, 2)),
    "hết quý I": In(Period.quarter(2013, 1)),
    "Năm 2026": In(Period.year(2026)),
    "2026": In(Period.year(2026)),
    "trong năm 2026": In(Period.year(2026)),
    "06 tháng đầu năm 2026": In(Period.half(2026, 1)),
    "6 tháng cuối năm": In(Period.half(2013, 2)),
    "9 tháng đầu năm": In(Period.nine_months(2013)),
    "2026 - 2030": In(Period(day("1/1/2026"), day("31/12/2030"))),
    "Giai đoạn 2026–2030": In(Period(day("1/1/2026"), day("31/12/2030"))),
    "Tháng 6 - 8/2026": In(Period.months(2026, 6, 8)),
    "từ tháng 11/2025 đến tháng 02/2026": In(Period(day("1/11/2025"), day("28/2/2026"))),
    "Từ ngày 10 đến ngày 15/7/2026": In(Period(day("10/7/2026"), day("15/7/2026"))),
    "đầu tháng 6/2026": In(Period.month(2026, 6), Stretch.BEGIN),
    "giữa năm 2026": In(Period.year(2026), Stretch.MIDDLE),
    "cuối quý I": In(Period.quarter(2013, 1), Stretch.END),
    "cuối năm": In(Period.year(2013), Stretch.END),
    "Hằng năm": Recurring(Every.YEAR),
    "hàng quý": Recurring(Every.QUARTER),
    "3 tháng một lần": Recurring(Every.QUARTER),
    "06 tháng/lần": Recurring(Every.HALF),
    "định kỳ 6 tháng, năm": Recurring(Every.HALF, also=(Every.YEAR,)),
    "6 tháng, năm": Recurring(Every.HALF, also=(Every.YEAR,)),
    "hằng quý, 6 tháng và năm": Recurring(Every.QUARTER, also=(Every.HALF, Every.YEAR)),
    "trước ngày 15 hằng tháng": Recurring(Every.MONTH, 15, strict=True),
    "hằng tháng trước ngày 25": Recurring(Every.MONTH, 25, strict=True),
    "Trước ngày 05 của tháng liền kề": Recurring(Every.MONTH, 5, following=True, strict=True),
    "chậm nhất ngày 05 tháng sau": Recurring(Every.MONTH, 5, following=True),
    "chậm nhất ngày 20 tháng cuối quý": Recurring(Every.QUARTER, 20),
    "trước ngày 15 của tháng đầu quý": Recurring(Every.QUARTER, 15, 1, strict=True),
    "trước ngày 15 của tháng đầu quý sau": Recurring(
        Every.QUARTER, 15, following=True, strict=True
    ),
    "trước 16 giờ thứ Sáu hằng tuần": Recurring(Every.WEEK, 5, strict=True, hour="16:00"),
    "chiều thứ 5 hàng tuần": Recurring(Every.WEEK, 4),
    "trước ngày 15/12 hằng năm": Recurring(Every.YEAR, 15, strict=True),
    "chậm nhất ngày 20 tháng 11 hằng năm": Recurring(Every.YEAR, 20, 11),
    "trước ngày 10/01 năm sau": Recurring(Every.YEAR, 10, following=True, strict=True),
    "trước ngày 20/6 và 20/12 hằng năm": Recurring(Every.HALF, 20, strict=True),
    "Tháng 11 hằng năm": Recurring(Every.YEAR, 31, 11),
    "định kỳ vào ngày 20 hàng tháng": Recurring(Every.MONTH, 20),
    "ngày 25 hàng tháng": Recurring(Every.MONTH, 25),
    "định kỳ hàng tháng (trước ngày 20)": Recurring(Every.MONTH, 20, strict=True),
    "Hằng năm (trước ngày 15/12)": Recurring(Every.YEAR, 15, strict=True),
    "15/11 hằng năm": Recurring(Every.YEAR, 15, 11),
    "hằng quý, 6 tháng và năm gửi trước ngày 10 của tháng cuối kỳ báo cáo": Recurring(
        Every.QUARTER, 10, strict=True, also=(Every.HALF, Every.YEAR)
    ),
    "ngày 20 tháng cuối mỗi quý": Recurring(Every.QUARTER, 20),
    "mỗi quý 01 lần": Recurring(Every.QUARTER),
    "ngày 15/3, 15/6, 15/9 và 15/12 hằng năm": Recurring(Every.QUARTER, 15),
    "trước 17 giờ, thứ Sáu, ngày 26/12/2025": Before(day("26/12/2025"), hour="17:00"),
    "trước thứ Sáu (26/12/2025)": Before(day("26/12/2025")),
    "chậm nhất 16h30' ngày 12/3/2026": By(day("12/3/2026"), hour="16:30"),
    "Phấn đấu hoàn thành trước 31/12/2025": Before(day("31/12/2025")),
    "Quí II/2026": In(Period.quarter(2026, 2)),
    "Quý I, II/2026": In(Period.half(2026, 1)),
    "quý 1, 2, 3/2026": In(Period.nine_months(2026)),
    "Quý I và Quý II năm 2026": In(Period.half(2026, 1)),
    "Quý IV/2025 - Quý I/2026": In(Period(day("1/10/2025"), day("31/3/2026"))),
    "từ quý I/2026 đến hết quý III/2026": In(Period.nine_months(2026)),
    "Tháng 5, tháng 6/2026": In(Period.months(2026, 5, 6)),
    "Tháng 6,7/2026": In(Period.months(2026, 6, 7)),
    "Tháng 5/2026 - Tháng 12/2026": In(Period.months(2026, 5, 12)),
    "từ ngày 15/12/2025 - 15/02/2026": In(Period(day("15/12/2025"), day("15/2/2026"))),
    "15/5 - 30/6/2026": In(Period(day("15/5/2026"), day("30/6/2026"))),
    "từ nay đến cuối năm 2026": In(Period.year(2026), Stretch.END),
    "Cả năm 2026": In(Period.year(2026)),
    "Trong năm": In(Period.year(2013)),
    "Thường xuyên/hằng năm": Standing(None),
    "Đột xuất hoặc theo yêu cầu": OnRequest(None),
    "Theo lộ trình": Undated(None),
    "Thường xuyên": Standing(None),
    "Thường xuyên trong tháng": Standing(None),
    "Thường xuyên, liên tục": Standing(None),
    "Thường xuyên trong năm 2026": Standing(None),
    "kịp thời": Standing(None),
    "Tiếp tục": Standing(None),
    "duy trì": Standing(None),
    "khi có yêu cầu": OnRequest(None),
    "Theo tiến độ/khi có yêu cầu": OnRequest(None),
    "Sau khi Kế hoạch được phê duyệt": OnRequest(None),
    "đột xuất": OnRequest(None),
    "Theo tiến độ": Undated(None),
    "ngay": Undated(None),
    "Khẩn trương": Undated(None),
    "không thời hạn": Undated(None),
}


@pytest.mark.parametrize(("text", "deadline"), SAID.items())
def test_a_phrase_of_plans_is_read(text, deadline):
    read = parse_deadline(text, year=2013)

    assert read == attrs.evolve(deadline, phrase=text)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "năm", "trước ngày 31/4/2013", "Sở Nội vụ", "quý V/2026", "tháng 13/2026", "29/02"],
)
def test_what_means_no_deadline_is_none(text):
    assert parse_deadline(text, year=2013) is None


def test_without_a_year_a_day_that_names_none_is_not_read():
    assert parse_deadline("trước ngày 30/6") is None
    assert parse_deadline("Quý II") is None
    assert parse_deadline("trước ngày 30/6", year=2026) == Before(
        day("30/6/2026"), phrase="trước ngày 30/6"
    )


def test_a_decomposed_text_is_read_in_its_composed_form():
    assert parse_deadline("tru\u031bo\u031b\u0301c nga\u0300y 01/4/2013") == Before(
        day("1/4/2013"), phrase="trước ngày 01/4/2013"
    )


SENTENCES = {
    "gửi kế hoạch về Sở trước ngày 01/4/2013 để phối hợp": ["trước ngày 01/4/2013"],
    "báo cáo sơ kết 06 tháng (10/7/2013) và tổng kết năm (20/12/2013)": [
        "(10/7/2013)",
        "(20/12/2013)",
    ],
    "Quyết định số 35/2011/QĐ-UBND ngày 19/9/2011 của UBND tỉnh": [],
    "báo cáo theo Quyết định số 35/2011/QĐ-UBND (19/9/2011)": [],
    "thực hiện Kế hoạch số 15/KH-UBND ngày 30/6/2013, xong trong tháng 9/2026": [
        "trong tháng 9/2026"
    ],
    "Kỷ niệm ngày thành lập Đoàn (26/3/1931)": [],
    "công tác quản lý Internet năm 2013": [],
    "tổ chức thực hiện trong năm 2013": [],
    "hoàn thành trong năm 2013": ["trong năm 2013"],
    "phấn đấu đến 10/10 xã, trong 12/15 trường": [],
    "tính đến ngày 30/6/2013 toàn tỉnh có 200 đại lý": [],
    "Chương trình đến năm 2025, tầm nhìn năm 2030": [],
    "trước ngày 15 của tháng 6": [],
    "Ngày 15/3/2012 UBND tỉnh đã ban hành Chỉ thị": [],
    "Vào ngày 15/3/2012, UBND tỉnh đã ban hành Chỉ thị": [],
    "Trong quý I/2012, các sở đã hoàn thành": [],
    "Tính đến hết quý I/2012 toàn tỉnh có 200 đại lý": [],
    "Từ năm 2010 đến năm 2012 toàn tỉnh đã xử lý": [],
    "Từ năm 2010, tỉnh có 200 đại lý": [],
    "Phòng phải thẩm định trước khi đăng ký kinh doanh": [],
    "báo cáo nhanh trong vòng 24 giờ kể từ khi xảy ra sự cố": [
        "trong vòng 24 giờ kể từ khi xảy ra sự cố"
    ],
    "Dạy học trong năm học 2012 - 2013": [],
    "Quyết định có hiệu lực sau 10 ngày kể từ ngày ký.": [],
    "Quy định có hiệu lực từ ngày 01/7/2025 đến hết ngày 28/02/2027.": [],
    "Số liệu tính từ ngày 15/12/2012 đến ngày 14/6/2013, gửi trước 20/6": ["trước 20/6"],
    "Đẩy mạnh chuyển đổi số trong giai đoạn 2011 - 2015.": [],
    "Báo cáo kết quả thực hiện Chỉ thị số 05 (15/5/2011)": [],
    "Tổng kết 10 năm thực hiện Nghị quyết (25/12/2011)": [],
    "Thực hiện Nghị quyết số 57, báo cáo kết quả (20/12/2013)": ["(20/12/2013)"],
    "Trung tâm Giáo dục thường xuyên; ngân sách thường xuyên; họp không thường xuyên": [],
    "tổ chức trước ngày 10/3 âm lịch, trước ngày 20 tháng 12 năm 2013 (âm lịch)": [],
    "gửi trước ngày 15 tháng 2 của quý": [],
    "Hoàn thành trong tháng 6, 7/2013": ["trong tháng 6, 7/2013"],
    "Hoàn thành trong tháng 6, 15 đơn vị": ["trong tháng 6"],
    "Hoàn thành trong tháng 3, 6, 9, 12": [],
    "Hoàn thành trong quý I và quý III năm 2013": [],
    "Hoàn thành trong quý I và quý II/2013": ["trong quý I và quý II/2013"],
    "Kiểm tra mỗi năm 2 lần, hằng tháng ít nhất 02 lần": [],
    "kính mời mỗi quý khách": [],
    "báo cáo ngày 25 hàng tháng về Sở; họp ngày 5 tháng sau": ["ngày 25 hàng tháng"],
    "gửi về Sở trước 10h thứ 5 (ngày 16/10/2025)": ["trước 10h thứ 5 (ngày 16/10/2025)"],
    "Gửi báo cáo chậm nhất 25/12 về UBND tỉnh": ["chậm nhất 25/12"],
    "nộp trước ngày 20/6/2013 và 20/11/2013": ["trước ngày 20/6/2013", "20/11/2013"],
    "nộp trước ngày 20/6/2013, 10/12 xã đã nộp": ["trước ngày 20/6/2013"],
    "thanh tra, kiểm tra định kỳ, đột xuất": [],
    "kinh phí chi thường xuyên": [],
    "Duy trì việc thẩm định; tiếp tục triển khai, duy trì hội thi": ["Duy trì", "tiếp tục"],
    "Thời gian thực hiện: Quý II/2026. Đơn vị chủ trì: Sở Nội vụ": ["Quý II/2026"],
    "Mời họp trước ngày họp ít nhất 03 ngày làm việc.": ["trước ngày họp ít nhất 03 ngày làm việc"],
    "hằng quý, trước ngày 20 của tháng cuối quý; hằng năm trước ngày 15/12": [
        "hằng quý, trước ngày 20 của tháng cuối quý",
        "hằng năm trước ngày 15/12",
    ],
    "báo cáo trước ngày\u00a030/6/2026 và chậm nhất là ngày 01\u00a0tháng 7 năm 2026": [
        "trước ngày\u00a030/6/2026",
        "chậm nhất là ngày 01\u00a0tháng 7 năm 2026",
    ],
}


@pytest.mark.parametrize(("sentence", "phrases"), SENTENCES.items())
def test_deadlines_are_found_in_a_sentence_and_citations_are_not(sentence, phrases):
    found = find_deadlines(sentence, 2013)

    assert [sentence[one.start : one.end] for one in found] == phrases
    assert [one.deadline.phrase for one in found] == phrases


@given(st.lists(st.sampled_from([*SAID, *SENTENCES, "và", "trước", "hằng năm"])).map(" ".join))
def test_a_form_matches_only_where_the_words_that_it_needs_stand(text):
    signs = signs_of(text.lower())
    for form in FORMS:
        needed = all(signs.intersection(need.split("|")) for need in form.needs.split())
        match = compiled(form.pattern, in_sentence=True).search(text) if not needed else None

        assert match is None or form.read(match, 2013) is None, form.needs


def printed_nodes() -> list[Task | Item | ReportingDuty | Paragraph]:
    nodes: list[Task | Item | ReportingDuty | Paragraph] = []

    def walk(value: Any) -> None:
        if isinstance(value, tuple):
            for one in value:
                walk(one)
        elif attrs.has(type(value)):
            if isinstance(value, Task | Item | ReportingDuty | Paragraph):
                nodes.append(value)
            for field in attrs.fields(type(value)):
                walk(getattr(value, field.name))

    walk(kehoach.load(PLAN))
    return nodes


def test_in_the_founding_plan_just_its_own_deadlines_are_found():
    """Every deadline that the plan prints in a sentence, and no date of a citation."""
    for node in printed_nodes():
        dues = node.dues if isinstance(node, ReportingDuty) else (node,)
        own = [one for due in dues if (one := getattr(due, "deadline", None)) and one.phrase]

        assert [one.deadline for one in find_deadlines(node.text, 2013)] == own


def test_a_period_is_printed_by_its_name():
    named = {
        "năm 2013": Period.year(2013),
        "6 tháng đầu năm 2013": Period.half(2013, 1),
        "6 tháng cuối năm 2013": Period.half(2013, 2),
        "9 tháng đầu năm 2013": Period.nine_months(2013),
        "quý II/2026": Period.quarter(2026, 2),
        "tháng 6/2026": Period.month(2026, 6),
        "giai đoạn 2026-2030": Period(day("1/1/2026"), day("31/12/2030")),
        "từ ngày 05/3/2013 đến ngày 04/4/2013": Period(day("5/3/2013"), day("4/4/2013")),
        "từ ngày 01/4/2013 đến ngày 31/5/2013": Period(day("1/4/2013"), day("31/5/2013")),
        "tuần từ ngày 01/4/2013 đến ngày 07/4/2013": Period.week(day("3/4/2013")),
    }

    assert {words: period_words(period) for words, period in named.items()} == {
        words: words for words in named
    }


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Standing("Tiếp tục"), "Tiếp tục"),
        (Before(day("1/4/2013"), hour="16:30"), "trước 16 giờ 30 ngày 01/4/2013"),
        (Within(5, "nhận được văn bản"), "trong 05 ngày làm việc kể từ ngày nhận được văn bản"),
        (Ahead(3, "cuộc họp"), "trước cuộc họp ít nhất 03 ngày làm việc"),
        (Recurring(Every.HALF, also=(Every.YEAR,)), "định kỳ 6 tháng, năm"),
        (
            Recurring(Every.WEEK, 5, strict=True, hour="16:00"),
            "trước 16 giờ thứ Sáu hằng tuần",
        ),
        (Recurring(Every.YEAR, 15, 2, strict=True), "trước ngày 15/02 hằng năm"),
    ],
)
def test_a_deadline_is_printed_in_the_words_of_plans(deadline, words):
    assert deadline_words(deadline) == words


def test_values_take_one_form():
    assert Within(5, "ngày  nhận được\u00a0văn bản").after == "nhận được văn bản"
    assert Within(5, "ngày 01/4/2013").after == day("1/4/2013")
    assert Before(day("1/4/2013"), hour="16h").hour == "16:00"
    assert Recurring(Every.QUARTER, 5, 3).month is None
    assert Recurring(Every.QUARTER, 5, 1, following=True).month is None
    assert Recurring(Every.QUARTER, 5, 1).month == 1


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Within(-1, "họp"), "amount: expected a number from 0, got -1"),
        (lambda: Ahead(-1, "họp"), "amount: expected a number from 0, got -1"),
        (lambda: Recurring(Every.MONTH, 32), "day: expected 1 to 31, got 32"),
        (lambda: Recurring(Every.YEAR, 1, 13), "month: expected 1 to 12, got 13"),
        (lambda: By(day("1/4/2013"), hour="25:00"), "expected an hour like 16:00, got '25:00'"),
    ],
)
def test_what_no_calendar_has_is_refused(make, told):
    with pytest.raises(ValueError, match=told):
        make()


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 32 hằng tháng",
        "từ ngày 20/7/2026 đến ngày 10/7/2026",
        "từ ngày 01/7/2026 đến ngày 31/6/2026",
        "2030 - 2026",
        "thứ Sáu",
        "trước 25 giờ ngày 30/6/2026",
        "trước ngày 00/13 hằng năm",
        "trước ngày 15",
        "trước ngày 20/6 và 25/12 hằng năm",
        "6 tháng trước ngày 15/6, năm trước ngày 15/12",
        "Quý I, III/2026",
        "Tháng 3, 6, 9, 12",
        "02 lần/năm",
        "trước ngày 10/3 âm lịch",
        "trước ngày 30/6/2026 " * 20,
    ],
)
def test_what_contradicts_itself_or_says_too_little_is_none(text):
    assert parse_deadline(text, year=2026) is None


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(ValueError, match="a period ends on or after its start"):
        Period(day("2/1/2013"), day("1/1/2013"))
