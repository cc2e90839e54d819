"""Mọi câu chữ: the texts that a value holds, however deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.documents import Footnote

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value, its footnotes' own marks apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    else:
        skipped = ("mark",) if isinstance(value, Footnote) else ()
        for one in getattr(type(value), "__attrs_attrs__", ()):
            if one.name not in skipped:
                yield from texts_of(getattr(value, one.name))
