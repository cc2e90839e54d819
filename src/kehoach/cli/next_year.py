"""kehoach next-year: the plan of one year made the draft of the next."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli._findings import finding_json, finding_line
from kehoach.cli._options import force_option, json_option
from kehoach.cli._vietnamese import Command
from kehoach.files import dump, load_directory, read_plan_file
from kehoach.renewing import Renewal, next_year, year_of
from kehoach.tracking import plan_key
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.plan import Plan
    from kehoach.tracking import Progress

FINDINGS = 1


@click.command("next-year", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("year", metavar="NĂM", type=int)
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp kế hoạch năm mới; không có thì chỉ in những chỗ sẽ đổi.",
)  # fmt: skip
@click.option("--directory", metavar="TỆP", type=click.Path(path_type=Path),
              help="Danh mục cơ quan, để tìm cơ quan kế thừa.")  # fmt: skip
@click.option("--ledger", metavar="SỔ",
              help="Sổ theo dõi năm cũ, để đánh dấu nhiệm vụ chưa xong.")  # fmt: skip
@click.option("--diff", "show", is_flag=True, help="In từng chỗ đổi, chữ cũ và chữ mới.")
@force_option
@json_option
@click.pass_context
def next_year_command(  # noqa: PLR0913 - one argument an option
    context: click.Context, *, file: Path, year: int, target: Path | None,
    directory: Path | None, ledger: str | None, show: bool, force: bool, as_json: bool,
) -> None:  # fmt: skip
    """Soạn dự thảo kế hoạch năm sau từ kế hoạch năm nay."""
    if target is not None and target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    plan = read_plan_file(file).plan
    _check_year(plan, year)
    bodies = load_directory(directory) if directory else None
    progress = _progress(ledger, plan) if ledger else None
    renewal = next_year(plan, year, vietnam(), directory=bodies, progress=progress)
    if target is not None:
        dump(renewal.plan, target)
    if as_json:
        click.echo(json.dumps(_as_json(renewal), ensure_ascii=False, indent=2))
    else:
        for line in _lines(renewal, target, show=show or target is None):
            click.echo(line)
    context.exit(FINDINGS if renewal.questions else 0)


def _check_year(plan: Plan, year: int) -> None:
    try:
        old = year_of(plan)
    except ValueError:
        raise click.UsageError(
            "kế hoạch không ghi năm; thêm dòng “period: 2026” vào tệp kế hoạch"
        ) from None
    if year <= old:
        raise click.UsageError(f"cần một năm sau {old} (năm của kế hoạch), nhận được {year}")


def _progress(ledger: str, plan: Plan) -> Progress:
    from kehoach.tracking.ledger import Ledger  # noqa: PLC0415 - loads the database

    last = datetime.date(year_of(plan), 12, 31)
    return Ledger(ledger).progress(last, vietnam(), plan=plan_key(plan))


def _lines(renewal: Renewal, target: Path | None, *, show: bool) -> Iterator[str]:
    if show:
        for one in renewal.changes:
            yield one.place
            yield f"  - {' '.join(one.before.split())}"
            yield f"  + {' '.join(one.after.split())}"
    yield f"{len(renewal.changes)} chỗ đổi, {len(renewal.questions)} điều cần quyết định"
    for question in renewal.questions:
        yield f"  {finding_line(question)}"
    if target is None:
        yield "chưa ghi tệp nào; thêm -o TỆP để ghi dự thảo"
    else:
        yield f"đã ghi dự thảo {target}; số và ngày ban hành để trống"


def _as_json(renewal: Renewal) -> dict[str, Any]:
    return {
        "changes": [
            {"place": one.place, "before": one.before, "after": one.after}
            for one in renewal.changes
        ],
        "questions": list(map(finding_json, renewal.questions)),
    }
