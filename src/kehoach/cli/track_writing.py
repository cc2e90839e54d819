"""kehoach track add, report-received, undo: what is written into the ledger day by day."""

from __future__ import annotations

import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from kehoach.cli._days import DAY, now, today, workdays
from kehoach.cli._event_words import EVENT_KIND, TERM, Recorded, listing
from kehoach.cli._ledgers import (
    Name,
    ask,
    by_option,
    events_json,
    existing_ledger,
    for_option,
    ledger_option,
    matching,
    named,
    only,
    plan_option,
    recorder_name,
    reference_option,
    yes_option,
)
from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command
from kehoach.errors import UnknownObligation
from kehoach.tracking import Event, EventKind, Paper, Term
from kehoach.tracking.duties import DutyKind
from kehoach.tracking.events import correction
from kehoach.tracking.telling import NOBODY, days_words, in_order, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.tracking.ledger import Ledger


day_option = click.option("--day", metavar="NGÀY", type=DAY, help="Ngày xảy ra; mặc định hôm nay.")
note_option = click.option("--note", metavar="LỜI", help="Ghi chú, lý do.")
paper_option = click.option(
    "--paper", metavar="SỐ", help='Số, ký hiệu văn bản: "45/BC-STTTT" hoặc "… ngày 9/7/2013".'
)
paper_day_option = click.option(
    "--paper-day", metavar="NGÀY", type=DAY,
    help="Ngày của văn bản (ngày được tính); mặc định ngày xảy ra.",
)  # fmt: skip


@click.command(cls=Command, epilog=f"\b\nCác sự kiện:\n{listing()}")
@click.argument("kind", metavar="SỰ_KIỆN", type=EVENT_KIND)
@click.argument("keys", metavar="KHÓA...", nargs=-1, required=True)
@by_option
@for_option
@day_option
@paper_option
@paper_day_option
@note_option
@reference_option
@click.option("--due", metavar="NGÀY", type=DAY, help="Hạn mới, hoặc hạn xin gia hạn đến.")
@click.option("--term", metavar="LOẠI", type=TERM, help="Loại thời hạn mới khi không còn ngày.")
@click.option("--figure", metavar="SỐ", help="Phần trăm đã làm, hoặc số liệu của chỉ tiêu.")
@click.option("--body", metavar="MÃ", help="Mã cơ quan nhận việc, hoặc được đề nghị nhận thay.")
@click.option("--name", metavar="TÊN", help="Tên cơ quan ấy, khi sổ chưa biết.")
@plan_option
@ledger_option
@json_option
def add(  # noqa: PLR0913 - one argument an option
    *, kind: Recorded, keys: Sequence[str], by: str | None, on_behalf: str | None,
    day: datetime.date | None, paper: str | None, paper_day: datetime.date | None,
    note: str | None, reference: str | None, due: datetime.date | None, term: Term | None,
    figure: str | None, body: str | None, name: str | None, plan: str | None, place: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Ghi một sự kiện của một hay nhiều việc.

    SỰ_KIỆN viết bằng tiếng Anh hay tiếng Việt, có dấu hay không: submitted, "trình kết quả",
    trinh-ket-qua. KHÓA có thể gõ tắt, như G1@so-tc.
    """
    on = day or today()
    details = {
        "paper": _paper(paper, paper_day, on),
        "note": note,
        "reference": reference,
        "due": due,
        "term": term,
        "figure": _figure(figure),
        "body": body,
        "name": name,
    }
    given = {field: value for field, value in details.items() if value is not None}
    told = _Told(recorder_name(by), on_behalf, on, now())
    with existing_ledger(place) as ledger:
        known = ledger.keys(plan)
        names = [named(known, one) for one in keys]
        if body is not None and name is None:
            given["name"] = _name_of(ledger, body)
        events = [
            told.event(one, step, _fitting(step, kind, given))
            for one in names
            for step in kind.kinds
        ]
        _append(ledger, events, as_json=as_json)


@frozen
class _Told:
    """Who records, for whom, for which day, at which instant."""

    by: str
    on_behalf: str | None
    day: datetime.date
    at: datetime.datetime

    def event(self, name: Name, kind: EventKind, details: dict[str, Any]) -> Event:
        """The event of an obligation."""
        return Event(
            plan=name[0],
            obligation=name[1],
            kind=kind,
            day=self.day,
            by=self.by,
            at=self.at,
            on_behalf=self.on_behalf,
            **details,
        )


def _fitting(step: EventKind, kind: Recorded, given: dict[str, Any]) -> dict[str, Any]:
    """What goes with a step: of "done", the paper and the note belong to the result."""
    if len(kind.kinds) > 1 and step is EventKind.ACCEPTED:
        return {"reference": given["reference"]} if "reference" in given else {}
    return given


def _append(ledger: Ledger, events: Sequence[Event], *, as_json: bool) -> None:
    ledger.append(*events)
    if as_json:
        click.echo(events_json(events))
        return
    for event in events:
        click.echo(f"đã ghi {event.obligation}: {event.describe()}")
    for name in dict.fromkeys((event.plan, event.obligation) for event in events):
        _tell_state(ledger, name)


def _tell_state(ledger: Ledger, name: Name) -> None:
    try:
        one = ledger.status(*name, today(), workdays(None))
    except UnknownObligation:
        click.echo(f"  {name[1]} nay coi như chưa giao")
        return
    days = f"; {told}" if (told := days_words(one)) else ""
    click.echo(f"  {one.key} ({one.name or NOBODY}) nay: {one.label}{days}")


def _paper(said: str | None, day: datetime.date | None, on: datetime.date) -> Paper | None:
    """The paper: "45/BC-STTTT", or with its day behind "ngày"."""
    if said is None:
        if day is not None:
            raise click.UsageError("--paper-day cần đi cùng --paper")
        return None
    number, _, written = said.partition(" ngày ")
    if written:
        day = DAY.convert(written, None, None)
    return Paper(number.strip(), day or on)


def _figure(said: str | None) -> Decimal | None:
    if said is None:
        return None
    try:
        value = Decimal(said.strip().removesuffix("%").replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise click.UsageError(f"--figure cần một số như 85 hoặc 85,5, không phải “{said}”")
    return value


def _name_of(ledger: Ledger, body: str) -> str:
    known = names_of(ledger.progress(today(), workdays(None), body=body))
    if body not in known:
        raise click.UsageError(f"sổ chưa có cơ quan nào mã {body}; thêm --name TÊN")
    return known[body]


@click.command("report-received", cls=Command)
@click.argument("keys", metavar="KHÓA...", nargs=-1, required=True)
@by_option
@for_option
@day_option
@paper_option
@paper_day_option
@note_option
@reference_option
@plan_option
@ledger_option
@json_option
def report_received(  # noqa: PLR0913 - one argument an option
    *, keys: Sequence[str], by: str | None, on_behalf: str | None, day: datetime.date | None,
    paper: str | None, paper_day: datetime.date | None, note: str | None, reference: str | None,
    plan: str | None, place: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Ghi đã nhận báo cáo của cơ quan.

    KHÓA như G2@so-tc, hoặc chỉ mã cơ quan khi cơ quan ấy còn nợ đúng một báo cáo.
    """
    on = day or today()
    told = _Told(recorder_name(by), on_behalf, on, now())
    details = {"paper": _paper(paper, paper_day, on), "note": note, "reference": reference}
    with existing_ledger(place) as ledger:
        known = ledger.keys(plan)
        names = [_report(ledger, known, one) for one in keys]
        events = [told.event(one, EventKind.REPORT_RECEIVED, details) for one in names]
        _append(ledger, events, as_json=as_json)


def _report(ledger: Ledger, known: Sequence[Name], typed: str) -> Name:
    """The report that is meant: of several that fit, the only one that is still owed."""
    found = matching(known, typed)
    if len(found) > 1:
        statuses = (ledger.status(*name, today(), workdays(None)) for name in found)
        owed = [
            (one.plan, one.key)
            for one in statuses
            if one.duty.kind is DutyKind.REPORT and one.state.open
        ]
        found = owed or found
    return only(found, typed)


@click.command(cls=Command)
@click.argument("key", metavar="[KHÓA]", required=False)
@click.option(
    "--event", "number", metavar="SỐ", type=click.IntRange(1),
    help="Sự kiện thứ mấy trong kehoach track history; mặc định sự kiện ghi sau cùng.",
)  # fmt: skip
@note_option
@by_option
@for_option
@yes_option
@plan_option
@ledger_option
@json_option
def undo(  # noqa: PLR0913 - one argument an option
    *, key: str | None, number: int | None, note: str | None, by: str | None,
    on_behalf: str | None, yes: bool, plan: str | None, place: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Hủy một sự kiện ghi nhầm.

    Sổ ghi thêm một sự kiện đính chính và giữ cả hai.
    """
    with existing_ledger(place) as ledger:
        name = named(ledger.keys(plan), key) if key else None
        wrong = _wrong(ledger, plan, name, number)
        click.echo(f"Sẽ hủy, ở {wrong.obligation}: {wrong.describe()}", err=True)
        if not yes:
            ask("Hủy sự kiện này?")
        made = correction(
            wrong, by=recorder_name(by), at=now(), note=note or "Ghi nhầm", void=True,
            on_behalf=on_behalf,
        )  # fmt: skip
        _append(ledger, [made], as_json=as_json)


def _wrong(ledger: Ledger, plan: str | None, name: Name | None, number: int | None) -> Event:
    if number is not None:
        if name is None:
            raise click.UsageError("--event cần đi cùng KHÓA của việc")
        listed = in_order(ledger.events(*name))
        if number > len(listed):
            raise click.UsageError(f"{name[1]} chỉ có {len(listed)} sự kiện")
        wrong = listed[number - 1]
        if wrong.corrects or wrong.id in {one.corrects for one in listed}:
            raise click.UsageError("sự kiện ấy là đính chính, hoặc đã được hủy rồi")
        return wrong
    found = ledger.last_event(*name) if name else ledger.last_event(plan)
    if found is None:
        raise click.UsageError("không có sự kiện nào để hủy")
    return found
