"""Bản ghi: an event as a row of the ledger and as a line of JSON, and back."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kehoach.plan import Role
from kehoach.tracking.duties import Duty, Obligation, Term, duty_from_tree, duty_to_tree
from kehoach.tracking.events import COLUMNS, Event, Paper, columns_of, read_instant
from kehoach.tracking.states import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def event_from_row(row: Sequence[Any], duty: Duty | None) -> Event:
    """The event of a row in the order of `COLUMNS`; `duty` is the one that its digest names."""
    return _event(dict(zip(COLUMNS, row, strict=False)), duty)


def _event(told: Mapping[str, Any], duty: Duty | None) -> Event:
    kind = EventKind(told["kind"])
    given = _given(told, duty) if duty is not None else None
    own = told if kind is not EventKind.ASSIGNED else {}
    number, paper_day, figure = (told.get(one) for one in ("paper_number", "paper_day", "figure"))
    paper = Paper(number or "", _day(paper_day)) if paper_day else None  # type: ignore[arg-type]
    term = Term(own["term"]) if own.get("term") else None
    return Event(
        plan=told["plan"],
        obligation=told["obligation"],
        kind=kind,
        day=datetime.date.fromisoformat(told["day"]),
        by=told["by"],
        at=read_instant(told["at"]),
        on_behalf=told.get("on_behalf"),
        reference=told.get("reference"),
        note=told.get("note"),
        due=_day(own.get("due")),
        term=term,
        body=own.get("body") if kind is not EventKind.NOTED else None,
        name=own.get("name") if kind is not EventKind.NOTED else None,
        paper=paper,
        figure=Decimal(figure) if figure is not None else None,
        corrects=told.get("corrects"),
        void=bool(told.get("void")),
        given=given,
    )


def _given(told: Mapping[str, Any], duty: Duty) -> Obligation:
    return Obligation(
        plan=told["plan"],
        key=told["obligation"],
        duty=duty,
        body=told.get("body") or "",
        name=told.get("name") or "",
        role=Role(told.get("role") or "lead"),
        counted=bool(told.get("counted")),
        term=Term(told.get("term") or "none"),
        due=_day(told.get("due")),
    )


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def event_to_line(event: Event) -> str:
    """The event as one line of JSON, with its id; what is empty is left out."""
    told: dict[str, Any] = {
        name: value
        for name, value in zip(COLUMNS, columns_of(event), strict=True)
        if value is not None and not (name == "void" and not value)
    }
    if event.given is not None:
        told["duty"] = duty_to_tree(event.given.duty)
    told["id"] = event.id
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def event_from_line(line: str) -> Event:
    """The event of a line that :func:`event_to_line` wrote, or that was written without an id.

    Raises :class:`ValueError` for a line that is none, or of which the id is not that of its
    content: it was changed by hand.
    """
    try:
        told = json.loads(line)
        duty = duty_from_tree(told["duty"]) if "duty" in told else None
        event = _event(told, duty)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"expected an event as JSON: {type(error).__name__}: {error}") from error
    if "id" in told and event.id != told["id"]:
        raise ValueError(f"the id {told['id']!r} is not that of the content, {event.id!r}")
    return event
