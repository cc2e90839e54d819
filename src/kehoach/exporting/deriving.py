"""Suy ra: the progress and the calendar of a plan, for exporters that take those.

Rooms that computing takes load on first use: most exports are papers.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs
from attrs import evolve, frozen

from kehoach.errors import ProgressNeedsDay, UntrackedPlan, UnusedSource
from kehoach.hookspecs import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach.cycles import Calendar
    from kehoach.hookspecs import Exporter
    from kehoach.organizations import Directory  # noqa: TC004 - nothing reads the fields' types
    from kehoach.plan import Plan
    from kehoach.tracking import Progress
    from kehoach.tracking.filters import Filter  # noqa: TC004 - nothing reads the fields' types
    from kehoach.tracking.ledger import Ledger  # noqa: TC004 - nothing reads the fields' types
    from kehoach.workdays import WorkCalendar  # noqa: TC004 - nothing reads the fields' types

LONGEST_HISTORY = 250_000
"""So many events go along with a progress; a longer history stays in the ledger."""

_HANOI = datetime.timezone(datetime.timedelta(hours=7))


@frozen
class Sources:
    """Nguồn để suy ra tiến độ và lịch, each of them left out where there is none.

    `on` is the day of a progress; without a ledger it is by default the plan's own day. `ledger`
    holds the events, under the plan's `key` (by default the one made from its title); without it
    everything counts as given on the plan's day and nothing has happened since. `directory` opens
    groups of bodies, `calendar` tells the working days (by default those of the whole country),
    `where` narrows a progress.
    """

    on: datetime.date | None = None
    ledger: Ledger | None = None
    directory: Directory | None = None
    calendar: WorkCalendar | None = None
    where: Filter | None = None
    key: str | None = None

    @property
    def workdays(self) -> WorkCalendar:
        """Lịch làm việc."""
        from kehoach.workdays import vietnam  # noqa: PLC0415 - reads its data

        return self.calendar or vietnam()


NO_SOURCES = Sources()
"""Không có nguồn nào ngoài kế hoạch."""

_USED: Mapping[Subject, frozenset[str]] = {
    Subject.PROGRESS: frozenset(field.name for field in attrs.fields(Sources)),
    Subject.CALENDAR: frozenset({"directory", "calendar"}),
}


def refuse_unused(exporter: Exporter, subject: Subject, sources: Sources) -> None:
    """Từ chối nguồn không dùng đến, lest a caller believe that it was heeded.

    Raises UnusedSource for the first source that this export does not look at.
    """
    used = _USED.get(exporter.accepts, frozenset()) if subject is Subject.PLAN else frozenset()
    for field in attrs.fields(Sources):
        if getattr(sources, field.name) is not None and field.name not in used:
            raise UnusedSource(exporter.name, exporter.accepts, field.name)


def calendar_of(plan: Plan, sources: Sources = NO_SOURCES) -> Calendar:
    """Lịch của kế hoạch, as `kehoach.cycles.plan_calendar` gives it."""
    from kehoach.cycles import plan_calendar  # noqa: PLC0415 - see above

    return plan_calendar(plan, sources.workdays, sources.directory)


def progress_of(plan: Plan, sources: Sources = NO_SOURCES) -> Progress:
    """Tiến độ của kế hoạch as of a day.

    Raises ProgressNeedsDay where no day is known, UntrackedPlan where the ledger has no such
    plan, OutsideCalendar as the calendar does, and what a ledger raises.
    """
    found = _from_plan(plan, sources) if sources.ledger is None else _from_ledger(plan, sources)
    found = evolve(found, title=plan.title)
    return found if sources.where is None else found.where(sources.where)


def _from_ledger(plan: Plan, sources: Sources) -> Progress:
    from kehoach.tracking import plan_key  # noqa: PLC0415 - see above

    ledger, key = sources.ledger, sources.key or plan_key(plan)
    if sources.on is None:
        raise ProgressNeedsDay(plan.title)
    assert ledger is not None  # noqa: S101 - `progress_of` asked
    known = tuple(sorted(ledger.heads()))
    if key not in known:
        raise UntrackedPlan(key, known)
    found = ledger.progress(sources.on, sources.workdays, plan=key)
    if sum(one.revision for one in found) > LONGEST_HISTORY:
        return found
    return found.with_history(ledger.events(key))


def _from_plan(plan: Plan, sources: Sources) -> Progress:
    """Everything given on the plan's own day (or `on`, if that is earlier), and nothing since."""
    from kehoach.tracking import Recorder, assess, obligations, revision  # noqa: PLC0415

    own = plan.date if isinstance(plan.date, datetime.date) else None
    on = sources.on or own
    if on is None:
        raise ProgressNeedsDay(plan.title)
    given = min(own or on, on)
    midnight = datetime.datetime.combine(given, datetime.time(), _HANOI)
    wanted = obligations(
        plan, sources.directory, sources.workdays, key=sources.key, on=own or given
    )
    by = (plan.issuer.name if plan.issuer else "") or "kế hoạch"
    events = revision((), wanted, Recorder(by, given, midnight))
    return assess(events, on=on, calendar=sources.workdays).with_history(events)
