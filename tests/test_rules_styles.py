"""Styles: an office's own choices over a regime, never hidden."""

from __future__ import annotations

import pytest

from kehoach.errors import InvalidStyle, KehoachError
from kehoach.rules import Range, rulebook, with_style
from kehoach.rules.parts import Choice

BASE = rulebook("nd30-2020")


def test_a_style_within_the_permitted_span_departs_from_nothing():
    book = with_style(BASE, {"name": "Sở A", "page": {"margins": {"left": {"preferred": 35}}}})

    assert book.page.margins.left == Range(30, 35, 35)
    assert book.page.text_width == 160
    assert book.departures == ()
    assert BASE.page.margins.left.preferred == 30


def test_each_rule_knows_the_layer_that_decided_it():
    book = with_style(BASE, {"name": "Sở A", "parts": {"body": {"size": {"preferred": 13}}}})

    assert book.part("body").origin == "Sở A"
    assert book.part("motto").origin == "nd30-2020"
    assert book.origin_of("parts.body.size.preferred") == "Sở A"
    assert book.origin_of("parts.body.bold") == "nd30-2020"


def test_a_size_outside_the_decree_is_allowed_and_listed():
    book = with_style(BASE, {"name": "Sở A", "parts": {"body": {"size": {"preferred": 15}}}})
    (departure,) = book.departures

    assert book.part("body").size == Range(13, 15, 15)
    assert departure.key == "parts.body.size"
    assert (departure.allowed, departure.chosen) == ("13–14", "13–15")
    assert departure.style == "Sở A"
    assert departure.cite == BASE.part("body").cite


@pytest.mark.parametrize(
    ("style", "key"),
    [
        ({"parts": {"summary": {"bold": False}}}, "parts.summary.bold"),
        ({"parts": {"superior": {"rule": {"min": 0.3, "max": 0.5, "preferred": 0.4}}}},
         "parts.superior.rule"),
        ({"body": {"indent": {"preferred": 15}}}, "body.indent"),
        ({"page_number": {"place": "footer"}}, "page_number.place"),
        ({"punctuation": {"ending": {"text": "."}}}, "punctuation.ending.text"),
        ({"font": {"family": "Arial"}}, "font.family"),
        ({"types": [{"key": "KH", "abbreviation": "KHo"}]}, "types.KH.abbreviation"),
        ({"urgency": [{"text": "GẤP", "width": 20, "height": 8, "color": "FF0000"}]},
         "urgency.GẤP"),
    ],
)  # fmt: skip
def test_whatever_the_clause_decides_is_listed_when_a_style_changes_it(style, key):
    assert [departure.key for departure in with_style(BASE, style).departures] == [key]


@pytest.mark.parametrize(
    "style",
    [
        {"layout": {"signature_right": 100}},
        {"page": {"header_distance": {"preferred": 14}}},
        {"parts": {"table_cell": {"size": {"preferred": 11}}}},
        {"parts": {"addressee": {"space_before": 6}}},
        {"body": {"indent": {"preferred": 10}}},
    ],
)
def test_what_no_clause_decides_departs_from_nothing(style):
    assert with_style(BASE, style).departures == ()


def test_a_value_may_be_set_for_one_set_of_sizes_alone():
    style = {"parts": {"letter_subject": {"size": {"preferred": {"14": 12}}}}}

    assert with_style(BASE, style).part("letter_subject").size.preferred == 12
    small = with_style(rulebook("nd30-2020", "13"), style)
    assert small.part("letter_subject").size.preferred == 12


def test_a_scalar_set_for_one_set_keeps_its_value_for_the_other():
    style = {"layout": {"signature_right": {"13": 80}}}

    assert with_style(BASE, style).layout.signature_right == BASE.layout.signature_right
    assert with_style(rulebook("nd30-2020", "13"), style).layout.signature_right == 80


def test_the_typeface_colour_reaches_every_part_but_the_red_mark():
    book = with_style(BASE, {"font": {"color": "101010"}})

    assert {part.color for part in book.parts if part.key != "urgency"} == {"101010"}
    assert book.part("urgency").color == "FF0000"


def test_a_new_type_is_added_after_those_of_the_regime():
    book = with_style(BASE, {"name": "Sở A", "types": [
        {"key": "LLV", "name": "Lịch làm việc", "abbreviation": "LLV"},
    ]})  # fmt: skip

    assert book.type("LLV").name == "Lịch làm việc"
    assert book.type("LLV").cite == "Sở A"
    assert len(book.types) == len(BASE.types) + 1


def test_later_styles_win_and_both_layers_are_named():
    first = with_style(BASE, {"name": "Sở", "parts": {
        "body": {"size": {"preferred": 13}}, "motto": {"size": {"preferred": 13}},
    }})  # fmt: skip
    both = with_style(first, {"name": "Phòng", "parts": {"body": {"size": {"preferred": 15}}}})

    assert both.part("body").size.preferred == 15
    assert (both.part("body").origin, both.part("motto").origin) == ("Phòng", "Sở")
    assert both.style == "Sở + Phòng"
    assert [departure.style for departure in both.departures] == ["Phòng"]


def test_the_key_tells_styles_of_one_name_apart():
    one, two = (with_style(BASE, {"layout": {"signature_right": width}}) for width in (80, 85))

    assert one.key != two.key
    assert one != two
    assert one == with_style(BASE, {"layout": {"signature_right": 80}})


def test_a_style_may_be_a_toml_file_named_after_its_stem(tmp_path):
    path = tmp_path / "so-noi-vu.toml"
    path.write_text("[body.indent]\npreferred = 10\n", encoding="utf-8")
    book = with_style(BASE, path)

    assert book.body.indent == Choice((10, 12.7), 10)
    assert book.style == "so-noi-vu"
    assert with_style(BASE, str(path)) == book


@pytest.mark.parametrize("content", [b"body = ", 'tên = "Sở"'.encode("utf-16")])
def test_a_file_that_is_not_toml_is_refused(tmp_path, content):
    path = tmp_path / "hong.toml"
    path.write_bytes(content)

    with pytest.raises(InvalidStyle, match="hong"):
        with_style(BASE, path)


def test_a_missing_file_is_the_callers_fault(tmp_path):
    with pytest.raises(FileNotFoundError):
        with_style(BASE, tmp_path / "không-có.toml")


@pytest.mark.parametrize(
    ("style", "key", "nearest"),
    [
        ({"part": {}}, "part", "parts"),
        ({"parts": {"mottto": {}}}, "parts.mottto", "parts.motto"),
        ({"parts": {"motto": {"bolt": True}}}, "parts.motto.bolt", "parts.motto.bold"),
        ({"page": {"margins": {"lft": {}}}}, "page.margins.lft", "page.margins.left"),
        ({"layout": {"qqq": 1}}, "layout.qqq", ""),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(style, key, nearest):
    with pytest.raises(InvalidStyle) as caught:
        with_style(BASE, style)

    assert isinstance(caught.value, KehoachError)
    assert (caught.value.key, caught.value.nearest) == (key, nearest)
    assert key in str(caught.value)
    assert nearest in str(caught.value)


@pytest.mark.parametrize(
    ("style", "key", "expected", "got"),
    [
        ({"parts": []}, "parts", "a table", "[]"),
        ({"parts": {"motto": {"size": 15}}}, "parts.motto.size", "a table of min", "15"),
        ({"parts": {"motto": {"bold": 1}}}, "parts.motto.bold", "true or false", "1"),
        ({"parts": {"motto": {"case": "caps"}}}, "parts.motto.case", "'upper'", "'caps'"),
        ({"parts": {"motto": {"size": {"preferred": True}}}}, "parts.motto.size.preferred",
         "a number", "True"),
        ({"layout": {"signature_space": float("nan")}}, "layout.signature_space", "number", "nan"),
        ({"page_number": {"start": 1.5}}, "page_number.start", "a whole number", "1.5"),
        ({"texts": {"motto": {"text": 5}}}, "texts.motto.text", "a text", "5"),
        ({"body": {"indent": {"allowed": 10}}}, "body.indent.allowed", "a list", "10"),
        ({"types": [{"abbreviation": "X"}]}, "types.0", "names its item", "X"),
        ({"types": [{"key": "X", "name": "Y"}]}, "types.X.abbreviation", "a value", "nothing"),
        ({"body": {"indent": {"allowed": []}}}, "body.indent", "permitted", "12.7"),
        ({"page": {"margins": {"left": {"min": 40}}}}, "page.margins.left", "permitted", "40"),
        ({"name": 5}, "name", "a text", "5"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_named_with_what_was_expected(style, key, expected, got):
    with pytest.raises(InvalidStyle) as caught:
        with_style(BASE, style)

    assert caught.value.key == key
    assert expected in caught.value.expected
    assert got in caught.value.got


@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
def test_an_empty_style_changes_no_rule(regime):
    base = rulebook(regime)
    book = with_style(base, {})

    assert book.departures == ()
    assert book.parts == base.parts
    assert book.page == base.page
    assert book.key != base.key
