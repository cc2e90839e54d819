"""Laws of reading: papers read back, nothing is lost, nothing but ReadError is raised."""

from __future__ import annotations

import re
import unicodedata

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach.compose import plan_document
from kehoach.errors import KehoachError, ReadError
from kehoach.exporters.text import as_text
from kehoach.plan import Assignment, Party, Plan, Task
from kehoach.reading import Reading, read_plan
from kehoach.rules import rulebook
from kehoach.word import observe, write
from tests.strategies import plans
from tests.strategies_papers import realistic_plans
from tests.support.papers import FOUNDING, body_of, nodes, read

RULES = rulebook("nd30-2020")


def printed(plan: Plan) -> Plan:
    """The plan without what was read from its sentences: ids, roles and days."""

    def bare(node):
        if isinstance(node, Task):
            return Task(node.text, mark=node.mark, number=node.number, details=node.details)
        return attrs.evolve(node, tasks=tuple(map(bare, node.tasks)))

    sections = tuple(
        attrs.evolve(
            one,
            content=tuple(
                bare(child) if isinstance(child, Task | Assignment) else child
                for child in one.content
            ),
        )
        for one in plan.sections
    )
    return attrs.evolve(plan, sections=sections, period=None)


def papers_of(plan):
    document = plan_document(plan, RULES)
    return as_text(document), write(document, RULES)


@settings(max_examples=60)
@given(realistic_plans())
def test_a_plan_reads_back_from_its_papers_in_every_printed_field(plan):
    text, word = papers_of(plan)
    readings = [read_plan(observe(text.encode())).plan, read_plan(observe(word)).plan]

    assert [as_text(plan_document(one, RULES)) for one in readings] == [text, text]
    assert readings[0] == readings[1]
    assert as_printed(printed(readings[0])) == as_printed(printed(plan))


def as_printed(plan: Plan) -> Plan:
    """The plan without what printing alone decides: the end mark, "các" after "Đề nghị"."""
    sections = tuple(
        attrs.evolve(one, content=tuple(map(_unmarked, one.content))) for one in plan.sections
    )
    closing = tuple(attrs.evolve(one, text=one.text.rstrip(".")) for one in plan.closing)
    return attrs.evolve(plan, sections=sections, closing=closing)


def _unmarked(node):
    if not isinstance(node, Assignment):
        return node
    tasks = tuple(attrs.evolve(one, text=one.text.rstrip(".")) for one in node.tasks)
    named = tuple(Party(one.name.replace("Các ", "các ", 1)) for one in node.assignees)
    return attrs.evolve(node, tasks=tasks, assignees=named)


@settings(max_examples=40)
@given(plans())
def test_every_paper_that_the_composers_make_can_be_read(plan):
    try:
        text, word = papers_of(plan)
    except KehoachError:
        return

    assert isinstance(read_plan(observe(text.encode())), Reading)
    assert isinstance(read_plan(observe(word)), Reading)


def bare(text):
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text)).lower()


@settings(max_examples=60)
@given(realistic_plans())
def test_nothing_of_a_paper_is_lost(plan):
    text, _ = papers_of(plan)
    result = read_plan(observe(text.encode()))
    whole = bare(as_text(plan_document(result.plan, RULES)))
    left = {bare(one.text) for one in result.unread}
    lost = [line for line in text.split("\n") if bare(line) not in whole and bare(line) not in left]

    assert lost == []


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


def test_equal_tasks_get_ids_of_their_own():
    plan = body_of("I. NHIỆM VỤ\n" + "- Tổ chức hội nghị.\n" * 30)
    ids = {one.id for one in nodes(plan, Task)}

    assert len(ids) == 30
