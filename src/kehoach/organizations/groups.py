"""Mở nhóm: the members of a group on a day, how sure that is, and what a person must still name."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.findings import Finding, Severity
from kehoach.organizations._keys import name_key
from kehoach.organizations.organization import (
    Certainty,
    Group,
    Organization,
    Rule,
    in_protocol_order,
    lowest,
)
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.organizations.directory import Directory

# A body founded some months before may not work yet, unless it goes on with the work of another;
# half a year is this library's own measure.
SETTLING_DAYS = 180


@frozen
class Expansion:
    """Kết quả mở nhóm: members in protocol order, on a day.

    `doubtful` are those members that the label may not mean or that may not work yet: the count
    lies between `len(sure)` and `len(members)`, and `findings` say why. `unresolved` is what the
    directory cannot name.
    """

    group: Group
    on: datetime.date
    members: tuple[Organization, ...]
    doubtful: tuple[Organization, ...]
    confidence: Certainty
    unresolved: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def sure(self) -> tuple[Organization, ...]:
        """Thành viên chắc chắn: the members without doubt."""
        return tuple(member for member in self.members if member not in self.doubtful)


def expand_group(
    directory: Directory, group: Group, on: datetime.date, exclude: Iterable[str]
) -> Expansion:
    """Open the group on the day; see `Directory.expand`."""
    left_out = frozenset(exclude)
    found: dict[str, Organization] = {}
    doubts: dict[str, tuple[Organization, str]] = {}
    unresolved: dict[str, None] = {}
    for part in _parts(directory, group):
        if part.id in left_out:
            continue
        for member in (*_listed(directory, part, on), *_ruled(directory, part.rule, on)):
            if isinstance(member, str):
                unresolved.setdefault(member)
            elif member.id not in left_out:
                found.setdefault(member.id, member)
                if doubt := _doubt(directory, part, member, on):
                    doubts.setdefault(member.id, (member, doubt))
        if part.unresolved:
            unresolved.setdefault(part.unresolved)
    members = in_protocol_order(found.values())
    doubtful = in_protocol_order(member for member, _ in doubts.values())
    return Expansion(
        group=group,
        on=on,
        members=members,
        doubtful=doubtful,
        confidence=_confidence(members, doubtful, tuple(unresolved)),
        unresolved=tuple(unresolved),
        findings=_findings(group, on, members, [doubts[one.id][1] for one in doubtful]),
    )


def _parts(directory: Directory, group: Group) -> Iterator[Group]:
    """The group and the groups that it holds, each once."""
    waiting, seen = [group], {group.id}
    while waiting:
        part = waiting.pop(0)
        yield part
        for member in part.members:
            inner = directory.group(member)
            if inner is not None and inner.id not in seen:
                seen.add(inner.id)
                waiting.append(inner)


def _listed(directory: Directory, group: Group, on: datetime.date) -> Iterator[Organization | str]:
    for member in group.members:
        if directory.group(member) is not None:
            continue
        body = directory.get(member, on=on)
        if isinstance(body, Organization):
            yield body
        elif history := directory.history(member):
            heirs = directory.successors(member, on=on).organizations
            named = ", ".join(heir.full_name for heir in heirs)
            gone = f"{history[-1].full_name} không tồn tại ngày {short_date(on)}"
            yield f"{gone}; cơ quan kế thừa: {named}" if named else gone
        else:
            yield f"danh mục không có {member}"


def _ruled(directory: Directory, rule: Rule | None, on: datetime.date) -> Iterator[Organization]:
    if rule is None:
        return
    tops = _tops(directory, rule.within, on)
    for body in directory.existing(on):
        if body.kind not in rule.kinds or (rule.level and body.level is not rule.level):
            continue
        if tops is None or any(one in tops for one in _ancestors(directory, body, on)):
            yield body


def _tops(directory: Directory, within: str | None, on: datetime.date) -> frozenset[str] | None:
    if within is None:
        return None
    history = directory.history(within)
    if not history or directory.get(within, on=on) is not None:
        return frozenset({within})
    return frozenset(body.id for body in directory.successors(within, on=on).organizations)


def _ancestors(directory: Directory, body: Organization, on: datetime.date) -> Iterator[str]:
    seen: set[str] = set()
    parent = body.parent
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        above = directory.get(parent, on=on)
        parent = above.parent if isinstance(above, Organization) else None


def _doubt(directory: Directory, group: Group, member: Organization, on: datetime.date) -> str:
    named = group.rule.named if group.rule else ()
    if named and member.id not in group.members:
        words = f" {name_key(member.name)} "
        if not any(f" {name_key(one)} " in words for one in named):
            started = f", có từ {short_date(member.valid_from)}" if member.valid_from else ""
            return f"tên nhóm không gọi đến {member.name}{started}"
    since = member.valid_from
    if since and (on - since).days < SETTLING_DAYS and not directory.takes_over(member.id):
        return f"{member.name} mới có từ {short_date(since)}, có thể chưa hoạt động"
    return ""


def _confidence(
    members: tuple[Organization, ...],
    doubtful: tuple[Organization, ...],
    unresolved: tuple[str, ...],
) -> Certainty:
    if unresolved or not members:
        return Certainty.UNCERTAIN
    known = lowest(member.certainty for member in members)
    return lowest((known, Certainty.LIKELY)) if doubtful else known


def _findings(
    group: Group, on: datetime.date, members: tuple[Organization, ...], doubts: list[str]
) -> tuple[Finding, ...]:
    label = f"nhóm “{group.name}” ngày {short_date(on)}"
    if doubts:
        least = len(members) - len(doubts)
        reasons = "; ".join(doubts)
        return (
            Finding(
                "directory.group-doubtful",
                Severity.WARNING,
                f"{label} có {least} hoặc {len(members)} thành viên: {reasons}",
                advice="xác nhận danh sách thành viên",
            ),
        )
    if not members and not group.unresolved:
        return (
            Finding(
                "directory.group-empty",
                Severity.WARNING,
                f"{label} không còn thành viên nào",
                advice="xem cơ quan kế thừa của từng thành viên trước đây",
            ),
        )
    return ()
