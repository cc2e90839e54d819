"""Laws of reading: papers read back, nothing is lost, nothing but ReadError is raised."""

from __future__ import annotations

import contextlib
import re
import unicodedata

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach.compose import plan_document
from kehoach.errors import KehoachError, ReadError
from kehoach.exporters.text import as_text
from kehoach.plan import Plan, Task, with_ids
from kehoach.reading import Reading, read_plan
from kehoach.rules import rulebook
from kehoach.word import observe, write
from tests.strategies import plans
from tests.strategies_papers import realistic_plans
from tests.strategies_readable import readable_plans
from tests.support.essence import essence
from tests.support.papers import FOUNDING, body_of, nodes, read

REGIMES = (rulebook("nd30-2020"), rulebook("tt01-2011"))
RULES = REGIMES[0]


def papers_of(plan, rules=RULES):
    document = plan_document(plan, rules)
    return as_text(document), write(document, rules)


@settings(max_examples=60)
@given(readable_plans() | realistic_plans(), st.sampled_from(REGIMES))
def test_a_plan_reads_back_from_its_papers_in_every_printed_field(plan, rules):
    text, word = papers_of(plan, rules)
    from_text, from_word = read_plan(observe(text.encode())), read_plan(observe(word))

    assert essence(from_word.plan) == essence(plan)
    assert essence(from_text.plan, landscape=False) == essence(plan, landscape=False)
    assert as_text(plan_document(from_word.plan, rules)) == text
    assert as_text(plan_document(from_text.plan, rules)) == text
    assert from_text.unread == from_word.unread == ()


@settings(max_examples=60)
@given(plans(), st.sampled_from(("text", "word")))
def test_no_line_of_a_paper_that_the_composers_make_is_lost(plan, form):
    try:
        text, word = papers_of(plan)
        observed = observe(text.encode() if form == "text" else word)
    except KehoachError:
        return
    result = read_plan(observed)

    assert lost_lines(observed, result) == []


def lost_lines(observed, result):
    """The parts of lines, as columns part them, that are neither in the plan nor unread."""
    strings: list[str] = []
    _gather(result.plan, strings)
    with contextlib.suppress(KehoachError):
        strings.append(as_text(plan_document(result.plan, RULES)))
    held = bare(" ".join([*strings, *(one.text for one in result.unread)]))
    parts = [part for line in observed.lines() for part in re.split(r"\t|\s{3,}", line.text)]
    return [part for part in parts if bare(part) not in held]


def _gather(value, into):
    if isinstance(value, str):
        into.append(value)
    elif isinstance(value, tuple):
        for one in value:
            _gather(one, into)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            _gather(getattr(value, field.name), into)


def bare(text):
    """Letters and digits without marks: capitals of a print do not tell them all ("İ", "ı")."""
    plain = unicodedata.normalize("NFKD", text.upper().lower())
    return re.sub(r"[\W_\u0300-\u036f]", "", plain)


LINES = FOUNDING.read_text(encoding="utf-8").split("\n")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=40))
@example(["KẾ HOẠCH", "X", "I. ", "1.", "-", "a)", "(", "Nơi nhận:", "PHỤ LỤC"])
@example(["KẾ HOẠCH", "1.1.1.1.1.1.1.1.1.1.1. a", "MMMM. b", "z) c", "\t\t"])
def test_nothing_but_a_read_error_is_raised(lines):
    try:
        observed = observe("\n".join(lines).encode("utf-8", "replace"))
    except ReadError:
        return

    assert isinstance(read_plan(observed, accept_emendations=True), Reading)


@settings(max_examples=30)
@given(st.data())
def test_a_paper_with_lines_left_out_or_moved_is_still_read(data):
    some = data.draw(st.permutations(LINES))[: data.draw(st.integers(1, len(LINES)))]
    result = read("\n".join(some) + "\nKẾ HOẠCH\n")

    assert isinstance(result, Reading)


def test_a_novel_is_told_to_be_no_plan_and_every_line_is_left_unread():
    lines = ["Ngày xưa có một cô bé quàng khăn đỏ sống ở bìa rừng."] * 50
    result = read("\n\n".join(lines))

    assert [one.code for one in result.findings] == ["reading.no-plan"]
    assert len(result.unread) == 50
    assert result.plan == Plan(title="")


def test_an_empty_paper_is_told_to_be_empty():
    result = read(" \n\n")

    assert result.findings[0].message == "văn bản không có chữ nào"
    assert result.unread == ()


def test_one_endless_line_is_read_as_one_paragraph_and_reported():
    plan_text = "KẾ HOẠCH\nX\n\nI. NHIỆM VỤ\n1. " + "Sở Y tế báo cáo trước ngày 1/1/2024, " * 30_000
    result = read(plan_text)

    assert "reading.long-paragraph" in {one.code for one in result.findings}
    assert len(nodes(result.plan, Task)) == 1


@pytest.mark.parametrize("sign", ["(", "1.", "Sở ", "- ", "báo cáo ", "a\t", "Kèm theo "])
def test_a_sign_repeated_a_million_times_ends_in_a_reading(sign):
    assert isinstance(read("KẾ HOẠCH\nX\n\n" + sign * 100_000), Reading)


def test_the_ids_are_those_that_the_plan_itself_would_get():
    def without(value):
        if isinstance(value, tuple):
            return tuple(map(without, value))
        if not attrs.has(type(value)):
            return value
        names = [field.name for field in attrs.fields(type(value))]
        inner = {name: without(getattr(value, name)) for name in names}
        return attrs.evolve(value, **inner | ({"id": None} if isinstance(value, Task) else {}))

    plan = body_of("I. NHIỆM VỤ\n" + "- Tổ chức hội nghị.\n" * 3)

    assert with_ids(without(plan)) == plan


def test_equal_tasks_get_ids_of_their_own():
    plan = body_of("I. NHIỆM VỤ\n" + "- Tổ chức hội nghị.\n" * 30)
    ids = {one.id for one in nodes(plan, Task)}

    assert len(ids) == 30
