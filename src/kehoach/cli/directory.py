"""kehoach directory: the directory of bodies."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kehoach.cli._findings import finding_json
from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command, Group
from kehoach.files import load_directory
from kehoach.findings import Severity
from kehoach.organizations import check as check_directory

FOUND = 1


@click.group(cls=Group)
def directory() -> None:
    """Danh mục cơ quan: kiểm tra tệp danh mục."""


@directory.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@json_option
def check(*, file: Path, as_json: bool) -> int:
    """Tìm khoảng trống, chồng chéo, vòng lặp, cấp trên không có, tên trùng trong một kỳ."""
    findings = check_directory(load_directory(file))
    if as_json:
        click.echo(
            json.dumps([finding_json(one) for one in findings], ensure_ascii=False, indent=2)
        )
    else:
        for one in findings:
            click.echo(f"{one.severity.label}: {one.describe(str(file))}")
        click.echo(
            f"{file}: {len(findings)} điều cần xem lại" if findings else f"{file}: không có lỗi"
        )
    return FOUND if any(one.severity is not Severity.INFO for one in findings) else 0
