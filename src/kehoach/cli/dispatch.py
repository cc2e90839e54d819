"""kehoach dispatch, kehoach remind: a paper to each body, of its work and of what is late."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import DAY, days_off_option, end_of, workdays
from kehoach.cli._explain import BAD_INPUT
from kehoach.cli._findings import tell
from kehoach.cli._ledgers import directory_option, existing_ledger
from kehoach.cli._options import force_option, regime_option
from kehoach.cli._papers import refuse_full, tell_written, write_papers, zip_of
from kehoach.cli._vietnamese import Command
from kehoach.cli.export import chosen_rulebook
from kehoach.drafts import dispatch, remind, reports_notice
from kehoach.files import load_directory, read_plan_file
from kehoach.tracking import (
    DUE_SOON,
    DutyKind,
    Progress,
    Recorder,
    assess,
    obligations,
    plan_key,
    revision,
)
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from kehoach.organizations import Directory
    from kehoach.plan import Plan
    from kehoach.workdays import WorkCalendar

_NOTICE = "tinh-hinh-gui-bao-cao"

folder_option = click.option(
    "-o", "--output", "target", metavar="THƯ_MỤC", type=click.Path(path_type=Path), required=True,
    help="Thư mục chứa các văn bản, hoặc tên tệp .zip.",
)  # fmt: skip


@click.command("dispatch", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@folder_option
@click.option(
    "--per-body", is_flag=True,
    help="Mở các nhóm theo danh mục: mỗi cơ quan một văn bản, thay vì mỗi đề mục một văn bản.",
)  # fmt: skip
@directory_option
@click.option("--on", metavar="NGÀY", type=DAY, help="Ngày của các văn bản; mặc định để trống.")
@click.option("--zip", "zipped", is_flag=True, help="Gói tất cả vào một tệp .zip.")
@regime_option
@force_option
def dispatch_command(  # noqa: PLR0913 - one argument an option
    *, file: Path, target: Path, per_body: bool, directory: Path | None,
    on: datetime.date | None, zipped: bool, regime: str | None, force: bool,
) -> int:  # fmt: skip
    """Soạn công văn gửi từng cơ quan phần việc của họ trong kế hoạch."""
    read = read_plan_file(file)
    target = zip_of(target) if zipped else target
    refuse_full(target, force=force)
    bodies = load_directory(directory) if directory else None
    rules, note = chosen_rulebook(read.plan, regime, "14")
    found = dispatch(read.plan, bodies, per_body=per_body, on=on, rulebook=rules)
    for finding in (*read.findings, *found.findings):
        tell(finding, file)
    if note:
        click.echo(f"lưu ý: {note}", err=True)
    if not len(found):
        click.echo("kế hoạch không giao việc cho ai, nên không có văn bản nào")
        return 0
    written = write_papers(found, target, rules)
    tell_written(written, target, "công văn")
    for line in _left(read.plan, on):
        click.echo(line)
    return BAD_INPUT if written.failed else 0


def _left(plan: Plan, on: datetime.date | None) -> list[str]:
    """What a human must still do with the papers."""
    left = ["cho số; thêm vào ký hiệu chữ viết tắt của đơn vị soạn thảo"]
    if on is None:
        left.append("ghi ngày ban hành")
    if plan.number.text is None and plan.enclosed_by is None:
        left.append(
            "điền số của kế hoạch ở câu đầu (hoặc ghi number trong tệp kế hoạch rồi làm lại)"
        )
    if plan.signature is None or plan.signature.name is None:
        left.append("ghi họ tên người ký")
    left.append("sửa trong tệp .yaml rồi xuất lại: kehoach export TỆP.yaml -o TỆP.docx --force")
    return ["Việc còn lại:", *(f"  - {one}" for one in left)]


@click.command("remind", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--on", metavar="NGÀY", type=DAY, required=True, help="Tính đến ngày nào; cũng là ngày văn bản."
)
@folder_option
@click.option(
    "--ledger", "place", metavar="TỆP|URL",
    help="Sổ theo dõi; không có sổ thì coi như chưa cơ quan nào thực hiện.",
)  # fmt: skip
@directory_option
@click.option("--grace", metavar="SỐ", type=click.IntRange(1, 250),
              help="Thời hạn mới: sau số ngày làm việc này; mặc định để trống.")  # fmt: skip
@click.option("--soon", metavar="SỐ", type=click.IntRange(0, 250), default=DUE_SOON,
              help=f"Sắp đến hạn: còn mấy ngày làm việc; mặc định {DUE_SOON}.")  # fmt: skip
@days_off_option
@click.option("--zip", "zipped", is_flag=True, help="Gói tất cả vào một tệp .zip.")
@regime_option
@force_option
def remind_command(  # noqa: PLR0913 - one argument an option
    *, file: Path, on: datetime.date, target: Path, place: str | None, directory: Path | None,
    grace: int | None, soon: int, days_off: Path | None, zipped: bool, regime: str | None,
    force: bool,
) -> int:  # fmt: skip
    """Soạn công văn đôn đốc gửi từng cơ quan có việc quá hạn, sắp đến hạn."""
    read = read_plan_file(file)
    target = zip_of(target) if zipped else target
    refuse_full(target, force=force)
    bodies = load_directory(directory) if directory else None
    calendar = workdays(days_off)
    progress = _progress(read.plan, place, bodies, calendar, (on, soon))
    rules, _ = chosen_rulebook(read.plan, regime, "14")
    found = remind(
        read.plan, progress, bodies, calendar=calendar, grace=grace, rulebook=rules
    )  # fmt: skip
    for finding in read.findings:
        tell(finding, file)
    day = short_date(on)
    if place is None:
        told = "không có sổ theo dõi nên coi như chưa cơ quan nào thực hiện; kiểm tra trước khi gửi"
        click.echo(f"lưu ý: {told}", err=True)
    notices = [(_NOTICE, reports_notice(read.plan, progress, rulebook=rules))]
    reports = any(one.duty.kind is DutyKind.REPORT for one in progress)
    if not len(found):
        click.echo(f"đến ngày {day} không cơ quan nào có việc quá hạn hay sắp đến hạn")
        return 0
    written = write_papers(found, target, rules, others=notices if reports else ())
    tell_written(written, target, "công văn đôn đốc")
    if reports:
        click.echo(f"  {_NOTICE}.docx: ai đã gửi báo cáo, ai chậm, ai chưa gửi")
    for line in _reminding(grace):
        click.echo(line)
    return BAD_INPUT if written.failed else 0


def _reminding(grace: int | None) -> list[str]:
    left = ["kiểm tra lại từng việc đã thực sự chưa làm", "cho số"]
    if grace is None:
        left.append("ghi thời hạn mới vào bảng và câu cuối (hoặc làm lại với --grace SỐ_NGÀY)")
    return ["Việc còn lại:", *(f"  - {one}" for one in left)]


def _progress(
    plan: Plan,
    place: str | None,
    bodies: Directory | None,
    calendar: WorkCalendar,
    asked: tuple[datetime.date, int],
) -> Progress:
    """How the plan stands on the day: by the ledger, or as if nothing had been done."""
    on, soon = asked
    if place is not None:
        with existing_ledger(place) as ledger:
            found = ledger.progress(on, calendar, due_soon=soon, plan=plan_key(plan))
        if not found.items:
            raise click.UsageError(f"sổ {place} không có kế hoạch này (khóa {plan_key(plan)})")
        return found
    wanted = obligations(plan, bodies, calendar)
    start = plan.date if isinstance(plan.date, datetime.date) else on
    recorder = Recorder("kehoach", start, end_of(start))
    return assess(revision((), wanted, recorder), on=on, calendar=calendar, due_soon=soon)
