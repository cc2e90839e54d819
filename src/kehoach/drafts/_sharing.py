"""Chia việc: which entries go into whose paper, by the headings of a plan or body by body."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
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


@frozen
class Heading:
    """Đề mục giao việc: the parties that it names, and the bodies behind."""

    parties: tuple[Party, ...]
    bodies: tuple[Body, ...]


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
        headings = _Index(self._own_headings())
        mine: list[tuple[list[Entry], list[Entry]]] = [([], []) for _ in headings.every]
        taken: set[int] = set()
        for turn, entry in enumerate(self._entries):
            for place in self._covered(headings, entry.ids, entry.labels, entry.excluded):
                bodies = headings.every[place].bodies
                mine[place][self._only_lead(bodies, entry)].append(entry)
                taken.add(turn)
        shares = tuple(
            Share(one.parties, one.bodies, *map(tuple, having))
            for one, having in zip(headings.every, mine, strict=True)
        )
        self._note_left(shares, taken)
        return (*shares, *self._rest(taken))

    def _only_lead(self, bodies: tuple[Body, ...], entry: Entry) -> bool:
        """Whether the entry was given to others, and the bodies lead in it."""
        if entry.assignment is None or not _only_leads(entry, [body.id for body in bodies]):
            return False
        given = self._opener.labels(entry.assignment.assignees) if self._loose else ()
        return not any(covers(one.name, body.name) for one in given for body in bodies)

    def _own_headings(self) -> list[Heading]:
        """The headings with a paper of their own: those that are not general."""
        known: dict[frozenset[str], Heading] = {}
        for entry in self._entries:
            if entry.assignment is not None and entry.assignment.assignees:
                ids = entry.assignees or frozenset()
                if ids not in known:
                    named = entry.assignment.assignees
                    known[ids] = Heading(named, self._opener.bodies(named))
        every = list(known.values())
        index = _Index(every)
        doubted = [place for place, one in enumerate(every) if self._is_general(place, one, index)]
        if not doubted:
            return every
        firm = _Index([one for place, one in enumerate(every) if place not in doubted])
        return [
            one
            for place, one in enumerate(every)
            if place not in doubted or not self._is_general(-1, one, firm)
        ]

    def _is_general(self, own: int, heading: Heading, index: _Index) -> bool:
        """Whether each party of the heading covers others, and they together at least two."""
        found: set[int] = set()
        for party in heading.parties:
            ids = frozenset(body.id for body in self._opener.bodies((party,)))
            hits = set(self._covered(index, ids, self._opener.labels((party,)))) - {own}
            if not hits:
                return False
            found |= hits
        return len(found) >= _FEWEST

    def _covered(
        self,
        index: _Index,
        ids: frozenset[str],
        labels: tuple[Body, ...],
        excluded: frozenset[str] = frozenset(),
    ) -> Iterator[int]:
        """The headings all of whose bodies are meant; without a directory, also by the words."""
        words = labels if self._loose else ()
        for place in index.near(ids, words):
            pairs = meant(index.every[place].bodies, ids, words, excluded)
            if pairs is not None:
                yield place
            for label, body in pairs or ():
                self.understood[label.name].append(body.name)

    def _note_left(self, shares: Sequence[Share], taken: set[int]) -> None:
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


class _Index:
    """Headings, and which of them hold a body."""

    def __init__(self, every: list[Heading]) -> None:
        self.every = every
        self._holding: dict[str | tuple[str, ...], list[int]] = defaultdict(list)
        for place, heading in enumerate(every):
            for body in heading.bodies:
                self._holding[body.id].append(place)
                self._holding[_words(body.name)].append(place)

    def near(self, ids: frozenset[str], labels: tuple[Body, ...]) -> Iterable[int]:
        """The headings that may hold one of the bodies, by id or by the words of a label."""
        if any(is_group(label.name) for label in labels):
            return range(len(self.every))
        keys: set[str | tuple[str, ...]] = {*ids, *(_words(label.name) for label in labels)}
        return sorted({place for key in keys for place in self._holding.get(key, ())})


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
    if not is_group(label):
        return False
    parts = [plain, *(_words(part) for part in label.replace(" và ", ", ").split(", "))]
    return any(part and own[: len(part)] == part for part in parts)


def is_group(label: str) -> bool:
    """Whether a label begins as those of groups do: "các Sở", "đoàn thể"."""
    return label[:1].islower() or fold(label).split()[:1] in ([one] for one in _PLURALS)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    plain = fold(text).replace(",", " ").split()
    return tuple(word for word in plain if word not in _PLURALS)
