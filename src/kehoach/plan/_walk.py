"""Đi qua kế hoạch: each part with where it stands, and a plan made anew with other parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar, cast

import attrs

from kehoach.plan.nodes import Assignment, Party, ReportingDuty, Section, Target, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def parts(value: object, trail: tuple[str, ...] = ()) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every node under a value, itself first, with the headings that lead to it."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one, trail)
    elif _is_node(value):
        yield value, trail
        inner = below(value, trail)
        for attribute in attrs.fields(type(value)):
            yield from parts(getattr(value, attribute.name), inner)


def with_parties(
    value: T, change: Callable[[Party, tuple[str, ...]], Party], trail: tuple[str, ...] = ()
) -> T:
    """The same value with each party replaced; parts without a changed party stay the same."""
    if isinstance(value, Party):
        return cast("T", change(value, trail))
    if isinstance(value, tuple):
        changed = tuple(with_parties(one, change, trail) for one in value)
        return value if all(map(_same, changed, value)) else cast("T", changed)
    return cast("T", _node_with_parties(value, change, trail)) if _is_node(value) else value


def _node_with_parties(
    node: attrs.AttrsInstance,
    change: Callable[[Party, tuple[str, ...]], Party],
    trail: tuple[str, ...],
) -> attrs.AttrsInstance:
    inner = below(node, trail)
    new = {
        attribute.name: with_parties(getattr(node, attribute.name), change, inner)
        for attribute in attrs.fields(type(node))
    }
    if all(_same(part, getattr(node, name)) for name, part in new.items()):
        return node
    return attrs.evolve(node, **new)  # type: ignore[misc]


def below(value: object, trail: tuple[str, ...]) -> tuple[str, ...]:
    """The trail of what stands under the value: headings, assignees, ids of tasks."""
    match value:
        case Section(heading=str(label)) | Assignment(heading=str(label)):
            return (*trail, label)
        case Assignment(assignees=assignees):
            return (*trail, ", ".join(party.name for party in assignees))
        case Task(id=str(label)) | Target(id=str(label)) | ReportingDuty(id=str(label)):
            return (*trail, label)
    return trail


def _is_node(value: object) -> TypeGuard[attrs.AttrsInstance]:
    return attrs.has(type(value))


def _same(first: object, second: object) -> bool:
    return first is second
