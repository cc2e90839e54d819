"""Chỗ khác quy định: where a style's rules leave what the regime permits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import fields, has

from kehoach.rules._structure import item_name, join
from kehoach.rules.rulebook import HOUSE, Choice, Departure, Range, Rule, Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTIVE: Final = ("key", "name", "cite", "certainty", "house", "origin")


def compare(base: Any, styled: Any, path: str, book: Rulebook) -> Iterator[Departure]:  # noqa: ANN401
    """Every place where the styled rules leave what the regime permits."""
    if not has(type(base)):
        return
    for attribute in fields(type(base)):
        key = join(path, attribute.name)
        if key not in book.overridden or attribute.name in DESCRIPTIVE:
            continue
        was, now = getattr(base, attribute.name), getattr(styled, attribute.name)
        if isinstance(base, Rule) and not has_parts(was):
            if leaves(base, attribute.name, was, now):
                yield Departure(
                    key=key,
                    allowed=shown(was),
                    chosen=shown(now),
                    cite=base.cite,
                    style=book.origin_of(key),
                )
        elif isinstance(was, tuple):
            yield from compare_lists(was, now, key, book)
        else:
            yield from compare(was, now, key, book)


def has_parts(value: object) -> bool:
    """Whether a value is rules of its own rather than a datum of the rule that holds it."""
    if isinstance(value, tuple):
        return any(isinstance(item, Rule) for item in value)
    return has(type(value)) and not isinstance(value, Range | Choice)


def compare_lists(
    base: tuple[Any, ...], styled: tuple[Any, ...], path: str, book: Rulebook
) -> Iterator[Departure]:
    """The departures in a list of named rules; a name that the regime lacks is one itself."""
    known = {label(rule): rule for rule in base}
    for rule in styled:
        key = join(path, label(rule))
        if label(rule) in known:
            yield from compare(known[label(rule)], rule, key, book)
        else:
            names = ", ".join(known)
            yield Departure(key=key, allowed=names, chosen=label(rule), cite=book.name,
                            style=book.origin_of(key))  # fmt: skip


def label(rule: Any) -> str:  # noqa: ANN401
    """What a rule in a list is called in a dotted key."""
    return item_name(
        {name: getattr(rule, name, None) for name in ("key", "name", "text", "prefix")}
    )


def leaves(rule: Rule, name: str, was: Any, now: Any) -> bool:  # noqa: ANN401
    """Whether a datum leaves what its rule permits, and the clause does not leave it open."""
    return rule.cite != HOUSE and name not in rule.house and not permits(was, now)


def permits(was: Any, now: Any) -> bool:  # noqa: ANN401
    """Whether what the style permits lies within what the regime permits."""
    if isinstance(was, Range) and isinstance(now, Range):
        return now.min in was and now.max in was
    if isinstance(was, Choice) and isinstance(now, Choice):
        return set(now.allowed) <= set(was.allowed)
    return bool(was == now)


def shown(value: Any) -> str:  # noqa: ANN401
    """A datum as a message shows it: a span as its ends, a choice as its values."""
    if isinstance(value, Range):
        return f"{value.min:g}–{value.max:g}"
    if isinstance(value, Choice):
        return " or ".join(f"{item:g}" for item in value.allowed)
    return str(value)
