"""Tờ trình: by which the body that drafted a plan submits it to the one that issues it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from kehoach.compose import open_place, short_citation
from kehoach.deadlines import Before, By, In, Within, deadline_words, without_phrase
from kehoach.documents import Issuer, Recipient
from kehoach.drafts._asked import assignee_names, lead_of
from kehoach.drafts._words import Headings, annexes_words, capital, first_clauses, inside
from kehoach.drafts.frame import DOTS, Frame, rules_of, year_of
from kehoach.organizations import initials
from kehoach.plan import (
    Assignment,
    Item,
    Paragraph,
    Plan,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
    parts,
)
from kehoach.vietnamese import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.deadlines import Deadline
    from kehoach.plan import Content

_MONEY = "kinh phí"
_SHOWN = 12


def submission(plan: Plan, *, verb: str = "ban hành", **frame: Unpack[Frame]) -> Plan:
    """Soạn tờ trình đề nghị ban hành (`verb`: hoặc phê duyệt) một kế hoạch.

    Sự cần thiết and quá trình chuẩn bị are left open for a human; the main content and the money
    are the plan's own, section by section. Without an `issuer` in the frame the plan's lead
    submits it, marked as inferred; it is addressed to the plan's issuer. Number and day are those
    of this paper, unknown unless given.
    """
    rules = rules_of(plan)
    named = short_citation(plan, rules)
    issuer = frame.get("issuer") or _lead(plan)
    sender = " ".join(issuer.name.split()) if issuer else DOTS
    receiver = " ".join(plan.issuer.name.split()) if plan.issuer else DOTS
    whole: Frame = {
        "place": plan.place,
        "date": year_of(plan),
        "recipients": (Recipient(rules.texts.first_recipient.text),),
        **frame,
        "issuer": issuer,
    }
    return Plan(
        f"Về việc {verb} {named}",
        kind="TTr",
        period=plan.period,
        bases=plan.bases,
        addressees=(receiver,) if plan.issuer else (),
        opening=(Paragraph(f"{sender} kính trình {receiver} xem xét, {verb} {named}, như sau:"),),
        sections=(
            Section("SỰ CẦN THIẾT", (Paragraph(open_place(_NEED)),)),
            Section("QUÁ TRÌNH CHUẨN BỊ", tuple(_preparing(plan))),
            Section("NỘI DUNG CHÍNH CỦA DỰ THẢO", tuple(_main(plan))),
            Section("KINH PHÍ, ĐIỀU KIỆN BẢO ĐẢM", tuple(_money(plan))),
            Section("KIẾN NGHỊ", (Paragraph(f"Kính đề nghị {receiver} xem xét, {verb} {named}."),)),
        ),
        closing=(
            Paragraph(f"(Gửi kèm: dự thảo {named}; {open_place(_ENCLOSED)})"),
            Paragraph(f"Trên đây là tờ trình của {sender}, kính trình {receiver} quyết định."),
        ),
        **whole,
    )


_NEED = "căn cứ thực tiễn, tình hình, kết quả kỳ trước, vì sao phải ban hành"
_PREPARED = "đã làm gì, lấy ý kiến bao nhiêu cơ quan, tiếp thu, giải trình thế nào"
_FUNDS = "nguồn, mức kinh phí, nhân lực và điều kiện bảo đảm khác"
_ENCLOSED = "bảng tổng hợp, tiếp thu, giải trình ý kiến"


def _lead(plan: Plan) -> Issuer | None:
    lead = lead_of(plan)
    if lead is None:
        return None
    return Issuer(capital(lead.name), abbreviation=initials(lead.name), id=lead.id, inferred=True)


def _preparing(plan: Plan) -> Iterator[Content]:
    yield Paragraph(open_place(_PREPARED))
    names = assignee_names(plan)
    if names:
        given = "; ".join(map(inside, names))
        yield Paragraph(f"Dự thảo giao việc cho: {given}.")


def _main(plan: Plan) -> Iterator[Content]:
    """What the draft holds: its size in a sentence, then section by section."""
    yield Paragraph(f"Dự thảo gồm {_size(plan)}; nội dung chính:")
    heading = Headings(plan)
    for one in plan.sections:
        points = tuple(_points(one.content, heading))
        if one.heading is None:
            yield from points
        else:
            yield Item(f"{heading(one.heading)}{':' if points else '.'}", points)
    if plan.annexes:
        titles = "; ".join(one.title for one in plan.annexes)
        yield Item(f"{annexes_words(len(plan.annexes))}: {titles}.")


def _size(plan: Plan) -> str:
    every = [node for node, _ in parts((*plan.sections, *plan.annexes))]
    tasks = sum(isinstance(one, Task) for one in every)
    targets = sum(isinstance(one, Target) for one in every)
    reports = sum(max(1, len(one.dues)) for one in every if isinstance(one, ReportingDuty))
    counted = (
        (len(plan.sections), "phần"),
        (tasks, "nhiệm vụ"),
        (targets, "chỉ tiêu"),
        (reports, "kỳ báo cáo"),
    )
    return ", ".join(f"{count(number, pad=True)} {what}" for number, what in counted if number)


def _points(content: tuple[Content, ...], heading: Headings) -> Iterator[Item]:
    """The gist of each node, in the plan's own words; of many tasks how many they are."""
    alone = [one for one in content if isinstance(one, Task)]
    for node in content:
        match node:
            case Task():
                if len(alone) <= _SHOWN:
                    yield _sentence(node.text)
                elif node is alone[0]:
                    yield Item(f"{count(len(alone), pad=True)} nhiệm vụ{_terms(tuple(alone))}.")
            case Item() | Paragraph() | Target() | ReportingDuty():
                yield _sentence(node.text)
            case Assignment():
                names = node.heading or ", ".join(party.name for party in node.assignees)
                tasks = node.tasks
                told = f"{count(len(tasks), pad=True)} nhiệm vụ{_terms(tasks)}"
                yield Item(f"{capital(names.rstrip(': '))}: {told}.")
            case TaskTable():
                rows = tuple(one for one in node.rows if isinstance(one, Task))
                yield Item(f"Bảng phân công {count(len(rows), pad=True)} nhiệm vụ{_terms(rows)}.")
            case Section(heading=str(text)):
                inner = tuple(_points(node.content, heading))
                yield Item(f"{heading(text)}{':' if inner else '.'}", inner)
            case Section():
                yield from _points(node.content, heading)


def _sentence(text: str) -> Item:
    return Item(f"{first_clauses(' '.join(text.split())).rstrip('. ,;:…')}.")


def _terms(tasks: tuple[Task, ...]) -> str:
    """The days that the tasks name, each once."""
    words = (_term(one.deadline) for one in tasks)
    told = tuple(dict.fromkeys(one for one in words if one))
    return f" (thời hạn: {'; '.join(told)})" if told else ""


def _term(deadline: Deadline | None) -> str:
    if isinstance(deadline, Before | By | In | Within):
        return deadline_words(without_phrase(deadline))
    return ""


def _money(plan: Plan) -> Iterator[Content]:
    """The plan's own words on money; a place to write where it has none."""
    for node, _ in parts(plan.sections):
        if isinstance(node, Section) and _MONEY in (node.heading or "").casefold():
            yield from (
                Paragraph(one.text) for one in node.content if isinstance(one, Item | Paragraph)
            )
    budgets = (node.budget for node, _ in parts(plan.sections) if isinstance(node, Task))
    told = tuple(dict.fromkeys(one for one in budgets if one))
    if told:
        yield Paragraph(f"Kinh phí của từng nhiệm vụ: {'; '.join(told)}.")
    yield Paragraph(open_place(_FUNDS))
