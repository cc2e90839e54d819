"""Các văn bản trong một tệp: a paper, and the decision that promulgates it in the same file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.anatomy import Anatomy, Component, Grid, recognise
from kehoach.checks._context import Context
from kehoach.checks.form.day import day_of, year_of
from kehoach.observed import paragraphs_of
from kehoach.rules import rulebook_on, with_style

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.observed import Observed
    from kehoach.rules import Rulebook

_FIRST_DAY = dt.date(2020, 3, 5)
_FIRST_YEAR = 2012  # the first whole year of Thông tư 01/2011/TT-BNV
_LETTER = "CV"


def papers_of(
    observed: Observed, rulebook: Rulebook | None, style: str | Path | None = None
) -> tuple[Context, ...]:
    """The contexts of the papers in a file, the main one last.

    Without a rulebook the day of the first dated paper chooses the regime; `style` is a file of
    house style laid over it. Raises `NoRulebook` where that day is before every regime.
    """
    anatomy = recognise(observed)
    outer = _outer(observed, anatomy)
    day = next(
        (day for one in (outer, (observed, anatomy)) if one and (day := day_of(one[1]))), None
    )
    book = rulebook or rulebook_on(day or _day_in(anatomy))
    if style is not None:
        book = with_style(book, style)
    main = _context(observed, anatomy, book, enclosed=bool(outer) or _is_enclosed(anatomy))
    if outer is None:
        return (main,)
    return (_context(*outer, book, enclosed=False), main)


def _day_in(anatomy: Anatomy) -> dt.date:
    """The day that stands for a blank one: the first of the printed year, as in composing."""
    year = year_of(anatomy)
    known = year is not None and _FIRST_YEAR <= year < _FIRST_DAY.year
    return dt.date(year, 1, 1) if year is not None and known else _FIRST_DAY


def _is_enclosed(anatomy: Anatomy) -> bool:
    """A text with "(Kèm theo Quyết định …)" under its title and no number of its own."""
    return bool(anatomy.of(Component.REFERENCE)) and not anatomy.of(Component.NUMBER)


def _context(observed: Observed, anatomy: Anatomy, book: Rulebook, *, enclosed: bool) -> Context:
    lines = observed.lines()
    return Context(
        observed, anatomy, book, kind_of(anatomy, book), day_of(anatomy), enclosed, lines
    )


def kind_of(anatomy: Anatomy, book: Rulebook) -> str:
    """The key of the paper's type by its name, its "V/v" or its number; "" where none tells."""
    printed = "".join(anatomy.text(Component.KIND).upper().split())
    for one in book.types:
        if printed and "".join(one.name.upper().split()) == printed:
            return one.key
    if printed:
        return ""
    if anatomy.of(Component.SUBJECT):
        return _LETTER
    number = anatomy.text(Component.NUMBER).partition("/")[2].strip()
    group = number.partition("-")[0].strip()
    found = next(
        (one.key for one in book.types if one.abbreviation and one.abbreviation == group), ""
    )
    return found or (_LETTER if anatomy.of(Component.ADDRESSEE) else "")


def _outer(observed: Observed, anatomy: Anatomy) -> tuple[Observed, Anatomy] | None:
    """The promulgating paper, as if it stood in a file of its own."""
    if not anatomy.enclosing:
        return None
    last = anatomy.enclosing[-1]
    line = last.lines[-1] if isinstance(last, Grid) else last.line
    for index, block in enumerate(observed.blocks, 1):
        if any(one is line.paragraph for _, one in paragraphs_of((block,))):
            return _cut(observed, index)
    return None


def _cut(observed: Observed, end: int) -> tuple[Observed, Anatomy]:
    sections = tuple(
        evolve(one, end=min(one.end, end)) for one in observed.sections if one.start < end
    )
    part = evolve(observed, blocks=observed.blocks[:end], sections=sections)
    return part, recognise(part)
