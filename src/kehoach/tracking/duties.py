"""Việc được giao: what one body owes, with its day, the phrase it came from and a stable key."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.deadlines import Period
from kehoach.plan import Bound, Mood, Role, Threshold


class DutyKind(StrEnum):
    """Loại việc: nhiệm vụ, mốc của nhiệm vụ, báo cáo, chỉ tiêu."""

    TASK = "task"
    MILESTONE = "milestone"
    REPORT = "report"
    TARGET = "target"

    @property
    def label(self) -> str:
        """The Vietnamese word that a clerk reads."""
        return {"task": "nhiệm vụ", "milestone": "mốc", "report": "báo cáo", "target": "chỉ tiêu"}[
            self.value
        ]


class Term(StrEnum):
    """Loại thời hạn của một việc.

    DATED có ngày đến hạn; PENDING tính từ một sự kiện chưa ghi nhận; STANDING thường xuyên;
    ON_REQUEST khi có yêu cầu; NONE không nêu ngày.
    """

    DATED = "dated"
    PENDING = "pending"
    STANDING = "standing"
    ON_REQUEST = "on_request"
    NONE = "none"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return _TERMS[self.value]

    @property
    def rated(self) -> bool:
        """Có tính vào thống kê: standing and on-request work stays out (QĐ 23/2018/QĐ-TTg)."""
        return self not in (Term.STANDING, Term.ON_REQUEST)


def _told(value: str | None) -> str | None:
    """An empty text says nothing."""
    return value or None


_TERMS = {
    "dated": "có thời hạn",
    "pending": "chờ sự kiện",
    "standing": "thường xuyên",
    "on_request": "khi có yêu cầu",
    "none": "không thời hạn",
}


@frozen
class Duty:
    """Nội dung việc, the same for every body that has it.

    `node` is the id of the task, milestone, report or target in the plan; `phrase` is what the
    paper says about the day and `trace` how the day follows; `hour` ends the day. `receiver` gets
    the result; `coordinators` help; `mood` says whether it was ordered or asked for.
    """

    node: str
    kind: DutyKind
    text: str
    period: Period | None = None
    phrase: str = ""
    trace: str = ""
    hour: str | None = None
    product: str | None = field(default=None, converter=_told)
    receiver: str | None = field(default=None, converter=_told)
    coordinators: tuple[str, ...] = field(default=(), converter=as_tuple)
    mood: Mood = Mood.ASSIGN
    threshold: Threshold | None = None


def _day(value: datetime.date | None) -> datetime.date | None:
    return None if value is None else plain_date(value)


@frozen
class Obligation:
    """Việc của một cơ quan: a duty × the body that owes it, with the last day on time.

    `body` is the id in the directory, or the name as a key; empty while nobody was named. `name`
    is printed. `counted` is false for a body that only helps where another leads: it is listed
    and not rated. `due` is a day just where `term` is DATED.
    """

    plan: str
    key: str
    duty: Duty
    body: str
    name: str
    role: Role = Role.LEAD
    counted: bool = True
    term: Term = Term.NONE
    due: datetime.date | None = field(default=None, converter=_day)

    def __attrs_post_init__(self) -> None:
        if (self.due is not None) != (self.term is Term.DATED):
            message = f"{self.key}: a due day and the term DATED go together, got {self.due}"
            raise ValueError(message)


def duty_to_tree(duty: Duty) -> dict[str, object]:
    """The duty as JSON values, defaults left out."""
    tree: dict[str, object] = {"node": duty.node, "kind": duty.kind.value, "text": duty.text}
    if duty.period:
        tree["period"] = [duty.period.start.isoformat(), duty.period.end.isoformat()]
    for name in ("phrase", "trace", "hour", "product", "receiver"):
        if value := getattr(duty, name):
            tree[name] = value
    if duty.coordinators:
        tree["coordinators"] = list(duty.coordinators)
    if duty.mood is not Mood.ASSIGN:
        tree["mood"] = duty.mood.value
    if duty.threshold:
        one = duty.threshold
        tree["threshold"] = [str(one.value), one.unit, one.bound.value, one.phrase]
    return tree


def duty_from_tree(tree: dict[str, object]) -> Duty:
    """The duty of a tree that :func:`duty_to_tree` made.

    Raises :class:`KeyError`, :class:`TypeError` or :class:`ValueError` for another.
    """
    known = dict(tree)
    known["kind"] = DutyKind(str(known["kind"]))
    if isinstance(period := known.get("period"), list):
        known["period"] = Period(*map(datetime.date.fromisoformat, period))
    if "mood" in known:
        known["mood"] = Mood(str(known["mood"]))
    if isinstance(limit := known.get("threshold"), list):
        value, unit, bound, phrase = limit
        known["threshold"] = Threshold(Decimal(value), unit, Bound(bound), phrase)
    return Duty(**known)  # type: ignore[arg-type]
