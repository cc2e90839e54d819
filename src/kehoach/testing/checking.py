"""Khế ước của phép kiểm tra: what `kehoach check` relies on, checked on samples."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.checks import Check, lint
from kehoach.observed import Observed, SourceKind
from kehoach.rules import REGIMES, rulebook
from kehoach.testing.samples import sample_documents
from kehoach.word import observe, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.findings import Finding

_EMPTY = ("an empty file", Observed(SourceKind.TEXT))


def check_check(check: Check) -> None:
    """Kiểm tra một phép kiểm tra; raises AssertionError that lists every fault found.

    Runs it over papers of many shapes, as Word files and as texts, under every rulebook, and over
    an empty file. It has to yield findings with a code and a message, raise and print
    nothing, and say the same each time. Raises TypeError for what is no Check.
    """
    if not isinstance(check, Check):
        raise TypeError(f"expected a Check, got {check!r}")
    faults = [f"{name}: {fault}" for name, paper in _papers() for fault in _faults(check, paper)]
    if faults:
        listed = "\n".join(f"  - {fault}" for fault in faults)
        raise AssertionError(f"check {check.name!r} breaks its contract:\n{listed}")


def _papers() -> Iterator[tuple[str, Observed]]:
    yield _EMPTY
    for regime in REGIMES:
        for name, document in sample_documents().items():
            seen = observe(write(document, rulebook(regime.id)))
            yield f"sample {name!r} under {regime.id}", seen
            yield f"sample {name!r} without format", evolve(seen, kind=SourceKind.TEXT)


def _faults(check: Check, paper: Observed) -> Iterator[str]:
    printed = io.StringIO()
    known = frozenset(lint(paper))
    with contextlib.redirect_stdout(printed):
        first, second = (_added(check, paper, known) for _ in range(2))
    if printed.getvalue():
        yield "it prints to standard output"
    if first != second:
        yield "it finds other things the second time"
    for one in first:
        if one.code == "XX07":
            yield one.message
        elif not (one.code and one.message):
            yield f"a finding without code or message: {one!r}"


def _added(check: Check, paper: Observed, known: frozenset[Finding]) -> list[Finding]:
    """What the check adds to the findings of the built-in ones."""
    return [one for one in lint(paper, extra=(check,)) if one not in known]
