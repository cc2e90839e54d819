"""How a plan looks when it is written, and that a file is written whole or not at all."""

from __future__ import annotations

import datetime
import json
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

import pytest

from kehoach.deadlines import Before, Period
from kehoach.documents import Issuer, Number, Signature
from kehoach.errors import TargetUnwritable
from kehoach.files import dump, dumps, load, loads, write_atomically
from kehoach.plan import Assignment, Party, Plan, Responsibility, Role, Section, Task

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(
    "Thực hiện công tác quản lý Internet\nvà trò chơi trực tuyến năm 2013",
    period=Period.year(2013),
    issuer=Issuer("Ủy ban nhân dân tỉnh Long An", abbreviation="UBND"),
    number=Number("05"),
    date=datetime.date(2013, 3, 19),
    sections=(
        Section(
            "NHIỆM VỤ CỤ THỂ",
            (
                Assignment(
                    (Party("Sở A"), Party("Sở B")),
                    (
                        Task("Nhiệm vụ ngắn"),
                        Task(
                            "Tham mưu UBND tỉnh triển khai và thực hiện các chủ trương, nghị quyết"
                            " của Đảng trước ngày 01/4/2013",
                            id="1.1",
                            responsibilities=(Responsibility(Role.ADVISE, to=Party("UBND tỉnh")),),
                            deadline=Before(datetime.date(2013, 4, 1), "trước ngày 01/4/2013"),
                        ),
                    ),
                ),
            ),
        ),
    ),
    signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Hữu Phước"),
)
YAML = """\
kehoach: 1
title: |-
  Thực hiện công tác quản lý Internet
  và trò chơi trực tuyến năm 2013
period: 2013
issuer: {name: Ủy ban nhân dân tỉnh Long An, abbreviation: UBND}
number: {text: "05"}
date: 2013-03-19
sections:
  - heading: NHIỆM VỤ CỤ THỂ
    content:
      - assignees: [Sở A, Sở B]
        tasks:
          - Nhiệm vụ ngắn
          - task: >-
              Tham mưu UBND tỉnh triển khai và thực hiện các chủ trương, nghị quyết của Đảng trước
              ngày 01/4/2013
            id: "1.1"
            roles:
              - {role: advise, to: UBND tỉnh}
            deadline: {before: 2013-04-01, phrase: trước ngày 01/4/2013}
signature: {lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], name: Trần Hữu Phước}
"""


def test_yaml_is_written_for_a_person_who_goes_on_editing():
    assert dumps(PLAN) == YAML


def test_json_has_the_same_keys_in_the_same_order():
    tree = json.loads(dumps(PLAN, "json"))

    assert " ".join(tree) == "kehoach title period issuer number date sections signature"
    assert loads(dumps(PLAN, "json")) == PLAN


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (Period.year(2013), "2013"),
        (Period.half(2013, 2), "2013-H2"),
        (Period.quarter(2013, 4), "2013-Q4"),
        (Period.month(2012, 2), "2012-02"),
        (Period(datetime.date(2011, 1, 1), datetime.date(2015, 12, 31)), "2011..2015"),
        (Period(datetime.date(2013, 3, 1), datetime.date(2013, 5, 31)), "2013-03..2013-05"),
        (Period(datetime.date(2013, 3, 1), datetime.date(2014, 2, 28)), "2013-03..2014-02"),
        (Period(datetime.date(2013, 3, 2), datetime.date(2013, 5, 31)), "2013-03-02..2013-05-31"),
        (Period(datetime.date(2013, 3, 2), datetime.date(2013, 3, 2)), "2013-03-02"),
    ],
)
def test_a_period_is_written_in_its_shortest_form(period: Period, written: str):
    assert f"\nperiod: {written}\n" in dumps(Plan("x", period=period))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ("07", '"07"'),
        ("1e3", '"1e3"'),
        ("0o17", '"0o17"'),
        ("2013-03-19", '"2013-03-19"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ('"điểm nóng"', "'\"điểm nóng\"'"),
        ("(10/7/2013)", "(10/7/2013)"),
        ("TP. Tân An", "TP. Tân An"),
        ("a\u2028b", '"a\\u2028b"'),
    ],
)
def test_a_text_is_quoted_where_a_reader_could_mistake_it(text: str, written: str):
    assert f"\nplace: {written}\n" in dumps(Plan("x", place=text))


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="expected format 'yaml' or 'json', got 'toml'"):
        dumps(PLAN, "toml")  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "start"), [("a.yaml", "kehoach: 1"), ("a.JSON", "{")])
def test_the_suffix_decides_the_format(tmp_path: Path, name: str, start: str):
    dump(PLAN, tmp_path / name)

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert load(tmp_path / name) == PLAN


def _fail(stream: BinaryIO) -> None:
    stream.write(b"half")
    raise RuntimeError


def test_a_writer_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path):
    target = tmp_path / "plan.yaml"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_atomically(target, _fail)

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "it is a folder"),
        ("no/plan.yaml", "there is no folder"),
        ("x" * 300, "name is too long"),
    ],
)
def test_a_target_that_cannot_be_written_is_told_why(tmp_path: Path, name: str, reason: str):
    with pytest.raises(TargetUnwritable, match=reason):
        dump(PLAN, tmp_path / name)


def test_a_file_open_in_another_program_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """On Windows the last step fails while Word or Excel holds the file."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(TargetUnwritable, match="open in another program"):
        dump(PLAN, tmp_path / "plan.yaml")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_the_mode_of_the_file_and_a_link_to_it_stay(tmp_path: Path):
    target, link = tmp_path / "plan.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    dump(PLAN, link)

    assert link.is_symlink()
    assert load(target) == PLAN
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
