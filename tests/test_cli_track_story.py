"""A year of one plan in the ledger, as a clerk types it."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"


@pytest.fixture
def say(tmp_path, monkeypatch, capsys) -> Callable[..., str]:
    """Run a command at a desk that holds the founding plan; gives what was printed."""
    for name in ("plan.yaml", "directory.yaml"):
        shutil.copy(EXAMPLE / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def say_it(*arguments: str, code: int = 0) -> str:
        got = run(["track", *arguments])
        out, err = capsys.readouterr()
        assert got == code, out + err
        return str(out + err)

    return say_it


def test_a_year_of_the_founding_plan(say, tmp_path):
    started = say("start", "plan.yaml", "--directory", "directory.yaml", "--by", "so-tttt")
    assert "ngày 19/3/2013: giao 294 việc, 43 cơ quan" in started
    assert "không có gì thay đổi" in say("start", "plan.yaml", "--directory", "directory.yaml")

    # the plan of a department: acknowledged, handed in, returned, handed in again, accepted
    own = ("G1@so-tc", "--by", "so-tttt")
    say("add", "nhận việc", *own, "--day", "20/3/2013")
    told = say("add", "submitted", *own, "--day", "26/3/2013", "--paper", "12/KH-STC")
    assert "trình kết quả, văn bản 12/KH-STC ngày 26/3/2013 (so-tttt)" in told
    say("add", "tra-lai", *own, "--day", "27/3/2013", "--note", "thiếu kinh phí")
    say("add", "submitted", *own, "--day", "1/4/2013", "--paper", "15/KH-STC ngày 29/3/2013")
    told = say("add", "chap nhan ket qua", *own, "--day", "2/4/2013")
    assert "đã hoàn thành, đúng hạn; sớm 2 ngày (0 ngày làm việc)" in told  # the paper's day counts

    # one is late, one asks for more time
    say("add", "done", "G1@so-nv", "--day", "3/4/2013", "--paper", "9/KH-SNV")
    say("add", "xin gia hạn", "G1@so-xd", "--day", "28/3/2013", "--due", "15/4/2013",
        "--note", "chờ dự toán")  # fmt: skip
    say("add", "cho gia hạn", "G1@so-xd", "--day", "29/3/2013", "--due", "15/4/2013")
    assert "15/4/2013 (hạn đầu 31/3/2013)" in say("status", "mã:G1", "gia_hạn", "--on", "1/4/2013")

    # the reports of half a year
    say("report-received", "G2@so-tc", "G2@so-nv", "--day", "9/7/2013")
    overview = say("status", "--on", "12/7/2013")
    assert "đã hoàn thành/đến hạn: 4/67 = 6,0%" in overview
    assert "đúng hạn/đã hoàn thành có hạn: 3/4 = 75,0%" in overview
    late = json.loads(say("status", "báo_cáo", "quá_hạn", "--on", "2013-07-12", "--json"))
    assert len(late["items"]) == 31
    assert "G2/2013-H1@so-tc" not in {one["key"] for one in late["items"]}

    # on 30 June nothing of that had happened yet
    before = json.loads(say("status", "--on", "30/6/2013", "--json"))
    assert before["figures"]["counts"]["due_done"] == 2
    moved = say("status", "đơn_vị:so-tc", "--since", "30/6/2013", "--on", "12/7/2013")
    assert "Sở Tài chính: G2/2013-H1@so-tc: đã hoàn thành" in moved

    # a mistake is undone, and both stay in the ledger
    say("undo", "G2@so-nv", "--yes", "--note", "nhầm Sở")
    assert "[đã hủy]" in say("history", "G2@so-nv")
    assert "quá hạn" in say("status", "mã:G2/2013-H1@so-nv", "--on", "12/7/2013")

    # the plan changes
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(text.replace("20/12/2013", "16/12/2013"), encoding="utf-8")
    start = ("start", "plan.yaml", "--directory", "directory.yaml", "--on", "1/8/2013")
    asked = say(*start, code=2)
    assert "Kế hoạch đã đổi so với sổ" in asked
    assert "đổi thời hạn, hạn 16/12/2013" in asked
    told = say(*start, "--reason", "Kế hoạch sửa đổi 01/8/2013", "--yes")
    assert "đổi thời hạn 33" in told
    history = say("history", "G3@so-tc")
    assert "Kế hoạch sửa đổi 01/8/2013" in history
    assert "16/12/2013 (hạn đầu 20/12/2013)" in history

    # nothing was lost, and all of it moves
    assert "sổ nguyên vẹn" in say("verify")
    say("export", "-o", "so.jsonl")
    say("import", "so.jsonl", "--ledger", "moi.db")
    assert say("verify").splitlines()[1] == say("verify", "--ledger", "moi.db").splitlines()[1]
    say("backup", "luu.db")
    assert say("verify", "--ledger", "luu.db") == say("verify")
