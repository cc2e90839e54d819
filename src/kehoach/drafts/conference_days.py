"""Ngày của hội nghị: until when the invitation goes out, until when the conclusion is made known.

Quyết định số 45/2018/QĐ-TTg, from 25/12/2018; the days are data (`conference-days.toml`).
"""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kehoach.findings import Finding, Severity
from kehoach.vietnamese import count, short_date, weekday_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.workdays import WorkCalendar


@frozen
class ConferenceDays:
    """Ngày gửi giấy mời, ngày ra kết luận: the last day of each, and where that is written.

    `invite_before` and `conclude_within` are working days. `proposed` says that no rule of the
    day is known, and that the days are a proposal.
    """

    on: datetime.date
    invite_by: datetime.date
    conclude_by: datetime.date
    invite_before: int
    conclude_within: int
    cite: str
    proposed: bool


def conference_days(on: datetime.date, calendar: WorkCalendar) -> ConferenceDays:
    """Tính ngày gửi giấy mời và ngày ra kết luận của một hội nghị họp ngày `on`.

    The day of the meeting is not counted. Raises :class:`~kehoach.errors.OutsideCalendar` for a
    day outside the calendar.
    """
    rule = next(one for one in _rules() if _in_force(one, on))
    before, within = rule["invite_before"], rule["conclude_within"]
    return ConferenceDays(
        on,
        calendar.add(on, -before),
        calendar.add(on, within),
        before,
        within,
        rule["cite"],
        rule["proposed"],
    )


def conference_findings(
    on: datetime.date,
    calendar: WorkCalendar,
    *,
    invited: datetime.date | None = None,
    concluded: datetime.date | None = None,
    urgent: bool = False,
) -> tuple[Finding, ...]:
    """Đối chiếu ngày giấy mời, ngày thông báo kết luận với ngày họp.

    `invited` is the day on which the invitation goes out, `concluded` that of the conclusion; what
    is not known is not asked. An `urgent` meeting has no day for its invitation. Where the days are
    only proposed, what breaks them is told as a note.
    """
    days = conference_days(on, calendar)
    found = [*_of_meeting(on, calendar)]
    if invited is not None:
        found += _of_invitation(days, invited, urgent=urgent)
    if concluded is not None:
        found += _of_conclusion(days, concluded)
    return tuple(found)


def _of_meeting(on: datetime.date, calendar: WorkCalendar) -> Iterator[Finding]:
    if not calendar.is_working(on):
        yield Finding(
            "conference.day-off",
            Severity.INFO,
            f"ngày họp {_day(on)} là ngày nghỉ ({calendar.why(on)})",
            advice=f"ngày làm việc kế tiếp là {_day(calendar.next_working(on))}",
        )


def _of_invitation(
    days: ConferenceDays, invited: datetime.date, *, urgent: bool
) -> Iterator[Finding]:
    if invited > days.on:
        yield Finding(
            "conference.invitation-after",
            Severity.ERROR,
            f"giấy mời ngày {short_date(invited)} sau ngày họp {short_date(days.on)}",
            advice="sửa ngày giấy mời hoặc ngày họp",
        )
    elif invited > days.invite_by and not urgent:
        yield Finding(
            "conference.invitation-late",
            _severity(days),
            f"giấy mời ngày {short_date(invited)} chưa trước ngày họp {short_date(days.on)} đủ"
            f" {count(days.invite_before, pad=True)} ngày làm việc; chậm nhất"
            f" {_day(days.invite_by)}",
            clause=days.cite,
            advice="gửi sớm hơn, lùi ngày họp, hoặc ghi rõ là họp đột xuất",
        )


def _of_conclusion(days: ConferenceDays, concluded: datetime.date) -> Iterator[Finding]:
    if concluded < days.on:
        yield Finding(
            "conference.conclusion-before",
            Severity.ERROR,
            f"thông báo kết luận ngày {short_date(concluded)} trước ngày họp {short_date(days.on)}",
            advice="sửa ngày thông báo hoặc ngày họp",
        )
    elif concluded > days.conclude_by:
        yield Finding(
            "conference.conclusion-late",
            _severity(days),
            f"thông báo kết luận ngày {short_date(concluded)} quá"
            f" {count(days.conclude_within, pad=True)} ngày làm việc sau ngày họp"
            f" {short_date(days.on)}; chậm nhất {_day(days.conclude_by)}",
            clause=days.cite,
            advice="ban hành ngay",
        )


def _severity(days: ConferenceDays) -> Severity:
    return Severity.INFO if days.proposed else Severity.WARNING


def _day(day: datetime.date) -> str:
    return f"{weekday_name(day)} {short_date(day)}"


def _in_force(rule: dict[str, Any], on: datetime.date) -> bool:
    since, until = rule.get("since", datetime.date.min), rule.get("until", datetime.date.max)
    return bool(since <= on <= until)


@cache
def _rules() -> tuple[dict[str, Any], ...]:
    source = files("kehoach.drafts") / "conference-days.toml"
    return tuple(tomllib.loads(source.read_text(encoding="utf-8"))["rule"])
