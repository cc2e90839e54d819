"""Đi qua kế hoạch: every node of a plan with its path in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kehoach.files._fields import fields_of, is_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach.files._faults import Path

Node: TypeAlias = Any
"""A plan or a part of it: any class that a file writes as a mapping, or a tuple of them."""


def nodes(value: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """The nodes under a value, itself first, in the order of the paper."""
    cls: type = type(value)
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from nodes(item, (*path, index))
    elif is_node(cls):
        yield path, value
        for field in fields_of(cls):
            yield from nodes(getattr(value, field.name), (*path, field.key))


def rebuild(value: Node, change: Callable[[Node], Node]) -> Node:
    """The same value with each node, children first, replaced by what `change` makes of it."""
    cls: type = type(value)
    if isinstance(value, tuple):
        return tuple(rebuild(item, change) for item in value)
    if not is_node(cls):
        return value
    parts = {field.name: rebuild(getattr(value, field.name), change) for field in fields_of(cls)}
    return change(attrs.evolve(value, **parts))
