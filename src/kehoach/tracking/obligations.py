"""Ai phải làm gì, bao giờ: the obligations that follow from a plan, as a pure function.

An obligation is (task, milestone, report × period or target) × body. The same plan, directory and
calendar give the same obligations with the same keys.
"""

from __future__ import annotations

import datetime
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.deadlines import OnRequest, Recurring, Standing, deadline_words
from kehoach.deadlines.due import STANDARD, Due, due
from kehoach.deadlines.kinds import Ahead, Within
from kehoach.deadlines.recurrence import occurrences
from kehoach.plan import Mood, ReportingDuty, Role, Target, Task
from kehoach.tracking._holders import Bodies, Body, Holder, helpers, holders, receiver
from kehoach.tracking._keys import hashed, obligation_key, plan_key
from kehoach.tracking._walk import Asked, asked
from kehoach.tracking.duties import Duty, DutyKind, Obligation, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kehoach.deadlines import Deadline, Period
    from kehoach.deadlines.due import Settings
    from kehoach.organizations import Directory
    from kehoach.plan import Plan, ReportDue
    from kehoach.workdays import WorkCalendar

_NO_EVENTS: Mapping[str, datetime.date] = MappingProxyType({})


def obligations(  # noqa: PLR0913 - all that an obligation depends on
    plan: Plan,
    directory: Directory | None,
    calendar: WorkCalendar,
    *,
    key: str | None = None,
    on: datetime.date | None = None,
    settings: Settings = STANDARD,
    events: Mapping[str, datetime.date] = _NO_EVENTS,
) -> tuple[Obligation, ...]:
    """Các việc phải làm của kế hoạch: every obligation, in the order of the paper.

    Without a directory a group is one obligation; with it, one for each member on the day `on`
    (by default the plan's own date, else the first day of its period). `events` are the days of
    happenings that deadlines count from. `key` names the plan in the ledger; by default it is made
    from kind, period, issuer and title. A body does not report to itself. Raises
    :class:`ValueError` where a directory is given and no day is known, and
    :class:`~kehoach.errors.OutsideCalendar` as the calendar does.
    """
    day = on or _day_of(plan)
    if directory is not None and day is None:
        raise ValueError("the plan has neither a date nor a period: pass the day as on=")
    work = _Work(plan, Bodies(directory, day), calendar, settings, events)
    plan_id = key or plan_key(plan)
    found: dict[str, Obligation] = {}
    for place in asked(plan):
        for duty, holder, last, term in work.owed(place):
            name = _free(found, obligation_key(duty.node, duty.period, holder.body.id))
            one = Obligation(
                plan=plan_id,
                key=name,
                duty=duty,
                body=holder.body.id,
                name=holder.body.name,
                role=holder.role,
                counted=holder.counted,
                term=term,
                due=last,
            )
            found[name] = one
    return tuple(found.values())


def _day_of(plan: Plan) -> datetime.date | None:
    if isinstance(plan.date, datetime.date):
        return plan.date
    return plan.period.start if plan.period else None


def _free(taken: dict[str, Obligation], name: str) -> str:
    """The key, or where two nodes bear one id the key with a count, so that neither is lost."""
    turns = (f"{name}~{turn}" for turn in count(2))
    return name if name not in taken else next(one for one in turns if one not in taken)


Owed = tuple[Duty, Holder, datetime.date | None, Term]


@frozen
class _Timed:
    """One due day of a deadline, and the period it belongs to."""

    last: datetime.date | None
    term: Term
    phrase: str
    trace: str
    period: Period | None = None
    hour: str | None = None


class _Work:
    """One run over a plan: what it is computed with, and the ids in use."""

    def __init__(
        self,
        plan: Plan,
        bodies: Bodies,
        calendar: WorkCalendar,
        settings: Settings,
        events: Mapping[str, datetime.date],
    ) -> None:
        self._plan, self._bodies, self._calendar = plan, bodies, calendar
        self._settings, self._events = settings, events
        self._used = {one for place in asked(plan) for one in _ids(place.node)}

    def owed(self, place: Asked) -> Iterator[Owed]:
        match place.node:
            case Task() as task:
                yield from self._task(task, place)
            case ReportingDuty() as report:
                yield from self._report(report)
            case Target() as target:
                yield from self._target(target)

    def _task(self, task: Task, place: Asked) -> Iterator[Owed]:
        held = holders(task, place.assignment, self._bodies)
        nobody = Holder(Body("", ""), Role.LEAD)
        node = task.id or hashed("nv", task.text, self._used)
        duty = Duty(
            node=node,
            kind=DutyKind.TASK,
            text=task.text,
            product=task.product,
            receiver=receiver(task),
            coordinators=helpers(task),
            mood=place.assignment.mood if place.assignment else Mood.ASSIGN,
        )
        yield from self._timed(duty, held or (nobody,), task.deadline)
        for milestone in task.milestones:
            step = evolve(
                duty,
                node=milestone.id or hashed("moc", milestone.text, self._used),
                kind=DutyKind.MILESTONE,
                text=milestone.text,
                product=None,
            )
            yield from self._timed(step, held or (nobody,), milestone.deadline)

    def _report(self, report: ReportingDuty) -> Iterator[Owed]:
        receivers = {body.id for party in report.receivers for body in self._bodies.of(party)}
        bodies = {body.id: body for party in report.reporters for body in self._bodies.of(party)}
        held = [Holder(one, Role.REPORT) for one in bodies.values() if one.id not in receivers]
        node = report.id or hashed("cd", report.text, self._used)
        duty = Duty(
            node=node,
            kind=DutyKind.REPORT,
            text=report.name or report.text,
            product=report.form,
            receiver=", ".join(party.name for party in report.receivers) or None,
        )
        for one in report.dues:
            yield from self._timed(self._due_report(duty, one), tuple(held), one.deadline)
        if report.cycle is not None:
            yield from self._timed(duty, tuple(held), report.cycle)
        elif not report.dues:
            yield from self._timed(duty, tuple(held), None)

    def _due_report(self, duty: Duty, one: ReportDue) -> Duty:
        node = one.id or hashed("bc", one.name, self._used)
        return evolve(duty, node=node, text=one.name, period=one.period)

    def _target(self, target: Target) -> Iterator[Owed]:
        followers = self._bodies.of(target.follower) if target.follower else (Body("", ""),)
        duty = Duty(
            node=target.id or hashed("ct", target.text, self._used),
            kind=DutyKind.TARGET,
            text=target.text,
            product=target.measure,
            threshold=target.threshold,
        )
        for body in followers:
            yield duty, Holder(body, Role.MONITOR), None, Term.NONE

    def _timed(
        self, duty: Duty, held: tuple[Holder, ...], deadline: Deadline | None
    ) -> Iterator[Owed]:
        for timed in self._days(deadline):
            full = evolve(
                duty,
                period=timed.period or duty.period,
                phrase=timed.phrase,
                trace=timed.trace,
                hour=timed.hour,
            )
            for holder in held:
                yield full, holder, timed.last, timed.term

    def _days(self, deadline: Deadline | None) -> tuple[_Timed, ...]:
        phrase = (getattr(deadline, "phrase", None) or deadline_words(deadline)) if deadline else ""
        if isinstance(deadline, Recurring) and self._plan.period is not None:
            found = occurrences(deadline, self._plan.period, self._calendar, self._settings)
            return tuple(_timed(one, Term.DATED, phrase) for one in found)
        one = due(deadline, self._calendar, self._settings, self._events)
        return (_timed(one, _term(deadline, one), phrase),)


def _timed(one: Due, term: Term, phrase: str) -> _Timed:
    return _Timed(one.day, term, phrase, one.trace, one.period, one.hour)


def _term(deadline: Deadline | None, found: Due) -> Term:
    if found.day is not None:
        return Term.DATED
    match deadline:
        case Standing():
            return Term.STANDING
        case OnRequest():
            return Term.ON_REQUEST
        case Within() | Ahead():
            return Term.PENDING
    return Term.NONE


def _ids(node: Task | ReportingDuty | Target) -> Iterator[str]:
    inner = (*getattr(node, "milestones", ()), *getattr(node, "dues", ()))
    yield from (one.id for one in (node, *inner) if one.id is not None)
