"""The table of types of papers against the decree's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.rules import rulebook

NEW = rulebook("nd30-2020")
OLD = rulebook("tt01-2011")

# NĐ 30/2020/NĐ-CP, Điều 7, in its order, with the abbreviations of Phụ lục III, Mục I and the
# Mẫu of Mục II ("" where there is none).
DECREE = """
Nghị quyết NQ 1.1 | Quyết định QĐ 1.2 | Chỉ thị CT 1.4 | Quy chế QC 1.4 | Quy định QyĐ 1.4
Thông cáo TC 1.4 | Thông báo TB 1.4 | Hướng dẫn HD 1.4 | Chương trình CTr 1.4 | Kế hoạch KH 1.4
Phương án PA 1.4 | Đề án ĐA 1.4 | Dự án DA 1.4 | Báo cáo BC 1.4 | Biên bản BB 1.9
Tờ trình TTr 1.4 | Hợp đồng HĐ - | Công văn - 1.5 | Công điện CĐ 1.6 | Bản ghi nhớ BGN -
Bản thỏa thuận BTT - | Giấy ủy quyền GUQ 1.4 | Giấy mời GM 1.7 | Giấy giới thiệu GGT 1.8
Giấy nghỉ phép GNP 1.10 | Phiếu gửi PG 1.4 | Phiếu chuyển PC 1.4 | Phiếu báo PB 1.4
Thư công - -
"""
# TT 01/2011/TT-BNV, as NĐ 09/2010/NĐ-CP lists the types, with the abbreviations of its time.
CIRCULAR = """
Nghị quyết NQ | Quyết định QĐ | Chỉ thị CT | Quy chế QC | Quy định QyĐ | Thông cáo TC
Thông báo TB | Hướng dẫn HD | Chương trình CTr | Kế hoạch KH | Phương án PA | Đề án ĐA | Dự án DA
Báo cáo BC | Biên bản BB | Tờ trình TTr | Hợp đồng HĐ | Công văn - | Công điện CĐ
Bản ghi nhớ GN | Bản cam kết CK | Bản thỏa thuận TTh | Giấy chứng nhận CN | Giấy ủy quyền UQ
Giấy mời GM | Giấy giới thiệu GT | Giấy nghỉ phép NP | Giấy đi đường ĐĐ
Giấy biên nhận hồ sơ BN | Phiếu gửi PG | Phiếu chuyển PC | Thư công -
"""


def rows(text: str, width: int) -> list[tuple[str, ...]]:
    """The cells of each row, a dash read as empty."""
    found = []
    for cell in text.replace("\n", "|").split("|"):
        if cell.strip():
            name, *rest = cell.strip().rsplit(" ", width - 1)
            found.append((name, *("" if one == "-" else one for one in rest)))
    return found


def test_every_row_of_the_decree_stands_in_the_table_in_its_order():
    told = [(one.name, one.abbreviation, one.form) for one in NEW.types if not one.copy]

    assert told == rows(DECREE, 3)
    assert len(told) == 29


def test_every_row_of_the_circular_stands_in_its_table():
    told = [(one.name, one.abbreviation) for one in OLD.types if not one.copy]

    assert sorted(told) == sorted(rows(CIRCULAR, 2))
    assert len(told) == 32


@pytest.mark.parametrize(
    ("book", "copies"),
    [
        (NEW, [("Sao y", "SY"), ("Trích sao", "TrS"), ("Sao lục", "SL")]),
        (OLD, [("Sao y bản chính", "SY"), ("Trích sao", "TS"), ("Sao lục", "SL")]),
    ],
)
def test_there_are_three_forms_of_copies(book, copies):
    assert [(one.name, one.abbreviation) for one in book.types if one.copy] == copies


@pytest.mark.parametrize("book", [NEW, OLD])
def test_each_type_says_what_its_form_prints(book):
    def keys(said: object) -> set[str]:
        return {one.key for one in book.types if said(one)}  # type: ignore[operator]

    assert keys(lambda one: one.addressee == "required") == {"CV", "TTr"}
    assert keys(lambda one: one.addressee == "optional") == {"BC"}
    assert keys(lambda one: one.bases == "required") == {"QĐ"}
    assert keys(lambda one: not one.dated) == {"BB"}
    assert keys(lambda one: not one.numbered) == {"ThC"}
    assert keys(lambda one: not one.titled) == {"GGT", "GNP", "SY", "TrS", "SL"}
    assert {one.key: one.called for one in book.types if one.sender} == {
        "CĐ": "below",
        "GM": "beside",
        "GGT": "nowhere",
    }


def test_every_row_names_its_clause():
    assert all("Điều 7" in one.cite for one in NEW.types if not one.copy)
    assert all("Điều 25" in one.cite for one in NEW.types if one.copy)
    assert all(f"Mẫu {one.form}" in one.cite for one in NEW.types if one.form)
    assert all(one.certainty == "read" for one in NEW.types)


def test_the_reference_page_has_a_row_for_every_type():
    page = Path(__file__).resolve().parent.parent / "docs" / "reference" / "document-types.md"
    text = page.read_text(encoding="utf-8")

    for book in (NEW, OLD):
        for one in book.types:
            assert f"| `{one.key}` | {one.name} | {one.abbreviation} | {one.form} |" in text
