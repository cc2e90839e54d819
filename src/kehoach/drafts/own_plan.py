"""Kế hoạch của đơn vị: what a body makes of its superior's plan, each task linked to its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from attrs import evolve

from kehoach.compose import citation, open_place, short_citation
from kehoach.deadlines import deadline_words, without_phrase
from kehoach.documents import Recipient
from kehoach.drafts._words import annexes_words, capital, inside, issuer_name
from kehoach.drafts.extract import extract
from kehoach.drafts.frame import Frame, rules_of
from kehoach.plan import (
    Assignment,
    Item,
    Paragraph,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskTable,
    parts,
    with_ids,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Issuer
    from kehoach.organizations import Directory
    from kehoach.plan import Annex

_UNITS = "phòng, đơn vị thực hiện"
_ORGANIZING = "TỔ CHỨC THỰC HIỆN"
_HELPING = frozenset((Role.COORDINATE, Role.PARTICIPATE, Role.SUPPORT, Role.MONITOR, Role.FUND))


def own_plan(
    parent: Plan, by: Issuer, directory: Directory | None = None, **frame: Unpack[Frame]
) -> Plan:
    """Soạn kế hoạch của đơn vị triển khai kế hoạch cấp trên.

    It has the superior's headings where they concern the body, each task, target and report with
    the id of its parent in `implements` and the superior's day. Who within the body does it is left
    open, as is how the work is organised. Raises LookupError where the superior asks nothing of it.
    """
    whole = with_ids(parent)
    name = " ".join(by.name.split())
    body = Party(name, by.id)
    share = extract(whole, body if by.id else name, directory)
    rules = rules_of(parent)
    writer = _Writer(body, name)
    annexes = tuple(evolve(one, content=writer.made(one.content)) for one in share.annexes)
    given: Frame = {"recipients": tuple(_recipients(share)), **frame, "issuer": by}
    return Plan(
        capital(f"triển khai {short_citation(parent, rules)}"),
        period=parent.period,
        opening=(
            Paragraph(
                f"Thực hiện {citation(parent, rules)}, {name} xây dựng kế hoạch triển khai như sau:"
            ),
        ),
        sections=(
            *_purposes(whole),
            *_organized(tuple(writer.made(one) for one in share.sections), annexes),
        ),
        closing=(Paragraph(_closing(parent, name)),),
        annexes=annexes,
        **given,
    )


def _purposes(parent: Plan) -> Iterator[Section]:
    """The superior's first section, where it gives nobody a task."""
    first = parent.sections[0] if parent.sections else None
    if first is not None and all(isinstance(one, Item | Paragraph) for one in first.content):
        yield evolve(first, mark=None, number=None)


def _organized(sections: tuple[Section, ...], annexes: tuple[Annex, ...]) -> tuple[Section, ...]:
    """The sections with a place to say how the work is organised, in the last or after it."""
    told = f"Nhiệm vụ cụ thể nêu tại {annexes_words(len(annexes))} kèm theo Kế hoạch này."
    place = Paragraph(open_place("phân công trong đơn vị"))
    content = (Paragraph(told), place) if annexes else (place,)
    if sections and (sections[-1].heading or "").casefold() == _ORGANIZING.casefold():
        return (*sections[:-1], evolve(sections[-1], content=(*sections[-1].content, *content)))
    return (*sections, Section(_ORGANIZING, content))


def _closing(parent: Plan, name: str) -> str:
    return f"Trên đây là kế hoạch của {name} triển khai kế hoạch của {issuer_name(parent)}."


def _recipients(share: Plan) -> Iterator[Recipient]:
    """The superior, and those who get the body's reports."""
    if share.issuer is not None:
        yield Recipient(" ".join(share.issuer.name.split()))
    receivers = (
        party.name
        for node, _ in parts(share.sections)
        if isinstance(node, ReportingDuty)
        for party in node.receivers
    )
    yield from map(Recipient, dict.fromkeys(map(capital, receivers)))


class _Writer:
    """Makes the superior's nodes the body's own."""

    def __init__(self, body: Party, name: str) -> None:
        self._body, self._name = body, name

    def made(self, node: Any) -> Any:  # noqa: ANN401, PLR0911 - any part of a plan
        """The node in the body's plan."""
        match node:
            case tuple():
                return tuple(map(self.made, node))
            case Assignment():
                units = (Party(open_place(_UNITS)),)
                return Assignment(
                    units, self.made(node.tasks), layout=node.layout, columns=node.columns
                )
            case Task():
                return self._task(node)
            case Target():
                return evolve(node, id=None, implements=(str(node.id),), mark=None, number=None)
            case ReportingDuty():
                return self._report(node)
            case TaskTable(rows=rows):
                return evolve(node, rows=self.made(rows))
            case Section():
                inner = self.made(node.content)
                return evolve(node, content=inner, mark=None, number=None, id=None)
        return node

    def _task(self, task: Task) -> Task:
        parent = str(task.id)
        milestones = tuple(evolve(one, id=None) for one in task.milestones)
        return evolve(
            task, id=None, implements=(parent, *(one.id for one in task.milestones if one.id)),
            milestones=milestones, responsibilities=tuple(self._roles(task)), mark=None,
            number=None,
        )  # fmt: skip

    def _roles(self, task: Task) -> Iterator[Responsibility]:
        """The body in the place of those who do the task, and those who help."""
        seen: set[Role] = set()
        for one in task.responsibilities:
            if one.party is None or one.role in _HELPING:
                yield one
            elif one.role not in seen:
                seen.add(one.role)
                yield evolve(one, party=self._body)

    def _report(self, duty: ReportingDuty) -> ReportingDuty:
        """The duty in a sentence of the body's own, each day with its words."""
        if not duty.dues:
            return evolve(duty, id=None, reporters=(self._body,), mark=None, number=None)
        dues = tuple(map(_due, duty.dues))
        whom = ", ".join(inside(party.name) for party in duty.receivers) or "cơ quan tổng hợp"
        told = "; ".join(
            f"{one.name} {one.deadline.phrase}"
            if one.deadline is not None and one.deadline.phrase
            else one.name
            for one in dues
        )
        return evolve(
            duty, text=f"{self._name} gửi {whom}: {told}.", id=None, reporters=(self._body,),
            dues=dues, emendations=(), mark=None, number=None,
        )  # fmt: skip


def _due(one: ReportDue) -> ReportDue:
    deadline = one.deadline
    if deadline is not None:
        plain = without_phrase(deadline)
        deadline = evolve(plain, phrase=deadline_words(plain))
    return evolve(one, id=None, deadline=deadline, implements=(str(one.id),))
