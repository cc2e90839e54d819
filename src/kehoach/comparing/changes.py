"""Thay đổi: one difference between two plans, as a value."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias

from attrs import frozen

Path: TypeAlias = tuple[str | int, ...]
"""Steps from a plan to a part of it: names of fields, and places in lists."""


class ChangeKind(StrEnum):
    """Loại thay đổi: thêm, bỏ, sửa, đổi thời hạn, đổi phân công, chuyển chỗ."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    REDATED = "redated"
    REASSIGNED = "reassigned"
    MOVED = "moved"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return {"added": "thêm", "dropped": "bỏ", "changed": "sửa", "redated": "đổi thời hạn",
                "reassigned": "đổi phân công", "moved": "chuyển chỗ"}[self.value]  # fmt: skip


@frozen(kw_only=True)
class Change:
    """Thay đổi: `before` and `after` of what stands at `path` in the old plan.

    Of what was added, `path` is the list that it came into and `index` its place in the new one;
    of what was moved, `path` is its old place, `into` and `index` are the new one. `node` is the
    part of the old plan that holds a changed field, or what was added, dropped or moved. `place`
    says where in Vietnamese, `field` which datum ("Thời hạn", "" for a whole part).
    """

    kind: ChangeKind
    path: Path
    before: Any = None
    after: Any = None
    into: Path = ()
    index: int | None = None
    node: Any = None
    place: str = ""
    field: str = ""

    @property
    def id(self) -> str | None:
        """Mã của phần thay đổi, if it has one."""
        found: str | None = getattr(self.node, "id", None)
        return found
