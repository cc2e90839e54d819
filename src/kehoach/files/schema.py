"""Lược đồ: the JSON Schema of plan files, made from the classes by a small walk over their fields.

The schema describes a file as an editor sees it, where `text: 05` is a number and `name: no` a
text: wherever text is expected, a number or a truth value is accepted, since `load` reads its
spelling. What no schema can say, `load` alone refuses: a 30 February, a period that ends before it
starts, repeated keys and ids, characters and encodings, size and depth.
"""

from __future__ import annotations

import datetime
from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

import attrs

from kehoach.deadlines import Period
from kehoach.documents import PartialDate
from kehoach.files import _scalars as scalars
from kehoach.files._fields import (
    bare_key,
    fields_of,
    is_enum,
    is_node,
    is_union,
    members,
    vietnamese_name,
)
from kehoach.files._structure import VERSION_KEY
from kehoach.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.files._fields import PlanField, TypeForm

Schema: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_NOTHING: Schema = {"type": "null"}


def _written(pattern: str, *alternatives: Schema) -> Schema:
    string = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return {"anyOf": [*alternatives, string]} if alternatives else string


_YEAR: Schema = {"type": "integer", "minimum": 1000, "maximum": 9999}
_SCALARS: dict[Any, Schema] = {
    str: _TEXT,
    int: _written(scalars.INTEGER, {"type": "integer"}),
    float: _written(scalars.NUMBER, {"type": "number"}),
    Decimal: _written(scalars.NUMBER, {"type": "number"}),
    bool: _written(scalars.BOOLEAN, {"type": "boolean"}),
    datetime.date: _written(scalars.DATE),
    Period: _written(scalars.PERIOD, _YEAR),
    PartialDate: _written(scalars.PARTIAL_DATE, _YEAR),
}


def json_schema() -> dict[str, Any]:
    """Lược đồ JSON (draft 2020-12) of a plan file; each key is described by its Vietnamese term."""
    return deepcopy(_schema_of_files())


@cache
def _schema_of_files() -> Schema:
    classes = sorted(_classes(Plan), key=lambda cls: cls.__name__)
    root = _object(Plan)
    version = {"enum": [1, "1"], "description": "Phiên bản của dạng tệp"}
    return {
        "$schema": _DIALECT,
        "title": "kehoach",
        **root,
        "properties": {VERSION_KEY: version, **root["properties"]},
        "required": [VERSION_KEY, *root["required"]],
        "$defs": {cls.__name__: _object(cls) for cls in classes},
    }


def _classes(start: type) -> frozenset[type]:
    """The classes that a file writes as mappings, from one on downward."""
    found: set[type] = set()
    waiting = [start]
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting += [kind for field in fields_of(cls) for kind in _kinds(field.type)]
    return frozenset(found)


def _kinds(type_: TypeForm) -> Iterator[type]:
    if is_node(type_):
        yield type_
    for argument in get_args(type_):
        yield from _kinds(argument)


def _object(cls: type) -> Schema:
    fields = fields_of(cls)
    return {
        "description": vietnamese_name(cls),
        "type": "object",
        "properties": {field.key: _property(field, cls) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
    }


def _property(field: PlanField, cls: type) -> Schema:
    """The schema of a key; one that has a default may stand there with nothing after it."""
    schema = _own_schema(field) or _schema(field.type)
    if not field.required and _NOTHING not in schema.get("anyOf", ()):
        schema = _one_of_many(schema, _NOTHING)
    default = attrs.fields_dict(cls)[field.name].default
    shown = {"default": default} if isinstance(default, str | bool | int | float) else {}
    return {"description": field.vi, **schema, **shown}


def _own_schema(field: PlanField) -> Schema | None:
    """The schema of a field that takes fewer values than its type."""
    if field.name == "hour":
        return _written(scalars.HOUR)
    if field.limits is None:
        return None
    least, most = field.limits
    limits = {"minimum": least} if most is None else {"minimum": least, "maximum": most}
    return _written(scalars.count_pattern(least, most), {"type": "integer", **limits})


def _schema(type_: TypeForm) -> Schema:
    if type_ in _SCALARS:
        return _SCALARS[type_]
    if is_enum(type_):
        return {"enum": [word.value for word in type_]}
    if is_union(type_):
        return _union(type_)
    if is_node(type_):
        reference = {"$ref": f"#/$defs/{type_.__name__}"}
        return _one_of_many(reference, _TEXT) if bare_key(type_) else reference
    return {"type": "array", "items": _schema(get_args(type_)[0])}


def _union(type_: TypeForm) -> Schema:
    kinds, nullable = members(type_)
    if sum(map(is_node, kinds)) > 1:  # among siblings a bare text would not say what it is
        schemas = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in kinds]
    elif datetime.date in kinds and str in kinds:
        schemas = [_TEXT]
    else:
        schemas = [_schema(kind) for kind in kinds]
    return _one_of_many(*schemas, *((_NOTHING,) if nullable else ()))


def _one_of_many(*schemas: Schema) -> Schema:
    flat: list[Schema] = []
    for schema in schemas:
        flat += schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}
