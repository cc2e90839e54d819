"""Soát tên: every name and field that a template uses, held against the shape of what fills it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen
from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from kehoach_template.names import Shape

_ANY = "…"
"""Stands for a value of which nothing is known; whatever is asked of it is let through."""
_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.ScopedEvalContextModifier: "autoescape",
    nodes.EvalContextModifier: "autoescape",
}


@frozen
class Fault:
    """Một chỗ dùng sai: the number of the tag, from 1, what is wrong, and the nearest name."""

    tag: int
    message: str
    nearest: str = ""


class Walker:
    """Goes over a template's tree with the names that are in force at each place."""

    def __init__(self, environment: Environment, names: Mapping[str, Shape]) -> None:
        self._environment = environment
        self._known: dict[str, Shape] = dict.fromkeys(environment.globals, _ANY) | dict(names)

    def faults(self, tree: nodes.Template) -> Iterator[Fault]:
        """Every fault, in the order of the tags."""
        yield from self._all(tree.body, self._known)

    def _all(self, body: Sequence[nodes.Node], scope: dict[str, Shape]) -> Iterator[Fault]:
        for node in body:
            yield from self._one(node, scope)

    def _one(self, node: nodes.Node, scope: dict[str, Shape]) -> Iterator[Fault]:
        match node:
            case nodes.For():
                yield from self._one(node.iter, scope)
                item = _item(_shape(node.iter, scope))
                inner = scope | {"loop": _ANY} | _bound(node.target, item)
                yield from self._all([*([node.test] if node.test else []), *node.body], inner)
                yield from self._all(node.else_, scope)
            case nodes.Assign():
                yield from self._one(node.node, scope)
                scope |= _bound(node.target, _shape(node.node, scope))
            case nodes.Macro():
                arguments: dict[str, Shape] = {one.name: _ANY for one in node.args}
                yield from self._all(node.body, scope | arguments)
                scope[node.name] = _ANY
            case nodes.Getattr():
                yield from self._field(node, node.attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                yield from self._field(node, name, scope)
            case _:
                yield from self._used(node, scope)
                yield from self._all(tuple(node.iter_child_nodes()), scope)

    def _used(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Iterator[Fault]:
        """The fault of a node by itself, whatever it holds."""
        if word := _FORBIDDEN.get(type(node)):
            yield Fault(node.lineno, f"không dùng được lệnh {word} trong mẫu")
        match node:
            case nodes.Name(ctx="load") if node.name not in scope:
                yield _unknown(node.lineno, "tên", node.name, scope)
            case nodes.Filter() if node.name not in self._environment.filters:
                yield _unknown(node.lineno, "bộ lọc", node.name, self._environment.filters)
            case nodes.Test() if node.name not in self._environment.tests:
                yield _unknown(node.lineno, "phép thử", node.name, self._environment.tests)

    def _field(
        self, node: nodes.Getattr | nodes.Getitem, name: str, scope: dict[str, Shape]
    ) -> Iterator[Fault]:
        before = list(self._one(node.node, scope))
        yield from before
        shape = _shape(node.node, scope)
        if before or shape is _ANY:
            return
        if isinstance(shape, Mapping):
            if name not in shape:
                yield _unknown(node.lineno, "trường", name, shape)
        elif not hasattr("" if isinstance(shape, str) else [], name):
            kind = "chữ" if isinstance(shape, str) else "danh sách, dùng for để lấy từng mục"
            yield Fault(node.lineno, f"không lấy được trường {name} của {kind}")


def _shape(node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
    """What is known of a value."""
    match node:
        case nodes.Name():
            return scope.get(node.name, _ANY)
        case nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
            owner = _shape(node.node, scope)
            return owner.get(name, _ANY) if isinstance(owner, Mapping) else _ANY
        case nodes.Getitem():
            return _item(_shape(node.node, scope))
    return _ANY


def _item(shape: Shape) -> Shape:
    return shape[0] if isinstance(shape, Sequence) and not isinstance(shape, str) else _ANY


def _bound(target: nodes.Node, shape: Shape) -> dict[str, Shape]:
    """The names that a loop or an assignment binds."""
    match target:
        case nodes.Name(name=name):
            return {name: shape}
        case nodes.Tuple(items=items):
            return {key: one for each in items for key, one in _bound(each, _ANY).items()}
    return {}


def _unknown(line: int, kind: str, name: str, known: Mapping[str, object]) -> Fault:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return Fault(line, f"không có {kind} {name}", near[0] if near else "")
