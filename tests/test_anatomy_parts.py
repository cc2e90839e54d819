"""The recogniser: letterhead, title, căn cứ, recipients, signature and annexes of a paper."""

from __future__ import annotations

import pytest

from kehoach.anatomy import Component, Grid, recognise
from kehoach.word import observe
from tests.specimens.word_papers import department_plan, province_plan
from tests.support.papers import FOUNDING, seen

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BODY = "\nKẾ HOẠCH\nCông tác năm 2024\n\nCăn cứ Luật A ngày 19/6/2015;\nI. MỤC ĐÍCH\n1. Một.\n"
TAIL = """
Nơi nhận:
- Sở Y tế;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH


Trần Văn A
"""
HEADS = {
    "left block first": (f"ỦY BAN NHÂN DÂN\nTỈNH LONG AN\nSố: "
                        f"05/KH-UBND\n{NATION}\n{MOTTO}\nLong An, ngày 05 tháng 02 năm 2024\n"),
    "right block first": (f"{NATION}\n{MOTTO}\nLong An, ngày 05 tháng 02 năm 2024\nỦY BAN NHÂN "
                         f"DÂN\nTỈNH LONG AN\nSố: 05/KH-UBND\n"),
    "row by row": (f"ỦY BAN NHÂN DÂN\n{NATION}\nTỈNH LONG AN\n{MOTTO}\nSố: 05/KH-UBND\nLong An, "
                  f"ngày 05 tháng 02 năm 2024\n"),
    "shared by spaces": (f"ỦY BAN NHÂN DÂN        {NATION}\nTỈNH LONG AN       {MOTTO}\nSố: "
                        f"05/KH-UBND        Long An, ngày 05 tháng 02 năm 2024\n"),
    "shared by tabs": (f"ỦY BAN NHÂN DÂN\t{NATION}\nTỈNH LONG AN\t{MOTTO}\nSố: 05/KH-UBND\tLong "
                      f"An, ngày 05 tháng 02 năm 2024\n"),
    "shared by one space": (f"ỦY BAN NHÂN DÂN {NATION}\nTỈNH LONG AN {MOTTO}\nSố: 05/KH-UBND "
                           f"Long An, ngày 05 tháng 02 năm 2024\n"),
}  # fmt: skip


def anatomy_of(text):
    return recognise(seen(text))


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_letterhead_is_read_in_whatever_order_it_was_flattened(head):
    anatomy = anatomy_of(head + BODY + TAIL)

    assert anatomy.text(Component.NATION) == NATION
    assert anatomy.text(Component.MOTTO) == MOTTO
    assert anatomy.text(Component.ISSUER).split("\n") == ["ỦY BAN NHÂN DÂN", "TỈNH LONG AN"]
    assert anatomy.text(Component.NUMBER) == "Số: 05/KH-UBND"
    assert anatomy.text(Component.PLACE_DATE) == "Long An, ngày 05 tháng 02 năm 2024"


def test_a_missing_letterhead_leaves_its_parts_empty():
    anatomy = anatomy_of(FOUNDING.read_text(encoding="utf-8"))

    assert anatomy.of(Component.NATION) == ()
    assert anatomy.of(Component.ISSUER) == ()
    assert anatomy.of(Component.NUMBER) == ()
    assert anatomy.text(Component.PLACE_DATE) == "Long An, ngày 19 tháng 3 năm 2013"


def test_the_first_of_two_names_is_the_superior():
    anatomy = anatomy_of(f"UBND TỈNH LONG AN\nSỞ NỘI VỤ\n{NATION}\n{MOTTO}\n" + BODY)

    assert anatomy.text(Component.SUPERIOR) == "UBND TỈNH LONG AN"
    assert anatomy.text(Component.ISSUER) == "SỞ NỘI VỤ"


def test_a_title_over_several_lines_ends_at_the_blank_line():
    anatomy = anatomy_of(
        "KẾ HOẠCH\nThực hiện công tác\nnăm 2013\n\nTrong những năm qua có nhiều.\n"
    )

    assert anatomy.text(Component.KIND) == "KẾ HOẠCH"
    assert anatomy.text(Component.SUMMARY) == "Thực hiện công tác\nnăm 2013"
    assert anatomy.text(Component.BODY) == "Trong những năm qua có nhiều."


def test_the_subject_may_stand_on_the_line_of_the_type():
    anatomy = anatomy_of("KẾ HOẠCH Triển khai Đề án 06 năm 2024\n\nI. MỤC ĐÍCH\n")

    assert anatomy.text(Component.KIND) == "KẾ HOẠCH"
    assert anatomy.text(Component.SUMMARY) == "Triển khai Đề án 06 năm 2024"


def test_bases_end_where_the_main_clause_begins():
    anatomy = anatomy_of(
        "KẾ HOẠCH\nX\n\nCăn cứ Luật A;\nThực hiện Chỉ thị B;\nCăn cứ Nghị định C, UBND ban "
        "hành "
        "như sau:\n"
    )

    assert len(anatomy.of(Component.BASIS)) == 2
    assert anatomy.text(Component.BODY).startswith("Căn cứ Nghị định C")


@pytest.mark.parametrize(
    "tail",
    [
        TAIL,
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn A\nNơi nhận:\n- Sở Y "
            "tế;\n- Lưu: VT.\n"
        ),
        (
            "Nơi nhận:                 TM. ỦY BAN NHÂN DÂN\n- Sở Y tế;                KT. CHỦ "
            "TỊCH\n- Lưu: VT.                PHÓ CHỦ TỊCH\n\n                         Trần Văn A\n"
        ),
        (
            "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Sở Y tế;\nKT. CHỦ TỊCH\n- Lưu: VT.\nPHÓ CHỦ "
            "TỊCH\n\nTrần Văn A\n"
        ),
        (
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Y tế; KT. CHỦ TỊCH\n- Lưu: VT.\nPHÓ CHỦ "
            "TỊCH\n\nTrần Văn A\n"
        ),
    ],
    ids=["after each other", "signature first", "side by side", "interleaved", "on shared lines"],
)
def test_recipients_and_signature_are_told_apart(tail):
    anatomy = anatomy_of(BODY + tail)

    assert anatomy.text(Component.RECIPIENT).split("\n") == ["- Sở Y tế;", "- Lưu: VT."]
    assert anatomy.text(Component.SIGNATURE).split("\n") == [
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
    ]  # fmt: skip
    assert anatomy.text(Component.SIGNER) == "Trần Văn A"


def test_a_remark_that_the_paper_was_signed_is_no_name():
    anatomy = anatomy_of(BODY + TAIL.replace("\n\n\nTrần", "\n(Đã ký)\nTrần"))

    assert anatomy.text(Component.SIGNED) == "(Đã ký)"
    assert anatomy.text(Component.SIGNER) == "Trần Văn A"


def test_annexes_have_label_title_reference_and_body():
    annex = (
        "PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 "
        "năm 2024)\n1. Một.\n"
    )
    anatomy = anatomy_of(BODY + TAIL + annex + annex.replace(" I\n", " II\n"))

    assert [one.label[0].text for one in anatomy.annexes] == ["PHỤ LỤC I", "PHỤ LỤC II"]
    assert [one.title[0].text for one in anatomy.annexes] == ["DANH MỤC NHIỆM VỤ"] * 2
    assert len(anatomy.annexes[0].reference) == len(anatomy.annexes[0].body) == 1


def test_page_numbers_and_headers_that_pages_repeat_are_no_body():
    text = BODY + "a b c\n2\nKế hoạch của UBND\nd e f\n3\nKế hoạch của UBND\ng h i\n"
    anatomy = anatomy_of(text)

    assert [one.text for one in anatomy.pieces(Component.PAGE_NUMBER)] == ["2", "3"]
    assert len(anatomy.of(Component.REPEATED)) == 2
    assert "Kế hoạch của UBND" not in anatomy.text(Component.BODY)


def test_a_plan_that_a_decision_promulgates_is_found_behind_it():
    decision = (
        f"{NATION}\n{MOTTO}\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành.\n" + TAIL
    )
    plan = (
        f"{NATION}\n{MOTTO}\nKẾ HOẠCH\nMột\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày "
        f"01/02/2024)\nI. MỤC ĐÍCH\n"
    )
    anatomy = anatomy_of(decision + plan)

    assert anatomy.text(Component.KIND) == "KẾ HOẠCH"
    assert anatomy.enclosing[0].line.text == NATION
    assert anatomy.text(Component.REFERENCE).startswith("(Ban hành kèm theo")


def test_layout_tables_of_word_are_taken_apart_and_content_tables_stay():
    anatomy = recognise(observe(province_plan()))

    assert anatomy.text(Component.NUMBER) == "Số: 88/KH-UBND"
    assert anatomy.text(Component.SIGNER) == "Phạm Thiện Nghĩa"
    assert [one.width for one in anatomy.of(Component.BODY) if isinstance(one, Grid)] == [6]


def test_an_annex_on_landscape_pages_is_landscape():
    (annex,) = recognise(observe(department_plan())).annexes

    assert annex.landscape
    assert annex.title[0].text.startswith("DANH MỤC NHIỆM VỤ")


def test_every_line_is_in_one_part():
    observed = seen(FOUNDING.read_text(encoding="utf-8"))
    anatomy = recognise(observed)
    found = [piece.place.line for span in anatomy.spans for piece in span.elements]
    lines = [line.place.line for line in observed.lines() if line.text.strip()]

    assert sorted(map(str, found)) == sorted(map(str, lines))


def test_nothing_at_all_is_an_empty_anatomy():
    assert anatomy_of(" \n").spans == ()
