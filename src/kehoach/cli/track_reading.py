"""kehoach track status, history, due, verify: what the ledger says, as of any day."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli import _progress as shown
from kehoach.cli._days import DAY, days_off_option, end_of, today, workdays
from kehoach.cli._explain_tracking import broken_words
from kehoach.cli._ledgers import (
    existing_ledger,
    ledger_option,
    named,
    on_option,
    plan_option,
)
from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command
from kehoach.exporters.trees import progress_tree
from kehoach.tracking import DUE_SOON, changes, figures, parse_filter
from kehoach.tracking.filters import DUE, NOT_DONE
from kehoach.tracking.records import event_to_line
from kehoach.tracking.telling import days_words, term_words
from kehoach.tracking.telling import history as history_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach.tracking.events import Event
    from kehoach.tracking.ledger import Ledger, Verification

BROKEN = 1
WITHIN = 7
"""Số ngày tới mà `due` xem, when the user says none."""

_soon_option = click.option(
    "--soon", metavar="SỐ_NGÀY", type=click.IntRange(0), default=DUE_SOON, show_default=False,
    help=f"Còn bấy nhiêu ngày làm việc thì gọi là sắp đến hạn; mặc định {DUE_SOON}.",
)  # fmt: skip


@click.command(cls=Command)
@click.argument("filters", metavar="[BỘ_LỌC]...", nargs=-1)
@on_option
@click.option(
    "--known", metavar="NGÀY", type=DAY, help="Chỉ tính những gì đã ghi sổ đến hết ngày này."
)
@click.option(
    "--by", "group", metavar="NHÓM", type=click.Choice(["organization", "task", "period"]),
    help="Số liệu theo organization (cơ quan), task (nhiệm vụ) hay period (quý).",
)  # fmt: skip
@click.option("--since", metavar="NGÀY", type=DAY, help="Chỉ in những gì thay đổi từ ngày này.")
@click.option("--all", "every", is_flag=True, help="In mọi việc, không chỉ việc cần để ý.")
@_soon_option
@plan_option
@ledger_option
@days_off_option
@json_option
def status(  # noqa: PLR0913 - one argument an option
    *, filters: Sequence[str], on: datetime.date | None, known: datetime.date | None,
    group: str | None, since: datetime.date | None, every: bool, soon: int, plan: str | None,
    place: str | None, days_off: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Xem tiến độ tính đến một ngày.

    Không có bộ lọc: số liệu, việc quá hạn và sắp đến hạn. Có bộ lọc: những việc lọc ra, như
    đơn_vị:so-tc "quá_hạn" "hạn<2013-07-15".
    """
    condition = parse_filter(" ".join(filters))
    asked = shown.Question(
        on or today(),
        workdays(days_off),
        end_of(known) if known else None,
        soon,
        plan,
        condition if filters else None,
    )
    with existing_ledger(place) as ledger:
        if group is not None:
            shown.grouped(ledger, asked, group, as_json=as_json)
            return
        if since is not None:
            before, after = asked.whole(ledger, since), asked.whole(ledger, asked.on)
            found = [one for one in changes(before, after) if condition.matches(one.after)]
            shown.changed(found, before, after, as_json=as_json)
            return
        progress = asked.progress(ledger)
    if as_json:
        tree = progress_tree(progress) | {"figures": shown.figures_tree(figures(progress))}
        click.echo(json.dumps(tree, ensure_ascii=False, indent=2))
    else:
        shown.overview(progress, whole=every or bool(filters))


@click.command(cls=Command)
@click.option(
    "--within", metavar="SỐ_NGÀY", type=click.IntRange(0), default=WITHIN,
    help=f"Trong bao nhiêu ngày tới; mặc định {WITHIN}.",
)  # fmt: skip
@on_option
@_soon_option
@plan_option
@ledger_option
@days_off_option
@json_option
def due(  # noqa: PLR0913 - one argument an option
    *, within: int, on: datetime.date | None, soon: int, plan: str | None, place: str | None,
    days_off: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Xem việc đến hạn trong những ngày tới."""
    day = on or today()
    last = day + datetime.timedelta(days=within)
    coming = NOT_DONE & (last >= DUE)
    asked = shown.Question(day, workdays(days_off), None, soon, plan, coming)
    with existing_ledger(place) as ledger:
        progress = asked.progress(ledger)
    if as_json:
        click.echo(json.dumps(progress_tree(progress), ensure_ascii=False, indent=2))
    else:
        shown.coming(progress, within)


@click.command(cls=Command)
@click.argument("key", metavar="KHÓA")
@plan_option
@ledger_option
@json_option
def history(*, key: str, plan: str | None, place: str | None, as_json: bool) -> None:
    """Xem mọi sự kiện của một việc.

    KHÓA có thể gõ tắt, như G2@so-tc.
    """
    with existing_ledger(place) as ledger:
        name = named(ledger.keys(plan), key)
        events = tuple(ledger.events(*name))
        lines = _told(ledger, name, events) if not as_json else ()
    if as_json:
        told = [json.loads(event_to_line(event)) for event in events]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    for line in lines:
        click.echo(line)


def _told(ledger: Ledger, name: tuple[str, str], events: Sequence[Event]) -> list[str]:
    one = ledger.status(*name, max(today(), *(event.day for event in events)), workdays(None))
    days = f"; {days_words(one)}" if one.state.open and one.days is not None else ""
    return [
        f"{one.key} – {one.name or 'chưa phân công'}",
        f"  {one.duty.text}",
        f"  thời hạn: {term_words(one)}",
        f"  nay: {one.label}{days}",
        *(f"{number:>3}. {line}" for number, line in enumerate(history_lines(events), 1)),
    ]


@click.command(cls=Command)
@plan_option
@ledger_option
@json_option
def verify(*, plan: str | None, place: str | None, as_json: bool) -> int:
    """Kiểm tra sổ còn nguyên vẹn.

    Không sự kiện nào bị sửa, bị xóa hay chen vào; nếu có thì chỉ ra chỗ đầu tiên.
    """
    with existing_ledger(place) as ledger:
        found, heads = ledger.verify(plan), ledger.heads()
    if as_json:
        click.echo(json.dumps(_verification(found, heads), ensure_ascii=False, indent=2))
    elif found.broken is None:
        click.echo(f"sổ nguyên vẹn: {found.events} sự kiện của {found.plans} kế hoạch")
        for name, (head, count) in heads.items():
            if plan in (None, name):
                click.echo(f"  {name}: {count} sự kiện, dấu cuối {head}")
    else:
        one = found.broken
        where = f"sự kiện thứ {one.number} của {one.plan}" if one.number else one.plan or "nội dung"
        click.echo(f"sổ KHÔNG nguyên vẹn ở {where} ({one.id}): {broken_words(one)}")
        click.echo("giữ nguyên tệp này để đối chiếu, và làm tiếp từ bản sao lưu gần nhất")
    return 0 if found.sound else BROKEN


def _verification(found: Verification, heads: dict[str, tuple[str, int]]) -> dict[str, Any]:
    broken = found.broken
    return {
        "sound": found.sound,
        "events": found.events,
        "plans": [
            {"plan": plan, "head": head, "events": count} for plan, (head, count) in heads.items()
        ],
        "broken": broken
        and {
            "plan": broken.plan,
            "number": broken.number,
            "id": broken.id,
            "reason": broken.reason,
        },
    }
