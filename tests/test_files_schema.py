"""The published schema and the starting files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from kehoach.files import fill_ids, json_schema, new_plan_text, read_plan_file
from kehoach.files.starting_files import KINDS
from kehoach.rules import rulebook

if TYPE_CHECKING:
    from pathlib import Path

GIVING_TASKS = ("KH", "CTr", "CT", "CV", "TB")


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())


def test_every_key_is_described_in_vietnamese():
    schema = json_schema()
    objects: dict[str, Any] = {"Plan": schema, **schema["$defs"]}
    undescribed = [
        f"{name}.{key}"
        for name, described in objects.items()
        for key, value in described["properties"].items()
        if not value.get("description")
    ]

    assert undescribed == []
    assert schema["$defs"]["Task"]["description"] == "Nhiệm vụ"
    assert schema["$defs"]["Task"]["properties"]["roles"]["description"] == "Phân công"


def test_a_changed_copy_of_the_schema_does_not_change_the_next_one():
    json_schema()["properties"].clear()
    json_schema()["$defs"]["Task"]["properties"].clear()

    assert "title" in json_schema()["properties"]
    assert "task" in json_schema()["$defs"]["Task"]["properties"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_starting_file_loads_and_names_what_is_to_be_filled_in(tmp_path: Path, kind: str):
    path = tmp_path / "plan.yaml"
    path.write_text(new_plan_text(kind), encoding="utf-8")
    read = read_plan_file(path)

    assert read.plan.kind == kind
    missing = {"file.missing-ids"} if kind in GIVING_TASKS else set()
    assert {finding.code for finding in read.findings} == {"file.placeholder"} | missing
    assert sum(finding.code == "file.placeholder" for finding in read.findings) >= 8


@pytest.mark.parametrize("kind", KINDS)
def test_a_starting_file_fits_the_schema_and_takes_ids(kind: str):
    filled, count = fill_ids(new_plan_text(kind))

    assert count >= (2 if kind in GIVING_TASKS else 0)
    assert Draft202012Validator(json_schema()).is_valid(yaml.safe_load(filled))


def test_a_kind_without_a_starting_file_is_refused():
    with pytest.raises(ValueError, match=r"one of the kinds KH, CTr, CT, .*, got 'XYZ'"):
        new_plan_text("XYZ")


def test_every_type_and_copy_of_the_decree_has_a_starting_file():
    assert set(KINDS) == {kind.key for kind in rulebook("nd30-2020").types}


@pytest.mark.parametrize("kind", KINDS)
def test_a_starting_file_names_its_kind_and_nothing_is_left_of_the_shared_text(kind: str):
    text = new_plan_text(kind)

    assert text.startswith(f"# {rulebook('nd30-2020').type(kind).name}:")
    assert "TÊN:" not in text
    assert "LOẠI" not in text
