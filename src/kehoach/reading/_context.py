"""Bối cảnh: what reading needs to know beyond a sentence itself: the plan's time, and the names."""

from __future__ import annotations

import datetime

from attrs import evolve, frozen

from kehoach.deadlines import Before, By, Deadline, In, Period
from kehoach.reading._names import Known

_YEAR_DAYS = 366


@frozen
class Context:
    """Bối cảnh của một lần đọc.

    `year` completes days without one; `period` is the plan's own; a day before `since` is no
    deadline, for it was over when the paper was issued. `known` tells the names of a directory.
    """

    year: int | None = None
    period: Period | None = None
    since: datetime.date | None = None
    known: Known | None = None

    def placed(self, deadline: Deadline, printed: str) -> Deadline:
        """The deadline, its day moved to the next year where only there it is in the plan's period.

        A school year has the days of two years; `printed` tells whether the paper named one.
        """
        period = self.period
        if period is None or not isinstance(deadline, Before | By):
            return deadline
        if str(deadline.day.year) in printed:
            return deadline
        if period.start.year == period.end.year or (period.end - period.start).days > _YEAR_DAYS:
            return deadline
        if deadline.day >= period.start or (deadline.day.month, deadline.day.day) == (2, 29):
            return deadline
        later = deadline.day.replace(year=deadline.day.year + 1)
        return evolve(deadline, day=later)

    def is_over(self, deadline: Deadline) -> bool:
        """Whether a deadline was over when the paper was issued: its sentence tells of the past."""
        if self.since is None:
            return False
        if isinstance(deadline, Before | By):
            return deadline.day < self.since
        return isinstance(deadline, In) and deadline.period.end < self.since
