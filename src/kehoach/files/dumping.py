"""Ghi tệp kế hoạch: a plan becomes YAML or JSON that `load` reads back as the same plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeAlias

from kehoach.errors import PlanFileTooLarge, UnwritableText
from kehoach.files._bounds import MAX_DEPTH
from kehoach.files._converter import converter
from kehoach.files._faults import place
from kehoach.files._structure import VERSION_KEY
from kehoach.files._yaml_text import yaml_text
from kehoach.files.atomic import write_atomically
from kehoach.vietnamese import forbidden_characters, is_clean

if TYPE_CHECKING:
    from os import PathLike

    from kehoach.files._faults import Path as Steps
    from kehoach.files._yaml_text import Written
    from kehoach.plan import Plan

Format: TypeAlias = Literal["yaml", "json"]


def dump(plan: Plan, path: str | PathLike[str]) -> None:
    """Ghi kế hoạch: write the file whole or not at all; a name that ends in .json gets JSON.

    Raises as `dumps`, and `TargetUnwritable` when the file cannot be written.
    """
    is_json = Path(path).suffix.lower() == ".json"
    content = dumps(plan, "json" if is_json else "yaml").encode()

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_atomically(path, write)


def dumps(plan: Plan, format: Format = "yaml") -> str:  # noqa: A002 - the word readers expect
    """Kế hoạch thành chữ: keys in the order of the paper, defaults left out.

    Raises `UnwritableText` for a text with characters that no paper can hold,
    `PlanFileTooLarge` for a plan that nests deeper than `load` reads, `ValueError` for another
    format.
    """
    tree: dict[str, Written] = {VERSION_KEY: 1, **converter().unstructure(plan)}
    _check(tree, ())
    match format:
        case "yaml":
            return yaml_text(tree)
        case "json":
            return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
    message = f"expected format 'yaml' or 'json', got {format!r}"
    raise ValueError(message)


def _check(value: Written, path: Steps) -> None:
    """Refuse what `load` would refuse."""
    if len(path) > MAX_DEPTH:
        raise PlanFileTooLarge("the plan", "nested lists and mappings", MAX_DEPTH)
    if isinstance(value, dict):
        for key, item in value.items():
            _check(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            _check(item, (*path, index))
    elif isinstance(value, str) and not is_clean(value):
        offset, name = forbidden_characters(value)[0]
        raise UnwritableText(place(path), offset, name)
