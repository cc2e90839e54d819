"""The checker guards the writer: what the composers make has no fault of form."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from benchmarks.faults.papers import PAPERS, PLAN
from kehoach import load
from kehoach.checks import lint, table
from kehoach.compose import plan_document
from kehoach.documents import Paragraph, Part
from kehoach.errors import NoSuchOrdinal
from kehoach.rules import rulebook
from kehoach.word import observe, write
from tests.plausible_plans import plausible_plans
from tests.sample_papers import DECISION, LETTER

BOOKS = [
    rulebook(regime, sizes=sizes) for regime in ("nd30-2020", "tt01-2011") for sizes in ("14", "13")
]
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
LETTERS = "PG FT HD TL CC DC BD KG SG NN PL MK BB XX".split()


def of_form(found):
    """The findings that lie in what the writer lays out, not in the user's words."""
    return [
        one
        for one in found
        if one.code[:2] in LETTERS and table()[one.code].messages[one.aspect].about == "form"
    ]


@given(plausible_plans(), st.sampled_from(BOOKS))
def test_what_the_composers_make_has_no_fault_of_form(plan, book):
    try:
        document = plan_document(plan, book)
    except NoSuchOrdinal:
        reject()

    assert of_form(lint(observe(write(document, book)), book)) == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.key)
def test_the_founding_plan_has_no_fault_of_form(book):
    data = write(plan_document(load(EXAMPLE), book), book)

    assert of_form(lint(observe(data), book)) == []


def test_the_founding_plan_is_held_to_the_rules_of_its_own_year():
    data = write(plan_document(load(EXAMPLE), BOOKS[2]), BOOKS[2])

    assert of_form(lint(observe(data))) == []
    assert "PG06" in {one.code for one in lint(observe(data), BOOKS[0])}


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.key)
def test_a_letter_has_no_fault_of_form(book):
    assert of_form(lint(observe(write(LETTER, book)), book)) == []


@pytest.mark.parametrize("name", PAPERS)
def test_papers_of_every_kind_have_no_fault_of_form_in_small_sizes(name):
    """The larger sizes are those that the faults are planted in."""
    assert of_form(lint(observe(write(PAPERS[name], BOOKS[1])), BOOKS[1])) == []


def test_both_papers_of_a_file_are_checked():
    """A decision and the regulation that it promulgates stand in one file."""
    clean = lint(observe(write(DECISION, BOOKS[0])), BOOKS[0])
    assert DECISION.title is not None
    title = attrs.evolve(DECISION.title, kind="Quyết định")
    wrong = attrs.evolve(DECISION, title=title, enclosed=DECISION.enclosed)
    found = lint(observe(write(wrong, BOOKS[0])), BOOKS[0])

    assert "TL01" not in {one.code for one in clean}
    assert "TL01" in {one.code for one in found}


def test_a_long_first_line_of_the_body_is_no_basis():
    blocks = (Paragraph("Căn cứ Luật Lưu trữ", Part.BASIS), *PLAN.blocks[2:])
    found = lint(observe(write(attrs.evolve(PLAN, blocks=blocks), BOOKS[0])))

    assert {one.code for one in found} >= {"CC02"}
