"""kehoach export: a plan file becomes a paper."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._vietnamese import Command
from kehoach.compose import unknowns
from kehoach.errors import UndatedPaper
from kehoach.exporting import export as export_subject
from kehoach.exporting import rulebook_of
from kehoach.files import read_plan_file
from kehoach.plugins import Plugins, Status, load_plugins
from kehoach.rules import REGIMES, rulebook, rulebook_on, with_style

if TYPE_CHECKING:
    from kehoach.findings import Finding
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook

NAMES = [regime.id for regime in REGIMES]


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp cần ghi; đuôi tệp chọn bộ xuất (.docx, .txt).",
)  # fmt: skip
@click.option("--format", "name", metavar="TÊN", help="Tên bộ xuất, khi đuôi tệp chưa đủ rõ.")
@click.option(
    "--regime", metavar="TÊN", type=click.Choice(NAMES),
    help=f"Quy định thể thức ({', '.join(NAMES)}); mặc định theo ngày của văn bản.",
)  # fmt: skip
@click.option(
    "--style", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp TOML đặt phong cách riêng của cơ quan lên trên quy định.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.pass_obj
def export(  # noqa: PLR0913 - one argument an option
    settings: dict[str, bool], *, file: Path, target: Path, name: str | None,
    regime: str | None, style: Path | None, force: bool,
) -> None:  # fmt: skip
    """Xuất tệp kế hoạch thành văn bản."""
    if target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    read = read_plan_file(file)
    rules, remark = chosen_rulebook(read.plan, regime)
    if style is not None:
        rules = with_style(rules, style)
    plugins = load_plugins(third_party=settings["third_party"])
    tell_of_broken(plugins)
    export_subject(read.plan, target, format=name, rulebook=rules, plugins=plugins)
    for finding in (*read.findings, *unknowns(read.plan)):
        tell(finding, file)
    if remark:
        click.echo(f"lưu ý: {remark}", err=True)
    click.echo(f"đã ghi {target}")


def chosen_rulebook(plan: Plan, regime: str | None) -> tuple[Rulebook, str]:
    """The rulebook of a paper, and what to say where today's had to serve."""
    if regime:
        return rulebook(regime), ""
    try:
        return rulebook_of(plan), ""
    except UndatedPaper:
        today = rulebook_on(datetime.date.today())  # noqa: DTZ011 - the user's own day
        return today, f"văn bản chưa có ngày, dùng quy định hiện hành ({today.name})"


def tell_of_broken(plugins: Plugins) -> None:
    """One line on standard error a plugin that could not be loaded whole."""
    for one in plugins.report():
        if one.status is Status.FAILED:
            click.echo(f"cảnh báo: bộ cắm {one.name} ({one.origin}): {one.reason}", err=True)


def tell(finding: Finding, file: Path) -> None:
    """One finding on standard error."""
    click.echo(f"{finding.severity.label}: {finding.describe(str(file))}", err=True)
