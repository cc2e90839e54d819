"""kehoach report: the report of a period, its figures from the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import DAY, days_off_option, workdays
from kehoach.cli._issuers import issuer_named, place_of
from kehoach.cli._ledgers import directory_option, existing_ledger, ledger_option
from kehoach.cli._options import force_option, regime_option
from kehoach.cli._pair import pair_of, pair_option, refuse_existing, write_pair
from kehoach.cli._periods import period_option
from kehoach.cli._vietnamese import Command
from kehoach.cli.returns import load_return
from kehoach.drafts.report import ReportKind, previous_period, report, same_period_last_year
from kehoach.files import load, load_directory
from kehoach.returns import results_of
from kehoach.tracking import Progress, plan_key

if TYPE_CHECKING:
    import datetime

    from kehoach.deadlines import Period
    from kehoach.drafts import Results
    from kehoach.tracking.ledger import Ledger
    from kehoach.workdays import WorkCalendar

_KINDS = {
    "so-ket": ReportKind.HALF,
    "tong-ket": ReportKind.YEAR,
    "chuyen-de": ReportKind.THEMATIC,
    "dot-xuat": ReportKind.URGENT,
}


@click.command("report", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@period_option
@click.option("--kind", metavar="LOẠI", type=click.Choice(tuple(_KINDS)),
              help=f"Loại báo cáo: {', '.join(_KINDS)}; mặc định theo kỳ.")  # fmt: skip
@pair_option
@click.option("--on", metavar="NGÀY", type=DAY,
              help="Ngày chốt số liệu; mặc định ngày cuối kỳ.")  # fmt: skip
@click.option(
    "--issuer",
    metavar="CƠ_QUAN",
    help="Cơ quan báo cáo (tên hoặc mã); mặc định cơ quan ban hành kế hoạch.",
)
@click.option("--own", is_flag=True, help="Chỉ lấy việc của cơ quan báo cáo.")
@click.option("--to", "addressees", metavar="NƠI_NHẬN", multiple=True, help="Kính gửi ai.")
@click.option(
    "--returns",
    "folder",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục báo cáo gửi về; lời của từng cơ quan vào báo cáo tổng hợp.",
)
@ledger_option
@directory_option
@days_off_option
@regime_option
@click.option("--draft", is_flag=True, help="Ghi tệp Word dù còn chỗ cần viết, có chữ chìm.")
@force_option
def report_command(  # noqa: PLR0913 - one argument an option
    *, file: Path, period: Period, kind: str | None, target: Path, on: datetime.date | None,
    issuer: str | None, own: bool, addressees: tuple[str, ...], place: str | None,
    folder: Path | None, directory: Path | None, days_off: Path | None, regime: str | None,
    draft: bool, force: bool,
) -> None:  # fmt: skip
    """Soạn báo cáo của một kỳ, số liệu lấy từ sổ theo dõi."""
    refuse_existing(file, pair_of(target), force=force)
    plan, calendar = load(file), workdays(days_off)
    bodies = load_directory(directory) if directory else None
    day = on or period.end
    by, body = issuer_named(issuer, bodies, day) if issuer else (None, None)
    with existing_ledger(place) as ledger:
        view = _View(ledger, plan_key(plan), calendar, body if own else None)
        made = report(
            plan,
            view.progress(day),
            period,
            kind=_KINDS[kind] if kind else None,
            issuer=by,
            addressees=addressees,
            before=view.known(previous_period(period)),
            place=place_of(by, plan),
            results=_results(folder, view.progress(day), period),
            year_ago=view.known(same_period_last_year(period)),
        )
    write_pair(made, target, "báo cáo", regime=regime, draft=draft)


def _results(folder: Path | None, progress: Progress, period: Period) -> Results:
    """What the returns in a folder say, and who sent none; without a folder only who reported."""
    files = sorted(folder.glob("*")) if folder else ()
    forms = {}
    for file in files:
        if file.suffix.lower() in (".docx", ".yaml"):
            form = load_return(file)
            if form.period == period and not all(one.is_blank for one in form.answers):
                forms[form.body] = form
    return results_of(tuple(forms.values()), progress, period)


class _View:
    """What the ledger says of the plan, and of one body where that is asked."""

    def __init__(self, ledger: Ledger, key: str, calendar: WorkCalendar, body: str | None) -> None:
        self._ledger, self._key, self._calendar, self._body = ledger, key, calendar, body

    def progress(self, on: datetime.date) -> Progress:
        """The progress as of a day."""
        return self._ledger.progress(on, self._calendar, plan=self._key, body=self._body)

    def known(self, period: Period | None) -> Progress | None:
        """The progress at the end of a period, if anything had been given by then."""
        found = self.progress(period.end) if period else None
        return found if found and len(found) else None
