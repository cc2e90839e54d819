"""kehoach cascade, coverage: plans below a plan, and what they carry out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli._days import days_off_option, workdays
from kehoach.cli._issuers import issuer_named, place_of
from kehoach.cli._ledgers import directory_option
from kehoach.cli._options import force_option, json_option, regime_option
from kehoach.cli._pair import pair_of, pair_option, refuse_existing, write_pair
from kehoach.cli._vietnamese import Command
from kehoach.coverage import Cover, Coverage, Covered, coverage
from kehoach.drafts.own_plan import own_plan
from kehoach.files import load, load_directory
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

FINDINGS = 1
_OPEN = (Cover.MISSING, Cover.LATER, Cover.UNDATED)


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--issuer", metavar="CƠ_QUAN", required=True,
              help="Cơ quan lập kế hoạch: tên, hoặc mã trong danh mục.")  # fmt: skip
@pair_option
@directory_option
@regime_option
@click.option("--draft", is_flag=True, help="Ghi tệp Word dù còn chỗ cần viết, có chữ chìm.")
@force_option
def cascade(  # noqa: PLR0913 - one argument an option
    *, file: Path, issuer: str, target: Path, directory: Path | None, regime: str | None,
    draft: bool, force: bool,
) -> None:  # fmt: skip
    """Soạn kế hoạch của một đơn vị từ kế hoạch cấp trên."""
    refuse_existing(file, pair_of(target), force=force)
    parent = load(file)
    bodies = load_directory(directory) if directory else None
    by, _ = issuer_named(issuer, bodies, parent.known_day)
    try:
        made = own_plan(parent, by, bodies, place=place_of(by, parent))
    except LookupError:
        raise click.UsageError(
            f"kế hoạch không giao việc nào cho {issuer}; xem tên cơ quan bằng:"
            f" kehoach calendar {file}, hoặc chỉ danh mục bằng --directory"
        ) from None
    write_pair(made, target, "kế hoạch triển khai", regime=regime, draft=draft)


@click.command("coverage", cls=Command)
@click.argument("parent", metavar="CẤP_TRÊN", type=click.Path(path_type=Path))
@click.argument("children", metavar="CẤP_DƯỚI...", nargs=-1, required=True,
                type=click.Path(path_type=Path))  # fmt: skip
@directory_option
@days_off_option
@json_option
def coverage_command(
    *, parent: Path, children: tuple[Path, ...], directory: Path | None, days_off: Path | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Đối chiếu kế hoạch cấp dưới với kế hoạch cấp trên."""
    bodies = load_directory(directory) if directory else None
    plans = [load(child) for child in children]
    for child, plan in zip(children, plans, strict=True):
        if plan.issuer is None:
            raise click.UsageError(f"{child} chưa ghi cơ quan ban hành; thêm issuer vào tệp")
    found = coverage(load(parent), plans, workdays(days_off), directory=bodies)
    if as_json:
        click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            click.echo(line)
    return FINDINGS if found.of(*_OPEN) or found.unknown or found.strangers else 0


def _lines(found: Coverage) -> Iterator[str]:
    counts = ", ".join(f"{len(found.of(one))} {one.label}" for one in Cover if found.of(one))
    yield f"{len(found.rows)} việc cấp trên giao: {counts or 'không có việc nào'}"
    for cover in _OPEN:
        rows = found.of(cover)
        if rows:
            yield f"{cover.label}:"
        for row in rows:
            yield f"  {row.obligation.name}: {_told(row)}"
    waiting = dict.fromkeys(row.obligation.name for row in found.of(Cover.NO_PLAN))
    if waiting:
        yield f"{Cover.NO_PLAN.label} ({len(waiting)}): {', '.join(waiting)}"
    for name in found.strangers:
        yield f"{name}: có kế hoạch nhưng cấp trên không giao việc nào"
    for name, claimed in found.unknown:
        yield f"{name}: ghi triển khai {claimed}, cấp trên không có mã này"


def _told(row: Covered) -> str:
    owed = row.obligation
    text = " ".join(owed.duty.text.split())
    days = f" (cấp trên: {_day(owed.due)}; đơn vị: {_day(row.due)})" if owed.due else ""
    return f"{owed.duty.node}. {text[:_WIDTH]}{'…' if len(text) > _WIDTH else ''}{days}"


_WIDTH = 100


def _day(day: datetime.date | None) -> str:
    return short_date(day) if day else "không ghi"


def _as_json(found: Coverage) -> dict[str, Any]:
    return {
        "rows": [
            {
                "key": row.obligation.key,
                "body": row.obligation.body,
                "name": row.obligation.name,
                "task": row.obligation.duty.text,
                "cover": row.cover.value,
                "due": row.obligation.due.isoformat() if row.obligation.due else None,
                "own_due": row.due.isoformat() if row.due else None,
                "nodes": list(row.nodes),
            }
            for row in found.rows
        ],
        "strangers": list(found.strangers),
        "unknown": [{"body": name, "id": claimed} for name, claimed in found.unknown],
    }
