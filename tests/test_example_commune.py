"""The story of a commune in examples/commune-2026: its README is run, its papers check clean."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from kehoach.checks import lint
from kehoach.checks.content import check_plan
from kehoach.cli.main import run
from kehoach.compose import open_places, plan_document, unknowns
from kehoach.coverage import Cover, coverage
from kehoach.drafts import conference_findings
from kehoach.files import load, load_directory, read_plan_file
from kehoach.findings import Severity
from kehoach.plan import Plan, Task, TextTable, parts
from kehoach.rules import rulebook
from kehoach.tracking import plan_key
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.support.markdown import blocks, commands

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "commune-2026"
RULES = rulebook("nd30-2020")
PAPERS = ("tinh.yaml", "xa.yaml", "bao-cao-6-thang.yaml", "ket-luan.yaml")
DIRECTORY = load_directory(FOLDER / "directory.yaml")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example's folder, to work in."""
    folder = tmp_path / "xa"
    shutil.copytree(FOLDER, folder)
    monkeypatch.chdir(folder)
    return folder


def spaced(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code of a command, and all that it printed."""
    code = run(list(arguments))
    out, err = capsys.readouterr()
    return code, out + err


@pytest.mark.usefixtures("desk")
def test_the_readme_runs_from_top_to_bottom_and_prints_what_it_shows(capsys):
    done = 0
    for block in blocks((FOLDER / "README.md").read_text(encoding="utf-8")):
        for command in commands(block):
            text, _, code = command.text.partition("  # exit ")
            program, *arguments = shlex.split(text)
            got, printed = told(capsys, *arguments)

            assert program == "kehoach"
            assert got == int(code or 0), f"{text}\n{printed}"
            for line in command.shown:
                assert spaced(line) in spaced(printed), f"{line!r} after {text}\n{printed}"
            done += 1
    assert done == 24


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_has_no_finding_of_form_and_nothing_is_left_to_write(name):
    paper = load(FOLDER / name)

    found = lint(observe(write(plan_document(paper, RULES), RULES)), RULES)

    assert [one.describe() for one in found] == []
    assert open_places(paper) == ()
    assert unknowns(paper, RULES) == ()


@pytest.mark.parametrize("name", PAPERS)
def test_a_file_is_read_without_a_remark(name):
    assert read_plan_file(FOLDER / name).findings == ()


@pytest.mark.parametrize("name", PAPERS)
def test_the_content_has_only_the_warnings_that_the_readme_explains(name):
    found = check_plan(load(FOLDER / name), directory=DIRECTORY)

    assert {one.code for one in found if one.severity is not Severity.INFO} <= {"ND12"}


def test_the_province_gives_17_tasks_of_which_6_go_to_the_communes():
    plan = load(FOLDER / "tinh.yaml")
    tasks = [node for node, _ in parts(plan.sections) if isinstance(node, Task)]

    assert len(tasks) == 17
    assert sum(one.id in {"6.1", "6.2", "6.3", "6.4", "6.5", "G1"} for one in tasks) == 6


def test_the_communes_plan_covers_its_share_and_none_of_it_later():
    found = coverage(
        load(FOLDER / "tinh.yaml"), [load(FOLDER / "xa.yaml")], vietnam(), directory=DIRECTORY
    )

    assert {row.cover for row in found.rows} == {Cover.COVERED, Cover.NO_PLAN}
    assert {row.obligation.body for row in found.of(Cover.COVERED)} == {"ubnd-xa-ben-luc"}
    assert found.unknown == ()


def test_the_events_are_those_of_the_communes_plan():
    lines = (FOLDER / "su-kien.jsonl").read_text(encoding="utf-8").splitlines()[1:]
    key = plan_key(load(FOLDER / "xa.yaml"))

    assert all(f'"plan":"{key}"' in line for line in lines)


@pytest.mark.usefixtures("desk")
def test_the_finished_report_has_the_figures_of_the_ledger(capsys):
    ledger = ("--ledger", "so.db", "--directory", "directory.yaml")
    told(capsys, "track", "start", "xa.yaml", *ledger, "--by", "vp-xa", "--yes")
    told(capsys, "track", "import", "su-kien.jsonl", "--ledger", "so.db")
    told(capsys, "report", "xa.yaml", "--period", "2026-H1", "--on", "5/6/2026", *ledger,
         "--to", "Sở Khoa học và Công nghệ tỉnh Tây Ninh", "-o", "bao-cao")  # fmt: skip
    draft, done = load("bao-cao.yaml"), load("bao-cao-6-thang.yaml")

    assert tables(done) == tables(draft)
    assert (done.title, done.opening, done.closing) == (draft.title, draft.opening, draft.closing)
    assert len(open_places(draft)) == 7
    assert {one for one in texts(draft) if "[cần viết" not in one} <= set(texts(done))
    assert "Tình hình gửi báo cáo, số cơ quan: 3 đúng hạn, 1 quá hạn, 0 chưa gửi." in texts(done)


def tables(paper: Plan) -> list[TextTable]:
    """The tables of a paper, its annexes' too."""
    every = parts((*paper.sections, *paper.annexes))
    return [node for node, _ in every if isinstance(node, TextTable)]


def texts(paper: Plan) -> list[str]:
    """The paragraphs and points of a paper."""
    found = (getattr(node, "text", None) for node, _ in parts(paper.sections))
    return [spaced(one) for one in found if isinstance(one, str)]


def test_the_conclusion_goes_out_in_time_and_the_new_duties_have_their_days():
    paper = load(FOLDER / "ket-luan.yaml")
    meeting = paper.date.replace(month=6, day=26)  # type: ignore[union-attr]

    assert conference_findings(meeting, vietnam(), concluded=paper.date) == ()  # type: ignore[arg-type]


@pytest.mark.usefixtures("desk")
def test_a_peoples_committee_prints_no_superior_over_its_name(capsys):
    told(capsys, "cascade", "tinh.yaml", "--issuer", "ubnd-xa-ben-luc",
         "--directory", "directory.yaml", "-o", "khung")  # fmt: skip
    issuer = load("khung.yaml").issuer

    assert issuer is not None
    assert (issuer.name, issuer.superior) == ("Ủy ban nhân dân xã Bến Lức", None)
