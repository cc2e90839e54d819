"""Mọi câu chữ: the texts that a value holds, however deep."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kehoach.documents import Footnote

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value, its footnotes' own marks apart."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(reversed(one))
        elif one is not None:
            kind: type = type(one)
            waiting.extend([getattr(one, name) for name in _fields_backwards(kind)])


@cache
def _fields_backwards(kind: type) -> tuple[str, ...]:
    skipped = ("mark",) if issubclass(kind, Footnote) else ()
    names = [one.name for one in getattr(kind, "__attrs_attrs__", ())]
    return tuple(name for name in reversed(names) if name not in skipped)
