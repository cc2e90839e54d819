"""Issuing: number, day, register and files together, and what is left when something fails."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import kehoach
from kehoach.errors import (
    InvalidPlanFile,
    NotIssuable,
    NumberNotOpen,
    NumberWaits,
    PaperNotWritten,
    TargetUnwritable,
)
from kehoach.files import loads, with_number, write_number
from kehoach.issuing import Issuing, finish, issue, outgoing_paper, with_number_and_day
from kehoach.register import EntryState, Register
from kehoach.tracking import EventKind, Paper
from kehoach.tracking.ledger import Ledger
from kehoach.word import observe
from tests.support.registers import AT, DAY, RECORD
from tests.support.tracking import PLACES, assigned, database, event

ROOT = Path(__file__).resolve().parent.parent
SOURCE = """\
# Kế hoạch của tỉnh
kehoach: 1
title: Quản lý Internet năm 2013
issuer:
  name: Ủy ban nhân dân tỉnh Long An
  abbreviation: UBND  # như trong danh mục
place: Long An
annexes:
- title: Danh sách
  content: [{paragraph: Một dòng}]
sections:
- heading: Tổ chức
  content: [{task: Làm việc}]   # giữ nguyên
"""
ISSUED = SOURCE.replace(
    "  # như trong danh mục\n", '  # như trong danh mục\nnumber: {text: "01"}\n'
).replace("place: Long An\n", "place: Long An\ndate: 2013-03-19\n")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def how(register: Register, desk: Path, **more: Any) -> Issuing:
    told = {"target": desk / "plan.docx", "source": desk / "plan.yaml", **RECORD, **more}
    return Issuing(register=register, **told)


def plan_of(desk: Path) -> kehoach.Plan:
    return kehoach.load(desk / "plan.yaml")


def text_of(path: Path) -> str:
    return observe(path.read_bytes(), path.name).text.replace("\u00a0", " ")


def test_a_paper_gets_its_number_and_day_in_the_register_in_its_file_and_in_print(desk):
    with Register(desk / "so.db") as register:
        done = issue(plan_of(desk), DAY, how(register, desk))
        assert register.entries() == (done.entry,)

    assert (done.entry.printed, done.entry.state) == ("01/KH-UBND", EntryState.WRITTEN)
    assert (desk / "plan.yaml").read_text(encoding="utf-8") == ISSUED
    assert plan_of(desk) == done.plan
    printed = text_of(desk / "plan.docx")
    assert "Số: 01/KH-UBND" in printed
    assert "Long An, ngày 19 tháng 3 năm 2013" in printed


def test_annexes_and_enclosed_texts_print_the_number_and_the_day(desk):
    plan = plan_of(desk)
    inner = kehoach.Plan("Quy chế quản lý Internet", kind="QC")
    decision = attrs.evolve(plan, kind="QĐ", encloses=(inner,))
    with Register(desk / "so.db") as register:
        issue(decision, DAY, how(register, desk, source=None))

    printed = text_of(desk / "plan.docx")
    line = "(Kèm theo Quyết định số 01/QĐ-UBND ngày 19 tháng 3 năm 2013"
    assert printed.count(line) == 2


def test_a_house_that_gave_57_numbers_by_hand_goes_on_with_58(desk):
    rules = kehoach.rulebook_on(DAY)
    with Register(desk / "so.db") as register:
        register.start(outgoing_paper(plan_of(desk), rules), DAY, 58, **RECORD)
        assert issue(plan_of(desk), DAY, how(register, desk)).entry.printed == "58/KH-UBND"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"number": kehoach.Number("7")}, "number already"),
        ({"issuer": None}, "no issuer"),
        ({"issuer": kehoach.Issuer("Sở Nội vụ")}, "notation"),
        ({"title": "Về [cần viết: nội dung]"}, "must write"),
        ({"title": "Khác"}, "holds another text"),
    ],
)
def test_what_can_be_foreseen_takes_no_number(desk, change, reason):
    with Register(desk / "so.db") as register:
        with pytest.raises(NotIssuable, match=reason):
            issue(attrs.evolve(plan_of(desk), **change), DAY, how(register, desk))
        assert register.entries() == ()
    assert (desk / "plan.yaml").read_text(encoding="utf-8") == SOURCE


def test_a_missing_folder_or_a_fault_of_the_paper_takes_no_number(desk):
    def broken(*_: object) -> None:
        raise RuntimeError("hỏng")

    with Register(desk / "so.db") as register:
        for target in (desk / "không có" / "a.docx", desk):
            with pytest.raises(TargetUnwritable):
                issue(plan_of(desk), DAY, how(register, desk, target=target))
        with pytest.raises(RuntimeError):
            issue(plan_of(desk), DAY, how(register, desk, write=broken))
        with pytest.raises(kehoach.KehoachError):
            issue(plan_of(desk), DAY, how(register, desk, target=desk / "a.xyz"))
        assert register.entries() == ()


def failing(folder: Path, error: Exception) -> Any:
    """A writer that tries well, and fails on the real target."""

    def write(plan: kehoach.Plan, target: Path, rulebook: Any) -> None:
        if target.parent == folder:
            raise error
        kehoach.export(plan, target, rulebook=rulebook)

    return write


def test_a_writer_that_fails_leaves_the_number_reserved_to_be_finished(desk):
    with Register(desk / "so.db") as register:
        full = how(register, desk, write=failing(desk, OSError("the disk is full")))
        with pytest.raises(PaperNotWritten, match=r"01/KH-UBND.*disk is full"):
            issue(plan_of(desk), DAY, full)

        (entry,) = register.entries()
        assert entry.state is EntryState.RESERVED
        assert (desk / "plan.yaml").read_text(encoding="utf-8") == SOURCE
        assert not (desk / "plan.docx").exists()
        with pytest.raises(NumberWaits):
            issue(plan_of(desk), DAY, how(register, desk))

        done = finish(plan_of(desk), entry, how(register, desk))
        assert done.entry.state is EntryState.WRITTEN
        assert (desk / "plan.yaml").read_text(encoding="utf-8") == ISSUED
        assert [one.number for one in register.entries()] == [1]


def test_a_source_that_cannot_be_written_leaves_the_number_reserved(desk, monkeypatch):
    def refuse(*_: object) -> None:
        raise TargetUnwritable("plan.yaml", "the file is read-only")

    monkeypatch.setattr("kehoach.issuing.steps.write_number", refuse)
    with Register(desk / "so.db") as register, pytest.raises(PaperNotWritten):
        issue(plan_of(desk), DAY, how(register, desk))
    with Register(desk / "so.db") as register:
        assert [one.state for one in register.entries()] == [EntryState.RESERVED]


def test_finishing_what_is_finished_changes_nothing(desk):
    with Register(desk / "so.db") as register:
        done = issue(plan_of(desk), DAY, how(register, desk))
        before = (desk / "plan.docx").read_bytes()
        again = finish(plan_of(desk), done.entry, how(register, desk))

        assert again.plan == done.plan
        assert (desk / "plan.docx").read_bytes() == before
        assert len(register.entries()) == 1


def test_a_void_number_or_that_of_another_paper_is_not_finished(desk):
    with Register(desk / "so.db") as register:
        entry = issue(plan_of(desk), DAY, how(register, desk)).entry
        plan = plan_of(desk)
        for other in (attrs.evolve(plan, kind="BC"), with_number_and_day(plan, "02", DAY)):
            with pytest.raises(NotIssuable, match="another paper"):
                finish(other, entry, how(register, desk))
        void = register.void(entry, "sai", **RECORD)
        with pytest.raises(NumberNotOpen, match="sai"):
            finish(plan, void, how(register, desk))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed by SIGKILL")
@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("moment", ["reserved", "printed", "filed"])
def test_a_kill_at_any_moment_leaves_whole_files_and_one_number_to_finish(kind, moment, desk):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with database(kind, desk) as place:
        command = [sys.executable, "-m", "tests.support.registers", "killed", place, str(desk)]
        done = subprocess.run([*command, moment], cwd=ROOT, env=environment, check=False)
        assert done.returncode == -9

        source = (desk / "plan.yaml").read_text(encoding="utf-8")
        assert source == (ISSUED if moment == "filed" else SOURCE)
        assert (desk / "plan.docx").exists() == (moment != "reserved")
        with Register(place) as register:
            (entry,) = register.entries()
            assert entry.state is EntryState.RESERVED
            paper = outgoing_paper(plan_of(desk), kehoach.rulebook_on(DAY))
            assert register.waiting(paper) == (entry,)
            finish(plan_of(desk), entry, how(register, desk))
            assert [one.state for one in register.entries()] == [EntryState.WRITTEN]
        assert (desk / "plan.yaml").read_text(encoding="utf-8") == ISSUED


def test_events_of_a_ledger_are_kept_with_the_number_or_not_at_all(desk):
    def submitted(plan: kehoach.Plan) -> list[Any]:
        return [event(EventKind.SUBMITTED, DAY, paper=Paper(f"{plan.number.text}/KH", DAY), at=AT)]

    place = desk / "so.db"
    with Register(place) as register, Ledger(place) as ledger:
        given = how(register, desk, ledger=ledger, events=submitted)
        with pytest.raises(kehoach.KehoachError):  # nothing was given yet: the move is refused
            issue(plan_of(desk), DAY, given)
        assert register.entries() == ()
        ledger.append(assigned())
        plan = plan_of(desk)
        issue(plan, DAY, given)
        assert [one.paper.number for one in ledger.events() if one.paper] == ["01/KH"]
        with Ledger(desk / "khác.db") as other, pytest.raises(ValueError, match="database"):
            issue(plan, DAY, how(register, desk, source=None, ledger=other, events=submitted))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", 'title: x\nnumber: {text: "05"}\ndate: 2013-03-19\n'),
        ("title: x\nnumber:  # chưa\ndate:\n",
         'title: x\nnumber: {text: "05"}  # chưa\ndate: 2013-03-19\n'),
        ("title: x\nnumber:\n  notation: K # k\ndate: 2013-03\n",
         'title: x\nnumber:\n  text: "05"\n  notation: K # k\ndate: 2013-03-19\n'),
        ("title: x\nnumber: {text: '', notation: K}\ndate: '2013'\n",
         'title: x\nnumber: {text: "05", notation: K}\ndate: "2013-03-19"\n'),
        ("title: |\n  x\n  y\n\n# sau\nplace: L\n",
         'title: |\n  x\n  y\nnumber: {text: "05"}\n\n# sau\nplace: L\ndate: 2013-03-19\n'),
        ("title: x\r\nissuer:\r\n  name: U\r\nbases:\r\n- a\r\n",
         ('title: x\r\nissuer:\r\n  name: U\r\nnumber: {text: "05"}\r\ndate: 2013-03-19\r\n'
         "bases:\r\n- a\r\n")),
    ],
)  # fmt: skip
def test_number_and_day_are_written_where_they_belong_and_the_rest_stays(before, after):
    head = "kehoach: 1\r\n" if "\r" in before else "kehoach: 1\n"

    assert with_number(head + before, "05", DAY) == head + after
    assert with_number(head + after, "05", DAY) == head + after


def test_number_and_day_are_written_into_json():
    one_line = '{"kehoach": 1, "title": "x", "number": {"notation": "KH"}}'
    lines = '{\n  "kehoach": 1,\n  "title": "x"\n}\n'

    for text in (one_line, lines):
        plan = loads(with_number(text, "05", DAY, "a.json"), "a.json")
        assert (plan.number.text, plan.date) == ("05", DAY)
    assert with_number(lines, "05", DAY, "a.json").count("\n  ") == 4


def test_a_file_in_which_they_cannot_be_placed_is_refused_and_stays(tmp_path):
    file = tmp_path / "a.json"
    text = '{"kehoach": 1, "title": "\\ud83d\\ude00"}'
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidPlanFile, match="không ghi được số"):
        write_number(file, "05", DAY)
    assert file.read_text(encoding="utf-8") == text


def test_a_byte_order_mark_stays(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfkehoach: 1\ntitle: x\n")
    write_number(file, "05", DAY)

    assert file.read_bytes().startswith(b"\xef\xbb\xbfkehoach: 1\ntitle: x\nnumber:")


def test_the_day_of_a_paper_is_a_day(desk):
    with Register(desk / "so.db") as register, pytest.raises(TypeError):
        issue(plan_of(desk), datetime.datetime(2013, 3, 19), how(register, desk))  # noqa: DTZ001 - refused
