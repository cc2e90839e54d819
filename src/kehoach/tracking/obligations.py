"""Ai phải làm gì, bao giờ: the obligations that follow from a plan, as a pure function.

An obligation is (task, milestone, report × period or target) × body. The same plan, directory and
calendar give the same obligations with the same keys.
"""

from __future__ import annotations

import datetime
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from kehoach.cycles import USUAL, CycleSettings, Instance
from kehoach.cycles.instances import InstanceMaker
from kehoach.cycles.reporters import Reporters
from kehoach.deadlines import Ahead, Due, OnRequest, Standing, Within, deadline_words
from kehoach.plan import Mood, ReportingDuty, Role, Target, Task, with_ids
from kehoach.tracking._holders import Bodies, Body, Holder, helpers, holders, receiver
from kehoach.tracking._keys import obligation_key, plan_key
from kehoach.tracking._walk import Asked, asked
from kehoach.tracking.duties import Duty, DutyKind, Obligation, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.deadlines import Deadline
    from kehoach.organizations import Directory
    from kehoach.plan import Party, Plan
    from kehoach.workdays import WorkCalendar


def obligations(  # noqa: PLR0913 - all that an obligation depends on
    plan: Plan,
    directory: Directory | None,
    calendar: WorkCalendar,
    *,
    key: str | None = None,
    on: datetime.date | None = None,
    settings: CycleSettings = USUAL,
) -> tuple[Obligation, ...]:
    """Các việc phải làm của kế hoạch: every obligation, in the order of the paper.

    Without a directory a group is one obligation; with it, one for each member: on the due day for
    reports, as the calendar of a plan has them, and for tasks on the day `on` (by default the
    plan's own date, else the first day of its period). `settings` say how deadlines are read and
    which events are recorded. `key` names the plan in the ledger; by default it is made from kind,
    period, issuer and title. What recurs does so in the plan's period, from its own date on. Raises
    :class:`ValueError` where a directory is given and no day is known, and
    :class:`~kehoach.errors.OutsideCalendar` as the calendar does.
    """
    day = on or plan.known_day
    if directory is not None and day is None:
        raise ValueError("the plan has neither a date nor a period: pass the day as on=")
    maker = InstanceMaker(calendar, Reporters(directory), settings)
    work = _Work(plan, Bodies(directory, day), maker)
    plan_id = key or plan_key(plan)
    found: dict[str, Obligation] = {}
    for place in asked(with_ids(plan)):
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


def _free(taken: dict[str, Obligation], name: str) -> str:
    """The key, or where two nodes bear one id the key with a count, so that neither is lost."""
    turns = (f"{name}~{turn}" for turn in count(2))
    return name if name not in taken else next(one for one in turns if one not in taken)


Owed: TypeAlias = tuple[Duty, Holder, datetime.date | None, Term]


class _Work:
    """One run over a plan whose nodes all have ids: what it is computed with."""

    def __init__(self, plan: Plan, bodies: Bodies, maker: InstanceMaker) -> None:
        self._plan, self._bodies, self._maker = plan, bodies, maker

    def owed(self, place: Asked) -> Iterator[Owed]:
        """What the node asks of whom."""
        match place.node:
            case Task() as task:
                yield from self._task(task, place)
            case ReportingDuty() as report:
                yield from self._report(report)
            case Target() as target:
                yield from self._target(target)

    def _task(self, task: Task, place: Asked) -> Iterator[Owed]:
        held = holders(task, place.assignment, self._bodies) or (Holder(Body("", ""), Role.LEAD),)
        duty = Duty(
            node=task.id or "",
            kind=DutyKind.TASK,
            text=task.text,
            product=task.product,
            receiver=receiver(task),
            coordinators=helpers(task),
            mood=place.assignment.mood if place.assignment else Mood.ASSIGN,
        )
        yield from self._timed(duty, held, task.deadline)
        for milestone in task.milestones:
            step = evolve(
                duty,
                node=milestone.id or "",
                kind=DutyKind.MILESTONE,
                text=milestone.text,
                product=None,
            )
            yield from self._timed(step, held, milestone.deadline)

    def _timed(
        self, duty: Duty, held: tuple[Holder, ...], deadline: Deadline | None
    ) -> Iterator[Owed]:
        for told in self._maker.days(deadline, self._plan.period):
            if not self._past(told):
                full = _worded(duty, told, deadline)
                for holder in held:
                    yield full, holder, told.day, _term(deadline, told)

    def _report(self, report: ReportingDuty) -> Iterator[Owed]:
        node = report.id or ""
        for one in report.dues:
            alone = evolve(report, dues=(one,), cycle=None)
            yield from self._instances(one.id or "", alone, one.deadline)
        if report.cycle is not None:
            yield from self._instances(node, evolve(report, dues=()), report.cycle)
        elif not report.dues:
            duty = Duty(node, DutyKind.REPORT, report.name or report.text)
            for body in self._reporters(report.reporters):
                yield duty, Holder(body, Role.REPORT), None, Term.NONE

    def _instances(
        self, node: str, report: ReportingDuty, deadline: Deadline | None
    ) -> Iterator[Owed]:
        for one in self._maker.instances(report, self._plan.period):
            if self._past(one.due) or (report.reporters and not one.reporters):
                continue
            duty = _report_duty(node, report, one)
            full = evolve(_worded(duty, one.due, deadline), period=one.period)
            for body in self._reporters(one.reporters):
                yield full, Holder(body, Role.REPORT), one.due.day, _term(deadline, one.due)

    def _reporters(self, parties: tuple[Party, ...]) -> tuple[Body, ...]:
        found: list[Body] = []
        for party in parties:
            found += [Body(party.id, party.name)] if party.id else self._bodies.of(party)
        return tuple(dict.fromkeys(found)) or (Body("", ""),)

    def _target(self, target: Target) -> Iterator[Owed]:
        followers = self._bodies.of(target.follower) if target.follower else (Body("", ""),)
        duty = Duty(
            node=target.id or "",
            kind=DutyKind.TARGET,
            text=target.text,
            product=target.measure,
            threshold=target.threshold,
        )
        for body in followers:
            yield duty, Holder(body, Role.MONITOR), None, Term.NONE

    def _past(self, told: Due) -> bool:
        """Whether it is one of many days, and came before the plan was made."""
        made = self._plan.date
        day = told.day or (told.period.end if told.period else None)
        return bool(told.period and day and isinstance(made, datetime.date) and day < made)


def _report_duty(node: str, report: ReportingDuty, one: Instance) -> Duty:
    return Duty(
        node=node,
        kind=DutyKind.REPORT,
        text=one.name,
        product=report.form,
        receiver=", ".join(party.name for party in one.receivers) or None,
    )


def _worded(duty: Duty, told: Due, deadline: Deadline | None) -> Duty:
    phrase = getattr(deadline, "phrase", None) or (deadline_words(deadline) if deadline else "")
    period = told.period or duty.period
    return evolve(duty, period=period, phrase=phrase, trace=told.trace, hour=told.hour)


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
