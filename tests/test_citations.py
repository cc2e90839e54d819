"""Legal bases: the dated table, citations in full and short, their order, repealed ones told."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs
import pytest

import kehoach
from kehoach.checks.content import check_plan
from kehoach.citations import (
    basis,
    basis_lines,
    citations_in,
    cited,
    full_citation,
    in_order,
    legal_texts,
    proposed_order,
    short_citation,
)
from kehoach.errors import InvalidMapping
from kehoach.rules import rulebook

TEXTS = legal_texts()
FOUNDING = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
IN_2013 = datetime.date(2013, 3, 19)
IN_2026 = datetime.date(2026, 3, 2)


def text(number):
    found = TEXTS.get(number)
    assert found is not None
    return found


def numbers(sentence, on=IN_2026):
    return [one.text.number for one in citations_in(sentence, TEXTS, on)]


def test_every_row_of_the_table_is_coherent():
    assert len(TEXTS.texts) >= 100
    for one in TEXTS.texts:
        assert one.in_force is None or one.day <= one.in_force, one.number
        assert one.repealed is None or (one.in_force or one.day) < one.repealed, one.number
        assert not one.by or TEXTS.get(one.by) is not None, one.number
        assert one.day.year == int(one.number.split("/")[1]), one.number
        assert one.repealed is None or one.by, one.number


def test_a_successor_takes_over_when_its_predecessor_ends():
    for one in TEXTS.texts:
        heir = TEXTS.get(one.by) if one.by else None
        if heir and heir.in_force and one.repealed:
            assert heir.in_force <= one.repealed, one.number


def test_most_rows_say_that_they_are_recalled_and_the_decree_is_stated():
    assert text("30/2020/NĐ-CP").sure == "stated"
    assert text("110/2004/NĐ-CP").repeal_is_sure
    assert text("77/2015/QH13").sure == "recalled"
    assert text("01/2011/QH13").repeal_is_sure


def test_laws_are_cited_without_number_and_the_rest_in_full_first_and_then_short():
    decree, law = text("30/2020/NĐ-CP"), text("72/2025/QH15")

    full = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    assert full_citation(decree) == full
    assert short_citation(decree) == "Nghị định số 30/2020/NĐ-CP"
    assert cited([decree, law, decree, law]) == (
        full, "Luật Tổ chức chính quyền địa phương",
        "Nghị định số 30/2020/NĐ-CP", "Luật Tổ chức chính quyền địa phương",
    )  # fmt: skip
    assert basis(law) == (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    )  # fmt: skip


@pytest.mark.parametrize(("regime", "last"), [("nd30-2020", "."), ("tt01-2011", ",")])
def test_bases_end_as_the_regime_says(regime, last):
    lines = basis_lines([text("30/2020/NĐ-CP"), text("72/2025/QH15")], rulebook(regime))

    assert [line[-1] for line in lines] == [";", last]
    assert lines[0].startswith("Căn cứ Luật")


def test_the_proposed_order_is_by_force_and_then_by_day():
    given = ["01/2011/TT-BNV", "45/2018/QĐ-TTg", "09/2010/NĐ-CP", "110/2004/NĐ-CP",
             "34/2007/PL-UBTVQH11", "67/2006/QH11", "11/2003/QH11", "91/2015/QH13"]  # fmt: skip

    assert [one.number for one in in_order(map(text, given))] == [
        "11/2003/QH11", "67/2006/QH11", "91/2015/QH13", "34/2007/PL-UBTVQH11",
        "110/2004/NĐ-CP", "09/2010/NĐ-CP", "45/2018/QĐ-TTg", "01/2011/TT-BNV",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004", ["110/2004/NĐ-CP"]),
        ("thực hiện Nghị định 9/2010/nđ-cp và 30/2020/NĐ-CP", ["09/2010/NĐ-CP", "30/2020/NĐ-CP"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", ["77/2015/QH13"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", ["72/2025/QH15"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015", ["77/2015/QH13"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương năm 2025", ["72/2025/QH15"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương", ["72/2025/QH15"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 01 tháng 01 năm 1999", []),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 31 tháng 02 năm 2015", []),
        (("Căn cứ Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân"
         " ngày 03 tháng 12 năm 2004"), ["31/2004/QH11"]),
        (("Nghị định số 09/2010/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số"
         " 110/2004/NĐ-CP"), ["09/2010/NĐ-CP"]),
        (("Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức"
         " chính quyền địa phương ngày 22 tháng 11 năm 2019"), ["47/2019/QH14"]),
        ("Quyết định số 35/2011/QĐ-UBND ngày 19/9/2011", []),
        ("số 130/2020/NĐ-CPX, 7/130/2020/NĐ-CP", []),
    ],
)  # fmt: skip
def test_cited_texts_are_recognised_by_number_or_by_name_and_day(sentence, found):
    assert numbers(sentence) == found
    assert numbers(sentence.replace(" ", "\u00a0")) == found


def test_a_law_without_a_day_is_the_one_in_force_then():
    assert numbers("Căn cứ Luật Viễn thông", IN_2013) == ["41/2009/QH12"]
    assert numbers("Căn cứ Luật Viễn thông", IN_2026) == ["24/2023/QH15"]
    assert numbers("Căn cứ Luật Đầu tư công", IN_2013) == []


LINES = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
    "Theo đề nghị của Giám đốc Sở Nội vụ",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
)


def test_an_order_is_proposed_and_lines_that_nobody_knows_keep_their_places():
    assert proposed_order(LINES, TEXTS, IN_2026) == LINES[::-1]
    assert proposed_order(LINES[::-1], TEXTS, IN_2026) is None
    assert proposed_order((LINES[0], LINES[0]), TEXTS, IN_2026) is None


def findings(*bases, day=IN_2026, body="Làm việc", texts=None):
    plan = kehoach.Plan(
        "x", date=day, bases=bases, sections=(kehoach.Section("A", (kehoach.Item(body),)),)
    )
    codes = ("ND14", "ND15", "ND16")
    return [one for one in check_plan(plan, texts=texts) if one.code in codes]


def test_a_repealed_basis_is_a_finding_that_names_its_successor():
    (one,) = findings("Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004")

    assert (one.code, one.severity, one.place) == ("ND14", kehoach.Severity.WARNING, "căn cứ")
    assert one.message == "Nghị định số 110/2004/NĐ-CP hết hiệu lực từ 05/3/2020"
    assert "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ" in one.advice


def test_a_repeal_that_is_recalled_is_told_as_one_to_look_up():
    (one,) = findings("Căn cứ Luật Viễn thông ngày 23 tháng 11 năm 2009")

    assert "tra lại" in one.message


def test_the_same_text_is_no_fault_while_it_was_in_force():
    assert findings("Căn cứ Nghị định số 110/2004/NĐ-CP", day=datetime.date(2020, 3, 4)) == []
    assert findings("Căn cứ Nghị định số 110/2004/NĐ-CP", day=None) == []


def test_a_text_of_later_is_a_finding_and_one_in_the_body_is_a_hint():
    (ahead,) = findings("Căn cứ Nghị định số 30/2020/NĐ-CP", day=IN_2013)
    (hint,) = findings(body="Theo Nghị định số 97/2008/NĐ-CP và Nghị định số 97/2008/NĐ-CP")

    assert (ahead.code, ahead.severity) == ("ND15", kehoach.Severity.WARNING)
    assert (hint.code, hint.severity, hint.place) == ("ND14", kehoach.Severity.INFO, "nội dung")


def test_the_order_of_bases_is_a_hint():
    (one,) = findings(*LINES)

    assert (one.code, one.severity) == ("ND16", kehoach.Severity.INFO)
    assert one.advice.startswith("đề nghị: Căn cứ Luật")


def test_the_founding_plan_cites_nothing_that_was_repealed():
    plan = kehoach.load(FOUNDING)

    assert not {"ND14", "ND15", "ND16"} & {one.code for one in check_plan(plan)}


OWN = """
[[texts]]
number = "35/2011/QĐ-UBND"
kind = "Quyết định"
name = "ban hành Quy chế phối hợp"
day = 2011-09-19
issuer = "Ủy ban nhân dân tỉnh Long An"
repealed = 2015-01-01
by = "1/2015/QĐ-UBND"
sure = "stated"

[[texts]]
number = "30/2020/NĐ-CP"
kind = "Nghị định"
name = "khác"
day = 2020-03-05
"""


def test_a_file_of_ones_own_adds_rows_and_replaces_those_of_the_same_number(tmp_path):
    file = tmp_path / "luật.toml"
    file.write_text(OWN, encoding="utf-8")
    own = legal_texts(file)

    assert len(own.texts) == len(TEXTS.texts) + 1
    replaced = own.get("30/2020/NĐ-CP")
    assert replaced is not None
    assert replaced.name == "khác"
    (one,) = findings("Căn cứ Quyết định số 35/2011/QĐ-UBND", texts=own)
    assert "hết hiệu lực từ 01/01/2015" in one.message
    assert "1/2015/QĐ-UBND" in one.advice
    assert text("30/2020/NĐ-CP").name == "về công tác văn thư"


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ("x", "TOML"),
        ("texts = 3", "texts"),
        ("texts = [3]", "texts[1]"),
        ('[[texts]]\nnumer = "1"', "texts[1].numer"),
        ('[[texts]]\nnumber = "1"', "texts[1].kind"),
        ('[[texts]]\nday = "2013-01-01"', "texts[1].day"),
        ("[[texts]]\nnumber = 3", "texts[1].number"),
        ('[[texts]]\nsure = "maybe"', "texts[1].sure"),
    ],
)
def test_a_malformed_file_is_told_with_its_place(tmp_path, row, where):
    file = tmp_path / "luật.toml"
    file.write_text(row, encoding="utf-8")

    with pytest.raises(InvalidMapping) as caught:
        legal_texts(file)
    assert caught.value.where == where


def test_local_texts_stand_below_central_ones():
    central, local = text("20/2020/QĐ-TTg"), text("20/2020/QĐ-TTg")
    local = attrs.evolve(local, number="35/2011/QĐ-UBND", day=datetime.date(2011, 9, 19))
    house = attrs.evolve(local, number="93/2015/QH13", kind="Nghị quyết")

    assert in_order([local, central, house]) == (house, central, local)
