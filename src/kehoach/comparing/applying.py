"""Áp dụng thay đổi: the changes of a plan made to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kehoach.comparing.changes import Change, ChangeKind
from kehoach.errors import ChangesDoNotFit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.comparing.changes import Path
    from kehoach.plan import Plan


def apply(changes: Iterable[Change], plan: Plan) -> Plan:
    """Áp dụng các thay đổi vào kế hoạch mà chúng được tính ra từ đó.

    Raises `ChangesDoNotFit` where the plan does not hold what a change says stood there.
    """
    edits = _Edits(changes)
    made: Plan = edits.made(plan, ())
    edits.check_all_met()
    return made


class _Edits:
    """The changes by the path that they touch."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.replaced: dict[Path, Change] = {}
        self.dropped: dict[Path, Change] = {}
        self.added: dict[Path, dict[int, Any]] = {}
        self.touched: set[Path] = set()
        self.met: set[Path] = set()
        for one in changes:
            if one.kind in (ChangeKind.DROPPED, ChangeKind.MOVED):
                self.dropped[one.path] = one
            elif one.kind is not ChangeKind.ADDED:
                self.replaced[one.path] = one
            if one.index is not None:
                into = one.into if one.kind is ChangeKind.MOVED else one.path
                self.added.setdefault(into, {})[one.index] = one.after
        self.targets = {*self.replaced, *self.dropped, *self.added}
        for path in self.targets:
            self.touched.update(path[:length] for length in range(len(path) + 1))

    def made(self, value: Any, path: Path) -> Any:  # noqa: ANN401 - any part of a plan
        """The value with the changes at its path and below."""
        change = self.replaced.get(path)
        if change is not None:
            self._meet(path, value, change)
            return change.after
        if path not in self.touched:
            return value
        if isinstance(value, tuple):
            return self._list(value, path)
        if attrs.has(type(value)):
            names = [one.name for one in attrs.fields(type(value))]
            inner = {name: self.made(getattr(value, name), (*path, name)) for name in names
                     if (*path, name) in self.touched}  # fmt: skip
            return attrs.evolve(value, **inner)
        return value

    def _list(self, value: tuple[Any, ...], path: Path) -> tuple[Any, ...]:
        kept = []
        for place, item in enumerate(value):
            inside = (*path, place)
            if inside in self.dropped:
                self._meet(inside, item, self.dropped[inside])
            else:
                kept.append(self.made(item, inside))
        for index, item in sorted(self.added.get(path, {}).items(), key=lambda one: one[0]):
            if index > len(kept):
                raise ChangesDoNotFit(path, f"{index} items before it", str(len(kept)))
            kept.insert(index, item)
        self.met.add(path)
        return tuple(kept)

    def _meet(self, path: Path, value: Any, change: Change) -> None:  # noqa: ANN401 - any part of a plan
        if value != change.before:
            raise ChangesDoNotFit(path, repr(change.before), repr(value))
        self.met.add(path)

    def check_all_met(self) -> None:
        """Raise `ChangesDoNotFit` where a change's path leads to nothing."""
        for path in sorted(self.targets - self.met, key=repr):
            raise ChangesDoNotFit(path, "a part of the plan", "nothing")
