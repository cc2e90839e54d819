"""Mẫu lịch và tiến độ: every state and kind, and hostile text wherever a text may stand."""

from __future__ import annotations

import datetime
from decimal import Decimal

from attrs import evolve

from kehoach.cycles import Calendar, Entry, EntryKind, Key
from kehoach.deadlines import Period
from kehoach.findings import Finding, Severity
from kehoach.plan import Bound, Party, Role, Threshold
from kehoach.testing.samples import DAY, FORBIDDEN, HOSTILE
from kehoach.tracking import (
    Duty,
    DutyKind,
    Outcome,
    Progress,
    State,
    Status,
    Term,
    Timeliness,
)

_PLAN = "kh-2026-mau"
_OFFICE = Party("Sở Nội vụ", id="so-nv")
_TARGET = Threshold(Decimal("98.5"), "%", Bound.AT_LEAST, "đạt 98,5%")


def sample_calendars() -> dict[str, Calendar]:
    """Lịch mẫu, by name: entries of every kind with and without day, none, hostile text."""
    return {
        "whole": _calendar(),
        "empty": Calendar("", None, (), (), ()),
        "hostile": _hostile_calendar(),
    }


def sample_progresses() -> dict[str, Progress]:
    """Tiến độ mẫu, by name: every state and timeliness, an empty one, hostile text, a long one."""
    return {
        "whole": Progress(DAY, (*_every_state(), *_every_kind())),
        "empty": Progress(DAY),
        "hostile": Progress(
            DAY, tuple(_hostile(number, one) for number, one in enumerate(HOSTILE))
        ),
        "long": Progress(DAY, tuple(_status(f"{n}@xa-{n % 40}") for n in range(300))),
    }


def forbidden_calendar() -> Calendar:
    """Lịch có ký tự cấm trong tên và trong một mục."""
    return Calendar(FORBIDDEN, 2026, (evolve(_entry(), text=FORBIDDEN),), (), ())


def forbidden_progress() -> Progress:
    """Tiến độ có ký tự cấm trong nội dung một việc."""
    one = _status("1@so-nv")
    return Progress(DAY, (evolve(one, duty=evolve(one.duty, text=FORBIDDEN)),))


def _entry(day: datetime.date | None = DAY, kind: EntryKind = EntryKind.TASK) -> Entry:
    period = Period.quarter(2026, 1) if kind is EntryKind.REPORT else None
    return Entry(
        day=day,
        kind=kind,
        text="Lập danh mục dữ liệu",
        who=_OFFICE,
        to=(Party("UBND tỉnh"),),
        notes=("hạn là ngày làm việc",),
        provisional=False,
        key=Key(f"1.{kind}", period),
    )


def _calendar() -> Calendar:
    plain = tuple(_entry(kind=kind) for kind in EntryKind)
    late = evolve(_entry(), day=DAY + datetime.timedelta(days=3), hour="16:00", provisional=True)
    last = evolve(late, key=Key("2"), last_working_day=DAY, who=None, to=())
    doubt = Finding("cycle.too-soon", Severity.WARNING, "hạn gửi quá gần", "Báo cáo quý", line=3)
    waiting = evolve(_entry(None), key=Key("3"), notes=())
    return Calendar("Chuyển đổi số năm 2026", 2026, (*plain, late, last), (waiting,), (doubt,))


def _hostile_calendar() -> Calendar:
    entries = tuple(
        evolve(
            _entry(), text=text, who=Party(text, id=text), notes=(text, text), key=Key(f"{n}{text}")
        )
        for n, text in enumerate(HOSTILE)
    )
    first = HOSTILE[0]
    doubt = Finding(first, Severity.INFO, first, first, clause=first, advice=first)
    return Calendar(first, 2026, entries, entries[:2], (doubt,))


def _status(key: str, state: State = State.ASSIGNED, due: datetime.date | None = DAY) -> Status:
    node, _, body = key.partition("@")
    done = DAY if state is State.DONE else None
    withdrawn = state is State.WITHDRAWN
    timeliness = Timeliness.ON_TIME if done else Timeliness.DUE_SOON
    return Status(
        plan=_PLAN,
        key=key,
        duty=Duty(node, DutyKind.TASK, f"Nhiệm vụ số {node}"),
        body=body,
        name=f"Cơ quan {body}" if body else "",
        role=Role.LEAD,
        counted=True,
        state=state,
        timeliness=timeliness if due and not withdrawn else Timeliness.NO_TERM,
        term=Term.DATED if due else Term.NONE,
        due=due,
        first_due=due,
        planned_due=due,
        assigned_on=DAY,
        done_on=done,
        submitted_on=done,
        days=0 if due and not withdrawn else None,
        working_days=0 if due and not withdrawn else None,
        revision=1,
        last_day=DAY,
    )


def _every_state() -> list[Status]:
    made = [_status(f"{state}@so-nv", state) for state in State if state is not State.ABSENT]
    for days, timeliness in ((30, Timeliness.IN_TERM), (-5, Timeliness.OVERDUE)):
        due = DAY + datetime.timedelta(days=days)
        one = evolve(_status(f"{timeliness}@so-tc", due=due), timeliness=timeliness, days=days)
        made.append(evolve(one, working_days=days, first_due=DAY, revision=3))
    late = evolve(_status("late@so-tc", State.DONE), timeliness=Timeliness.LATE, days=-2)
    return [*made, evolve(late, done_on=DAY, due=DAY - datetime.timedelta(days=2))]


def _every_kind() -> list[Status]:
    plain = _status("nv@so-nv")
    report = Duty(
        "bc", DutyKind.REPORT, "Báo cáo quý I", Period.quarter(2026, 1), "trước ngày 19/3",
        "ngày 19/3/2026", "16:00", "theo Mẫu 2", "UBND tỉnh", ("Sở Tài chính", "UBND các xã"),
    )  # fmt: skip
    target = Duty("ct", DutyKind.TARGET, "98,5% cán bộ được tập huấn", threshold=_TARGET)
    no_term = [evolve(_status(f"{term}@", due=None), term=term) for term in Term if term != "dated"]
    return [
        evolve(plain, key="bc@so-nv", duty=report, role=Role.REPORT),
        evolve(plain, key="moc@so-nv", duty=evolve(plain.duty, kind=DutyKind.MILESTONE)),
        evolve(plain, key="giup@so-nv", counted=False, role=Role.COORDINATE),
        evolve(plain, key="hoi@so-nv", asked=DAY, late_request=True, figure=Decimal("62.5")),
        evolve(_status("bo@so-nv", due=None), first_due=DAY, revision=2),
        _status("xong@so-nv", State.DONE, None),
        *no_term,
        *(
            evolve(_status(f"{one}@so-nv", due=None), duty=target, outcome=one, figure=value)
            for one, value in zip(Outcome, (Decimal(99), Decimal("-0.1"), None), strict=True)
        ),
    ]


def _hostile(number: int, text: str) -> Status:
    one = _status(f"{number}{text}@{text}")
    duty = evolve(
        one.duty, node=f"{number}{text}", text=text, phrase=text, trace=text, product=text,
        receiver=text, coordinators=(text, text),
    )  # fmt: skip
    return evolve(one, plan=text, duty=duty, body=text, name=text)
