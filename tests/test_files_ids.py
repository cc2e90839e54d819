"""Ids are filled in where they are missing, and nothing else of the file changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings

from kehoach.errors import InvalidPlanFile
from kehoach.files import dumps, fill_ids, load, loads, write_ids
from kehoach.files._walk import Node, nodes, rebuild
from kehoach.plan import IDENTIFIED, Task
from tests.strategies import plans

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.plan import Plan

TEXT = """\
# Kế hoạch của tỉnh
kehoach: 1
title: x
sections:
- heading: A   # mục
  content:
    - task: một   # ghi chú

      # hạn gửi
      deadline: {before: 01/4/2013}
    - {task: hai, note: y}
    - task: |
        ba
        bốn

      milestones:
        - mốc
        - text: mốc hai
          id:
    - task: |+
        năm

    - task: đã có
      id: cũ
    - assignees: [A]
      tasks:
      - một
      - hai
        ba   # c
      - |
        bốn
      -   "sáu
        bảy"
    - task_table: [task: k]
    - report: r
      dues: [{name: a}, b]
    - target: cuối"""
FILLED = """\
# Kế hoạch của tỉnh
kehoach: 1
title: x
sections:
- heading: A   # mục
  content:
    - task: một   # ghi chú
      id: nv-bo3hlq

      # hạn gửi
      deadline: {before: 01/4/2013}
    - {task: hai, id: nv-yr2rzc, note: y}
    - task: |
        ba
        bốn
      id: nv-irkmua

      milestones:
        - text: mốc
          id: moc-dvzqp7
        - text: mốc hai
          id: moc-fzk4j7
    - task: |+
        năm

      id: nv-xnompp
    - task: đã có
      id: cũ
    - assignees: [A]
      tasks:
      - task: một
        id: nv-wpwuq2
      - task: hai
          ba   # c
        id: nv-o57q6i
      - task: |
          bốn
        id: nv-mrolex
      -   task: "sáu
            bảy"
          id: nv-km4ch7
    - task_table: [{task: k, id: nv-qc3msl}]
    - report: r
      id: cd-iwycju
      dues: [{name: a, id: bc-o6nlj6}, {name: b, id: bc-w645o6}]
    - target: cuối
      id: ct-lgmgwb"""


def without_ids(plan: Plan) -> Plan:
    def change(node: Node) -> Node:
        return attrs.evolve(node, id=None) if isinstance(node, IDENTIFIED) else node

    bare: Plan = rebuild(plan, change)
    return bare


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_ids_are_written_beside_what_they_name(line_end: str):
    filled, count = fill_ids(TEXT.replace("\n", line_end))

    assert filled == FILLED.replace("\n", line_end)
    assert count == 15


@settings(max_examples=50)
@given(plan=plans())
def test_any_plan_in_yaml_gets_all_its_ids_and_keeps_the_rest(plan: Plan):
    _check(plan, dumps(plan), "plan.yaml")


@settings(max_examples=50)
@given(plan=plans())
def test_any_plan_in_json_gets_all_its_ids_and_keeps_the_rest(plan: Plan):
    _check(plan, dumps(plan, "json"), "plan.json")


def _check(plan: Plan, text: str, source: str) -> None:
    filled, count = fill_ids(text, source)
    followed = [node for _, node in nodes(loads(filled, source)) if isinstance(node, IDENTIFIED)]
    before = [node for _, node in nodes(plan) if isinstance(node, IDENTIFIED)]

    assert all(node.id is not None for node in followed)
    assert count == sum(node.id is None for node in before)
    assert all(
        new.id == old.id for old, new in zip(before, followed, strict=True) if old.id is not None
    )
    assert without_ids(loads(filled, source)) == without_ids(plan)
    assert fill_ids(filled, source) == (filled, 0)


def test_an_id_does_not_depend_on_the_place_of_its_task():
    first, second = (
        fill_ids(f"kehoach: 1\ntitle: x\nsections: [{{heading: A, content: [{tasks}]}}]\n")[0]
        for tasks in ("{task: a}, {task: b}", "{task: b}, {task: a}")
    )

    assert _ids_by_text(first) == _ids_by_text(second)


def _ids_by_text(text: str) -> dict[str, str | None]:
    return {node.text: node.id for _, node in nodes(loads(text)) if isinstance(node, Task)}


def test_a_task_put_in_two_places_by_an_alias_gets_no_id():
    text = (
        "kehoach: 1\ntitle: x\nsections:\n- heading: A\n  content:\n"
        "  - &a {task: a}\n  - *a\n  - task: b\n"
    )
    filled, count = fill_ids(text)

    assert count == 1
    assert "- &a {task: a}\n" in filled


def test_a_text_given_by_an_alias_gets_its_id_in_front():
    text = (
        "kehoach: 1\ntitle: &t x\nsections:\n- heading: A\n  content:\n"
        "  - task: *t\n    note: y\n  - {task: *t , note: z}\n"
    )
    filled, count = fill_ids(text)

    assert count == 2
    assert loads(filled).sections[0].content[0] != loads(filled).sections[0].content[1]


def test_json_stays_json():
    text = json.dumps(
        {"kehoach": 1, "title": "x", "sections": [{"heading": "A", "content": [{"task": "a"}]}]}
    )
    filled, _ = fill_ids(text, "plan.json")

    assert json.loads(filled)["sections"][0]["content"][0] == {"task": "a", "id": "nv-hprvjy"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('{"kehoach": 1, "title": "\\ud83d\\ude00"}', "plan.json"),
        (
            "kehoach: 1\ntitle: x\nsections:\n- heading: A\n  content:\n  - ? task\n    : x\n",
            "plan.yaml",
        ),
    ],
    ids=["escaped pairs, which YAML does not know", "a key after a question mark"],
)
def test_a_file_in_which_ids_cannot_be_placed_is_refused(text: str, source: str):
    with pytest.raises(InvalidPlanFile, match="không điền được mã"):
        fill_ids(text, source)


def test_an_invalid_file_is_refused():
    with pytest.raises(InvalidPlanFile):
        fill_ids("kehoach: 1\n")


def test_a_file_is_filled_in_place_with_its_byte_order_mark(tmp_path: Path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    assert write_ids(path) == 15
    assert path.read_bytes() == b"\xef\xbb\xbf" + FILLED.replace("\n", "\r\n").encode()
    assert load(path) == loads(FILLED)


def test_a_file_that_lacks_no_id_is_not_written(tmp_path: Path):
    path = tmp_path / "plan.yaml"
    path.write_text(FILLED, encoding="utf-8")
    before = path.stat().st_mtime_ns, path.stat().st_ino

    assert write_ids(path) == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
