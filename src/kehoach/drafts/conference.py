"""Hội nghị sơ kết, tổng kết: the invitation to it and the conclusion that comes out of it.

The days of both are in `kehoach.drafts.conference_days`.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Unpack

from attrs import evolve, frozen

from kehoach.compose import citation, open_place, short_citation
from kehoach.deadlines import Standing
from kehoach.documents import PartialDate, Recipient
from kehoach.drafts._asked import assignee_names, lead_of
from kehoach.drafts._words import capital, inside
from kehoach.drafts.frame import Frame, day_words, known, rules_of, unnumbered, year_of
from kehoach.drafts.invitation import invitation
from kehoach.plan import (
    Assignment,
    Item,
    Paragraph,
    Party,
    Plan,
    Responsibility,
    Role,
    Section,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Issuer
    from kehoach.plan import Content

_LAST_DAYS = datetime.timedelta(days=61)
_TITLES = ("ông ", "bà ", "đồng chí ")


@frozen
class Conference:
    """Hội nghị: what it is called, when and where, who presides and who was there.

    `at` is the hour and day on the clock of the place, or the day alone. `chair` and `attended`
    are printed as written ("đồng chí Trần Văn A, Phó Chủ tịch Ủy ban nhân dân tỉnh"). Without a
    `name` ("hội nghị giao ban quý III") a meeting before the last two months of the plan's period
    is a sơ kết, any other a tổng kết.
    """

    at: datetime.datetime | datetime.date | None = None
    chair: str | None = None
    venue: str | None = None
    name: str | None = None
    documents: str | None = None
    attended: str | None = None

    @property
    def day(self) -> datetime.date | None:
        """Ngày họp, if it is known."""
        return self.at.date() if isinstance(self.at, datetime.datetime) else self.at


def conference_invitation(
    plan: Plan,
    conference: Conference = Conference(),
    *,
    invited: tuple[str, ...] = (),
    **frame: Unpack[Frame],
) -> Plan:
    """Soạn giấy mời hội nghị sơ kết, tổng kết một kế hoạch.

    `invited` are those to whom the plan gives work, unless given. What the frame does not say is
    the plan's own, number and day apart.
    """
    rules = rules_of(plan)
    name = _name(plan, conference)
    title = f"{capital(name)} {short_citation(plan, rules)}"
    whole: Frame = {
        "recipients": (Recipient(rules.texts.first_recipient.text),),
        **_frame(plan, conference, frame),
    }
    return invitation(
        title,
        invited or tuple(map(capital, assignee_names(plan))),
        event=f"{name} {short_citation(plan, rules)}.",
        chair=_stopped(capital(conference.chair or "")),
        at=conference.at,
        venue=_stopped(conference.venue),
        notes=(
            _DISCUSSED.format(plan=citation(plan, rules)),
            f"Tài liệu: {known(_stopped(conference.documents))}",
            _ASKED,
        ),
        **whole,
    )


def conclusion(
    plan: Plan,
    conference: Conference = Conference(),
    *,
    assessment: tuple[str, ...] = (),
    assigned: tuple[Assignment, ...] = (),
    **frame: Unpack[Frame],
) -> Plan:
    """Soạn thông báo kết luận của một hội nghị sơ kết, tổng kết.

    `assigned` are the duties that the chair gave, each with its body and its deadline: a ledger
    takes them from this paper as from a plan (`kehoach track start`). The plan's lead follows
    them. What nobody wrote yet is left open and marked.
    """
    rules = rules_of(plan)
    name = f"{_name(plan, conference)} {short_citation(plan, rules)}"
    whole: Frame = {
        "recipients": tuple(_recipients(plan, assigned)),
        **_frame(plan, conference, frame),
    }
    chair = _small(conference.chair)
    assessed = tuple(map(Item, assessment))
    sections = (
        Section("ĐÁNH GIÁ CHUNG", unnumbered(assessed or (Paragraph(open_place(_ASSESSED)),))),
        Section("NHIỆM VỤ GIAO", _headed(assigned or (_TO_ASSIGN,))),
        Section("TỔ CHỨC THỰC HIỆN", (_following(plan),)),
    )
    return Plan(
        f"Kết luận {f'của {chair} tại ' if chair else ''}{name}",
        kind="TB",
        period=plan.period,
        opening=(
            Paragraph(
                f"{capital(day_words(conference.day))}, tại {known(conference.venue)},"
                f" {known(chair)} chủ trì {name}."
            ),
            Paragraph(f"Tham dự có: {_stopped(conference.attended) or open_place(_ATTENDED)}"),
            Paragraph(
                f"Sau khi nghe báo cáo kết quả thực hiện {citation(plan, rules)} và ý kiến của các"
                f" đại biểu, {known(chair)} kết luận như sau:"
            ),
        ),
        sections=sections,
        closing=(
            Paragraph(
                f"{_called(whole['issuer'])} thông báo để các cơ quan, đơn vị biết, thực hiện."
            ),
        ),
        **whole,
    )


_DISCUSSED = (
    "Nội dung: đánh giá kết quả thực hiện {plan}; việc chưa hoàn thành, nguyên nhân; nhiệm vụ thời"
    " gian tới."
)
_ASKED = "Đề nghị các cơ quan, đơn vị dự đúng thành phần, chuẩn bị ý kiến về nhiệm vụ được giao."
_ASSESSED = "việc làm được, việc chưa được, nguyên nhân"
_ATTENDED = "những người, cơ quan dự họp"
_TO_ASSIGN = Assignment(
    (Party(open_place("cơ quan được giao")),),
    (Task(open_place("nhiệm vụ và thời hạn chủ trì hội nghị giao")),),
)


def _headed(assigned: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """The duties by body; a body that stands alone bears no number."""
    match assigned:
        case (Assignment(mark=None) as alone,):
            return (evolve(alone, mark=""),)
    return assigned


def _following(plan: Plan) -> Content:
    """Who follows what was decided: the plan's lead, or a place to say who."""
    lead = lead_of(plan)
    if lead is None:
        return Paragraph(open_place("cơ quan theo dõi, đôn đốc thực hiện kết luận"))
    receiver = Party(_called(plan.issuer), plan.issuer.id if plan.issuer else None)
    told = f"thường xuyên theo dõi, đôn đốc việc thực hiện Thông báo này, báo cáo {receiver.name}"
    roles = (
        Responsibility(Role.MONITOR, lead, phrase="theo dõi, đôn đốc"),
        Responsibility(Role.REPORT, lead, to=receiver, phrase=f"báo cáo {receiver.name}"),
    )
    return Task(
        f"{capital(lead.name)} {told}.",
        responsibilities=roles,
        deadline=Standing("thường xuyên"),
        mark="",
    )


def _frame(plan: Plan, conference: Conference, given: Frame) -> Frame:
    """What both papers take from the plan; of their day the year is known."""
    day = conference.day
    return {
        "issuer": plan.issuer,
        "place": plan.place,
        "date": PartialDate(day.year) if day else year_of(plan),
        "archive": plan.archive,
        "signature": plan.signature,
        **given,
    }


def _recipients(plan: Plan, assigned: tuple[Assignment, ...]) -> Iterator[Recipient]:
    """Those with new duties, then the plan's own recipients."""
    named = [capital(party.name) for one in assigned for party in one.assignees]
    known_lines = {one.text for one in plan.recipients}
    yield from (Recipient(one) for one in dict.fromkeys(named) if one not in known_lines)
    yield from plan.recipients


def _name(plan: Plan, conference: Conference) -> str:
    if conference.name:
        return conference.name
    day, period = conference.day, plan.period
    early = day is not None and period is not None and day <= period.end - _LAST_DAYS
    return f"hội nghị {'sơ kết' if early else 'tổng kết'}"


def _called(issuer: Issuer | None) -> str:
    return " ".join(issuer.name.split()) if issuer else known(None)


def _small(name: str | None) -> str | None:
    """The name inside a sentence: "Đồng chí …" loses its capital."""
    if name and name.lower().startswith(_TITLES):
        return name[:1].lower() + name[1:]
    return inside(name) if name else None


def _stopped(text: str | None) -> str | None:
    """The text as a line of its own, with its stop."""
    return f"{text.rstrip('. ')}." if text else None
