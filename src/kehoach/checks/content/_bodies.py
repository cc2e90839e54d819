"""Cơ quan: who has tasks and who is told of the plan; who reports to whom; who existed then."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from kehoach.checks.content._told import told
from kehoach.checks.content._works import Work, key_of
from kehoach.organizations import Found, FoundGroup, Position
from kehoach.plan import Party, Role, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.checks.content._works import Part
    from kehoach.documents import Recipient
    from kehoach.findings import Finding
    from kehoach.organizations import Directory
    from kehoach.plan import Plan

_KINDS: Final = (
    ("department", r"(?<!cơ )\bsở\b|\bngành\b"),
    ("district", r"\bubnd\b.*\b(?:huyện|thành phố|thị xã|quận|xã|phường)\b"),
    ("district", r"cấp huyện|cấp xã|địa phương|chính quyền"),
    ("front", r"mặt trận|\bu?b?mttq"),
    ("union", r"đoàn thể|\bhội\b|đoàn thanh niên|tổ chức chính trị"),
    ("firm", r"doanh nghiệp|công ty|tập đoàn"),
    ("police", r"công an"),
    ("press", r"\bbáo\b|\bđài\b|báo chí"),
    ("school", r"trường\b"),
)  # fmt: skip
_GROUP: Final = re.compile(r"^(?:các|những|mọi)\b|\bcác\b|đoàn thể|cấp huyện|cấp xã|địa phương|,")
_WITHOUT_TASK: Final = re.compile(
    r"^(?:sở|ubnd (?:huyện|xã|phường|quận|thị xã|thành phố)|công an|chi cục|trung tâm)\b"
)
_FOR_INFORMATION: Final = re.compile(r"\((?:để )?(?:b/c|báo cáo|biết)", re.IGNORECASE)
_GONE: Final = frozenset(("directory.party-ended", "directory.party-not-yet"))


@frozen
class _Line:
    """One line of Nơi nhận: the keys of the bodies it names, their kinds, whether it is a group."""

    keys: frozenset[str]
    ids: frozenset[str]
    kinds: frozenset[str]
    is_group: bool


def recipients(plan: Plan, parts: Sequence[Part], directory: Directory | None) -> Iterator[Finding]:
    """A body with tasks in no line of Nơi nhận; a body there that has nothing to do."""
    assigned = _assigned(parts)
    if not plan.recipients:
        if assigned:
            yield told("ND08", "nơi nhận", "none")
        return
    finder = _Finder(directory, plan.date)
    lines = [finder.line(one) for one in plan.recipients]
    for party, place in assigned.values():
        if not any(finder.covers(line, party) for line in lines):
            yield told("ND08", place, body=party.name)
    for recipient, line in zip(plan.recipients, lines, strict=True):
        single = not line.is_group and _WITHOUT_TASK.match(key_of(recipient.text))
        if single and not _FOR_INFORMATION.search(recipient.text):
            doing = _all_named(parts)
            if not any(finder.covers(line, party) or finder.in_group(line, party)
                       for party in doing):  # fmt: skip
                yield told("ND09", "nơi nhận", body=recipient.text)


def _assigned(parts: Sequence[Part]) -> dict[str, tuple[Party, str]]:
    """Those who are given tasks, each once, with where that is first done."""
    found: dict[str, tuple[Party, str]] = {}
    for work in parts:
        if isinstance(work, Work):
            roles = work.task.responsibilities
            named = (one.party for one in roles if one.role in {Role.LEAD, Role.IMPLEMENT})
            place = work.place.rpartition(" › ")[0] or work.place
            for party in (*work.assignees, *(one for one in named if one)):
                found.setdefault(key_of(party.name), (party, place))
    return found


def _all_named(parts: Sequence[Part]) -> list[Party]:
    found: list[Party] = []
    for part in parts:
        if isinstance(part, Work):
            found += part.assignees
            found += [one.party for one in part.task.responsibilities if one.party]
        else:
            duty, _ = part
            found += (*duty.reporters, *duty.receivers)
    return found


class _Finder:
    """Whether lines cover bodies: by name, by the directory, or by the kind of body."""

    def __init__(self, directory: Directory | None, day: object) -> None:
        self.directory = directory
        self.day = day if isinstance(day, datetime.date) else None

    def line(self, recipient: Recipient) -> _Line:
        names = recipient.parties or (recipient.text,)
        pieces = [piece for name in names for piece in re.split(r"[,;]| và ", name)]
        keys = frozenset(key_of(name) for name in (recipient.text, *names, *pieces))
        ids = frozenset(one for name in names for one in self._ids(name, Position.RECIPIENT))
        text = " ; ".join((recipient.text, *names)).lower()
        return _Line(keys, ids, _kinds(text), _GROUP.search(text) is not None)

    def covers(self, line: _Line, party: Party) -> bool:
        if key_of(party.name) in line.keys or (party.id and party.id in line.ids):
            return True
        ids = frozenset(self._ids(party.id or party.name, None))
        if ids and ids <= line.ids:
            return True
        kinds = _kinds(party.name.lower())
        return bool(kinds) and kinds <= line.kinds and line.is_group

    def in_group(self, line: _Line, party: Party) -> bool:
        """Whether a group with tasks may hold the single body of a line."""
        name = party.name.lower()
        return _GROUP.search(name) is not None and bool(_kinds(name) & line.kinds)

    def _ids(self, name: str, position: Position | None) -> Iterator[str]:
        if self.directory is None or self.day is None:
            return
        for answer in self.directory.lookup_all(name, on=self.day, position=position):
            match answer:
                case Found(organization=body):
                    yield body.id
                case FoundGroup(group=group):
                    yield group.id
                    opened = self.directory.expand(group, on=self.day)
                    yield from (member.id for member in opened.members)


def _kinds(text: str) -> frozenset[str]:
    return frozenset(kind for kind, pattern in _KINDS if re.search(pattern, text))


def reporting(parts: Sequence[Part]) -> Iterator[Finding]:
    """Who reports to itself, and reports that come back to where they began."""
    roads: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for part in parts:
        for sender, receiver, place in _roads(part):
            first, last = key_of(sender.name), key_of(receiver.name)
            shown |= {first: sender.name, last: receiver.name}
            if first == last:
                yield told("ND10", place, body=sender.name)
            else:
                roads.setdefault(first, set()).add(last)
    for circle in _circles(roads):
        path = " → ".join(shown[key] for key in (*circle, circle[0]))
        yield told("ND11", "chế độ báo cáo", path=path)


def _roads(part: Part) -> Iterator[tuple[Party, Party, str]]:
    if not isinstance(part, Work):
        duty, place = part
        yield from ((one, other, place) for one in duty.reporters for other in duty.receivers)
        return
    for one in part.task.responsibilities:
        if one.role is Role.REPORT and one.to:
            for sender in (one.party,) if one.party else part.assignees:
                yield sender, one.to, part.place


def _circles(roads: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, beginning at its first name."""
    seen: set[frozenset[str]] = set()
    for start in sorted(roads):
        waiting: list[tuple[str, ...]] = [(start,)]
        while waiting:
            path = waiting.pop()
            for following in sorted(roads.get(path[-1], ())):
                if following == start and frozenset(path) not in seen:
                    seen.add(frozenset(path))
                    yield path
                elif following > start and following not in path:
                    waiting.append((*path, following))


def existing(plan: Plan, directory: Directory | None) -> Iterator[Finding]:
    """Bodies that did not exist on the plan's day, with their successors."""
    if directory is None or not isinstance(plan.date, datetime.date):
        return
    _, found = resolve(plan, directory, plan.date)
    yield from (one for one in found if one.code in _GONE)
