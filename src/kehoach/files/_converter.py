"""Chuyển đổi: plan values from trees and trees from plan values, by hooks on one converter."""

from __future__ import annotations

import datetime
import types
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from cattrs import Converter, override
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from kehoach.deadlines import Period
from kehoach.documents import PartialDate
from kehoach.files import _scalars as scalars
from kehoach.files._faults import Fault, expected, nearest
from kehoach.files._fields import (
    bare_key,
    class_by_tag,
    fields_of,
    is_node,
    is_union,
    members,
    tags_of,
    vietnamese_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.files._fields import PlanField, TypeForm

    Hook = Callable[[Any, Any], Any]


class Plain(str):
    """Text that a file writes without quotes: days, periods, numbers."""

    __slots__ = ()


@cache
def converter() -> Converter:
    """The converter of plan files; trees come from `kehoach.files._tree`."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True, omit_if_default=True)
    made.register_structure_hook(str, _read_text_or_word)
    made.register_structure_hook(int, scalars.read_integer)
    made.register_structure_hook(float, scalars.read_float)
    made.register_structure_hook(bool, scalars.read_boolean)
    made.register_structure_hook(Decimal, scalars.read_decimal)
    made.register_structure_hook(datetime.date, scalars.read_date)
    made.register_structure_hook(Period, scalars.read_period)
    made.register_structure_hook_factory(is_node, _node_reader)
    made.register_structure_hook_factory(_is_tuple, _tuple_reader)
    made.register_structure_hook_factory(is_union, _union_reader)
    made.register_unstructure_hook(Decimal, lambda value: Plain(scalars.write_number(value)))
    made.register_unstructure_hook(float, lambda value: Plain(scalars.write_number(value)))
    made.register_unstructure_hook(datetime.date, lambda day: Plain(day.isoformat()))
    made.register_unstructure_hook(Period, lambda value: Plain(scalars.write_period(value)))
    made.register_unstructure_hook(
        PartialDate, lambda value: Plain(scalars.write_partial_date(value))
    )
    made.register_unstructure_hook_factory(is_node, _node_writer)
    made.register_unstructure_hook_factory(is_union, _union_writer)
    return made


def _read_text_or_word(value: object, type_: type) -> object:
    """Text, or a word of a `StrEnum`: its members are strings, so that both arrive here."""
    if not issubclass(type_, Enum):
        return scalars.read_text(value)
    words = [str(word.value) for word in type_]
    if isinstance(value, str) and value in words:
        return type_(value)
    guess = nearest(value, words) if isinstance(value, str) else ""
    fault = expected(f"một trong các từ {', '.join(words)}", value)
    raise Fault(fault.code, fault.message + guess)


def _node_reader(cls: type, made: Converter) -> Hook:
    """Read a class: a mapping, or the bare string where one required text is all it needs."""
    fields = fields_of(cls)
    renamed: dict[str, Any] = {
        field.name: override(rename=field.key, struct_hook=_own_reader(field)) for field in fields
    }
    read: Hook = make_dict_structure_fn(cls, made, **renamed)
    optional = frozenset(field.key for field in fields if not field.required)
    bare = bare_key(cls)

    def read_node(value: object, _: object) -> object:
        if bare and isinstance(value, str):
            value = {bare: value}
        if not isinstance(value, dict):
            raise expected(_shape(cls), value)
        if bare and (split := scalars.split_sentence(value)):
            raise split
        if None in value.values():  # a key with nothing after it counts as not written
            value = {k: v for k, v in value.items() if v is not None or k not in optional}
        return read(value, cls)

    return read_node


def _own_reader(field: PlanField) -> Hook | None:
    """The reader of a field that takes fewer values than its type."""
    if field.name == "hour":
        return lambda value, _: None if value is None else scalars.read_hour(value)
    if field.limits:
        least, most = field.limits
        return lambda value, _: None if value is None else scalars.read_count(value, least, most)
    return None


def _shape(cls: type) -> str:
    bare = bare_key(cls)
    keys = ", ".join(field.key for field in fields_of(cls) if field.required)
    listed = f" có {keys}" if keys else ""
    return f"{'chữ hoặc ' if bare else ''}một nhóm khóa{listed} ({vietnamese_name(cls)})"


def _is_tuple(type_: TypeForm) -> bool:
    origin: object = get_origin(type_)
    return origin is tuple


def _tuple_reader(type_: TypeForm, made: Converter) -> Hook:
    listed = types.GenericAlias(list, get_args(type_)[:1])
    read: Hook = made.get_structure_hook(listed)

    def read_tuple(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise expected("một danh sách", value, "viết mỗi phần tử sau dấu '- ' trên một dòng")
        return tuple(read(value, listed))

    return read_tuple


def _union_reader(type_: TypeForm, made: Converter) -> Hook:
    kinds, nullable = members(type_)
    if PartialDate in kinds:
        read: Hook = scalars.read_paper_date
    elif datetime.date in kinds:
        read = scalars.read_start
    elif len(kinds) > 1:
        read = _tagged_reader(kinds, made)
    else:
        only, inner = kinds[0], made.get_structure_hook(kinds[0])
        return lambda value, _: None if value is None and nullable else inner(value, only)
    return lambda value, _: None if value is None and nullable else read(value, None)


def _tagged_reader(kinds: tuple[type, ...], made: Converter) -> Hook:
    tags = tags_of(kinds)

    def read_tagged(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise expected(f"một nhóm khóa có một trong các khóa {', '.join(tags)}", value)
        return made.structure(value, class_by_tag(value, tags))

    return read_tagged


def _node_writer(cls: type, made: Converter) -> Callable[[object], Any]:
    """Write a class: its keys in order without defaults, a bare string where that says it all."""
    renamed: dict[str, Any] = {field.name: override(rename=field.key) for field in fields_of(cls)}
    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        cls, made, _cattrs_omit_if_default=True, **renamed
    )
    bare = bare_key(cls)

    def write_node(value: object) -> object:
        tree = write(value)
        return tree[bare] if bare and len(tree) == 1 else tree

    return write_node


def _union_writer(type_: TypeForm, made: Converter) -> Callable[[object], Any]:
    """Write by the value's own class; among siblings a bare string keeps its tag."""
    several = sum(map(is_node, members(type_)[0])) > 1

    def write_member(value: object) -> object:
        tree = made.unstructure(value)
        if several and isinstance(tree, str):
            cls: type = type(value)
            return {bare_key(cls): tree}
        return tree

    return write_member
