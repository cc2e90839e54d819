"""Bảng và câu: progress, figures and histories as rows of text that a screen or a paper shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.tracking.figures import Figures
from kehoach.tracking.states import State
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from kehoach.tracking.assessing import Progress, Status
    from kehoach.tracking.events import Event

Rows = tuple[tuple[str, ...], ...]
"""Một bảng: the titles first, then the rows, all text."""

NOBODY = "chưa phân công"
TOTAL = "Tổng số"
_FIGURES = (
    "STT",
    "Cơ quan, đơn vị",
    "Tổng số giao",
    "Đã hoàn thành",
    "Đúng hạn",
    "Hoàn thành quá hạn",
    "Chưa hoàn thành",
    "Trong hạn",
    "Quá hạn",
    "Không hạn",
    "Tỷ lệ đã hoàn thành/đến hạn",
    "Tỷ lệ đúng hạn/đã hoàn thành có hạn",
)
_STATUSES = ("STT", "Mã", "Nhiệm vụ", "Cơ quan, đơn vị", "Thời hạn", "Tình trạng", "Số ngày")
_OVERDUE = (
    "STT",
    "Nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời hạn",
    "Số ngày quá hạn",
    "Số ngày làm việc quá hạn",
)


def figures_table(found: Mapping[str, Figures], names: Mapping[str, str] | None = None) -> Rows:
    """Bảng tổng hợp theo cơ quan: a row a body and a last row with the total.

    `names` gives printed names by id; see :func:`names_of`.
    """
    known = names or {}
    rows = [
        (f"{number}", known.get(body, body) or NOBODY, *_cells(one))
        for number, (body, one) in enumerate(found.items(), 1)
    ]
    total = ("", TOTAL, *_cells(sum(found.values(), Figures())))
    return (_FIGURES, *rows, total)


def _cells(one: Figures) -> tuple[str, ...]:
    without = one.open_without_term
    numbers = (one.assigned, one.done, one.on_time, one.late, one.not_done, one.in_term)
    counts = map(str, (*numbers, one.overdue, without))
    return (*counts, str(one.done_of_due), str(one.on_time_of_done))


def names_of(progress: Progress) -> dict[str, str]:
    """Tên in của các cơ quan, by id."""
    return {one.body: one.name for one in progress}


def status_table(progress: Progress) -> Rows:
    """Bảng tình trạng: a row an obligation."""
    rows = (
        (
            f"{number}",
            one.key,
            one.duty.text,
            one.name or NOBODY,
            term_words(one),
            one.label,
            days_words(one),
        )
        for number, one in enumerate(progress, 1)
    )
    return (_STATUSES, *rows)


def overdue_table(progress: Progress) -> Rows:
    """Danh sách việc quá hạn, the longest late first."""
    rows = (
        (
            f"{number}",
            one.duty.text,
            one.name or NOBODY,
            ", ".join(one.duty.coordinators),
            term_words(one),
            f"{-(one.days or 0)}",
            f"{-(one.working_days or 0)}",
        )
        for number, one in enumerate(progress.overdue, 1)
    )
    return (_OVERDUE, *rows)


def term_words(status: Status) -> str:
    """Thời hạn: the day, with the first one where it was moved, else the kind of term."""
    if status.due is None:
        return status.duty.phrase or status.term.label
    moved = status.first_due not in (None, status.due)
    first = f" (hạn đầu {_short(status.first_due)})" if moved else ""
    return f"{_short(status.due)}{first}"


def days_words(status: Status) -> str:
    """Số ngày: ``"còn 5 ngày (3 ngày làm việc)"``, ``"trễ 2 ngày (1 ngày làm việc)"``.

    What was done, or handed in, before its day was early, ``"sớm 2 ngày (2 ngày làm việc)"``.
    """
    given = status.state in (State.DONE, State.SUBMITTED)
    if status.days is None or status.working_days is None:
        return ""
    if status.days == 0:
        return "đúng ngày hạn" if given else "hạn hôm nay"
    left = "sớm" if given else "còn"
    word = "trễ" if status.days < 0 else left
    return f"{word} {abs(status.days)} ngày ({abs(status.working_days)} ngày làm việc)"


def history(events: Iterable[Event]) -> tuple[str, ...]:
    """Lịch sử: a line an event, by the day it happened; corrected ones are marked.

    Give the events of one obligation.
    """
    ordered = in_order(events)
    corrected = {str(one.corrects): one for one in ordered if one.corrects}
    return tuple(_told(one, corrected) for one in ordered)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Theo ngày xảy ra, then as recorded: the order of a history."""
    return sorted(events, key=lambda one: one.day)


def _told(one: Event, corrected: Mapping[str, Event]) -> str:
    later = corrected.get(one.id)
    if later is None:
        return one.describe()
    return f"{one.describe()} [{'đã hủy' if later.void else 'đã đính chính'}]"


def _short(day: datetime.date | None) -> str:
    return short_date(day) if day else ""
