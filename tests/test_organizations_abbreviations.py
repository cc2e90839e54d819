"""What an abbreviation stands for, by where in the paper it stands."""

from __future__ import annotations

import pytest

from kehoach.organizations import ABBREVIATIONS, Certainty, Position, expand_abbreviation


def names(text, position=None, **options):
    return [reading.names for reading in expand_abbreviation(text, position, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TT. TU, TT. HĐND tỉnh;",
            ("Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"),
        ),
        ("TT.Tỉnh ủy, TT.UBMTTQ", ("Thường trực Tỉnh ủy", "Thường trực UBMTTQ")),
        (
            "- CT, các PCT. UBND tỉnh",
            ("Chủ tịch Ủy ban nhân dân tỉnh", "các Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ),
        ("BTG, BDV Tỉnh ủy", ("Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Tỉnh ủy")),
        ("Ban VHXH-HĐND tỉnh", ("Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh",)),
        ("Bộ TTTT", ("Bộ Thông tin và Truyền thông",)),
        ("CVP, các PCVP", ("Chánh Văn phòng", "các Phó Chánh Văn phòng")),
    ],
)
def test_recipients_are_written_out(text, expected):
    assert [expected] == names(text, Position.RECIPIENT)


@pytest.mark.parametrize(
    ("letters", "position", "expected"),
    [
        ("TT", Position.BASIS, "Thông tư"),
        ("TT", Position.COLUMN, "Số thứ tự"),
        ("TT", Position.PLACE, "thị trấn"),
        ("CT", Position.BASIS, "Chỉ thị"),
        ("CT", Position.SIGNATURE, "Chủ tịch"),
        ("BC", Position.NOTATION, "Báo cáo"),
        ("TU", Position.RECIPIENT, "Tỉnh ủy"),
        ("KT", Position.SIGNATURE, "Ký thay"),
        ("T.Ư", None, "Trung ương"),
    ],
)
def test_the_position_decides(letters, position, expected):
    assert [(expected,)] == names(letters, position)


@pytest.mark.parametrize("letters", ["TT", "CT", "BC", "TU", "NC"])
def test_without_a_position_an_ambiguous_abbreviation_is_a_choice(letters):
    assert len(names(letters)) > 1


def test_a_unit_without_a_stop_may_be_a_centre_or_a_standing_committee():
    assert names("TT CNTT-TT", Position.RECIPIENT) == [
        ("Thường trực Công nghệ thông tin-TT",),
        ("Trung tâm Công nghệ thông tin-TT",),
    ]


def test_the_seat_of_a_city_is_thanh_uy():
    assert names("TT. TU", Position.RECIPIENT, seat="Thành ủy") == [("Thường trực Thành ủy",)]
    both = [("Thường trực Tỉnh ủy",), ("Thường trực Thành ủy",)]
    assert both == names("TT. TU", Position.RECIPIENT, seat="")


@pytest.mark.parametrize("text", ["", "Sở Tài chính", "Sở Tài chính, Sở Nội vụ", "M", "Phú Quý"])
def test_a_text_without_abbreviations_has_no_reading(text):
    assert names(text) == []


def test_an_inferred_reading_is_uncertain():
    (reading,) = expand_abbreviation("Phòng NCVX")

    assert Certainty.UNCERTAIN is reading.certainty


def test_the_table_repeats_no_meaning():
    meanings = [(entry.letters, entry.full) for entry in ABBREVIATIONS]

    assert len(meanings) == len(set(meanings))


def test_a_long_list_of_abbreviations_stays_bounded():
    assert len(names(", ".join(["TT"] * 50))) <= 16
