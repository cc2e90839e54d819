"""Kết nối: a database with its transactions, and its failures in plain words.

Writers are serialised by the database: on SQLite a transaction that writes begins IMMEDIATE, on
PostgreSQL it locks rows. Whoever waits longer than the time-out gets
:class:`~kehoach.errors.LedgerBusy`, and nothing of that transaction is kept.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from kehoach.errors import LedgerBusy, LedgerUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

TIMEOUT = 30.0
"""Thời gian chờ tối đa, in seconds."""

_WRITES = "kehoach_writes"
_LOCK_NOT_AVAILABLE = {"55P03", "40P01", "57014"}
_SNAPSHOT: dict[str, Any] = {
    "isolation_level": "REPEATABLE READ",
    "postgresql_readonly": True,
}
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NETWORK_FILESYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs"}


class Store:
    """Kho dữ liệu: a connection pool to one database, safe to share between threads.

    `place` is the path of a file, made on first use, or a URL (`postgresql://user@host/name`,
    with the extra `kehoach[postgresql]`). `wal` asks SQLite for its write-ahead log, which serves
    many readers beside a writer and needs a local disk; it stays so for that file. `timeout` is in
    seconds. Not to be carried over a fork: open one in each process.
    """

    def __init__(
        self, place: str | os.PathLike[str], *, wal: bool = False, timeout: float = TIMEOUT
    ) -> None:
        self.url = _url(place)
        self.timeout = timeout
        self.engine = _engine(self.url, timeout, wal=wal)

    @property
    def name(self) -> str:
        """The path or the URL, without a password."""
        if self.is_file:
            return str(self.path)
        return self.url.render_as_string(hide_password=True)

    @property
    def is_file(self) -> bool:
        """Whether it is a file of SQLite."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> Path:
        """The path of the file; only where `is_file`."""
        return Path(self.url.database or "")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes: kept whole when the block ends, else nothing of it."""
        with self._plain_failures(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that reads: everything in it is seen as of one moment."""
        options = {} if self.is_file else _SNAPSHOT
        with self._plain_failures(), self.engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()

    @contextmanager
    def _plain_failures(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._plain(error) from error

    def _plain(self, error: DBAPIError) -> Exception:
        cause = error.orig
        if getattr(cause, "sqlstate", None) in _LOCK_NOT_AVAILABLE:
            return LedgerBusy(self.name, self.timeout)
        code = getattr(cause, "sqlite_errorcode", 0)
        if isinstance(error, OperationalError) and code & 0xFF in _BUSY:
            return LedgerBusy(self.name, self.timeout)
        return LedgerUnavailable(self.name, " ".join(str(cause).split()))


def _url(place: str | os.PathLike[str]) -> URL:
    if isinstance(place, str) and "://" in place:
        try:
            url = make_url(place)
        except ArgumentError as error:
            raise LedgerUnavailable(place, "no such form of URL") from error
        if url.get_backend_name() == "postgresql" and url.drivername == "postgresql":
            return url.set(drivername="postgresql+psycopg")
        return url
    return URL.create("sqlite", database=os.fspath(place))


def _engine(url: URL, timeout: float, *, wal: bool) -> Engine:
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        reason = f"SQLite and PostgreSQL are served, not {url.get_backend_name()}"
        raise LedgerUnavailable(url.render_as_string(), reason)
    try:
        if url.get_backend_name() == "sqlite":
            return _file_engine(url, timeout, wal=wal)
        milliseconds = int(timeout * 1000)
        own = url.query.get("options", "")  # a search_path, say
        options = f"{own} -c lock_timeout={milliseconds} -c timezone=UTC"
        arguments = {"options": options, "connect_timeout": max(2, int(timeout))}
        return sqlalchemy.create_engine(url, connect_args=arguments)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        reason = f"its driver is not installed ({error}); pip install 'kehoach[postgresql]'"
        raise LedgerUnavailable(url.render_as_string(), reason) from error


def _file_engine(url: URL, timeout: float, *, wal: bool) -> Engine:
    engine = sqlalchemy.create_engine(url, connect_args={"timeout": timeout})

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401
        connection.isolation_level = None  # we say BEGIN ourselves, below
        connection.execute("PRAGMA synchronous=FULL")
        if wal:
            connection.execute("PRAGMA journal_mode=WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def on_network_path(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Có nằm trên ổ mạng không: as far as the system tells.

    SQLite's locks do not hold there: such a file is for one writer at a time.
    """
    full = path.resolve()
    if str(full).startswith(("\\\\", "//")):
        return True
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    longest, kind = "", ""
    for line in lines:
        _, point, filesystem, *_ = (*line.split(" "), "", "")
        point = point.replace("\\040", " ")  # how the table writes a space
        if full.is_relative_to(point) and len(point) > len(longest):
            longest, kind = point, filesystem
    return kind in _NETWORK_FILESYSTEMS
