"""Sửa những gì máy sửa được: safe mends of form, and of words on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from kehoach.checks._papers import papers_of
from kehoach.checks._table import Mend
from kehoach.checks.lint import lint
from kehoach.checks.mend._form import mend_form
from kehoach.checks.mend._job import Job
from kehoach.checks.mend._words import mend_words
from kehoach.errors import NoRulebook
from kehoach.findings import Finding
from kehoach.word.mending import Mendable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kehoach.rules import Rulebook

_MACHINE: Final = (Mend.SAFE, Mend.GUARDED)


@frozen
class Mended:
    """Tệp đã sửa: its bytes, the findings that were mended, those that were left."""

    data: bytes
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend(  # noqa: PLR0913 - what a caller may decide
    data: bytes,
    rulebook: Rulebook | None = None,
    *,
    style: str | Path | None = None,
    findings: Iterable[Finding] | None = None,
    guarded: bool = False,
    track_changes: bool = False,
    source: str = "",
    date: str = "",
) -> Mended:
    """Sửa tệp .docx: mends of form that change no letter; with `guarded` also marks and spaces.

    `findings` limits the mends to these, as `lint` gave them for the same bytes and rulebook. With
    `track_changes` each mend is a Word revision by author "kehoach", for a human to accept; it
    carries no day unless `date` (ISO 8601) is given. `style` lays a house style over the
    rulebook, as in `lint`. Raises ReadError for what cannot be read and MendRefused for files that
    are never touched: signed, protected, with macros.
    """
    file = Mendable(data, source, track_changes=track_changes, date=date)
    every = found = lint(file.observed, rulebook, style=style)
    if findings is not None:
        asked = frozenset(findings)
        found = tuple(one for one in found if one in asked)
    applied = _applied(file, found, rulebook, style, guarded=guarded)
    left = tuple(one for one in found if one not in applied)
    made = file.data()
    if applied:
        # A wider text or a smaller letter asks for another length of the line below it.
        again = Mendable(made, source, track_changes=track_changes, date=date)
        known = {(one.code, one.aspect, one.message) for one in every}
        new = tuple(
            one
            for one in lint(again.observed, rulebook, style=style)
            if (one.code, one.aspect, one.message) not in known
        )
        _applied(again, new, rulebook, style, guarded=guarded)
        made = again.data()
    return Mended(made, applied, left)


def _applied(
    file: Mendable,
    found: tuple[Finding, ...],
    rulebook: Rulebook | None,
    style: str | Path | None,
    *,
    guarded: bool,
) -> tuple[Finding, ...]:
    wanted = [one for one in found if one.mend in _MACHINE]
    if not wanted:
        return ()
    try:
        job = Job(file, papers_of(file.observed, rulebook, style))
    except NoRulebook:
        return ()
    shared: dict[tuple[str, str, object], bool] = {}
    applied = []
    for finding in wanted:
        # Faults that one mend takes away together are told by one finding each.
        key = finding.code, finding.aspect, finding.at
        if key not in shared:
            shared[key] = _mended(job, finding, guarded=guarded)
        if shared[key] or shared.get((finding.code, finding.aspect, None)):
            applied.append(finding)
    return tuple(applied)


def _mended(job: Job, finding: Finding, *, guarded: bool) -> bool:
    if finding.mend == Mend.SAFE and mend_form(job, finding):
        return True
    return guarded and mend_words(job, finding)
