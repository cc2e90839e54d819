"""Widths of Times New Roman and the lines that a text takes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.rules import break_lines, text_width, wrap_lines
from kehoach.rules.metrics import widths

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
)
TEXTS = st.text(alphabet="abc Việt Nam,.-–\u00a0", max_size=120)


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [(NATION, 12, 88.3), (NATION, 13, 95.7), (MOTTO, 13, 56.1), (MOTTO, 14, 60.5)],
)
def test_the_national_lines_are_as_wide_as_measured(text, size, expected):
    assert text_width(text, size, bold=True) == pytest.approx(expected, abs=0.05)


def test_the_width_of_an_empty_text_is_nothing():
    assert text_width("", 14) == 0


def test_a_decomposed_text_is_as_wide_as_its_composed_form():
    assert text_width(unicodedata.normalize("NFD", NATION), 13) == text_width(NATION, 13)


def test_a_combining_mark_and_a_zero_width_character_take_no_room():
    assert text_width("x\u0302\u200b", 14) == text_width("x", 14)


def test_a_no_break_space_is_as_wide_as_a_space():
    assert text_width("a\u00a0b", 14) == text_width("a b", 14)


def test_an_unknown_character_has_the_mean_width_of_the_letters():
    mean = text_width("abcdefghijklmnopqrstuvwxyz", 14) / 26

    assert text_width("漢", 14) == pytest.approx(mean)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_vietnamese_letter_and_printed_mark_is_known(bold, italic):
    known = dict(widths(bold, italic))

    for character in VIETNAMESE + VIETNAMESE.upper() + "–—-‑“”‘’…•·/()%;:,.!?«»°²³₫€ \u00a0":
        assert character in known


def test_bold_italic_and_upright_letters_differ():
    looks = {
        text_width("Mẫu fax", 14, bold=bold, italic=italic)
        for bold in (False, True)
        for italic in (False, True)
    }

    assert len(looks) == 4


def test_a_text_breaks_at_its_spaces():
    width = text_width("Ủy ban nhân", 14) + 0.1

    assert break_lines("Ủy ban nhân dân tỉnh", width, 14) == ("Ủy ban nhân", "dân tỉnh")


def test_a_text_breaks_after_a_hyphen_within_a_word():
    width = text_width("Kế hoạch số 05/KH-", 14) + 0.1

    assert break_lines("Kế hoạch số 05/KH-UBND", width, 14) == ("Kế hoạch số 05/KH-", "UBND")


def test_a_no_break_space_keeps_words_together():
    width = text_width("ngày 05 tháng", 14) + 0.1

    assert break_lines("ngày 05 tháng\u00a001", width, 14) == ("ngày 05", "tháng\u00a001")


def test_a_line_feed_ends_a_line_and_an_empty_text_takes_one():
    assert break_lines("a\n\nb", 100, 14) == ("a", "", "b")
    assert wrap_lines("", 100, 14) == 1


def test_a_word_wider_than_the_column_is_cut():
    lines = break_lines("x" * 50, 20, 14)

    assert len(lines) > 1
    assert "".join(lines) == "x" * 50


def test_a_column_narrower_than_a_letter_takes_a_letter_a_line():
    assert break_lines("abc", 0.1, 14) == ("a", "b", "c")


@given(text=TEXTS, width=st.floats(8, 170))
def test_lines_fit_the_column_and_lose_no_letter(text, width):
    lines = break_lines(text, width, 13)

    assert all(text_width(line, 13) <= width + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert wrap_lines(text, width, 13) == len(lines)


@given(text=TEXTS, width=st.floats(8, 100))
def test_a_wider_column_never_needs_more_lines(text, width):
    assert wrap_lines(text, width * 1.5, 13) <= wrap_lines(text, width, 13)
