"""Gửi lại theo bộ máy mới: for each assignee of a plan, who does its work on another day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.converters import plain_date
from kehoach.findings import Finding, Severity
from kehoach.organizations import (
    Ambiguous,
    Command,
    Directory,
    Ended,
    Found,
    FoundGroup,
    Heir,
    NotYet,
    Organization,
    concerns,
)
from kehoach.plan._walk import below, parts
from kehoach.plan.nodes import Assignment, Party, Role, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.organizations import Lookup
    from kehoach.plan.plan import Plan

_NOBODY = "danh mục chưa ghi cơ quan kế thừa"


@frozen
class Answer:
    """Cơ quan nhận việc mới của một cơ quan được giao.

    `body` is whom the party meant when the plan was made (one answer for each member of a group;
    `None` where that is not known). There are `heirs`, `questions` or both, never neither.
    """

    party: Party
    place: str
    body: Organization | None
    heirs: tuple[Heir, ...]
    questions: tuple[str, ...]


@frozen
class Readdressed:
    """Kết quả gửi lại: the answers in the order of the paper, and what changed between them."""

    on: datetime.date
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """Mọi câu hỏi còn lại, each once."""
        return tuple(dict.fromkeys(one for answer in self.answers for one in answer.questions))


def readdress(plan: Plan, directory: Directory, on: datetime.date) -> Readdressed:
    """Gửi lại kế hoạch vào một ngày khác: successors or a question for every assignee.

    Names are read on the plan's own day (on `on` where that is unknown). A field of work that
    went elsewhere is a question where the plan's words name it, and left out where they do not.
    """
    made = plan.date if isinstance(plan.date, datetime.date) else plain_date(on)
    answers: list[Answer] = []
    findings: list[Finding] = []
    for parties, text, place in _assignees(plan):
        found = [
            answer
            for party in parties
            for answer in _answers(directory, party, (made, plain_date(on)), text, place)
        ]
        findings += _changes(found, place)
        answers += found
    return Readdressed(plain_date(on), tuple(answers), tuple(findings))


def _assignees(plan: Plan) -> Iterator[tuple[tuple[Party, ...], str, str]]:
    """The assignees of each assignment, and leads named in tasks alone, each name once."""
    seen: set[str] = set()
    for part, trail in parts((plan.sections, plan.annexes)):
        match part:
            case Assignment(assignees=named, tasks=tasks):
                text = "\n".join((plan.title, *(task.text for task in tasks)))
            case Task(responsibilities=roles):
                leads = (one.party for one in roles if one.role is Role.LEAD)
                named = tuple(party for party in leads if party is not None)
                text = f"{plan.title}\n{part.text}"
            case _:
                continue
        fresh = tuple(party for party in named if party.name not in seen)
        seen |= {party.name for party in fresh}
        if fresh:
            yield fresh, text, " › ".join(below(part, trail))


def _answers(
    directory: Directory,
    party: Party,
    days: tuple[datetime.date, datetime.date],
    text: str,
    place: str,
) -> Iterator[Answer]:
    made, on = days
    match directory.lookup(party.id or party.name, on=made):
        case Found(body) | Ended(body):
            yield _inherited(directory, Answer(party, place, body, (), ()), on, text)
        case FoundGroup(group):
            opened = directory.expand(group, on=made)
            for body in opened.members:
                yield _inherited(directory, Answer(party, place, body, (), ()), on, text)
            rest = tuple(f"{party.name}: {one}" for one in opened.unresolved)
            if rest or not opened.members:
                rest = rest or (f"{party.name}: nhóm không có thành viên",)
                yield Answer(party, place, None, (), rest)
        case answer:
            yield Answer(party, place, None, (), (_question(party, answer),))


def _inherited(directory: Directory, blank: Answer, on: datetime.date, text: str) -> Answer:
    body = blank.body
    if body is None:
        return blank
    result = directory.successors(body, on=on)
    kept = tuple(heir for heir in result.heirs if not heir.scope or concerns(heir.scope, text))
    questions = (*_choices(body, kept, text), *result.unresolved)
    if not kept and not questions:
        questions = (f"{body.full_name}: {_NOBODY}",)
    return evolve(blank, heirs=kept, questions=questions)


def _choices(body: Organization, heirs: tuple[Heir, ...], text: str) -> Iterator[str]:
    rest = [heir.organization.full_name for heir in heirs if not heir.scope]
    for heir in heirs:
        fields = [one for one in heir.scope if concerns((one,), text)]
        if fields:
            whom = " hay ".join((heir.organization.full_name, *rest))
            yield (
                f"{body.full_name}: kế hoạch nói đến {', '.join(fields)}, lĩnh vực đã chuyển đi"
                f" ({heir.certainty.label}); giao cho {whom}?"
            )


def _question(party: Party, answer: Lookup) -> str:
    match answer:
        case Ambiguous(choices, readings):
            named = [getattr(one, "full_name", one.name) for one in choices] or readings
            return f"{party.name}: có nhiều khả năng: {'; '.join(named)}"
        case NotYet(body):
            return f"{party.name}: {body.full_name} chưa có vào ngày của kế hoạch"
    return f"{party.name}: danh mục không có cơ quan này"


def _changes(answers: list[Answer], place: str) -> Iterator[Finding]:
    """Assignees that became one body, and bodies that can no longer be ordered."""
    merged: dict[str, dict[str, None]] = {}
    for answer in answers:
        for heir in answer.heirs:
            after = heir.organization
            if answer.body is not None and not heir.scope:
                merged.setdefault(after.full_name, {}).setdefault(answer.body.name)
            if _only_asked(answer.body, after):
                yield Finding(
                    "directory.request-only",
                    Severity.WARNING,
                    f"{answer.party.name} trước được giao việc, {after.full_name} nay chỉ được"
                    " đề nghị",
                    place,
                    advice="viết “Đề nghị” ở đề mục",
                )
    for name, former in merged.items():
        if len(former) > 1:
            message = f"{', '.join(former)}: nay là một cơ quan, {name}"
            yield Finding("directory.merged", Severity.INFO, message, place)


def _only_asked(before: Organization | None, after: Organization) -> bool:
    return (
        before is not None
        and before.command in (Command.ORDER, Command.THROUGH)
        and after.command is Command.REQUEST
    )
