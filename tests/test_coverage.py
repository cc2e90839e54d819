"""What the plans of the bodies carry out of their superior's plan."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kehoach.coverage import Cover, coverage
from kehoach.deadlines import By, Every, Period, Recurring
from kehoach.documents import Issuer
from kehoach.files import load, load_directory
from kehoach.plan import Assignment, Milestone, Party, Plan, Section, Task
from kehoach.tracking import obligations
from kehoach.workdays import vietnam

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
DUE = datetime.date(2026, 6, 30)


def plan(issuer: str, *tasks: Task, to: str = "Sở Nội vụ") -> Plan:
    return Plan(
        "Việc chung", period=Period.year(2026), date=datetime.date(2026, 1, 5),
        issuer=Issuer(issuer),
        sections=(Section("VIỆC", content=(Assignment((Party(to),), tasks),)),),
    )  # fmt: skip


PARENT = plan("UBND tỉnh", Task("Làm a", id="1.1", deadline=By(DUE)), Task("Làm b", id="1.2"))


def only(child: Plan, node: str = "1.1") -> Cover:
    found = coverage(PARENT, [child], vietnam())
    (row,) = [one for one in found.rows if one.obligation.duty.node == node]
    return row.cover


def test_a_task_that_names_its_parent_and_keeps_the_day_covers_it():
    child = plan(
        "Sở Nội vụ", Task("Làm a tại Sở", implements=("1.1",), deadline=By(DUE)), to="Văn phòng Sở"
    )

    assert only(child) is Cover.COVERED


def test_a_day_later_than_the_superiors_is_told_with_it():
    late = DUE + datetime.timedelta(days=1)
    child = plan("Sở Nội vụ", Task("Làm a", implements=("1.1",), deadline=By(late)), to="Phòng A")

    (row,) = coverage(PARENT, [child], vietnam()).of(Cover.LATER)

    assert row.due == late
    assert row.obligation.due == DUE


def test_a_task_without_a_day_where_the_superior_gave_one_is_told():
    assert only(plan("Sở Nội vụ", Task("Làm a", implements=("1.1",)), to="P. A")) is Cover.UNDATED


def test_what_no_task_names_is_missing_and_a_body_without_a_plan_is_told():
    child = plan("Sở Nội vụ", Task("Việc khác"), to="Phòng A")

    assert only(child) is Cover.MISSING
    found = coverage(PARENT, [], vietnam())
    assert {row.cover for row in found.rows} == {Cover.NO_PLAN}


def test_several_tasks_of_a_body_count_by_the_last_of_them():
    early = DUE - datetime.timedelta(days=30)
    child = plan(
        "Sở Nội vụ", Task("Phần 1", id="x", implements=("1.1",), deadline=By(early)),
        Task("Phần 2", id="y", implements=("1.1", "1.2"), deadline=By(DUE)), to="Phòng A",
    )  # fmt: skip

    first, second = coverage(PARENT, [child], vietnam()).rows

    assert (first.cover, first.due, first.nodes) == (Cover.COVERED, DUE, ("x", "y"))
    assert second.cover is Cover.COVERED


@pytest.mark.parametrize(("day", "cover"), [(15, Cover.COVERED), (20, Cover.LATER)])
def test_each_turn_of_recurring_work_is_held_against_the_same_turn(day, cover):
    monthly = Recurring(Every.MONTH, day=15)
    parent = plan("UBND tỉnh", Task("Báo cáo", id="1.1", deadline=monthly))
    own = Task("Báo cáo", implements=("1.1",), deadline=Recurring(Every.MONTH, day=day))

    rows = coverage(parent, [plan("Sở Nội vụ", own, to="Phòng A")], vietnam()).rows

    assert len(rows) == 12
    assert {row.cover for row in rows} == {cover}


def test_a_milestone_is_held_against_the_milestone_of_the_same_words():
    step = Milestone("Gửi thẩm định", By(datetime.date(2026, 4, 29)))
    asked = Task("Làm a", id="1.1", deadline=By(DUE), milestones=(evolve(step, id="m1"),))
    own = Task("Làm a", implements=("1.1", "m1"), deadline=By(DUE), milestones=(step,))

    rows = coverage(plan("UBND tỉnh", asked), [plan("Sở Nội vụ", own)], vietnam()).rows

    assert [row.cover for row in rows] == [Cover.COVERED, Cover.COVERED]


def test_ids_that_the_superior_does_not_have_and_strangers_are_named():
    child = plan("Sở Y tế", Task("Làm", implements=("9.9",)), to="Phòng A")

    found = coverage(PARENT, [child], vietnam())

    assert found.strangers == ("Sở Y tế",)
    assert found.unknown == (("Sở Y tế", "9.9"),)


def test_a_plan_without_an_issuer_is_refused():
    with pytest.raises(ValueError, match="with an issuer"):
        coverage(PARENT, [Plan("Việc chung")], vietnam())


def test_a_group_is_opened_by_the_directory_so_that_each_body_is_seen():
    parent = load(EXAMPLE / "plan.yaml")
    directory = load_directory(EXAMPLE / "directory.yaml")
    child = plan(
        "Sở Tài chính", Task("Lập kế hoạch", implements=("G1",),
        deadline=By(datetime.date(2013, 3, 25))), to="Văn phòng Sở",
    )  # fmt: skip

    found = coverage(parent, [child], vietnam(), directory=directory)

    rows = [one for one in found.rows if one.obligation.duty.node == "G1"]
    covers = {one.obligation.name: one.cover for one in rows}
    assert covers["Sở Tài chính"] is Cover.COVERED
    assert covers["Sở Nội vụ"] is Cover.NO_PLAN


@given(kept=st.sets(st.sampled_from(["1.1", "1.2"])))
def test_every_obligation_has_exactly_one_row_and_covered_ones_are_those_claimed(kept):
    tasks = [Task(f"Làm {one}", implements=(one,), deadline=By(DUE)) for one in sorted(kept)]

    found = coverage(PARENT, [plan("Sở Nội vụ", *tasks, to="Phòng A")], vietnam())

    owed = obligations(PARENT, None, vietnam())
    assert [row.obligation for row in found.rows] == list(owed)
    assert {row.obligation.duty.node for row in found.of(Cover.COVERED)} == kept
