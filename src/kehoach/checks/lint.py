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
from kehoach.findings import Finding
from kehoach.observed import SourceKind
from kehoach.rules import rulebook as rulebook_of
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kehoach.checks.registry import Check
    from kehoach.observed import Observed
    from kehoach.rules import Rulebook

CHECKS: tuple[Check, ...] = (*form.CHECKS, *language.CHECKS)
"""Mọi phép kiểm tra dựng sẵn, of form and of language."""
_SHEETS = frozenset((SourceKind.XLSX, SourceKind.CSV))
_LATEST = "nd30-2020"


def lint(
    observed: Observed,
    rulebook: Rulebook | None = None,
    *,
    style: str | Path | None = None,
    extra: Iterable[Check] = (),
) -> tuple[Finding, ...]:
    """Kiểm tra một văn bản đã đọc, against a rulebook or the one of its own day.

    `style` is a file of house style laid over the rulebook, `extra` are the checks of plugins. A
    check that fails is named in a finding, and the others go on. A paper of the Party, a legal
    normative text, a workbook and a paper older than every regime are told apart and not judged:
    one finding of severity info says so. Raises nothing for what stands in the paper; InvalidStyle
    and OSError for the style.
    """
    return tuple(_findings(observed, rulebook, style, tuple(extra)))


def _findings(
    observed: Observed,
    rulebook: Rulebook | None,
    style: str | Path | None,
    extra: tuple[Check, ...],
) -> Iterator[Finding]:
    if observed.kind in _SHEETS:
        yield _bare(observed).finding("XX06")
        return
    try:
        papers = papers_of(observed, rulebook, style)
    except NoRulebook:
        context = _bare(observed)
        day = day_of(recognise(observed))
        yield context.finding("XX04", found=short_date(day) if day else "")
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
    """The findings of the checks; one that fails is named, and the others go on."""
    for check in checks:
        found: list[Finding] = []
        try:
            found.extend(map(_judged, check.run(context)))
        except Exception as error:  # noqa: BLE001 - whatever a plugin does, the paper is judged
            found.append(_failure(context, check, error))
        yield from found


def _judged(one: object) -> Finding:
    if not isinstance(one, Finding):
        raise TypeError(f"a check yields Finding values, got {one!r}")
    return one


def _failure(context: Context, check: Check, error: Exception) -> Finding:
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return context.finding("XX07", name=check.name, title=check.title, found=said)


def _declined(context: Context) -> Iterator[Finding]:
    if is_party(context):
        yield context.finding("XX02")
    elif found := normative(context):
        yield context.finding("XX03", found=found)


def _is_annex(context: Context) -> bool:
    """Whether the file holds no paper, but an annex alone or the block of a copy, without head."""
    if context.anatomy.of(Component.NATION) or context.anatomy.of(Component.KIND):
        return False
    if context.anatomy.of(Component.COPY):  # the block of a copy, to be printed on a copied paper
        return True
    first = next((line for line in head_lines(context) if not line.place.part), None)
    return first is not None and flat(first.text).upper().startswith("PHỤ LỤC")


def _bare(observed: Observed) -> Context:
    """A context without parts, for what is said of the file alone."""
    return Context(observed, Anatomy(), rulebook_of(_LATEST))
