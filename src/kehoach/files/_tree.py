"""Cây: YAML and JSON as one tree in which every scalar is its own text.

So `no`, `07`, `1.10` and `2013-03-19` stay what the clerk wrote; only an empty value, `null` and
`~` are nothing. YAML is read event by event: nothing is built that the bounds do not allow.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from kehoach.errors import PlanFileTooLarge
from kehoach.files._bounds import MAX_ALIASES, MAX_DEPTH, MAX_VALUES
from kehoach.files._faults import Fault, PlacedFault, error, refuse
from kehoach.files._syntax import describe_json_error, describe_yaml_error
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"

Event: TypeAlias = Any
"""An event of PyYAML's parser, with marks and tags, which its type stubs do not all know."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it: ten times as fast."""

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def parse(text: str, source: str) -> tuple[Tree, tuple[PlacedFault, ...]]:
    """The tree of the text, with the faults that YAML itself lets pass (repeated keys, tags).

    JSON is read where the source ends in .json or the text begins with a brace. Raises
    `InvalidPlanFile` for wrong syntax, `PlanFileTooLarge` past a bound.
    """
    if source.lower().endswith(".json"):
        return parse_json(text, source)
    if text.lstrip().startswith("{"):
        try:
            return _json_tree(text, source)
        except json.JSONDecodeError:
            pass  # YAML may begin with a brace, too
    return parse_yaml(text, source)


def parse_json(text: str, source: str) -> tuple[Tree, tuple[PlacedFault, ...]]:
    """The tree of a JSON text; see `parse`."""
    try:
        return _json_tree(text, source)
    except json.JSONDecodeError as fault:
        message, advice = describe_json_error(fault)
        raise refuse(source, error("file.syntax", message, fault.lineno, advice)) from fault


def _json_tree(text: str, source: str) -> tuple[Tree, tuple[PlacedFault, ...]]:
    try:
        raw = json.loads(
            text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str
        )
    except RecursionError as deep:
        raise PlanFileTooLarge(source, "nested lists and mappings", MAX_DEPTH) from deep
    faults: list[PlacedFault] = []
    return _from_json(raw, (), faults, source), tuple(faults)


class _Pairs(tuple[tuple[str, object], ...]):
    """The members of a JSON object, repeated keys included."""

    __slots__ = ()


def _from_json(
    raw: object, path: tuple[str | int, ...], faults: list[PlacedFault], source: str
) -> Tree:
    if len(path) > MAX_DEPTH:
        raise PlanFileTooLarge(source, "nested lists and mappings", MAX_DEPTH)
    match raw:
        case None:
            return None
        case bool():
            return "true" if raw else "false"
        case list():
            return [_from_json(item, (*path, i), faults, source) for i, item in enumerate(raw)]
        case _Pairs():
            mapping: dict[str, Tree] = {}
            for name, value in raw:
                key = nfc(name)
                if key in mapping:
                    faults.append(PlacedFault((*path, key), _repeated(key)))
                mapping[key] = _from_json(value, (*path, key), faults, source)
            return mapping
    return nfc(str(raw))


def parse_yaml(text: str, source: str) -> tuple[Tree, tuple[PlacedFault, ...]]:
    """The tree of a YAML text; see `parse`."""
    builder = _Builder(source)
    try:
        events = iter(yaml.parse(text, Loader=LOADER))
        tree = builder.build(events)
    except yaml.YAMLError as fault:
        message, line, advice = describe_yaml_error(fault)
        raise refuse(source, error("file.syntax", message, line, advice)) from fault
    return tree, tuple(builder.faults)


class _Builder:
    """Builds the tree of one YAML document from its events; `faults` collects as it goes."""

    def __init__(self, source: str) -> None:
        self.faults: list[PlacedFault] = []
        self._source = source
        self._anchors: dict[str, tuple[Tree, int, int]] = {}
        self._aliases = self._values = 0

    def build(self, events: Iterator[Event]) -> Tree:
        tree: Tree = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault(event, "một tệp chỉ giữ một kế hoạch, nhưng có thêm '---'")
                    break
                tree, _ = self._node(next(events), events, 0)
        return tree

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> tuple[Tree, int]:
        """The tree that begins with the event, and how deep it nests."""
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        before = self._values
        self._count(1)
        if event.tag is not None:
            self._fault(event, f"nhãn '{event.tag}' không được dùng trong tệp kế hoạch")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and not event.style
            tree: Tree = None if plain and event.value in _NULLS else nfc(event.value)
            height = 0
        else:
            if depth >= MAX_DEPTH:
                raise PlanFileTooLarge(self._source, "nested lists and mappings", MAX_DEPTH)
            of = self._list if isinstance(event, yaml.SequenceStartEvent) else self._mapping
            tree, height = of(events, depth + 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = (tree, height, self._values - before)
        return tree, height

    def _list(self, events: Iterator[Event], depth: int) -> tuple[Tree, int]:
        items: list[Tree] = []
        height = 0
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            item, inner = self._node(event, events, depth)
            items.append(item)
            height = max(height, inner)
        return items, height + 1

    def _mapping(self, events: Iterator[Event], depth: int) -> tuple[Tree, int]:
        mapping: dict[str, Tree] = {}
        height = 0
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            name, _ = self._node(event, events, depth)
            if isinstance(name, list | dict):
                self._fault(event, "khóa phải là chữ, không thể là danh sách hay nhóm khóa")
            key = name if isinstance(name, str) else ""
            if key in mapping and isinstance(name, str):
                self.faults.append(PlacedFault((), _repeated(key), event.start_mark.line + 1))
            mapping[key], inner = self._node(next(events), events, depth)
            height = max(height, inner)
        return mapping, height + 1

    def _alias(self, event: Event, depth: int) -> tuple[Tree, int]:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise PlanFileTooLarge(self._source, "aliases", MAX_ALIASES)
        if event.anchor not in self._anchors:
            self._fault(event, f"'*{event.anchor}' không chỉ tới giá trị nào đã viết ở trên")
            return None, 0
        tree, height, values = self._anchors[event.anchor]
        if depth + height > MAX_DEPTH:
            raise PlanFileTooLarge(self._source, "nested lists and mappings", MAX_DEPTH)
        self._count(values)
        return tree, height

    def _count(self, values: int) -> None:
        self._values += values
        if self._values > MAX_VALUES:
            raise PlanFileTooLarge(self._source, "values", MAX_VALUES)

    def _fault(self, event: Event, message: str) -> None:
        line = event.start_mark.line + 1
        self.faults.append(PlacedFault((), Fault("file.syntax", message), line))


def _repeated(key: str) -> Fault:
    return Fault("file.repeated-key", f"khóa '{key}' được viết hai lần trong cùng một nhóm")
