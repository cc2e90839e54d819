"""A body's own plan: what concerns it, linked to the superior's, covering all of it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.cli.main import run
from kehoach.compose import open_places
from kehoach.coverage import Cover, coverage
from kehoach.deadlines import By, find_deadlines, without_phrase
from kehoach.documents import Issuer
from kehoach.drafts.own_plan import own_plan
from kehoach.files import dumps, load, load_directory, loads
from kehoach.plan import (
    Annex,
    GroupRow,
    Party,
    Plan,
    ReportingDuty,
    Responsibility,
    Role,
    Task,
    TaskTable,
    parts,
)
from kehoach.tracking import obligations
from kehoach.workdays import vietnam

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
PARENT = load(EXAMPLE / "plan.yaml")
DIRECTORY = load_directory(EXAMPLE / "directory.yaml")
OWED = obligations(PARENT, DIRECTORY, vietnam())
DAY = datetime.date(2013, 3, 19)
BODIES = sorted({one.body for one in OWED if DIRECTORY.get(one.body, on=DAY)})


def made(body: str):
    row = DIRECTORY.get(body, on=DAY)
    assert row is not None
    return own_plan(PARENT, Issuer(row.name, id=body), DIRECTORY)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(body=st.sampled_from(BODIES))
def test_what_a_body_makes_covers_all_that_the_superior_asks_of_it(body):
    found = coverage(PARENT, [made(body)], vietnam(), directory=DIRECTORY)

    own = [row for row in found.rows if row.obligation.body == body and row.obligation.counted]
    assert own
    assert {row.cover for row in own} == {Cover.COVERED}
    assert found.unknown == ()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(body=st.sampled_from(BODIES))
def test_the_plan_is_a_file_and_its_phrases_say_its_days(body):
    plan = made(body)

    assert loads(dumps(plan)) == plan
    for node, _ in parts(plan.sections):
        for due in node.dues if isinstance(node, ReportingDuty) else ():
            assert due.deadline is not None
            assert due.deadline.phrase in node.text
            said = {without_phrase(one.deadline) for one in find_deadlines(node.text)}
            assert without_phrase(due.deadline) in said


def test_who_does_it_inside_the_body_is_left_open():
    plan = made("so-gddt")

    assert open_places(plan).count("phòng, đơn vị thực hiện") >= 1
    assert plan.title.startswith("Triển khai Kế hoạch thực hiện công tác quản lý Internet")
    assert next(one.text for one in plan.recipients) == "Ủy ban nhân dân tỉnh Long An"


def test_only_the_bodys_tasks_are_there_with_the_superiors_headings():
    plan = made("so-gddt")

    claimed = [one for node, _ in parts(plan.sections) if isinstance(node, Task)
               for one in node.implements]  # fmt: skip
    assert claimed == ["G6", "3.1", "3.2", "3.3", "3.4", "G1"]
    assert [one.heading for one in plan.sections] == [
        "MỤC ĐÍCH, YÊU CẦU", "CÁC CÔNG TÁC TRỌNG TÂM", "NHIỆM VỤ CỤ THỂ", "TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip


def test_a_body_that_is_asked_nothing_gets_no_plan():
    with pytest.raises(LookupError):
        own_plan(PARENT, Issuer("Bệnh viện K"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cascade(*more: str) -> int:
    named = ["--directory", str(EXAMPLE / "directory.yaml")]
    return run(["cascade", str(EXAMPLE / "plan.yaml"), "-o", "con", *named, *more])


def test_cascade_and_coverage_on_the_command_line(desk, capsys):
    assert cascade("--issuer", "so-gddt") == 0
    assert "chỗ cần viết" in capsys.readouterr().out
    named = ["--directory", str(EXAMPLE / "directory.yaml")]

    assert run(["coverage", str(EXAMPLE / "plan.yaml"), "con.yaml", *named]) == 0

    out = capsys.readouterr().out
    assert "8 đã đưa vào kế hoạch" in out
    assert "đơn vị chưa có kế hoạch (" in out


def test_a_later_day_is_told_with_both_days(desk, capsys):
    assert cascade("--issuer", "so-gddt") == 0
    text = (desk / "con.yaml").read_text(encoding="utf-8")
    changed = text.replace("2013-07-10", "2013-07-25").replace("10/7/2013", "25/7/2013")
    (desk / "con.yaml").write_text(changed, encoding="utf-8")
    capsys.readouterr()
    named = ["--directory", str(EXAMPLE / "directory.yaml")]

    assert run(["coverage", str(EXAMPLE / "plan.yaml"), "con.yaml", *named]) == 1

    assert "(cấp trên: 10/7/2013; đơn vị: 25/7/2013)" in capsys.readouterr().out
    assert run(["coverage", str(EXAMPLE / "plan.yaml"), "con.yaml", *named, "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert "later" in {row["cover"] for row in rows}


def test_a_body_without_work_is_explained(desk, capsys):
    assert cascade("--issuer", "Sở Không Có") == 2
    assert "không giao việc nào cho Sở Không Có" in capsys.readouterr().err


def test_a_plan_without_an_issuer_is_explained(desk, capsys):
    (desk / "x.yaml").write_text("kehoach: 1\ntitle: Việc\n", encoding="utf-8")

    assert run(["coverage", str(EXAMPLE / "plan.yaml"), "x.yaml"]) == 2
    assert "x.yaml chưa ghi cơ quan ban hành" in capsys.readouterr().err


def test_rows_of_the_superiors_tables_stand_in_the_bodys_own_annex_and_are_referred_to():
    lead, other = (
        (Responsibility(Role.LEAD, Party(name)),) for name in ("Sở Nội vụ", "Sở Tài chính")
    )
    row = Task("Bồi dưỡng", id="9", responsibilities=lead, deadline=By(datetime.date(2026, 6, 30)))
    rows = (GroupRow("Nhân lực"), row, evolve(row, id="10", responsibilities=other))
    annex = Annex("Danh mục", (TaskTable(rows),))
    parent = Plan("Việc chung", date=datetime.date(2026, 1, 5), annexes=(annex,))

    own = own_plan(parent, Issuer("Sở Nội vụ"))

    (kept,) = [one for one, _ in parts(own.annexes) if isinstance(one, Task)]
    assert kept.implements == ("9",)
    assert kept.id is None
    assert "Nhiệm vụ cụ thể nêu tại Phụ lục kèm theo Kế hoạch này." in dumps(own)
