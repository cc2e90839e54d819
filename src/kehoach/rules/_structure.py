"""Tables into typed rules: one generic reading for the regimes' files and the styles' files."""

from __future__ import annotations

import datetime as dt
import math
import types
from functools import cache
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, fields, frozen, has

from kehoach.errors import InvalidStyle

T = TypeVar("T")


@frozen
class Layers:
    """Các lớp: who decided what, and whom to name in an error.

    `overridden` maps each dotted key that a style touched, and all keys above it, to the style.
    """

    regime: str
    style: str = ""
    overridden: dict[str, str] = {}  # noqa: RUF012 - attrs makes it a default, never edited

    def origin(self, path: str) -> str:
        """The style that touched this key or one below it, else the regime."""
        return self.overridden.get(path, self.regime)

    def refuse(self, path: str, expected: str, got: object, nearest: str = "") -> NoReturn:
        """Raise InvalidStyle for the value at this dotted key."""
        shown = got if isinstance(got, str) and nearest else repr(got)
        raise InvalidStyle(self.style or self.regime, path, expected, str(shown), nearest)


@cache
def hints(cls: type) -> dict[str, Any]:
    """The evaluated annotations of a rule class."""
    return get_type_hints(cls)


@cache
def known_keys(cls: type) -> tuple[str, ...]:
    """The keys that a table for this class may hold."""
    return tuple(a.name for a in fields(cls) if a.init and a.name != "origin")


def structure(cls: type[T], table: Any, path: str, layers: Layers) -> T:  # noqa: ANN401
    """A rule of this class from a table; InvalidStyle names any key that does not fit."""
    if not isinstance(table, dict):
        layers.refuse(path, "a table", table)
    refuse_unknown(cls, table, path, layers)
    values = {}
    for attribute in fields(cls):  # type: ignore[arg-type]
        if attribute.name in table and attribute.init:
            kind = hints(cls)[attribute.name]
            below = join(path, attribute.name)
            values[attribute.name] = convert(kind, table[attribute.name], below, layers)
        elif attribute.name == "origin":
            values["origin"] = layers.origin(path)
        elif is_required(attribute):
            layers.refuse(join(path, attribute.name), "a value", "nothing")
    return checked(cls(**values), path, layers)


def is_required(attribute: Attribute[Any]) -> bool:
    """Whether the class cannot be made without this attribute."""
    return attribute.init and attribute.default is NOTHING


def refuse_unknown(cls: type, table: dict[str, Any], path: str, layers: Layers) -> None:
    """Raise InvalidStyle for the first key that the class does not know."""
    for key in table:
        if key not in known_keys(cls):
            refuse_key(key, known_keys(cls), path, layers)


def refuse_key(key: str, known: tuple[str, ...], path: str, layers: Layers) -> NoReturn:
    """Raise InvalidStyle for an unknown key, with the nearest known one."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed in errors only

    nearest = "".join(get_close_matches(key, known, n=1, cutoff=0.5))
    expected = "one of " + ", ".join(known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004
    layers.refuse(join(path, key), expected, "an unknown key", join(path, nearest) if nearest else "")


def convert(kind: Any, value: Any, path: str, layers: Layers) -> Any:  # noqa: ANN401, PLR0911
    """A value of the annotated kind; numbers are never truth values."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return convert(get_args(kind)[0], value, path, layers)
    if origin is tuple:
        return convert_list(get_args(kind)[0], value, path, layers)
    if origin is Literal:
        if value not in get_args(kind):
            layers.refuse(path, "one of " + ", ".join(map(repr, get_args(kind))), value)
        return value
    if has(kind):
        return structure(kind, value, path, layers)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        layers.refuse(path, WORDS[kind], value)
    if kind is float and math.isnan(value):
        layers.refuse(path, WORDS[kind], value)
    return value


WORDS = {
    float: "a number",
    int: "a whole number",
    bool: "true or false",
    str: "a text",
    dt.date: "a date",
}


def convert_list(kind: Any, value: Any, path: str, layers: Layers) -> tuple[Any, ...]:  # noqa: ANN401
    """A tuple of the annotated kind; items are named by their key where they have one."""
    if not isinstance(value, list):
        layers.refuse(path, "a list", value)
    return tuple(
        convert(kind, item, f"{path}[{item_name(item, index)}]", layers)
        for index, item in enumerate(value)
    )


def item_name(item: object, index: int) -> str:
    """What tells an item of a list from its siblings: its key, name or text, else its place."""
    if isinstance(item, dict):
        for naming in ("key", "name", "text", "prefix"):
            if isinstance(item.get(naming), str):
                return str(item[naming])
    return str(index)


def join(path: str, key: str) -> str:
    """The dotted key of `key` below `path`."""
    return f"{path}.{key}" if path else key


def checked(rule: T, path: str, layers: Layers) -> T:
    """The rule itself, unless its span is upside down or its choice not among those allowed."""
    low, high = getattr(rule, "min", None), getattr(rule, "max", None)
    preferred = getattr(rule, "preferred", None)
    if low is not None and high is not None and preferred is not None:
        if not low <= preferred <= high:
            layers.refuse(path, "min ≤ preferred ≤ max", f"{low} ≤ {preferred} ≤ {high}")
    return rule
