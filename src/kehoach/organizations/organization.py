"""Cơ quan, đơn vị: bodies, groups of bodies and who inherits from whom, each with its days.

Days are whole days and both ends count: a body of which `valid_to` is 30 June exists on 30 June
and no longer on 1 July. A day that is not known is `None`; nothing is invented.
"""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from attrs import field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.terms import Term
from kehoach.vietnamese import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.vietnamese.sorting import SortKey

_UNRANKED = 1_000_000
_PLACE = re.compile(
    r"(tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu) (.+)", re.IGNORECASE
)


class Kind(StrEnum):
    """Loại cơ quan, đơn vị."""

    CENTRAL = "central"
    PARTY = "party"
    COUNCIL = "council"
    PEOPLES_COMMITTEE = "peoples_committee"
    DEPARTMENT = "department"
    AGENCY = "agency"
    VERTICAL = "vertical"
    JUDICIARY = "judiciary"
    FRONT = "front"
    PRESS = "press"
    ENTERPRISE = "enterprise"
    COORDINATION = "coordination"


class Level(StrEnum):
    """Cấp: trung ương, tỉnh, huyện (đến hết 30/6/2025), xã."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Command(StrEnum):
    """Quyền giao việc của UBND: giao trực tiếp, giao qua cấp trên trực tiếp, chỉ đề nghị."""

    ORDER = "order"
    THROUGH = "through"
    REQUEST = "request"


class Certainty(StrEnum):
    """Mức độ chắc chắn: đã đọc trong văn bản, có khả năng, chưa chắc chắn."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCERTAIN = "uncertain"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return {"certain": "chắc chắn", "likely": "có khả năng", "uncertain": "chưa chắc chắn"}[
            self.value
        ]


def lowest(certainties: Iterable[Certainty]) -> Certainty:
    """Mức thấp nhất: a chain is as certain as its weakest part, and an empty one is certain."""
    order = list(Certainty)
    return max(certainties, key=order.index, default=Certainty.CERTAIN)


def _day(value: datetime.date | None) -> datetime.date | None:
    return None if value is None else plain_date(value)


@frozen
class Organization:
    """Cơ quan, đơn vị: one body during one span of days in which nothing below changed.

    A body that changes its name, parent or code without being replaced has several rows with one
    `id` and spans that follow each other. `name` is printed; `place` ("tỉnh Long An") tells apart
    bodies of one name. `rank` is the place in protocol order, 1 first. `command` says whether the
    UBND orders the body, orders it through its superior, or only asks. `code` is the mã định danh
    (QĐ 20/2020/QĐ-TTg, or the older form; see `kehoach.organizations.codes`).
    """

    id: Annotated[str, Term("Mã trong danh mục")]
    name: Annotated[str, Term("Tên")]
    kind: Annotated[Kind, Term("Loại")]
    level: Annotated[Level, Term("Cấp")]
    short_names: Annotated[tuple[str, ...], Term("Tên gọi khác", key="short")] = field(
        default=(), converter=as_tuple
    )
    abbreviations: Annotated[tuple[str, ...], Term("Tên viết tắt")] = field(
        default=(), converter=as_tuple
    )
    parent: Annotated[str | None, Term("Cơ quan cấp trên")] = None
    place: Annotated[str | None, Term("Địa bàn")] = None
    fields: Annotated[tuple[str, ...], Term("Lĩnh vực")] = field(default=(), converter=as_tuple)
    code: Annotated[str | None, Term("Mã định danh")] = None
    rank: Annotated[int | None, Term("Thứ tự lễ tân")] = None
    command: Annotated[Command | None, Term("Quyền giao việc của UBND")] = None
    valid_from: Annotated[datetime.date | None, Term("Từ ngày", key="from")] = field(
        default=None, converter=_day
    )
    valid_to: Annotated[datetime.date | None, Term("Đến hết ngày", key="to")] = field(
        default=None, converter=_day
    )
    source: Annotated[str, Term("Nguồn")] = ""
    certainty: Annotated[Certainty, Term("Mức độ chắc chắn")] = Certainty.CERTAIN
    note: Annotated[str, Term("Ghi chú")] = ""

    def exists(self, on: datetime.date) -> bool:
        """Whether the body exists on the day."""
        return not self.begins_after(on) and not self.ended_before(on)

    def begins_after(self, on: datetime.date) -> bool:
        """Whether the first day comes after `on`; an unknown first day never does."""
        return self.valid_from is not None and self.valid_from > on

    def ended_before(self, on: datetime.date) -> bool:
        """Whether the last day came before `on`; an unknown last day never did."""
        return self.valid_to is not None and self.valid_to < on

    @property
    def full_name(self) -> str:
        """The name with its place, where it does not end in the place's own name.

        "Sở Nội vụ tỉnh Long An", "Thanh tra tỉnh Long An", but "Báo Long An".
        """
        kind, own = split_place(self.place)
        if not own or self.name.endswith(own):
            return self.name
        return f"{self.name} {own if self.name.endswith(f' {kind}') else self.place}"


def split_place(place: str | None) -> tuple[str, str]:
    """The kind and the own name of a place: "tỉnh", "Long An"; both empty where there is none."""
    match = _PLACE.fullmatch(place or "")
    return (match[1], match[2]) if match else ("", place or "")


@frozen
class Rule:
    """Quy tắc thành viên: the bodies of some kinds and a level, below a body, on the day.

    `within` is the id of the body they stand under, at any depth; on a day when it no longer
    exists its successors stand for it. `named` are the words of the label: a member of which the
    name holds none of them is counted, with a warning ("thị xã" under "các huyện, thành phố").
    """

    kinds: Annotated[tuple[Kind, ...], Term("Loại")] = field(converter=as_tuple)
    level: Annotated[Level | None, Term("Cấp")] = None
    within: Annotated[str | None, Term("Trực thuộc")] = None
    named: Annotated[tuple[str, ...], Term("Từ mà tên nhóm gọi")] = field(
        default=(), converter=as_tuple
    )


@frozen
class Group:
    """Nhóm cơ quan: a label that stands for several bodies.

    `members` is a closed list of ids (bodies or groups), `rule` computes members on a day, and
    `unresolved` says in Vietnamese what a person must still name ("các cơ quan liên quan"); a
    group may have all three.
    """

    id: Annotated[str, Term("Mã trong danh mục")]
    name: Annotated[str, Term("Tên nhóm")]
    aliases: Annotated[tuple[str, ...], Term("Cách gọi khác")] = field(
        default=(), converter=as_tuple
    )
    members: Annotated[tuple[str, ...], Term("Thành viên")] = field(default=(), converter=as_tuple)
    rule: Annotated[Rule | None, Term("Quy tắc")] = None
    unresolved: Annotated[str, Term("Phần chưa xác định")] = ""
    source: Annotated[str, Term("Nguồn")] = ""
    note: Annotated[str, Term("Ghi chú")] = ""


@frozen
class Succession:
    """Kế thừa: from `on`, what `predecessors` did is done by `successors`; many to many.

    `scope` are the fields of work that pass; an empty one means all that no scoped succession of
    the same body takes. No successors, or an `unresolved` text, is a question to a person.
    `basis` is the paper that decided it.
    """

    predecessors: Annotated[tuple[str, ...], Term("Cơ quan trước", key="from")] = field(
        converter=as_tuple
    )
    successors: Annotated[tuple[str, ...], Term("Cơ quan sau", key="to")] = field(
        converter=as_tuple
    )
    on: Annotated[datetime.date, Term("Từ ngày")] = field(converter=plain_date)
    basis: Annotated[str, Term("Căn cứ")] = ""
    scope: Annotated[tuple[str, ...], Term("Lĩnh vực")] = field(default=(), converter=as_tuple)
    certainty: Annotated[Certainty, Term("Mức độ chắc chắn")] = Certainty.CERTAIN
    unresolved: Annotated[str, Term("Phần chưa xác định")] = ""
    note: Annotated[str, Term("Ghi chú")] = ""


def rank_key(body: Organization) -> tuple[int, SortKey, str]:
    """Khóa thứ tự lễ tân: rank first, unranked bodies last; the alphabet only breaks ties."""
    rank = _UNRANKED if body.rank is None else body.rank
    return rank, sort_key(body.name), body.id


def in_protocol_order(bodies: Iterable[Organization]) -> tuple[Organization, ...]:
    """Xếp theo thứ tự lễ tân: the order in which a paper prints the names."""
    return tuple(sorted(bodies, key=rank_key))
