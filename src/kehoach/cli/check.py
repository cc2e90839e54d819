"""kehoach check, fix: faults of form, language and content, and the mends that are safe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.checks import lint
from kehoach.checks.content import check_plan
from kehoach.checks.mend import annotate, mend
from kehoach.cli._findings import finding_json, finding_line
from kehoach.cli._options import force_option, json_option, regime_option, style_option
from kehoach.cli._sources import observed, source_bytes
from kehoach.cli._vietnamese import Command
from kehoach.files import load_directory, read_plan_file
from kehoach.files.atomic import write_atomically
from kehoach.findings import Severity
from kehoach.rules import rulebook, with_style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.findings import Finding
    from kehoach.rules import Rulebook

FOUND = 1
PLAN_FILES = (".yaml", ".yml", ".json")


@click.command(cls=Command)
@click.argument("file", metavar="TỆP")
@regime_option
@style_option
@click.option(
    "--directory", metavar="TỆP", type=click.Path(path_type=Path),
    help="Danh mục cơ quan, để kiểm tra tệp kế hoạch.",
)  # fmt: skip
@click.option(
    "--annotate", "annotated", metavar="TỆP", type=click.Path(path_type=Path),
    help="Ghi bản sao .docx có chú thích tại từng chỗ.",
)  # fmt: skip
@json_option
def check(  # noqa: PLR0913 - one argument an option
    *, file: str, regime: str | None, style: Path | None, directory: Path | None,
    annotated: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Kiểm tra thể thức, câu chữ của văn bản, hoặc nội dung của tệp kế hoạch."""
    if Path(file).suffix.lower() in PLAN_FILES:
        read = read_plan_file(file)
        bodies = load_directory(directory) if directory else None
        findings = (*read.findings, *check_plan(read.plan, directory=bodies))
    else:
        findings = lint(observed(file), _rules(regime, style))
        if annotated is not None:
            commented = annotate(source_bytes(file), findings, file)
            write_atomically(annotated, lambda stream: stream.write(commented))
    _show(file, findings, as_json=as_json)
    return FOUND if any(one.severity is not Severity.INFO for one in findings) else 0


@click.command(cls=Command)
@click.argument("file", metavar="TỆP")
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp .docx đã sửa cần ghi.",
)  # fmt: skip
@regime_option
@click.option("--guarded", is_flag=True, help="Sửa cả dấu câu, khoảng trắng, số 0 ở đầu.")
@click.option("--track-changes", is_flag=True, help="Ghi chỗ sửa thành vết để người duyệt nhận.")
@force_option
def fix(  # noqa: PLR0913 - one argument an option
    *, file: str, target: Path, regime: str | None, guarded: bool, track_changes: bool,
    force: bool,
) -> None:  # fmt: skip
    """Sửa những lỗi thể thức mà máy sửa được an toàn."""
    if target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    mended = mend(
        source_bytes(file), _rules(regime, None), guarded=guarded,
        track_changes=track_changes, source=file,
    )  # fmt: skip
    write_atomically(target, lambda stream: stream.write(mended.data))
    click.echo(f"đã ghi {target}: sửa {len(mended.applied)} chỗ, còn {len(mended.left)} điều")
    for one in mended.left:
        click.echo(f"  {finding_line(one)}")


def _rules(regime: str | None, style: Path | None) -> Rulebook | None:
    if regime is None:
        if style is not None:
            raise click.UsageError("--style cần đi cùng --regime")
        return None
    rules = rulebook(regime)
    return with_style(rules, style) if style else rules


def _show(file: str, findings: Iterable[Finding], *, as_json: bool) -> None:
    found = tuple(findings)
    if as_json:
        click.echo(json.dumps([finding_json(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(finding_line(one))
    faults = sum(one.severity is not Severity.INFO for one in found)
    click.echo(f"{file}: {faults} lỗi hoặc cảnh báo, {len(found) - faults} lưu ý")
