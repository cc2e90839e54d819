"""Kế thừa: which bodies on a day do what a body did, followed through every reform between."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.organizations._keys import name_key
from kehoach.organizations.organization import Certainty, Organization, Succession, lowest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.organizations.directory import Directory


@frozen
class Heir:
    """Cơ quan kế thừa: a body on the day, and the successions that lead to it.

    `scope` are the fields of work that it took, empty where it took the rest; an empty `path`
    means that the body itself goes on.
    """

    organization: Organization
    scope: tuple[str, ...] = ()
    path: tuple[Succession, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """The certainty of the weakest step, or of the body's own row."""
        steps = (step.certainty for step in self.path)
        return lowest((self.organization.certainty, *steps))

    @property
    def bases(self) -> tuple[str, ...]:
        """Căn cứ của từng bước, in order."""
        return tuple(step.basis for step in self.path)


@frozen
class Inheritance:
    """Kết quả tra kế thừa: the heirs on the day and the questions that remain, in Vietnamese."""

    body: Organization
    on: datetime.date
    heirs: tuple[Heir, ...] = ()
    unresolved: tuple[str, ...] = ()

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """The bodies of the heirs, each once."""
        return tuple(dict.fromkeys(heir.organization for heir in self.heirs))


def concerns(scope: Iterable[str], subject: str) -> bool:
    """Whether the subject's words hold one of the fields of work."""
    words = f" {name_key(subject)} "
    return any(f" {name_key(one)} " in words for one in scope)


def inherit(
    directory: Directory, body: Organization, on: datetime.date, subject: str | None
) -> Inheritance:
    """Follow the successions of the body up to the day; see `Directory.successors`."""
    heirs: dict[tuple[str, tuple[str, ...]], Heir] = {}
    questions: dict[str, None] = {}
    for found in _follow(directory, body, on, subject, Heir(body)):
        if isinstance(found, str):
            questions.setdefault(found)
        else:
            heirs.setdefault((found.organization.id, found.scope), found)
    return Inheritance(body, on, tuple(heirs.values()), tuple(questions))


def _follow(
    directory: Directory,
    body: Organization,
    on: datetime.date,
    subject: str | None,
    so_far: Heir,
) -> Iterator[Heir | str]:
    since = so_far.path[-1].on if so_far.path else None
    scoped, general = _steps(directory, body.id, since, on, subject)
    whole = subject is not None and bool(scoped)
    for step in (*scoped, *(() if whole else general)):
        yield from _branch(directory, body, on, step, so_far, subject)
    if whole or general:
        return
    current = directory.get(body.id, on=on)
    if isinstance(current, Organization):
        yield evolve(so_far, organization=current)
    elif not body.begins_after(on):
        yield f"{body.full_name}: danh mục chưa ghi cơ quan kế thừa"


def _branch(  # noqa: PLR0913, PLR0917 - the state of the walk
    directory: Directory,
    body: Organization,
    on: datetime.date,
    step: Succession,
    so_far: Heir,
    subject: str | None,
) -> Iterator[Heir | str]:
    if step.unresolved:
        yield f"{body.full_name}: {step.unresolved}"
    elif not step.successors:
        yield f"{body.full_name}: chưa rõ cơ quan kế thừa từ {step.on:%d/%m/%Y}"
    passed = ", ".join(step.scope) or subject
    for target in step.successors:
        successor = directory.get(target, on=step.on)
        if not isinstance(successor, Organization):
            yield f"{body.full_name}: danh mục không có cơ quan kế thừa {target}"
            continue
        heir = Heir(successor, step.scope or so_far.scope, (*so_far.path, step))
        yield from _follow(directory, successor, on, passed, heir)


def _steps(
    directory: Directory,
    body_id: str,
    since: datetime.date | None,
    on: datetime.date,
    subject: str | None,
) -> tuple[tuple[Succession, ...], tuple[Succession, ...]]:
    """The scoped and the general steps that apply next, each later than the last step.

    What happens after the body's own general succession is no longer its doing. For one subject
    only the first transfer of it counts.
    """
    rows = [
        row
        for row in directory.successions_from(body_id)
        if row.on <= on and (since is None or row.on > since)
    ]
    general = [row for row in rows if not row.scope]
    ended = min((row.on for row in general), default=on)
    scoped = [row for row in rows if row.scope and row.on <= ended]
    if subject is not None:
        scoped = [row for row in scoped if concerns(row.scope, subject)]
        first = min((row.on for row in scoped), default=on)
        scoped = [row for row in scoped if row.on == first]
    return tuple(scoped), tuple(row for row in general if row.on == ended)
