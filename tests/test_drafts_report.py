"""Reports: their figures are the ledger's, their judgements are left to a human."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach.checks import lint
from kehoach.cli.main import run
from kehoach.compose import open_places, plan_document
from kehoach.deadlines import By, Every, Period, Recurring
from kehoach.documents import Issuer
from kehoach.drafts import Results
from kehoach.drafts.report import (
    ReportKind,
    previous_period,
    report,
    same_period_last_year,
)
from kehoach.files import dumps, load, loads
from kehoach.organizations import initials
from kehoach.plan import Item, Party, Plan, Responsibility, Role, Section, Task, TextTable, parts
from kehoach.rules import rulebook
from kehoach.tracking import Progress, assess, figures, obligations
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.support.tracking import assigned, provinces

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
HALF = Period.half(2013, 1)
EMPTY = Progress(datetime.date(2013, 6, 30))


@pytest.fixture(scope="module")
def founding() -> Plan:
    return load(EXAMPLE / "plan.yaml")


def text_of(paper: Plan) -> str:
    return dumps(paper).replace("\n", " ")


PLAN = Plan("Việc chung", period=Period.year(2013), date=datetime.date(2013, 3, 19),
            issuer=Issuer("Ủy ban nhân dân tỉnh Long An"))  # fmt: skip


@given(events=provinces(), on=st.dates(datetime.date(2013, 1, 1), datetime.date(2014, 3, 1)))
def test_figures_of_a_report_are_those_of_the_progress_whatever_the_ledger(events, on):
    progress = assess(events, on=on, calendar=vietnam())

    paper = report(PLAN, progress, HALF)

    (told,) = re.findall(r"tổng số nhiệm vụ giao là .*?\)\.", " ".join(text_of(paper).split()))
    numbers = [int(one.replace(".", "")) for one in re.findall(r"\d[\d.]*", told)]
    found = figures(progress)
    expected = [found.assigned, found.done, found.on_time, found.late]
    expected += [found.done_without_term] if found.done_without_term else []
    expected += [found.not_done, found.in_term, found.overdue, found.open_without_term]
    assert numbers == expected
    for ratio in found.ratios:
        assert (ratio.describe() in " ".join(text_of(paper).split())) == (ratio.whole > 0)


@pytest.mark.parametrize("kind", list(ReportKind))
@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
def test_no_report_has_a_finding_of_form_but_for_what_is_unknown(founding, kind, regime):
    rules = rulebook(regime)
    day = datetime.date(2013, 7, 5) if regime == "tt01-2011" else datetime.date(2026, 7, 6)
    paper = report(
        founding, EMPTY, HALF, kind=kind, addressees=("Ủy ban nhân dân tỉnh Long An",), date=day,
        issuer=Issuer("Sở Nội vụ tỉnh Long An", "Ủy ban nhân dân tỉnh Long An", "SNV"),
        place="Long An", archive="VT, VX", signature=kehoach.Signature(("GIÁM ĐỐC",), "Lê Văn A"),
        rulebook=rules,
    )  # fmt: skip

    found = lint(observe(write(plan_document(paper, rules), rules)), rules)

    assert [one.describe() for one in found if one.code not in {"BD10", "SO01", "SO02"}] == []


def test_what_only_a_human_can_judge_is_left_open(founding):
    paper = report(founding, EMPTY, HALF)

    assert any("nguyên nhân" in place for place in open_places(paper))
    assert "báo cáo sơ kết 6 tháng đầu năm 2013" in text_of(paper)


def test_a_year_is_summed_up_and_looks_at_the_next(founding):
    paper = report(founding, EMPTY, Period.year(2013))

    assert paper.title.startswith("Tổng kết năm 2013 thực hiện Kế hoạch")
    assert paper.title.endswith("phương hướng, nhiệm vụ năm 2014")
    assert "bài học" in text_of(paper)


def test_other_periods_are_compared_where_they_are_known(founding):
    paper = report(founding, EMPTY, HALF, before=EMPTY, year_ago=EMPTY)

    tables = [one for one, _ in parts(paper.sections) if isinstance(one, TextTable)]
    assert tables[0].columns == ("Nội dung", "Kỳ này", "Kỳ trước", "Cùng kỳ năm trước")


def test_words_of_the_bodies_stand_under_their_task_and_reporters_are_told(founding):
    results = Results(
        {"1.1": (("Sở Nội vụ", "Đã ban hành 3 văn bản"),)}, received=("Sở Nội vụ",),
        missing=("Sở Tài chính",),
    )  # fmt: skip

    text = " ".join(text_of(report(founding, EMPTY, HALF, results=results)).split())

    assert "Sở Nội vụ: Đã ban hành 3 văn bản" in text
    assert "1 đúng hạn, 0 quá hạn, 1 chưa gửi" in text
    assert "Các cơ quan chưa gửi báo cáo: Sở Tài chính" in text


def test_the_report_is_a_document_file(founding):
    paper = report(founding, EMPTY, HALF)

    assert loads(dumps(paper)) == paper


PERIODS = [
    (Period.half(2013, 1), Period.half(2012, 2)),
    (Period.half(2013, 2), Period.half(2013, 1)),
    (Period.quarter(2013, 1), Period.quarter(2012, 4)),
    (Period.year(2013), Period.year(2012)),
    (Period.month(2013, 1), Period.month(2012, 12)),
    (Period.nine_months(2013), None),
    (Period(datetime.date(2013, 1, 3), datetime.date(2013, 2, 7)), None),
]


@pytest.mark.parametrize(("period", "before"), PERIODS)
def test_the_period_before_has_the_same_length(period, before):
    assert previous_period(period) == before


def test_the_same_period_last_year_is_of_whole_months():
    assert same_period_last_year(Period.quarter(2013, 2)) == Period.quarter(2012, 2)
    assert same_period_last_year(Period.month(2013, 2)) == Period.month(2012, 2)
    day = datetime.date(2013, 1, 3)
    assert same_period_last_year(Period(day, day)) is None


NAMES = [
    ("Sở Thông tin và Truyền thông", "STTTT"),
    ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Ủy ban nhân dân xã An Thới Đông", "UBND"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_initials_are_those_of_the_notation(name, expected):
    assert initials(name) == expected


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    start = ["track", "start", str(EXAMPLE / "plan.yaml"), "--ledger", "so.db", "--by", "vp"]
    assert run([*start, "--directory", str(EXAMPLE / "directory.yaml"), "--yes"]) == 0
    return tmp_path


def command(*more: str) -> int:
    asked = ["report", str(EXAMPLE / "plan.yaml"), "--period", "2013-H1", "-o", "bc"]
    return run([*asked, "--ledger", "so.db", *more])


def test_the_command_writes_the_file_to_complete_and_not_yet_the_paper(desk, capsys):
    assert command() == 0

    out = capsys.readouterr().out
    assert "chỗ cần viết; --draft" in out
    assert load(desk / "bc.yaml").kind == "BC"
    assert not (desk / "bc.docx").exists()


def test_a_draft_is_printed_with_its_watermark(desk):
    directory = str(EXAMPLE / "directory.yaml")

    assert command("--draft", "--issuer", "so-tttt", "--directory", directory, "--own") == 0

    paper = load(desk / "bc.yaml")
    assert paper.issuer is not None
    assert paper.issuer.abbreviation == "STTTT"
    assert paper.place == "Long An"
    assert (desk / "bc.docx").read_bytes().startswith(b"PK")


def test_a_period_that_is_none_is_explained(desk, capsys):
    assert run(["report", str(EXAMPLE / "plan.yaml"), "--period", "half", "-o", "x"]) == 2
    assert "viết như 2013, 2013-H1" in capsys.readouterr().err


def test_the_reported_figures_are_those_of_track_status(desk, capsys):
    assert command() == 0
    told = " ".join((desk / "bc.yaml").read_text(encoding="utf-8").split())
    capsys.readouterr()

    assert run(["track", "status", "--ledger", "so.db", "--on", "30/6/2013"]) == 0

    shown = " ".join(capsys.readouterr().out.split())
    (ratio,) = re.findall(r"đã hoàn thành/đến hạn: \d+/\d+ = [\d,]+%", told)
    assert ratio in shown


def test_turns_of_recurring_work_are_one_line_and_the_annexes_are_referred_to():
    monthly = Task("Báo cáo trước ngày 15 hằng tháng.", id="1.1",
                   responsibilities=(Responsibility(Role.LEAD, Party("Sở A")),),
                   deadline=Recurring(Every.MONTH, day=15, strict=True))  # fmt: skip
    plan = evolve(PLAN, sections=(Section("A", (monthly,)),), date=datetime.date(2013, 1, 5))
    owed = obligations(plan, None, vietnam())
    day = datetime.date(2013, 1, 5)
    known = assess([assigned(one, day) for one in owed], on=HALF.end, calendar=vietnam())

    paper = report(plan, known, HALF)

    text = " ".join(text_of(paper).split())
    assert text.count("Báo cáo trước ngày 15 hằng tháng (") == 3  # fault, overdue, to do
    assert "(quá hạn 6 kỳ, từ 14/01/2013 đến 14/6/2013): Sở A." in text
    assert "(6 kỳ, từ 14/7/2013 đến 14/12/2013): Sở A." in text
    assert "chi tiết tại Phụ lục kèm theo) như sau:" in text


def test_an_urgent_report_is_called_so_in_its_last_sentence(founding):
    paper = report(founding, EMPTY, HALF, kind=ReportKind.URGENT)

    (last,) = paper.closing
    assert last.text == "Trên đây là báo cáo đột xuất của Ủy ban nhân dân tỉnh Long An."


def test_a_long_duty_is_never_cut_within_a_clause():
    first = "Rà soát " + "một việc rất dài " * 9
    task = Task(f"{first}; báo cáo kết quả. Sau đó làm tiếp.", id="1.1",
                responsibilities=(Responsibility(Role.LEAD, Party("Sở A")),),
                deadline=By(datetime.date(2013, 3, 1)))  # fmt: skip
    plan = evolve(PLAN, sections=(Section("A", (task,)),), date=datetime.date(2013, 1, 5))
    given_on = datetime.date(2013, 1, 5)
    events = [assigned(one, given_on) for one in obligations(plan, None, vietnam())]

    paper = report(plan, assess(events, on=HALF.end, calendar=vietnam()), HALF)

    told = [one.text for one, _ in parts(paper.sections) if isinstance(one, Item)]
    assert f"{first.strip()} (quá hạn 01/3/2013): Sở A." in told


def test_who_writes_the_report_is_not_told_as_one_who_sent_none(founding):
    waiting = Results(received=("Sở A",), missing=("Sở B", "Sở Nội vụ"))

    paper = report(founding, EMPTY, HALF, issuer=Issuer("Sở Nội\nvụ"), results=waiting)

    assert "Các cơ quan chưa gửi báo cáo: Sở B." in " ".join(text_of(paper).split())
