"""Thu báo cáo: what the returns of bodies say, as events of the ledger and as words of a report."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from kehoach.converters import as_tuple
from kehoach.deadlines import period_words
from kehoach.drafts import Results
from kehoach.findings import Finding, Severity
from kehoach.returns.values import AnswerState
from kehoach.tracking import DutyKind, Event, EventKind, Paper, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.deadlines import Period
    from kehoach.returns.values import Answer, Return
    from kehoach.tracking import Progress, Status

_WHOLE = Decimal(100)
_REPEATABLE = (EventKind.PROGRESSED, EventKind.NOTED, EventKind.TARGET_MEASURED)


@frozen
class Collected:
    """Kết quả đọc một báo cáo: the events that it gives, and the answers that do not fit."""

    events: tuple[Event, ...] = field(default=(), converter=as_tuple)
    findings: tuple[Finding, ...] = field(default=(), converter=as_tuple)


def collect(  # noqa: PLR0913 - what is read, against what, who reads it and when
    form: Return,
    progress: Progress,
    *,
    day: datetime.date,
    at: datetime.datetime,
    by: str,
    source: str = "",
    recorded: Iterable[Event] = (),
) -> Collected:
    """Đọc báo cáo của một cơ quan thành sự kiện.

    `progress` is how things stand on `day`, the day on which the return came. Done work is
    submitted and accepted, with the date of its result paper, else that of the return; other work
    is started and its progress noted; targets are measured; the period's report is received. What
    the ledger knows already (its state, and among the `recorded` events) adds nothing; what
    contradicts it is refused with a finding: nothing is overwritten.
    """
    reader = _Reader(form, progress, Recording(day, at, by, source))
    known = set(map(_said, recorded))
    events = (
        one for one in reader.events() if one.kind not in _REPEATABLE or _said(one) not in known
    )
    return Collected(tuple(events), tuple(reader.findings))


def _said(event: Event) -> tuple[object, ...]:
    """What an event says, whenever and by whomever it was recorded."""
    return event.plan, event.obligation, event.kind, event.note, event.figure, event.paper


@frozen
class Recording:
    """Ai ghi, ngày nào, lúc nào, từ tệp nào."""

    day: datetime.date
    at: datetime.datetime
    by: str
    source: str


class _Reader:
    """One return against the ledger."""

    def __init__(self, form: Return, progress: Progress, recording: Recording) -> None:
        self._form, self._recording = form, recording
        self._known = {one.key: one for one in progress if one.plan == form.plan}
        self.findings: list[Finding] = []

    def events(self) -> Iterator[Event]:
        """The events of every answer that fits, then the report's."""
        if not self._known:
            told = f"sổ không giao việc nào của kế hoạch {self._form.plan} cho {self._form.body}"
            self._refuse(0, told, "xem lại plan, body của tệp, và --ledger có phải sổ đã gửi mẫu")
            return
        for turn, answer in enumerate(self._form.answers, 1):
            status = self._fitting(answer, turn)
            if status is not None and not answer.is_blank:
                yield from self._told(answer, status, turn)
        yield from self._report()

    def _fitting(self, answer: Answer, turn: int) -> Status | None:
        status = self._known.get(answer.key)
        if status is None:
            told = f"sổ không giao việc {answer.key} cho {self._form.name or self._form.body}"
            self._refuse(turn, told, "giữ nguyên mã việc của mẫu")
        elif status.body != self._form.body:
            told = f"việc {answer.key} là của {status.name}, không phải của {self._form.name}"
            self._refuse(turn, told, "xóa việc này")
            status = None
        return status

    def _told(self, answer: Answer, status: Status, turn: int) -> Iterator[Event]:
        if status.duty.kind is DutyKind.TARGET:
            if answer.figure is not None and answer.figure != status.figure:
                yield self._event(status, EventKind.TARGET_MEASURED, figure=answer.figure)
            return
        if status.state is State.DONE:
            if answer.state not in (None, AnswerState.DONE):
                told = f"sổ đã ghi hoàn thành {answer.key}, báo cáo ghi {answer.state.label}"
                self._refuse(turn, told, "đính chính trong sổ nếu sổ sai: kehoach track undo")
            return
        if status.state in (State.WITHDRAWN, State.SUSPENDED, State.REFUSED, State.UNASSIGNED):
            told = f"việc {answer.key} đang ở tình trạng {status.state.label}"
            self._refuse(turn, told, "xem lại trong sổ: kehoach track history")
            return
        if answer.state is AnswerState.DONE:
            yield from self._done(answer, status, turn)
        elif answer.state is AnswerState.DOING or answer.figure is not None:
            yield from self._doing(answer, status, turn)
        elif answer.result:
            yield self._event(status, EventKind.NOTED, note=answer.result)

    def _done(self, answer: Answer, status: Status, turn: int) -> Iterator[Event]:
        day = answer.paper_date or self._form.date or self._recording.day
        if day > self._recording.day:
            self._refuse(turn, f"ngày văn bản của {answer.key} sau ngày nhận báo cáo", "sửa ngày")
            return
        if answer.figure is not None and answer.figure < _WHOLE:
            told = f"{answer.key} ghi đã hoàn thành nhưng số liệu {answer.figure}%"
            self._refuse(turn, told, "ghi 100, hoặc đổi mức độ")
            return
        number = answer.paper or self._form.number or "báo cáo theo mẫu"
        if status.state is not State.SUBMITTED:
            yield self._event(
                status, EventKind.SUBMITTED, note=answer.result or None,
                paper=Paper(number, day),
            )  # fmt: skip
        yield self._event(status, EventKind.ACCEPTED)

    def _doing(self, answer: Answer, status: Status, turn: int) -> Iterator[Event]:
        figure = answer.figure
        if figure is not None and not 0 <= figure <= _WHOLE:
            self._refuse(turn, f"số liệu {figure} của {answer.key} không nằm giữa 0 và 100", "sửa")
            return
        if figure is None and not answer.result:
            if status.state in (State.ASSIGNED, State.ACKNOWLEDGED):
                yield self._event(status, EventKind.STARTED)
            return
        if figure is None or figure != status.figure or answer.result:
            yield self._event(
                status, EventKind.PROGRESSED, figure=figure, note=answer.result or None
            )

    def _adds(self, answer: Answer) -> bool:
        """Whether the body wrote anything that its form did not already show."""
        status = self._known.get(answer.key)
        shown = status is not None and status.state is State.DONE and answer.state is not None
        bare = not (answer.result or answer.paper) and answer.figure is None
        return not answer.is_blank and not (shown and bare)

    def _report(self) -> Iterator[Event]:
        """The report that this return is, where the period's one is still waited for."""
        if not any(map(self._adds, self._form.answers)):
            self._refuse(0, "mẫu báo cáo còn trống", "điền ít nhất một việc rồi gửi lại")
            return
        period = self._form.period
        owed = [one for one in self._known.values()
                if one.body == self._form.body and one.duty.kind is DutyKind.REPORT]  # fmt: skip
        of_period = [one for one in owed if one.duty.period == period]
        if owed and not of_period:
            told = f"sổ không chờ báo cáo {period_words(period)} của {owed[0].name}"
            self._refuse(0, told, "xem lại period của tệp; kết quả từng việc vẫn được ghi")
        for status in of_period:
            if status.state.open:
                day = self._form.date or self._recording.day
                day = min(day, self._recording.day)
                paper = Paper(self._form.number or "báo cáo theo mẫu", day)
                yield self._event(status, EventKind.REPORT_RECEIVED, paper=paper)

    def _event(
        self,
        status: Status,
        kind: EventKind,
        **details: Any,  # noqa: ANN401 - fields of an event
    ) -> Event:
        recording = self._recording
        return Event(
            status.plan, status.key, kind, recording.day, recording.by, recording.at,
            on_behalf=self._form.body if kind is not EventKind.ACCEPTED else None,
            reference=recording.source or None, **details,
        )  # fmt: skip

    def _refuse(self, turn: int, message: str, advice: str) -> None:
        self.findings.append(
            Finding(
                "return.refused",
                Severity.ERROR,
                message,
                f"việc {turn}" if turn else "",
                advice=advice,
            )
        )


def results_of(forms: Sequence[Return], progress: Progress, period: Period) -> Results:
    """Lời báo cáo theo từng việc, and who reported in time, late and not at all.

    Who owed a report for the period is read from the ledger: in time or late by its own days.
    """
    nodes = {one.key: one.duty.node for one in progress}
    names = {one.body: one.name for one in progress}
    words: dict[str, list[tuple[str, str]]] = {}
    for form in forms:
        name = form.name or names.get(form.body, form.body)
        for answer in form.answers:
            if answer.result and answer.key in nodes:
                words.setdefault(nodes[answer.key], []).append((name, answer.result))
    sent: dict[str, list[str]] = {"received": [], "late": [], "missing": []}
    for one in _reports(progress, period):
        if one.state is not State.DONE:
            sent["missing"].append(one.name)
        else:
            sent["late" if one.days is not None and one.days < 0 else "received"].append(one.name)
    told = {node: tuple(some) for node, some in words.items()}
    return Results(told, **{name: tuple(dict.fromkeys(who)) for name, who in sent.items()})


def _reports(progress: Progress, period: Period) -> Iterable[Status]:
    return (
        one
        for one in progress
        if one.duty.kind is DutyKind.REPORT and one.duty.period == period and one.counted
    )
