"""Places of a plan in words, as its paper numbers them."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings

from kehoach.comparing import diff
from kehoach.compose import path_of, place_words
from kehoach.errors import NoSuchOrdinal
from kehoach.files import load
from kehoach.plan import (
    Assignment,
    Item,
    Layout,
    Paragraph,
    Party,
    Plan,
    Section,
    Task,
    TaskTable,
    TextTable,
)
from tests.plausible_plans import plausible_plans

MODERN = Path(__file__).resolve().parent / "modern" / "province-2026.yaml"


def in_section(*content, **marks):
    return Plan("Thử", sections=(Section("A", (Item("x"),)), Section("B", content, **marks)))


PLACES = [
    (in_section(Item("a"), Item("b")), ("sections", 1, "content", 1), "khoản 2 Mục II"),
    (in_section(Item("a", (Item("b"),))), ("sections", 1, "content", 0, "items", 0),
     "gạch đầu dòng thứ nhất khoản 1 Mục II"),
    (in_section(Section("C", (Item("a"),), items_mark="a)")),
     ("sections", 1, "content", 0, "content", 0), "điểm a khoản 1 Mục II"),
    (in_section(Item("a"), mark="Chương I"), ("sections", 1, "content", 0), "Điều 1 Chương I"),
    (in_section(Paragraph("a"), Paragraph("b")), ("sections", 1, "content", 1),
     "đoạn thứ hai Mục II"),
    (in_section(Paragraph("a")), ("sections", 1, "content", 0), "đoạn Mục II"),
    (in_section(TextTable(("x",), (("1",), ("2",)))), ("sections", 1, "content", 0, "rows", 1, 0),
     "hàng thứ hai bảng Mục II"),
    (in_section(Assignment((Party("Sở A"),), (Task("a"),), layout=Layout.INLINE)),
     ("sections", 1, "content", 0, "tasks", 0, "deadline"), "khoản 1 Mục II"),
    (in_section(Item("a", mark="+"), mark=""), ("sections", 1, "content", 0),
     "gạch đầu dòng thứ nhất Mục “B”"),
    (Plan("Thử", opening=(Paragraph("a"),)), ("opening", 0, "text"), "phần mở đầu"),
    (Plan("Thử"), ("title",), ""),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "path", "words"), PLACES)
def test_a_place_is_told_from_the_innermost_number_outwards(plan, path, words):
    assert place_words(plan, path) == words


def test_a_part_is_found_as_the_very_same_object():
    plan = load(MODERN)
    table = plan.annexes[0].content[0]
    assert isinstance(table, TaskTable)
    row = table.rows[1]

    assert path_of(plan, row) == ("annexes", 0, "content", 0, "rows", 1)
    assert place_words(plan, path_of(plan, row)) == "số thứ tự 1 nhóm I Phụ lục I"
    assert path_of(plan, evolve(row)) == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(old=plausible_plans(), new=plausible_plans())
def test_every_change_between_any_two_plans_has_a_place(old, new):
    for change in diff(old, new):
        try:
            words = place_words(old, change.path)
        except NoSuchOrdinal:  # a plan that no paper can print
            assume(False)
        assert "None" not in words
