"""kehoach export: a plan file becomes a paper, a calendar or a table of progress."""

from __future__ import annotations

import datetime
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import asdict, evolve, frozen
from rich.console import Console
from rich.progress import track

from kehoach.cli._days import days_off_option, today, workdays
from kehoach.cli._explain import BAD_INPUT, explain
from kehoach.cli._findings import tell
from kehoach.cli._ledgers import directory_option, existing_ledger, on_option, plan_option
from kehoach.cli._options import force_option, regime_option, style_option
from kehoach.cli._sources import style_file
from kehoach.cli._vietnamese import Command
from kehoach.compose import day_of, unknowns
from kehoach.errors import KehoachError, TargetUnwritable, UndatedPaper
from kehoach.exporting import Sources
from kehoach.exporting import export as export_subject
from kehoach.exporting.names import same_file_key
from kehoach.files import load_directory, read_plan_file
from kehoach.hookspecs import Subject
from kehoach.plugins import Plugins, Status, load_plugins
from kehoach.rules import rulebook, rulebook_on, with_style
from kehoach.rules.rulebook import Sizes
from kehoach.tracking import parse_filter

if TYPE_CHECKING:
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook

_PAPERS = (Subject.PLAN, Subject.DOCUMENT)


@click.command(cls=Command)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp cần ghi; đuôi tệp chọn bộ xuất (.docx, .md …). Nhiều tệp kế hoạch: một thư mục.",
)  # fmt: skip
@click.option(
    "--format", "name", metavar="TÊN",
    help="Tên bộ xuất, khi đuôi tệp chưa đủ rõ; mặc định docx khi ghi vào thư mục.",
)  # fmt: skip
@regime_option
@click.option(
    "--sizes", metavar="BỘ", type=click.Choice(["14", "13"]),
    help="Bộ cỡ chữ 14 hoặc 13; mặc định 14.",
)  # fmt: skip
@style_option
@on_option
@click.option(
    "--ledger", "place", metavar="TỆP|URL",
    help="Sổ theo dõi cho bộ xuất tiến độ; không nêu thì coi như vừa giao việc.",
)  # fmt: skip
@plan_option
@click.option(
    "--where", metavar="BỘ_LỌC", help='Chỉ những việc lọc ra, như "đơn_vị:so-tttt quá_hạn".'
)
@directory_option
@days_off_option
@click.option("--draft", is_flag=True, help="In dự thảo: còn chỗ cần viết, có chữ chìm DỰ THẢO.")
@force_option
@click.pass_obj
def export(  # noqa: PLR0913 - one argument an option
    settings: dict[str, bool], *, files: tuple[Path, ...], target: Path, name: str | None,
    regime: str | None, sizes: Sizes | None, style: Path | None, on: datetime.date | None,
    place: str | None, plan: str | None, where: str | None, directory: Path | None,
    days_off: Path | None, draft: bool, force: bool,
) -> int:  # fmt: skip
    """Xuất tệp kế hoạch thành văn bản, lịch, bảng theo dõi."""
    plugins = load_plugins(third_party=settings["third_party"])
    tell_of_broken(plugins)
    with ExitStack() as stack:
        sources = Sources(
            on=on,
            ledger=stack.enter_context(existing_ledger(place)) if place else None,
            directory=load_directory(directory) if directory else None,
            calendar=workdays(days_off) if days_off else None,
            where=parse_filter(where) if where else None,
            key=plan,
        )
        job = _Job(plugins, name, regime, sizes or "14", style, sources, force, draft)
        if len(files) == 1 and not target.is_dir():
            job.run(files[0], target)
            click.echo(f"đã ghi {target}")
            return 0
        return _export_into(target, files, job)


@frozen
class _Job:
    """What the options ask for, the same for every file."""

    plugins: Plugins
    name: str | None
    regime: str | None
    sizes: Sizes
    style: Path | None
    sources: Sources
    force: bool
    draft: bool

    def run(self, file: Path, target: Path) -> None:
        """One plan file becomes one file; findings go to standard error."""
        if target.exists() and not self.force:
            raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
        read = read_plan_file(file)
        rules, remark = chosen_rulebook(read.plan, self.regime, self.sizes)
        if self.style is not None:
            rules = with_style(rules, style_file(self.style))
        accepts = self.plugins.exporter_for(target.suffix, Subject.PLAN, self.name).accepts
        given = asdict(self.sources, recurse=False)
        given["on"] = self.sources.on or (today() if accepts is Subject.PROGRESS else None)
        export_subject(
            read.plan, target, format=self.name, rulebook=rules, plugins=self.plugins,
            draft=self.draft, **given,
        )  # fmt: skip
        blanks = unknowns(read.plan, rules) if accepts in _PAPERS else ()
        for finding in (*read.findings, *blanks):
            tell(finding, file)
        if remark and accepts in _PAPERS:
            click.echo(f"lưu ý: {file}: {remark}", err=True)


def _export_into(folder: Path, files: tuple[Path, ...], job: _Job) -> int:
    """Every file into the folder; one that fails is told, the others are written."""
    _refuse_twins(files)
    job = evolve(job, name=job.name or "docx")
    suffix = job.plugins.exporter_named(str(job.name)).suffix
    make_folder(folder)
    failed = 0
    for file in track(files, "Đang xuất", console=Console(stderr=True), transient=True):
        try:
            job.run(file, folder / f"{file.stem}{suffix}")
        except (KehoachError, click.UsageError) as error:
            failed += 1
            click.echo(f"kehoach: {file}: {_told(error)}", err=True)
    click.echo(f"đã ghi {len(files) - failed} văn bản vào {folder}, {failed} không ghi được")
    return BAD_INPUT if failed else 0


def _refuse_twins(files: tuple[Path, ...]) -> None:
    """Two files of one name would write one paper over the other."""
    seen: dict[str, Path] = {}
    for file in files:
        first = seen.setdefault(same_file_key(file.stem), file)
        if first is not file:
            raise click.UsageError(f"{first} và {file} sẽ ghi cùng một văn bản; đổi tên một tệp")


def make_folder(folder: Path) -> None:
    """The folder, made if it is missing; raises `TargetUnwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise TargetUnwritable(str(folder), "a part of the path is not a folder") from error
    except OSError as error:
        raise TargetUnwritable(str(folder), error.strerror or str(error)) from error


def _told(error: KehoachError | click.UsageError) -> str:
    return explain(error) if isinstance(error, KehoachError) else error.message


def chosen_rulebook(plan: Plan, regime: str | None, sizes: Sizes) -> tuple[Rulebook, str]:
    """The rulebook of a paper, and what to say where today's had to serve."""
    if regime:
        return rulebook(regime, sizes), ""
    try:
        return rulebook_on(day_of(plan), sizes), ""
    except UndatedPaper:
        today = rulebook_on(datetime.date.today(), sizes)  # noqa: DTZ011 - the user's own day
        return today, f"văn bản chưa có ngày, dùng quy định hiện hành ({today.name})"


def tell_of_broken(plugins: Plugins) -> None:
    """One line on standard error a plugin that could not be loaded whole."""
    for one in plugins.report():
        if one.status is Status.FAILED:
            click.echo(f"cảnh báo: bộ cắm {one.name} ({one.origin}): {one.reason}", err=True)
