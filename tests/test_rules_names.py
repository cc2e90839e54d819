"""Long names of agencies over several lines of the letterhead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.rules import break_name, text_width

WIDTH, SIZE = 67, 13  # the left column of the letterhead beside 98 mm

NAMES = {
    "ỦY BAN NHÂN DÂN TỈNH LONG AN": ["ỦY BAN NHÂN DÂN", "TỈNH LONG AN"],
    "HỘI ĐỒNG NHÂN DÂN HUYỆN CẦN GIUỘC": ["HỘI ĐỒNG NHÂN DÂN", "HUYỆN CẦN GIUỘC"],
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"],
    "ỦY BAN NHÂN DÂN THỊ XÃ KIẾN TƯỜNG": ["ỦY BAN NHÂN DÂN", "THỊ XÃ KIẾN TƯỜNG"],
    "ỦY BAN NHÂN DÂN XÃ AN THỚI ĐÔNG": ["ỦY BAN NHÂN DÂN", "XÃ AN THỚI ĐÔNG"],
    "ỦY BAN NHÂN DÂN XÃ HỘI AN": ["ỦY BAN NHÂN DÂN", "XÃ HỘI AN"],
    "UỶ BAN NHÂN DÂN XÃ CẦN GIỜ": ["UỶ BAN NHÂN DÂN", "XÃ CẦN GIỜ"],
    "ỦY BAN NHÂN DÂN PHƯỜNG 3 QUẬN 10": ["ỦY BAN NHÂN DÂN", "PHƯỜNG 3 QUẬN 10"],
    "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUỐC": ["ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUỐC"],
    "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH LONG AN": ["VĂN PHÒNG", "ỦY BAN NHÂN DÂN", "TỈNH LONG AN"],
    "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH TÂY NINH": [
        "VĂN PHÒNG", "ĐOÀN ĐẠI BIỂU QUỐC HỘI", "VÀ HỘI ĐỒNG NHÂN DÂN", "TỈNH TÂY NINH",
    ],
    "UBND TỈNH LONG AN": ["UBND TỈNH LONG AN"],
    "CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC": ["CỤC VĂN THƯ", "VÀ LƯU TRỮ NHÀ NƯỚC"],
    "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH": ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"],
    "SỞ THÔNG TIN VÀ TRUYỀN THÔNG": ["SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"],
    "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG": ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
    "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN": ["SỞ NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN"],
    "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI": ["SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"],
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ": ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"],
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO": ["BỘ GIÁO DỤC VÀ ĐÀO TẠO"],
    "PHÒNG VĂN HÓA - XÃ HỘI": ["PHÒNG VĂN HÓA - XÃ HỘI"],
    "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ": ["PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"],
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ CẦN GIỜ": [
        "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "XÃ CẦN GIỜ",
    ],
    "TRUNG TÂM Y TẾ THÀNH PHỐ TÂN AN": ["TRUNG TÂM Y TẾ", "THÀNH PHỐ TÂN AN"],
    "TRUNG TÂM KIỂM SOÁT BỆNH TẬT TỈNH LONG AN": [
        "TRUNG TÂM KIỂM SOÁT", "BỆNH TẬT TỈNH LONG AN",
    ],
    "ĐẢNG ỦY XÃ AN THỚI ĐÔNG": ["ĐẢNG ỦY XÃ AN THỚI ĐÔNG"],
    "BAN THƯỜNG VỤ TỈNH ỦY LONG AN": ["BAN THƯỜNG VỤ", "TỈNH ỦY LONG AN"],
    "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÔNG TRÌNH GIAO THÔNG TỈNH LONG AN": [
        "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ", "XÂY DỰNG CÔNG TRÌNH", "GIAO THÔNG TỈNH LONG AN",
    ],
    "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH LONG AN": ["BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ", "TỈNH LONG AN"],
    "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH TÂY NINH": [
        "ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM TỈNH TÂY NINH",
    ],
    "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH": ["ĐOÀN THANH NIÊN", "CỘNG SẢN HỒ CHÍ MINH"],
    "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH LONG AN": ["ĐÀI PHÁT THANH", "VÀ TRUYỀN HÌNH LONG AN"],
    "TRƯỜNG TRUNG HỌC PHỔ THÔNG LÊ QUÝ ĐÔN": ["TRƯỜNG", "TRUNG HỌC PHỔ THÔNG", "LÊ QUÝ ĐÔN"],
    "BỘ CHỈ HUY QUÂN SỰ TỈNH LONG AN": ["BỘ CHỈ HUY QUÂN SỰ", "TỈNH LONG AN"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), NAMES.items())
def test_a_name_breaks_at_the_borders_of_its_phrases(name, lines):
    assert list(break_name(name, WIDTH, SIZE, bold=True)) == lines


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_real_name_runs_over_the_column(name):
    for line in break_name(name, WIDTH, SIZE, bold=True):
        assert text_width(line, SIZE, bold=True) <= WIDTH


def test_a_council_and_its_unit_part_even_where_both_would_fit():
    lines = break_name("ỦY BAN NHÂN DÂN TỈNH LONG AN", 500, SIZE)

    assert lines == ("ỦY BAN NHÂN DÂN", "TỈNH LONG AN")


def test_a_name_is_put_in_capitals_unless_told_otherwise():
    assert break_name("Sở Tài chính", 100, SIZE) == ("SỞ TÀI CHÍNH",)
    assert break_name("Ủy ban nhân dân xã Cần Giờ", 100, SIZE, caps=False) == (
        "Ủy ban nhân dân",
        "xã Cần Giờ",
    )


def test_a_proper_name_is_cut_only_where_it_fits_no_line():
    whole = text_width("TỈNH LONG AN", SIZE)

    assert break_name("TỈNH LONG AN", whole + 0.1, SIZE) == ("TỈNH LONG AN",)
    assert break_name("TỈNH LONG AN", whole - 0.1, SIZE) == ("TỈNH", "LONG AN")


def test_words_bound_by_a_no_break_space_stay_together():
    narrow = text_width("LONG AN", SIZE) + 0.1

    assert break_name("TỈNH LONG\u00a0AN", narrow, SIZE) == ("TỈNH", "LONG\u00a0AN")


def test_an_empty_name_has_no_lines():
    assert break_name("  ", WIDTH, SIZE) == ()


WORDS = st.one_of(
    st.sampled_from(["SỞ", "BAN", "PHÒNG", "VÀ", "CỦA", "-", "TỈNH", "XÃ", "THÀNH", "PHỐ", "LONG"]),
    st.sampled_from(["AN", "VĂN", "HÓA,", "DU", "LỊCH", "ỦY", "NHÂN", "DÂN", "HỘI", "ĐỒNG"]),
    st.just("ỦY BAN NHÂN DÂN"),
)


@given(words=st.lists(WORDS, min_size=1, max_size=14), width=st.floats(10, 120))
def test_the_lines_joined_are_the_name(words, width):
    name = " ".join(words)

    assert " ".join(break_name(name, width, SIZE)) == name


@given(words=st.lists(WORDS, min_size=1, max_size=14), width=st.floats(40, 120))
def test_every_line_fits_where_every_word_does(words, width):
    for line in break_name(" ".join(words), width, SIZE):
        assert text_width(line, SIZE) <= width + 1e-6
