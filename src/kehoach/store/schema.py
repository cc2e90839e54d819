"""Lược đồ: the tables of a ledger, the triggers that let it only grow, and its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    insert,
    inspect,
    select,
    text,
)

from kehoach.errors import UnknownLedgerVersion

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kehoach.store.engine import Store

VERSION = 1
"""Phiên bản lược đồ mà bản kehoach này đọc và ghi."""

METADATA = MetaData()
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
_C_TEXT = Text().with_variant(Text(collation="C"), "postgresql")  # days and instants sort as bytes


def _texts(*names: str, nullable: bool = True) -> list[Column[str]]:
    return [Column(name, _C_TEXT, nullable=nullable) for name in names]


META = Table("kehoach_meta", METADATA, Column("name", Text, primary_key=True), *_texts("value"))

PLANS = Table(
    "plans",
    METADATA,
    Column("plan", _C_TEXT, primary_key=True),
    *_texts("head", nullable=False),
    Column("events", _NUMBER, nullable=False),
)
"""Các kế hoạch: the hash of each one's last event, and how many there are."""

DUTIES = Table("duties", METADATA, Column("digest", _C_TEXT, primary_key=True), *_texts("content"))
"""Nội dung việc: each wording once, as JSON, under its digest."""

EVENTS = Table(
    "events",
    METADATA,
    Column("seq", _NUMBER, primary_key=True, autoincrement=True),
    *_texts("plan", "obligation", "kind", "day", "at", "by", nullable=False),
    *_texts("on_behalf", "reference", "note", "due", "term", "body", "name", "role"),
    Column("counted", SmallInteger),
    *_texts("paper_number", "paper_day", "figure", "corrects"),
    Column("void", SmallInteger, nullable=False),
    *_texts("duty_kind", "duty"),
    *_texts("id", "previous", nullable=False),
    UniqueConstraint("id"),
    Index("events_of_obligation", "plan", "obligation", "seq"),
    Index("events_of_body", "body"),
    sqlite_autoincrement=True,
)
"""Các sự kiện: only ever added to; `previous` is the hash of the event before it in its plan."""

STANDINGS = Table(
    "standings",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    *_texts("plan", "obligation", "body", "name", "role", nullable=False),
    Column("counted", SmallInteger, nullable=False),
    *_texts("duty_kind", "duty", "state", nullable=False),
    *_texts("before"),
    *_texts("term", nullable=False),
    *_texts("due", "first_due", "planned_due", "assigned_on", "done_on", "submitted_on", "asked"),
    Column("late_request", SmallInteger, nullable=False),
    *_texts("stopped_since"),
    Column("stopped", Integer, nullable=False),
    *_texts("figure"),
    Column("revision", Integer, nullable=False),
    *_texts("last_day", "last_at", nullable=False),
    UniqueConstraint("plan", "obligation"),
    Index("standings_of_body", "body"),
)
"""Tình trạng gần nhất: what folding all events gives, kept so that today's question is cheap."""

_ONLY_GROWS = "the ledger only grows"
_SQLITE_TRIGGERS = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: {reason}'); END
"""
_SQLITE_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {condition})
BEGIN SELECT RAISE(ABORT, '{table}: {reason}'); END
"""
_GUARDED = {"events": "seq = NEW.seq OR id = NEW.id", "duties": "digest = NEW.digest"}
_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION kehoach_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%: {_ONLY_GROWS}', TG_TABLE_NAME; END $$
"""
_POSTGRESQL_TRIGGER = """
CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION kehoach_only_grows()
"""


def open_schema(store: Store) -> None:
    """Mở sổ: make the tables in an empty database, else check their version.

    Raises :class:`~kehoach.errors.UnknownLedgerVersion` for a database of another version, or
    with other tables and no ledger in it.
    """
    with store.reading() as connection:
        found = version_of(connection)
    if found is None:
        with store.writing() as connection:
            if not store.is_file:  # two first openings at once: one makes the tables
                connection.execute(text("SELECT pg_advisory_xact_lock(7206240331)"))
            if version_of(connection) is None:
                _create(store, connection)
            found = version_of(connection)
    if found != VERSION:
        raise UnknownLedgerVersion(store.name, found or 0, VERSION, _way_out(found or 0))


def version_of(connection: Connection) -> int | None:
    """The version that stands in the database; `None` where it is empty, 0 for no ledger."""
    tables = inspect(connection).get_table_names()
    if META.name not in tables:
        return 0 if {"events", "plans", "duties", "standings"} & set(tables) else None
    value = connection.scalar(select(META.c.value).where(META.c.name == "schema"))
    return int(value) if value and value.isdigit() else 0


def _create(store: Store, connection: Connection) -> None:
    METADATA.create_all(connection)
    if store.is_file:
        for table, condition in _GUARDED.items():
            said = {"table": table, "reason": _ONLY_GROWS, "condition": condition}
            for verb in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(_SQLITE_TRIGGERS.format(verb=verb, **said))
            connection.exec_driver_sql(_SQLITE_REPLACE.format(**said))
    else:
        connection.execute(text(_POSTGRESQL_FUNCTION))
        for table in _GUARDED:
            connection.execute(text(_POSTGRESQL_TRIGGER.format(table=table)))
    connection.execute(insert(META).values(name="schema", value=str(VERSION)))


def _way_out(found: int) -> str:
    if found == 0:
        return "it holds other tables and no ledger: choose another database"
    if found > VERSION:
        return "a newer kehoach wrote it: upgrade kehoach, or restore an older backup"
    return "migrate it first: a backup is made, and a dry run shows what would change"
