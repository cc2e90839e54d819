"""Trao đổi với hệ thống khác: rows of a tracker's table become events, and statuses become rows.

A mapping names the tracker's columns and words; it is a file of TOML. Rows come from a CSV file,
or from whatever gives them one by one (a sheet of .xlsx, read by the caller).
"""

from __future__ import annotations

import csv
import datetime
import io
import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from kehoach.errors import InvalidMapping, KehoachError
from kehoach.plan import Party, made_id
from kehoach.tracking._holders import Bodies, Body
from kehoach.tracking._keys import obligation_key, slug
from kehoach.tracking.duties import Duty, DutyKind, Obligation, Term
from kehoach.tracking.events import Event, Paper
from kehoach.tracking.states import EventKind, State
from kehoach.vietnamese import fold, parse_date, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kehoach.organizations import Directory
    from kehoach.tracking.assessing import Status
    from kehoach.tracking.revising import Recorder

FIELDS = (
    "key", "text", "body", "due", "assigned_on", "state", "done_on", "paper_number", "product",
    "note",
)  # fmt: skip
"""Các trường mà bảng của hệ thống khác có thể có; `text` and `body` are needed."""

_NEEDED = ("text", "body")
_READABLE_STATES = (State.ASSIGNED, State.ACKNOWLEDGED, State.IN_PROGRESS, State.SUBMITTED,
                    State.DONE, State.WITHDRAWN)  # fmt: skip


def _frozen(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(values))


@frozen
class ColumnMapping:
    """Bảng đối chiếu: which column of theirs holds which field, and which word means which state.

    `columns` goes from a field of `FIELDS` to a printed column title, `states` from their word to a
    state. `dates` is "dmy" (15/7/2013) or "iso".
    """

    columns: Mapping[str, str] = field(converter=_frozen)
    states: Mapping[str, State] = field(converter=_frozen, default=MappingProxyType({}))
    dates: str = "dmy"

    def __attrs_post_init__(self) -> None:
        for name in _NEEDED:
            if name not in self.columns:
                raise InvalidMapping("mapping", f"columns.{name}", "required, but missing")

    def state_of(self, word: str) -> State | None:
        """The state that a word of theirs means, accents and case forgotten."""
        wanted = fold(word.strip())
        return next((state for said, state in self.states.items() if fold(said) == wanted), None)

    def word_of(self, state: State) -> str:
        """Their word for a state, or ours."""
        return next((said for said, one in self.states.items() if one is state), state.label)


def read_mapping(text: str, source: str = "<text>") -> ColumnMapping:
    """Đọc bảng đối chiếu: TOML with the tables `columns` and `states`, and perhaps `dates`.

    Raises :class:`~kehoach.errors.InvalidMapping` naming the faulty key.
    """
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidMapping(source, "file", f"expected TOML: {error}") from error
    columns, states = tree.get("columns", {}), tree.get("states", {})
    for name in tree.keys() - {"columns", "states", "dates"}:
        raise InvalidMapping(source, name, "unknown; known are columns, states, dates")
    for name in columns:
        if name not in FIELDS:
            raise InvalidMapping(source, f"columns.{name}", f"known are {', '.join(FIELDS)}")
    for name in _NEEDED:
        if name not in columns:
            raise InvalidMapping(source, f"columns.{name}", "required, but missing")
    known = [one.value for one in _READABLE_STATES]
    for word, state in states.items():
        if state not in known:
            raise InvalidMapping(source, f"states.{word}", f"known are {', '.join(known)}")
    dates = tree.get("dates", "dmy")
    if dates not in ("dmy", "iso"):
        raise InvalidMapping(source, "dates", f"expected dmy or iso, got {dates!r}")
    return ColumnMapping(columns, {word: State(one) for word, one in states.items()}, dates)


@frozen
class RejectedRow:
    """Dòng bị loại: its number from 1 below the titles, and why, in Vietnamese."""

    row: int
    reason: str


@frozen
class ReadTable:
    """Kết quả đọc bảng: the events in order, and the rows that give none."""

    events: tuple[Event, ...]
    rejected: tuple[RejectedRow, ...]


def read_table(  # noqa: PLR0913 - what is read, how, and for whom
    titles: Sequence[str],
    rows: Iterable[Sequence[Any]],
    mapping: ColumnMapping,
    plan: str,
    recorder: Recorder,
    *,
    directory: Directory | None = None,
) -> ReadTable:
    """Đọc bảng của hệ thống khác: the events that bring each row about.

    Cells are text, days, numbers or empty. A row without a key gets one from its text, so that
    reading it twice gives the same events. Events happen on the days that the row names, else on
    the recorder's day. A body that the directory knows on that day goes by its id, any other by its
    name as a key. Raises :class:`~kehoach.errors.InvalidMapping` for a column that the table does
    not have.
    """
    places = _places(titles, mapping)
    bodies = Bodies(directory, recorder.day)
    events: list[Event] = []
    rejected: list[RejectedRow] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        cells = {name: _cell(row, place) for name, place in places.items()}
        if not any(value not in (None, "") for value in cells.values()):
            continue
        try:
            made = tuple(_Row(cells, mapping, plan, recorder, bodies).events())
        except (ValueError, TypeError, KehoachError) as error:
            rejected.append(RejectedRow(number, str(error)))
        else:
            if (key := made[0].obligation) in seen:
                rejected.append(RejectedRow(number, f"trùng với một dòng trước: {key}"))
            else:
                seen.add(key)
                events += made
    return ReadTable(tuple(events), tuple(rejected))


def read_csv(
    text: str,
    mapping: ColumnMapping,
    plan: str,
    recorder: Recorder,
    *,
    directory: Directory | None = None,
) -> ReadTable:
    """Đọc bảng CSV: the first line holds the titles; commas, semicolons or tabs part the cells."""
    plain = text.removeprefix("\ufeff")
    first = plain.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    titles, *rows = list(csv.reader(io.StringIO(plain), delimiter=mark)) or [[]]
    return read_table(titles, rows, mapping, plan, recorder, directory=directory)


def _places(titles: Sequence[str], mapping: ColumnMapping) -> dict[str, int]:
    known = {fold(str(title).strip()): place for place, title in enumerate(titles)}
    places = {}
    for name, title in mapping.columns.items():
        if fold(title) not in known:
            listed = ", ".join(map(str, titles))
            raise InvalidMapping("mapping", f"columns.{name}", f"no column {title!r} in: {listed}")
        places[name] = known[fold(title)]
    return places


def _cell(row: Sequence[Any], place: int) -> Any:  # noqa: ANN401 - a cell holds anything
    value = row[place] if place < len(row) else None
    return value.strip() if isinstance(value, str) else value


class _Row:
    """One row on its way to events."""

    def __init__(
        self,
        cells: Mapping[str, Any],
        mapping: ColumnMapping,
        plan: str,
        recorder: Recorder,
        bodies: Bodies,
    ) -> None:
        self._cells, self._mapping, self._plan, self._recorder = cells, mapping, plan, recorder
        self._bodies = bodies

    def events(self) -> Iterator[Event]:
        text, body = self._text("text"), self._text("body")
        if not text or not body:
            raise ValueError(f"thiếu {'nội dung' if not text else 'đơn vị'}")
        due, state = self._day("due"), self._state()
        node = self._text("key") or made_id("nv", text, {})
        found = self._bodies.of(Party(body))
        owner = found[0] if len(found) == 1 else Body(slug(body), body)
        key = obligation_key(node, None, owner.id)
        duty = Duty(node, DutyKind.TASK, text, product=self._text("product") or None)
        term = Term.DATED if due else Term.NONE
        given = Obligation(self._plan, key, duty, owner.id, owner.name, term=term, due=due)
        day = self._day("assigned_on") or self._recorder.day
        note = self._text("note") or self._recorder.reason
        yield self._event(key, EventKind.ASSIGNED, day, given=given, note=note)
        yield from self._moves(key, state, day)

    def _moves(self, key: str, state: State, day: datetime.date) -> Iterator[Event]:
        done = self._day("done_on") or max(day, self._recorder.day)
        number = self._text("paper_number")
        paper = Paper(number, done) if number else None
        reason = self._recorder.reason
        match state:
            case State.ACKNOWLEDGED:
                yield self._event(key, EventKind.ACKNOWLEDGED, day)
            case State.IN_PROGRESS:
                yield self._event(key, EventKind.STARTED, day)
            case State.SUBMITTED:
                yield self._event(key, EventKind.SUBMITTED, done, paper=paper)
            case State.DONE:
                yield self._event(key, EventKind.SUBMITTED, done, paper=paper)
                yield self._event(key, EventKind.ACCEPTED, done)
            case State.WITHDRAWN:
                yield self._event(key, EventKind.WITHDRAWN, done, note=reason)

    def _event(self, key: str, kind: EventKind, day: datetime.date, **details: Any) -> Event:  # noqa: ANN401
        told = self._recorder
        return Event(
            plan=self._plan,
            obligation=key,
            kind=kind,
            day=day,
            by=told.by,
            at=told.at,
            on_behalf=told.on_behalf,
            reference=told.reference,
            **details,
        )

    def _state(self) -> State:
        word = self._text("state")
        if not word:
            return State.DONE if self._cells.get("done_on") else State.ASSIGNED
        state = self._mapping.state_of(word)
        if state is None:
            raise ValueError(f"không biết trạng thái “{word}”: thêm vào bảng đối chiếu")
        return state

    def _text(self, name: str) -> str:
        value = self._cells.get(name)
        return "" if value is None else " ".join(str(value).split())

    def _day(self, name: str) -> datetime.date | None:
        value = self._cells.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, datetime.datetime):
            return value.date()
        if isinstance(value, datetime.date):
            return value
        try:
            return parse_date(str(value))
        except ValueError:
            title = self._mapping.columns[name]
            raise ValueError(f"{title}: “{value}” không phải là ngày") from None


_WRITTEN: Mapping[str, Callable[[Status], Any]] = MappingProxyType(
    {
        "key": lambda one: one.duty.node,
        "text": lambda one: one.duty.text,
        "body": lambda one: one.name,
        "due": lambda one: one.due,
        "assigned_on": lambda one: one.assigned_on,
        "done_on": lambda one: one.done_on,
        "product": lambda one: one.duty.product,
    }
)


def write_table(
    statuses: Iterable[Status], mapping: ColumnMapping, papers: Mapping[str, str] | None = None
) -> Iterator[tuple[str, ...]]:
    """Bảng cho hệ thống khác: their titles first, then a row an obligation, in their words.

    `papers` are the numbers of result papers by key, for those who want the column.
    """
    yield tuple(mapping.columns.values())
    known = papers or {}
    for one in statuses:
        row = []
        for name in mapping.columns:
            if name == "state":
                row.append(mapping.word_of(one.state))
            elif name == "paper_number":
                row.append(known.get(one.key, ""))
            else:
                value = _WRITTEN[name](one) if name in _WRITTEN else ""
                row.append(_written(value, mapping.dates))
        yield tuple(row)


def _written(value: Any, dates: str) -> str:  # noqa: ANN401 - a day or a text
    if isinstance(value, datetime.date):
        return value.isoformat() if dates == "iso" else short_date(value)
    return "" if value is None else str(value)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Bảng CSV: with the mark that lets Excel read it as UTF-8.

    A cell that Excel would take for a formula gets an apostrophe in front.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    for row in rows:
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "@", "\t") else cell for cell in row])
    return "\ufeff" + stream.getvalue()
