"""Khác nhau: what was added, dropped, changed, re-dated and re-assigned from one plan to another.

What carries an id is followed by it, whatever its words; the rest by likeness of words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve

from kehoach.comparing._aligning import ALIKE, aligned, likeness_of_texts
from kehoach.comparing.changes import Change, ChangeKind
from kehoach.comparing.naming import field_term, label, short_label
from kehoach.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from kehoach.comparing.changes import Path

_REDATED = frozenset(("deadline", "cycle"))
_REASSIGNED = frozenset(
    ("responsibilities", "assignees", "role", "reporters", "receivers", "via", "consolidator",
     "follower", "officer")
)  # fmt: skip
_WHOLE = _REASSIGNED | {"emendations", "columns", "widths", "lines", "parties", "footnotes"}
_HELD = ("tasks", "content", "rows")
_TEXTS = frozenset(("text", "heading"))


def diff(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Các thay đổi từ một kế hoạch sang kế hoạch khác, in the order of the paper.

    `apply(diff(a, b), a) == b` always; of a plan with itself it is empty. A sentence in which
    only the deadline's phrase changed counts as re-dated, like its datum.
    """
    return _with_moves(tuple(_node(old, new, (), ())))


def _node(old: Any, new: Any, path: Path, trail: tuple[str, ...]) -> Iterator[Change]:  # noqa: ANN401 - any part of a plan
    cls: type = type(old)
    inside = (*trail, name) if (name := short_label(old)) else trail
    for field in attrs.fields(cls):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after:
            continue
        step = (*path, field.name)
        if isinstance(before, tuple) and field.name not in _WHOLE:
            yield from _list(before, after, step, inside, old)
        elif isinstance(before, Plan) and isinstance(after, Plan):
            yield from _node(before, after, step, inside)
        else:
            yield Change(
                kind=_kind(field.name, old, new), path=step, before=before, after=after,
                node=old, place=_place(inside), field=field_term(cls, field.name),
            )  # fmt: skip


def _list(
    old: tuple[Any, ...],
    new: tuple[Any, ...],
    path: Path,
    trail: tuple[str, ...],
    holder: Any,  # noqa: ANN401 - any part of a plan
) -> Iterator[Change]:
    place = _place(trail)
    of_plain = field_term(holder.__class__, str(path[-1])) if isinstance(path[-1], str) else ""
    for i, j in aligned(old, new, _key, _likeness):
        if j is None and i is not None:
            term = "" if attrs.has(type(old[i])) else of_plain
            yield Change(kind=ChangeKind.DROPPED, path=(*path, i), before=old[i], node=old[i],
                         place=place, field=term)  # fmt: skip
        elif i is None and j is not None:
            term = "" if attrs.has(type(new[j])) else of_plain
            yield Change(kind=ChangeKind.ADDED, path=path, index=j, after=new[j], node=new[j],
                         place=place, field=term)  # fmt: skip
        elif i is not None and j is not None and old[i] != new[j]:
            yield from _item(old[i], new[j], (*path, i), trail, holder, of_plain)


def _item(  # noqa: PLR0913, PLR0917 - two values, and where they stand
    old: Any, new: Any, path: Path, trail: tuple[str, ...], holder: Any, term: str  # noqa: ANN401
) -> Iterator[Change]:  # fmt: skip
    if attrs.has(type(old)):
        yield from _node(old, new, path, trail)
    elif isinstance(old, tuple):
        yield from _list(old, new, path, trail, holder)
    else:
        yield Change(kind=ChangeKind.CHANGED, path=path, before=old, after=new, node=holder,
                     place=_place(trail), field=term)  # fmt: skip


def _key(value: Any) -> Hashable:  # noqa: ANN401 - any part of a plan
    identity = getattr(value, "id", None)
    return (type(value), identity) if identity is not None else (type(value), value)


def _likeness(old: Any, new: Any) -> float:  # noqa: ANN401 - any part of a plan
    if type(old) is not type(new):
        return 0.0
    if isinstance(old, str):
        return likeness_of_texts(old, new)
    if isinstance(old, tuple):
        return likeness_of_texts(" ".join(map(str, old)), " ".join(map(str, new)))
    ids = getattr(old, "id", None), getattr(new, "id", None)
    if None not in ids and ids[0] != ids[1]:
        return 0.0
    names = label(old), label(new)
    named = likeness_of_texts(*names) if all(names) else ALIKE * (names[0] == names[1])
    return max(named, _shared(_inside(old), _inside(new))) if named < ALIKE else named


def _inside(node: Any) -> Counter[Hashable]:  # noqa: ANN401 - any part of a plan
    """What stands under a heading, by which two headings of other words are known for one."""
    return Counter(_key(one) for name in _HELD for one in getattr(node, name, ()))


def _shared(old: Counter[Hashable], new: Counter[Hashable]) -> float:
    whole = old.total() + new.total()
    return 2 * (old & new).total() / whole if whole else 0.0


def _kind(field: str, old: Any, new: Any) -> ChangeKind:  # noqa: ANN401 - any part of a plan
    if field in _REDATED:
        return ChangeKind.REDATED
    if field in _REASSIGNED:
        return ChangeKind.REASSIGNED
    if field in _TEXTS:
        text, wanted = getattr(old, field), getattr(new, field)
        for kind, phrases in ((ChangeKind.REDATED, _days), (ChangeKind.REASSIGNED, _roles)):
            if isinstance(text, str) and _follows(text, wanted, phrases(old), phrases(new)):
                return kind
    return ChangeKind.CHANGED


def _follows(text: str, wanted: object, old: list[str | None], new: list[str | None]) -> bool:
    """Whether the text changed only where the phrases of its data changed."""
    for before, after in zip(old, new, strict=False):
        if before and after:
            text = text.replace(before, after, 1)
    return text == wanted


def _days(node: Any) -> list[str | None]:  # noqa: ANN401 - any part of a plan
    held = (node, *getattr(node, "milestones", ()), *getattr(node, "dues", ()))
    return [getattr(getattr(one, "deadline", None), "phrase", None) for one in held]


def _roles(node: Any) -> list[str | None]:  # noqa: ANN401 - any part of a plan
    return [one.phrase for one in getattr(node, "responsibilities", ())]


def _place(trail: tuple[str, ...]) -> str:
    return " › ".join(trail)


def _with_moves(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """What was dropped here and added there, known by its id or wholly equal, has moved."""
    dropped = {
        _key(one.before): one
        for one in changes
        if one.kind is ChangeKind.DROPPED and attrs.has(type(one.before))
    }
    moved: dict[int, Change] = {}
    gone: set[int] = set()
    for one in changes:
        origin = dropped.pop(_key(one.after), None) if one.kind is ChangeKind.ADDED else None
        if origin is not None:
            gone.add(id(origin))
            moved[id(one)] = evolve(
                one, kind=ChangeKind.MOVED, path=origin.path, into=one.path, before=origin.before,
                node=origin.before, place=f"{origin.place} → {one.place}",
            )  # fmt: skip
    return tuple(moved.get(id(one), one) for one in changes if id(one) not in gone)
