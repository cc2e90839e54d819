"""Sổ đăng ký văn bản đi: numbers given at issue, gapless, never twice; it only grows.

NĐ 30/2020/NĐ-CP, Điều 15 and 16: numbers run through the year in the order in which papers are
issued, from 01 on the 1st of January to the 31st of December.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import evolve, frozen

from kehoach.converters import plain_date
from kehoach.errors import IssuedOutOfOrder, NumberNotOpen, NumberWaits, UnknownNumber
from kehoach.register.entries import Entry, EntryState, body_key, entry_of, row_of
from kehoach.register.series import SeriesRules, series_rules
from kehoach.store import Store
from kehoach.store import register_tables as tables
from kehoach.store.engine import TIMEOUT
from kehoach.store.register_tables import Series
from kehoach.tracking.events import instant_text
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Callable
    from types import TracebackType

    from kehoach.register.entries import OutgoingPaper
    from kehoach.store import Connection

_NEAREST = 5


@frozen
class SeriesStanding:
    """Một hệ thống số: its first number here, its last one (0 where none was given)."""

    series: Series
    first: int
    last: int


class Register:
    """Sổ đăng ký văn bản đi: open it by a path (a file, made on first use) or a PostgreSQL URL.

    It may stand in the database of a ledger. `rules` say which types of paper count together.
    Any number of processes may take numbers; each waits up to `timeout` seconds for its turn.
    Raises `LedgerUnavailable` and `UnknownLedgerVersion`.
    """

    def __init__(
        self,
        place: str | os.PathLike[str],
        *,
        rules: SeriesRules | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        self.rules = rules or series_rules()
        self.store = Store(place, timeout=timeout)
        try:
            tables.open_register(self.store)
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
        self.store.close()

    def series_of(self, paper: OutgoingPaper, day: datetime.date) -> Series:
        """Hệ thống số của một văn bản on its day; raises `NoRulebook` for a day without a rule."""
        return Series(paper.body, day.year, self.rules.of(paper.kind, day).key)

    def reserve(
        self,
        paper: OutgoingPaper,
        day: datetime.date,
        *,
        by: str,
        at: datetime.datetime,
        also: Callable[[Connection, Entry], object] | None = None,
    ) -> Entry:
        """Cấp số: the next number of the paper's series, on the disk when this returns.

        `also` writes more in the same transaction (events of a ledger in the same database); what
        it raises takes the number back. Raises `IssuedOutOfOrder` for a day before that of the
        series' last number, `NumberWaits` where this paper has a number that was not finished,
        `LedgerBusy`.
        """
        day = plain_date(day)
        series = self.series_of(paper, day)
        with self.store.writing() as connection:
            counter = tables.lock_series(connection, series)
            if counter.last_day is not None and day.isoformat() < counter.last_day:
                raise IssuedOutOfOrder(day, counter.last, counter.last_day)
            for waiting in _waiting(connection, paper, series):
                raise NumberWaits(waiting.printed, waiting.day, paper.title)
            number = counter.last + 1
            row = {
                **row_of(paper, series, number),
                "day": day.isoformat(),
                "at": instant_text(at),
                "by": by,
            }
            place = tables.add_number(connection, row)
            tables.put_counter(connection, series, tables.Counter(number, day.isoformat()))
            (entry,) = _read(connection, seq=place)
            if also is not None:
                also(connection, entry)
        return entry

    def waiting(self, paper: OutgoingPaper) -> tuple[Entry, ...]:
        """Các số đã cấp cho văn bản này mà chưa ghi xong."""
        with self.store.reading() as connection:
            return _waiting(connection, paper, None)

    def mark_written(self, entry: Entry, path: str, *, by: str, at: datetime.datetime) -> Entry:
        """Ghi nhận đã ghi văn bản; `path` says where. Raises `NumberNotOpen` for a void number."""
        return self._act(entry, EntryState.WRITTEN, path, (EntryState.VOID,), by, at)

    def void(self, entry: Entry, reason: str, *, by: str, at: datetime.datetime) -> Entry:
        """Hủy số: it stays in the register with the reason and is never given again.

        Raises `NumberNotOpen` for one that is void already, ValueError without a reason.
        """
        if not reason.strip():
            raise ValueError("expected a reason for voiding a number")
        return self._act(entry, EntryState.VOID, reason.strip(), (EntryState.VOID,), by, at)

    def _act(  # noqa: PLR0913, PLR0917 - what, why, who and when
        self, entry: Entry, act: EntryState, note: str, closed: tuple[EntryState, ...],
        by: str, at: datetime.datetime,
    ) -> Entry:  # fmt: skip
        with self.store.writing() as connection:
            tables.lock_series(connection, entry.series)
            (now,) = _read(connection, seq=entry.place)
            if now.state in closed:
                raise NumberNotOpen(now.printed, now.state.label, now.note)
            row = {"of": entry.place, "act": act.value, "at": instant_text(at), "by": by}
            tables.add_act(connection, {**row, "note": note})
        return evolve(now, state=act, note=note)

    def start(  # noqa: PLR0913 - which series, who, when and why
        self,
        paper: OutgoingPaper,
        day: datetime.date,
        first: int,
        *,
        by: str,
        at: datetime.datetime,
        note: str = "",
    ) -> Series:
        """Đặt số bắt đầu: the next number of the paper's series in the year of the day is `first`.

        The numbers before it were given elsewhere. Raises `NumberNotOpen` where the series has
        numbers already, ValueError for a number below 1.
        """
        if first < 1:
            raise ValueError(f"expected a first number from 1, got {first}")
        series = self.series_of(paper, plain_date(day))
        with self.store.writing() as connection:
            tables.lock_series(connection, series)
            given = _read(connection, **series._asdict())
            if given:
                raise NumberNotOpen(given[-1].printed, "đã cấp số trong sổ này", given[-1].title)
            row = {**series._asdict(), "number": first, "at": instant_text(at), "by": by}
            tables.add_start(connection, {**row, "note": note})
            tables.put_counter(connection, series, tables.Counter(first - 1, None))
        return series

    def entries(
        self, *, year: int | None = None, issuer: str = "", series: str = ""
    ) -> tuple[Entry, ...]:
        """Các số đã cấp, by body, year, series and number; narrowed where asked."""
        narrowed = {"year": year, "series": series or None}
        with self.store.reading() as connection:
            found = _read(connection, **{k: one for k, one in narrowed.items() if one is not None})
        key = body_key(issuer)
        return tuple(one for one in found if not key or one.series.body.split(" < ")[0] == key)

    def find(self, printed: str, *, year: int | None = None, issuer: str = "") -> Entry:
        """Một số đã cấp by what is printed ("58/KH-UBND"), or by the bare number.

        Raises `UnknownNumber` where none fits or several do; `known` then lists them.
        """
        asked = _plain(printed)
        entries = self.entries(year=year, issuer=issuer)
        fitting = [one for one in entries if asked in (_plain(one.printed), _plain(one.text))]
        if len(fitting) != 1:
            listed = fitting or entries[-_NEAREST:]
            raise UnknownNumber(printed, tuple(f"{_named(one)}" for one in listed), len(fitting))
        return fitting[0]

    def standings(self) -> tuple[SeriesStanding, ...]:
        """Các hệ thống số of the register, each with its first and its last number."""
        with self.store.reading() as connection:
            firsts, counters = tables.starts(connection), tables.counters(connection)
        return tuple(
            SeriesStanding(series, firsts.get(series, 1), counter.last)
            for series, counter in counters.items()
        )

    def gaps(self) -> tuple[tuple[Series, int], ...]:
        """Các số bị thiếu: none, unless somebody wrote past kehoach into the database."""
        given = {(one.series, one.number) for one in self.entries()}
        return tuple(
            (one.series, number)
            for one in self.standings()
            for number in range(one.first, one.last + 1)
            if (one.series, number) not in given
        )


def _read(connection: Connection, **narrowed: object) -> tuple[Entry, ...]:
    rows = tables.numbers(connection, **narrowed)
    acts = tables.acts(connection, [row[0] for row in rows] if len(rows) <= _NEAREST else None)
    return tuple(entry_of(row, acts.get(row[0], ())) for row in rows)


def _waiting(
    connection: Connection, paper: OutgoingPaper, series: Series | None
) -> tuple[Entry, ...]:
    """The reserved numbers of a paper: known by its words, or by the file that it comes from."""
    found: dict[int, Entry] = {}
    for name, value in (("digest", paper.digest), ("source", paper.source)):
        narrowed = series._asdict() if series else {"body": paper.body}
        for one in _read(connection, **{name: value}, **narrowed) if value else ():
            found[one.place] = one
    return tuple(one for one in found.values() if one.state is EntryState.RESERVED)


def _plain(printed: str) -> str:
    return "".join(printed.upper().split()).lstrip("0")


def _named(entry: Entry) -> str:
    return f"{entry.printed} ({short_date(entry.day)}, {entry.issuer})"
