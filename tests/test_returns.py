"""Returns: forms that go out and come back, read into the ledger and into the report."""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach.cli.main import run
from kehoach.deadlines import Every, Period, Recurring
from kehoach.documents import Issuer
from kehoach.drafts import report
from kehoach.errors import InvalidPlanFile, InvalidReturn
from kehoach.files import dumps, load, load_directory
from kehoach.plan import Party, Plan, Responsibility, Role, Section, Task
from kehoach.returns import (
    Answer,
    AnswerState,
    Return,
    blank_returns,
    collect,
    read_observed_return,
    read_return,
    results_of,
    return_document,
    return_text,
)
from kehoach.rules import rulebook
from kehoach.tracking import EventKind, Progress, State, assess, figures, obligations, plan_key
from kehoach.tracking.ledger import Ledger
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.support.ooxml import faults
from tests.support.tracking import assigned, instant

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
PLAN = load(EXAMPLE / "plan.yaml")
DIRECTORY = load_directory(EXAMPLE / "directory.yaml")
KEY = plan_key(PLAN)
HALF = Period.half(2013, 1)
CAME = datetime.date(2013, 7, 9)
OWED = obligations(PLAN, DIRECTORY, vietnam())


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger(tmp_path / "so.db") as made:
        day = datetime.date(2013, 3, 19)
        made.start(OWED, by="vp", day=day, at=instant(day))
        yield made


def progress(ledger: Ledger) -> Progress:
    return ledger.progress(CAME, vietnam(), plan=KEY)


def form_of(ledger: Ledger, body: str = "so-nv") -> Return:
    return next(one for one in blank_returns(progress(ledger), KEY, HALF) if one.body == body)


def answered(form: Return, **changes: Any) -> Return:
    first, *rest = form.answers
    return evolve(form, date=CAME, number="45/BC-SNV",
                  answers=(evolve(first, **changes), *rest))  # fmt: skip


DONE = {"state": AnswerState.DONE, "result": "Đã ban hành", "paper": "12/KH-SNV",
        "paper_date": datetime.date(2013, 3, 28)}  # fmt: skip


def read(ledger: Ledger, form: Return):
    return collect(
        form, progress(ledger), day=CAME, at=instant(CAME), by="vp", recorded=ledger.events(KEY)
    )


def test_each_body_with_work_gets_a_form_with_its_own_work_alone(ledger):
    forms = list(blank_returns(progress(ledger), KEY, HALF))

    asked = {one.key for form in forms for one in form.answers}
    expected = {one.key for one in OWED if one.duty.kind.value != "report" and one.body}
    assert asked == expected
    assert len({form.body for form in forms}) == len(forms)


TEXTS = st.text("aăâbcđeêghiôơưừẫ 0123:#-'\"\\", max_size=20).map(
    lambda text: " ".join(text.split())
)


@given(
    st.builds(
        Return, plan=st.just("kh-2013"), body=st.just("so-nv"), name=TEXTS, period=st.just(HALF),
        number=TEXTS, date=st.none() | st.dates(datetime.date(2000, 1, 1)),
        answers=st.lists(
            st.builds(
                Answer, key=st.from_regex(r"[a-z0-9.]{1,6}@so-nv", fullmatch=True), task=TEXTS,
                due=TEXTS, target=st.just(value=False), result=TEXTS, paper=TEXTS,
                state=st.none() | st.sampled_from(list(AnswerState)),
                figure=st.none() | st.decimals(0, 100, places=1),
                paper_date=st.none() | st.dates(datetime.date(2000, 1, 1)),
            ),
            max_size=4,
        ),
    )
)  # fmt: skip
def test_a_return_written_as_a_file_reads_back_the_same(form):
    assert read_return(return_text(form).encode(), "x.yaml") == form


@pytest.mark.parametrize("regime", ["nd30-2020", "tt01-2011"])
def test_the_word_form_is_valid_and_its_controls_give_the_answers_back(ledger, regime):
    rules = rulebook(regime)
    form = answered(form_of(ledger), **DONE, figure=Decimal(100))
    docx = write(return_document(form, PLAN, Issuer("Sở Nội vụ"), rulebook=rules), rules)

    back = read_observed_return(observe(docx), "x.docx")

    assert faults(docx) == []
    assert (back.plan, back.body, back.period) == (form.plan, form.body, form.period)
    for here, there in zip(form.answers, back.answers, strict=True):
        assert evolve(here, task="", due="") == evolve(there, task="", due="")


def test_a_blank_word_form_reads_as_blank(ledger):
    form = form_of(ledger)
    rules = rulebook("tt01-2011")

    back = read_observed_return(
        observe(write(return_document(form, PLAN, Issuer("Sở Nội vụ")), rules)), "x.docx"
    )

    assert all(one.is_blank for one in back.answers)


def test_done_work_is_submitted_with_its_paper_and_accepted(ledger):
    found = read(ledger, answered(form_of(ledger), **DONE))
    ledger.append(*found.events)

    kinds = [one.kind for one in found.events]
    assert kinds == [EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.REPORT_RECEIVED]
    status = progress(ledger).of(form_of(ledger).answers[0].key)
    assert status.state is State.DONE
    assert status.done_on == datetime.date(2013, 3, 28)


def test_reading_a_return_twice_adds_nothing(ledger):
    for changes in (DONE, {"state": AnswerState.DOING, "result": "Được 3/5"}):
        form = answered(form_of(ledger), **changes)
        first = read(ledger, form)
        ledger.append(*first.events)

        assert read(ledger, form).events == ()
    assert first.findings[0].message.startswith("sổ đã ghi hoàn thành")


def test_a_blank_form_is_no_report(ledger):
    found = read(ledger, form_of(ledger))

    assert found.events == ()
    assert [one.message for one in found.findings] == ["mẫu báo cáo còn trống"]


MISFITS = [
    ({"key": "9.9@so-nv"}, "sổ không giao việc 9.9@so-nv cho Sở Nội vụ"),
    ({"key": "G1@so-tc"}, "là của Sở Tài chính"),
    ({"state": AnswerState.DONE, "paper_date": datetime.date(2013, 7, 20)}, "sau ngày nhận"),
    ({"state": AnswerState.DONE, "figure": Decimal(40)}, "nhưng số liệu 40%"),
    ({"state": AnswerState.DOING, "figure": Decimal(400)}, "không nằm giữa 0 và 100"),
]


@pytest.mark.parametrize(("changes", "message"), MISFITS)
def test_an_answer_that_does_not_fit_says_where_and_why_and_the_rest_is_read(
    ledger, changes, message
):
    form = answered(form_of(ledger), **changes)
    second = evolve(form.answers[1], state=AnswerState.DOING, result="Đang làm")
    form = evolve(form, answers=(form.answers[0], second, *form.answers[2:]))

    found = read(ledger, form)

    assert message in found.findings[0].message
    assert found.findings[0].place == "việc 1"
    assert EventKind.PROGRESSED in {one.kind for one in found.events}


def test_totals_equal_the_returns_and_missing_bodies_are_named(ledger):
    forms = list(blank_returns(progress(ledger), KEY, HALF))
    sent = [answered(one, **DONE) for one in forms if one.body.startswith("so-")]
    for form in sent:
        ledger.append(*read(ledger, form).events)

    now = progress(ledger)
    results = results_of(sent, now, HALF)

    done = sum(1 for one in now if one.state is State.DONE and one.duty.kind.value == "task")
    assert done == len(sent)
    assert figures(now).done >= 1
    assert "Sở Nội vụ" in results.received
    assert "Sở Nội vụ" not in results.missing
    assert any(name.startswith("UBND huyện") for name in results.missing)
    text = " ".join(dumps(report(PLAN, now, HALF, results=results)).split())
    assert "Sở Nội vụ: Đã ban hành" in text
    assert f"{len(results.missing)} chưa gửi" in text


BROKEN = [
    (b"title: x\n", "kehoach-bao-cao"),
    (b"kehoach-bao-cao: 1\nplan: a\nbody: b\nperiod: sometime\n", "period"),
    (b"kehoach-bao-cao: 1\nplan: a\nbody: b\nperiod: 2013\nviec: [{muc_do: xong}]\n", "key"),
    (b"kehoach-bao-cao: 1\nplan: a\nbody: b\nperiod: 2013\nviec: [{key: k, muc_do: may be}]\n",
     "m\u1ee9c \u0111\u1ed9".encode().decode()),
    (b"kehoach-bao-cao: 1\nplan: a\nbody: b\nperiod: 2013\nviec: 7\n", "danh s\xe1ch"),
    (b"kehoach-bao-cao: 1\nplan: a\nbody: b\nperiod: 2013\nviec: [x]\n", "c\xe1c d\xf2ng"),
    (b"kehoach-bao-cao: 1\nbody: b\nperiod: 2013\n", "plan"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "word"), BROKEN)
def test_a_file_that_is_no_return_says_what_was_expected(content, word):
    with pytest.raises(InvalidReturn, match=word):
        read_return(content, "x.yaml")


@pytest.mark.parametrize("content", [b"\x00", b"a: [", b"PK\x03\x04"])
def test_a_broken_file_is_refused_like_any_other(content):
    with pytest.raises(InvalidPlanFile):
        read_return(content, "x.yaml")


def test_a_word_file_without_controls_is_no_return():
    docx = write(kehoach.plan_document(PLAN), rulebook("tt01-2011"))

    with pytest.raises(InvalidReturn, match="ô điền"):
        read_observed_return(observe(docx), "x.docx")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Path:
    monkeypatch.chdir(tmp_path)
    named = ["--directory", str(EXAMPLE / "directory.yaml")]
    plan = str(EXAMPLE / "plan.yaml")
    assert run(["track", "start", plan, "--ledger", "so.db", "--by", "vp", "--yes", *named]) == 0
    sent = ["returns", "send", plan, "--period", "2013-H1", "-o", "mau", "--ledger", "so.db"]
    assert run([*sent, *named]) == 0
    capsys.readouterr()
    return tmp_path


def test_forms_go_out_and_come_back_on_the_command_line(desk, capsys):
    file = desk / "mau" / "so-nv.yaml"
    text = file.read_text(encoding="utf-8")
    filled = text.replace("muc_do: null", "muc_do: Da hoan thanh", 1)
    file.write_text(filled.replace("ket_qua: null", "ket_qua: Đã làm", 1), encoding="utf-8")
    asked = ["returns", "read", "--ledger", "so.db", "--day", "9/7/2013", "--by", "vp"]

    assert run([*asked, "--dry-run", "mau/so-nv.yaml"]) == 0
    assert "sẽ ghi 3 sự kiện" in capsys.readouterr().out
    assert run([*asked, "mau/so-nv.yaml", "mau/so-tc.docx", "khong-co.yaml"]) == 1

    out, err = capsys.readouterr()
    assert "Sở Nội vụ trả lời 1/3 việc; đã ghi 3 sự kiện" in out
    assert "mẫu báo cáo còn trống" in err
    assert "khong-co.yaml" in err


def test_the_collectors_report_holds_the_words_of_the_returns(desk):
    file = desk / "mau" / "so-nv.yaml"
    text = file.read_text(encoding="utf-8").replace("ket_qua: null", "ket_qua: Đã làm xong", 1)
    file.write_text(text, encoding="utf-8")
    plan = str(EXAMPLE / "plan.yaml")
    asked = ["report", plan, "--period", "2013-H1", "-o", "bc", "--ledger", "so.db"]

    assert run([*asked, "--returns", "mau"]) == 0

    assert "Sở Nội vụ: Đã làm xong" in (desk / "bc.yaml").read_text(encoding="utf-8")


def test_an_existing_form_is_kept_until_force_is_given(desk, capsys):
    sent = ["returns", "send", str(EXAMPLE / "plan.yaml"), "--period", "2013-H1", "-o", "mau"]

    assert run([*sent, "--ledger", "so.db"]) == 2
    assert "--force" in capsys.readouterr().err


@pytest.mark.parametrize("changed", [{"plan": "kh-1999"}, {"body": "so-nao-do"}])
def test_a_return_of_an_unknown_plan_or_body_is_refused_in_one_sentence(ledger, changed):
    form = evolve(answered(form_of(ledger), **DONE), **changed)
    known = ledger.progress(CAME, vietnam(), plan=form.plan, body=form.body)

    found = collect(form, known, day=CAME, at=instant(CAME), by="vp")

    (told,) = found.findings
    assert found.events == ()
    assert form.plan in told.message
    assert form.body in told.message


def test_a_return_of_a_period_that_nobody_waits_for_is_told_and_its_answers_kept(ledger):
    form = evolve(answered(form_of(ledger), **DONE), period=Period.half(2011, 1))

    found = read(ledger, form)

    (told,) = found.findings
    assert "không chờ báo cáo 6 tháng đầu năm 2011" in told.message
    assert [one.kind for one in found.events] == [EventKind.SUBMITTED, EventKind.ACCEPTED]


def test_turns_of_recurring_work_after_the_period_are_not_asked_yet():
    day = datetime.date(2026, 1, 5)
    monthly = Task("Báo cáo trước ngày 15 hằng tháng.", id="1.1",
                   responsibilities=(Responsibility(Role.LEAD, Party("Sở A")),),
                   deadline=Recurring(Every.MONTH, day=15, strict=True))  # fmt: skip
    plan = Plan("Thử", period=Period.year(2026), date=day, sections=(Section("A", (monthly,)),))
    owed = obligations(plan, None, vietnam())
    events = [assigned(one) for one in owed]
    known = assess(events, on=datetime.date(2026, 6, 14), calendar=vietnam())

    (form,) = blank_returns(known, owed[0].plan, Period.half(2026, 1))

    assert len(owed) == 12
    assert [one.due for one in form.answers][-1] == "14/6/2026"


def test_a_word_return_without_a_name_stands_in_the_report_under_the_ledgers_name(ledger):
    form = evolve(answered(form_of(ledger), **DONE), name="")

    found = results_of([form], progress(ledger), HALF)

    assert list(found.words.values()) == [(("Sở Nội vụ", "Đã ban hành"),)]


def test_the_form_tells_to_whom_it_goes_and_has_a_sheet_that_is_wide_enough(ledger):
    rules = rulebook("nd30-2020")
    made = return_document(form_of(ledger), PLAN, Issuer("Sở Nội vụ"), rulebook=rules)

    assert made.addressees
    assert made.appendices[0].landscape
    assert made.closing is not None
    assert "Phụ lục" in str(made.blocks)


def test_a_faulty_file_is_explained_with_its_name_once(ledger, tmp_path, capsys):
    file = tmp_path / "lac.yaml"
    file.write_text("kehoach: 1\n", encoding="utf-8")

    assert run(["returns", "read", str(file), "--ledger", str(tmp_path / "so.db")]) == 1

    told = capsys.readouterr().err
    assert told.count("lac.yaml") == 1
    assert ": :" not in told


def test_a_control_of_a_form_cannot_be_deleted_and_takes_several_lines(ledger):
    rules = rulebook("nd30-2020")
    content = write(return_document(form_of(ledger), PLAN, Issuer("Sở Nội vụ")), rules)

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read("word/document.xml").decode()
    assert text.count('<w:lock w:val="sdtLocked"/>') == text.count("<w:sdt>") > 0
    assert '<w:text w:multiLine="1"/>' in text
