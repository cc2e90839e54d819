"""Các bước được phép: whether an event may happen to an obligation as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.errors import InvalidMove
from kehoach.tracking._fold import Standing, timeline
from kehoach.tracking.duties import DutyKind
from kehoach.tracking.states import MOVES, EventKind, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.tracking._fold import Step

_ANSWERS = frozenset({EventKind.EXTENSION_GRANTED, EventKind.EXTENSION_DENIED})
_ONLY_FOR = {
    EventKind.REPORT_RECEIVED: DutyKind.REPORT,
    EventKind.TARGET_MEASURED: DutyKind.TARGET,
}
_NOT_FOR_TARGETS = frozenset({EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.EXTENSION_ASKED})


def possible(standing: Standing) -> tuple[EventKind, ...]:
    """Các bước có thể làm lúc này, in the order of the table of events."""
    return tuple(kind for kind in EventKind if _may(standing, kind))


def _may(standing: Standing, kind: EventKind) -> bool:
    if kind not in MOVES[State(standing.state)]:
        return False
    if kind in _ANSWERS:
        return standing.asked is not None
    if kind is EventKind.EXTENSION_ASKED and standing.due is None:
        return False
    if standing.duty_kind == DutyKind.TARGET and kind in _NOT_FOR_TARGETS:
        return False
    return standing.duty_kind == _ONLY_FOR.get(kind, standing.duty_kind)


def check_move(key: str, standing: Standing, step: Step) -> None:
    """Refuse a step that the standing does not allow: :class:`~kehoach.errors.InvalidMove`."""
    if not _may(standing, EventKind(step.kind)):
        raise InvalidMove(key, standing.state, step.kind, tuple(possible(standing)))


def replay(key: str, steps: Sequence[Step]) -> Standing:
    """The standing after all the events, each of which must be allowed where it stands.

    So an event that is recorded late is judged on its own day, and so are those after it. Raises
    :class:`~kehoach.errors.InvalidMove` for the first that is not.
    """
    standing = Standing()
    for step in steps:
        standing.count(step)
    for step in timeline(steps):
        try:
            check_move(key, standing, step)
        except InvalidMove as error:
            if step is not steps[-1]:
                error.add_note(f"it was recorded on {step.at} for {step.day} and comes after")
            raise
        standing.apply(step)
    return standing
