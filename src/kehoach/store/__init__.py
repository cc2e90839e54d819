"""Kho dữ liệu: one file of SQLite, or PostgreSQL by URL; schema version, transactions, tables."""

from __future__ import annotations

from kehoach.store.backups import Backup, back_up
from kehoach.store.engine import Store, on_network_path
from kehoach.store.migrating import MIGRATIONS, Migration, migrate, pending_migrations
from kehoach.store.schema import VERSION

__all__ = [
    "MIGRATIONS",
    "VERSION",
    "Backup",
    "Migration",
    "Store",
    "back_up",
    "migrate",
    "on_network_path",
    "pending_migrations",
]
