"""Kiểm tra danh mục: gaps, overlaps, cycles, unknown ids and names that two bodies share."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from kehoach.findings import Finding, Severity
from kehoach.organizations._keys import abbreviation_key, name_key
from kehoach.organizations.codes import is_code
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kehoach.organizations.directory import Directory
    from kehoach.organizations.organization import Organization, Succession

K = TypeVar("K")
V = TypeVar("V")

_ONE_DAY = datetime.timedelta(days=1)


def check(directory: Directory) -> tuple[Finding, ...]:
    """Kiểm tra danh mục cơ quan: every fault of the rows, in Vietnamese, in a fixed order."""
    parts = (_rows, _spans, _parents, _shared, _groups, _successions, _endings, _cycles)
    return tuple(finding for part in parts for finding in part(directory))


def _rows(directory: Directory) -> Iterator[Finding]:
    for body in directory.organizations:
        if body.valid_from and body.valid_to and body.valid_to < body.valid_from:
            span = f"từ {_show(body.valid_from)} đến hết {_show(body.valid_to)}"
            yield _error("span-inverted", f"ngày cuối đứng trước ngày đầu: {span}", body.id)
        if not body.source.strip():
            yield _error("source-missing", "thiếu nguồn của dòng này", body.id)
        if body.code is not None and not is_code(body.code):
            yield _error(
                "code-invalid",
                f"mã định danh không đúng cấu trúc: {body.code!r}",
                body.id,
                clause="QĐ 20/2020/QĐ-TTg",
            )
    for group in directory.groups:
        if not group.source.strip():
            yield _error("source-missing", "thiếu nguồn của dòng này", group.id)


def _spans(directory: Directory) -> Iterator[Finding]:
    """Rows of one id follow each other without gap or overlap; ids are not shared with groups."""
    for body_id, rows in _by(directory.organizations, lambda body: body.id).items():
        ordered = sorted(rows, key=lambda row: row.valid_from or datetime.date.min)
        for before, after in pairwise(ordered):
            if _meet(before, after):
                yield _error("span-overlap", _pair("hai dòng trùng thời gian", rows), body_id)
            elif (
                before.valid_to
                and after.valid_from
                and (after.valid_from - before.valid_to > _ONE_DAY)
            ):
                gap = f"trống từ {_show(before.valid_to + _ONE_DAY)} đến trước "
                yield _warning("span-gap", f"{gap}{_show(after.valid_from)}", body_id)
    for group_id, groups in _by(directory.groups, lambda group: group.id).items():
        if len(groups) > 1 or directory.history(group_id):
            yield _error("id-repeated", "mã này đã được dùng cho dòng khác", group_id)


def _parents(directory: Directory) -> Iterator[Finding]:
    for body in directory.organizations:
        if body.parent is None:
            continue
        above = directory.history(body.parent)
        if not above:
            yield _error("parent-unknown", f"không có cơ quan cấp trên {body.parent}", body.id)
            continue
        last = above[-1].valid_to
        if last and not body.ended_before(last) and body.valid_to != last:
            message = f"còn tồn tại sau khi cấp trên {body.parent} kết thúc ({_show(last)})"
            yield _warning("parent-ended", message, body.id)
        first = above[0].valid_from
        if first and body.valid_from and body.valid_from < first:
            message = f"có trước khi có cấp trên {body.parent} ({_show(first)})"
            yield _warning("parent-later", message, body.id)


def _shared(directory: Directory) -> Iterator[Finding]:
    """Names, abbreviations and codes that two bodies bear at one time."""
    named = [
        (name_key(f"{name} {body.place or ''}"), body)
        for body in directory.organizations
        for name in (body.name, *body.short_names)
    ]
    for first, second in _colliding(named):
        what = f"tên trùng với {second.id} trong cùng thời gian: {first.name}"
        yield _error("name-shared", what, first.id)
    shortened = [
        (abbreviation_key(f"{short} {body.place or ''}"), body)
        for body in directory.organizations
        for short in body.abbreviations
    ]
    for first, second in _colliding(shortened):
        what = f"tên viết tắt trùng với {second.id} trong cùng thời gian"
        yield _warning("abbreviation-shared", what, first.id)
    coded = [(body.code, body) for body in directory.organizations if body.code]
    for first, second in _colliding(coded):
        what = f"mã định danh {first.code} trùng với {second.id} trong cùng thời gian"
        yield _error("code-shared", what, first.id)


def _groups(directory: Directory) -> Iterator[Finding]:
    yield from _labels(directory)
    for group in directory.groups:
        for member in group.members:
            if not directory.history(member) and directory.group(member) is None:
                yield _error("member-unknown", f"không có thành viên {member}", group.id)
        within = group.rule.within if group.rule else None
        if within and not directory.history(within):
            yield _error("member-unknown", f"quy tắc dựa vào {within}, không có", group.id)
        if not group.members and group.rule is None and not group.unresolved:
            what = "nhóm không có thành viên, quy tắc hay phần chưa xác định"
            yield _error("group-empty", what, group.id)


def _labels(directory: Directory) -> Iterator[Finding]:
    """Labels of a group that another group or a body bears too: no look-up can tell which."""
    bearers: dict[str, dict[str, None]] = {}
    for body in directory.organizations:
        for name in (body.name, *body.short_names):
            bearers.setdefault(name_key(name), {})[body.id] = None
    for group in directory.groups:
        for label in dict.fromkeys((group.name, *group.aliases)):
            held = bearers.setdefault(name_key(label), {})
            if others := ", ".join(one for one in held if one != group.id):
                yield _error("name-shared", f"tên nhóm trùng với {others}: {label}", group.id)
            held[group.id] = None


def _successions(directory: Directory) -> Iterator[Finding]:
    for row in directory.successions:
        place = _where(row)
        if not row.basis.strip():
            yield _error("basis-missing", "thiếu căn cứ", place)
        if not row.successors and not row.unresolved:
            yield _error("heir-missing", "không ghi cơ quan sau hay phần chưa xác định", place)
        for body_id in row.predecessors:
            yield from _predecessor(directory, row, body_id, place)
        for body_id in row.successors:
            if not directory.history(body_id):
                yield _error("heir-unknown", f"không có cơ quan {body_id}", place)
            elif directory.get(body_id, on=row.on) is None:
                message = f"{body_id} không tồn tại ngày {_show(row.on)}"
                yield _error("heir-absent", message, place)


def _predecessor(
    directory: Directory, row: Succession, body_id: str, place: str
) -> Iterator[Finding]:
    history = directory.history(body_id)
    if not history:
        yield _error("heir-unknown", f"không có cơ quan {body_id}", place)
        return
    if row.scope:
        return
    last = history[-1].valid_to
    if last is None or last >= row.on:
        message = f"{body_id} còn tồn tại khi đã chuyển giao toàn bộ"
        yield _error("heir-overlap", message, place)
    elif row.on - last > _ONE_DAY:
        message = f"trống từ khi {body_id} kết thúc ({_show(last)}) đến {_show(row.on)}"
        yield _warning("heir-gap", message, place)


def _endings(directory: Directory) -> Iterator[Finding]:
    for body_id, rows in _by(directory.organizations, lambda body: body.id).items():
        passed_on = any(not row.scope for row in directory.successions_from(body_id))
        if not passed_on and all(row.valid_to for row in rows):
            message = "đã kết thúc mà không ghi cơ quan kế thừa"
            yield _warning("heir-missing", message, body_id)


def _cycles(directory: Directory) -> Iterator[Finding]:
    """Cycles among parents, among groups, and among the successions of one day."""
    up = {body.id: (body.parent,) for body in directory.organizations if body.parent}
    yield from _cycle_findings(up, "cấp trên")
    yield from _cycle_findings({group.id: group.members for group in directory.groups}, "nhóm")
    for rows in _by(directory.successions, lambda row: row.on).values():
        graph: dict[str, tuple[str, ...]] = {}
        for row in rows:
            for body_id in row.predecessors:
                graph[body_id] = (*graph.get(body_id, ()), *row.successors)
        yield from _cycle_findings(graph, "kế thừa")


def _cycle_findings(graph: Mapping[str, tuple[str, ...]], what: str) -> Iterator[Finding]:
    for cycle in _find_cycles(graph):
        yield _error("cycle", f"vòng lặp {what}: {' → '.join((*cycle, cycle[0]))}", cycle[0])


def _find_cycles(graph: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """One cycle for each that a walk from every node runs into; no recursion, each node once."""
    done: set[str] = set()
    for start in graph:
        path: dict[str, Iterator[str]] = {}
        if start not in done:
            path[start] = iter(graph[start])
        while path:
            node = next(reversed(path))
            target = next(path[node], None)
            if target is None:
                done.add(node)
                del path[node]
            elif target in path:
                walked = list(path)
                yield tuple(walked[walked.index(target) :])
            elif target in graph and target not in done:
                path[target] = iter(graph[target])


def _colliding(
    keyed: Iterable[tuple[str, Organization]],
) -> Iterator[tuple[Organization, Organization]]:
    """Pairs of different bodies under one key of which the spans meet, each pair once."""
    for pairs in _by(keyed, lambda pair: pair[0]).values():
        bodies = list({id(body): body for _, body in pairs}.values())
        seen: set[frozenset[str]] = set()
        for index, second in enumerate(bodies):
            for first in bodies[:index]:
                pair = frozenset((first.id, second.id))
                if len(pair) > 1 and pair not in seen and _meet(first, second):
                    seen.add(pair)
                    yield second, first


def _meet(first: Organization, second: Organization) -> bool:
    return not (
        (first.valid_to and second.begins_after(first.valid_to))
        or (second.valid_to and first.begins_after(second.valid_to))
    )


def _by(values: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for value in values:
        found.setdefault(key(value), []).append(value)
    return found


def _pair(what: str, rows: Iterable[Organization]) -> str:
    spans = (f"{_show(row.valid_from)}–{_show(row.valid_to)}" for row in rows)
    return f"{what}: {', '.join(spans)}"


def _where(row: Succession) -> str:
    return f"kế thừa {', '.join(row.predecessors)} → {', '.join(row.successors) or '?'}"


def _show(day: datetime.date | None) -> str:
    return "…" if day is None else short_date(day)


def _error(code: str, message: str, place: object, clause: str = "") -> Finding:
    return Finding(f"directory.{code}", Severity.ERROR, message, place=str(place), clause=clause)


def _warning(code: str, message: str, place: object) -> Finding:
    return Finding(f"directory.{code}", Severity.WARNING, message, place=str(place))
