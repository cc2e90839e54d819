"""Kho dữ liệu: one file of SQLite, or PostgreSQL by URL; schema version, transactions, tables."""

from __future__ import annotations

from sqlalchemy import Connection

from kehoach.store.backups import Backup, back_up
from kehoach.store.engine import Store, on_network_path
from kehoach.store.migrating import MIGRATIONS, Migration, migrate, pending_migrations
from kehoach.store.schema import VERSION

__all__ = [
    "MIGRATIONS",
    "VERSION",
    "Backup",
    "Connection",
    "Migration",
    "Store",
    "back_up",
    "migrate",
    "on_network_path",
    "pending_migrations",
]
