"""kehoach demo goes on: half a year of the founding plan in a ledger."""

from __future__ import annotations

import datetime

from kehoach.cli.demo import example_folder
from kehoach.cli.main import run
from kehoach.files import load, load_directory
from kehoach.tracking import figures, obligations
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.transfer import import_lines
from kehoach.workdays import vietnam
from tests.support.tracking import instant

GIVEN = datetime.date(2013, 3, 19)
LOOKED_AT = datetime.date(2013, 7, 12)


def test_the_demo_shows_who_has_not_reported_two_days_after_the_day(tmp_path, capsys):
    assert run(["demo", "-o", str(tmp_path)]) == 0

    out = capsys.readouterr().out
    assert "giả định để minh họa" in out
    assert "Đến ngày 12/7/2013: 6 việc được giao" in out
    (line,) = [one for one in out.splitlines() if "Sở Xây dựng" in one and "G2/" in one]
    assert "trễ 2 ngày (2 ngày làm việc)" in line


def test_what_came_late_is_in_the_half_year_report(tmp_path):
    assert run(["demo", "-o", str(tmp_path)]) == 0

    told = " ".join((tmp_path / "bao-cao-so-ket.yaml").read_text(encoding="utf-8").split())
    assert "UBND huyện Đức Huệ: Đã tổ chức hội nghị với 21 đại lý" in told
    assert "25 đúng hạn, 4 quá hạn, 4 chưa gửi" in told


def test_running_the_demo_again_adds_nothing_to_its_ledger(tmp_path):
    heads = []
    for _ in range(2):
        assert run(["demo", "-o", str(tmp_path)]) == 0
        with Ledger(tmp_path / "theo-doi.db") as ledger:
            heads.append(ledger.heads())

    assert heads[0] == heads[1]


def test_every_event_of_the_half_year_is_taken(tmp_path):
    folder = example_folder()
    directory = load_directory(folder / "directory.yaml")
    owed = obligations(load(folder / "plan.yaml"), directory, vietnam())
    with Ledger(tmp_path / "so.db") as ledger:
        ledger.start(owed, by="so-tttt", day=GIVEN, at=instant(GIVEN))
        lines = (folder / "nua-nam.jsonl").read_text(encoding="utf-8").splitlines()
        imported = import_lines(ledger, lines)
        found = figures(ledger.progress(LOOKED_AT, vietnam()))

    assert (imported.added, imported.rejected) == (len(lines) - 1, ())
    assert found.on_time + found.late + found.in_term + found.overdue == found.with_term
    assert min(found.on_time, found.late, found.in_term, found.overdue, found.waiting) > 0
