"""kehoach read: an existing paper becomes a plan file."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from kehoach.cli._vietnamese import Command
from kehoach.errors import ReadError
from kehoach.files import dump, dumps, load_directory
from kehoach.office import converted, pdf_text
from kehoach.plan import Assignment, Item, ReportingDuty, Section, Target, Task, TaskTable
from kehoach.reading import read_plan
from kehoach.word import observe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.findings import Finding
    from kehoach.observed import Observed
    from kehoach.plan import Content
    from kehoach.reading import Reading

UNREAD = 1
BY_OFFICE = (".doc", ".rtf", ".odt", ".wps")
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
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON cho chương trình khác đọc.")
def read(  # noqa: PLR0913 - one argument an option
    *, source: str, target: Path | None, directory: Path | None, accept_emendations: bool,
    force: bool, as_json: bool,
) -> int:  # fmt: skip
    """Đọc một văn bản đã có (.docx, .txt, .xlsx, .csv, .doc, .pdf hoặc -) thành tệp kế hoạch."""
    if target is not None and target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    bodies = load_directory(directory) if directory else None
    reading = read_plan(_observed(source), directory=bodies, accept_emendations=accept_emendations)
    if target is not None:
        dump(reading.plan, target)
    if as_json:
        click.echo(json.dumps(_as_json(reading), ensure_ascii=False, indent=2))
    else:
        for line in _account(reading, source, target):
            click.echo(line)
    return UNREAD if reading.unread else 0


def _observed(source: str) -> Observed:
    """What was seen in the source; old formats and PDF go through this machine's programs."""
    suffix = Path(source).suffix.lower()
    data = _bytes(source)
    if suffix in BY_OFFICE:
        return observe(converted(data, suffix, "docx"), source)
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        text = pdf_text(data)
        if not text.strip():
            raise ReadError(
                source,
                "tệp PDF không có lớp chữ (bản quét)",
                "nhận dạng chữ (OCR) trước, rồi đọc tệp chữ hoặc Word",
            )
        return observe(text, source)
    return observe(data, source)


def _bytes(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(source, "không có tệp này", "kiểm tra lại tên và thư mục") from None
    except IsADirectoryError:
        raise ReadError(source, "đây là một thư mục", "chỉ tên một tệp") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(source, f"không mở được: {reason}", "kiểm tra quyền đọc") from error


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
            shown = evolve(one, line=None) if one.place else one
            yield f"  {one.severity.label}: {shown.describe()}"
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
        "findings": [_finding(one) for one in reading.findings],
        "unread": [{"place": line.place, "text": line.text} for line in reading.unread],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "line": one.line,
        "place": one.place,
        "message": one.message,
        "advice": one.advice,
    }
