"""Danh mục cơ quan: bodies, groups and successions, with the questions that they answer."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from attrs import Factory, field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.organizations._index import Index
from kehoach.organizations.groups import Expansion, expand_group
from kehoach.organizations.lookup import Lookup, look_up, look_up_all
from kehoach.organizations.organization import Group, Organization, Succession
from kehoach.organizations.succession import Inheritance, inherit
from kehoach.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.organizations._index import Row
    from kehoach.organizations.abbreviations import Position


def _index(directory: Directory) -> Index:
    return Index(directory.organizations, directory.groups)


def _successions(directory: Directory) -> dict[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = {}
    for row in directory.successions:
        for body in row.predecessors:
            found.setdefault(body, []).append(row)
    return {body: tuple(sorted(rows, key=lambda row: row.on)) for body, rows in found.items()}


def _heirs(directory: Directory) -> frozenset[str]:
    return frozenset(body for row in directory.successions for body in row.successors)


@frozen
class Directory:
    """Danh mục cơ quan, đơn vị: immutable; its indexes are built once, with the value."""

    organizations: Annotated[tuple[Organization, ...], Term("Cơ quan, đơn vị")] = field(
        default=(), converter=as_tuple
    )
    groups: Annotated[tuple[Group, ...], Term("Nhóm cơ quan")] = field(
        default=(), converter=as_tuple
    )
    successions: Annotated[tuple[Succession, ...], Term("Kế thừa")] = field(
        default=(), converter=as_tuple
    )
    title: Annotated[str, Term("Tên danh mục", key="directory")] = ""
    _index: Index = field(
        init=False, eq=False, repr=False, default=Factory(_index, takes_self=True)
    )
    _followed: dict[str, tuple[Succession, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(_successions, takes_self=True)
    )
    _taken_over: frozenset[str] = field(
        init=False, eq=False, repr=False, default=Factory(_heirs, takes_self=True)
    )

    def get(self, body_id: str, *, on: datetime.date) -> Organization | Group | None:
        """Tra theo mã: the row of the id on the day, the group of that id, or `None`."""
        for row in self._index.by_id.get(body_id, ()):
            if row.exists(on):
                return row
        return self._index.group_by_id.get(body_id)

    def group(self, group_id: str) -> Group | None:
        """Nhóm theo mã, or `None`."""
        return self._index.group_by_id.get(group_id)

    def history(self, body_id: str) -> tuple[Organization, ...]:
        """Các thời kỳ của một cơ quan: every row of the id, in the order of their first days."""
        rows = self._index.by_id.get(body_id, ())
        return tuple(sorted(rows, key=lambda row: row.valid_from or datetime.date.min))

    def existing(self, on: datetime.date) -> Iterator[Organization]:
        """Các cơ quan tồn tại trong ngày, in the order of the directory."""
        return (row for row in self.organizations if row.exists(on))

    def successions_from(self, body_id: str) -> tuple[Succession, ...]:
        """Các lần chuyển giao từ một cơ quan, by day."""
        return self._followed.get(body_id, ())

    def takes_over(self, body_id: str) -> bool:
        """Có kế thừa cơ quan nào không: whether some body's work passed to this one."""
        return body_id in self._taken_over

    def rows_named(self, text: str) -> Iterator[tuple[Row, ...]]:
        """Các dòng mang tên này on any day, best tier first: id, name, abbreviation, initials.

        Texts without tone marks are tried only where nothing bears the text as it is.
        """
        rows = self._index.by_id.get(text)
        if rows:
            yield rows
        elif (group := self._index.group_by_id.get(text)) is not None:
            yield (group,)
        whole = list(self._index.tiers(text))
        yield from whole or self._index.bare_tiers(text)

    def nearest(self, text: str) -> tuple[str, ...]:
        """Tên gần giống: at most five that differ by one syllable or begin with the text."""
        return self._index.nearest(text)

    def lookup(self, text: str, *, on: datetime.date, position: Position | None = None) -> Lookup:
        """Tra theo tên: id, name, short name, alias or abbreviation, on a day.

        Case, tone placement (Hoà, Hòa), punctuation and omitted tone marks do not matter; wrong
        tone marks do. An abbreviation with several meanings is answered by its `position` or
        comes back as a choice.
        """
        return look_up(self, text, plain_date(on), position)

    def lookup_all(
        self, text: str, *, on: datetime.date, position: Position | None = None
    ) -> tuple[Lookup, ...]:
        """Tra một danh sách in liền: "Sở Kế hoạch và Đầu tư, Sở Tài chính" gives two answers.

        The text is cut only where every piece is known, into as few as can be, so that names
        with commas and "và" stay whole; else it is one `Unknown`. A post ("Chủ tịch UBND tỉnh")
        is answered by its body.
        """
        return look_up_all(self, text, plain_date(on), position)

    def expand(
        self, group: Group | str, *, on: datetime.date, exclude: Iterable[str] = ()
    ) -> Expansion:
        """Mở nhóm: members on the day without those in `exclude`, a confidence, the rest.

        The group and whom to leave out may be given by id or by name. Raises
        :class:`LookupError` where the directory has no such group, or no such body to leave out.
        """
        left_out = {one for text in exclude for one in self._ids_of(text)}
        return expand_group(self, self._group_of(group), plain_date(on), left_out)

    def successors(
        self, body: Organization | str, *, on: datetime.date, field: str | None = None
    ) -> Inheritance:
        """Cơ quan kế thừa on the day: the body itself while it exists, else who does its work.

        With `field` (a field of work, or any text that names it) only who does that; without it
        every heir, those of single fields with their scope. Raises :class:`LookupError` where the
        directory has no such body.
        """
        if isinstance(body, str):
            rows = self.history(body)
            if not rows:
                raise LookupError(f"the directory has no body with the id {body!r}")
            body = next((row for row in rows if row.exists(on)), rows[-1])
        return inherit(self, body, plain_date(on), field)

    def _ids_of(self, text: str) -> tuple[str, ...]:
        for rows in self.rows_named(text):
            return tuple(row.id for row in rows)
        raise LookupError(f"the directory has no body {text!r} to leave out")

    def _group_of(self, group: Group | str) -> Group:
        if isinstance(group, Group):
            return group
        for rows in self.rows_named(group):
            for row in rows:
                if isinstance(row, Group):
                    return row
        raise LookupError(f"the directory has no group {group!r}; see Directory.groups")
