"""The register of outgoing papers: series, numbers, voids, starts, its printed book."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from kehoach.compose import BOOK_COLUMNS, book_rows, register_book
from kehoach.errors import (
    InvalidMapping,
    IssuedOutOfOrder,
    LedgerBusy,
    LedgerUnavailable,
    NoRulebook,
    NumberNotOpen,
    NumberWaits,
    UnknownLedgerVersion,
    UnknownNumber,
)
from kehoach.exporters.text import as_text
from kehoach.register import EntryState, Register, body_key, series_rules
from kehoach.rules import rulebook
from kehoach.store import register_tables
from kehoach.tracking.ledger import Ledger
from kehoach.word import observe, write
from tests.support.registers import AT, DAY, RECORD, paper
from tests.support.tracking import PLACES, assigned, database

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
WRITERS, NUMBERS = 8, 500


@pytest.fixture(params=PLACES)
def place(request, tmp_path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield found


@pytest.fixture
def register(place) -> Iterator[Register]:
    with Register(place) as opened:
        yield opened


def printed(register: Register) -> list[str]:
    return [one.printed for one in register.entries()]


def test_numbers_run_from_one_with_a_leading_zero(register):
    for turn in range(10):
        register.reserve(paper(f"{turn}"), DAY, **RECORD)

    assert printed(register) == [f"0{number}/KH-UBND" for number in range(1, 10)] + ["10/KH-UBND"]
    assert register.gaps() == ()


def test_each_year_begins_anew(register):
    register.reserve(paper("a"), datetime.date(2013, 12, 31), **RECORD)
    register.reserve(paper("b"), datetime.date(2014, 1, 1), **RECORD)

    assert [one.number for one in register.entries()] == [1, 1]


def test_decisions_copies_and_other_papers_count_apart(register):
    for kind in ("KH", "BC", "CV", "QĐ", "CT", "SY", "TrS", "SL"):
        register.reserve(paper(kind, kind=kind, notation=kind), DAY, **RECORD)

    found = {(one.kind, one.series.series, one.number) for one in register.entries()}
    assert found == {
        ("KH", "van-ban", 1), ("BC", "van-ban", 2), ("CV", "van-ban", 3),
        ("QĐ", "quyet-dinh", 1), ("CT", "quyet-dinh", 2),
        ("SY", "ban-sao", 1), ("TrS", "ban-sao", 2), ("SL", "ban-sao", 3),
    }  # fmt: skip


def test_an_advisory_body_has_its_own_numbers(register):
    register.reserve(paper("a"), DAY, **RECORD)
    register.reserve(paper("b", issuer="Ban Chỉ đạo chuyển đổi số"), DAY, **RECORD)

    assert printed(register) == ["01/KH-UBND", "01/KH-UBND"]


def test_one_body_is_one_however_its_name_is_written():
    names = ("Ủy ban nhân dân tỉnh Long An", "UBND tỉnh Long An", "Uỷ ban nhân dân\ntỉnh  Long An")

    assert len({body_key(name) for name in names}) == 1
    assert body_key("Phòng Nội vụ", "UBND xã A") != body_key("Phòng Nội vụ", "UBND xã B")


def test_a_number_is_in_the_register_before_its_paper_is_written(register):
    entry = register.reserve(paper(), DAY, **RECORD)

    assert entry.state is EntryState.RESERVED
    written = register.mark_written(entry, "a.docx", **RECORD)
    assert register.entries() == (written,)
    assert (written.state, written.note) == (EntryState.WRITTEN, "a.docx")


def test_a_void_number_stays_with_its_reason_and_is_never_given_again(register):
    entry = register.reserve(paper("a"), DAY, **RECORD)
    register.void(entry, " in sai ", **RECORD)

    assert register.reserve(paper("a"), DAY, **RECORD).number == 2
    first = register.find("01/KH-UBND")
    assert (first.state, first.note) == (EntryState.VOID, "in sai")
    with pytest.raises(NumberNotOpen, match="in sai"):
        register.mark_written(first, "a.docx", **RECORD)
    with pytest.raises(NumberNotOpen):
        register.void(first, "lần nữa", **RECORD)
    with pytest.raises(ValueError, match="reason"):
        register.void(first, " ", **RECORD)


def test_a_paper_whose_number_waits_gets_no_second_one(register):
    register.reserve(paper("a", source="/a.yaml"), DAY, **RECORD)

    for again in (paper("a"), paper("b", source="/a.yaml")):
        with pytest.raises(NumberWaits, match="01/KH-UBND"):
            register.reserve(again, DAY, **RECORD)
        assert [one.number for one in register.waiting(again)] == [1]
    assert register.waiting(paper("c", source="/c.yaml")) == ()


def test_a_day_before_the_last_number_is_refused(register):
    register.reserve(paper("a"), DAY, **RECORD)

    with pytest.raises(IssuedOutOfOrder, match="2013-03-19"):
        register.reserve(paper("b"), DAY - datetime.timedelta(days=1), **RECORD)
    assert printed(register) == ["01/KH-UBND"]


def test_a_series_can_start_where_the_paper_register_ended(register):
    register.start(paper(), DAY, 58, note="sổ tay", **RECORD)
    register.start(paper(), DAY, 59, **RECORD)
    entry = register.reserve(paper("a"), DAY, **RECORD)

    assert entry.printed == "59/KH-UBND"
    assert [(one.first, one.last) for one in register.standings()] == [(59, 59)]
    assert register.gaps() == ()
    with pytest.raises(NumberNotOpen, match="59/KH-UBND"):
        register.start(paper(), DAY, 100, **RECORD)
    with pytest.raises(ValueError, match="from 1"):
        register.start(paper(), DAY, 0, **RECORD)


def test_what_fails_in_the_same_transaction_takes_the_number_back(register):
    def fail(*_: object) -> None:
        raise RuntimeError("giữa chừng")

    with pytest.raises(RuntimeError):
        register.reserve(paper("a"), DAY, also=fail, **RECORD)

    assert register.entries() == ()
    assert register.reserve(paper("a"), DAY, **RECORD).number == 1


def test_a_number_is_found_by_what_is_printed_or_by_the_bare_number(register):
    register.reserve(paper("a"), DAY, **RECORD)
    register.reserve(paper("b", issuer="Sở Nội vụ", notation="KH-SNV"), DAY, **RECORD)

    assert register.find("1/kh-ubnd").title == "a"
    assert register.find("01", issuer="Sở Nội vụ").title == "b"
    with pytest.raises(UnknownNumber, match="2 entries") as several:
        register.find("1")
    assert several.value.count == 2
    with pytest.raises(UnknownNumber, match="no entries"):
        register.find("7/KH-UBND")


@pytest.mark.parametrize("table", ["register_numbers", "register_acts", "register_starts"])
@pytest.mark.parametrize("change", ["UPDATE {} SET by = 'x'", "DELETE FROM {}"])
def test_nobody_changes_the_past(register, table, change):
    register.start(paper(), DAY, 5, **RECORD)
    register.void(register.reserve(paper("a"), DAY, **RECORD), "sai", **RECORD)

    with (
        pytest.raises(LedgerUnavailable, match="register only grows"),
        register.store.writing() as c,
    ):
        c.execute(text(change.format(table)))


def test_the_database_itself_refuses_a_number_twice(register):
    register.reserve(paper("a"), DAY, **RECORD)
    with register.store.reading() as connection:
        (row,) = register_tables.numbers(connection)
    again = dict(zip(register_tables.NUMBER_COLUMNS, row, strict=True))
    del again["seq"]

    with pytest.raises(LedgerUnavailable), register.store.writing() as connection:
        register_tables.add_number(connection, again)


def test_a_register_and_a_ledger_may_stand_in_one_database(place):
    with Register(place) as register, Ledger(place) as ledger:
        entry = register.reserve(
            paper(), DAY, also=lambda c, _: ledger.append_within(c, assigned()), **RECORD
        )
        assert entry.number == 1
        assert list(ledger.events()) == [assigned()]
    with Ledger(place) as ledger, Register(place) as register:
        assert ledger.verify().sound
        assert len(register.entries()) == 1


def test_a_register_of_another_version_is_refused(place):
    with Register(place) as register, register.store.writing() as connection:
        connection.execute(text("UPDATE register_meta SET value = '9'"))

    with pytest.raises(UnknownLedgerVersion, match="newer kehoach"):
        Register(place)


def test_who_waits_in_vain_is_told_and_no_number_is_taken(place):
    with Register(place) as one, Register(place, timeout=0.2) as other:
        series = one.series_of(paper(), DAY)
        one.reserve(paper("a"), DAY, **RECORD)
        with one.store.writing() as connection:
            register_tables.lock_series(connection, series)
            with pytest.raises(LedgerBusy):
                other.reserve(paper("b"), DAY, **RECORD)

        assert other.reserve(paper("b"), DAY, **RECORD).number == 2


def test_eight_processes_take_five_hundred_numbers_each_without_gap_or_double(place):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    command = [sys.executable, "-m", "tests.support.registers", "many", place]
    writers = [
        subprocess.Popen([*command, f"{name}", f"{NUMBERS}"], cwd=ROOT, env=environment)
        for name in range(WRITERS)
    ]
    assert [one.wait(timeout=300) for one in writers] == [0] * WRITERS

    with Register(place) as register:
        entries = register.entries()
        assert [one.number for one in entries] == list(range(1, WRITERS * NUMBERS + 1))
        assert len({one.title for one in entries}) == WRITERS * NUMBERS
        assert register.gaps() == ()


OWN_RULE = """
[[rules]]
[[rules.series]]
key = "chung"
name = "Chung"
"""


def test_an_office_groups_the_types_as_its_head_says(tmp_path):
    file = tmp_path / "so.toml"
    file.write_text(OWN_RULE, encoding="utf-8")
    with Register(tmp_path / "a.db", rules=series_rules(file)) as register:
        for kind in ("QĐ", "KH", "SY"):
            register.reserve(paper(kind, kind=kind), DAY, **RECORD)

        assert [one.number for one in register.entries()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("x =", "TOML"),
        ("", "rules"),
        ("[[rules]]\nfirst_day = 2013", "first_day"),
        ("[[rules]]\nday = 2013-01-01", "day"),
        ('[[rules]]\n[[rules.series]]\nkey = "a"\nname = "b"\nkinds = ["KH"]', "series"),
        ('[[rules]]\n[[rules.series]]\nkey = "a"', "name"),
        ('[[rules]]\n[[rules.series]]\nkey = "a"\nname = "b"\nkinds = "KH"', "kinds"),
    ],
)
def test_a_malformed_file_of_series_is_told_with_its_place(tmp_path, text, where):
    file = tmp_path / "so.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidMapping) as caught:
        series_rules(file)
    assert where in caught.value.where


def test_the_packaged_series_cite_their_clauses_and_cover_the_regimes():
    for day in (datetime.date(2011, 3, 5), datetime.date(2020, 3, 4), datetime.date(2026, 1, 1)):
        assert series_rules().of("KH", day).key == "van-ban"
    with pytest.raises(NoRulebook):
        series_rules().of("KH", datetime.date(2010, 1, 1))
    for rule in series_rules().rules:
        assert all(
            one.cite and one.certainty in ("read", "unverified", "house") for one in rule.series
        )


def test_the_book_has_the_ten_columns_of_the_decree(tmp_path):
    with Register(tmp_path / "a.db") as register:
        one = register.reserve(
            paper("Quản lý Internet", signer="Trần Hữu Phước", recipients=("Bộ TTTT", "Sở TC"),
                  archive="VT, M", copies=30),
            DAY, **RECORD,
        )  # fmt: skip
        register.mark_written(one, "a.docx", **RECORD)
        register.reserve(paper("b"), DAY, **RECORD)
        register.void(register.reserve(paper("c"), DAY, **RECORD), "nhầm", **RECORD)
        entries = register.entries()

    rows = book_rows(entries)
    assert len(BOOK_COLUMNS) == 10
    assert rows[0] == (
        "01/KH-UBND", "19/3/2013", "Kế hoạch Quản lý Internet", "Trần Hữu Phước",
        "Bộ TTTT; Sở TC", "VT, M", "30", "", "", "",
    )  # fmt: skip
    assert [row[-1] for row in rows] == ["", "Đã cấp số, chưa ghi văn bản", "Hủy: nhầm"]
    book = register_book(entries, "Ủy ban nhân dân tỉnh Long An", 2013, rulebook("tt01-2011"))
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in as_text(book)
    seen = observe(write(book, rulebook("tt01-2011")), "so.docx")
    assert [section.landscape for section in seen.sections] == [False, True]
    assert "03/KH-UBND" in seen.text


def test_an_instant_without_a_zone_or_a_moment_for_a_day_is_refused(tmp_path):
    with Register(tmp_path / "a.db") as register, pytest.raises(TypeError):
        register.reserve(paper(), AT, by="x", at=AT)
