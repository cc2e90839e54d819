"""Tờ trình, giấy mời and thông báo kết luận: what they say, that they check clean, their days."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kehoach.checks import lint
from kehoach.cli.main import run
from kehoach.compose import open_places, plan_document, unknowns
from kehoach.deadlines import Before, Period
from kehoach.documents import Issuer, Number, PartialDate, Recipient, Signature
from kehoach.drafts import (
    Conference,
    Frame,
    conclusion,
    conference_days,
    conference_findings,
    conference_invitation,
    submission,
)
from kehoach.exporters.text import as_text
from kehoach.files import dumps, load, loads
from kehoach.findings import Severity
from kehoach.plan import (
    Annex,
    Assignment,
    Item,
    Paragraph,
    Party,
    Plan,
    ReportingDuty,
    Section,
    Task,
    TaskTable,
    TextTable,
    parts,
)
from kehoach.rules import rulebook
from kehoach.tracking import obligations
from kehoach.word import observe, write
from kehoach.workdays import Decision, vietnam
from tests.support.docx_xml import check_golden, part_xml
from tests.support.ooxml import faults
from tests.support.pdf import pdf_pages
from tests.support.render import to_pdfs

CALENDAR = vietnam()
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
FOUNDING = load(EXAMPLE)
NEW, OLD = rulebook("nd30-2020"), rulebook("tt01-2011")
DAYS = {NEW.id: datetime.date(2026, 7, 15), OLD.id: datetime.date(2013, 7, 15)}
DEPARTMENT = Issuer("Sở Thông tin và Truyền thông", "Ủy ban nhân dân tỉnh Long An", "STTTT")
SINCE = datetime.date(2018, 12, 25)
MEETINGS = st.dates(datetime.date(1996, 1, 1), datetime.date(2099, 12, 1))
DUTY = Assignment(
    (Party("Công an tỉnh"),),
    (
        Task(
            "Kiểm tra các đại lý Internet gần trường học, hoàn thành trước ngày 15/9/2013.",
            id="KL1",
            deadline=Before(datetime.date(2013, 9, 15), "trước ngày 15/9/2013"),
        ),
    ),
)


def papers(regime: str) -> dict[str, Plan]:
    """The three papers, with nothing left to write but number and signature."""
    day = DAYS[regime]
    plan = evolve(FOUNDING, issuer=Issuer("Ủy ban nhân dân tỉnh Long An", abbreviation="UBND"))
    at = datetime.datetime.combine(day, datetime.time(8, 30))
    meeting = Conference(
        at,
        "Đồng chí Trần Hữu Phước, Phó Chủ tịch Ủy ban nhân dân tỉnh",
        "Hội trường Ủy ban nhân dân tỉnh",
        documents="báo cáo sơ kết 6 tháng đầu năm.",
        attended="đại diện các sở, ngành tỉnh",
    )
    office: Frame = {
        "issuer": DEPARTMENT,
        "number": Number("7"),
        "date": day,
        "archive": "VT, VP",
        "signature": Signature(("GIÁM ĐỐC",), "Lê Văn Cường"),
    }
    sent: Frame = {"number": Number("8"), "date": day}
    return {
        "submission": _written(submission(plan, **office)),
        "invitation": conference_invitation(plan, meeting, **sent),
        "conclusion": conclusion(
            plan, meeting, assessment=("Cơ bản hoàn thành.",), assigned=(DUTY,), **sent
        ),
    }


def _written(paper: Plan) -> Plan:
    """The paper after a human wrote what was open."""
    sections = tuple(
        evolve(section, content=tuple(map(_filled, section.content))) for section in paper.sections
    )
    return evolve(paper, sections=sections, closing=tuple(map(_filled, paper.closing)))


def _filled(node: Any) -> Any:
    open_text = isinstance(node, Paragraph) and "[cần viết" in node.text
    return Paragraph("Đã viết.") if open_text else node


def text_of(paper: Plan) -> str:
    """The printed characters, spaces plain."""
    return as_text(plan_document(paper, NEW)).replace("\u00a0", " ")


KINDS = tuple(papers(NEW.id))


@pytest.mark.parametrize("rules", [NEW, OLD], ids=lambda one: one.id)
@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_has_no_finding_of_form_under_both_regimes(kind, rules):
    paper = papers(rules.id)[kind]

    found = lint(observe(write(plan_document(paper, rules), rules)), rules)

    assert [finding.describe() for finding in found] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_valid_word_and_written_as_it_was_approved(kind):
    data = write(plan_document(papers(OLD.id)[kind], OLD), OLD)

    assert faults(data) == []
    check_golden(f"conference_{kind}.xml", part_xml(data))


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_a_document_file(kind):
    paper = papers(OLD.id)[kind]

    assert loads(dumps(paper)) == paper


@pytest.mark.rendered
def test_the_papers_are_drawn_each_to_its_last_line():
    made = papers(OLD.id)
    drawn = to_pdfs([write(plan_document(paper, OLD), OLD) for paper in made.values()])

    pages = [pdf_pages(one) for one in drawn]

    assert [len(one) for one in pages] == [3, 2, 1]


# Tờ trình


def test_a_submission_goes_from_the_lead_to_the_issuer_of_the_plan():
    paper = submission(FOUNDING)

    assert paper.kind == "TTr"
    assert paper.issuer == Issuer("Sở Thông tin và Truyền thông", None, "STTTT", inferred=True)
    assert paper.addressees == ("Ủy ban nhân dân tỉnh Long An",)
    assert paper.date == PartialDate(2013)
    assert paper.title.startswith("Về việc ban hành Kế hoạch thực hiện công tác quản lý")


def test_a_submission_tells_the_plans_content_by_heading_with_the_days():
    text = text_of(submission(FOUNDING))

    assert "Dự thảo gồm 04 phần, 43 nhiệm vụ, 02 kỳ báo cáo" in text
    assert "3. Nhiệm vụ cụ thể:" in text
    assert "- Công an tỉnh: 07 nhiệm vụ." in text
    assert "01 nhiệm vụ (thời hạn: trước ngày 01/4/2013)." in text
    assert "báo cáo sơ kết 06 tháng (10/7/2013)" in text


def test_need_preparation_money_and_opinions_are_left_to_a_human():
    assert len(open_places(submission(FOUNDING))) == 4
    assert all(one.code != "unknown-addressees" for one in unknowns(submission(FOUNDING), OLD))


def test_the_plans_own_words_on_money_stand_in_the_submission():
    tasks = (Task("Làm a", budget="50 triệu đồng"), Task("Làm b", budget="50 triệu đồng"))
    plan = Plan(
        "Việc chung",
        sections=(
            Section(None, (Item("Mở đầu chung."),)),
            Section("VIỆC", (TaskTable(tasks),)),
            Section("PHỤ", (Section("Nhóm a", (Item("Ý a."),)), Section(None, (Item("Ý b"),)))),
            Section("KINH PHÍ THỰC HIỆN", (Paragraph("Ngân sách tỉnh."), *tasks)),
            Section("BẢNG", (TextTable(("A",), (("1",),)),)),
        ),
        annexes=(Annex("Danh mục"),),
    )

    paper = submission(plan, verb="phê duyệt")
    text = text_of(paper)

    assert "Ngân sách tỉnh." in text.split("ĐIỀU KIỆN BẢO ĐẢM")[1]
    assert "Kinh phí của từng nhiệm vụ: 50 triệu đồng." in text
    assert "Bảng phân công 02 nhiệm vụ." in text
    assert "Phụ lục: Danh mục." in text
    assert "xem xét, phê duyệt Kế hoạch việc chung" in text
    assert paper.issuer is None
    assert paper.addressees == ()


def test_many_tasks_of_a_section_are_counted_not_listed():
    tasks = tuple(Task(f"Việc thứ {turn}") for turn in range(20))
    text = text_of(submission(Plan("Việc chung", sections=(Section("VIỆC", tasks),))))

    assert "- 20 nhiệm vụ." in text
    assert "Việc thứ 3" not in text


# Giấy mời


def test_an_invitation_calls_those_who_have_work_and_cites_the_plan():
    paper = papers(OLD.id)["invitation"]

    assert paper.kind == "GM"
    assert paper.addressees[:2] == ("Sở Thông tin và Truyền thông", "Công an tỉnh")
    assert "Các đoàn thể tỉnh" in paper.addressees
    assert paper.recipients == (Recipient("Như trên"),)
    text = text_of(paper)
    assert "Thời gian: 8 giờ 30, ngày 15 tháng 7 năm 2013" in text
    assert "Chủ trì: Đồng chí Trần Hữu Phước" in text


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (datetime.date(2013, 7, 15), "Hội nghị sơ kết"),
        (datetime.date(2013, 12, 27), "Hội nghị tổng kết"),
        (datetime.date(2014, 1, 10), "Hội nghị tổng kết"),
        (None, "Hội nghị tổng kết"),
    ],
)
def test_the_day_tells_whether_the_year_is_reviewed_or_summed_up(day, name):
    assert conference_invitation(FOUNDING, Conference(day)).title.startswith(f"{name} Kế hoạch")


def test_an_hour_that_is_not_known_stays_blank_and_is_told():
    paper = conference_invitation(FOUNDING, Conference(datetime.date(2013, 7, 15)))

    assert "Thời gian: … giờ …, ngày 15 tháng 7 năm 2013" in text_of(paper)
    assert any("… giờ …" in one.message for one in unknowns(paper, OLD))


def test_a_name_of_ones_own_and_ones_own_guests_are_taken():
    meeting = Conference(name="hội nghị giao ban quý III")
    paper = conference_invitation(FOUNDING, meeting, invited=("Công an tỉnh",))

    assert paper.title.startswith("Hội nghị giao ban quý III")
    assert paper.addressees == ("Công an tỉnh",)


# Thông báo kết luận


def test_new_duties_of_a_conclusion_can_be_tracked_as_those_of_a_plan():
    paper = papers(OLD.id)["conclusion"]

    found = obligations(paper, None, CALENDAR)

    assert {(one.name, one.due) for one in found if one.duty.node == "KL1"} == {
        ("Công an tỉnh", datetime.date(2013, 9, 14))
    }


def test_a_conclusion_opens_with_who_presided_and_who_was_there():
    text = text_of(papers(OLD.id)["conclusion"])

    assert "Ngày 15 tháng 7 năm 2013, tại Hội trường" in text
    assert "đồng chí Trần Hữu Phước, Phó Chủ tịch Ủy ban nhân dân tỉnh chủ trì" in text
    assert "Tham dự có: đại diện các sở, ngành tỉnh." in text
    assert "Kết luận của đồng chí Trần Hữu Phước" in text


def test_the_lead_follows_the_conclusion_and_new_bodies_get_it():
    paper = papers(OLD.id)["conclusion"]
    tasks = [node for node, _ in parts(paper.sections) if isinstance(node, Task)]

    assert tasks[-1].text.startswith("Sở Thông tin và Truyền thông thường xuyên theo dõi")
    assert [one.text for one in paper.recipients][:2] == ["Công an tỉnh", "Bộ TTTT"]


def test_what_nobody_said_yet_is_left_open_in_a_conclusion():
    bare = Plan("Việc chung", period=Period.year(2026))

    told = open_places(conclusion(bare))

    assert told == (
        "những người, cơ quan dự họp",
        "việc làm được, việc chưa được, nguyên nhân",
        "cơ quan được giao",
        "nhiệm vụ và thời hạn chủ trì hội nghị giao",
        "cơ quan theo dõi, đôn đốc thực hiện kết luận",
    )


def test_who_alone_receives_the_reports_leads_and_of_several_nobody():
    def plan(*receivers: str) -> Plan:
        duty = ReportingDuty("Báo cáo", receivers=tuple(map(Party, receivers)))
        return Plan("Việc chung", sections=(Section("BÁO CÁO", (duty,)),))

    assert submission(plan("Sở Nội vụ")).issuer is not None
    assert submission(plan("Sở Nội vụ", "Sở Tài chính")).issuer is None


# Ngày


@given(on=MEETINGS)
def test_exactly_three_working_days_lie_before_a_meeting_and_five_after(on):
    days = conference_days(on, CALENDAR)
    one = datetime.timedelta(days=1)

    assert CALENDAR.is_working(days.invite_by)
    assert CALENDAR.is_working(days.conclude_by)
    assert days.invite_by < on < days.conclude_by
    assert CALENDAR.between(days.invite_by, on - one) == 3
    assert CALENDAR.between(on + one, days.conclude_by) == 5


@given(on=MEETINGS)
def test_days_are_a_proposal_before_the_decision_was_in_force(on):
    days = conference_days(on, CALENDAR)

    assert days.proposed == (on < SINCE)
    assert ("đề xuất" in days.cite) == days.proposed
    assert "45/2018/QĐ-TTg" in days.cite


@given(on=MEETINGS, shift=st.integers(-40, 40))
def test_a_day_is_told_exactly_when_it_breaks_the_rule(on, shift):
    days = conference_days(on, CALENDAR)
    sent = days.invite_by + datetime.timedelta(days=shift)
    made = days.conclude_by + datetime.timedelta(days=shift)

    invited = [one for one in conference_findings(on, CALENDAR, invited=sent) if _dated(one.code)]
    closed = [one for one in conference_findings(on, CALENDAR, concluded=made) if _dated(one.code)]

    assert bool(invited) == (sent > days.invite_by)
    assert bool(closed) == (made > days.conclude_by or made < on)
    assert all(one.severity is not Severity.WARNING or not days.proposed for one in invited)


def _dated(code: str) -> bool:
    return code != "conference.day-off"


def codes(**given_days: object) -> list[str]:
    """The codes of the findings on a meeting of Wednesday, 15/7/2026."""
    on = datetime.date(2026, 7, 15)
    return [one.code for one in conference_findings(on, CALENDAR, **given_days)]  # type: ignore[arg-type]


def test_each_broken_day_has_its_own_finding():
    assert codes(invited=datetime.date(2026, 7, 10), concluded=datetime.date(2026, 7, 22)) == []
    assert codes(invited=datetime.date(2026, 7, 13)) == ["conference.invitation-late"]
    assert codes(invited=datetime.date(2026, 7, 16)) == ["conference.invitation-after"]
    assert codes(concluded=datetime.date(2026, 7, 23)) == ["conference.conclusion-late"]
    assert codes(concluded=datetime.date(2026, 7, 14)) == ["conference.conclusion-before"]


def test_an_urgent_meeting_has_no_day_for_its_invitation_but_not_after_it():
    assert codes(invited=datetime.date(2026, 7, 15), urgent=True) == []
    assert codes(invited=datetime.date(2026, 7, 16), urgent=True) == ["conference.invitation-after"]


def test_the_finding_says_the_last_day_and_the_decision():
    (found,) = conference_findings(
        datetime.date(2026, 7, 15), CALENDAR, invited=datetime.date(2026, 7, 13)
    )

    assert found.severity is Severity.WARNING
    assert "chậm nhất thứ Sáu 10/7/2026" in found.message
    assert found.clause == "Quyết định số 45/2018/QĐ-TTg"


def test_a_meeting_on_a_day_off_is_noted_with_the_next_working_day():
    saturday = datetime.date(2026, 7, 18)

    (found,) = conference_findings(saturday, CALENDAR)

    assert found.code == "conference.day-off"
    assert "thứ Hai 20/7/2026" in found.advice


def test_days_off_of_ones_own_move_the_days():
    friday = Decision(datetime.date(2026, 7, 10), "off", "Ngày hội của tỉnh")

    days = conference_days(datetime.date(2026, 7, 15), vietnam((friday,)))

    assert days.invite_by == datetime.date(2026, 7, 9)


# Dòng lệnh


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with nothing in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_the_command_tells_the_days_and_what_the_papers_day_breaks(capsys):
    code = run(
        ["compose", "invitation", str(EXAMPLE), "-o", "gm", "--meeting", "8:30 15/7/2013",
         "--chair", "Bà Nguyễn Thị B", "--venue", "Hội trường", "--date", "12/7/2013"]
    )  # fmt: skip

    out, err = capsys.readouterr()
    assert code == 0
    assert "giấy mời chậm nhất thứ Tư 10/7/2013" in out
    assert "thông báo kết luận chậm nhất thứ Hai 22/7/2013" in out
    assert "lưu ý: gm.yaml: giấy mời ngày 12/7/2013 chưa" in err
    assert load("gm.yaml").date == datetime.date(2013, 7, 12)
    assert "8 giờ 30" in Path("gm.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("desk")
def test_a_conclusion_is_a_draft_until_it_is_written(capsys):
    arguments = ["compose", "conclusion", str(EXAMPLE), "-o", "tb", "--meeting", "15/7/2013"]

    assert run(arguments) == 0
    assert "chưa ghi tb.docx: còn 4 chỗ cần viết" in capsys.readouterr().out
    assert not Path("tb.docx").exists()
    assert run([*arguments, "--draft", "--force"]) == 0
    assert Path("tb.docx").exists()


@pytest.mark.usefixtures("desk")
def test_who_submits_may_be_named_by_its_id_in_a_directory():
    directory = str(EXAMPLE.with_name("directory.yaml"))

    code = run(["compose", "submission", str(EXAMPLE), "-o", "ttr", "--issuer", "so-tttt",
                "--directory", directory, "--date", "11/3/2013"])  # fmt: skip

    issuer = load("ttr.yaml").issuer
    assert code == 0
    assert issuer is not None
    assert issuer.superior == "Ủy ban nhân dân tỉnh Long An"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["decision", "--meeting", "15/7/2013"], "không nhận --meeting, --chair, --venue"),
        (["invitation", "--issuer", "Sở Nội vụ"], "không nhận --issuer"),
        (["decision", "--date", "15/7/2013"], "không nhận --date"),
        (["invitation", "--meeting", "25:30 15/7/2013"], "viết như “8:30 15/7/2013”"),
        (["invitation", "--meeting", "hôm nay"], "viết như “8:30 15/7/2013”"),
    ],
)
def test_what_does_not_fit_the_kind_is_explained(arguments, told, capsys):
    kind, *options = arguments

    assert run(["compose", kind, str(EXAMPLE), "-o", "x", *options]) == 2
    assert told in capsys.readouterr().err
