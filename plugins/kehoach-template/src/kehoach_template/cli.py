"""Lệnh kehoach-template: check a template, fill it, list the names that it may use."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.checks import lint
from kehoach.cli import Command, Group, run
from kehoach.errors import ReadError
from kehoach.files import load, write_atomically
from kehoach.word import observe
from kehoach_template.checking import check_template
from kehoach_template.filling import fill
from kehoach_template.names import NAMES

if TYPE_CHECKING:
    from kehoach.findings import Finding
    from kehoach_template.names import Shape

FOUND = 1


@click.group(cls=Group, no_args_is_help=True)
def template() -> None:
    """Mẫu Word của cơ quan: kiểm tra, điền từ tệp kế hoạch, liệt kê các tên dùng được."""


@template.command(cls=Command)
@click.argument("file", metavar="MẪU", type=click.Path(path_type=Path))
def check(*, file: Path) -> int:
    """Tìm thẻ hỏng, tên không có trong một mẫu .docx."""
    findings = check_template(_bytes(file))
    _tell(findings, file)
    count = f"{len(findings)} chỗ cần sửa" if findings else "dùng được"
    click.echo(f"{file}: {count}")
    return FOUND if findings else 0


@template.command("fill", cls=Command)
@click.argument("file", metavar="MẪU", type=click.Path(path_type=Path))
@click.argument("plan_file", metavar="KẾ_HOẠCH", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp .docx cần ghi.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
def fill_template(*, file: Path, plan_file: Path, target: Path, force: bool) -> None:
    """Điền mẫu từ tệp kế hoạch, rồi kiểm tra thể thức của văn bản làm ra."""
    if target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    filled = fill(_bytes(file), load(plan_file))
    write_atomically(target, lambda stream: stream.write(filled))
    click.echo(f"đã ghi {target}")
    _tell(lint(observe(filled, str(target))), target)


@template.command(cls=Command)
def names() -> None:
    """Liệt kê các tên dùng được trong mẫu."""
    for line in _listed(NAMES, ""):
        click.echo(line)


def main() -> None:
    """Run the command line; exits 0 when done, 1 for findings, 2 for bad input."""
    sys.exit(run(None, template, "kehoach-template"))


def _listed(shape: Shape, name: str) -> Iterator[str]:
    if isinstance(shape, str):
        yield f"{name}: {shape}"
    elif isinstance(shape, Mapping):
        for field, inner in shape.items():
            yield from _listed(inner, f"{name}.{field}" if name else field)
    elif isinstance(shape, Sequence):
        yield from _listed(shape[0], f"{name}[]")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = "không có tệp này" if not file.exists() else error.strerror or str(error)
        raise ReadError(str(file), reason, "kiểm tra lại tên và thư mục") from error


def _tell(findings: Sequence[Finding], file: Path) -> None:
    for one in findings:
        click.echo(f"{one.severity.label}: {one.describe(str(file))} ({one.code})", err=True)
