"""No-break spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vietnamese import bind, unbind


@pytest.mark.parametrize(
    "visible",
    [
        "số~05/KH-UBND",
        "Nghị định số~30/2020/NĐ-CP ngày~05 tháng~3 năm~2020",
        "điểm~a khoản~1 Điều~3",
        "ĐIỀU~3",
        "điểm~đ, khoản~2",
        "Chương~II và CHƯƠNG~IV",
        "Phần~I, Mục~1, Phụ lục~III, phụ lục~2",
        "quý~II/2026",
        "khổ chữ 35~mm, lề 2~cm, chiếm 98~% diện tích 20.428,2~ha",
        "284~tỷ~đồng, 1,5~triệu~đồng",
        "16~giờ 30~phút",
        "băng thông 100~Mbps",
        "TM.~ỦY BAN NHÂN DÂN",
        "KT.~CHỦ TỊCH",
        "Q.~CHỦ TỊCH",
        "TP.~Tân An",
        "ông~Nguyễn Văn An, bà~Trần Thị Út, đồng chí~Đặng Văn Xướng",
        "Ông~Lê Hồng Phước",
        "ngày~19 tháng~3 năm~2013",
        "khóa~XV",
    ],
)
def test_what_belongs_together_is_bound(visible):
    assert bind(visible.replace("~", " ")) == visible.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "sông Hồng, đông Nam",
        "không 5 mà 6 người",
        "điểm mạnh, điểm yếu",
        "quý vị, phần In ấn, thứ Hai",
        "năm nay, tháng sau, số liệu",
        "ngày      tháng      năm     ",
        "15 mục, 3 giai đoạn, 5 mmm",
        "ông nội, bà con",
        "Số:      /KH-UBND",
        "Điều\n3",
        "",
    ],
)
def test_other_spaces_stay_breakable(text):
    expected = text

    assert bind(text) == expected


PIECES = st.sampled_from(
    [
        *("số", "Điều", "khoản", "điểm", "a", "đ", "ngày", "19", "3", "năm", "2013", "Chương"),
        *("II", "TM.", "ỦY", "ông", "bà", "đồng", "chí", "Nguyễn", "35", "mm", "%", "tỷ", "Phụ"),
        *("lục", "\u00a0", "\n", ",", ";", ".", ""),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join))


@given(TEXTS)
def test_binding_changes_nothing_but_spaces(text):
    assert unbind(bind(text)) == unbind(text)


@given(TEXTS)
def test_binding_keeps_the_no_break_spaces_that_are_there(text):
    bound = bind(text)

    assert len(bound) == len(text)
    assert all(bound[i] == "\u00a0" for i, character in enumerate(text) if character == "\u00a0")


@given(TEXTS)
def test_binding_twice_is_binding_once(text):
    assert bind(bind(text)) == bind(text)
