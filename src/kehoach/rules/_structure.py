"""Tables into typed rules: one generic reading for the regimes' files and the styles' files."""

from __future__ import annotations

import datetime as dt
import math
import types
from functools import cache
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, evolve, field, fields, frozen, has

from kehoach.errors import InvalidStyle
from kehoach.rules.rulebook import Choice, Range

T = TypeVar("T")


@frozen
class Layers:
    """Các lớp: who decided what, and whom to name in an error.

    `overridden` maps each dotted key that a style touched, and all keys above it, to the style.
    """

    regime: str
    style: str = ""
    overridden: dict[str, str] = field(factory=dict)

    def origin(self, path: str) -> str:
        """The style that touched this key or one below it, else the regime."""
        return self.overridden.get(path, self.regime)

    def refuse(self, path: str, expected: str, got: str, nearest: str = "") -> NoReturn:
        """Raise InvalidStyle for the value at this dotted key."""
        raise InvalidStyle(self.style or self.regime, path, expected, got, nearest)


@frozen
class Slot:
    """Khóa của một bảng: its name, the kind of its value, and whether it must be there."""

    name: str
    kind: Any
    required: bool


@cache
def slots(cls: Any) -> tuple[Slot, ...]:  # noqa: ANN401
    """What a table for this rule class may hold."""
    kinds = get_type_hints(cls)
    return tuple(
        Slot(item.name, kinds[item.name], item.default is NOTHING)
        for item in fields(cls)
        if item.init
    )


@cache
def known_keys(cls: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The keys that a table for this rule class may hold."""
    return tuple(slot.name for slot in slots(cls) if slot.name != "origin")


def structure(cls: Any, table: Any, path: str, layers: Layers) -> Any:  # noqa: ANN401
    """A rule of this class from a table; InvalidStyle names any key that does not fit."""
    if not isinstance(table, dict):
        layers.refuse(path, "a table of " + ", ".join(known_keys(cls)[:8]), repr(table))
    refuse_unknown(cls, table, path, layers)
    values = {}
    for slot in slots(cls):
        if slot.name in table:
            below = join(path, slot.name)
            values[slot.name] = convert(slot.kind, table[slot.name], below, layers)
        elif slot.name == "origin":
            values["origin"] = layers.origin(path)
        elif slot.required:
            layers.refuse(join(path, slot.name), "a value", "nothing")
    return checked(cls(**values), path, layers)


def refuse_unknown(cls: Any, table: dict[str, Any], path: str, layers: Layers) -> None:  # noqa: ANN401
    """Raise InvalidStyle for the first key that the class does not know."""
    for key in table:
        if key not in known_keys(cls):
            refuse_key(key, known_keys(cls), path, layers)


def refuse_key(key: str, known: tuple[str, ...], path: str, layers: Layers) -> NoReturn:
    """Raise InvalidStyle for an unknown key, with the nearest known one."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed in errors only

    nearest = "".join(get_close_matches(key, known, n=1, cutoff=0.5))
    expected = "one of " + ", ".join(known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004
    layers.refuse(
        join(path, key), expected, "an unknown key", join(path, nearest) if nearest else ""
    )


def convert(kind: Any, value: Any, path: str, layers: Layers) -> Any:  # noqa: ANN401, PLR0911
    """A value of the annotated kind; numbers are never truth values."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return convert(get_args(kind)[0], value, path, layers)
    if origin is dict:
        return value
    if origin is tuple:
        return convert_list(get_args(kind)[0], value, path, layers)
    if origin is Literal:
        if value not in get_args(kind):
            layers.refuse(path, "one of " + ", ".join(map(repr, get_args(kind))), repr(value))
        return value
    if has(kind):
        return structure(kind, value, path, layers)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        layers.refuse(path, WORDS[kind], repr(value))
    if kind is float and math.isnan(value):
        layers.refuse(path, WORDS[kind], repr(value))
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
        layers.refuse(path, "a list", repr(value))
    return tuple(
        convert(kind, item, join(path, item_name(item) or str(index)), layers)
        for index, item in enumerate(value)
    )


def item_name(item: object) -> str:
    """What tells an item of a list from its siblings: its key, name, text or prefix, else ""."""
    if not isinstance(item, dict):
        return ""
    named = (item[naming] for naming in NAMING if isinstance(item.get(naming), str))
    return next(named, "")


NAMING = ("key", "name", "text", "prefix")


def join(path: str, key: str) -> str:
    """The dotted key of `key` below `path`."""
    return f"{path}.{key}" if path else key


def checked(rule: T, path: str, layers: Layers) -> T:
    """The rule; a style's preferred value widens what is permitted, anything else is refused."""
    if not isinstance(rule, Range | Choice) or rule.preferred in rule:
        return rule
    if isinstance(rule, Choice) and join(path, "preferred") in layers.overridden:
        return evolve(rule, allowed=(*rule.allowed, rule.preferred))
    if not isinstance(rule, Range) or not widens(rule, path, layers):
        layers.refuse(path, "a preferred value among those permitted", str(rule))
    low, high = min(rule.min, rule.preferred), max(rule.max, rule.preferred)
    return evolve(rule, min=low, max=high)


def widens(rule: Range, path: str, layers: Layers) -> bool:
    """Whether a style alone set the preferred value of a span that is not upside down."""
    return rule.min <= rule.max and join(path, "preferred") in layers.overridden
