"""Tiến độ: how every obligation stands as of a day, from its events alone.

`on` compares the day an event happened, `known` the instant it was recorded: "what was late on 30
June", and "what did we say on 1 July was late on 30 June". Nothing here reads a plan or a clock.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.plan import Bound, Role, Threshold
from kehoach.tracking._fold import Step, effective_due, folded
from kehoach.tracking.duties import Duty, DutyKind, Term
from kehoach.tracking.events import COLUMNS, Event, columns_of, duty_record, instant_text
from kehoach.tracking.states import State, Timeliness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.tracking.filters import Filter
    from kehoach.workdays import WorkCalendar

DUE_SOON = 3
"""Ngưỡng sắp đến hạn, in working days."""

_STATES = {state.value: state for state in State}
_TERMS = {term.value: term for term in Term}
_ROLES = {role.value: role for role in Role}


class Outcome(StrEnum):
    """Kết quả của một chỉ tiêu."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NOT_REPORTED = "not_reported"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return {"reached": "đạt", "not_reached": "chưa đạt", "not_reported": "chưa có số liệu"}[
            self.value
        ]


@frozen
class Status:
    """Tình trạng của một việc as of a day.

    `due` is the last day on time, moved by extensions and suspensions; `first_due` the day that
    was first given, `planned_due` the one that the plan last set. `days` are calendar days and
    `working_days` working days left until `due`, below 0 when late; for what is done, or waits for
    acceptance, they compare the day of the result. `done_on` is the date of the result paper where
    one is recorded. `asked` is the day of an extension that waits for an answer, `late_request`
    says that it was asked after the day had passed. `revision` counts the events so far. `outcome`
    is that of a target.
    """

    plan: str
    key: str
    duty: Duty
    body: str
    name: str
    role: Role | None
    counted: bool
    state: State
    timeliness: Timeliness
    term: Term
    due: datetime.date | None = None
    first_due: datetime.date | None = None
    planned_due: datetime.date | None = None
    assigned_on: datetime.date | None = None
    done_on: datetime.date | None = None
    submitted_on: datetime.date | None = None
    days: int | None = None
    working_days: int | None = None
    asked: datetime.date | None = None
    late_request: bool = False
    figure: Decimal | None = None
    outcome: Outcome | None = None
    revision: int = 0
    last_day: datetime.date | None = None

    @property
    def label(self) -> str:
        """State and timeliness in Vietnamese: ``"đang thực hiện, quá hạn"``."""
        if self.state is State.DONE and self.timeliness is Timeliness.LATE:
            return "đã hoàn thành, quá hạn"
        return f"{self.state.label}, {self.timeliness.label}"


@frozen
class Progress:
    """Tiến độ as of `on`: every obligation that had been given by then, in order of first events.

    `due_soon` is the threshold used, in working days; `known` the instant up to which recorded
    events were looked at. `title` is that of the plan, where the progress is of one; `history` are
    the events behind the items, in their order of recording, where :meth:`with_history` put them.
    """

    on: datetime.date
    items: tuple[Status, ...] = field(default=(), converter=as_tuple)
    due_soon: int = DUE_SOON
    known: datetime.datetime | None = None
    title: str = ""
    history: tuple[Event, ...] = field(default=(), converter=as_tuple, repr=False)

    def __iter__(self) -> Iterator[Status]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def of(self, key: str, plan: str | None = None) -> Status:
        """The status of one obligation. Raises :class:`LookupError` where there is none."""
        for one in self.items:
            if one.key == key and plan in (None, one.plan):
                return one
        raise LookupError(f"no obligation {key!r} was given by {self.on}")

    def where(self, condition: Filter) -> Progress:
        """Lọc: only what the condition holds for; see `kehoach.tracking.filters`."""
        kept = tuple(one for one in self.items if condition.matches(one))
        return evolve(self, items=kept).with_history(self.history)

    def with_history(self, events: Iterable[Event]) -> Progress:
        """Kèm lịch sử: the same, holding those of the events that count for its items."""
        names = {(one.plan, one.key) for one in self.items}
        until = instant_text(self.known) if self.known else None
        kept = (
            one
            for one in events
            if one.day <= self.on
            and (one.plan, one.obligation) in names
            and (until is None or instant_text(one.at) <= until)
        )
        return evolve(self, history=kept)

    @property
    def overdue(self) -> tuple[Status, ...]:
        """Các việc quá hạn, the longest late first."""
        late = (one for one in self.items if one.timeliness is Timeliness.OVERDUE)
        return tuple(sorted(late, key=lambda one: one.due or self.on))


def assess(
    events: Iterable[Event],
    *,
    on: datetime.date,
    calendar: WorkCalendar,
    known: datetime.datetime | None = None,
    due_soon: int = DUE_SOON,
) -> Progress:
    """Đánh giá tiến độ as of the day `on`, from events in their order of recording.

    Events that happened after `on`, or were recorded after `known`, do not count. `due_soon` is a
    number of working days from 0. Raises :class:`~kehoach.errors.OutsideCalendar` as the calendar
    does.
    """
    until = instant_text(known) if known else None
    grouped: dict[tuple[str, str], list[Step]] = {}
    duties: dict[str, Duty] = {}
    for event in events:
        row = columns_of(event)
        if until is None or str(row[_AT]) <= until:
            step = step_of(event.id, row)
            grouped.setdefault((event.plan, event.obligation), []).append(step)
            if event.given is not None:
                duties[duty_record(event.given.duty)[0]] = event.given.duty
    judge = Judge(on, calendar, due_soon)
    items = (
        judge.status(plan, key, standing.values(), duties[standing.duty])
        for (plan, key), steps in grouped.items()
        if (standing := folded(steps, judge.day)).state != State.ABSENT
    )
    return Progress(on, tuple(items), due_soon, known)


_AT = COLUMNS.index("at")
_PLACES = tuple(COLUMNS.index(name) for name in Step._fields if name != "id")


def step_of(event_id: str, row: Sequence[Any]) -> Step:
    """What the fold needs of a row in the order of `COLUMNS`."""
    return Step(event_id, *(row[place] for place in _PLACES))


@lru_cache(maxsize=16384)
def read_day(text: str) -> datetime.date:
    """The day of an ISO text."""
    return datetime.date.fromisoformat(text)


class Judge:
    """How standings are judged on one day: the threshold is turned into a day once."""

    def __init__(self, on: datetime.date, calendar: WorkCalendar, due_soon: int = DUE_SOON) -> None:
        if due_soon < 0:
            raise ValueError(f"expected a number of working days from 0, got {due_soon!r}")
        self.on, self._calendar = plain_date(on), calendar
        self.day = self.on.isoformat()
        soon = calendar.add(self.on, due_soon) if due_soon else self.on
        self._soon = soon.isoformat()
        self._spans: dict[tuple[str, str], tuple[int, int]] = {}

    def timeliness(
        self, state: str, due: str | None, done_on: str | None, submitted_on: str | None
    ) -> Timeliness:
        """How a state stands to the day `due`, as of the day judged."""
        if due is None or state == "withdrawn":
            return Timeliness.NO_TERM
        if state == "done":
            return Timeliness.ON_TIME if (done_on or self.day) <= due else Timeliness.LATE
        if state == "submitted" and submitted_on is not None and submitted_on <= due:
            return Timeliness.IN_TERM
        if self.day > due:
            return Timeliness.OVERDUE
        return Timeliness.DUE_SOON if due <= self._soon else Timeliness.IN_TERM

    def status(self, plan: str, key: str, standing: Sequence[Any], duty: Duty) -> Status:
        """The status of a standing given in the order of `STANDING`."""
        (
            body, name, role, counted, _, _, state, _, term, due, first_due,
            planned, assigned_on, done_on, submitted_on, asked, late_request, since, stopped,
            figure, revision, last_day, _,
        ) = standing  # fmt: skip
        last = effective_due(due, stopped, since, self.day) if stopped or since else due
        given_on = done_on if state == "done" else submitted_on if state == "submitted" else None
        days, working = self._left(state, last, given_on)
        value = Decimal(figure) if figure is not None else None
        return Status(
            plan,
            key,
            duty,
            body,
            name,
            _ROLES.get(role),
            bool(counted),
            _STATES[state],
            self.timeliness(state, last, done_on, submitted_on),
            _TERMS[term],
            read_day(last) if last else None,
            read_day(first_due) if first_due else None,
            read_day(planned) if planned else None,
            read_day(assigned_on) if assigned_on else None,
            read_day(done_on) if done_on else None,
            read_day(submitted_on) if submitted_on else None,
            days,
            working,
            read_day(asked) if asked else None,
            bool(late_request),
            value,
            outcome(duty, value) if duty.kind is DutyKind.TARGET else None,
            revision,
            read_day(last_day) if last_day else None,
        )

    def _left(
        self, state: str, due: str | None, given_on: str | None
    ) -> tuple[int | None, int | None]:
        if due is None or state == "withdrawn":
            return None, None
        end = given_on or self.day
        if (end, due) not in self._spans:
            self._spans[end, due] = self._span(read_day(end), read_day(due))
        return self._spans[end, due]

    def _span(self, end: datetime.date, due: datetime.date) -> tuple[int, int]:
        if end == due:
            return 0, 0
        first, last = sorted((end, due))
        working = self._calendar.between(first + datetime.timedelta(days=1), last)
        return (due - end).days, working if end < due else -working


def outcome(duty: Duty, value: Decimal | None) -> Outcome:
    """Đạt, chưa đạt, chưa có số liệu; without a threshold a measured target is reached."""
    if value is None:
        return Outcome.NOT_REPORTED
    limit = duty.threshold
    return Outcome.REACHED if limit is None or _holds(limit, value) else Outcome.NOT_REACHED


def _holds(limit: Threshold, value: Decimal) -> bool:
    match limit.bound:
        case Bound.AT_LEAST:
            return value >= limit.value
        case Bound.AT_MOST:
            return value <= limit.value
    return value == limit.value
