"""Bộ lọc: conditions on a status, as text for clerks and as Python expressions for scripts.

    đơn_vị:so-tttt quá_hạn hạn<2013-07-15        parse_filter(…)
    BODY.has("so-tttt") & OVERDUE & (DUE < datetime.date(2013, 7, 15))

Both make the same values; `str` of a filter is its text.
"""

from __future__ import annotations

import datetime
import operator
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.tracking._keys import period_key, slug
from kehoach.tracking.duties import DutyKind, Term
from kehoach.tracking.states import State, Timeliness
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kehoach.tracking.assessing import Status

_TESTS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}


@frozen
class Filter:
    """Điều kiện lọc; join with `&`, `|` and `~`."""

    def matches(self, status: Status) -> bool:
        """Whether the condition holds for the status."""
        raise NotImplementedError

    def __and__(self, other: Filter) -> Filter:
        """Both hold."""
        return All((*_parts(self, All), *_parts(other, All)))

    def __or__(self, other: Filter) -> Filter:
        """One of them holds."""
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __invert__(self) -> Filter:
        """It does not hold."""
        return self.part if isinstance(self, Not) else Not(self)


def _parts(one: Filter, kind: type[All | AnyOf]) -> tuple[Filter, ...]:
    return one.parts if isinstance(one, kind) else (one,)


@frozen
class All(Filter):
    """Và: every part holds; without parts always."""

    parts: tuple[Filter, ...] = ()

    def matches(self, status: Status) -> bool:
        """Whether every part holds."""
        return all(part.matches(status) for part in self.parts)

    def __str__(self) -> str:
        """The parts, parted by spaces."""
        return " ".join(_inner(part) for part in self.parts)


@frozen
class AnyOf(Filter):
    """Hoặc: one of the parts holds."""

    parts: tuple[Filter, ...]

    def matches(self, status: Status) -> bool:
        """Whether a part holds."""
        return any(part.matches(status) for part in self.parts)

    def __str__(self) -> str:
        """The parts, parted by `hoặc`."""
        return " hoặc ".join(
            f"({part})" if isinstance(part, AnyOf) else str(part) for part in self.parts
        )


@frozen
class Not(Filter):
    """Không: the part does not hold."""

    part: Filter

    def matches(self, status: Status) -> bool:
        """Whether the part does not hold."""
        return not self.part.matches(status)

    def __str__(self) -> str:
        """`không` and the part."""
        inner = self.part
        bracketed = isinstance(inner, AnyOf) or (isinstance(inner, All) and len(inner.parts) != 1)
        return f"không ({inner})" if bracketed else f"không {inner}"


def _inner(part: Filter) -> str:
    return f"({part})" if isinstance(part, AnyOf | All) else str(part)


@frozen
class Flag(Filter):
    """Một từ: a state, a timeliness, a kind of work or of term, by its Vietnamese name."""

    word: str

    def __attrs_post_init__(self) -> None:
        if self.word not in FLAGS:
            raise ValueError(f"expected one of {', '.join(FLAGS)}, got {self.word!r}")

    def matches(self, status: Status) -> bool:
        """Whether the word is true of the status."""
        return FLAGS[self.word](status)

    def __str__(self) -> str:
        """The word."""
        return self.word


@frozen
class Has(Filter):
    """Trường:chữ — a field of text is, begins with or contains the words, accents forgotten.

    An id must be equal; a name needs to contain the words.
    """

    field: str
    words: str

    def matches(self, status: Status) -> bool:
        """Whether one of the field's texts contains the words, or the field's id is them."""
        wanted = fold(self.words)
        ids, names = TEXTS[self.field](status)
        return any(fold(one) == wanted for one in ids) or any(wanted in fold(one) for one in names)

    def __str__(self) -> str:
        """The field, a colon and the words, quoted where they need it."""
        return f"{self.field}:{quoted(self.words)}"


@frozen
class Compare(Filter):
    """So sánh: a day or a number of the status with another; a missing one never compares."""

    field: str
    sign: str
    value: datetime.date | int

    def __attrs_post_init__(self) -> None:
        expected = datetime.date if self.field in DAYS else int
        if type(self.value) is not expected or self.sign not in _TESTS:
            raise TypeError(f"{self.field} {self.sign} {self.value!r}: expected {expected}")

    def matches(self, status: Status) -> bool:
        """Whether the comparison holds."""
        read = DAYS.get(self.field) or NUMBERS[self.field]
        value = read(status)
        return value is not None and bool(_TESTS[self.sign](value, self.value))

    def __str__(self) -> str:
        """Field, sign and value."""
        return f"{self.field}{self.sign}{self.value}"


def quoted(words: str) -> str:
    """The words as the filter language reads them back."""
    plain = words and not any(one.isspace() or one in '"()<>=:' for one in words)
    return words if plain else '"' + words.replace('"', "”") + '"'


_Texts = tuple[tuple[str, ...], tuple[str, ...]]

TEXTS: Mapping[str, Callable[[Status], _Texts]] = MappingProxyType(
    {
        "đơn_vị": lambda one: ((one.body, slug(one.name)), (one.name,)),
        "mã": lambda one: ((one.key, one.duty.node), ()),
        "kế_hoạch": lambda one: ((one.plan,), ()),
        "nội_dung": lambda one: ((), (one.duty.text, one.duty.product or "")),
        "nơi_nhận": lambda one: ((), (one.duty.receiver or "",)),
        "phối_hợp": lambda one: ((), one.duty.coordinators),
        "vai_trò": lambda one: ((one.role.value if one.role else "",), ()),
        "kỳ": lambda one: ((period_key(one.duty.period) if one.duty.period else "",), ()),
    }
)
"""Các trường chữ: the ids and the names of each field."""

DAYS: Mapping[str, Callable[[Status], datetime.date | None]] = MappingProxyType(
    {
        "hạn": lambda one: one.due,
        "hạn_đầu": lambda one: one.first_due,
        "giao": lambda one: one.assigned_on,
        "xong": lambda one: one.done_on,
        "cập_nhật": lambda one: one.last_day,
    }
)
"""Các trường ngày."""

NUMBERS: Mapping[str, Callable[[Status], int | None]] = MappingProxyType(
    {
        "còn": lambda one: one.days,
        "trễ": lambda one: None if one.days is None else max(0, -one.days),
        "còn_ngày_làm_việc": lambda one: one.working_days,
    }
)
"""Các trường số: calendar days left, calendar days late, working days left."""


def _key(label: str) -> str:
    return label.replace(" ", "_")


def _flags() -> dict[str, Callable[[Status], bool]]:
    found: dict[str, Callable[[Status], bool]] = {}
    for state in State:
        found[_key(state.label)] = lambda one, state=state: one.state is state  # type: ignore[misc]
    for one in Timeliness:
        found[_key(one.label)] = lambda s, kind=one: s.timeliness is kind  # type: ignore[misc]
    for term in Term:
        found.setdefault(_key(term.label), lambda s, term=term: s.term is term)  # type: ignore[misc]
    for kind in DutyKind:
        found[_key(kind.label)] = lambda s, kind=kind: s.duty.kind is kind  # type: ignore[misc]
    found["trong_hạn"] = lambda s: s.timeliness in (Timeliness.IN_TERM, Timeliness.DUE_SOON)
    found["chưa_hoàn_thành"] = lambda s: s.state.open
    found["xin_gia_hạn"] = lambda s: s.asked is not None
    found["được_tính"] = lambda s: s.counted
    found["gia_hạn"] = lambda s: s.due is not None and s.due != s.first_due
    return found


FLAGS: Mapping[str, Callable[[Status], bool]] = MappingProxyType(_flags())
"""Các từ: what may stand alone in a filter."""


@frozen
class TextField:
    """Trường chữ trong biểu thức Python."""

    name: str

    def has(self, words: str) -> Filter:
        """The field is or contains the words."""
        return Has(self.name, words)


@frozen(eq=False)
class ValueField:
    """Trường ngày hoặc số trong biểu thức Python: compare it with `<`, `<=`, `>`, `>=` or `on`."""

    name: str

    def __lt__(self, value: datetime.date | int) -> Filter:
        """Before, below."""
        return Compare(self.name, "<", value)

    def __le__(self, value: datetime.date | int) -> Filter:
        """Not after, not above."""
        return Compare(self.name, "<=", value)

    def __gt__(self, value: datetime.date | int) -> Filter:
        """After, above."""
        return Compare(self.name, ">", value)

    def __ge__(self, value: datetime.date | int) -> Filter:
        """Not before, not below."""
        return Compare(self.name, ">=", value)

    def equals(self, value: datetime.date | int) -> Filter:
        """On the day, just this number."""
        return Compare(self.name, "=", value)


BODY, KEY, PLAN, TEXT = (
    TextField("đơn_vị"),
    TextField("mã"),
    TextField("kế_hoạch"),
    TextField("nội_dung"),
)
"""Các trường chữ hay dùng."""
DUE, FIRST_DUE, ASSIGNED_ON, DONE_ON = map(ValueField, ("hạn", "hạn_đầu", "giao", "xong"))
"""Các trường ngày hay dùng."""
DAYS_LEFT, DAYS_LATE = ValueField("còn"), ValueField("trễ")
"""Các trường số hay dùng."""
OVERDUE, DUE_SOON, IN_TERM, NOT_DONE, DONE = map(
    Flag, ("quá_hạn", "sắp_đến_hạn", "trong_hạn", "chưa_hoàn_thành", "đã_hoàn_thành")
)
"""Các từ hay dùng."""
