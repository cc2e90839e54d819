"""Sự kiện: one thing that happened to an obligation, who did it, when, and when it was recorded."""

from __future__ import annotations

import datetime
import hashlib
import json
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from kehoach.converters import plain_date
from kehoach.errors import InvalidEvent
from kehoach.tracking.duties import Duty, Obligation, Term, duty_from_tree, duty_to_tree
from kehoach.tracking.states import EventKind
from kehoach.vietnamese import number, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pendulum

ZONE = "Asia/Ho_Chi_Minh"
_UTC = datetime.UTC
_HOURS = datetime.timezone(datetime.timedelta(hours=7))
_ID_LENGTH = 32


def _day(value: datetime.date | None) -> datetime.date | None:
    return None if value is None else plain_date(value)


def _instant(value: datetime.datetime) -> datetime.datetime:
    if value.tzinfo is None:
        raise TypeError(f"expected an instant with its time zone, got {value!r}")
    return value


@frozen
class Paper:
    """Văn bản kết quả: number and symbol, and its date, which is the day that counts."""

    number: str
    date: datetime.date = field(converter=plain_date)


@frozen
class Event:
    """Sự kiện: what happened to an obligation on a day, and the instant it was recorded.

    `day` is the day it happened, `at` the instant (with a time zone) it was recorded; `by` is the
    person or office that records, `on_behalf` whom it acts for. `reference` names a paper or a
    file, `note` says why. The other fields belong to single kinds:

    - `given`: the obligation (ASSIGNED), or how the plan now words it (NOTED);
    - `due`: the day asked for or granted, or the new day; `term` its kind (REDATED);
    - `body`, `name`: the new body (REASSIGNED), the one proposed (REFUSED);
    - `paper`: the result paper (SUBMITTED, ACCEPTED, REPORT_RECEIVED);
    - `figure`: per cent done (PROGRESSED), the value (TARGET_MEASURED);
    - `corrects`: the id of the event that is corrected, by what else is given here; with `void`
      that event never happened (CORRECTED). A correction takes the day of what it corrects.

    Raises :class:`~kehoach.errors.InvalidEvent` for what a kind needs and lacks, or cannot hold,
    and for a day after the instant of recording.
    """

    plan: str
    obligation: str
    kind: EventKind
    day: datetime.date = field(converter=plain_date)
    by: str
    at: datetime.datetime = field(converter=_instant)
    on_behalf: str | None = None
    reference: str | None = None
    note: str | None = None
    due: datetime.date | None = field(default=None, converter=_day)
    term: Term | None = None
    body: str | None = None
    name: str | None = None
    paper: Paper | None = None
    figure: Decimal | None = None
    corrects: str | None = None
    void: bool = False
    given: Obligation | None = None

    def __attrs_post_init__(self) -> None:
        if self.kind is EventKind.REDATED and self.term is None and self.due is not None:
            object.__setattr__(self, "term", Term.DATED)
        _check(self)

    @property
    def id(self) -> str:
        """Mã sự kiện: a hash of its content; the same content recorded twice is one event."""
        return content_id(content(columns_of(self)))

    def describe(self) -> str:
        """One line in Vietnamese: the day, what happened, by whom, with its details."""
        parts = [f"{short_date(self.day)}: {self.kind.label}"]
        if self.name or self.body:
            parts.append(str(self.name or self.body))
        if self.due:
            parts.append(f"hạn {short_date(self.due)}")
        if self.paper:
            parts.append(f"văn bản {self.paper.number} ngày {short_date(self.paper.date)}")
        if self.figure is not None:
            parts.append(f"số liệu {number(self.figure)}")
        if self.given and self.kind is EventKind.NOTED:
            parts.append("nội dung theo kế hoạch mới")
        parts += [text for text in (self.note, self.reference) if text]
        return ", ".join(parts) + f" ({self.on_behalf or self.by})"


def correction(  # noqa: PLR0913 - who, when, why and what
    of: Event,
    *,
    by: str,
    at: datetime.datetime,
    note: str,
    void: bool = False,
    on_behalf: str | None = None,
    **details: Any,  # noqa: ANN401 - fields of an event
) -> Event:
    """Đính chính: the event that corrects another, on that one's day.

    `details` are the fields that were wrong (`due`, `body`, `name`, `paper`, `figure`); with `void`
    the other event never happened. Raises :class:`~kehoach.errors.InvalidEvent` as `Event` does.
    """
    return Event(
        plan=of.plan,
        obligation=of.obligation,
        kind=EventKind.CORRECTED,
        day=of.day,
        by=by,
        at=at,
        on_behalf=on_behalf,
        note=note,
        corrects=of.id,
        void=void,
        **details,
    )


_ALLOWED: Mapping[EventKind, frozenset[str]] = MappingProxyType(
    {
        EventKind.ASSIGNED: frozenset({"given"}),
        EventKind.REFUSED: frozenset({"body", "name"}),
        EventKind.PROGRESSED: frozenset({"figure"}),
        EventKind.SUBMITTED: frozenset({"paper"}),
        EventKind.ACCEPTED: frozenset({"paper"}),
        EventKind.EXTENSION_ASKED: frozenset({"due"}),
        EventKind.EXTENSION_GRANTED: frozenset({"due"}),
        EventKind.REDATED: frozenset({"due", "term"}),
        EventKind.REASSIGNED: frozenset({"body", "name"}),
        EventKind.REPORT_RECEIVED: frozenset({"paper"}),
        EventKind.TARGET_MEASURED: frozenset({"figure"}),
        EventKind.NOTED: frozenset({"given"}),
        EventKind.CORRECTED: frozenset(
            {"corrects", "void", "due", "term", "body", "name", "paper", "figure"}
        ),
    }
)
_NEEDED: Mapping[EventKind, tuple[str, ...]] = MappingProxyType(
    {
        EventKind.ASSIGNED: ("given",),
        EventKind.REFUSED: ("note",),
        EventKind.EXTENSION_ASKED: ("due", "note"),
        EventKind.EXTENSION_GRANTED: ("due",),
        EventKind.REDATED: ("note",),
        EventKind.REASSIGNED: ("body", "note"),
        EventKind.SUSPENDED: ("note",),
        EventKind.WITHDRAWN: ("note",),
        EventKind.TARGET_MEASURED: ("figure",),
        EventKind.NOTED: ("note",),
        EventKind.CORRECTED: ("corrects", "note"),
    }
)
_DETAILS = ("given", "due", "term", "body", "name", "paper", "figure", "corrects", "void")
_NOTHING: frozenset[str] = frozenset()


def _check(event: Event) -> None:
    kind = event.kind
    allowed = _ALLOWED.get(kind, _NOTHING)
    for name in _DETAILS:
        value = getattr(event, name)
        if value is not None and value is not False and name not in allowed:
            raise InvalidEvent(kind, name, f"this kind of event has none, got {value!r}")
    for name in _NEEDED.get(kind, ()):
        if not getattr(event, name):
            if name == "figure" and event.figure is not None:
                continue
            raise InvalidEvent(kind, name, "this kind of event needs it")
    if event.given and (event.given.plan, event.given.key) != (event.plan, event.obligation):
        raise InvalidEvent(kind, "given", f"belongs to {event.given.plan} {event.given.key}")
    if not event.by:
        raise InvalidEvent(kind, "by", "who records an event is always known")
    _check_days(event)


def _check_days(event: Event) -> None:
    recorded = event.at.astimezone(_HOURS).date()
    if event.day > recorded:
        raise InvalidEvent(
            event.kind, "day", f"{event.day} is after the day of recording, {recorded}"
        )
    if event.paper and event.paper.date > event.day and event.kind is not EventKind.CORRECTED:
        raise InvalidEvent(event.kind, "paper", f"{event.paper.date} is after {event.day}")
    if event.kind is EventKind.REDATED and (event.due is None) == (event.term is Term.DATED):
        raise InvalidEvent(event.kind, "due", "give the new day, or else a term without one")
    if event.kind is EventKind.REDATED and event.term is None:
        raise InvalidEvent(event.kind, "term", "give the new day, or else a term without one")


COLUMNS = (
    "plan", "obligation", "kind", "day", "at", "by", "on_behalf", "reference", "note", "due",
    "term", "body", "name", "role", "counted", "paper_number", "paper_day", "figure", "corrects",
    "void", "duty_kind", "duty",
)  # fmt: skip
"""Các cột: an event as a row of plain values, in the order in which it is hashed."""


def columns_of(event: Event) -> tuple[str | int | None, ...]:
    """The event as a row in the order of `COLUMNS`; `duty` is the digest of its duty."""
    given, paper = event.given, event.paper
    said: Event | Obligation = event
    if given is not None and event.kind is EventKind.ASSIGNED:
        said = given
    return (
        event.plan,
        event.obligation,
        event.kind.value,
        event.day.isoformat(),
        instant_text(event.at),
        event.by,
        event.on_behalf,
        event.reference,
        event.note,
        said.due.isoformat() if said.due else None,
        said.term.value if said.term else None,
        said.body,
        said.name,
        given.role.value if given else None,
        int(given.counted) if given else None,
        paper.number if paper else None,
        paper.date.isoformat() if paper else None,
        None if event.figure is None else str(event.figure),
        event.corrects,
        int(event.void),
        given.duty.kind.value if given else None,
        duty_record(given.duty)[0] if given else None,
    )


@lru_cache(maxsize=4096)
def duty_record(duty: Duty) -> tuple[str, str]:
    """The duty as JSON on one line, behind the digest under which it is kept once."""
    text = json.dumps(duty_to_tree(duty), ensure_ascii=False, separators=(",", ":"))
    return content_id(text.encode()), text


@lru_cache(maxsize=4096)
def read_duty(text: str) -> Duty:
    """The duty of a JSON text that :func:`duty_record` made."""
    return duty_from_tree(json.loads(text))


def content(columns: tuple[str | int | None, ...]) -> bytes:
    """The bytes that are hashed: the row as a JSON list on one line."""
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def content_id(told: bytes) -> str:
    """Mã sự kiện: the first half of the SHA-256 of the content."""
    return hashlib.sha256(told).hexdigest()[:_ID_LENGTH]


def chained(previous: str, told: bytes) -> str:
    """The SHA-256 of an event's predecessor's hash and its own content."""
    return hashlib.sha256(previous.encode() + told).hexdigest()


def instant_text(at: datetime.datetime) -> str:
    """An instant in UTC to the microsecond, so that texts compare as instants do."""
    plain = datetime.datetime(  # noqa: DTZ001 - `pendulum` instants are slow to convert
        at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond
    ) - (at.utcoffset() or datetime.timedelta())
    return plain.isoformat(timespec="microseconds") + "Z"


def read_instant(text: str) -> pendulum.DateTime:
    """The instant of a text that :func:`instant_text` made, in Vietnam's time."""
    import pendulum  # noqa: PLC0415 - slow to load, and pure assessments need it not

    return pendulum.instance(datetime.datetime.fromisoformat(text)).in_timezone(ZONE)
