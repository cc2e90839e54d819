"""Tình trạng: the states of work, how it stands to its term, and which moves are allowed."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(StrEnum):
    """Tình trạng thực hiện của một việc."""

    ABSENT = "absent"
    UNASSIGNED = "unassigned"
    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    DONE = "done"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return _STATES[self.value]

    @property
    def open(self) -> bool:
        """Chưa hoàn thành: given, and neither done nor withdrawn."""
        return self not in _CLOSED


_STATES = {
    "absent": "chưa giao",
    "unassigned": "chưa phân công",
    "assigned": "chưa thực hiện",
    "acknowledged": "đã nhận việc",
    "refused": "từ chối nhiệm vụ",
    "in_progress": "đang thực hiện",
    "submitted": "chờ duyệt kết quả",
    "returned": "trả lại",
    "done": "đã hoàn thành",
    "suspended": "tạm dừng",
    "withdrawn": "thu hồi",
}
_CLOSED = frozenset({State.ABSENT, State.DONE, State.WITHDRAWN})


class Timeliness(StrEnum):
    """Đúng hạn hay không, on a day; always computed, never kept."""

    NO_TERM = "no_term"
    IN_TERM = "in_term"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    ON_TIME = "on_time"
    LATE = "late"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return _TIMELINESS[self.value]


_TIMELINESS = {
    "no_term": "không hạn",
    "in_term": "trong hạn",
    "due_soon": "sắp đến hạn",
    "overdue": "quá hạn",
    "on_time": "đúng hạn",
    "late": "hoàn thành quá hạn",
}


class EventKind(StrEnum):
    """Loại sự kiện của một việc."""

    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    STARTED = "started"
    PROGRESSED = "progressed"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_GRANTED = "extension_granted"
    EXTENSION_DENIED = "extension_denied"
    REDATED = "redated"
    REASSIGNED = "reassigned"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    REPORT_RECEIVED = "report_received"
    TARGET_MEASURED = "target_measured"
    REMINDED = "reminded"
    NOTED = "noted"
    CORRECTED = "corrected"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return _EVENTS[self.value]


_EVENTS = {
    "assigned": "giao việc",
    "acknowledged": "nhận việc",
    "refused": "từ chối",
    "started": "bắt đầu",
    "progressed": "cập nhật tiến độ",
    "submitted": "trình kết quả",
    "accepted": "chấp nhận kết quả",
    "returned": "trả lại",
    "extension_asked": "xin gia hạn",
    "extension_granted": "cho gia hạn",
    "extension_denied": "không cho gia hạn",
    "redated": "đổi thời hạn",
    "reassigned": "giao lại cho cơ quan khác",
    "suspended": "tạm dừng",
    "resumed": "tiếp tục",
    "withdrawn": "thu hồi",
    "report_received": "nhận báo cáo",
    "target_measured": "đo chỉ tiêu",
    "reminded": "đôn đốc",
    "noted": "ghi chú",
    "corrected": "đính chính",
}

_STEERED = (
    EventKind.REDATED,
    EventKind.REASSIGNED,
    EventKind.SUSPENDED,
    EventKind.WITHDRAWN,
    EventKind.REMINDED,
    EventKind.NOTED,
    EventKind.CORRECTED,
)
_TERMS = (EventKind.EXTENSION_ASKED, EventKind.EXTENSION_GRANTED, EventKind.EXTENSION_DENIED)
_RESULTS = (EventKind.SUBMITTED, EventKind.REPORT_RECEIVED, EventKind.TARGET_MEASURED)
_CLOSED_MOVES = (EventKind.NOTED, EventKind.CORRECTED)

MOVES: Mapping[State, frozenset[EventKind]] = MappingProxyType(
    {
        State.ABSENT: frozenset({EventKind.ASSIGNED}),
        State.UNASSIGNED: frozenset(_STEERED),
        State.ASSIGNED: frozenset(
            (
                EventKind.ACKNOWLEDGED,
                EventKind.REFUSED,
                EventKind.STARTED,
                EventKind.PROGRESSED,
                *_RESULTS,
                *_TERMS,
                *_STEERED,
            )
        ),
        State.ACKNOWLEDGED: frozenset(
            (
                EventKind.REFUSED,
                EventKind.STARTED,
                EventKind.PROGRESSED,
                *_RESULTS,
                *_TERMS,
                *_STEERED,
            )
        ),
        State.REFUSED: frozenset((EventKind.ACKNOWLEDGED, EventKind.RETURNED, *_STEERED)),
        State.IN_PROGRESS: frozenset((EventKind.PROGRESSED, *_RESULTS, *_TERMS, *_STEERED)),
        State.SUBMITTED: frozenset(
            (
                EventKind.ACCEPTED,
                EventKind.RETURNED,
                EventKind.SUBMITTED,
                EventKind.REPORT_RECEIVED,
                *_TERMS,
                *_STEERED,
            )
        ),
        State.RETURNED: frozenset(
            (
                EventKind.ACKNOWLEDGED,
                EventKind.STARTED,
                EventKind.PROGRESSED,
                *_RESULTS,
                *_TERMS,
                *_STEERED,
            )
        ),
        State.DONE: frozenset(_CLOSED_MOVES),
        State.SUSPENDED: frozenset(
            (
                EventKind.RESUMED,
                EventKind.REDATED,
                EventKind.WITHDRAWN,
                EventKind.EXTENSION_GRANTED,
                EventKind.EXTENSION_DENIED,
                *_CLOSED_MOVES,
            )
        ),
        State.WITHDRAWN: frozenset((EventKind.ASSIGNED, *_CLOSED_MOVES)),
    }
)
"""Bảng các bước: what may happen in each state.

Further conditions stand in `kehoach.tracking.assessing.possible`: a report is received, a target
measured; an extension is asked where there is a day, and answered where it was asked.
"""
