"""Kế thừa: which bodies on a day do what a body did, followed through every reform between."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.organizations._keys import name_key
from kehoach.organizations.organization import Certainty, Organization, Succession, lowest
from kehoach.vietnamese import short_date

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
    for found in _Walk(directory, on).follow(Heir(body), subject):
        if isinstance(found, str):
            questions.setdefault(found)
        else:
            heirs.setdefault((found.organization.id, found.scope), found)
    return Inheritance(body, on, tuple(heirs.values()), tuple(questions))


class _Walk:
    """One walk to the day; where ways of reform meet again, the first goes on alone."""

    def __init__(self, directory: Directory, on: datetime.date) -> None:
        self._directory, self._on = directory, on
        self._seen: set[tuple[object, ...]] = set()

    def follow(self, so_far: Heir, subject: str | None) -> Iterator[Heir | str]:
        """The heirs of the body reached so far, and the questions on the way to them."""
        body = so_far.organization
        since = so_far.path[-1].on if so_far.path else None
        state = (body.id, so_far.scope, since, subject)
        if state in self._seen:
            return
        self._seen.add(state)
        scoped, general = self._steps(body.id, since, subject)
        whole = subject is not None and bool(scoped)
        for step in (*scoped, *(() if whole else general)):
            yield from self._branch(step, so_far, subject)
        if whole or general:
            return
        current = self._directory.get(body.id, on=self._on)
        if isinstance(current, Organization):
            yield evolve(so_far, organization=current)
        elif not body.begins_after(self._on):
            yield f"{body.full_name}: danh mục chưa ghi cơ quan kế thừa"

    def _branch(self, step: Succession, so_far: Heir, subject: str | None) -> Iterator[Heir | str]:
        name = so_far.organization.full_name
        if step.unresolved:
            yield f"{name}: {step.unresolved}"
        elif not step.successors:
            yield f"{name}: chưa rõ cơ quan kế thừa từ {short_date(step.on)}"
        for target in step.successors:
            successor = self._directory.get(target, on=step.on)
            if isinstance(successor, Organization):
                path = (*so_far.path, step)
                heir = Heir(successor, step.scope or so_far.scope, path)
                yield from self.follow(heir, ", ".join(step.scope) or subject)
            else:
                yield f"{name}: danh mục không có cơ quan kế thừa {target}"

    def _steps(
        self, body_id: str, since: datetime.date | None, subject: str | None
    ) -> tuple[tuple[Succession, ...], tuple[Succession, ...]]:
        """The scoped and the general steps that apply next, each later than the last step.

        What happens after the body's own general succession is no longer its doing. For one
        subject only the first transfer of it counts.
        """
        rows = [
            row
            for row in self._directory.successions_from(body_id)
            if row.on <= self._on and (since is None or row.on > since)
        ]
        general = [row for row in rows if not row.scope]
        ended = min((row.on for row in general), default=self._on)
        scoped = [row for row in rows if row.scope and row.on <= ended]
        if subject is not None:
            scoped = [row for row in scoped if concerns(row.scope, subject)]
            first = min((row.on for row in scoped), default=self._on)
            scoped = [row for row in scoped if row.on == first]
        return tuple(scoped), tuple(row for row in general if row.on == ended)
