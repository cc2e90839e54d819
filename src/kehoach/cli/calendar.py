"""kehoach calendar: the year's deadlines and reports of a plan, by day."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import days_off_option, workdays
from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command
from kehoach.cycles import Calendar, Entry, EntryKind, plan_calendar
from kehoach.exporters.trees import calendar_tree
from kehoach.files import load_directory, read_plan_file
from kehoach.vietnamese import short_date, weekday_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXT_WIDTH = 110
BODIES_SHOWN = 6
_KINDS = {EntryKind.TASK: "nhiệm vụ", EntryKind.MILESTONE: "mốc", EntryKind.REPORT: "báo cáo"}


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--directory", metavar="TỆP", type=click.Path(path_type=Path),
    help="Danh mục cơ quan, để mở các nhóm thành từng cơ quan.",
)  # fmt: skip
@click.option("--year", metavar="NĂM", type=int, help="Năm cần in; mặc định theo kế hoạch.")
@days_off_option
@json_option
def calendar(
    *, file: Path, directory: Path | None, year: int | None, days_off: Path | None, as_json: bool
) -> None:
    """In thời hạn và báo cáo trong năm theo từng ngày."""
    plan = read_plan_file(file).plan
    bodies = load_directory(directory) if directory else None
    found = plan_calendar(plan, workdays(days_off), bodies, year)
    if as_json:
        click.echo(json.dumps(calendar_tree(found), ensure_ascii=False, indent=2))
        return
    for line in _lines(found):
        click.echo(line)
    for finding in found.findings:
        click.echo(f"{finding.severity.label}: {finding.describe(str(file))}", err=True)


def _lines(found: Calendar) -> Iterator[str]:
    yield found.title.replace("\n", " ")
    for day, entries in found.days:
        yield f"{weekday_name(day)} {short_date(day)}"
        yield from _entry_lines(entries)
    if found.undated:
        yield "Chưa có ngày"
        yield from _entry_lines(found.undated)
    if not found.entries:
        yield "Không có thời hạn hay báo cáo nào có ngày."


def _entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    for _, same in groupby(entries, key=lambda one: (one.key, one.kind, one.text, one.hour)):
        group = tuple(same)
        first = group[0]
        hour = f", trước {first.hour}" if first.hour else ""
        yield f"  {_KINDS[first.kind]}{hour}: {shorten(first.text, TEXT_WIDTH, placeholder=' …')}"
        yield f"    ai: {_bodies(group)}"
        if first.to:
            yield f"    gửi: {', '.join(party.name for party in first.to)}"
        for note in first.notes:
            yield f"    {note}"
        if first.provisional:
            yield "    (tạm tính)"


def _bodies(entries: tuple[Entry, ...]) -> str:
    names = [one.who.name if one.who else "chưa rõ cơ quan" for one in entries]
    rest = len(names) - BODIES_SHOWN
    shown = "; ".join(names[:BODIES_SHOWN])
    return f"{shown}; … và {rest} cơ quan khác" if rest > 0 else shown
