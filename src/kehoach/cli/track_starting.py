"""kehoach track start: the work of a plan given, or brought into line with the changed plan."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import DAY, days_off_option, now, today, workdays
from kehoach.cli._findings import tell
from kehoach.cli._ledgers import (
    LEDGER,
    ask,
    by_option,
    directory_option,
    events_json,
    for_option,
    is_url,
    recorder_name,
    reference_option,
    yes_option,
)
from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command
from kehoach.files import load_directory, read_plan_file
from kehoach.tracking import EventKind, Recorder, obligations
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.revising import REASON
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.plan import Plan
    from kehoach.tracking import Event

_REVISED = "Theo kế hoạch sửa đổi"
_NEW = (EventKind.ASSIGNED, EventKind.NOTED)
_SHOWN = 20


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@directory_option
@click.option(
    "--ledger", "place", metavar="TỆP|URL",
    help=f"Sổ theo dõi: một tệp, hoặc URL postgresql://…; mặc định {LEDGER} cạnh tệp kế hoạch.",
)  # fmt: skip
@click.option(
    "--plan", "key", metavar="KHÓA", help="Khóa của kế hoạch trong sổ; mặc định đặt theo trích yếu."
)
@click.option(
    "--on", "day", metavar="NGÀY", type=DAY,
    help="Ngày giao, ngày điều chỉnh; mặc định ngày của kế hoạch khi giao lần đầu, sau đó hôm nay.",
)  # fmt: skip
@click.option("--reason", metavar="LỜI", help="Lý do điều chỉnh, khi kế hoạch đã sửa.")
@reference_option
@by_option
@for_option
@yes_option
@days_off_option
@json_option
def start(  # noqa: PLR0913 - one argument an option
    *, file: Path, directory: Path | None, place: str | None, key: str | None,
    day: datetime.date | None, reason: str | None, reference: str | None, by: str | None,
    on_behalf: str | None, yes: bool, days_off: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Giao việc theo kế hoạch.

    Chạy lại khi kế hoạch đã sửa thì chỉ ghi phần thay đổi, kèm lý do.
    """
    plan = read_plan_file(file).plan
    bodies = load_directory(directory) if directory else None
    owed = obligations(plan, bodies, workdays(days_off), key=key, on=_undated(plan))
    if not owed:
        raise click.UsageError(f"{file}: kế hoạch không giao việc nào")
    name = owed[0].plan
    target = place or str(file.parent / LEDGER)
    if not is_url(target) and not Path(target).parent.is_dir():
        raise click.UsageError(f"không có thư mục {Path(target).parent}")
    with Ledger(target) as ledger:
        for finding in ledger.findings():
            tell(finding, Path(target))
        known = len(ledger.keys(name))
        on = day or (today() if known else _first_day(plan))
        because = reason or (_REVISED if known else REASON)
        recorder = Recorder(recorder_name(by), on, now(), on_behalf, reference, because)
        changes = [one for one in ledger.preview(owed, recorder) if known]
        if not yes and any(one.kind not in _NEW for one in changes):
            _confirm_changes(changes)
        events = ledger.start(
            owed, by=recorder.by, day=on, at=recorder.at, on_behalf=on_behalf,
            reference=reference, reason=because,
        )  # fmt: skip
    if as_json:
        click.echo(events_json(events))
        return
    _tell_start(target, name, events, known)
    if bodies is None and not known:
        click.echo("chưa dùng danh mục: mỗi nhóm cơ quan là một việc; thêm --directory để mở nhóm")


def _undated(plan: Plan) -> datetime.date | None:
    """The day on which groups are opened, where the plan has neither date nor period."""
    return today() if plan.period is None and not _dated(plan) else None


def _dated(plan: Plan) -> bool:
    return isinstance(plan.date, datetime.date)


def _first_day(plan: Plan) -> datetime.date:
    made = plan.date
    return min(made, today()) if isinstance(made, datetime.date) else today()


def _confirm_changes(changes: Sequence[Event]) -> None:
    click.echo("Kế hoạch đã đổi so với sổ. Sẽ ghi:", err=True)
    for event in changes[:_SHOWN]:
        click.echo(f"  {event.obligation}: {event.describe()}", err=True)
    if len(changes) > _SHOWN:
        click.echo(f"  … và {len(changes) - _SHOWN} sự kiện khác", err=True)
    ask(f"Ghi {len(changes)} sự kiện này? (thiếu --directory như lần trước thì chọn không)")


def _tell_start(target: str, name: str, events: Sequence[Event], known: int) -> None:
    if not events:
        click.echo(f"{target}: không có gì thay đổi; kế hoạch {name} có {known} việc trong sổ")
        return
    told = ", ".join(
        f"{kind.label} {number}" for kind, number in Counter(one.kind for one in events).items()
    )
    on = short_date(events[0].day)
    if known:
        click.echo(f"{target}: kế hoạch {name}, điều chỉnh ngày {on}: {told}")
        return
    owners = len({event.given.body for event in events if event.given})
    click.echo(f"{target}: kế hoạch {name}, ngày {on}: giao {len(events)} việc, {owners} cơ quan")
    click.echo("Xem tiến độ: kehoach track status")
