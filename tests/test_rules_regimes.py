"""The regimes of form: their data, their days, and the decree's own table."""

from __future__ import annotations

import datetime as dt
import pickle
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, get_args

import pytest
from attrs import fields, has

from kehoach.errors import KehoachError, NoRulebook
from kehoach.rules import REGIMES, PartKey, Range, rulebook, rulebook_on, text_width
from kehoach.rules.parts import Choice, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

BOOKS = [(regime.id, sizes) for regime in REGIMES for sizes in ("14", "13")]

# Part of the decree's table "Mẫu chữ và chi tiết trình bày" (Phụ lục I, Phần I, Mục V):
# letters (U in hoa, L in thường), size, b đậm, i nghiêng; what the table leaves open is "any".
DECREE_TABLE = {
    "national_name": ("upper", 12, 13, "b"),
    "motto": ("lower", 13, 14, "b"),
    "superior": ("upper", 12, 13, ""),
    "issuer": ("upper", 12, 13, "b"),
    "number": ("any", 13, 13, ""),
    "place_date": ("lower", 13, 14, "i"),
    "kind_name": ("upper", 13, 14, "b"),
    "summary": ("lower", 13, 14, "b"),
    "letter_subject": ("lower", 12, 13, ""),
    "body": ("lower", 13, 14, ""),
    "part_label": ("lower", 13, 14, "b"),
    "part_title": ("upper", 13, 14, "b"),
    "chapter_label": ("lower", 13, 14, "b"),
    "chapter_title": ("upper", 13, 14, "b"),
    "section_label": ("lower", 13, 14, "b"),
    "section_title": ("upper", 13, 14, "b"),
    "subsection_label": ("lower", 13, 14, "b"),
    "subsection_title": ("upper", 13, 14, "b"),
    "article": ("lower", 13, 14, "b"),
    "roman_heading": ("upper", 13, 14, "b"),
    "clause_heading": ("lower", 13, 14, "b"),
    "clause": ("lower", 13, 14, ""),
    "point": ("lower", 13, 14, ""),
    "authority": ("upper", 13, 14, "b"),
    "post": ("upper", 13, 14, "b"),
    "signer_name": ("lower", 13, 14, "b"),
    "addressee": ("lower", 13, 14, ""),
    "recipients_label": ("lower", 12, 12, "bi"),
    "recipient": ("lower", 11, 11, ""),
    "annex_label": ("lower", 14, 14, "b"),
    "annex_title": ("upper", 13, 14, "b"),
    "urgency": ("upper", 13, 14, "b"),
    "drafter": ("any", 11, 11, ""),
    "office_address": ("lower", 11, 12, ""),
    "circulation": ("upper", 13, 14, "b"),
    "page_number": ("any", 13, 14, ""),
}


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every rule, span and choice below a value, with its path."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, f"{path}[{index}]")
    elif has(type(value)):
        yield path, value
        for attribute in fields(type(value)):
            if attribute.init:
                yield from walk(getattr(value, attribute.name), f"{path}.{attribute.name}")


@pytest.mark.parametrize(("regime", "sizes"), BOOKS)
def test_every_rule_has_its_clause_and_says_how_sure_it_is(regime, sizes):
    rules = [(path, rule) for path, rule in walk(rulebook(regime, sizes)) if isinstance(rule, Rule)]

    assert len(rules) > 100
    assert [path for path, rule in rules if not rule.cite] == []
    assert [
        path for path, rule in rules if (rule.cite == "house") != (rule.certainty == "house")
    ] == []
    assert {rule.origin for _, rule in rules} == {regime}


@pytest.mark.parametrize(("regime", "sizes"), BOOKS)
def test_the_attributes_said_to_be_left_open_exist(regime, sizes):
    for path, rule in walk(rulebook(regime, sizes)):
        if isinstance(rule, Rule):
            names = {attribute.name for attribute in fields(type(rule))}

            assert set(rule.house) <= names, path


@pytest.mark.parametrize(("regime", "sizes"), BOOKS)
def test_every_preferred_value_is_permitted(regime, sizes):
    spans = [rule for _, rule in walk(rulebook(regime, sizes)) if isinstance(rule, Range | Choice)]

    assert len(spans) > 50
    assert [span for span in spans if span.preferred not in span] == []


@pytest.mark.parametrize(("regime", "sizes"), BOOKS)
def test_the_parts_are_those_that_the_type_names(regime, sizes):
    assert {part.key for part in rulebook(regime, sizes).parts} == set(get_args(PartKey))


def test_a_clause_of_the_decree_names_the_decree_and_an_appendix_or_article():
    for path, rule in walk(rulebook("nd30-2020")):
        if isinstance(rule, Rule) and rule.cite != "house":
            assert rule.certainty == "read", path
            assert re.match(r"NĐ 30/2020/NĐ-CP, (Phụ lục I|Phụ lục III|Điều \d)", rule.cite), path


def test_the_circular_not_read_is_cited_without_an_article():
    cited = {
        (rule.cite, rule.certainty)
        for _, rule in walk(rulebook("tt01-2011"))
        if isinstance(rule, Rule)
    }

    assert cited == {("TT 01/2011/TT-BNV", "unverified"), ("house", "house")}


@pytest.mark.parametrize(("key", "row"), DECREE_TABLE.items())
def test_the_look_of_a_part_is_that_of_the_decree_table(key, row):
    part = rulebook("nd30-2020").part(key)
    style = "b" * part.bold + "i" * part.italic

    assert (part.case, part.size.min, part.size.max, style) == row
    assert part.color == ("FF0000" if key == "urgency" else "000000")


def test_the_bases_are_italic_since_2020_and_end_with_a_full_stop():
    old, new = rulebook("tt01-2011"), rulebook("nd30-2020")

    assert (old.part("basis").italic, old.punctuation.basis.last) == (False, ",")
    assert (new.part("basis").italic, new.punctuation.basis.last) == (True, ".")


def test_the_page_number_moved_from_the_lower_right_to_the_upper_middle():
    old, new = rulebook("tt01-2011"), rulebook("nd30-2020")

    assert (old.page_number.place, old.page_number.align) == ("footer", "right")
    assert (new.page_number.place, new.page_number.align) == ("header", "center")
    assert old.page_number.hidden_on_first
    assert new.page_number.hidden_on_first


def test_margins_and_lines_of_the_body_are_those_of_the_decree():
    book = rulebook("nd30-2020")
    margins, body = book.page.margins, book.body

    assert [(side.min, side.max) for side in (margins.top, margins.bottom)] == [(20, 25)] * 2
    assert (margins.left.min, margins.left.max) == (30, 35)
    assert (margins.right.min, margins.right.max) == (15, 20)
    assert book.page.text_width == 165
    assert body.indent.allowed == (10, 12.7)
    assert (body.line_spacing.min, body.line_spacing.max) == (1, 1.5)
    assert body.paragraph_spacing.min == 6
    assert 400 in body.paragraph_spacing


def test_drawn_lines_are_due_where_the_decree_asks_for_them():
    book = rulebook("nd30-2020")
    lengths = {part.key: part.rule for part in book.parts if part.rule}

    assert lengths["motto"] == Range(1, 1, 1)
    assert lengths["issuer"].min == pytest.approx(1 / 3, abs=1e-3)
    assert lengths["summary"].max == 0.5
    assert "superior" not in lengths


@pytest.mark.parametrize(("regime", "sizes"), BOOKS)
def test_preferred_sizes_are_one_of_the_coherent_sets(regime, sizes):
    book = rulebook(regime, sizes)
    chosen = next(one for one in book.size_sets if one.name == sizes)

    assert book.part("national_name").size.preferred == chosen.national_name
    assert book.part("motto").size.preferred == chosen.motto == chosen.national_name + 1
    assert book.part("place_date").size.preferred == chosen.place_date == chosen.motto
    assert book.part("body").size.preferred == float(sizes)


@pytest.mark.parametrize(("regime", "sizes"), BOOKS)
def test_the_letterhead_column_holds_the_national_name_on_one_line(regime, sizes):
    book = rulebook(regime, sizes)
    part = book.part("national_name")
    width = text_width(book.texts.national_name.text, part.size.preferred, bold=part.bold)

    assert width < book.layout.letterhead_right < book.page.text_width


@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
def test_an_urgency_mark_fits_its_box(regime):
    book = rulebook(regime)
    size = book.part("urgency").size.preferred

    for mark in book.urgency:
        assert text_width(mark.text, size, bold=True) < mark.width


def test_boxes_of_urgency_have_the_decree_sides():
    boxes = {mark.text: (mark.width, mark.height) for mark in rulebook("nd30-2020").urgency}

    assert boxes == {"HỎA TỐC": (30, 8), "THƯỢNG KHẨN": (40, 8), "KHẨN": (20, 8)}
    assert "HỎA TỐC HẸN GIỜ" in {mark.text for mark in rulebook("tt01-2011").urgency}


def test_the_decree_has_29_types_and_3_copies():
    types = rulebook("nd30-2020").types

    assert sum(not kind.copy for kind in types) == 29
    assert [kind.abbreviation for kind in types if kind.copy] == ["SY", "TrS", "SL"]
    assert {kind.key for kind in types if not kind.abbreviation} == {"CV", "ThC"}
    assert sum(kind.form == "1.4" for kind in types) == 17


def test_the_circular_has_32_types_and_its_own_abbreviations():
    book = rulebook("tt01-2011")
    changed = {"BGN": "GN", "BTT": "TTh", "GUQ": "UQ", "GGT": "GT", "GNP": "NP", "TrS": "TS"}

    assert sum(not kind.copy for kind in book.types) == 32
    assert {key: book.type(key).abbreviation for key in changed} == changed
    assert book.type("GCN").name == "Giấy chứng nhận"
    with pytest.raises(KeyError):
        book.type("PB")


@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
def test_keys_of_types_are_unique(regime):
    keys = [kind.key for kind in rulebook(regime).types]

    assert len(keys) == len(set(keys))


def test_a_letter_needs_an_addressee_and_a_plan_has_none():
    book = rulebook("nd30-2020")

    assert book.type("CV").addressee == "required"
    assert book.type("KH").addressee == "none"
    assert book.type("KH").abbreviation == "KH"
    assert book.type("QĐ").bases == "required"


def test_the_circular_does_not_know_the_subsection():
    assert not rulebook("tt01-2011").part("subsection_title").provided
    assert rulebook("nd30-2020").part("subsection_title").provided


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (dt.date(2011, 3, 5), "tt01-2011"),
        (dt.date(2013, 3, 19), "tt01-2011"),
        (dt.date(2020, 3, 4), "tt01-2011"),
        (dt.date(2020, 3, 5), "nd30-2020"),
        (dt.date(2026, 6, 1), "nd30-2020"),
    ],
)
def test_the_day_of_the_paper_decides_the_regime(day, regime):
    assert rulebook_on(day) is rulebook(regime)


def test_no_regime_is_known_before_march_2011_and_the_error_names_those_that_are():
    with pytest.raises(NoRulebook) as caught:
        rulebook_on(dt.date(2011, 3, 4))

    assert isinstance(caught.value, KehoachError)
    for expected in ("2011-03-04", "tt01-2011", "nd30-2020", "2011-03-05", "2020-03-04"):
        assert expected in str(caught.value)


def test_a_datetime_is_refused():
    with pytest.raises(TypeError, match=r"\.date\(\)"):
        rulebook_on(dt.datetime(2020, 3, 5, tzinfo=dt.UTC))


@pytest.mark.parametrize("arguments", [("nd31-2021", "14"), ("nd30-2020", "12")])
def test_an_unknown_regime_or_set_is_refused(arguments):
    with pytest.raises(NoRulebook, match=arguments[0] if arguments[1] == "14" else "'12'"):
        rulebook(*arguments)


def test_the_list_of_regimes_agrees_with_the_data():
    for regime in REGIMES:
        book = rulebook(regime.id)

        assert (book.id, book.name) == (regime.id, regime.name)
        assert (book.first_day, book.last_day) == (regime.first_day, regime.last_day)


def test_a_rulebook_is_equal_and_hashed_by_its_key_and_survives_pickling():
    book = rulebook("nd30-2020", "13")
    copy = pickle.loads(pickle.dumps(book))  # noqa: S301 - our own bytes

    assert copy == book
    assert len({copy, book, rulebook("nd30-2020")}) == 2
    assert copy.part("motto") == book.part("motto")
    assert book.key == "nd30-2020/13"


def test_importing_the_rules_reads_no_data():
    heavy = "{'tomllib', 'difflib', 'docx'}"
    code = f"import sys, kehoach.rules; print(sorted({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "[]"
