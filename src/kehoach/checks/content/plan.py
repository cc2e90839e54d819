"""Kiểm tra nội dung một kế hoạch: what each task says, and whether the parts agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.checks.content import _bases, _bodies, _clear, _days, _phrases
from kehoach.checks.content._works import parts_of
from kehoach.citations import legal_texts
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.citations import LegalTexts
    from kehoach.findings import Finding
    from kehoach.organizations import Directory
    from kehoach.plan import Plan
    from kehoach.workdays import WorkCalendar


def check_plan(
    plan: Plan,
    *,
    directory: Directory | None = None,
    calendar: WorkCalendar | None = None,
    texts: LegalTexts | None = None,
) -> tuple[Finding, ...]:
    """Kiểm tra nội dung kế hoạch: “6 rõ”, days, bodies, reports, phrases against data.

    Without a directory bodies are compared by name and kind, and nobody is asked whether they
    existed; `calendar` is that of Việt Nam where none is given. Days outside the calendar are
    not judged. `texts` are the legal texts of which it is known when they were repealed, the
    packaged table where none is given. Never raises for what a plan says.
    """
    found = _findings(plan, directory, calendar or vietnam())
    return (*found, *_bases.cited_texts(plan, texts or legal_texts()))


def _findings(plan: Plan, directory: Directory | None, calendar: WorkCalendar) -> Iterator[Finding]:
    parts = tuple(parts_of(plan))
    yield from _clear.leaders(parts)
    yield from _clear.times(parts)
    yield from _clear.products(parts)
    yield from _days.days(plan, parts, calendar)
    yield from _days.cut_offs(plan, parts, calendar, directory)
    yield from _bodies.recipients(plan, parts, directory)
    yield from _bodies.reporting(parts)
    yield from _bodies.existing(plan, directory)
    yield from _phrases.phrases(plan, parts)
