"""Cơ quan báo cáo: the bodies behind the names of a duty, on a day."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.findings import Finding, Severity
from kehoach.organizations import (
    Ambiguous,
    Directory,
    Ended,
    Found,
    FoundGroup,
    Group,
    NotYet,
    Organization,
)
from kehoach.plan import Party
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = datetime.timedelta(days=1)


@frozen
class Opened:
    """Kết quả mở một tên: the bodies, and what a person must still look at."""

    parties: tuple[Party, ...]
    findings: tuple[Finding, ...] = ()


class Reporters:
    """Bộ mở nhóm của một lịch: names opened once for each span in which the directory is the same.

    Without a directory a name stands for itself.
    """

    def __init__(self, directory: Directory | None) -> None:
        self._directory = directory
        self._turns = _turns(directory) if directory else ()
        self._opened: dict[tuple[Party, int], Opened] = {}
        self._without: dict[tuple[object, ...], Opened] = {}

    def open(
        self, parties: tuple[Party, ...], on: datetime.date | None, left_out: tuple[Party, ...] = ()
    ) -> Opened:
        """The bodies that the names mean on the day, each once, without those left out.

        Where the day is not known the names stand for themselves. A body is left out by its id or
        its name; so a consolidator is not among the reporters of a group that holds it.
        """
        span = bisect_right(self._turns, on) if on else -1
        key = (parties, span, left_out)
        if key not in self._without:
            wanted = [self._open(one, span, on) for one in parties]
            refused = [one for party in left_out for one in self._open(party, span, on).parties]
            self._without[key] = _joined(wanted, (*left_out, *refused))
        return self._without[key]

    def _open(self, party: Party, span: int, on: datetime.date | None) -> Opened:
        if self._directory is None or on is None:
            return Opened((party,))
        if (party, span) not in self._opened:
            self._opened[party, span] = _looked_up(self._directory, party, on)
        return self._opened[party, span]


def _joined(opened: list[Opened], left_out: tuple[Party, ...]) -> Opened:
    ids = {one.id for one in left_out if one.id}
    names = {_plain(one.name) for one in left_out}
    kept: dict[str, Party] = {}
    for party in (one for each in opened for one in each.parties):
        if party.id not in ids and _plain(party.name) not in names:
            kept.setdefault(party.id or _plain(party.name), party)
    findings = dict.fromkeys(one for each in opened for one in each.findings)
    return Opened(tuple(kept.values()), tuple(findings))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _turns(directory: Directory) -> tuple[datetime.date, ...]:
    """The days on which the directory says something new, in order."""
    days: set[datetime.date] = {row.on for row in directory.successions}
    for row in directory.organizations:
        if row.valid_from:
            days.add(row.valid_from)
        if row.valid_to:
            days.add(row.valid_to + _DAY)
    return tuple(sorted(days))


def _looked_up(directory: Directory, party: Party, on: datetime.date) -> Opened:
    known = directory.get(party.id, on=on) if party.id else None
    match known or directory.lookup(party.id or party.name, on=on):
        case Group() as group:
            return _members(directory, party, group, on)
        case FoundGroup(group):
            return _members(directory, party, group, on)
        case Organization() as body:
            return Opened((_party(body),))
        case Found(body):
            return Opened((_party(body),))
        case Ended(body):
            code, message = "ended", f"{body.full_name} không còn hoạt động; xem cơ quan kế thừa"
        case NotYet():
            code, message = "not-yet", "chưa được thành lập"
        case Ambiguous():
            code, message = "ambiguous", "danh mục có nhiều cơ quan cùng tên"
        case _:
            code, message = "unknown", "không có trong danh mục"
    place = f"{party.name}, ngày {short_date(on)}"
    finding = Finding(f"directory.party-{code}", Severity.WARNING, message, place)
    return Opened((party,), (finding,))


def _members(directory: Directory, party: Party, group: Group, on: datetime.date) -> Opened:
    found = directory.expand(group, on=on)
    rest = "; ".join(found.unresolved)
    doubts = [evolve(one, place=party.name) for one in found.findings]
    if rest:
        message = f"còn phần chưa xác định: {rest}"
        doubts.append(Finding("directory.group-open", Severity.INFO, message, party.name))
    return Opened(tuple(map(_party, found.members)) or (party,), tuple(doubts))


def _party(body: Organization) -> Party:
    return Party(body.name, body.id)


def distinct(parties: Iterable[Party | None]) -> tuple[Party, ...]:
    """Các cơ quan, each once, in order."""
    return tuple(dict.fromkeys(party for party in parties if party is not None))
