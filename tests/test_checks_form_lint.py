"""`lint`: which papers are judged, by which rules, and how a finding reads."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.faults.papers import PLAN, written
from benchmarks.faults.table import FAULTS
from kehoach.checks import Check, lint, table
from kehoach.findings import Severity
from kehoach.observed import Observed, ObservedParagraph, ObservedRun, Place, SourceKind
from kehoach.rules import rulebook, with_style
from kehoach.word import observe, observe_csv, observe_text, write

SPECIMENS = [
    path
    for path in sorted((Path(__file__).parent / "specimens").rglob("*"))
    if path.suffix in {".docx", ".txt", ".csv", ".xlsx"}
]
PARTY = """TỈNH ỦY LÀO CAI
*
Số 05-QĐ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Lào Cai, ngày 09 tháng 3 năm 2026
QUYẾT ĐỊNH
về việc thành lập Ban Chỉ đạo
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
"""
NORMATIVE = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 05/2026/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 09 tháng 3 năm 2026
QUYẾT ĐỊNH
Ban hành Quy định quản lý Internet
"""
PLAIN = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 5/KHO-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Lào Cai, ngày 9 tháng 03 năm 2026

KẾ HOẠCH
Quản lý Internet năm 2026

Để quản lý Internet, Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:
Giao các sở, ngành tổ chức thực hiện.

Nơi nhận:
- Các sở, ngành;
- Lưu VT.
TM. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Nam
"""


def codes(found):
    return {one.code for one in found}


def nothing(_):
    return ()


def fault(name):
    return next(one for one in FAULTS if one.name == name)


def test_a_paper_of_the_party_is_told_apart_and_not_judged():
    found = lint(observe_text(PARTY.encode()))

    assert [(one.code, one.severity) for one in found] == [("XX02", Severity.INFO)]


def test_a_legal_normative_text_is_told_apart_and_not_judged():
    found = lint(observe_text(NORMATIVE.encode()))

    assert [(one.code, one.severity) for one in found] == [("XX03", Severity.INFO)]


def test_a_workbook_is_no_paper():
    assert codes(lint(observe_csv("TT,Nhiệm vụ\n1,Báo cáo\n".encode()))) == {"XX06"}


def test_a_paper_older_than_every_regime_is_not_judged():
    old = PLAIN.replace("năm 2026\n\nKẾ", "năm 1999\n\nKẾ")

    assert codes(lint(observe_text(old.encode()))) == {"XX04"}


def test_the_day_of_the_paper_chooses_the_regime():
    """The plan's number stands in the header, where the circular of 2011 wants the footer."""
    assert PLAN.letterhead is not None
    dated = PLAN.letterhead.place_date.replace("2026", "2013")
    old = attrs.evolve(PLAN, letterhead=attrs.evolve(PLAN.letterhead, place_date=dated))

    assert "PG06" not in codes(lint(observe(written("plan"))))
    assert "PG06" in codes(lint(observe(write(old, rulebook("nd30-2020")))))


def test_the_printed_year_of_a_paper_whose_day_is_blank_chooses_the_regime():
    assert PLAN.letterhead is not None
    place = PLAN.letterhead.place_date.split(",")[0]
    blank = attrs.evolve(PLAN.letterhead, place_date=f"{place}, ngày      tháng      năm 2013")
    paper = attrs.evolve(PLAN, letterhead=blank)

    found = codes(lint(observe(write(paper, rulebook("nd30-2020")))))

    assert {"PG06", "XX05"} <= found  # its number stands in the header, not in the footer
    assert "PG06" not in codes(lint(observe(write(paper, rulebook("tt01-2011")))))


def test_an_undated_paper_is_held_to_the_rules_in_force_and_says_so():
    found = lint(observe(fault("thiếu địa danh, ngày").made()))

    assert {"XX05", "HD16"} <= codes(found)


def test_a_text_file_is_judged_by_its_words_alone():
    found = lint(observe_text(PLAIN.encode()))

    assert {"HD03", "HD11", "HD13", "HD16", "BD06", "NN04", "SG02", "SG03"} <= codes(found)
    assert not {one.aspect for one in found} & {"size", "bold", "italic", "align"}
    assert all(one.line for one in found if one.code in {"HD03", "HD11", "HD13"})


def test_an_annex_alone_needs_no_letterhead():
    found = lint(observe_text("Phụ lục I\nDANH MỤC\n(Kèm theo Kế hoạch số 5/KH-UBND)\n".encode()))

    assert not codes(found) & {"HD01", "HD03", "HD10", "NN01", "SG09"}


def test_a_house_style_is_named_where_it_decides():
    style = {"name": "Lào Cai", "page": {"margins": {"left": {"preferred": 35, "min": 35}}}}
    found = lint(observe(written("plan")), with_style(rulebook("nd30-2020"), style))

    margin = next(one for one in found if one.code == "PG03")
    assert "Lào Cai" in margin.clause


def test_a_finding_says_where_what_and_by_which_clause():
    found = lint(observe(fault("ngày ghi 9").made()))

    day = next(one for one in found if one.code == "HD16")
    assert day.place == "bảng 1, hàng 2, cột 2"
    assert day.message == "ngày 9; quy định ghi ngày 09"
    assert day.clause == "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm c"
    assert (day.aspect, day.mend, day.severity) == ("day", "GUARDED", Severity.ERROR)
    assert isinstance(day.at, Place)


def test_the_same_fault_of_many_paragraphs_is_told_once_with_their_number():
    found = lint(observe(fault("nội dung canh trái").made()))

    left = [one for one in found if one.code == "BD01"]
    assert len(left) == 1
    assert "chỗ khác" in left[0].message


def test_further_checks_run_on_the_same_context():
    def run(context):
        yield context.finding("XX05", found=context.kind)

    found = lint(observe(written("plan")), extra=(Check("mine", "Của tôi", run),))

    assert [one.message for one in found] == ["chưa có ngày ban hành đầy đủ; kiểm tra theo KH"]


def test_an_empty_file_is_judged_and_nothing_is_raised():
    assert "HD01" in codes(lint(Observed(SourceKind.DOCX)))
    assert "HD01" in codes(lint(observe_text("\u00a0".encode())))


@pytest.mark.parametrize("name", ["", "Form", "form_page", "a b"])
def test_a_check_with_a_malformed_name_is_refused(name):
    with pytest.raises(ValueError, match="small letters"):
        Check(name, "Tên", nothing)


def test_a_check_needs_a_title_and_a_function():
    with pytest.raises(ValueError, match="one line"):
        Check("mine", " ", nothing)
    with pytest.raises(TypeError, match="function"):
        Check("mine", "Tên", None)  # type: ignore[arg-type]


def test_every_rule_reads_in_vietnamese_and_cites_what_decides():
    for code, rule in table().items():
        assert rule.title, code
        for name, message in rule.messages.items():
            assert message.text, (code, name)


def test_a_rule_of_the_table_names_a_rule_that_the_rulebook_has():
    book = rulebook("nd30-2020")
    parts = {part.key for part in book.parts}
    for code, rule in table().items():
        for message in rule.messages.values():
            if message.rule.startswith("parts."):
                assert message.rule.removeprefix("parts.") in parts, code


WORDS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 5/KH-UBND",
    "Lào Cai, ngày 31 tháng 2 năm 2026", "KẾ HOẠCH", "Kính gửi:", "- ", "Căn cứ ;", "Điều 1",
    "I/ A",
    "1) b", "a. c", "./.", "TM. ", "KT.", "Nơi nhận", "- Lưu", "Phụ lục", "(Kèm theo", "\t", "…",
    "",
    "ỦY BAN NHÂN DÂN", "PHỤ LỤC I", "QUYẾT ĐỊNH:", "V/v", "THƯ KÝ", "Đồng chí\u0301",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=25))
def test_no_check_fails_whatever_the_lines_say(lines):
    blocks = tuple(ObservedParagraph((ObservedRun(line),)) for line in lines)
    for kind in (SourceKind.DOCX, SourceKind.TEXT):
        assert "XX07" not in codes(lint(Observed(kind, blocks)))


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.name)
def test_no_check_fails_on_a_specimen(path):
    assert "XX07" not in codes(lint(observe(path.read_bytes(), path.name)))
