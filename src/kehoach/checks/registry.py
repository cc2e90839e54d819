"""Phép kiểm tra: the record that a check is, for built-in checks and those of plugins alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

Run: TypeAlias = "Callable[[Context], Iterable[Finding]]"
"""Looks at one paper and yields what it found; reads nothing but the context."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


@frozen
class Check:
    """Phép kiểm tra: looks for one kind of fault in a paper.

    `name` is small letters, digits and hyphens ("form-page"), unique among all checks. `title`
    is the Vietnamese line that a clerk reads in a list. `run(context)` yields findings and has
    no effect.

    Raises ValueError for a malformed name or title, TypeError where `run` cannot be called.
    """

    name: str
    title: str
    run: Run

    def __attrs_post_init__(self) -> None:
        _require(_NAME, self.name, "a name of small letters, digits and hyphens")
        _require(_LINE, self.title, "a title of one line")
        if not callable(self.run):
            raise TypeError(f"expected a function in `run`, got {self.run!r}")


def _require(pattern: re.Pattern[str], value: object, expected: str) -> None:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"expected {expected}, got {value!r}")
