"""Đọc sổ: statuses and figures as of a day, from the kept summary where it serves.

The summary of an obligation holds what folding all its events gives. It answers for a day on or
after the obligation's last event; for earlier days, and for what was known at an instant, the
events are folded again by the same code.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kehoach.store import ledger_tables as tables
from kehoach.tracking._fold import STANDING, Standing, Step, effective_due, folded
from kehoach.tracking.assessing import Judge, Outcome, outcome
from kehoach.tracking.duties import DutyKind
from kehoach.tracking.events import COLUMNS, read_duty
from kehoach.tracking.figures import Cells, Figures, cells, grouped
from kehoach.tracking.records import event_from_row
from kehoach.tracking.states import State
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from kehoach.store import Connection
    from kehoach.tracking.assessing import Status
    from kehoach.tracking.duties import Duty
    from kehoach.tracking.events import Event

_RATED = (
    "body", "counted", "duty_kind", "duty", "state", "term", "due", "done_on", "submitted_on",
    "stopped_since", "stopped", "figure",
)  # fmt: skip
_DUTY, _STATE = STANDING.index("duty"), STANDING.index("state")


class Reader:
    """What is read in one transaction, so that it is all of one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._duties: dict[str, Duty] = {}

    def events(self, plan: str | None, obligation: str | None) -> Iterator[Event]:
        """The events as recorded."""
        if obligation is not None:
            keys = [obligation]
            rows = tables.scan_histories(self._connection, COLUMNS, plan=plan, keys=keys)
        else:
            rows = tables.scan_chain(self._connection, plan)
        for _, __, *row in rows:
            digest = row[len(COLUMNS) - 1]
            yield event_from_row(row[: len(COLUMNS)], self._duty(digest) if digest else None)

    def last(self, plan: str | None, obligation: str | None) -> Event | None:
        """The event recorded last that is no correction, and not corrected."""
        corrected: set[str] = set()
        place = COLUMNS.index("corrects")
        for row in tables.scan_backwards(self._connection, plan, obligation):
            if row[place]:
                corrected.add(row[place])
            elif row[-1] not in corrected:
                digest = row[len(COLUMNS) - 1]
                return event_from_row(row[: len(COLUMNS)], self._duty(digest) if digest else None)
        return None

    def latest(self, day: datetime.date, plan: str) -> Iterator[Status]:
        """How the work of a plan stands after everything recorded, withdrawn work included."""
        judge = Judge(day, vietnam())
        for _, key, *row in tables.scan_standings(self._connection, plan=plan):
            if row[_STATE] != State.ABSENT:
                yield judge.status(plan, key, row, self._duty(row[_DUTY]))

    def one(self, plan: str, key: str, judge: Judge) -> Status | None:
        """One obligation as of the judge's day."""
        rows = tables.scan_histories(self._connection, Step._fields, plan=plan, keys=[key])
        standing = folded([Step._make(row[2:]) for row in rows], judge.day)
        if standing.state == State.ABSENT:
            return None
        return judge.status(plan, key, standing.values(), self._duty(standing.duty))

    def statuses(
        self, judge: Judge, known: str | None, *, plan: str | None, body: str | None
    ) -> list[Status]:
        """Every status, in the order of first events."""
        found: list[Status] = []
        mixed = False
        for plan_id, key, row, replayed in self._standings(judge, known, STANDING, plan, body):
            mixed = mixed or replayed
            found.append(judge.status(plan_id, key, row, self._duty(row[_DUTY])))
        if mixed:
            places = tables.numbers(self._connection, plan)
            found.sort(key=lambda one: places[one.plan, one.key])
        return found

    def figures(
        self,
        judge: Judge,
        known: str | None,
        group: str,
        *,
        plan: str | None = None,
        body: str | None = None,
    ) -> dict[str, Figures]:
        """Figures by body or by plan."""
        counted = _Cells(judge, self)
        rows = self._standings(judge, known, _RATED, plan, body)
        if group == "plan":
            return grouped((plan_id, counted.of(row)) for plan_id, _, row, _ in rows)
        return grouped((row[0], counted.of(row)) for _, _, row, _ in rows)

    def _standings(
        self,
        judge: Judge,
        known: str | None,
        columns: Sequence[str],
        plan: str | None,
        body: str | None,
    ) -> Iterator[tuple[str, str, Sequence[Any], bool]]:
        """Plan, key, the columns of the standing, and whether events were folded for it."""
        settled, behind = True, True
        if body is None:  # a body's own few rows are read either way
            older, newer = tables.count_standings(self._connection, judge.day, known, plan)
            settled, behind = older >= newer, newer > 0
        if settled:
            rows = tables.scan_standings(
                self._connection,
                columns=columns,
                plan=plan,
                body=body,
                until=judge.day,
                known=known,
            )
            place = columns.index("state")
            for plan_id, key, *row in rows:
                if row[place] != State.ABSENT:
                    yield plan_id, key, row, False
        if behind:
            places = [STANDING.index(name) for name in columns]
            for plan_id, key, standing in self._folded(judge, known, plan, body, few=settled):
                values = standing.values()
                yield plan_id, key, [values[place] for place in places], True

    def _folded(
        self, judge: Judge, known: str | None, plan: str | None, body: str | None, *, few: bool
    ) -> Iterator[tuple[str, str, Standing]]:
        rows = tables.scan_histories(
            self._connection,
            Step._fields,
            plan=plan,
            body=body,
            until=judge.day,
            known=known,
            unsettled=few,
        )
        for (plan_id, key), events in groupby(rows, key=_name):
            standing = folded(Step._make(row[2:]) for row in events)
            if standing.state != State.ABSENT and body in (None, standing.body):
                yield plan_id, key, standing

    def _duty(self, digest: str) -> Duty:
        if not self._duties:
            self._duties = {
                name: read_duty(said) for name, said in tables.duties(self._connection).items()
            }
        return self._duties[digest]

    def outcome_of(self, digest: str, figure: str | None) -> Outcome:
        """How a target stands."""
        return outcome(self._duty(digest), Decimal(figure) if figure is not None else None)


def _name(row: Sequence[Any]) -> tuple[str, str]:
    return row[0], row[1]


class _Cells:
    """Where standings are counted; the many that look alike are judged once."""

    def __init__(self, judge: Judge, reader: Reader) -> None:
        self._judge, self._reader = judge, reader
        self._known: dict[tuple[Any, ...], Cells] = {}

    def of(self, row: Sequence[Any]) -> Cells:
        """The cells of a row in the order of `_RATED`."""
        alike = tuple(row[1:])
        found = self._known.get(alike)
        if found is None:
            found = self._known[alike] = self._judged(row)
        return found

    def _judged(self, row: Sequence[Any]) -> Cells:
        _, counted, kind, duty, state, term, due, done_on, submitted_on, since, stopped, figure = (
            row
        )
        last = effective_due(due, stopped, since, self._judge.day)
        target = kind == DutyKind.TARGET
        return cells(
            kind=kind,
            counted=bool(counted),
            state=state,
            term=term,
            timeliness=self._judge.timeliness(state, last, done_on, submitted_on),
            arrived=last is not None and last <= self._judge.day,
            outcome=self._reader.outcome_of(duty, figure) if target else None,
        )
