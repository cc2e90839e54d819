"""kehoach issue: a paper gets its number and day, in the register, in its file and in print."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from kehoach.cli._days import DAY, now, today
from kehoach.cli._findings import tell
from kehoach.cli._ledgers import by_option, recorder_name
from kehoach.cli._options import force_option, json_option, regime_option, style_option
from kehoach.cli._registers import entry_json, opened_register, register_option, series_option
from kehoach.cli._vietnamese import Command
from kehoach.compose import unknowns
from kehoach.files import read_plan_file
from kehoach.issuing import Issuing, finish, outgoing_paper
from kehoach.issuing import issue as issue_paper
from kehoach.register import EntryState
from kehoach.rules import rulebook, rulebook_on, with_style
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from kehoach.issuing import Issued
    from kehoach.plan import Plan
    from kehoach.register import Entry, Register
    from kehoach.rules import Rulebook


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--day", metavar="NGÀY", type=DAY,
    help="Ngày ban hành; mặc định ngày ghi trong tệp, không có thì hôm nay.",
)  # fmt: skip
@register_option
@click.option("--new-register", is_flag=True, help="Lập sổ mới nếu chưa có.")
@series_option
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path),
    help="Văn bản cần ghi; mặc định cùng tên với tệp, đuôi .docx.",
)  # fmt: skip
@click.option("--finish", "unfinished", is_flag=True, help="Ghi nốt văn bản đã được cấp số.")
@by_option
@regime_option
@style_option
@force_option
@json_option
def issue(  # noqa: PLR0913 - one argument an option
    *, file: Path, day: datetime.date | None, place: str, new_register: bool, rules: Path | None,
    target: Path | None, unfinished: bool, by: str | None, regime: str | None,
    style: Path | None, force: bool, as_json: bool,
) -> None:  # fmt: skip
    """Phát hành: cấp số, ghi sổ, ghi số và ngày vào tệp, ghi lại văn bản."""
    plan = read_plan_file(file).plan
    chosen = Look(regime, style)
    with opened_register(place, rules, new=new_register) as register:
        if unfinished:
            done = finish_paper(file, waiting_entry(plan, file, register), register, by, chosen,
                                target)  # fmt: skip
        else:
            paper = target or file.with_suffix(".docx")
            if paper.exists() and not force:
                raise click.UsageError(f"{paper} đã có; thêm --force nếu muốn ghi đè")
            on = day or (plan.date if isinstance(plan.date, datetime.date) else today())
            how = Issuing(
                register=register, target=paper, source=file, by=recorder_name(by), at=now(),
                rulebook=chosen.rules(on),
            )  # fmt: skip
            done = issue_paper(plan, on, how)
    show_issued(done, file, as_json=as_json)


@frozen
class Look:
    """Thể thức được chọn trên dòng lệnh: regime and house style."""

    regime: str | None = None
    style: Path | None = None

    def rules(self, day: datetime.date) -> Rulebook:
        """The rulebook of a paper of the day."""
        rules = rulebook(self.regime) if self.regime else rulebook_on(day)
        return with_style(rules, self.style) if self.style else rules


def finish_paper(  # noqa: PLR0913, PLR0917 - what the command was told
    file: Path, entry: Entry, register: Register, by: str | None, look: Look, target: Path | None
) -> Issued:  # fmt: skip
    """Write the paper of a number that was given; its file is the one that was meant then."""
    how = Issuing(
        register=register, target=target or Path(entry.target), source=file,
        by=recorder_name(by), at=now(), rulebook=look.rules(entry.day),
    )  # fmt: skip
    return finish(read_plan_file(file).plan, entry, how)


def waiting_entry(plan: Plan, file: Path, register: Register) -> Entry:
    """The one number that waits for this paper."""
    day = plan.date if isinstance(plan.date, datetime.date) else today()
    paper = outgoing_paper(plan, rulebook_on(day), source=str(file.resolve()))
    found = register.waiting(paper)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(f"sổ không có số nào đang chờ ghi văn bản của {file}")
    listed = ", ".join(one.printed for one in found)
    raise click.UsageError(
        f"có {len(found)} số đang chờ ({listed}); chọn một: kehoach register finish SỐ {file}"
    )


def show_issued(done: Issued, file: Path, *, as_json: bool) -> None:
    """What was done, and what a human must still do."""
    if as_json:
        click.echo(json.dumps(entry_json(done.entry), ensure_ascii=False, indent=2))
        return
    entry = done.entry
    click.echo(f"đã cấp số {entry.printed} ngày {short_date(entry.day)}: {entry.title}")
    click.echo(f"đã ghi {done.target}")
    click.echo(f"đã ghi số, ngày vào {file}")
    for finding in unknowns(done.plan):
        tell(finding, file)
    if entry.state is EntryState.WRITTEN:
        click.echo("Còn lại: ký, đóng dấu, gửi các nơi nhận.")
