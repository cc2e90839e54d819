"""Các trường: what the classes of the plan say about themselves, for reader, writer and schema."""

from __future__ import annotations

import inspect
import types
from enum import Enum
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from attrs import frozen

from kehoach.deadlines import Period
from kehoach.documents import PartialDate
from kehoach.files._faults import Fault, nearest, quoted
from kehoach.plan import Content, Plan
from kehoach.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TypeForm: TypeAlias = Any
"""A type as annotations write it: a class, a tuple of a type, a union."""

_PROBED = 1_000

LEAVES = (Period, PartialDate)
"""Classes that a file writes as one scalar."""


@frozen
class PlanField:
    """Trường của một lớp, as a file sees it; `type` is without its `Annotated` cover.

    `limits` are the least and the largest whole number that the class takes, where it has a
    validator; the largest is `None` where there is none.
    """

    name: str
    key: str
    vi: str
    tag: bool
    type: TypeForm
    required: bool
    limits: tuple[int, int | None] | None = None


@cache
def fields_of(cls: type) -> tuple[PlanField, ...]:
    """The fields of a class, in the order in which they are written."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_field(attribute, hints[attribute.name]) for attribute in attrs.fields(cls))


def _field(attribute: attrs.Attribute[Any], hint: TypeForm) -> PlanField:
    origin: object = get_origin(hint)
    inner, *extras = get_args(hint) if origin is Annotated else (hint,)
    term = next((extra for extra in extras if isinstance(extra, Term)), Term(""))
    return PlanField(
        name=attribute.name,
        key=term.key or attribute.name,
        vi=term.vi,
        tag=term.tag,
        type=inner,
        required=attribute.default is attrs.NOTHING,
        limits=_limits(attribute) if inner in (int, int | None) else None,
    )


def _limits(attribute: attrs.Attribute[Any]) -> tuple[int, int | None] | None:
    """The limits of a whole number, learnt from its validator, so that they cannot differ."""
    if attribute.validator is None:
        return None
    taken = [number for number in range(_PROBED) if _takes(attribute, number)]
    return taken[0], None if taken[-1] == _PROBED - 1 else taken[-1]


def _takes(attribute: attrs.Attribute[Any], number: int) -> bool:
    try:
        attribute.validator(None, attribute, number)  # type: ignore[misc]
    except ValueError:
        return False
    return True


@cache
def bare_key(cls: type) -> str | None:
    """The key that a bare string stands for: a class whose one required field is text."""
    if cls is Plan:
        return None  # the root is a mapping, for its version
    required = [field for field in fields_of(cls) if field.required]
    return required[0].key if len(required) == 1 and required[0].type is str else None


@cache
def vietnamese_name(cls: type) -> str:
    """The Vietnamese name of a class: the first clause of its docstring."""
    first_line = (inspect.getdoc(cls) or "").partition("\n")[0]
    return first_line.partition(":")[0].partition(";")[0].rstrip(".")


def is_node(type_: TypeForm) -> bool:
    """Whether a file writes the type as a mapping."""
    return attrs.has(type_) and type_ not in LEAVES


def is_enum(type_: TypeForm) -> bool:
    """Whether the type is a closed list of words."""
    return isinstance(type_, type) and issubclass(type_, Enum)


def is_union(type_: TypeForm) -> bool:
    """Whether the type is one of several, `None` included."""
    origin: object = get_origin(type_)
    return origin in (Union, types.UnionType)


def members(union: TypeForm) -> tuple[tuple[Any, ...], bool]:
    """The types of a union without `None`, and whether it holds `None`."""
    arguments = get_args(union)
    kinds = tuple(kind for kind in arguments if kind is not types.NoneType)
    return kinds, len(kinds) < len(arguments)


@cache
def tags_of(classes: tuple[type, ...]) -> Mapping[str, type]:
    """The key by which each class of a union is told from the others."""
    return {field.key: cls for cls in classes for field in fields_of(cls) if field.tag}


CONTENT_TAGS = frozenset(tags_of(get_args(Content)))
"""The keys that say which kind of content a mapping is."""


def class_by_tag(keys: Iterable[str], tags: Mapping[str, type]) -> type:
    """The class that a mapping with these keys is meant to be; raises `Fault` when none stands out.

    A key may be misspelt, the tag too: then it is the class that knows most of the keys.
    """
    keys = tuple(keys)
    present = {key for key in keys if key in tags}
    fitting = [tags[tag] for tag in present if present <= keys_of(tags[tag])]
    if len(fitting) == 1 and keys_of(fitting[0]).issuperset(keys):
        return fitting[0]
    known = {cls: len(keys_of(cls).intersection(keys)) for cls in tags.values()}
    best = [cls for cls, count in known.items() if count == max(known.values())]
    if len(best) == 1:
        return best[0]
    if len(fitting) == 1:
        return fitting[0]
    if present:
        listed = ", ".join(map(quoted, sorted(present)))
        raise Fault("file.several-kinds", f"các khóa {listed} không đi cùng nhau; giữ một khóa")
    guess = next((guess for key in keys if (guess := nearest(key, tags))), "")
    raise Fault("file.unknown-kind", f"cần một trong các khóa {', '.join(tags)}{guess}")


@cache
def keys_of(cls: type) -> frozenset[str]:
    """The keys of a class."""
    return frozenset(field.key for field in fields_of(cls))
