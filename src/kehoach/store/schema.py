"""Lược đồ: the tables of a ledger, what of it only grows, and its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from kehoach.store.opening import C_TEXT, NUMBER, Layout, open_layout, texts, version_in

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kehoach.store.engine import Store

VERSION = 1
"""Phiên bản lược đồ mà bản kehoach này đọc và ghi."""

METADATA = MetaData()

META = Table("kehoach_meta", METADATA, Column("name", Text, primary_key=True), *texts("value"))

PLANS = Table(
    "plans",
    METADATA,
    Column("plan", C_TEXT, primary_key=True),
    *texts("head", nullable=False),
    Column("events", NUMBER, nullable=False),
)
"""Các kế hoạch: the hash of each one's last event, and how many there are."""

DUTIES = Table("duties", METADATA, Column("digest", C_TEXT, primary_key=True), *texts("content"))
"""Nội dung việc: each wording once, as JSON, under its digest."""

EVENTS = Table(
    "events",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    *texts("plan", "obligation", "kind", "day", "at", "by", nullable=False),
    *texts("on_behalf", "reference", "note", "due", "term", "body", "name", "role"),
    Column("counted", SmallInteger),
    *texts("paper_number", "paper_day", "figure", "corrects"),
    Column("void", SmallInteger, nullable=False),
    *texts("duty_kind", "duty"),
    *texts("id", "previous", nullable=False),
    UniqueConstraint("id"),
    Index("events_of_obligation", "plan", "obligation", "seq"),
    Index("events_of_body", "body"),
    sqlite_autoincrement=True,
)
"""Các sự kiện: only ever added to; `previous` is the hash of the event before it in its plan."""

STANDINGS = Table(
    "standings",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    *texts("plan", "obligation", "body", "name", "role", nullable=False),
    Column("counted", SmallInteger, nullable=False),
    *texts("duty_kind", "duty", "state", nullable=False),
    *texts("before"),
    *texts("term", nullable=False),
    *texts("due", "first_due", "planned_due", "assigned_on", "done_on", "submitted_on", "asked"),
    Column("late_request", SmallInteger, nullable=False),
    *texts("stopped_since"),
    Column("stopped", Integer, nullable=False),
    *texts("figure"),
    Column("revision", Integer, nullable=False),
    *texts("last_day", "last_at", nullable=False),
    UniqueConstraint("plan", "obligation"),
    Index("standings_of_body", "body"),
)
"""Tình trạng gần nhất: what folding all events gives, kept so that today's question is cheap."""

LEDGER = Layout(
    name="ledger",
    version=VERSION,
    metadata=METADATA,
    meta=META,
    guarded={"events": "seq = NEW.seq OR id = NEW.id", "duties": "digest = NEW.digest"},
    lock=7206240331,
)
"""Sổ theo dõi: its events and the wording of its duties only grow."""


def open_schema(store: Store) -> None:
    """Mở sổ theo dõi; raises as :func:`kehoach.store.opening.open_layout`."""
    open_layout(store, LEDGER)


def version_of(connection: Connection) -> int | None:
    """The version of the ledger in the database; `None` where it is empty, 0 for no ledger."""
    return version_in(connection, LEDGER)
