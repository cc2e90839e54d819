"""kehoach demo goes on: half a year of the founding plan in a ledger."""

from __future__ import annotations

import datetime

from kehoach.cli.demo import LOOKED_AT, example_folder
from kehoach.cli.main import run
from kehoach.files import load, load_directory
from kehoach.tracking import figures, obligations
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.transfer import import_lines
from kehoach.workdays import vietnam
from tests.support.tracking import instant

GIVEN = datetime.date(2013, 3, 19)


def test_the_demo_shows_who_has_not_reported_two_days_after_the_day(tmp_path, capsys):
    assert run(["demo", "-o", str(tmp_path)]) == 0

    out = capsys.readouterr().out
    assert "giả định để minh họa" in out
    assert "Đến ngày 12/7/2013: giao 242 việc; đã hoàn thành/đến hạn: 59/67 = 88,1%" in out
    assert "Chưa gửi báo cáo sơ kết 06 tháng: 6 cơ quan" in out
    assert "  Sở Xây dựng: hạn 10/7/2013, trễ 2 ngày (2 ngày làm việc)" in out


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
