"""Law 1 and the agreement of schema and reader, over any plan."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kehoach.errors import InvalidPlanFile
from kehoach.files import dump, dumps, json_schema, load, loads
from tests.strategies import document_files, plans

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.plan import Plan


@given(plan=plans())
def test_what_is_dumped_as_yaml_is_loaded_as_the_same_plan(plan: Plan):
    assert loads(dumps(plan)) == plan


@given(plan=plans())
def test_what_is_dumped_as_json_is_loaded_as_the_same_plan(plan: Plan):
    assert loads(dumps(plan, "json"), "plan.json") == plan


@settings(max_examples=40)
@given(paper=document_files())
def test_a_document_file_is_loaded_as_the_same_paper(paper: Plan):
    assert loads(dumps(paper)) == paper
    assert loads(dumps(paper, "json"), "paper.json") == paper


@settings(max_examples=25)  # the readers in Python are slow
@given(plan=plans())
def test_another_reader_of_yaml_sees_the_texts_that_json_holds(plan: Plan):
    """What is quoted in YAML is a string to every reader, and nothing else is lost or folded."""
    written = yaml.load(dumps(plan), Loader=yaml.BaseLoader)  # noqa: S506 - strings only

    assert written == _as_text(json.loads(dumps(plan, "json")))


@settings(max_examples=25)
@given(plan=plans())
def test_no_text_becomes_another_type_in_a_reader_of_yaml_1_1(plan: Plan):
    seen = yaml.safe_load(dumps(plan))

    assert _texts(seen) <= _texts(json.loads(dumps(plan, "json")))


@settings(max_examples=10)
@pytest.mark.parametrize("name", ["plan.yaml", "plan.yml", "plan.json"])
@given(plan=plans())
def test_a_file_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, plan: Plan
):
    path: Path = tmp_path_factory.getbasetemp() / name
    dump(plan, path)

    assert load(path) == plan


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def _accepts(view: object) -> bool:
    """Whether `load` accepts a file's form; that an id stands twice no schema can say."""
    try:
        loads(json.dumps(view), "plan.json")
    except InvalidPlanFile as invalid:
        return {finding.code for finding in invalid.findings} == {"file.repeated-id"}
    return True


@given(plan=plans())
def test_the_schema_accepts_what_is_dumped(plan: Plan):
    view = json.loads(dumps(plan, "json"))

    assert list(_validator().iter_errors(view)) == []


WRONG: list[Any] = [
    None, True, 0, -3, 7, 1.5, 31, 32, 2013, "", "mai", "0", "true", "lead", "leed", "98,5",
    "1.2.3", "2013-03-19", "10/7/2013", "32/1/2013", "2013-13", "2013-Q5", "2013-Q4", "3/2013",
    "16:00", "24h", [], ["x"], [None], {}, {"x": 1}, {"name": 5}, {"task": "x"}, {"heading": None},
    {"heading": "x", "assignees": ["y"]}, [["a"], ["b"]], [{"item": 1}],
    {"before": "10/7/2013"}, {"before": "10/7/2013", "by": "x"},
    {"by": "10/7/2013", "hour": "25:00"}, {"within": 0, "after": "x"}, {"within": -1, "after": "x"},
    {"every": "week", "month": 13}, {"every": "month", "day": 0}, {"every": "month", "day": "07"},
]  # fmt: skip


def _places(view: Any) -> list[tuple[Any, Any]]:
    """Every container of the tree with each of its keys or indices."""
    if not isinstance(view, dict | list):
        return []
    steps = list(view) if isinstance(view, dict) else list(range(len(view)))
    return [(view, step) for step in steps] + [
        place for step in steps for place in _places(view[step])
    ]


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A plan file as an editor sees it, with one to three faults (some of them harmless)."""
    view = json.loads(dumps(draw(plans()), "json"))
    for _ in range(draw(st.integers(1, 3))):
        holder, step = draw(st.sampled_from(_places(view)))
        match draw(st.sampled_from(("drop", "misspell", "replace", "add"))):
            case "drop":
                del holder[step]
            case "misspell" if isinstance(holder, dict):
                holder[step[:-1]] = holder.pop(step)
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(("x", "task", "heading", "name", "id")))] = "y"
            case _:
                holder[step] = copy.deepcopy(draw(st.sampled_from(WRONG)))
        if not view:
            break
    return view


@given(view=damaged())
def test_the_schema_and_load_refuse_the_same_files(view: Any):
    assert _validator().is_valid(view) == _accepts(view)


def _as_text(value: Any) -> Any:
    """A JSON value with every scalar as its spelling, as YAML's base loader gives it."""
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return value if isinstance(value, str) else json.dumps(value)


def _texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(_texts, value.values()))
    if isinstance(value, list):
        return set().union(*map(_texts, value))
    return {value} if isinstance(value, str) else set()
