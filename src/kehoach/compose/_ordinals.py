"""Số thứ tự trong bảng: the ordinals of groups and tasks, from the top row to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from kehoach.compose._marks import Style, style_of

if TYPE_CHECKING:
    from kehoach.plan import GroupRow, Task

_GROUP = style_of("I")
_TASK = style_of("1")


@frozen
class Ordinals:
    """Các số đã đếm: groups in Roman numerals, tasks in Arabic ones, anew in each group.

    A group's `mark` is printed as it stands. A task's `mark` is the first label of its series, as
    in a section ("1.1" counts within the task or group above it); its `number` overrides the
    count. `path` are the numbers of what stands above, from the outermost dotted one.
    """

    groups: int = 0
    path: tuple[int, ...] = ()
    counts: dict[Style, int] = field(factory=dict)

    def of_group(self, row: GroupRow) -> tuple[str, Ordinals]:
        """The ordinal of a group row, and the ordinals after it."""
        if row.mark is None:
            number = self.groups + 1
            return _GROUP.label(number, ()), Ordinals(number, (number,))
        parts = row.mark.rstrip(".)").split(".")
        if all(part.isdecimal() for part in parts):
            return row.mark, Ordinals(self.groups, tuple(map(int, parts)))
        style = style_of(row.mark)
        number = style.start if style.counted else 0
        groups = number if style.numerals == _GROUP.numerals else self.groups
        return row.mark, Ordinals(groups, (number,))

    def of_task(self, row: Task) -> tuple[str, Ordinals]:
        """The ordinal of a task's row, and the ordinals after it; raises `NoSuchOrdinal`."""
        style = _TASK if row.mark is None else style_of(row.mark)
        if not style.counted:
            return style.literal, self
        number = row.number or self.counts.get(style, style.start - 1) + 1
        above = self.path[: style.parents]
        if style.numerals != _TASK.numerals:
            return style.label(number, above), Ordinals(
                self.groups, self.path, {**self.counts, style: number}
            )
        shallower = {one: n for one, n in self.counts.items() if one.parents <= style.parents}
        counts = {one: n for one, n in shallower.items() if one.numerals == style.numerals}
        label = style.label(number, above)
        return label, Ordinals(self.groups, (*above, number), {**counts, style: number})
