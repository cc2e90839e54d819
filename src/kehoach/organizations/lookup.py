"""Tra cứu: a printed name on a day, answered by exactly one of six closed results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.organizations.abbreviations import Position, expand_abbreviation
from kehoach.organizations.organization import Group, Organization
from kehoach.organizations.succession import Inheritance

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from kehoach.organizations._index import Row
    from kehoach.organizations.directory import Directory

_POST = re.compile(
    r"(?:các )?(?:Phó )?(?:Chủ tịch|Giám đốc|Chánh Văn phòng|Trưởng ban)\s+", re.IGNORECASE
)
_HEADS = ("Sở", "Phòng", "Ban", "Bộ", "Huyện", "Xã", "Phường")
_SHARED_HEAD = re.compile(rf"[Cc]ác\s+(?P<kind>(?i:{'|'.join(_HEADS)}))\s*:?\s+(?=\w)")
_BORDER = re.compile(r"\s*[,;]\s+(?:và\s+)?|\s+và\s+")
_MOST_PARTS = 40


@frozen
class Found:
    """Tìm thấy: the one body that bears the name on the day."""

    organization: Organization


@frozen
class FoundGroup:
    """Tìm thấy nhóm: the one group that bears the label."""

    group: Group


@frozen
class Ambiguous:
    """Nhiều khả năng: bodies and groups that bear the name, or readings of an abbreviation."""

    choices: tuple[Organization | Group, ...] = ()
    readings: tuple[str, ...] = ()


@frozen
class Ended:
    """Đã kết thúc: the body ended before the day; `successors` says who inherits."""

    organization: Organization
    successors: Inheritance


@frozen
class NotYet:
    """Chưa có: the body begins after the day."""

    organization: Organization


@frozen
class Unknown:
    """Không có trong danh mục: the names nearest to what was asked, at most five."""

    text: str
    nearest: tuple[str, ...] = ()


Lookup: TypeAlias = Found | FoundGroup | Ambiguous | Ended | NotYet | Unknown


def look_up(
    directory: Directory, text: str, on: datetime.date, position: Position | None
) -> Lookup:
    """Answer for one name; see `Directory.lookup`."""
    if answer := _named(directory, text, on):
        return answer
    readings = expand_abbreviation(text, position)
    names = tuple(", ".join(reading.names) for reading in readings)
    if len(names) > 1:
        hits = [_named(directory, name, on) for name in names]
        return Ambiguous(tuple(_row(h) for h in hits if isinstance(h, Found | FoundGroup)), names)
    if names and (answer := _named(directory, names[0], on)):
        return answer
    return Unknown(text, directory.nearest(text))


def look_up_all(
    directory: Directory, text: str, on: datetime.date, position: Position | None
) -> tuple[Lookup, ...]:
    """Answer for each name of a printed list; see `Directory.lookup_all`."""
    whole = look_up(directory, text, on, position)
    if not isinstance(whole, Unknown):
        return (whole,)
    readings = expand_abbreviation(text, position)
    if len(readings) == 1:
        expanded = [_of_post(directory, name, on) for name in readings[0].names]
        if all(expanded):
            return _each_once(one for one in expanded if one is not None)
    return _each_once(_split(directory, text, on, position) or (whole,))


def _headed(text: str) -> tuple[str, str]:
    """The kind of body that a list names once ("Các Sở: Nội vụ, Tài chính"), and its members."""
    if found := _SHARED_HEAD.match(text):
        return found["kind"], text[found.end() :]
    kind = text.partition(" ")[0]
    return (kind, text) if kind in _HEADS else ("", text)


def _named(directory: Directory, text: str, on: datetime.date) -> Lookup | None:
    """The first tier with a row that exists on the day; failing that, what is known of others."""
    absent: list[Organization] = []
    tiers = list(directory.rows_named(text))
    for rows in tiers:
        present = [row for row in rows if isinstance(row, Group) or row.exists(on)]
        if present:
            return _one_of(present)
        absent += [row for row in rows if isinstance(row, Organization)]
    return _absent(directory, absent, on) if absent else None


def _one_of(rows: list[Row]) -> Lookup:
    if len(rows) > 1:
        return Ambiguous(tuple(rows))
    (row,) = rows
    return FoundGroup(row) if isinstance(row, Group) else Found(row)


def _absent(directory: Directory, rows: list[Organization], on: datetime.date) -> Lookup:
    """A body that bore the name before the day, or, if none did, the first that will."""
    ended = [row for row in rows if row.ended_before(on)]
    if not ended:
        return NotYet(min(rows, key=lambda row: row.valid_from or on))
    last = max(ended, key=lambda row: row.valid_to or on)
    if all(_passed_to(directory, row, last) for row in ended):
        return Ended(last, directory.successors(last.id, on=on))
    return Ambiguous(tuple(ended))


def _passed_to(directory: Directory, row: Organization, last: Organization) -> bool:
    if row.id == last.id or last.valid_to is None:
        return True
    heirs = directory.successors(row.id, on=last.valid_to).organizations
    return any(heir.id == last.id for heir in heirs)


def _of_post(directory: Directory, name: str, on: datetime.date) -> Lookup | None:
    """A name, or the body whose post it is: "Chủ tịch UBND tỉnh" is answered by UBND tỉnh."""
    return _named(directory, name, on) or _named(directory, _POST.sub("", name, count=1), on)


def _split(
    directory: Directory, text: str, on: datetime.date, position: Position | None
) -> tuple[Lookup, ...]:
    """The fewest names that the text is a list of, each known; empty where there are none.

    A kind of body named once is that of each: "Sở Nội vụ, Tài chính" are two departments.
    """
    head, text = _headed(text)
    borders = [(match.start(), match.end()) for match in _BORDER.finditer(text)][:_MOST_PARTS]
    starts = (0, *(end for _, end in borders))
    stops = (*(start for start, _ in borders), len(text))
    best: list[tuple[Lookup, ...] | None] = [()]
    for last, stop in enumerate(stops):
        options = []
        for first in range(last + 1):
            before = best[first]
            if before is None:
                continue
            piece = text[starts[first] : stop]
            answer = look_up(directory, piece, on, position)
            if head and isinstance(answer, Unknown):
                answer = look_up(directory, f"{head} {piece}", on, position)
            if not isinstance(answer, Unknown) and not getattr(answer, "readings", ()):
                options.append((*before, answer))
        best.append(min(options, key=len, default=None))
    return best[-1] or ()


def _each_once(answers: Iterable[Lookup]) -> tuple[Lookup, ...]:
    return tuple(dict.fromkeys(answers))


def _row(hit: Found | FoundGroup) -> Organization | Group:
    return hit.organization if isinstance(hit, Found) else hit.group
