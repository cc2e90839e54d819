"""Nâng cấp lược đồ: explicit, tried first, backed up first, whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen
from sqlalchemy import Connection, update

from kehoach.errors import UnknownLedgerVersion
from kehoach.store.backups import Backup, back_up
from kehoach.store.schema import META, VERSION, version_of

if TYPE_CHECKING:
    import os

    from kehoach.store.engine import Store


@frozen
class Migration:
    """Một bước nâng cấp: to which version, what it does (in Vietnamese), and how."""

    version: int
    what: str
    run: Callable[[Connection], None]


MIGRATIONS: tuple[Migration, ...] = ()
"""Các bước nâng cấp đã có: none, while the first version is the only one."""


@frozen
class Migrated:
    """Kết quả nâng cấp: from where to where, by which steps, and the backup (none when tried)."""

    before: int
    after: int
    steps: tuple[Migration, ...]
    backup: Backup | None


class _Tried(Exception):
    """The trial went through; roll it back."""


def pending_migrations(
    store: Store, migrations: tuple[Migration, ...] = MIGRATIONS, to: int = VERSION
) -> tuple[Migration, ...]:
    """Các bước còn phải làm, in order; empty where the ledger is of today's version.

    Raises :class:`~kehoach.errors.UnknownLedgerVersion` where no steps lead there.
    """
    with store.reading() as connection:
        found = version_of(connection) or 0
    steps = tuple(one for one in migrations if found < one.version <= to)
    if [one.version for one in steps] != list(range(found + 1, to + 1)) or found == 0:
        raise UnknownLedgerVersion(store.name, found, to, "no steps lead from one to the other")
    return steps


def migrate(
    store: Store,
    backup: str | os.PathLike[str],
    *,
    dry_run: bool = False,
    migrations: tuple[Migration, ...] = MIGRATIONS,
    to: int = VERSION,
) -> Migrated:
    """Nâng cấp sổ: try all steps and take them back, back up, then do them in one transaction.

    With `dry_run` it stops after the trial. Raises as :func:`pending_migrations` and `back_up`;
    what a step raises passes through, and the ledger is as it was.
    """
    steps = pending_migrations(store, migrations, to)
    before = to - len(steps)
    if steps:
        with contextlib.suppress(_Tried):
            _run(store, steps, keep=False)
    if dry_run or not steps:
        return Migrated(before, to, steps, None)
    made = back_up(store, backup)
    _run(store, steps, keep=True)
    return Migrated(before, to, steps, made)


def _run(store: Store, steps: tuple[Migration, ...], *, keep: bool) -> None:
    with store.writing() as connection:
        for step in steps:
            step.run(connection)
            said = update(META).where(META.c.name == "schema").values(value=str(step.version))
            connection.execute(said)
        if not keep:
            raise _Tried
