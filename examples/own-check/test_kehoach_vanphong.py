"""The office's habits are found where they are broken, and only there."""

# ruff: noqa: S101 - pytest asserts

from __future__ import annotations

from kehoach_vanphong import kehoach_checks

from kehoach.checks import lint
from kehoach.testing import check_check
from kehoach.word import observe_text

PAPER = """VĂN PHÒNG ỦY BAN NHÂN DÂN
Số: 12/KH-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 09 tháng 3 năm 2026

KẾ HOẠCH
Tiếp công dân năm 2026

Văn phòng bố trí phòng họp, bàn ghế{end}

Nơi nhận:
- Các phòng;
- Lưu: VT{unit}.
CHÁNH VĂN PHÒNG
Trần Văn Nam
"""


def codes(end: str, unit: str) -> list[str]:
    """The codes of this plugin that a paper with such an end and such a unit is given."""
    paper = observe_text(PAPER.format(end=end, unit=unit).encode())
    found = lint(paper, extra=kehoach_checks())
    return [one.code for one in found if one.code.startswith("VP-")]


def test_the_checks_keep_the_contract() -> None:
    """One line checks what `kehoach check` relies on."""
    for check in kehoach_checks():
        check_check(check)


def test_a_paper_in_the_office_s_way_has_no_finding() -> None:
    """Neither habit is broken."""
    assert codes("./.", ", TH") == []


def test_the_archive_line_names_a_unit_of_the_office() -> None:
    """No unit, or one of another office."""
    assert codes("./.", "") == ["VP-LUU"]
    assert codes("./.", ", XYZ") == ["VP-LUU"]


def test_a_list_left_open_is_told() -> None:
    """Nobody is charged with what is not named."""
    assert codes(", v.v./.", ", TH") == ["VP-VV"]
