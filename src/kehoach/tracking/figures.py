"""Số liệu: counts and ratios of a progress, each ratio naming its denominator.

Four cells hold everything that has a day: done on time, done late, not done within the term,
overdue. What has no day is counted beside them; standing and on-request work, mere helpers and
what was withdrawn stay out (QĐ 23/2018/QĐ-TTg).
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import attrs
from attrs import evolve, frozen

from kehoach.tracking.assessing import Outcome, Progress, Status
from kehoach.tracking.duties import DutyKind, Term
from kehoach.tracking.states import State, Timeliness
from kehoach.vietnamese import count, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

K = TypeVar("K")
EMPTY = "–"
"""Mẫu số bằng không: what a ratio without a denominator prints."""


@frozen
class Ratio:
    """Tỷ lệ: a part of a whole, both named."""

    part: int
    whole: int
    part_name: str
    whole_name: str

    @property
    def value(self) -> Decimal | None:
        """Per cent, exact to one decimal at print; `None` where the whole is empty."""
        return Decimal(100 * self.part) / self.whole if self.whole else None

    def __str__(self) -> str:
        """``"91,8%"``, or a dash where the whole is empty."""
        return EMPTY if self.value is None else percent(self.value, 1)

    @property
    def name(self) -> str:
        """``"đã hoàn thành/đến hạn"``."""
        return f"{self.part_name}/{self.whole_name}"

    def describe(self) -> str:
        """``"đã hoàn thành/đến hạn: 2.501/2.723 = 91,8%"``."""
        return f"{self.name}: {count(self.part)}/{count(self.whole)} = {self}"


@frozen
class Figures:
    """Số liệu theo dõi của một nhóm việc.

    The four cells are `on_time`, `late`, `in_term`, `overdue`; `done_without_term` and
    `open_without_term` have no day. `due_soon`, `waiting`, `suspended`, `refused` are parts of
    what is not done. `due` counts what fell due by the day of the assessment, that day included,
    and `due_done` what of it is done. `standing`, `helping`, `withdrawn` are outside `assigned`,
    and so are the targets.
    """

    on_time: int = 0
    late: int = 0
    in_term: int = 0
    overdue: int = 0
    done_without_term: int = 0
    open_without_term: int = 0
    due_soon: int = 0
    waiting: int = 0
    suspended: int = 0
    refused: int = 0
    due: int = 0
    due_done: int = 0
    standing: int = 0
    helping: int = 0
    withdrawn: int = 0
    reached: int = 0
    not_reached: int = 0
    not_reported: int = 0

    @property
    def with_term(self) -> int:
        """Có thời hạn: the sum of the four cells."""
        return self.on_time + self.late + self.in_term + self.overdue

    @property
    def done(self) -> int:
        """Đã hoàn thành."""
        return self.on_time + self.late + self.done_without_term

    @property
    def not_done(self) -> int:
        """Chưa hoàn thành."""
        return self.in_term + self.overdue + self.open_without_term

    @property
    def assigned(self) -> int:
        """Tổng số nhiệm vụ giao: done and not done."""
        return self.done + self.not_done

    @property
    def done_of_assigned(self) -> Ratio:
        """Đã hoàn thành trên tổng số giao."""
        return Ratio(self.done, self.assigned, "đã hoàn thành", "tổng số giao")

    @property
    def done_of_due(self) -> Ratio:
        """Đã hoàn thành trên số đến hạn: the official ratio."""
        return Ratio(self.due_done, self.due, "đã hoàn thành", "đến hạn")

    @property
    def on_time_of_done(self) -> Ratio:
        """Đúng hạn trên số đã hoàn thành có thời hạn."""
        return Ratio(self.on_time, self.on_time + self.late, "đúng hạn", "đã hoàn thành có hạn")

    @property
    def overdue_of_assigned(self) -> Ratio:
        """Quá hạn trên tổng số giao."""
        return Ratio(self.overdue, self.assigned, "quá hạn", "tổng số giao")

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Các tỷ lệ, the official one second."""
        return (
            self.done_of_assigned,
            self.done_of_due,
            self.on_time_of_done,
            self.overdue_of_assigned,
        )

    def __add__(self, other: Figures) -> Figures:
        """The figures of both groups together."""
        return Figures(*map(sum, zip(attrs.astuple(self), attrs.astuple(other), strict=True)))


Cells = tuple[str, ...]
"""The fields of `Figures` that one obligation adds to."""


def cells(  # noqa: PLR0913 - all that decides
    *,
    kind: str,
    counted: bool,
    state: str,
    term: str,
    timeliness: Timeliness,
    arrived: bool,
    outcome: Outcome | None,
) -> Cells:
    """Where an obligation is counted; `arrived` says that its last day has come."""
    if state == State.WITHDRAWN:
        return ("withdrawn",)
    if kind == DutyKind.TARGET:
        return (str(outcome or Outcome.NOT_REPORTED),)
    if not counted:
        return ("helping",)
    if not Term(term).rated:
        return ("standing",)
    found = [_main(state, timeliness)]
    if timeliness is Timeliness.DUE_SOON:
        found.append("due_soon")
    if part := _PARTS.get(state):
        found.append(part)
    if arrived and timeliness is not Timeliness.NO_TERM:
        found += ["due", "due_done"] if state == State.DONE else ["due"]
    return tuple(found)


_PARTS: dict[str, str] = {
    State.SUBMITTED: "waiting",
    State.SUSPENDED: "suspended",
    State.REFUSED: "refused",
}


def _main(state: str, timeliness: Timeliness) -> str:
    match timeliness:
        case Timeliness.NO_TERM:
            return "done_without_term" if state == State.DONE else "open_without_term"
        case Timeliness.DUE_SOON:
            return "in_term"
    return timeliness.value


def cells_of(status: Status, progress: Progress) -> Cells:
    """Where a status is counted in the progress that holds it."""
    return cells(
        kind=status.duty.kind,
        counted=status.counted,
        state=status.state,
        term=status.term,
        timeliness=status.timeliness,
        arrived=status.due is not None and status.due <= progress.on,
        outcome=status.outcome,
    )


def summed(counts: Mapping[Cells, int]) -> Figures:
    """The figures of obligations counted by their cells."""
    totals: Counter[str] = Counter()
    for names, number in counts.items():
        for name in names:
            totals[name] += number
    return Figures(**totals)


def figures(progress: Progress) -> Figures:
    """Số liệu của cả tiến độ."""
    return summed(Counter(cells_of(one, progress) for one in progress))


def figures_by(progress: Progress, key: Callable[[Status], K]) -> dict[K, Figures]:
    """Số liệu theo nhóm: by `body_of`, `plan_of`, or any function of a status."""
    counts: dict[K, Counter[Cells]] = {}
    for one in progress:
        counts.setdefault(key(one), Counter())[cells_of(one, progress)] += 1
    return {group: summed(found) for group, found in counts.items()}


def body_of(status: Status) -> str:
    """Cơ quan: the key for figures of each body."""
    return status.body


def plan_of(status: Status) -> str:
    """Kế hoạch: the key for figures of each plan."""
    return status.plan


@frozen
class PeriodFigures:
    """Số liệu của một kỳ: what was carried over into it, what was given in it, and how both stand.

    `carried_over` (nhiệm vụ chuyển kỳ) were given before and not done when the period began.
    """

    carried_over: int
    given: int
    figures: Figures
    carried_keys: tuple[tuple[str, str], ...] = ()


def period_figures(before: Progress, after: Progress) -> PeriodFigures:
    """Số liệu theo kỳ, from the progress as of the day before the period and as of its end.

    What was done or withdrawn before the period began is left out.
    """
    then = {(one.plan, one.key): one for one in before}
    carried = {name for name, one in then.items() if one.state.open}
    closed = then.keys() - carried
    items = tuple(one for one in after if (one.plan, one.key) not in closed)
    rated = [one for one in items if cells_of(one, after)[0] not in _OUTSIDE]
    old = tuple((one.plan, one.key) for one in rated if (one.plan, one.key) in carried)
    total = figures(evolve(after, items=items))
    return PeriodFigures(len(old), len(rated) - len(old), total, old)


_OUTSIDE = {"standing", "helping", "withdrawn", *(one.value for one in Outcome)}


def grouped(
    rows: Iterable[tuple[K, Cells]],
) -> dict[K, Figures]:
    """The figures of each group from pairs of group and cells."""
    counts: Counter[tuple[K, Cells]] = Counter(rows)
    groups: dict[K, Counter[Cells]] = {}
    for (group, names), number in counts.items():
        groups.setdefault(group, Counter())[names] += number
    return {group: summed(found) for group, found in groups.items()}
