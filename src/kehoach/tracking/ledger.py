"""Sổ theo dõi: what was given and what happened, in one file or on PostgreSQL; it only grows."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from attrs import frozen

from kehoach.errors import UnknownObligation
from kehoach.findings import Finding, Severity
from kehoach.store import Backup, Store, back_up, on_network_path
from kehoach.store import ledger_tables as tables
from kehoach.store.engine import TIMEOUT
from kehoach.store.schema import open_schema
from kehoach.tracking._reader import Reader
from kehoach.tracking._verifying import Broken, Verification, verify
from kehoach.tracking._writer import GENESIS, Writer, told
from kehoach.tracking.assessing import DUE_SOON, Judge, Progress, Status
from kehoach.tracking.events import instant_text
from kehoach.tracking.revising import REASON, Recorder, revision

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from kehoach.store import Connection
    from kehoach.tracking.duties import Obligation
    from kehoach.tracking.events import Event
    from kehoach.tracking.figures import Figures
    from kehoach.tracking.filters import Filter
    from kehoach.workdays import WorkCalendar

__all__ = ["Broken", "Ledger", "Receipt", "Verification"]


@frozen
class Receipt:
    """Biên nhận: the ids of the events that were written, and how many were there already."""

    ids: tuple[str, ...]
    repeated: int = 0


class Ledger:
    """Sổ theo dõi: open it by a path (a file, made on first use) or by a URL of PostgreSQL.

    Any number of processes may write; each waits up to `timeout` seconds for its turn. `wal` asks
    SQLite for its write-ahead log. Raises :class:`~kehoach.errors.LedgerUnavailable` and
    :class:`~kehoach.errors.UnknownLedgerVersion`.
    """

    def __init__(
        self, place: str | os.PathLike[str], *, wal: bool = False, timeout: float = TIMEOUT
    ) -> None:
        self.store = Store(place, wal=wal, timeout=timeout)
        try:
            open_schema(self.store)
        except BaseException:
            self.store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Đóng sổ."""
        self.store.close()

    def findings(self) -> tuple[Finding, ...]:
        """Lưu ý về nơi đặt sổ: a file on a network path is for one writer at a time."""
        if not self.store.is_file or not on_network_path(self.store.path):
            return ()
        return (
            Finding(
                "ledger.network-path",
                Severity.WARNING,
                "sổ nằm trên ổ mạng: chỉ một người ghi tại một thời điểm",
                str(self.store.path),
                advice="đặt sổ trên ổ của máy, hoặc dùng PostgreSQL cho nhiều máy",
            ),
        )

    def append(self, *events: Event, expect: Mapping[str, int] | None = None) -> Receipt:
        """Ghi sự kiện: all of them or none, on the disk when this returns.

        `expect` gives the revisions of obligations, by key, as the caller saw them: where one has
        changed since, :class:`~kehoach.errors.StaleObligation` tells what happened meanwhile.
        Without it nobody is refused for being late. An event that is in the ledger already adds
        nothing. Raises also :class:`~kehoach.errors.InvalidMove`,
        :class:`~kehoach.errors.InvalidEvent`, :class:`~kehoach.errors.UnknownObligation` and
        :class:`~kehoach.errors.LedgerBusy`.
        """
        with self.store.writing() as connection:
            writer = _write(connection, events, expect)
        return Receipt(tuple(writer.ids), writer.repeated)

    def append_within(self, connection: Connection, *events: Event) -> Receipt:
        """Ghi sự kiện trong giao dịch đang mở của cùng cơ sở dữ liệu; raises as :meth:`append`.

        What others write on that connection and these events are kept together or not at all.
        """
        writer = _write(connection, events)
        return Receipt(tuple(writer.ids), writer.repeated)

    def start(  # noqa: PLR0913 - who, when and why
        self,
        obligations: Iterable[Obligation],
        *,
        by: str,
        day: datetime.date,
        at: datetime.datetime,
        on_behalf: str | None = None,
        reference: str | None = None,
        reason: str = REASON,
    ) -> tuple[Event, ...]:
        """Giao việc theo kế hoạch, or bring what was given into line with the changed plan.

        Gives the events that were recorded: none when nothing changed, so that starting twice
        adds nothing. See :func:`kehoach.tracking.revising.revision` for what is added, withdrawn,
        re-dated and re-assigned. The obligations are those of one plan or several; what else a plan
        had is withdrawn. Raises as :meth:`append`.
        """
        wanted = _by_plan(obligations)
        recorder = Recorder(by, day, at, on_behalf, reference, reason)
        recorded: list[Event] = []
        with self.store.writing() as connection:
            for plan in sorted(wanted):
                tables.lock_plans(connection, [plan], GENESIS)
                current = Reader(connection).latest(day, plan=plan)
                events = revision(current, wanted[plan], recorder)
                _write(connection, events)
                recorded += events
        return tuple(recorded)

    def preview(self, obligations: Iterable[Obligation], recorder: Recorder) -> tuple[Event, ...]:
        """Xem trước: the events that :meth:`start` would record now, without recording them."""
        wanted = _by_plan(obligations)
        with self._reading() as reader:
            return tuple(
                event
                for plan in sorted(wanted)
                for event in revision(reader.latest(recorder.day, plan), wanted[plan], recorder)
            )

    def keys(self, plan: str | None = None) -> tuple[tuple[str, str], ...]:
        """Khóa của các việc đã giao: plan and key of each, in the order of first events."""
        with self.store.reading() as connection:
            places = tables.numbers(connection, plan)
        return tuple(sorted(places, key=lambda name: places[name]))

    def last_event(self, plan: str | None = None, obligation: str | None = None) -> Event | None:
        """Sự kiện ghi sau cùng that can be corrected: no correction, and not yet corrected."""
        with self._reading() as reader:
            return reader.last(plan, obligation)

    def events(self, plan: str | None = None, obligation: str | None = None) -> Iterator[Event]:
        """Các sự kiện as recorded, plan by plan; streamed, whatever their number.

        A file cannot be written until the last one is taken, or the iterator closed.
        """
        with self._reading() as reader:
            yield from reader.events(plan, obligation)

    def progress(  # noqa: PLR0913 - each narrows the question
        self,
        on: datetime.date,
        calendar: WorkCalendar,
        *,
        known: datetime.datetime | None = None,
        due_soon: int = DUE_SOON,
        plan: str | None = None,
        body: str | None = None,
        where: Filter | None = None,
    ) -> Progress:
        """Tiến độ as of a day: what :func:`kehoach.tracking.assess` gives on all events.

        Narrowed to a plan, to a body, and to what a filter lets through.
        """
        judge = Judge(on, calendar, due_soon)
        until = instant_text(known) if known else None
        with self._reading() as reader:
            found = reader.statuses(judge, until, plan=plan, body=body)
            items = tuple(one for one in found if where is None or where.matches(one))
        return Progress(judge.on, items, due_soon, known)

    def status(self, plan: str, key: str, on: datetime.date, calendar: WorkCalendar) -> Status:
        """Tình trạng của một việc as of a day.

        Raises :class:`~kehoach.errors.UnknownObligation` where it had not been given by then.
        """
        with self._reading() as reader:
            found = reader.one(plan, key, Judge(on, calendar))
        if found is None:
            raise UnknownObligation(plan, key)
        return found

    def figures_by_body(  # noqa: PLR0913 - each narrows the question
        self,
        on: datetime.date,
        calendar: WorkCalendar,
        *,
        known: datetime.datetime | None = None,
        due_soon: int = DUE_SOON,
        plan: str | None = None,
        body: str | None = None,
    ) -> dict[str, Figures]:
        """Số liệu của từng cơ quan as of a day, without making a status of each obligation."""
        judge = Judge(on, calendar, due_soon)
        until = instant_text(known) if known else None
        with self._reading() as reader:
            return reader.figures(judge, until, "body", plan=plan, body=body)

    def figures_by_plan(
        self,
        on: datetime.date,
        calendar: WorkCalendar,
        *,
        known: datetime.datetime | None = None,
        due_soon: int = DUE_SOON,
    ) -> dict[str, Figures]:
        """Số liệu của từng kế hoạch as of a day."""
        judge = Judge(on, calendar, due_soon)
        until = instant_text(known) if known else None
        with self._reading() as reader:
            return reader.figures(judge, until, "plan")

    def heads(self) -> dict[str, tuple[str, int]]:
        """Đầu chuỗi của từng kế hoạch: the hash that seals it, and the number of its events.

        Keep it elsewhere (in a signed report): whoever rewrites the ledger cannot rewrite that.
        """
        with self.store.reading() as connection:
            return {plan: tuple(head) for plan, head in tables.heads(connection).items()}  # type: ignore[misc]

    def verify(self, plan: str | None = None) -> Verification:
        """Kiểm tra sổ: the chain of every plan, and that the kept summary is what events give."""
        with self.store.reading() as connection:
            return verify(connection, plan)

    def backup(self, target: str | os.PathLike[str]) -> Backup:
        """Sao lưu; see :func:`kehoach.store.back_up`."""
        return back_up(self.store, target)

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        with self.store.reading() as connection:
            yield Reader(connection)


def _by_plan(obligations: Iterable[Obligation]) -> dict[str, list[Obligation]]:
    wanted: dict[str, list[Obligation]] = {}
    for owed in obligations:
        wanted.setdefault(owed.plan, []).append(owed)
    return wanted


def _write(
    connection: Connection, events: Sequence[Event], expect: Mapping[str, int] | None = None
) -> Writer:
    ready = [told(event) for event in events]
    writer = Writer(connection, expect)
    writer.prepare(ready)
    for one in ready:
        writer.add(one)
    writer.flush()
    return writer
