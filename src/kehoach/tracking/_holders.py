"""Ai làm: the bodies that answer for a task, and the parties of a plan as bodies of a directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.organizations import Found, FoundGroup
from kehoach.plan import Role
from kehoach.tracking._keys import slug

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from kehoach.organizations import Directory
    from kehoach.plan import Assignment, Party, Task

HELPING = frozenset({Role.COORDINATE, Role.PARTICIPATE, Role.MONITOR, Role.SUPPORT, Role.FUND})
_WEIGHTIEST = (Role.LEAD, *(role for role in Role if role not in HELPING | {Role.LEAD}))


@frozen
class Body:
    """A body by id (or by its name as a key) and by the name that is printed."""

    id: str
    name: str


@frozen
class Holder:
    """A body that has a task, in its weightiest role; `counted` is false for a mere helper."""

    body: Body
    role: Role
    counted: bool = True


class Bodies:
    """The bodies that parties stand for on a day; each name is looked up once."""

    def __init__(self, directory: Directory | None, on: datetime.date | None) -> None:
        self._directory, self._on = directory, on
        self._known: dict[Party, tuple[Body, ...]] = {}

    def of(self, party: Party) -> tuple[Body, ...]:
        """One body, or the members of the group; what is not known stands for itself."""
        if party not in self._known:
            self._known[party] = self._looked_up(party) or (_itself(party),)
        return self._known[party]

    def _looked_up(self, party: Party) -> tuple[Body, ...]:
        if self._directory is None or self._on is None:
            return ()
        answers = [self._directory.lookup(party.id or party.name, on=self._on)]
        if not isinstance(answers[0], Found | FoundGroup):
            answers = list(self._directory.lookup_all(party.name, on=self._on))
        found: dict[str, Body] = {}
        for answer in answers:
            match answer:
                case Found(body):
                    found.setdefault(body.id, Body(body.id, body.name))
                case FoundGroup(group):
                    opened = self._directory.expand(group, on=self._on).members
                    members = [Body(one.id, one.name) for one in opened]
                    for one in members or [Body(group.id, party.name)]:
                        found.setdefault(one.id, one)
                case _:
                    return ()
        return tuple(found.values())


def _itself(party: Party) -> Body:
    return Body(party.id or slug(party.name), party.name)


def holders(task: Task, assignment: Assignment | None, bodies: Bodies) -> tuple[Holder, ...]:
    """The bodies that have the task, each once, in the order in which the plan names them.

    Those are the assignees, and who leads though not among them; outside an assignment, everyone
    who does more than help. Where nobody leads, every assignee is counted.
    """
    own = [one.role for one in task.responsibilities if one.party is None]
    named = [(one.party, one.role) for one in task.responsibilities if one.party is not None]
    if assignment is not None:
        mine = _weightiest(own) or assignment.role
        given = [(party, mine) for party in assignment.assignees]
        given += [(party, role) for party, role in named if role is Role.LEAD]
    else:
        given = [one for one in named if one[1] not in HELPING] or named
    led = any(role is Role.LEAD for _, role in given)
    found: dict[str, Holder] = {}
    for party, role in given:
        for body in bodies.of(party):
            held = found.get(body.id)
            best = _weightiest([role, *([held.role] if held else [])]) or role
            found[body.id] = Holder(body, best, counted=best not in HELPING or not led)
    return tuple(found.values())


def helpers(task: Task) -> tuple[str, ...]:
    """The names of those who co-ordinate or take part, as printed."""
    parties = (
        one.party.name
        for one in task.responsibilities
        if one.party is not None and one.role in (Role.COORDINATE, Role.PARTICIPATE)
    )
    return tuple(dict.fromkeys(parties))


def receiver(task: Task) -> str | None:
    """Who gets the result, as printed."""
    return next((one.to.name for one in task.responsibilities if one.to is not None), None)


def _weightiest(roles: Iterable[Role]) -> Role | None:
    held = tuple(roles)
    first = next((role for role in _WEIGHTIEST if role in held), None)
    return first or (held[0] if held else None)
