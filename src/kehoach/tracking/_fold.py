"""Cộng dồn: the events of one obligation, in the order of their days, folded into its standing.

One fold serves the pure assessment, the ledger's kept summary and the day-by-day replay, so that
they cannot disagree. It works on rows of plain values: days are ISO texts, which compare as days.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Step(NamedTuple):
    """What the fold needs of an event."""

    id: str
    kind: str
    day: str
    at: str
    due: str | None
    term: str | None
    body: str | None
    name: str | None
    role: str | None
    counted: int | None
    paper_day: str | None
    figure: str | None
    corrects: str | None
    void: int
    duty_kind: str | None
    duty: str | None


STEP = Step._fields

STANDING = (
    "body", "name", "role", "counted", "duty_kind", "duty", "state", "before", "term", "due",
    "first_due", "planned_due", "assigned_on", "done_on", "submitted_on", "asked", "late_request",
    "stopped_since", "stopped", "figure", "revision", "last_day", "last_at",
)  # fmt: skip
"""Các cột của tình trạng: the fields of a fold, in the order in which a summary keeps them."""


class Standing:
    """The standing of one obligation while its events are folded in; mutable, and kept inside.

    `before` is the state that a suspension interrupts; `stopped` counts the calendar days of past
    suspensions since the day in force was set; `planned_due` is the day as the plan last set it.
    `revision` counts the events.
    """

    __slots__ = STANDING

    body: str
    name: str
    role: str
    counted: int
    duty_kind: str
    duty: str
    state: str
    before: str | None
    term: str
    due: str | None
    first_due: str | None
    planned_due: str | None
    assigned_on: str | None
    done_on: str | None
    submitted_on: str | None
    asked: str | None
    late_request: int
    stopped_since: str | None
    stopped: int
    figure: str | None
    revision: int
    last_day: str
    last_at: str

    def __init__(self) -> None:
        self.body = self.name = self.role = self.duty_kind = self.duty = ""
        self.state, self.term, self.counted = "absent", "none", 0
        self.before = self.due = self.first_due = self.planned_due = None
        self.assigned_on = self.done_on = None
        self.submitted_on = self.asked = self.stopped_since = self.figure = None
        self.late_request = self.stopped = self.revision = 0
        self.last_day = self.last_at = ""

    @classmethod
    def of(cls, values: Sequence[object]) -> Standing:
        """The standing that :meth:`values` wrote."""
        made = cls.__new__(cls)
        for name, value in zip(STANDING, values, strict=True):
            setattr(made, name, value)
        return made

    def values(self) -> tuple[object, ...]:
        """The fields in the order of `STANDING`."""
        return tuple(getattr(self, name) for name in STANDING)

    def apply(self, step: Step) -> None:
        """Fold one event in; a step that makes no sense here is taken as it says."""
        _APPLY[step.kind](self, step)

    def count(self, step: Step) -> None:
        """Count an event as recorded, whether or not it changes anything."""
        self.revision += 1
        self.last_day = max(self.last_day, step.day)
        self.last_at = max(self.last_at, step.at)


def folded(steps: Iterable[Step], on: str | None = None) -> Standing:
    """The standing after the events whose day is not after `on`, given in order of recording.

    What happened later is left out before anything is looked at, corrections included, so that it
    cannot change the answer.
    """
    happened = [step for step in steps if on is None or step.day <= on]
    standing = Standing()
    for step in happened:
        standing.count(step)
    for step in timeline(happened):
        standing.apply(step)
    return standing


def timeline(steps: Sequence[Step]) -> list[Step]:
    """The events as corrected, by the day they happened, then as recorded."""
    corrections = {step.corrects: step for step in steps if step.corrects}
    if corrections:
        steps = [_corrected(step, corrections.get(step.id)) for step in steps if not step.corrects]
        steps = [step for step in steps if not step.void]
    return sorted(steps, key=_by_day)


def _by_day(step: Step) -> str:
    return step.day


def _corrected(step: Step, by: Step | None) -> Step:
    """The event with what the correction says in place of what it said."""
    if by is None:
        return step
    said = {
        name: value
        for name in ("due", "term", "body", "name", "paper_day", "figure")
        if (value := getattr(by, name)) is not None
    }
    return step._replace(void=by.void, **said)


def days_between(first: str, last: str) -> int:
    """Calendar days from one ISO day to another."""
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def effective_due(due: str | None, stopped: int, since: str | None, on: str) -> str | None:
    """The last day on time, moved by the calendar days for which the clock stood still."""
    if due is None or (not stopped and since is None):
        return due
    still = stopped + (days_between(since, on) if since is not None and since < on else 0)
    return (datetime.date.fromisoformat(due) + datetime.timedelta(days=still)).isoformat()


def _assigned(now: Standing, step: Step) -> None:
    now.body, now.name = step.body or "", step.name or ""
    now.role, now.counted = step.role or "", step.counted or 0
    now.duty_kind, now.duty = step.duty_kind or "", step.duty or ""
    now.state = "assigned" if now.body else "unassigned"
    now.term, now.due = step.term or "none", step.due
    now.first_due = now.planned_due = step.due
    now.assigned_on = step.day
    now.done_on = now.submitted_on = now.asked = now.stopped_since = now.before = None
    now.stopped = now.late_request = 0


def _moved(state: str) -> Callable[[Standing, Step], None]:
    def apply(now: Standing, _: Step) -> None:
        now.state = state

    return apply


def _progressed(now: Standing, step: Step) -> None:
    now.state = "in_progress"
    if step.figure is not None:
        now.figure = step.figure


def _submitted(now: Standing, step: Step) -> None:
    now.state, now.submitted_on = "submitted", step.paper_day or step.day


def _accepted(now: Standing, step: Step) -> None:
    now.state, now.done_on = "done", step.paper_day or now.submitted_on or step.day


def _received(now: Standing, step: Step) -> None:
    now.state, now.done_on = "done", step.paper_day or step.day


def _returned(now: Standing, _: Step) -> None:
    now.state, now.submitted_on = "returned", None


def _asked(now: Standing, step: Step) -> None:
    now.asked = step.due
    last = effective_due(now.due, now.stopped, now.stopped_since, step.day)
    now.late_request = int(last is not None and step.day > last)


def _granted(now: Standing, step: Step) -> None:
    now.asked = None
    _set_due(now, step.due, "dated", step.day)


def _denied(now: Standing, _: Step) -> None:
    now.asked = None


def _redated(now: Standing, step: Step) -> None:
    _set_due(now, step.due, step.term or "dated", step.day)
    now.planned_due = step.due


def _set_due(now: Standing, due: str | None, term: str, day: str) -> None:
    now.due, now.term, now.stopped = due, term, 0
    now.first_due = now.first_due or due
    if now.stopped_since is not None:
        now.stopped_since = day


def _reassigned(now: Standing, step: Step) -> None:
    now.body = step.body or ""
    now.name = step.name or now.body
    now.state, now.submitted_on = "assigned", None


def _suspended(now: Standing, step: Step) -> None:
    now.before, now.state, now.stopped_since = now.state, "suspended", step.day


def _resumed(now: Standing, step: Step) -> None:
    now.state, now.before = now.before or "assigned", None
    _restart(now, step.day)


def _withdrawn(now: Standing, step: Step) -> None:
    now.state, now.before = "withdrawn", None
    _restart(now, step.day)


def _restart(now: Standing, day: str) -> None:
    if now.stopped_since is not None:
        now.stopped += max(0, days_between(now.stopped_since, day))
        now.stopped_since = None


def _noted(now: Standing, step: Step) -> None:
    now.duty = step.duty or now.duty


def _unchanged(_: Standing, __: Step) -> None:
    return


_APPLY: dict[str, Callable[[Standing, Step], None]] = {
    "assigned": _assigned,
    "acknowledged": _moved("acknowledged"),
    "refused": _moved("refused"),
    "started": _moved("in_progress"),
    "progressed": _progressed,
    "submitted": _submitted,
    "accepted": _accepted,
    "returned": _returned,
    "extension_asked": _asked,
    "extension_granted": _granted,
    "extension_denied": _denied,
    "redated": _redated,
    "reassigned": _reassigned,
    "suspended": _suspended,
    "resumed": _resumed,
    "withdrawn": _withdrawn,
    "report_received": _received,
    "target_measured": _progressed,
    "reminded": _unchanged,
    "noted": _noted,
    "corrected": _unchanged,
}
