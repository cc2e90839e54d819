"""Mẫu báo cáo trống: what a body is asked to answer, from what the ledger gave it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kehoach.returns.values import Answer, AnswerState, Return
from kehoach.tracking import DutyKind, State
from kehoach.tracking.telling import term_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.deadlines import Period
    from kehoach.tracking import Progress, Status


def blank_returns(progress: Progress, plan: str, period: Period) -> Iterator[Return]:
    """Mẫu báo cáo của từng cơ quan có việc, in the order of the ledger.

    What is withdrawn is left out, and so are reports (sending this in is the report) and the turns
    of recurring work that begin after the period. What the ledger knows as done is filled in.
    """
    bodies: dict[str, list[Status]] = {}
    for one in progress:
        if one.plan == plan and one.body and _is_asked(one):
            bodies.setdefault(one.body, []).append(one)
    for body, found in bodies.items():
        turns = Counter(one.duty.node for one in found)
        asked = [one for one in found if turns[one.duty.node] == 1 or not _is_later(one, period)]
        yield Return(plan, body, found[0].name, period, tuple(map(_answer, asked)))


def _is_asked(one: Status) -> bool:
    return one.duty.kind is not DutyKind.REPORT and one.state is not State.WITHDRAWN


def _is_later(one: Status, period: Period) -> bool:
    return one.duty.period is not None and one.duty.period.start > period.end


def _answer(one: Status) -> Answer:
    done = AnswerState.DONE if one.state is State.DONE else None
    target = one.duty.kind is DutyKind.TARGET
    text = " ".join(one.duty.text.split())
    return Answer(one.key, text, "" if target else term_words(one), target, done)
