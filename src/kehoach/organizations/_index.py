"""Chỉ mục tra cứu: names to rows, built once for a directory and never changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kehoach.organizations._keys import (
    abbreviation_key,
    abbreviations_of,
    bare,
    initials_of,
    marks_agree,
    name_key,
    names_of,
)
from kehoach.organizations.organization import Group, Organization

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NEAREST = 5
_BUCKET = 8
_PREFIX = 3

K = TypeVar("K")
V = TypeVar("V")
Row: TypeAlias = Organization | Group


class Index:
    """Chỉ mục: three tiers of keys (names, listed abbreviations, initials), and each by id.

    Looking up costs the same whatever the number of rows: dictionary reads only. Those for the
    nearest names are made on the first unknown name.
    """

    def __init__(self, bodies: Iterable[Organization], groups: Iterable[Group]) -> None:
        self.by_id: dict[str, tuple[Organization, ...]] = _grouped((b.id, b) for b in bodies)
        self.group_by_id = {group.id: group for group in groups}
        every = [body for rows in self.by_id.values() for body in rows]
        labels = [(label, group) for group in groups for label in (group.name, *group.aliases)]
        self._names: dict[str, tuple[Row, ...]] = _grouped(
            [
                *((name_key(name), body) for body in every for name in names_of(body)),
                *((name_key(label), group) for label, group in labels),
            ]
        )
        self._tiers: tuple[tuple[Callable[[str], str], dict[str, tuple[Row, ...]]], ...] = (
            (name_key, self._names),
            (abbreviation_key, _keyed(every, abbreviations_of)),
            (abbreviation_key, _keyed(every, initials_of)),
        )

    def tiers(self, text: str) -> Iterator[tuple[Row, ...]]:
        """The rows that bear the text as a name, then as an abbreviation, then as initials."""
        for key, table in self._tiers:
            if rows := table.get(key(text)):
                yield rows

    def bare_tiers(self, text: str) -> Iterator[tuple[Row, ...]]:
        """The same for a text that left tone marks out; marks that disagree do not match."""
        for (key, _), table in zip(self._tiers, self._bare, strict=True):
            asked = key(text)
            rows = {
                id(row): row
                for known, row in table.get(bare(asked), ())
                if marks_agree(asked, known)
            }
            if rows:
                yield tuple(rows.values())

    def nearest(self, text: str) -> tuple[str, ...]:
        """Names that differ by one syllable or begin with the text, at most five."""
        names: dict[str, None] = {}
        for key in _without_one(bare(name_key(text))):
            for name in self._near.get(key, ()):
                names.setdefault(name)
        return tuple(names)[:_NEAREST]

    @cached_property
    def _bare(self) -> tuple[dict[str, tuple[tuple[str, Row], ...]], ...]:
        pairs = (
            [(bare(key), (key, row)) for key, rows in table.items() for row in rows]
            for _, table in self._tiers
        )
        return tuple(_grouped(some) for some in pairs)

    @cached_property
    def _near(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key, rows in self._names.items():
            words = bare(key).split()
            prefixes = (" ".join(words[:end]) for end in range(_PREFIX, len(words)))
            for shorter in (*_without_one(bare(key)), *prefixes):
                bucket = found.setdefault(shorter, [])
                if len(bucket) < _BUCKET and rows[0].name not in bucket:
                    bucket.append(rows[0].name)
        return {key: tuple(names) for key, names in found.items()}


def _keyed(
    bodies: Iterable[Organization], names: Callable[[Organization], Iterator[str]]
) -> dict[str, tuple[Row, ...]]:
    return _grouped((abbreviation_key(name), body) for body in bodies for name in names(body))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, each value once a key, in the order in which they came."""
    found: dict[K, dict[int, V]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[id(value)] = value
    return {key: tuple(values.values()) for key, values in found.items()}


def _without_one(key: str) -> Iterator[str]:
    words = key.split()
    yield key
    for index in range(len(words)):
        yield " ".join(words[:index] + words[index + 1 :])
