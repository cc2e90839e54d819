"""Thay đổi: what is different between two assessments, "since 30 June"."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.tracking.assessing import Status
from kehoach.tracking.states import State, Timeliness
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.tracking.assessing import Progress


class ChangeKind(StrEnum):
    """Loại thay đổi."""

    GIVEN = "given"
    DONE = "done"
    FELL_LATE = "fell_late"
    WITHDRAWN = "withdrawn"
    REDATED = "redated"
    REASSIGNED = "reassigned"
    MOVED = "moved"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return _LABELS[self.value]


_LABELS = {
    "given": "mới giao",
    "done": "đã hoàn thành",
    "fell_late": "thành quá hạn",
    "withdrawn": "đã thu hồi",
    "redated": "đổi thời hạn",
    "reassigned": "giao lại",
    "moved": "đổi tình trạng",
}


@frozen
class Change:
    """Một thay đổi: an obligation, before (`None` where it is new) and after."""

    kind: ChangeKind
    before: Status | None
    after: Status

    def describe(self) -> str:
        """One line in Vietnamese: whose work, what changed, from what to what."""
        name = f"{self.after.name or 'chưa phân công'}: {self.after.key}: {self.kind.label}"
        match self.kind, self.before:
            case ChangeKind.REDATED, before if before is not None:
                return f"{name}: {_day(before)} → {_day(self.after)}"
            case ChangeKind.REASSIGNED, before if before is not None:
                return f"{name}: {before.name} → {self.after.name}"
            case _, None:
                return name
            case _, before:
                return f"{name}: {before.label} → {self.after.label}"


def _day(status: Status) -> str:
    return short_date(status.due) if status.due else status.term.label


def changes(before: Progress, after: Progress) -> tuple[Change, ...]:
    """Thay đổi từ ngày của `before` đến ngày của `after`, in the order of `after`.

    An obligation may have several: re-dated and done.
    """
    then = {(one.plan, one.key): one for one in before}
    return tuple(
        Change(kind, old, one)
        for one in after
        for old in (then.get((one.plan, one.key)),)
        for kind in _kinds(old, one)
    )


def _kinds(old: Status | None, new: Status) -> Iterator[ChangeKind]:
    if old is None:
        yield ChangeKind.GIVEN
    elif old.body != new.body:
        yield ChangeKind.REASSIGNED
    if old is not None and old.due != new.due:
        yield ChangeKind.REDATED
    state = old.state if old else State.ASSIGNED
    if new.state is State.DONE and state is not State.DONE:
        yield ChangeKind.DONE
    elif new.state is State.WITHDRAWN and state is not State.WITHDRAWN:
        yield ChangeKind.WITHDRAWN
    elif new.timeliness is Timeliness.OVERDUE and not _late(old):
        yield ChangeKind.FELL_LATE
    elif old is not None and new.state is not state:
        yield ChangeKind.MOVED


def _late(status: Status | None) -> bool:
    return status is not None and status.timeliness is Timeliness.OVERDUE
