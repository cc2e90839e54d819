"""kehoach returns: forms that go out to bodies, and their answers read back into the ledger."""

from __future__ import annotations

import io
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import DAY, days_off_option, now, today, workdays
from kehoach.cli._explain import explain
from kehoach.cli._issuers import issuer_named
from kehoach.cli._ledgers import (
    by_option,
    directory_option,
    existing_ledger,
    ledger_option,
    recorder_name,
)
from kehoach.cli._options import force_option
from kehoach.cli._periods import period_option
from kehoach.cli._vietnamese import Command, Group
from kehoach.cli.export import chosen_rulebook, make_folder
from kehoach.cycles.instances import slug
from kehoach.documents import Issuer
from kehoach.errors import KehoachError
from kehoach.exporting import export
from kehoach.files import load, load_directory, read_bytes, write_atomically
from kehoach.returns import (
    blank_returns,
    collect,
    read_observed_return,
    read_return,
    return_document,
    return_text,
)
from kehoach.tracking import plan_key
from kehoach.vietnamese import short_date
from kehoach.word import observe

if TYPE_CHECKING:
    import datetime

    from kehoach.deadlines import Period
    from kehoach.returns import Collected, Return
    from kehoach.tracking.ledger import Ledger

FINDINGS = 1


@click.group(cls=Group)
def returns() -> None:
    """Gửi mẫu báo cáo cho các cơ quan và đọc báo cáo gửi về."""


@returns.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@period_option
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    required=True,
    help="Thư mục chứa mẫu của từng cơ quan (.docx và .yaml).",
)
@click.option("--on", metavar="NGÀY", type=DAY, help="Tính đến ngày nào; mặc định cuối kỳ.")
@ledger_option
@directory_option
@days_off_option
@force_option
def send(  # noqa: PLR0913 - one argument an option
    *, file: Path, period: Period, folder: Path, on: datetime.date | None, place: str | None,
    directory: Path | None, days_off: Path | None, force: bool,
) -> None:  # fmt: skip
    """Tạo mẫu báo cáo cho từng cơ quan có việc trong sổ."""
    plan = load(file)
    key, day = plan_key(plan), on or period.end
    with existing_ledger(place) as ledger:
        progress = ledger.progress(day, workdays(days_off), plan=key)
    bodies = load_directory(directory) if directory else None
    forms = list(blank_returns(progress, key, period))
    targets = [folder / f"{slug(form.body)}{suffix}" for form in forms
               for suffix in (".yaml", ".docx")]  # fmt: skip
    for target in targets:
        if target.exists() and not force:
            raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    if not forms:
        raise click.UsageError(f"đến {short_date(day)} sổ chưa giao việc nào của kế hoạch này")
    make_folder(folder)
    rules, _ = chosen_rulebook(plan, None, "14")
    for form in forms:
        issuer, _ = issuer_named(form.body, bodies, day) if bodies else (Issuer(form.name), "")
        stem = folder / slug(form.body)
        content = io.BytesIO(return_text(form).encode())
        write_atomically(stem.with_suffix(".yaml"), partial(shutil.copyfileobj, content))
        document = return_document(form, plan, issuer, rulebook=rules)
        export(document, stem.with_suffix(".docx"), rulebook=rules)
    click.echo(f"đã tạo mẫu báo cáo cho {len(forms)} cơ quan trong {folder}")
    click.echo("Gửi tệp .docx (hoặc .yaml) cho từng cơ quan; nhận về thì chạy:")
    click.echo(f"  kehoach returns read {folder}/*.docx")


@returns.command(cls=Command)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True,
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--day", metavar="NGÀY", type=DAY, help="Ngày nhận; mặc định hôm nay.")
@ledger_option
@by_option
@days_off_option
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ ghi gì, không ghi sổ.")
def read(  # noqa: PLR0913 - one argument an option
    *, files: tuple[Path, ...], day: datetime.date | None, place: str | None, by: str | None,
    days_off: Path | None, dry_run: bool,
) -> int:  # fmt: skip
    """Đọc báo cáo gửi về (.docx, .yaml) vào sổ theo dõi."""
    received, who, faults = day or today(), recorder_name(by), 0
    calendar = workdays(days_off)
    with existing_ledger(place) as ledger:
        for file in files:
            try:
                form = load_return(file)
                progress = ledger.progress(received, calendar, plan=form.plan, body=form.body)
                found = collect(
                    form, progress, day=received, at=now(), by=who, source=file.name,
                    recorded=ledger.events(form.plan),
                )  # fmt: skip
                _record(ledger, found, dry_run=dry_run)
            except KehoachError as error:
                faults += 1
                told = explain(error)
                click.echo(told if str(file) in told else f"{file}: {told}", err=True)
                continue
            faults += len(found.findings)
            names = {one.body: one.name for one in progress}
            _tell(file, names.get(form.body, form.name or form.body), form, found, dry_run=dry_run)
    return FINDINGS if faults else 0


def load_return(file: Path) -> Return:
    """The return in a Word or a YAML file; raises as the readers do."""
    content = read_bytes(file)
    if content.startswith(b"PK"):
        return read_observed_return(observe(content, str(file)), str(file))
    return read_return(content, str(file))


def _record(ledger: Ledger, found: Collected, *, dry_run: bool) -> None:
    if found.events and not dry_run:
        ledger.append(*found.events)


def _tell(file: Path, name: str, form: Return, found: Collected, *, dry_run: bool) -> None:
    done = "sẽ ghi" if dry_run else "đã ghi"
    answered = sum(not one.is_blank for one in form.answers)
    click.echo(
        f"{file}: {name} trả lời {answered}/{len(form.answers)} việc;"
        f" {done} {len(found.events)} sự kiện"
    )
    for finding in found.findings:
        click.echo(f"  {finding.severity.label}: {finding.describe(str(file))}", err=True)
