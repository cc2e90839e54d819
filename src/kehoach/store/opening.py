"""Mở sổ: tables made once, what of them only grows, and the version that a database holds.

A ledger and a register each have a layout of their own; one database may hold both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen
from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
    text,
)

from kehoach.errors import UnknownLedgerVersion

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kehoach.store.engine import Store

NUMBER = BigInteger().with_variant(Integer, "sqlite")
C_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Chữ xếp theo byte: days and instants sort as bytes."""


def texts(*names: str, nullable: bool = True) -> list[Column[str]]:
    """Các cột chữ."""
    return [Column(name, C_TEXT, nullable=nullable) for name in names]


@frozen
class Layout:
    """Lược đồ của một sổ: its tables, its version, and those tables that only grow.

    `name` is an identifier ("ledger"). `meta` holds the version under the name "schema".
    `guarded` gives, for each table that takes no change and no deletion, the condition under
    which a new row would replace an old one. `lock` keeps two first openings apart.
    """

    name: str
    version: int
    metadata: MetaData
    meta: Table
    guarded: Mapping[str, str]
    lock: int

    @property
    def reason(self) -> str:
        """What the database says to whoever would change the past."""
        return f"the {self.name} only grows"


_SQLITE_TRIGGERS = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: {reason}'); END
"""
_SQLITE_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {condition})
BEGIN SELECT RAISE(ABORT, '{table}: {reason}'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION kehoach_{name}_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%: {reason}', TG_TABLE_NAME; END $$
"""
_POSTGRESQL_TRIGGER = """
CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION kehoach_{name}_only_grows()
"""


def open_layout(store: Store, layout: Layout) -> None:
    """Mở sổ: make its tables where it has none yet, else check their version.

    Raises :class:`~kehoach.errors.UnknownLedgerVersion` for a database of another version, or
    with tables of these names that are no such book.
    """
    with store.reading() as connection:
        found = version_in(connection, layout)
    if found is None:
        with store.writing() as connection:
            if not store.is_file:  # two first openings at once: one makes the tables
                connection.execute(text(f"SELECT pg_advisory_xact_lock({layout.lock})"))
            if version_in(connection, layout) is None:
                _create(store, connection, layout)
            found = version_in(connection, layout)
    if found != layout.version:
        advice = _way_out(found or 0, layout)
        raise UnknownLedgerVersion(store.name, found or 0, layout.version, advice)


def version_in(connection: Connection, layout: Layout) -> int | None:
    """The version that stands in the database; `None` where it is empty, 0 for no such book."""
    tables = set(inspect(connection).get_table_names())
    meta = layout.meta
    if meta.name not in tables:
        return 0 if tables & layout.metadata.tables.keys() else None
    value = connection.scalar(select(meta.c.value).where(meta.c.name == "schema"))
    return int(value) if value and value.isdigit() else 0


def _create(store: Store, connection: Connection, layout: Layout) -> None:
    layout.metadata.create_all(connection)
    said = {"name": layout.name, "reason": layout.reason}
    if not store.is_file:
        connection.execute(text(_POSTGRESQL_FUNCTION.format(**said)))
    for table, condition in layout.guarded.items():
        if store.is_file:
            for verb in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(_SQLITE_TRIGGERS.format(table=table, verb=verb, **said))
            connection.exec_driver_sql(
                _SQLITE_REPLACE.format(table=table, condition=condition, **said)
            )
        else:
            connection.execute(text(_POSTGRESQL_TRIGGER.format(table=table, **said)))
    connection.execute(insert(layout.meta).values(name="schema", value=str(layout.version)))


def _way_out(found: int, layout: Layout) -> str:
    if found == 0:
        return f"it holds other tables and no {layout.name}: choose another database"
    if found > layout.version:
        return "a newer kehoach wrote it: upgrade kehoach, or restore an older backup"
    return "migrate it first: a backup is made, and a dry run shows what would change"
