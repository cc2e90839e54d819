"""Opening databases: places, versions, failures in plain words, network paths, backups."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from kehoach.errors import LedgerUnavailable, TargetUnwritable, UnknownLedgerVersion
from kehoach.store import (
    VERSION,
    Migration,
    Store,
    back_up,
    migrate,
    on_network_path,
    pending_migrations,
)
from kehoach.tracking.ledger import Ledger
from tests.support.tracking import PLACES, PLAN, assigned, database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


@pytest.fixture(params=PLACES)
def place(request, tmp_path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield found


def set_version(store: Store, value: str) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE kehoach_meta SET value = :v"), {"v": value})


def test_a_ledger_is_one_file_without_set_up(tmp_path):
    with Ledger(tmp_path / "sổ theo dõi.db") as ledger:
        ledger.append(assigned())

    assert [one.name for one in tmp_path.iterdir()] == ["sổ theo dõi.db"]


def test_a_file_is_written_with_full_synchronisation_and_a_rollback_journal(tmp_path):
    with Ledger(tmp_path / "a.db") as ledger, ledger.store.reading() as connection:
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA journal_mode")) == "delete"


def test_the_write_ahead_log_is_there_on_request(tmp_path):
    with Ledger(tmp_path / "a.db", wal=True) as ledger:
        ledger.append(assigned())
        with ledger.store.reading() as connection:
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"


def test_opening_again_finds_what_was_there(place):
    with Ledger(place) as ledger:
        ledger.append(assigned())
    with Ledger(place) as ledger:
        assert list(ledger.events()) == [assigned()]


@pytest.mark.parametrize(
    ("version", "advice"), [("99", "newer kehoach"), ("0", "no ledger"), ("junk", "no ledger")]
)
def test_an_unknown_version_is_refused_with_the_way_out(place, version, advice):
    with Ledger(place) as ledger:
        set_version(ledger.store, version)

    with pytest.raises(UnknownLedgerVersion, match=advice) as caught:
        Ledger(place)

    assert caught.value.known == VERSION


def test_a_database_of_something_else_is_refused(tmp_path):
    path = tmp_path / "khác.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE events (x)")

    with pytest.raises(UnknownLedgerVersion, match="choose another database"):
        Ledger(path)


def test_a_file_that_is_no_database_is_unavailable(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"Khong phai co so du lieu" * 100)

    with pytest.raises(LedgerUnavailable, match="not a database"):
        Ledger(path)


def test_a_missing_folder_is_unavailable(tmp_path):
    with pytest.raises(LedgerUnavailable, match="unable to open"):
        Ledger(tmp_path / "không có" / "a.db")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://u:bi-mat@h/d", "not mysql"),
        ("postgresql://u:bi-mat@127.0.0.1:1/d?connect_timeout=2", "refused"),
        ("://", "form of URL"),
    ],
)
def test_a_url_that_leads_nowhere_is_unavailable_and_keeps_its_password(url, reason):
    if "refused" in reason:
        pytest.importorskip("psycopg")
    with pytest.raises(LedgerUnavailable, match=reason) as caught:
        Ledger(url)

    assert "bi-mat" not in str(caught.value)


def test_without_the_driver_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(LedgerUnavailable, match=r"pip install 'kehoach\[postgresql\]'"):
        Store("postgresql://u@h/d")


@pytest.mark.parametrize(
    ("mounts", "network"),
    [
        ("/dev/vda / ext4 rw 0 0\n", False),
        ("/dev/vda / ext4 rw 0 0\nsrv:/x {} nfs4 rw 0 0\n", True),
        ("//srv/x {} cifs rw 0 0\n/dev/vda / ext4 rw 0 0\n", True),
        ("//srv/x {}/khác cifs rw 0 0\n/dev/vda / ext4 rw 0 0\n", False),
    ],
)
def test_a_network_path_is_known_by_its_mount(tmp_path, mounts, network):
    table = tmp_path / "mounts"
    table.write_text(mounts.format(tmp_path), encoding="utf-8")

    assert on_network_path(tmp_path / "a.db", table) is network


def test_where_the_system_tells_nothing_no_network_is_assumed(tmp_path):
    assert not on_network_path(tmp_path / "a.db", tmp_path / "none")


def test_a_ledger_on_a_network_path_says_so(tmp_path, monkeypatch):
    with Ledger(tmp_path / "a.db") as ledger:
        assert ledger.findings() == ()
        monkeypatch.setattr("kehoach.tracking.ledger.on_network_path", lambda _: True)
        (finding,) = ledger.findings()

    assert finding.code == "ledger.network-path"


def test_a_backup_of_a_file_is_a_ledger(tmp_path):
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.append(assigned())
        made = ledger.backup(tmp_path / "b.db")
        heads = ledger.heads()

    with Ledger(tmp_path / "b.db") as copy:
        assert copy.heads() == heads
        assert copy.verify().sound
    assert made.size == (tmp_path / "b.db").stat().st_size


def test_a_backup_of_a_server_is_a_line_a_row(tmp_path):
    with database("postgresql", tmp_path) as url, Ledger(url) as ledger:
        ledger.append(assigned())
        back_up(ledger.store, tmp_path / "b.jsonl")

    lines = [json.loads(line) for line in (tmp_path / "b.jsonl").read_text().splitlines()]
    assert sorted(line["table"] for line in lines) == [
        "duties",
        "events",
        "kehoach_meta",
        "plans",
        "standings",
    ]
    assert PLAN in {line.get("plan") for line in lines}


def test_a_backup_replaces_nothing_and_needs_its_folder(place, tmp_path):
    there = tmp_path / "there"
    there.write_text("x")
    with Ledger(place) as ledger:
        with pytest.raises(TargetUnwritable, match="exists already"):
            ledger.backup(there)
        with pytest.raises((TargetUnwritable, LedgerUnavailable)):
            ledger.backup(tmp_path / "none" / "b")

    assert there.read_text() == "x"


def add_table(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE extra (x INTEGER)"))


def fail(_: Connection) -> None:
    raise RuntimeError("giữa chừng")


STEPS = (Migration(2, "thêm bảng", add_table), Migration(3, "thêm nữa", lambda _: None))


def tables(store: Store) -> set[str]:
    from sqlalchemy import inspect  # noqa: PLC0415

    with store.reading() as connection:
        return set(inspect(connection).get_table_names())


def test_a_migration_is_backed_up_and_then_done(place, tmp_path):
    with Ledger(place) as ledger:
        ledger.append(assigned())
        done = migrate(ledger.store, tmp_path / "before", migrations=STEPS, to=3)

        assert (done.before, done.after, len(done.steps)) == (1, 3, 2)
        assert done.backup is not None
        assert done.backup.path.exists()
        assert "extra" in tables(ledger.store)
        with pytest.raises(UnknownLedgerVersion, match="newer"):
            Ledger(place)
        assert pending_migrations(ledger.store, STEPS, 3) == ()


def test_a_dry_run_changes_nothing(place, tmp_path):
    with Ledger(place) as ledger:
        tried = migrate(ledger.store, tmp_path / "before", dry_run=True, migrations=STEPS, to=3)

        assert [one.what for one in tried.steps] == ["thêm bảng", "thêm nữa"]
        assert (tried.backup, (tmp_path / "before").exists()) == (None, False)
        assert "extra" not in tables(ledger.store)
    Ledger(place).close()


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(place, tmp_path):
    steps = (STEPS[0], Migration(3, "hỏng", fail))
    with Ledger(place) as ledger:
        with pytest.raises(RuntimeError, match="giữa chừng"):
            migrate(ledger.store, tmp_path / "before", migrations=steps, to=3)

        assert "extra" not in tables(ledger.store)
        assert not (tmp_path / "before").exists()
    Ledger(place).close()


def test_steps_that_do_not_lead_there_are_refused(tmp_path: Path):
    with Ledger(tmp_path / "a.db") as ledger:
        assert pending_migrations(ledger.store) == ()
        with pytest.raises(UnknownLedgerVersion, match="no steps lead"):
            pending_migrations(ledger.store, STEPS[1:], 3)
