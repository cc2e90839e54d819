"""kehoach read: an existing paper becomes a plan file."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli._findings import finding_json, finding_line
from kehoach.cli._options import force_option, json_option
from kehoach.cli._sources import observed
from kehoach.cli._vietnamese import Command
from kehoach.files import dump, dumps, load_directory
from kehoach.plan import Assignment, Item, ReportingDuty, Section, Target, Task, TaskTable
from kehoach.reading import read_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.plan import Content
    from kehoach.reading import Reading

UNREAD = 1
_NAMES = {
    Section: "mục",
    Assignment: "nhóm giao việc",
    Task: "nhiệm vụ",
    Target: "chỉ tiêu",
    ReportingDuty: "chế độ báo cáo",
    Item: "khoản, điểm",
    TaskTable: "bảng phân công",
}


@click.command(cls=Command)
@click.argument("source", metavar="NGUỒN")
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp kế hoạch cần ghi (.yaml hoặc .json).",
)  # fmt: skip
@click.option(
    "--directory", metavar="TỆP", type=click.Path(path_type=Path),
    help="Danh mục cơ quan, để tách tên cơ quan cho đúng.",
)  # fmt: skip
@click.option("--accept-emendations", is_flag=True, help="Nhận các chữ đề nghị đính chính.")
@force_option
@json_option
def read(  # noqa: PLR0913 - one argument an option
    *, source: str, target: Path | None, directory: Path | None, accept_emendations: bool,
    force: bool, as_json: bool,
) -> int:  # fmt: skip
    """Đọc một văn bản đã có (.docx, .txt, .xlsx, .csv, .doc, .pdf hoặc -) thành tệp kế hoạch."""
    if target is not None and target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    bodies = load_directory(directory) if directory else None
    reading = read_plan(observed(source), directory=bodies, accept_emendations=accept_emendations)
    if target is not None:
        dump(reading.plan, target)
    if as_json:
        click.echo(json.dumps(_as_json(reading), ensure_ascii=False, indent=2))
    else:
        for line in _account(reading, source, target):
            click.echo(line)
    return UNREAD if reading.unread else 0


def _account(reading: Reading, source: str, target: Path | None) -> Iterator[str]:
    plan = reading.plan
    yield f"{source}: {plan.title.replace(chr(10), ' ')}"
    counts = Counter(type(node) for section in plan.sections for node in _below(section))
    found = [f"{counts[kind]} {name}" for kind, name in _NAMES.items() if counts[kind]]
    found.append(f"{len(plan.recipients)} nơi nhận")
    yield f"Tìm thấy: {', '.join(found)}"
    if reading.findings:
        yield f"Cần xem lại ({len(reading.findings)}):"
        for one in reading.findings:
            yield f"  {finding_line(one)}"
    if reading.unread:
        yield f"Chưa đọc được ({len(reading.unread)} dòng):"
        for line in reading.unread:
            yield f"  {line.place}: {line.text}"
    else:
        yield "Không bỏ sót dòng nào."
    if target is not None:
        yield f"đã ghi {target}"
    else:
        yield "Thêm -o plan.yaml để ghi tệp kế hoạch."


def _below(node: Content) -> Iterator[Content]:
    yield node
    children: Iterable[Any] = ()
    match node:
        case Section():
            children = node.content
        case Assignment():
            children = node.tasks
        case Item():
            children = node.items
        case TaskTable():
            children = (row for row in node.rows if isinstance(row, Task))
        case _:
            pass
    for child in children:
        yield from _below(child)


def _as_json(reading: Reading) -> dict[str, Any]:
    return {
        "plan": json.loads(dumps(reading.plan, format="json")),
        "findings": [finding_json(one) for one in reading.findings],
        "unread": [{"place": line.place, "text": line.text} for line in reading.unread],
    }
