"""Đôn đốc: a công văn to each body that is late or soon will be, and who has sent its reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose import citation, short_citation
from kehoach.cycles.instances import slug
from kehoach.documents import Number, Recipient
from kehoach.drafts._entries import Opener
from kehoach.drafts._words import called, capital, issuer_name
from kehoach.drafts.dispatch import Dispatch, Dispatches, issuer_row
from kehoach.drafts.frame import rules_of
from kehoach.drafts.tone import Tone, tone
from kehoach.organizations import Organization
from kehoach.plan import Paragraph, Plan, Section, TextTable
from kehoach.tracking import Body, DutyKind, Progress, State, Status, Timeliness
from kehoach.vietnamese import BLANK, count, official_date, official_date_parts, short_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from kehoach.organizations import Directory
    from kehoach.rules import Rulebook
    from kehoach.workdays import WorkCalendar

_ASKED = (Timeliness.OVERDUE, Timeliness.DUE_SOON)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_SENT = (State.SUBMITTED, State.DONE)
_rank = list(Tone).index


def remind(  # noqa: PLR0913 - what a reminder depends on
    plan: Plan,
    progress: Progress,
    directory: Directory | None = None,
    *,
    calendar: WorkCalendar | None = None,
    grace: int | None = None,
    rulebook: Rulebook | None = None,
) -> Dispatches:
    """Công văn đôn đốc: one to each body with obligations that are late or due soon.

    Each carries a table of them, what is late first: the work, its day, how many days late, the new
    day. With `grace` and a calendar the new day is so many working days after the day of the
    progress; without it the place is left blank. What has been sent in and waits for an answer, and
    what a body only helps with, is not asked for. The papers' day is that of the progress. Raises
    `ValueError` for a `grace` without a calendar, `OutsideCalendar` as the calendar does.
    """
    if grace is not None and calendar is None:
        raise ValueError("a new day in working days needs a calendar: pass calendar=")
    new = calendar.add(progress.on, grace) if calendar and grace is not None else None
    owed: dict[str, list[Status]] = {}
    for one in progress:
        if one.body and one.counted and _is_asked(one):
            owed.setdefault(one.body, []).append(one)
    bodies = tuple(
        (Body(key, some[0].name), tuple(sorted(some, key=lambda one: one.due or progress.on)))
        for key, some in owed.items()
    )
    maker = _Maker(plan, progress.on, new, Opener(plan, directory), rulebook or rules_of(plan))
    return Dispatches(plan, (), bodies, maker.reminder)


def _is_asked(one: Status) -> bool:
    return one.state.open and one.state not in _SENT and one.timeliness in _ASKED


class _Maker:
    """Makes the reminders of one plan; what they share is made once."""

    def __init__(
        self,
        plan: Plan,
        on: datetime.date,
        new: datetime.date | None,
        opener: Opener,
        rules: Rulebook,
    ) -> None:
        self._on, self._new, self._opener = on, new, opener
        self._cited = citation(plan, rules)
        self._issuer = issuer_name(plan)
        self._own = issuer_row(plan, opener)
        self._frame = Plan(
            title=f"đôn đốc thực hiện {short_citation(plan, rules)}",
            kind="CV",
            period=plan.period,
            issuer=plan.issuer,
            number=Number(),
            place=plan.place,
            date=self._on,
            recipients=(Recipient(rules.texts.first_recipient.text),),
            archive=plan.archive,
            signature=plan.signature,
        )

    def reminder(self, share: tuple[Body, tuple[Status, ...]], turn: str) -> Dispatch:
        """The paper to one body."""
        body, owed = share
        names = (capital(body.name),)
        row = self._opener.row(body)
        bodies = [row] if isinstance(row, Organization) else []
        style = max(
            Tone.REQUIRE, tone((one.duty.mood for one in owed), bodies, self._own), key=_rank
        )
        late = tuple(one for one in owed if one.timeliness is Timeliness.OVERDUE)
        paper = evolve(
            self._frame,
            addressees=names,
            opening=(Paragraph(self._opening(names, late, len(owed) - len(late))),),
            sections=(Section(None, (self._table(owed),)),),
            closing=(Paragraph(self._closing(names, owed, late, style)),),
        )
        party = self._opener.party(body)
        return Dispatch((party,), style, paper, f"{turn}-{slug(names[0])}".strip("-"))

    def _opening(self, names: tuple[str, ...], late: tuple[Status, ...], soon: int) -> str:
        counts = []
        if late:
            counts.append(f"{count(len(late), pad=True)} nhiệm vụ quá hạn")
        if soon:
            counts.append(f"{count(soon, pad=True)} nhiệm vụ sắp đến hạn")
        return (
            f"Qua theo dõi việc thực hiện {self._cited}, đến {official_date(self._on)},"
            f" {called(names)} còn {' và '.join(counts)} như sau:"
        )

    def _table(self, owed: tuple[Status, ...]) -> TextTable:
        rows = tuple(
            (str(turn), duty_words(one), _term(one), _days(one), self._new_term(one))
            for turn, one in enumerate(owed, 1)
        )
        titles = ("STT", "Nhiệm vụ", "Thời hạn", "Tình trạng", "Thời hạn mới")
        return TextTable(titles, rows, (9, 42, 16, 18, 15))

    def _new_term(self, one: Status) -> str:
        if one.timeliness is not Timeliness.OVERDUE or self._new is None:
            return ""
        return short_date(self._new)

    def _closing(
        self, names: tuple[str, ...], owed: tuple[Status, ...], late: tuple[Status, ...],
        style: Tone,
    ) -> str:  # fmt: skip
        asked = f"{capital(self._issuer)} {style.verb} {called(names)}"
        if not late:
            return f"{asked} thực hiện các nhiệm vụ nêu trên đúng thời hạn."
        found = dict.fromkeys(one.duty.receiver for one in owed if one.duty.receiver)
        receivers = [name for name in found if name != names[0]] or [self._issuer]
        by = f"trước {self._new_words()}"
        return (
            f"{asked} khẩn trương thực hiện các nhiệm vụ nêu trên, báo cáo kết quả về"
            f" {', '.join(receivers)} {by}."
        )

    def _new_words(self) -> str:
        if self._new is not None:
            return official_date(self._new)
        blank = official_date_parts(self._on.year, None, None)
        return blank.replace(BLANK, BLANK.replace(" ", "\u00a0"))


def duty_words(one: Status) -> str:
    """Việc của một cơ quan, as a table names it: a report with the body that receives it."""
    text = capital(one.duty.text)
    if one.duty.kind is DutyKind.REPORT and one.duty.receiver:
        return f"{text}, gửi {one.duty.receiver}"
    return text


def _term(one: Status) -> str:
    """The term in the plan's words where they name a day that was not moved, else the day."""
    if one.due is None:
        return one.duty.phrase
    moved = one.first_due not in (None, one.due)
    if _DAY.search(one.duty.phrase) and not moved:
        return capital(one.duty.phrase.strip("()"))
    hour = f"{one.duty.hour} " if one.duty.hour else ""
    first = f" (hạn đầu {short_date(one.first_due)})" if moved and one.first_due else ""
    return f"{hour}{short_date(one.due)}{first}"


def _days(one: Status) -> str:
    days = one.days or 0
    counted = f"{count(abs(days), pad=True)} ngày"
    if days < 0:
        return f"Quá hạn {counted}"
    return f"Còn {counted}" if days else "Đến hạn hôm nay"


_TITLES = ("STT", "Cơ quan, đơn vị", "Báo cáo", "Hạn gửi", "Ngày gửi", "Tình trạng")


def summary_of_reports(progress: Progress) -> TextTable:
    """Tình hình gửi báo cáo: who reported, who is late, who is missing, a row a report.

    Reports that are due by the day of the progress, and those that came before their day.
    """
    rows = tuple(
        (
            str(turn),
            capital(one.name),
            capital(one.duty.text),
            _term(one),
            _sent_on(one),
            _sent(one),
        )
        for turn, one in enumerate(_reports(progress), 1)
    )
    return TextTable(_TITLES, rows, (9, 26, 20, 14, 14, 17))


def reports_notice(plan: Plan, progress: Progress, *, rulebook: Rulebook | None = None) -> Plan:
    """Thông báo tình hình gửi báo cáo: the counts in a sentence, then the table.

    The frame, recipients and signer are the plan's; the day is that of the progress.
    """
    rules = rulebook or rules_of(plan)
    day = official_date(progress.on)
    return Plan(
        title=f"Tình hình gửi báo cáo thực hiện {short_citation(plan, rules)}",
        kind="TB",
        period=plan.period,
        issuer=plan.issuer,
        place=plan.place,
        date=progress.on,
        opening=(
            Paragraph(
                f"{capital(issuer_name(plan))} thông báo tình hình gửi báo cáo thực hiện"
                f" {citation(plan, rules)}, đến {day}, như sau:"
            ),
            Paragraph(_counts(tuple(_reports(progress)))),
        ),
        sections=(Section(None, (summary_of_reports(progress),)),),
        recipients=plan.recipients,
        archive=plan.archive,
        signature=plan.signature,
    )


def _reports(progress: Progress) -> Iterator[Status]:
    for one in progress:
        due = one.due is not None and one.due <= progress.on
        reported = one.duty.kind is DutyKind.REPORT and one.state is not State.WITHDRAWN
        if reported and (due or one.state in _SENT):
            yield one


def _counts(reports: Iterable[Status]) -> str:
    every = tuple(reports)
    sent = [one for one in every if one.state in _SENT]
    late = [one for one in sent if _came_late(one)]
    figures = (len(every), len(sent), len(sent) - len(late), len(late), len(every) - len(sent))
    total, done, in_time, after, missing = (count(one, pad=True) for one in figures)
    return (
        f"Tổng số báo cáo đến hạn hoặc đã gửi là {total}; đã gửi {done}, trong đó đúng hạn"
        f" {in_time}, quá hạn {after}; chưa gửi {missing}."
    )


def _came_late(one: Status) -> bool:
    return one.timeliness in (Timeliness.LATE, Timeliness.OVERDUE)


def _sent_on(one: Status) -> str:
    day = one.done_on or one.submitted_on if one.state in _SENT else None
    return short_date(day) if day else ""


def _sent(one: Status) -> str:
    if one.state not in _SENT:
        late = f", {_days(one).lower()}" if one.timeliness is Timeliness.OVERDUE else ""
        return f"Chưa gửi{late}"
    return "Đã gửi, quá hạn" if _came_late(one) else "Đã gửi, đúng hạn"
