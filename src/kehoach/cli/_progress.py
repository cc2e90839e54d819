"""Tiến độ trên màn hình: figures with their denominators, what is late, what is due, changes."""

from __future__ import annotations

import datetime
import json
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import attrs
import click
from attrs import frozen

from kehoach.cli._tables import show_table
from kehoach.deadlines import Period
from kehoach.exporters.trees import progress_tree
from kehoach.tracking import (
    Figures,
    Progress,
    Timeliness,
    body_of,
    figures,
    figures_by,
    period_figures,
)
from kehoach.tracking.filters import Filter
from kehoach.tracking.telling import NOBODY, TOTAL, days_words, names_of, term_words
from kehoach.vietnamese import count, quarter_name, short_date
from kehoach.workdays import WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach.tracking import Change, PeriodFigures, Ratio, Status
    from kehoach.tracking.ledger import Ledger

TEXT_WIDTH = 60
_STYLES = {
    Timeliness.OVERDUE: "red",
    Timeliness.LATE: "red",
    Timeliness.DUE_SOON: "yellow",
    Timeliness.IN_TERM: "green",
    Timeliness.ON_TIME: "green",
    Timeliness.NO_TERM: "",
}
_STATUS = ("Khóa", "Cơ quan, đơn vị", "Nội dung", "Thời hạn", "Tình trạng", "Số ngày")
_FIGURES = (
    "Giao", "Xong", "Đúng\nhạn", "Xong\nquá hạn", "Chưa\nxong", "Trong\nhạn", "Quá\nhạn",
    "Không\nhạn",    "Xong/\nđến hạn", "Đúng hạn/\nxong",
)  # fmt: skip


@frozen
class Question:
    """What is asked of a ledger: as of which day, known until when, of which plan and work."""

    on: datetime.date
    calendar: WorkCalendar
    known: datetime.datetime | None = None
    soon: int = 3
    plan: str | None = None
    where: Filter | None = None

    def progress(self, ledger: Ledger) -> Progress:
        """The answer as of the day, filtered."""
        found = self.whole(ledger, self.on)
        return found if self.where is None else found.where(self.where)

    def whole(self, ledger: Ledger, on: datetime.date) -> Progress:
        """All work as of a day."""
        return ledger.progress(
            on, self.calendar, known=self.known, due_soon=self.soon, plan=self.plan
        )  # fmt: skip


def overview(progress: Progress, *, whole: bool) -> None:
    """The figures, then every obligation, or just what needs a look."""
    day = short_date(progress.on)
    if not progress.items:
        click.echo(f"Đến ngày {day}: không có việc nào như vậy.")
        return
    if whole:
        show_statuses(progress.items)
        click.echo()
        tell_figures(progress)
        return
    tell_figures(progress)
    _listed("Quá hạn", progress.overdue)
    soon = (one for one in progress if one.timeliness is Timeliness.DUE_SOON)
    _listed(
        f"Sắp đến hạn (còn {progress.due_soon} ngày làm việc trở xuống)",
        sorted(soon, key=lambda one: one.due or progress.on),
    )
    click.echo("\nXem từng việc: thêm --all hoặc một bộ lọc; theo cơ quan: --by organization.")


def coming(progress: Progress, within: int) -> None:
    """What falls due in the coming days, and what is late."""
    until = short_date(progress.on + datetime.timedelta(days=within))
    late = {(one.plan, one.key) for one in progress.overdue}
    ahead = [one for one in progress if (one.plan, one.key) not in late]
    ahead.sort(key=lambda one: one.due or progress.on)
    span = f"từ {short_date(progress.on)} đến {until}"
    if not ahead:
        click.echo(f"Không có việc nào đến hạn {span}.")
    _listed(f"Đến hạn {span}", ahead, gap=False)
    _listed("Đã quá hạn", progress.overdue, gap=True)


def _listed(title: str, items: Sequence[Status], *, gap: bool = True) -> None:
    if items:
        click.echo(f"{chr(10) if gap else ''}{title}: {len(items)} việc")
        show_statuses(items)


def show_statuses(items: Iterable[Status]) -> None:
    """A row an obligation."""
    found = tuple(items)
    rows = [
        (
            one.key,
            one.name or NOBODY,
            shorten(one.duty.text, TEXT_WIDTH, placeholder=" …"),
            term_words(one),
            one.label,
            days_words(one),
        )
        for one in found
    ]
    show_table(_STATUS, rows, [_STYLES[one.timeliness] for one in found])


def tell_figures(progress: Progress) -> None:
    """The figures of a progress in sentences, each ratio with its denominator."""
    found = figures(progress)
    click.echo(f"Đến ngày {short_date(progress.on)}: {count(found.assigned)} việc được giao")
    click.echo(
        f"  đã hoàn thành {count(found.done)}: đúng hạn {count(found.on_time)}, quá hạn"
        f" {count(found.late)}, không hạn {count(found.done_without_term)}"
    )
    click.echo(
        f"  chưa hoàn thành {count(found.not_done)}: trong hạn {count(found.in_term)}, quá hạn"
        f" {count(found.overdue)}, không hạn {count(found.open_without_term)}"
    )
    for ratio in found.ratios:
        click.echo(f"  {ratio.describe()}")
    if beside := _beside(found):
        click.echo(f"  không tính vào các số trên: {', '.join(beside)}")
    if found.reached + found.not_reached + found.not_reported:
        click.echo(
            f"  chỉ tiêu: {found.reached} đạt, {found.not_reached} chưa đạt,"
            f" {found.not_reported} chưa có số liệu"
        )


def _beside(found: Figures) -> list[str]:
    counts = (
        (found.standing, "thường xuyên hoặc khi có yêu cầu"),
        (found.helping, "phối hợp"),
        (found.withdrawn, "đã thu hồi"),
    )
    return [f"{count(number)} việc {words}" for number, words in counts if number]


def grouped(ledger: Ledger, asked: Question, group: str, *, as_json: bool) -> None:
    """Figures by body, by task or by quarter."""
    if group == "period":
        _by_quarter(ledger, asked, as_json=as_json)
        return
    progress = asked.progress(ledger)
    by_body = group == "organization"
    found = figures_by(progress, body_of if by_body else _node_of)
    names = names_of(progress) if by_body else {one.duty.node: _task(one) for one in progress}
    if as_json:
        groups = [
            {"key": key, "name": names.get(key, ""), **figures_tree(one)}
            for key, one in found.items()
        ]
        _print_groups(progress, groups)
        return
    rows = [(names.get(key) or NOBODY, *_cells(one)) for key, one in found.items()]
    total = sum(found.values(), Figures())
    rows.append((TOTAL, *_cells(total)))
    first = "Cơ quan, đơn vị" if by_body else "Nhiệm vụ"
    click.echo(f"Đến ngày {short_date(asked.on)}")
    show_table((first, *_FIGURES), rows, [_colour(one) for one in (*found.values(), total)])
    tell_denominators(total)


def _print_groups(progress: Progress, groups: list[dict[str, Any]]) -> None:
    tree = progress_tree(progress) | {"groups": groups}
    del tree["items"]
    click.echo(json.dumps(tree, ensure_ascii=False, indent=2))


def _node_of(status: Status) -> str:
    return status.duty.node


def _task(status: Status) -> str:
    return f"{status.duty.node} {shorten(status.duty.text, TEXT_WIDTH, placeholder=' …')}"


def _cells(one: Figures) -> tuple[str, ...]:
    counts = (
        one.assigned, one.done, one.on_time, one.late, one.not_done, one.in_term, one.overdue,
        one.open_without_term,
    )  # fmt: skip
    return (*map(count, counts), _of(one.done_of_due), _of(one.on_time_of_done))


def _of(ratio: Ratio) -> str:
    """A ratio with the numbers it is made of; a dash where the denominator is empty."""
    return f"{ratio} ({count(ratio.part)}/{count(ratio.whole)})" if ratio.whole else str(ratio)


def _colour(one: Figures) -> str:
    return "red" if one.overdue else "yellow" if one.due_soon else ""


def tell_denominators(total: Figures) -> None:
    """What the ratios of the table compare, in whole words."""
    for ratio in (total.done_of_due, total.on_time_of_done):
        click.echo(f"{ratio.describe()}")


def _by_quarter(ledger: Ledger, asked: Question, *, as_json: bool) -> None:
    """What was carried into each quarter, given in it, and how it stood at its end."""
    today = asked.progress(ledger)
    days = [one.assigned_on for one in today if one.assigned_on]
    wanted = {(one.plan, one.key) for one in today}
    found = [
        (period, _in_period(ledger, asked, period, wanted)) for period in _quarters(days, asked.on)
    ]
    if as_json:
        groups = [
            {
                "key": f"{period.start}..{period.end}",
                "name": _quarter(period),
                "carried_over": one.carried_over,
                "given": one.given,
                **figures_tree(one.figures),
            }
            for period, one in found
        ]
        _print_groups(today, groups)
        return
    rows = [
        (_quarter(period), count(one.carried_over), count(one.given), *_cells(one.figures))
        for period, one in found
    ]
    if not rows:
        click.echo(f"Đến ngày {short_date(asked.on)}: không có việc nào như vậy.")
        return
    click.echo("Mỗi quý: việc chuyển từ quý trước, việc giao trong quý, và tình hình khi hết quý")
    click.echo(f"(quý đang chạy: đến ngày {short_date(asked.on)})")
    titles = ("Quý", "Chuyển\nkỳ", "Giao\ntrong kỳ", *_FIGURES)
    show_table(titles, rows, [_colour(one.figures) for _, one in found])


def _in_period(
    ledger: Ledger, asked: Question, period: Period, wanted: set[tuple[str, str]]
) -> PeriodFigures:
    """The figures of a period; what the filter lets through on the day asked for is looked at."""
    before, after = (
        attrs.evolve(found, items=[one for one in found if (one.plan, one.key) in wanted])
        for day in (period.start - datetime.timedelta(days=1), min(period.end, asked.on))
        for found in (asked.whole(ledger, day),)
    )
    return period_figures(before, after)


def _quarters(days: Sequence[datetime.date], on: datetime.date) -> list[Period]:
    if not days:
        return []
    first = min(days)
    numbers = range(first.year * 4 + (first.month - 1) // 3, on.year * 4 + (on.month - 1) // 3 + 1)
    return [Period.quarter(number // 4, number % 4 + 1) for number in numbers]


def _quarter(period: Period) -> str:
    return quarter_name((period.start.month + 2) // 3, period.start.year)


def changed(found: Sequence[Change], before: Progress, after: Progress, *, as_json: bool) -> None:
    """What changed between two days."""
    if as_json:
        told = [
            {
                "plan": one.after.plan,
                "key": one.after.key,
                "kind": one.kind.value,
                "text": one.describe(),
            }
            for one in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    span = f"từ ngày {short_date(before.on)} đến ngày {short_date(after.on)}"
    click.echo(f"Thay đổi {span}: {len(found)}")
    for one in found:
        click.echo(f"  {one.describe()}")


def figures_tree(found: Figures) -> dict[str, Any]:
    """The figures as a program reads them: the counts, and the ratios with their denominators."""
    return {
        "counts": {
            "assigned": found.assigned,
            "done": found.done,
            "not_done": found.not_done,
            **attrs.asdict(found),
        },
        "ratios": [
            {
                "name": ratio.name,
                "part": ratio.part,
                "whole": ratio.whole,
                "percent": None if ratio.value is None else round(float(ratio.value), 1),
            }
            for ratio in found.ratios
        ],
    }
