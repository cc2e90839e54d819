"""Parts of reading: labels, names, data lines, tables, targets, reports, doubtful words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kehoach.compose import plan_document
from kehoach.deadlines import Undated
from kehoach.documents import Footnote, Marks, Recipient
from kehoach.exporters.text import as_text
from kehoach.plan import (
    Assignment,
    Bound,
    Datum,
    Item,
    Layout,
    Plan,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
    TextTable,
)
from kehoach.reading import read_plan
from kehoach.reading._data_words import column_datum, field_datum
from kehoach.reading._doubts import doubts
from kehoach.reading._fields import read_fields
from kehoach.reading._labels import split_label
from kehoach.reading._names import heading_names, scan_names, sentence_case
from kehoach.reading._roles import read_roles
from kehoach.reading._targets import read_threshold
from kehoach.rules import rulebook
from kehoach.vietnamese.syllables import is_vietnamese_word, misspelt_words
from kehoach.word import observe, write
from tests.support.papers import body_of, nodes, read, roles_of, under


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("IV. TỔ CHỨC", "I.", 4, "TỔ CHỨC"), ("2. Yêu cầu", "1.", 2, "Yêu cầu"),
        ("đ) Năm", "a)", 5, "Năm"), ("- Một", "-", None, "Một"), ("+ Hai", "+", None, "Hai"),
        ("1.2. Ba", "1.1.", 2, "Ba"), ("1.2 Ba", "1.1", 2, "Ba"), ("(3) Bốn", "(1)", 3, "Bốn"),
        ("Phần II", "Phần I", 2, ""), ("Chương III", "Chương I", 3, ""),
        ("Mục 2. ABC", "Mục 1.", 2, "ABC"), ("Điều 5. Sáu", "Điều 1.", 5, "Sáu"),
        ("1/ Bảy", "1/", 1, "Bảy"), ("II/ TÁM", "I/", 2, "TÁM"), ("– Chín", "-", None, "Chín"),
    ],
)  # fmt: skip
def test_labels_in_common_use_are_read(line, style, number, rest):
    label: Any
    label, text = split_label(line)

    assert (label.style, label.number, text) == (style, number, rest)


@pytest.mark.parametrize(
    "line",
    ["01/4/2013 là hạn", "100% cán bộ", "1.500 người", "2013. Năm", "Mục tiêu chung", "Công an"],
)
def test_figures_and_words_are_no_labels(line):
    assert split_label(line) == (None, line)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Sở Y tế", ("Sở Y tế",)),
        ("Giao Sở Nội vụ", ("Sở Nội vụ",)),
        ("Trách nhiệm của Công an tỉnh", ("Công an tỉnh",)),
        ("Các sở: Tài chính, Nội vụ và Y tế", ("Sở Tài chính", "Sở Nội vụ", "Sở Y tế")),
        ("SỞ Y TẾ", ("Sở Y tế",)),
        ("Sở Tài chính (cơ quan thường trực)", ("Sở Tài chính",)),
        ("Thủ trưởng các sở, ban, ngành", ("Thủ trưởng các sở, ban, ngành",)),
    ],
)
def test_a_heading_names_who_is_to_act(heading, names):
    found: Any = heading_names(heading)

    assert found[1] == names


@pytest.mark.parametrize(
    "heading",
    ["Chế độ báo cáo", "Hội nghị triển khai", "Phòng, chống dịch bệnh", "Tổ chức thực hiện",
    "Báo cáo kết quả",
     "Các nhiệm vụ trọng tâm", "Bộ chỉ số đánh giá", "Công tác tuyên truyền",
     "Trường hợp đặc biệt"],
)  # fmt: skip
def test_a_topic_names_nobody(heading):
    assert heading_names(heading) is None


def test_a_name_in_a_sentence_ends_before_the_verb():
    text = "Phối hợp với Sở Nông nghiệp và Môi trường và các địa phương tổ chức kiểm tra."

    assert scan_names(text, 13)[0] == ("Sở Nông nghiệp và Môi trường", "các địa phương")


def test_capitals_of_a_place_are_kept():
    assert sentence_case("ỦY BAN NHÂN DÂN TỈNH LONG AN") == "Ủy ban nhân dân tỉnh Long An"
    assert sentence_case("SỞ THÔNG TIN VÀ TRUYỀN THÔNG") == "Sở Thông tin và Truyền thông"


def test_a_line_of_fields_is_cut_at_its_labels():
    fields = read_fields(
        "- Đơn vị chủ trì: Sở Y tế; Đơn vị phối hợp: Công an tỉnh; Thời gian: Quý I/2024."
    )

    assert [(one.datum, one.value) for one in fields] == [
        (Datum.LEAD, "Sở Y tế"), (Datum.COORDINATE, "Công an tỉnh"),
        (Datum.DEADLINE, "Quý I/2024."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "datum"),
    [
        ("STT", Datum.ORDINAL), ("Nội dung nhiệm vụ", Datum.TEXT), (("Nhiệm vụ, giải "
                                                                    "pháp"), Datum.TEXT),
        ("Cơ quan chủ trì", Datum.LEAD), (("Đơn vị thực "
                                          "hiện"), Datum.LEAD), (("Cơ quan phối "
                                                                 "hợp"), Datum.COORDINATE),
        (("Thời gian hoàn "
         "thành"), Datum.DEADLINE), ("Tiến độ", Datum.DEADLINE), ("Sản phẩm đầu ra", Datum.PRODUCT),
        ("Dự kiến kết quả", Datum.PRODUCT), (("Kinh phí (triệu "
                                             "đồng)"), Datum.BUDGET), ("Ghi chú", Datum.NOTE),
        ("Lãnh đạo phụ trách", Datum.OFFICER), ("Chỉ số", None),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_titles(title, datum):
    assert column_datum(title) is datum


def test_a_topic_with_a_colon_is_no_field():
    assert field_datum("Tổ chức") is None
    assert read_fields("Căn cứ: Luật A") == ()


def test_a_text_table_stays_text():
    (section,) = body_of("I. KINH PHÍ\nNội dung\tSố tiền\nHội nghị\t5 triệu đồng").sections

    assert section.content == (TextTable(("Nội dung", "Số tiền"), (("Hội nghị", "5 triệu đồng"),)),)


def test_a_row_that_a_page_cut_goes_on_with_the_row_above():
    content = under(
        "NHIỆM VỤ", "STT\tNhiệm vụ\tCơ quan chủ trì", "1\tTổ chức hội nghị\tSở Y tế",
        "\ttriển khai Kế hoạch\t", "2\tTập huấn\tSở Nội vụ",
    )  # fmt: skip
    (table,) = nodes(content, TaskTable)

    assert [one.text for one in table.rows] == ["Tổ chức hội nghị triển khai Kế hoạch", "Tập huấn"]


def test_a_time_that_names_no_day_is_kept_as_it_is():
    content = under("NHIỆM VỤ", "Nhiệm vụ\tThời hạn", "Rà soát\tChờ hướng dẫn")
    (task,) = nodes(content, Task)

    assert task.deadline == Undated("Chờ hướng dẫn")


def test_words_about_time_that_are_no_day_are_reported():
    result = read("KẾ HOẠCH\nX\n\nI. NHIỆM VỤ\nNhiệm vụ\tThời hạn\nRà soát\tChờ hướng dẫn\n")

    assert "reading.time-unread" in {one.code for one in result.findings}


def test_a_group_of_bullets_under_an_action_with_data_is_one_task():
    content = under(
        "NHIỆM VỤ", "1. Tổ chức hội nghị tổng kết", "- Nội dung: đánh giá kết quả.",
        "- Thời gian: tháng 12/2024.", "- Đơn vị thực hiện: Sở Y tế.",
    )  # fmt: skip
    (task,) = nodes(content, Task)

    assert task.text == "Tổ chức hội nghị tổng kết"
    assert task.details[0] == "Nội dung: đánh giá kết quả."
    assert [one.party.name for one in task.responsibilities if one.party] == ["Sở Y tế"]


def test_an_inline_assignee_gives_an_assignment():
    (one,) = under("TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính: Bố trí kinh phí.")

    assert isinstance(one, Assignment)
    assert one.layout is Layout.INLINE
    assert roles_of(one.tasks[0]) == {"fund"}


def test_bodies_may_be_named_at_the_beginning_of_a_sentence():
    (task,) = under(
        "TỔ CHỨC THỰC HIỆN", ("1. Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ thực hiện.")
    )
    lead = next(one for one in task.responsibilities if one.role == "lead")

    assert lead.party.name == "Sở Y tế"


def test_purposes_hold_items_and_no_tasks():
    content = under(
        "MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "a) Tăng cường quản lý.", "b) Nâng cao nhận thức."
    )

    assert isinstance(content[0], Section)
    assert len(nodes(content, Item)) == 2
    assert nodes(content, Task) == []


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("Phấn đấu 100% cơ quan", "100", Bound.EXACTLY),
        ("Tối thiểu 98,5% hồ sơ", "98.5", Bound.AT_LEAST),
        ("không quá 2% hồ sơ", "2", Bound.AT_MOST),
        ("đạt 80% trở lên", "80", Bound.AT_LEAST),
        ("trên 1.500 hộ", "1500", Bound.AT_LEAST),
    ],
)
def test_thresholds_are_read_with_their_bound(text, value, bound):
    threshold: Any = read_threshold(text)

    assert (threshold.value, threshold.bound) == (Decimal(value), bound)
    assert threshold.phrase in text


def test_a_paragraph_without_a_figure_under_targets_is_an_item():
    content = under("MỤC TIÊU", "1. Phấn đấu 95% hài lòng.", "2. Duy trì kết quả.")

    assert [type(one) for one in content] == [Target, Item]


def test_a_report_goes_through_a_body_and_is_merged_by_it():
    content = under(
        "CHẾ ĐỘ BÁO CÁO", ("1. Các sở, ngành báo cáo về UBND tỉnh (qua Sở Y tế) trước ngày "
                          "10/12/2024."),
        "2. Sở Y tế tổng hợp, tham mưu UBND tỉnh báo cáo Bộ Y tế.",
    )  # fmt: skip
    (duty,) = nodes(content, ReportingDuty)

    assert duty.via.name == duty.consolidator.name == "Sở Y tế"
    assert [one.name for one in duty.receivers] == ["UBND tỉnh"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Chủ trì, phối hợp với Sở Y tế tổ chức hội nghị.", ["lead", "coordinate"]),
        ("Theo dõi, đôn đốc việc thực hiện; báo cáo UBND tỉnh.", ["monitor", "report"]),
        ("Trình UBND tỉnh phê duyệt đề án.", ["submit"]),
        ("Tham gia ý kiến.", ["participate"]),
        ("Tổng hợp, báo cáo Chủ tịch UBND tỉnh.", ["consolidate", "report"]),
    ],
)
def test_clauses_that_begin_with_a_role_word_give_the_role(text, roles):
    assert [one.role.value for one in read_roles(text)] == roles


@pytest.mark.parametrize(
    ("printed", "reading"),
    [
        ("Cùng cố tổ chức", "Củng cố"), ("các kê hoạch", "kế hoạch"), ("nhiêm vụ được giao",
        "nhiệm vụ"),
        ("UBND tinh ban hành", "UBND tỉnh"), ("Công thông tin điện tử", "Cổng thông tin điện tử"),
    ],
)  # fmt: skip
def test_pairs_that_differ_in_their_marks_are_proposed(printed, reading):
    assert [one.emendation.reading for one in doubts(printed)] == [reading]


@pytest.mark.parametrize(
    "text",
    ["các cá nhân thực hiện tốt", "xử lí hồ sơ", "hoà giải ở cơ sở", "đại lý Internet", "Sở TT&TT"],
)
def test_usual_words_are_not_doubted(text):
    assert doubts(text) == ()


@pytest.mark.parametrize(
    "word", ["Đẩy", "nghiêng", "quyết", "Internet", "website", "UBND", "TTr", "thuở", "giếng"]
)
def test_words_of_vietnamese_papers_pass(word):
    assert is_vietnamese_word(word)


@pytest.mark.parametrize("word", ["Dâysty", "hoạhc", "thựcc", "nghiẹmm", "bàcht"])
def test_words_that_no_syllable_is_built_like_are_told(word):
    assert not is_vietnamese_word(word)


def test_misspelt_words_come_with_their_offsets():
    assert misspelt_words("Dâysty mạnh thựcc hiện") == ((0, "Dâysty"), (12, "thựcc"))


@pytest.mark.parametrize("form", ["docx", "text"])
def test_marks_address_and_drafter_are_read_wherever_the_paper_prints_them(form):
    marks = Marks("KHẨN", "LƯU HÀNH NỘI BỘ", "PL.(300)")
    plan = Plan(
        "Công tác năm 2024",
        sections=(Section("MỤC ĐÍCH, YÊU CẦU", (Item("Một[^1]."),)),),
        recipients=(Recipient("Sở Y tế"),),
        archive="VT",
        marks=marks,
        office_address="Địa chỉ: 61 Trương Định",
        footnotes=(Footnote("1", "Ghi thêm."),),
    )
    rules = rulebook("nd30-2020")
    document = plan_document(plan, rules)
    data = write(document, rules) if form == "docx" else as_text(document).encode()
    again = read_plan(observe(data)).plan

    assert again.marks == marks
    assert again.archive == "VT"
    assert again.office_address == "Địa chỉ: 61 Trương Định"
    assert again.footnotes == plan.footnotes
    assert nodes(again, Item)[0].text.startswith("Một[^1]")
