"""Sao lưu: a whole copy of a ledger, taken while it is in use."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from attrs import frozen
from sqlalchemy import MetaData, select

from kehoach.errors import LedgerUnavailable, TargetUnwritable

if TYPE_CHECKING:
    import os

    from kehoach.store.engine import Store


@frozen
class Backup:
    """Bản sao lưu: where it is, and its size in bytes."""

    path: Path
    size: int


def back_up(store: Store, target: str | os.PathLike[str]) -> Backup:
    """Sao lưu sổ: SQLite becomes another file of SQLite, PostgreSQL one JSON line a row.

    The first is opened as it is; the events of the second come back into an empty ledger, of either
    kind, by :func:`kehoach.tracking.transfer.import_lines`, with the same chain.
    The copy is of one moment and appears whole or not at all; an existing file is not replaced.
    Raises :class:`~kehoach.errors.TargetUnwritable` where the copy cannot be written.
    """
    path = Path(target)
    if path.exists():
        raise TargetUnwritable(str(path), "it exists already; choose another name")
    if store.is_file:
        _copy_file(store, path)
    else:
        from kehoach.files.atomic import write_atomically  # noqa: PLC0415 - `files` is slow to load

        write_atomically(path, lambda stream: _dump(store, stream))
    return Backup(path, path.stat().st_size)


def _copy_file(store: Store, path: Path) -> None:
    beside = path.with_name(path.name + ".tmp")
    beside.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite3.connect(store.path, timeout=store.timeout)) as source,
            closing(sqlite3.connect(beside)) as copy,
        ):
            source.backup(copy)
        beside.replace(path)
    except OSError as error:
        raise TargetUnwritable(str(path), error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise LedgerUnavailable(store.name, str(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def _dump(store: Store, stream: BinaryIO) -> None:
    found = MetaData()
    with store.reading() as connection:
        found.reflect(connection)
        for table in found.sorted_tables:
            ordered = select(table).order_by(*table.primary_key.columns)
            rows = connection.execute(ordered, execution_options={"yield_per": 1000})
            for row in rows:
                line = {"table": table.name, **row._mapping}  # noqa: SLF001 - SQLAlchemy's own name
                stream.write(json.dumps(line, ensure_ascii=False, default=str).encode() + b"\n")
