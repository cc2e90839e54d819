"""Identifiers of bodies: QĐ 20/2020/QĐ-TTg and the form before it."""

from __future__ import annotations

import pytest

from kehoach.organizations import CodeForm, is_code, parse_code


@pytest.mark.parametrize(
    ("text", "form", "levels"),
    [
        ("H39", CodeForm.LEVELS, ("H39",)),
        ("H39.15.02A", CodeForm.LEVELS, ("H39", "15", "02A")),
        ("Z01ABC9", CodeForm.SCHEME, ("Z01", "ABC9")),
        ("1100109154", CodeForm.TAX, ("1100109154",)),
        ("1100109154-001", CodeForm.TAX, ("1100109154-001",)),
        ("000.02.15.H39", CodeForm.OLDER, ("H39", "15", "02")),
    ],
)
def test_each_form_is_read_with_its_levels_highest_first(text, form, levels):
    code = parse_code(text)

    assert (form, levels) == (code.form, code.levels)


def test_both_forms_of_one_body_have_the_same_levels():
    assert parse_code("H39.15").levels == parse_code("000.00.15.H39").levels


@pytest.mark.parametrize(
    "text",
    [
        "",
        "h39",
        "Z00A",
        "Z01",
        "Z01" + "A" * 33,
        "H3",
        "H39.",
        "H39..15",
        "H39.15.á",
        "H39-15",
        "H39\n",
        "H39." + "0" * 32,
        "00.00.15.H39",
        "110010915",
        "٣٤٥٦٧٨٩٠١٢",
    ],
)
def test_a_text_of_no_form_is_refused_with_what_was_expected(text):
    with pytest.raises(ValueError, match="expected an identifier"):
        parse_code(text)

    assert not is_code(text)


def test_thirty_five_characters_are_the_most():
    assert is_code("H39." + "0" * 31)
