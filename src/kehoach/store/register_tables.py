"""Các câu lệnh của sổ đăng ký: its tables, and reading and writing their rows in a transaction.

Numbers, acts and starts only ever grow; the counter of a series is what writers lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import (
    Column,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kehoach.store.opening import C_TEXT, NUMBER, Layout, open_layout, texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from kehoach.store.engine import Store

METADATA = MetaData()

META = Table("register_meta", METADATA, Column("name", Text, primary_key=True), *texts("value"))

SERIES = Table(
    "register_series",
    METADATA,
    Column("body", C_TEXT, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("series", C_TEXT, primary_key=True),
    Column("last", Integer, nullable=False),
    *texts("last_day"),
)
"""Hệ thống số: the last number of each, and the day of the paper that has it."""

NUMBERS = Table(
    "register_numbers",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    *texts("body", nullable=False),
    Column("year", Integer, nullable=False),
    *texts("series", nullable=False),
    Column("number", Integer, nullable=False),
    *texts("printed", "day", "at", "by", "issuer", "kind", "kind_name", "title", nullable=False),
    *texts("signer", "recipients", "archive", nullable=False),
    Column("copies", Integer),
    *texts("digest", "source", "target", nullable=False),
    UniqueConstraint("body", "year", "series", "number"),
    Index("register_numbers_of_paper", "digest"),
    Index("register_numbers_of_source", "source"),
    sqlite_autoincrement=True,
)
"""Các số đã cấp: never changed, never given twice."""

ACTS = Table(
    "register_acts",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("of", NUMBER, nullable=False),
    *texts("act", "at", "by", "note", nullable=False),
    Index("register_acts_of_number", "of"),
    sqlite_autoincrement=True,
)
"""Việc đã làm với một số: its paper was written, it was voided and why."""

STARTS = Table(
    "register_starts",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    *texts("body", nullable=False),
    Column("year", Integer, nullable=False),
    *texts("series", nullable=False),
    Column("number", Integer, nullable=False),
    *texts("at", "by", "note", nullable=False),
    sqlite_autoincrement=True,
)
"""Số bắt đầu: the numbers before it were given elsewhere."""

REGISTER: Final = Layout(
    name="register",
    version=1,
    metadata=METADATA,
    meta=META,
    guarded={
        "register_numbers": (
            "seq = NEW.seq OR (body = NEW.body AND year = NEW.year"
            " AND series = NEW.series AND number = NEW.number)"
        ),
        "register_acts": "seq = NEW.seq",
        "register_starts": "seq = NEW.seq",
    },
    lock=7206240332,
)
"""Sổ đăng ký văn bản đi: what was numbered and what became of it only grows."""

NUMBER_COLUMNS: Final = tuple(column.name for column in NUMBERS.c)
"""Các cột của một số đã cấp; the first is its place in the book."""

Row = tuple[Any, ...]


class Series(NamedTuple):
    """Hệ thống số: whose, of which year, which."""

    body: str
    year: int
    series: str


class Counter(NamedTuple):
    """Số cuối cùng của một hệ thống số (0 where none was given), and its day."""

    last: int
    last_day: str | None


def open_register(store: Store) -> None:
    """Mở sổ đăng ký; raises as :func:`kehoach.store.opening.open_layout`."""
    open_layout(store, REGISTER)


def lock_series(connection: Connection, series: Series) -> Counter:
    """Khóa một hệ thống số until the transaction ends; made where it is new.

    On SQLite the transaction itself is the lock.
    """
    server = connection.dialect.name == "postgresql"
    wanted = select(SERIES.c.last, SERIES.c.last_day).where(*_of(SERIES, series))
    wanted = wanted.with_for_update() if server else wanted
    found = connection.execute(wanted).one_or_none()
    if found is None:
        new = postgresql_insert(SERIES) if server else sqlite_insert(SERIES)
        connection.execute(new.on_conflict_do_nothing(), {**series._asdict(), "last": 0})
        found = connection.execute(wanted).one()
    return Counter(*found)


def put_counter(connection: Connection, series: Series, counter: Counter) -> None:
    """Ghi số cuối cùng của một hệ thống số."""
    connection.execute(update(SERIES).where(*_of(SERIES, series)).values(**counter._asdict()))


def add_number(connection: Connection, row: Mapping[str, Any]) -> int:
    """Ghi một số đã cấp; its place in the book."""
    result = connection.execute(insert(NUMBERS).values(**row).returning(NUMBERS.c.seq))
    place: int = result.scalar_one()
    return place


def add_act(connection: Connection, row: Mapping[str, Any]) -> None:
    """Ghi một việc đã làm với một số."""
    connection.execute(insert(ACTS).values(**row))


def add_start(connection: Connection, row: Mapping[str, Any]) -> None:
    """Ghi số bắt đầu của một hệ thống số."""
    connection.execute(insert(STARTS).values(**row))


def numbers(connection: Connection, **narrowed: object) -> list[Row]:
    """Các số đã cấp, in the order of `NUMBER_COLUMNS`, by body, year, series and number."""
    wanted = select(NUMBERS).where(*(NUMBERS.c[name] == one for name, one in narrowed.items()))
    ordered = wanted.order_by(NUMBERS.c.body, NUMBERS.c.year, NUMBERS.c.series, NUMBERS.c.number)
    return [tuple(row) for row in connection.execute(ordered)]


def acts(connection: Connection, places: Sequence[int] | None = None) -> dict[int, list[Row]]:
    """Các việc đã làm (act, at, by, note), by the number's place in the book; all where `None`."""
    wanted = select(ACTS.c.of, ACTS.c.act, ACTS.c.at, ACTS.c.by, ACTS.c.note)
    if places is not None:
        wanted = wanted.where(ACTS.c.of.in_(places))
    found: dict[int, list[Row]] = {}
    for of, *act in connection.execute(wanted.order_by(ACTS.c.seq)):
        found.setdefault(of, []).append(tuple(act))
    return found


def starts(connection: Connection) -> dict[Series, int]:
    """Số bắt đầu của các hệ thống số that have one."""
    rows = connection.execute(select(STARTS).order_by(STARTS.c.seq))
    return {Series(row.body, row.year, row.series): row.number for row in rows}


def counters(connection: Connection) -> dict[Series, Counter]:
    """Số cuối cùng của mọi hệ thống số."""
    rows = connection.execute(select(SERIES))
    found = {Series(*row[:3]): Counter(*row[3:]) for row in rows}
    return dict(sorted(found.items()))


def _of(table: Table, series: Series) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in series._asdict().items()]
