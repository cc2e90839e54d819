"""Spaces, characters, blanks, syllables: each slip is named, and sound papers have none."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.anatomy import recognise
from kehoach.checks._context import Context
from kehoach.checks._table import table
from kehoach.checks.language import CHECKS, line_slips
from kehoach.checks.language._line import composed_slips
from kehoach.checks.language._screen import ALL_KINDS
from kehoach.checks.language._words import Suspect, suspected
from kehoach.findings import Severity
from kehoach.rules import rulebook
from kehoach.word import observe, observe_text, write
from tests.sample_papers import PAPERS
from tests.support.word_xml import docx, p

SPECIMENS = Path(__file__).parent / "specimens"
BOOK = rulebook("nd30-2020")

SLIPS = [
    ("BD09", "double", "giao  nhiệm vụ"),
    ("BD09", "before", "các sở , ngành"),
    ("BD09", "before", "tổ chức thực hiện ./."),
    ("BD09", "before", "(theo mẫu )"),
    ("BD09", "opening", "( theo mẫu)"),
    ("BD09", "after", "các sở,ngành"),
    ("BD09", "after", "trên địa bàn tỉnh.Các đơn vị"),
    ("BD09", "bracket", "địa bàn tỉnh(sau đây)"),
    ("BD09", "dash", "Sở Lao động- Thương binh"),
    ("BD09", "notation", "Quyết định số 5/QĐ–UBND"),
    ("BD09", "list-dash", "– Sở Nội vụ"),
    ("BD09", "tight-dash", "-Sở Nội vụ"),
    ("FT04", "nbsp", "giao\u00a0\u00a0nhiệm vụ"),
    ("FT04", "invisible", "giao\u200b nhiệm vụ"),
    ("FT04", "stroke", "Ðài Phát thanh"),
    ("FT04", "lookalike", "kế hоạch"),  # Cyrillic о
    ("FT04", "lookalike", "ＵＢＮＤ tỉnh"),
    ("BD10", "bracketed", "theo [CẦN BỔ SUNG]"),
    ("BD10", "bracketed", "theo […]"),
    ("BD10", "angled", "đơn vị <tên đơn vị> thực hiện"),
    ("BD10", "marks", "kinh phí ??? đồng"),
    ("BD10", "marks", "kinh phí xxx đồng"),
    ("BD10", "marks", "ngày xx tháng 5"),
    ("BD10", "dots", "kinh phí … đồng"),
    ("BD10", "dots", "họ và tên ........"),
    ("BD10", "braced", "kính gửi {{ten_don_vi}}"),
    ("BD16", "syllable", "công tác tuyênn truyền"),
    ("BD16", "name", "Dâysty mạnh tuyên truyền"),
    ("BD16", "foreign", "công tác khonng đạt"),
]
SOUND = [
    "các trò chơi, hội thi,... để tuyên truyền; v.v…",
    "Internet, email, website https://longan.gov.vn/tin-tuc, thư cv@longan.gov.vn, tệp kh.docx",
    "Điện thoại: (0272) 3826 000; số 1.234.567,89; tỷ lệ 98,5%; 8:30, 16:00; từ -5 đến 5 độ",
    "Sở Lao động - Thương binh và Xã hội; KH-UBND; giai đoạn 2011-2015; e-mail; Mát-xcơ-va",
    "Đắk Lắk, Krông Năng, Êđê, H'Mông, vắc xin, kilômét, nghiêng, giếng, quyển, khuỷu, ngoằn ngoèo",
    "Số:      /KH-UBND; ngày    tháng    năm 2026; (Kèm theo Kế hoạch số      /KH-UBND)",
    "PL.(300); Lưu: VT, VX (3 bản); Điều 5.2(a); TCVN 6909:2001; 5 m x 8 m; a) b) c)",
    "thủy lợi, quý, hòa bình, khỏe, uỷ, hoá, khoẻ; giấy A4; khối C (số XXX, tập XX)",
    "“Độc lập - Tự do - Hạnh phúc”; [1] chú thích; α, β và Ω; 3 < 5; A <-> B",
]
# What the decree's files themselves have: spaces doubled by their conversion, blanks of the
# templates, tone marks placed in both ways, one word that is not composed.
OF_CONVERSION = {("BD09", "double"), ("BD10", "dots")}
MIXED_TONES = {("BD11", ""), ("BD12", "")}
OF_THE_FILE = {("BD12", ""), ("FT04", "decomposed")}


def context_of(observed):
    return Context(observed, recognise(observed), BOOK, lines=observed.lines())


def found_in(observed):
    context = context_of(observed)
    return [one for check in CHECKS for one in check.run(context)]


def codes(text):
    return [one.code for one in found_in(observe_text(text.encode()))]


@pytest.mark.parametrize(("code", "aspect", "text"), SLIPS)
def test_a_slip_is_named(code, aspect, text):
    assert [(slip.code, slip.aspect) for slip in line_slips(text)] == [(code, aspect)]


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_line_has_no_slip(text):
    assert line_slips(text) == ()


@pytest.mark.parametrize(("code", "aspect"), sorted({(code, aspect) for code, aspect, _ in SLIPS}))
def test_every_slip_has_its_words_in_the_table(code, aspect):
    assert aspect in table()[code].messages


def test_a_decomposed_text_is_told_once():
    text = unicodedata.normalize("NFD", "Giao các sở thực hiện.\nGiao các sở thực hiện.")

    (finding,) = found_in(observe_text(text.encode()))

    assert (finding.code, finding.aspect) == ("FT04", "decomposed")


def test_the_same_slip_is_told_once_with_its_count():
    (finding,) = found_in(observe_text("Giao Uỷ Ban Nhân Dân.\n\nGửi Uỷ Ban Nhân Dân.".encode()))

    assert finding.message.endswith("(và 1 chỗ khác)")
    assert finding.line == 1


def test_two_ways_of_placing_tone_marks_are_told_with_both():
    (finding,) = found_in(observe_text("Khu vực hòa bình.\nThuỷ lợi và thuỷ điện.".encode()))

    assert finding.code == "BD11"
    assert "“thuỷ” (2 lần)" in finding.message
    assert "“hòa” (1 lần)" in finding.message


def test_the_national_name_does_not_count_as_a_way_of_placing_tone_marks():
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nThuỷ lợi."

    assert codes(head) == []


def test_both_spellings_of_a_committee_are_a_rule_of_their_own():
    assert codes("Uỷ ban họp.\nỦy ban quyết định.") == ["BD12"]


def test_a_sentence_that_begins_small_on_a_new_line_is_told():
    assert codes("Các sở báo cáo hằng quý.\nđơn vị nào chậm thì nhắc.") == ["VH01"]


@pytest.mark.parametrize("end", [":", ";", ",", "./."])
def test_a_list_goes_on_small(end):
    assert codes(f"Các sở báo cáo hằng quý{end}\n- đơn vị nào chậm thì nhắc.") == []


def test_an_abbreviated_post_is_told_in_prose():
    assert codes("Giao PGĐ Sở phụ trách.") == ["BD13"]


def test_a_signer_s_name_has_capitals():
    text = "KẾ HOẠCH\nLàm việc\nNội dung./.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nTrần hữu Phước"

    assert codes(text) == ["VH22"]


def test_a_prompt_left_in_a_form_is_told():
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>Bấm vào đây để nhập</w:t></w:r></w:sdtContent></w:sdt>"
    )

    (finding,) = found_in(observe(docx(p(control))))

    assert (finding.code, finding.aspect) == ("BD10", "prompt")


def test_a_finding_says_where_and_how_it_should_read():
    (finding,) = found_in(observe_text("Xong.\nGửi Sở Thông tin và truyền thông.".encode()))

    assert finding.place == "dòng 2"
    assert finding.advice == "viết “Sở Thông tin và Truyền thông”"
    assert finding.clause == "NĐ 30/2020/NĐ-CP, Phụ lục II, Mục IV, khoản 1 điểm a"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_our_own_papers_have_no_slip_of_language(name):

    assert found_in(observe(write(PAPERS[name], BOOK))) == []


@pytest.mark.parametrize("name", ["nd30-2020", "nd30-2020-phu-luc-2"])
def test_the_decree_s_own_prose_has_no_slip(name):
    found = found_in(observe((SPECIMENS / "law" / f"{name}.txt").read_bytes()))

    assert {(one.code, one.aspect) for one in found} - OF_CONVERSION <= OF_THE_FILE


@pytest.mark.parametrize("name", ["nd30-2020-phu-luc-1", "nd30-2020-phu-luc-3"])
def test_the_decree_s_templates_have_no_slip_but_both_ways_of_tone_marks(name):
    found = found_in(observe((SPECIMENS / f"{name}.docx").read_bytes()))

    assert {(one.code, one.aspect) for one in found} - OF_CONVERSION == MIXED_TONES


@pytest.mark.parametrize("path", sorted(SPECIMENS.glob("*.txt")), ids=lambda path: path.stem)
def test_real_papers_have_no_slip(path):
    assert found_in(observe(path.read_bytes())) == []


FRAGMENTS = (
    *"Sở Y Tế tế, điều 5 khoản Khoản 2 mục V luật Đất đai tháng tám hoà hòa thuỷ quý qúy".split(),
    *"Ủy Ban nhân dân tết Nguyên đán ngày Quốc khánh ÔNG ông Nguyễn văn An xã Hai Bà Trưng".split(),
    *"- – -Sở a- -b ( ) ( tỉnh(sau , ,x x,y . .Các ./. ... …. xx TODO [a] <tên> PCT CT".split(),
    "UBND", "TODO", "giao.", "được”.", "không?", "các", "\u200b", "Ð", "kế\u00a0hoạch",
    "tuyênn", "Vla-đi-mia",
    "", "tiến sĩ", "Asean", "hạng nhất", "triều Lý", "Sở Giáo Dục Và Đào Tạo", "đảng",
)  # fmt: skip
EVERYTHING = Suspect(ALL_KINDS, tones=(("hoà", True),))


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=9).map(" ".join))
def test_the_first_look_lets_no_slip_escape(text):
    tokens = len(text.split())
    looked_at = attrs.evolve(EVERYTHING, words=tuple(range(tokens)))

    assert line_slips(text) == composed_slips(text, looked_at)


def test_tone_marks_are_counted_in_the_order_of_the_line():
    found = suspected(("hoà giải, khóa học và quý vị, thuỷ lợi", "không có gì"))

    assert found[0].tones == (("hoà", True), ("khóa", False), ("thuỷ", True))
    assert 1 not in found
