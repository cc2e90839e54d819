"""Kiểm tra văn bản: every check over one file, as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.anatomy import Anatomy, Component, recognise
from kehoach.checks import form, language
from kehoach.checks._context import Context
from kehoach.checks._papers import papers_of
from kehoach.checks.form.day import day_of
from kehoach.checks.form.head import flat, head_lines
from kehoach.checks.form.party import is_party, normative
from kehoach.errors import NoRulebook
from kehoach.observed import SourceKind
from kehoach.rules import rulebook as rulebook_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.checks._registry import Check
    from kehoach.findings import Finding
    from kehoach.observed import Observed
    from kehoach.rules import Rulebook

_SHEETS = frozenset((SourceKind.XLSX, SourceKind.CSV))
_LATEST = "nd30-2020"


def lint(
    observed: Observed, rulebook: Rulebook | None = None, *, extra: Iterable[Check] = ()
) -> tuple[Finding, ...]:
    """Kiểm tra một văn bản đã đọc, against a rulebook or the one of its own day.

    `extra` are further checks, those of plugins. A paper of the Party, a legal normative text, a
    workbook and a paper older than every regime are told apart and not judged: one finding of
    severity info says so. Never raises for what stands in a file.
    """
    return tuple(_findings(observed, rulebook, tuple(extra)))


def _findings(
    observed: Observed, rulebook: Rulebook | None, extra: tuple[Check, ...]
) -> Iterator[Finding]:
    if observed.kind in _SHEETS:
        yield _bare(observed).finding("XX06")
        return
    try:
        papers = papers_of(observed, rulebook)
    except NoRulebook:
        context = _bare(observed)
        day = day_of(recognise(observed))
        yield context.finding("XX04", found=f"{day:%d/%m/%Y}" if day else "")
        return
    main, first = papers[-1], papers[0]
    declined = next(_declined(first), None)
    if declined:
        yield declined
        return
    if rulebook is None and first.date is None and main.date is None:
        yield main.finding("XX05", found=main.rulebook.name)
    yield from _run(form.FILE_CHECKS, main)
    if not _is_annex(main):
        for paper in papers:
            yield from _run(form.PAPER_CHECKS, paper)
    yield from _run(language.CHECKS, main)
    yield from _run(extra, main)


def _run(checks: Iterable[Check], context: Context) -> Iterator[Finding]:
    for check in checks:
        yield from check.run(context)


def _declined(context: Context) -> Iterator[Finding]:
    if is_party(context):
        yield context.finding("XX02")
    elif found := normative(context):
        yield context.finding("XX03", found=found)


def _is_annex(context: Context) -> bool:
    """Whether the file holds an annex alone: it begins with its label and has no head."""
    if context.anatomy.of(Component.NATION) or context.anatomy.of(Component.KIND):
        return False
    first = next((line for line in head_lines(context) if not line.place.part), None)
    return first is not None and flat(first.text).upper().startswith("PHỤ LỤC")


def _bare(observed: Observed) -> Context:
    """A context without parts, for what is said of the file alone."""
    return Context(observed, Anatomy(), rulebook_of(_LATEST))
