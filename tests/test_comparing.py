"""Comparing: two plans, and the paper of a plan with the one that came back signed."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kehoach
from kehoach.collating import signed_changes
from kehoach.comparing import ChangeKind, PrintedLine, apply, diff, line_changes, word_changes
from kehoach.comparing.naming import said
from kehoach.deadlines import Period
from kehoach.documents import PartialDate
from kehoach.errors import ChangesDoNotFit
from kehoach.plan import Milestone, ReportDue, TextTable
from kehoach.rules import Rulebook
from kehoach.word import observe, to_python_docx, write
from tests.strategies import plans

FOUNDING = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
Printed: TypeAlias = tuple[kehoach.Document, Rulebook]
APRIL = datetime.date(2013, 4, 1)
MAY = datetime.date(2013, 5, 1)
LEAD = kehoach.Responsibility(kehoach.Role.LEAD, kehoach.Party("Sở Nội vụ"))
BEFORE_APRIL = kehoach.Before(APRIL, phrase="trước ngày 01/4/2013")
TASK = kehoach.Task("Gửi kế hoạch trước ngày 01/4/2013.", "nv-1", (LEAD,), BEFORE_APRIL)
OTHER = kehoach.Task("Tập huấn cho các đại lý Internet", "nv-2")


def plan(*content: Any, **more: Any) -> kehoach.Plan:
    return kehoach.Plan(
        "Quản lý Internet", sections=(kehoach.Section("Nhiệm vụ", content),), **more
    )


def kinds(old: kehoach.Plan, new: kehoach.Plan) -> list[str]:
    changes = diff(old, new)
    assert apply(changes, old) == new
    return [one.kind.value for one in changes]


@settings(max_examples=60)
@given(plans())
def test_a_plan_does_not_differ_from_itself(one):
    assert diff(one, one) == ()


@settings(max_examples=100)
@given(plans(), plans())
def test_the_changes_applied_to_the_old_plan_give_the_new_one(old, new):
    assert apply(diff(old, new), old) == new


@settings(max_examples=60)
@given(plans(), st.randoms(use_true_random=False))
def test_so_do_those_of_a_plan_whose_parts_were_shuffled_and_dropped(old, random):
    def shuffled(value: Any) -> Any:
        if isinstance(value, tuple):
            kept = [shuffled(one) for one in value if random.random() > 0.2]
            if random.random() > 0.5:
                random.shuffle(kept)
            return tuple(kept)
        if not attrs.has(type(value)) or isinstance(value, TextTable):
            return value
        names = ("sections", "content", "tasks", "annexes", "bases", "recipients", "rows")
        held = {name: shuffled(getattr(value, name)) for name in names if hasattr(value, name)}
        return attrs.evolve(value, **held)

    new = shuffled(old)
    assert apply(diff(old, new), old) == new
    assert apply(diff(new, old), new) == old


def test_a_new_deadline_is_a_redating_of_the_datum_and_of_its_phrase():
    later = attrs.evolve(
        TASK, text="Gửi kế hoạch trước ngày 01/5/2013.",
        deadline=kehoach.Before(MAY, phrase="trước ngày 01/5/2013"),
    )  # fmt: skip
    changes = diff(plan(TASK), plan(later))

    assert [(one.kind, one.field, one.id) for one in changes] == [
        (ChangeKind.REDATED, "Nhiệm vụ", "nv-1"),
        (ChangeKind.REDATED, "Thời hạn", "nv-1"),
    ]
    assert said(changes[1].before) == "trước ngày 01/4/2013"
    assert changes[0].place == "Nhiệm vụ › Gửi kế hoạch trước ngày 01/4/2013."


def test_a_sentence_that_changed_otherwise_too_is_changed():
    later = attrs.evolve(
        TASK, text="Nộp kế hoạch trước ngày 01/5/2013.",
        deadline=kehoach.Before(MAY, phrase="trước ngày 01/5/2013"),
    )  # fmt: skip

    assert kinds(plan(TASK), plan(later)) == ["changed", "redated"]


def test_another_body_is_a_reassignment():
    other = attrs.evolve(LEAD, party=kehoach.Party("Sở Tài chính"))

    assert kinds(plan(TASK), plan(attrs.evolve(TASK, responsibilities=(other,)))) == ["reassigned"]
    before = kehoach.Assignment((kehoach.Party("Sở Nội vụ"),), (TASK,))
    after = attrs.evolve(before, assignees=(kehoach.Party("Sở Tài chính"),))
    assert kinds(plan(before), plan(after)) == ["reassigned"]


def test_what_was_added_or_dropped_is_told_whole():
    assert kinds(plan(TASK), plan(TASK, OTHER)) == ["added"]
    assert kinds(plan(TASK, OTHER), plan(TASK)) == ["dropped"]


def test_an_id_is_followed_through_other_words_and_other_sections():
    (changed,) = diff(plan(TASK, OTHER), plan(TASK, attrs.evolve(OTHER, text="Việc khác hẳn")))
    assert (changed.kind, changed.id, changed.field) == (ChangeKind.CHANGED, "nv-2", "Nhiệm vụ")

    first, second = kehoach.Section("Một", (TASK, OTHER)), kehoach.Section("Hai", ())
    old = kehoach.Plan("x", sections=(first, second))
    new = kehoach.Plan(
        "x", sections=(kehoach.Section("Một", (TASK,)), attrs.evolve(second, content=(OTHER,)))
    )
    (moved,) = diff(old, new)
    assert (moved.kind, moved.id, moved.place) == (ChangeKind.MOVED, "nv-2", "Một → Hai")
    assert apply((moved,), old) == new


def test_milestones_reports_and_targets_are_compared_inside():
    task = attrs.evolve(TASK, milestones=(Milestone("Bước một", kehoach.By(APRIL), "m-1"),))
    later = attrs.evolve(TASK, milestones=(Milestone("Bước một", kehoach.By(MAY), "m-1"),))
    assert kinds(plan(task), plan(later)) == ["redated"]

    duty = kehoach.ReportingDuty("Báo cáo quý", dues=(ReportDue("Quý I", kehoach.By(APRIL)),))
    moved = attrs.evolve(duty, dues=(ReportDue("Quý I", kehoach.By(MAY)),),
                         receivers=(kehoach.Party("Sở Nội vụ"),))  # fmt: skip
    assert kinds(plan(duty), plan(moved)) == ["reassigned", "redated"]


def test_lines_of_recipients_and_bases_are_compared_one_by_one():
    old = plan(bases=("Căn cứ Luật A", "Căn cứ Luật B"), recipients=(kehoach.Recipient("Sở X"),))
    new = plan(
        bases=("Căn cứ Luật B",), recipients=(kehoach.Recipient("Sở X"), kehoach.Recipient("Sở Y"))
    )
    changes = diff(old, new)

    assert [(one.kind.value, one.field) for one in changes] == [
        ("dropped", "Căn cứ"),
        ("added", ""),
    ]


def test_changes_are_refused_by_a_plan_that_they_do_not_fit():
    changes = diff(plan(TASK), plan(attrs.evolve(TASK, text="Khác")))

    with pytest.raises(ChangesDoNotFit) as caught:
        apply(changes, plan(OTHER))
    assert caught.value.path == ("sections", 0, "content", 0, "text")
    for other in (plan(), kehoach.Plan("x")):
        with pytest.raises(ChangesDoNotFit):
            apply(changes, other)
    with pytest.raises(ChangesDoNotFit):
        apply(diff(plan(TASK, OTHER), plan(TASK, OTHER, TASK)), plan())


def test_thousands_of_tasks_are_compared():
    many = tuple(kehoach.Task(f"Việc số {n}", f"nv-{n}") for n in range(3_500))
    changed = attrs.evolve(many[1_000], text="Việc mới")

    assert kinds(plan(*many), plan(*many[:1_000], changed, *many[1_002:])) == ["changed", "dropped"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "không có"),
        ("", "không có"),
        ((), "không có"),
        ("hai  chữ", "“hai chữ”"),
        (True, "có"),
        (3, "3"),
        (APRIL, "01/4/2013"),
        (PartialDate(2013, 4), "4/2013"),
        (PartialDate(2013), "2013"),
        (Period(datetime.date(2013, 1, 1), datetime.date(2013, 12, 31)), "năm 2013"),
        (kehoach.Number(None, "KH-UBND"), "…/KH-UBND"),
        (LEAD, "Sở Nội vụ chủ trì"),
        ((kehoach.Party("A"), kehoach.Party("B")), "A; B"),
        (kehoach.Role.COORDINATE, "phối hợp"),
        (kehoach.By(APRIL), "ngày 01/4/2013"),
        (kehoach.Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Hữu Phước"), "Phước"),
    ],
)
def test_values_are_told_in_words(value, words):
    assert words in said(value)


def test_words_that_changed_are_told_with_those_around_them():
    (one,) = word_changes(
        "gửi về Sở trước ngày 01/4/2013 để tổng hợp", "gửi về Sở trước ngày 15/4/2013 để tổng hợp"
    )

    assert (one.before, one.after) == ("01/4/2013", "15/4/2013")
    assert (one.left, one.right) == ("về Sở trước ngày", "để tổng hợp")


def test_spaces_and_their_kinds_are_no_change():
    old = [PrintedLine("Số:\u00a058/KH-UBND"), PrintedLine(" "), PrintedLine("Hòa")]
    new = [PrintedLine("Số: 58/KH-UBND "), PrintedLine("Hòa")]

    assert line_changes(old, new) == ()


def test_a_line_that_stands_elsewhere_has_moved():
    first, second, third = (PrintedLine(f"Dòng thứ {n} của văn bản", f"đoạn {n}") for n in "123")
    (one,) = line_changes([first, second, third], [second, third, first])

    assert (one.kind, one.after) == (ChangeKind.MOVED, first.text)


@pytest.fixture(scope="module")
def founding() -> Printed:
    found = kehoach.load(FOUNDING)
    return kehoach.plan_document(found), kehoach.rulebook_on(datetime.date(2013, 3, 19))


def edited(founding: Printed, edit: Any) -> list[tuple[str, str, str]]:
    """What is told of the founding paper after somebody's edit in Word."""
    live = to_python_docx(*founding)
    edit(live)
    stream = io.BytesIO()
    live.save(stream)
    document, rules = founding
    changes = signed_changes(document, rules, observe(stream.getvalue(), "ky.docx"))
    return [(one.kind.value, one.before, one.after) for one in changes]


def test_the_paper_as_it_was_written_shows_no_change(founding):
    document, rules = founding
    signed = observe(write(document, rules), "ky.docx")
    assert signed_changes(document, rules, signed) == ()


def test_a_day_that_was_changed_in_word_is_told_word_by_word(founding):
    def edit(live: Any) -> None:
        for one in live.paragraphs:
            if "01/4/2013" in one.text:
                one.runs[0].text = one.text.replace("01/4/2013", "15/4/2013")

    ((kind, before, after),) = edited(founding, edit)
    assert kind == "changed"
    assert before.replace("01/4/2013", "15/4/2013") == after


def test_a_number_typed_in_word_and_a_paragraph_added_or_dropped_are_told(founding):
    def edit(live: Any) -> None:
        cell = live.tables[0].cell(1, 0)
        cell.paragraphs[0].runs[-1].text = cell.paragraphs[0].runs[-1].text.replace("/", "58/")
        live.paragraphs[10]._p.getparent().remove(live.paragraphs[10]._p)
        live.paragraphs[20].insert_paragraph_before("Câu viết thêm bằng tay.")

    found = {kind: (before, after) for kind, before, after in edited(founding, edit)}
    assert set(found) == {"changed", "dropped", "added"}
    assert found["changed"][1].endswith("58/KH-UBND")
    assert found["added"] == ("", "Câu viết thêm bằng tay.")


def test_bold_and_italic_are_no_change_of_the_text(founding):
    def edit(live: Any) -> None:
        for one in live.paragraphs[:20]:
            for run in one.runs:
                run.bold = True

    assert edited(founding, edit) == []
