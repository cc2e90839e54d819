"""Báo cáo gửi về: what a body answers to each of its duties, as a value."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.deadlines import Period


class AnswerState(StrEnum):
    """Mức độ hoàn thành mà cơ quan tự báo cáo."""

    DONE = "done"
    DOING = "doing"
    NOT_STARTED = "not_started"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads and writes."""
        return _LABELS[self]


_LABELS = {
    AnswerState.DONE: "đã hoàn thành",
    AnswerState.DOING: "đang thực hiện",
    AnswerState.NOT_STARTED: "chưa thực hiện",
}


def _day(value: datetime.date | None) -> datetime.date | None:
    return None if value is None else plain_date(value)


@frozen
class Answer:
    """Trả lời cho một việc: how far it is, in words and in a figure, and the result paper.

    `key` is that of the obligation in the ledger; `task` and `due` are there to be read. Where
    `state` is None nothing was answered. `figure` is per cent done, of a target its value.
    """

    key: str
    task: str
    due: str = ""
    target: bool = False
    state: AnswerState | None = None
    result: str = ""
    figure: Decimal | None = None
    paper: str = ""
    paper_date: datetime.date | None = field(default=None, converter=_day)

    @property
    def is_blank(self) -> bool:
        """Chưa điền gì."""
        return not (self.state or self.result or self.figure is not None or self.paper)


@frozen
class Return:
    """Bản báo cáo của một cơ quan theo mẫu: the plan's key, the body, the period, the answers.

    `number` and `date` are those of the report itself, once it is issued.
    """

    plan: str
    body: str
    name: str
    period: Period
    answers: tuple[Answer, ...] = field(default=(), converter=as_tuple)
    number: str = ""
    date: datetime.date | None = field(default=None, converter=_day)
