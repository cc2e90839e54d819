"""kehoach new, ids, schema: the plan file itself."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kehoach.cli._options import force_option
from kehoach.cli._vietnamese import Command
from kehoach.files import json_schema, new_plan_text, write_ids
from kehoach.files.atomic import write_atomically
from kehoach.files.starting_files import KINDS


@click.command(cls=Command)
@click.argument("kind", metavar="[LOẠI]", default="KH", type=click.Choice(KINDS))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp cần tạo.",
)  # fmt: skip
@force_option
def new(*, kind: str, target: Path, force: bool) -> None:
    """Tạo một tệp kế hoạch mẫu có chú giải để điền."""
    if target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    text = new_plan_text(kind)
    write_atomically(target, lambda stream: stream.write(text.encode()))
    click.echo(f"đã tạo {target}")
    click.echo(f"Điền các chỗ trống rồi chạy: kehoach export {target} -o {target.stem}.docx")


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
def ids(*, file: Path) -> None:
    """Ghi mã cố định cho những nhiệm vụ, chỉ tiêu, báo cáo chưa có mã."""
    count = write_ids(file)
    click.echo(f"{file}: đã thêm {count} mã" if count else f"{file}: không thiếu mã nào")


@click.command(cls=Command)
def schema() -> None:
    """In JSON Schema của tệp kế hoạch (cho trình soạn thảo)."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
