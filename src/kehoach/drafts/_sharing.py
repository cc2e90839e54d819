"""Chia việc: which entries go into whose paper, by the headings of a plan or body by body."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.drafts._entries import Entry
from kehoach.plan import Party
from kehoach.tracking import Body
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.drafts._entries import Opener

_PLURALS = frozenset(("cac", "nhung", "moi"))
_FEWEST = 2
"""Headings that one must cover at least, to be read as a general one."""


@frozen
class Share:
    """Phần việc của một văn bản: to whom it goes, the bodies behind, and what they have.

    `led` are entries given to other bodies in which one of these leads.
    """

    parties: tuple[Party, ...]
    bodies: tuple[Body, ...]
    entries: tuple[Entry, ...]
    led: tuple[Entry, ...] = ()


def by_body(entries: Sequence[Entry], opener: Opener) -> tuple[Share, ...]:
    """A share for each body, in the order in which the plan comes to them."""
    bodies: dict[str, Body] = {}
    for entry in sorted(entries, key=lambda one: one.assignment is None):
        for body in entry.bodies:
            bodies.setdefault(body.id, body)
    mine: dict[str, list[Entry]] = defaultdict(list)
    led: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for body in entry.bodies:
            (led if _only_leads(entry, {body.id}) else mine)[body.id].append(entry)
    return tuple(
        Share((opener.party(body),), (body,), tuple(mine[key]), tuple(led[key]))
        for key, body in bodies.items()
    )


def _only_leads(entry: Entry, ids: Iterable[str]) -> bool:
    """Whether the bodies are not among the assignees of the assignment that holds the entry."""
    return entry.assignees is not None and entry.assignees.isdisjoint(ids)


class ByHeading:
    """The shares of a plan's headings: a pair is addressed together, a general heading divided."""

    def __init__(self, entries: Sequence[Entry], opener: Opener) -> None:
        self._entries, self._opener = entries, opener
        self._loose = opener.directory is None
        self.understood: dict[str, list[str]] = defaultdict(list)
        """Labels that were taken for headings by their words, without a directory."""
        self.left: dict[str, Body] = {}
        """Bodies that have general work and no heading."""

    def shares(self) -> tuple[Share, ...]:
        """A share for each heading, then one for each body that only loose work names."""
        shares = []
        taken: set[int] = set()
        for parties, bodies in self._headings():
            having = [turn for turn, one in enumerate(self._entries) if self._has(bodies, one)]
            taken.update(having)
            mine: tuple[list[Entry], list[Entry]] = ([], [])
            for entry in map(self._entries.__getitem__, having):
                mine[self._only_lead(bodies, entry)].append(entry)
            shares.append(Share(parties, bodies, *map(tuple, mine)))
        self._note_left(shares, taken)
        return (*shares, *self._rest(taken))

    def _only_lead(self, bodies: tuple[Body, ...], entry: Entry) -> bool:
        """Whether the entry was given to others, and the bodies lead in it."""
        if entry.assignment is None or not _only_leads(entry, [body.id for body in bodies]):
            return False
        given = self._opener.labels(entry.assignment.assignees) if self._loose else ()
        return not any(covers(one.name, body.name) for one in given for body in bodies)

    def _headings(self) -> list[tuple[tuple[Party, ...], tuple[Body, ...]]]:
        """The headings with a paper of their own: their parties, their bodies."""
        known: dict[frozenset[str], tuple[tuple[Party, ...], tuple[Body, ...]]] = {}
        for entry in self._entries:
            if entry.assignment is not None and entry.assignment.assignees:
                named = entry.assignment.assignees
                bodies = self._opener.bodies(named)
                known.setdefault(frozenset(body.id for body in bodies), (named, bodies))
        every = list(known.values())
        doubted = [one for one in every if self._is_general(one[0], every, one)]
        firm = [one for one in every if one not in doubted]
        return [one for one in every if one in firm or not self._is_general(one[0], firm, one)]

    def _is_general(
        self,
        named: tuple[Party, ...],
        others: list[tuple[tuple[Party, ...], tuple[Body, ...]]],
        own: tuple[tuple[Party, ...], tuple[Body, ...]],
    ) -> bool:
        covered: set[int] = set()
        for party in named:
            ids = frozenset(body.id for body in self._opener.bodies((party,)))
            labels = self._opener.labels((party,))
            hits = {
                place
                for place, (_, bodies) in enumerate(others)
                if bodies != own[1] and self._covered(bodies, ids, labels)
            }
            if not hits:
                return False
            covered |= hits
        return len(covered) >= _FEWEST

    def _has(self, bodies: tuple[Body, ...], entry: Entry) -> bool:
        return self._covered(bodies, entry.ids, entry.labels, entry.excluded)

    def _covered(
        self,
        bodies: tuple[Body, ...],
        ids: frozenset[str],
        labels: tuple[Body, ...],
        excluded: frozenset[str] = frozenset(),
    ) -> bool:
        """Whether all the bodies are among those meant; without a directory, by the words."""
        understood = meant(bodies, ids, labels if self._loose else (), excluded)
        for label, body in understood or ():
            self.understood[label.name].append(body.name)
        return understood is not None

    def _note_left(self, shares: list[Share], taken: set[int]) -> None:
        written = {body.id for share in shares for body in share.bodies}
        for turn in taken:
            for body in self._entries[turn].bodies:
                label = self._loose and body.name in self.understood
                if body.id not in written and not label:
                    self.left.setdefault(body.id, body)

    def _rest(self, taken: set[int]) -> Iterator[Share]:
        """Shares for what no heading has: one for each body or group that the plan names."""
        found: dict[str, tuple[Body, list[Entry]]] = {}
        for turn, entry in enumerate(self._entries):
            if turn not in taken:
                for label in entry.labels:
                    found.setdefault(label.id, (label, []))[1].append(entry)
        for label, entries in found.values():
            bodies = self._opener.bodies((self._opener.party(label),))
            yield Share((self._opener.party(label),), bodies, tuple(entries))


def meant(
    bodies: tuple[Body, ...],
    ids: frozenset[str],
    labels: tuple[Body, ...],
    excluded: frozenset[str] = frozenset(),
) -> list[tuple[Body, Body]] | None:
    """Whether all the bodies are among the ids, or meant by the words of a label.

    Gives the pairs of label and body that only words tell, or `None` where one is not meant.
    """
    found = []
    for body in bodies:
        if body.id in ids:
            continue
        label = next((one for one in labels if covers(one.name, body.name)), None)
        if label is None or body.id in excluded:
            return None
        found.append((label, body))
    return found if bodies else None


def covers(label: str, name: str) -> bool:
    """Whether a label means a body, by its words alone: "Các Sở, ngành" means "Sở Nội vụ".

    One that begins with a plural's word, or with a small letter, means the bodies whose names
    begin with its words or those of one of its parts; any other label means its own name.
    """
    plain, own = _words(label), _words(name)
    if plain == own:
        return True
    if not (label[:1].islower() or fold(label).split()[0] in _PLURALS):
        return False
    parts = [plain, *(_words(part) for part in label.replace(" và ", ", ").split(", "))]
    return any(part and own[: len(part)] == part for part in parts)


def _words(text: str) -> list[str]:
    plain = fold(text).replace(",", " ").split()
    return [word for word in plain if word not in _PLURALS]
