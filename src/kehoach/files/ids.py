"""Điền mã: ids for what is followed over time, written into the file without touching the rest.

An id is a short hash of the text it is first given for (`nv-7f3k2a`), so that the same file gets
the same ids everywhere. Once written it never changes, though its text be edited or moved.
"""

from __future__ import annotations

import codecs
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO, get_args

import attrs
import yaml
from attrs import frozen

from kehoach.errors import InvalidPlanFile
from kehoach.files._bytes import decode, read_bytes
from kehoach.files._faults import error, refuse
from kehoach.files._fields import (
    bare_key,
    class_by_tag,
    fields_of,
    is_node,
    is_union,
    members,
    tags_of,
)
from kehoach.files._insertion import Edit, apply_edits, bare_text_edits, mapping_edits
from kehoach.files._lines import compose
from kehoach.files._walk import Node, nodes, rebuild
from kehoach.files.atomic import write_atomically
from kehoach.files.loading import loads
from kehoach.plan import ID_PREFIXES, IDENTIFIED, Plan, Section, made_id
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from kehoach.files._fields import TypeForm


@frozen
class _Place:
    """A node of the text that is one of the identified classes, and the list that holds it."""

    node: yaml.Node
    cls: type
    holder: yaml.Node


def fill_ids(text: str, source: str = "<text>") -> tuple[str, int]:
    """Điền mã: the text with an id for every task, milestone, target and report, and how many.

    Comments, order and layout stay; what has an id keeps it; filling twice is filling once. Nodes
    that YAML aliases put in several places get none, since one id cannot serve two. Raises as
    `loads`.
    """
    plan = loads(text, source)
    root = compose(text)
    if root is None:
        finding = error("file.ids", "không điền được mã vào tệp này", advice="lưu lại thành YAML")
        raise refuse(source, finding)
    named = [one for _, one in nodes(plan) if isinstance(one, (*IDENTIFIED, Section))]
    used = {node.id: 0 for node in named if node.id is not None}
    edits: list[Edit] = []
    filled = 0
    for place in _without_id(root):
        key = bare_key(place.cls)
        said = place.node if isinstance(place.node, yaml.ScalarNode) else _value(place.node, key)
        new = made_id(ID_PREFIXES[place.cls], said.value if said else "", used)
        filled += 1
        edits += _edits(text, place, str(key), new)
    changed = apply_edits(text, edits)
    if not _agrees(changed, plan, source):
        finding = error("file.ids", "không điền được mã mà vẫn giữ nguyên nội dung; tệp còn nguyên")
        raise refuse(source, finding)
    return changed, filled


def write_ids(path: str | PathLike[str]) -> int:
    """Điền mã vào tệp: as `fill_ids`, in place; how many ids were written.

    A file that lacks none is not written at all. Raises as `load`, and `TargetUnwritable`.
    """
    content = read_bytes(path)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text, filled = fill_ids(decode(content, str(path)), str(path))

    def write(stream: BinaryIO) -> None:
        stream.write(mark + text.encode())

    if filled:
        write_atomically(path, write)
    return filled


def _agrees(changed: str, plan: Plan, source: str) -> bool:
    try:
        return _bare(loads(changed, source)) == _bare(plan)
    except InvalidPlanFile:
        return False


def _bare(plan: Plan) -> Plan:
    def without_id(node: Node) -> Node:
        return attrs.evolve(node, id=None) if isinstance(node, IDENTIFIED) else node

    bare: Plan = rebuild(plan, without_id)
    return bare


def _without_id(root: yaml.Node) -> Iterator[_Place]:
    uses = Counter(map(id, _all_nodes(root)))
    for place in _identified(root, Plan, root):
        known = _value(place.node, "id")
        if uses[id(place.node)] == 1 and (known is None or _is_null(known)):
            yield place


def _all_nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _all_nodes(child)
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _all_nodes(child)


def _identified(node: yaml.Node, type_: TypeForm, holder: yaml.Node) -> Iterator[_Place]:
    """The places of the identified classes, found as the reader finds them: by the field's type."""
    if is_union(type_):
        kinds, _ = members(type_)
        if sum(map(is_node, kinds)) == 1:
            yield from _identified(node, kinds[0], holder)
        elif isinstance(node, yaml.MappingNode) and all(map(is_node, kinds)):
            cls = class_by_tag((key.value for key, _ in node.value), tags_of(kinds))
            yield from _identified(node, cls, holder)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _identified(child, get_args(type_)[0], node)
    elif is_node(type_):
        if type_ in IDENTIFIED:
            yield _Place(node, type_, holder)
        for field in fields_of(type_):
            if child := _value(node, field.key):
                yield from _identified(child, field.type, node)


def _value(node: yaml.Node, key: str | None) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if nfc(name.value) == key), None)


def _is_null(node: yaml.Node) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")


def _edits(text: str, place: _Place, key: str, new: str) -> list[Edit]:
    if isinstance(place.node, yaml.MappingNode):
        return mapping_edits(text, place.node, key, new)
    return bare_text_edits(text, place.node, place.holder, key, new)
