"""Các câu lệnh của sổ: reading and writing rows, on the connection of an open transaction.

Rows are tuples of plain values in the order of `EVENT_COLUMNS` and `STANDING_COLUMNS`; what they
mean is the business of `kehoach.tracking`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, case, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kehoach.store.schema import DUTIES, EVENTS, PLANS, STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

Row = tuple[Any, ...]

EVENT_COLUMNS = tuple(column.name for column in EVENTS.c if column.name not in ("seq", "previous"))
"""Các cột của một sự kiện; the last is its id."""
STANDING_COLUMNS = tuple(
    column.name for column in STANDINGS.c if column.name not in ("number", "plan", "obligation")
)
"""Các cột của một tình trạng."""

_AT_ONCE = 500
_A_PAGE = 2000
_A_FEW = 50
_INSERT_EVENT = insert(EVENTS)
_INSERT_STANDING = insert(STANDINGS)
_INSERT_PLAN = insert(PLANS)
_UPDATE_STANDING = (
    update(STANDINGS)
    .where(STANDINGS.c.plan == bindparam("of_plan"), STANDINGS.c.obligation == bindparam("of_key"))
    .values({name: bindparam(name) for name in STANDING_COLUMNS})
)
_UPDATE_PLAN = (
    update(PLANS)
    .where(PLANS.c.plan == bindparam("of_plan"))
    .values(head=bindparam("head"), events=bindparam("events"))
)
_SELECT_HEAD = select(PLANS.c.head, PLANS.c.events).where(PLANS.c.plan == bindparam("of_plan"))
_SELECT_KNOWN = select(EVENTS.c.id).where(EVENTS.c.id.in_(bindparam("ids", expanding=True)))
_SELECT_STANDING = [STANDINGS.c.plan, STANDINGS.c.obligation] + [
    STANDINGS.c[name] for name in STANDING_COLUMNS
]
_SELECT_STANDINGS = select(*_SELECT_STANDING).where(
    STANDINGS.c.plan == bindparam("of_plan"),
    STANDINGS.c.obligation.in_(bindparam("keys", expanding=True)),
)


class Head(NamedTuple):
    """The end of a plan's chain: the hash of its last event, and how many events it has."""

    hash: str
    events: int


def _chunks(values: Sequence[Any], size: int = _AT_ONCE) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def lock_plans(connection: Connection, plans: Iterable[str], start: str) -> dict[str, Head]:
    """Khóa các kế hoạch: the head of each, `start` for a new one, held until the end.

    In one order, so that two writers never wait for each other. On SQLite the transaction itself
    is the lock.
    """
    server = connection.dialect.name == "postgresql"
    wanted = _SELECT_HEAD.with_for_update() if server else _SELECT_HEAD
    heads = {}
    for plan in sorted(set(plans)):
        found = connection.execute(wanted, {"of_plan": plan}).one_or_none()
        if found is None:
            row = {"plan": plan, "head": start, "events": 0}
            new = postgresql_insert(PLANS).on_conflict_do_nothing() if server else _INSERT_PLAN
            connection.execute(new, row)
            found = connection.execute(wanted, {"of_plan": plan}).one()
        heads[plan] = Head(*found)
    return heads


def put_heads(connection: Connection, heads: Mapping[str, Head]) -> None:
    """Ghi đầu chuỗi của các kế hoạch."""
    rows = [
        {"of_plan": plan, "head": one.hash, "events": one.events} for plan, one in heads.items()
    ]
    if rows:
        connection.execute(_UPDATE_PLAN, rows)


def heads(connection: Connection) -> dict[str, Head]:
    """Đầu chuỗi của mọi kế hoạch, by plan."""
    rows = connection.execute(select(PLANS).order_by(PLANS.c.plan))
    return {plan: Head(head, count) for plan, head, count in rows}


def known_ids(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Những mã sự kiện đã có."""
    found: set[str] = set()
    for some in _chunks(ids):
        found.update(connection.scalars(_SELECT_KNOWN, {"ids": some}))
    return found


def add_duties(connection: Connection, duties: Mapping[str, str]) -> None:
    """Ghi các nội dung việc chưa có."""
    if not duties:
        return
    rows = [{"digest": digest, "content": duties[digest]} for digest in sorted(duties)]
    dialect = connection.dialect.name
    known: set[str] = set()
    for some in _chunks(list(duties)):
        known.update(connection.scalars(select(DUTIES.c.digest).where(DUTIES.c.digest.in_(some))))
    new = [row for row in rows if row["digest"] not in known]
    if new and dialect == "postgresql":  # another plan's writer may add the same wording
        connection.execute(postgresql_insert(DUTIES).on_conflict_do_nothing(), new)
    elif new:
        connection.execute(sqlite_insert(DUTIES), new)


def duties(connection: Connection, digests: Iterable[str] | None = None) -> dict[str, str]:
    """Các nội dung việc, by digest: all, or those asked for."""
    if digests is None:
        return _pairs(connection.execute(select(DUTIES)))
    found: dict[str, str] = {}
    for some in _chunks(sorted(set(digests))):
        rows = connection.execute(select(DUTIES).where(DUTIES.c.digest.in_(some)))
        found.update(_pairs(rows))
    return found


def _pairs(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows}


def add_events(connection: Connection, rows: Sequence[Row], previous: Sequence[str]) -> None:
    """Ghi các sự kiện: rows in the order of `EVENT_COLUMNS`, each with its predecessor's hash."""
    names = (*EVENT_COLUMNS, "previous")
    told = [
        dict(zip(names, (*row, before), strict=True))
        for row, before in zip(rows, previous, strict=True)
    ]
    if told:
        connection.execute(_INSERT_EVENT, told)


def standings(connection: Connection, plan: str, keys: Sequence[str]) -> dict[str, Row]:
    """Tình trạng gần nhất của các việc trong một kế hoạch, by key."""
    found = {}
    for some in _chunks(keys):
        rows = connection.execute(_SELECT_STANDINGS, {"of_plan": plan, "keys": some})
        for _, key, *values in rows:
            found[key] = tuple(values)
    return found


def put_standings(
    connection: Connection,
    new: Mapping[tuple[str, str], Row],
    changed: Mapping[tuple[str, str], Row],
) -> None:
    """Ghi tình trạng: `new` ones are added, `changed` ones replaced."""
    if new:
        names = ("plan", "obligation", *STANDING_COLUMNS)
        told = [dict(zip(names, (*name, *row), strict=True)) for name, row in new.items()]
        connection.execute(_INSERT_STANDING, told)
    if changed:
        names = ("of_plan", "of_key", *STANDING_COLUMNS)
        told = [dict(zip(names, (*name, *row), strict=True)) for name, row in changed.items()]
        connection.execute(_UPDATE_STANDING, told)


def scan_standings(  # noqa: PLR0913 - each narrows what is read
    connection: Connection,
    *,
    columns: Sequence[str] = STANDING_COLUMNS,
    plan: str | None = None,
    body: str | None = None,
    until: str | None = None,
    known: str | None = None,
) -> Iterator[Row]:
    """Đọc tình trạng: plan, key and `columns`, in the order of their first events.

    Narrowed to a plan, a body, and to what is not newer than the day `until` and the instant
    `known`. Rows come page by page.
    """
    wanted = select(
        STANDINGS.c.plan, STANDINGS.c.obligation, *(STANDINGS.c[name] for name in columns)
    )
    wanted = wanted.where(*_narrowed(plan, body), *_settled(until, known))
    yield from _pages(connection, wanted.order_by(STANDINGS.c.number))


def count_standings(
    connection: Connection, until: str, known: str | None, plan: str | None = None
) -> tuple[int, int]:
    """Đếm việc: those without an event after the day and the instant, and those with one."""
    total = func.count()
    settled = func.count(case((and_(*_settled(until, known)), 1)))
    wanted = select(settled, total).select_from(STANDINGS).where(*_narrowed(plan, None))
    older, every = connection.execute(wanted).one()
    return older, every - older


def _narrowed(plan: str | None, body: str | None) -> list[ColumnElement[bool]]:
    found = [STANDINGS.c.plan == plan] if plan is not None else []
    return [*found, STANDINGS.c.body == body] if body is not None else found


def _settled(until: str | None, known: str | None) -> list[ColumnElement[bool]]:
    found = [STANDINGS.c.last_day <= until] if until is not None else []
    return [*found, STANDINGS.c.last_at <= known] if known is not None else found


def scan_histories(  # noqa: PLR0913 - each narrows what is read
    connection: Connection,
    columns: Sequence[str],
    *,
    plan: str | None = None,
    body: str | None = None,
    keys: Sequence[str] | None = None,
    until: str | None = None,
    known: str | None = None,
    unsettled: bool = False,
) -> Iterator[Row]:
    """Đọc lịch sử: plan, key and `columns` of events, obligation by obligation, as recorded.

    Narrowed to a plan, to the obligations that ever were a body's, to keys, to the days not after
    `until` and the instants not after `known`; `unsettled` leaves out the obligations that
    `scan_standings` gives for the same limits.
    """
    wanted = select(EVENTS.c.plan, EVENTS.c.obligation, *(EVENTS.c[name] for name in columns))
    if plan is not None:
        wanted = wanted.where(EVENTS.c.plan == plan)
    if keys is not None:
        wanted = wanted.where(EVENTS.c.obligation.in_(keys))
    if body is not None:
        wanted = _of_body(wanted, body)
    if unsettled:
        joined = and_(
            STANDINGS.c.plan == EVENTS.c.plan, STANDINGS.c.obligation == EVENTS.c.obligation
        )
        later = [STANDINGS.c.last_day > until] if until is not None else []
        later += [STANDINGS.c.last_at > known] if known is not None else []
        wanted = wanted.join(STANDINGS, joined).where(or_(*later))
    wanted = wanted.where(*([EVENTS.c.day <= until] if until is not None else []))
    wanted = wanted.where(*([EVENTS.c.at <= known] if known is not None else []))
    ordered = wanted.order_by(EVENTS.c.plan, EVENTS.c.obligation, EVENTS.c.seq)
    yield from _pages(connection, ordered)


def _of_body(wanted: Select[Any], body: str) -> Select[Any]:
    once = (
        select(EVENTS.c.plan, EVENTS.c.obligation)
        .where(EVENTS.c.body == body)
        .distinct()
        .subquery()
    )
    joined = and_(once.c.plan == EVENTS.c.plan, once.c.obligation == EVENTS.c.obligation)
    return wanted.join(once, joined)


def scan_chain(connection: Connection, plan: str | None = None) -> Iterator[Row]:
    """Đọc các chuỗi: plan, seq, previous and the columns of every event, plan by plan in order."""
    wanted = select(
        EVENTS.c.seq, EVENTS.c.previous, *(EVENTS.c[name] for name in EVENT_COLUMNS)
    ).order_by(EVENTS.c.plan, EVENTS.c.seq)
    if plan is not None:
        wanted = wanted.where(EVENTS.c.plan == plan)
    yield from _pages(connection, wanted)


def scan_backwards(
    connection: Connection, plan: str | None = None, obligation: str | None = None
) -> Iterator[Row]:
    """Đọc ngược: the columns of every event, the one recorded last first.

    Read a few at a time, so that who wants just the last ones may stop.
    """
    columns = (EVENTS.c.seq, *(EVENTS.c[name] for name in EVENT_COLUMNS))
    wanted = select(*columns).order_by(EVENTS.c.seq.desc()).limit(_A_FEW)
    if plan is not None:
        wanted = wanted.where(EVENTS.c.plan == plan)
    if obligation is not None:
        wanted = wanted.where(EVENTS.c.obligation == obligation)
    rows = connection.execute(wanted).all()
    while rows:
        yield from (tuple(row[1:]) for row in rows)
        rows = connection.execute(wanted.where(EVENTS.c.seq < rows[-1][0])).all()


def numbers(connection: Connection, plan: str | None = None) -> dict[tuple[str, str], int]:
    """Thứ tự các việc: by plan and key, in the order of their first events."""
    wanted = select(STANDINGS.c.plan, STANDINGS.c.obligation, STANDINGS.c.number)
    rows = _pages(connection, wanted.where(*_narrowed(plan, None)))
    return {(plan, key): number for plan, key, number in rows}


def keys_like(connection: Connection, plan: str) -> tuple[str, ...]:
    """Các khóa việc của một kế hoạch."""
    wanted = select(STANDINGS.c.obligation).where(STANDINGS.c.plan == plan)
    return tuple(connection.scalars(wanted.order_by(STANDINGS.c.number)))


def _pages(connection: Connection, wanted: Select[Any]) -> Iterator[Row]:
    result = connection.execute(wanted, execution_options={"yield_per": _A_PAGE})
    for page in result.partitions():
        yield from page
