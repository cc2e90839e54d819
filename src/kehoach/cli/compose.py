"""kehoach compose: the papers that follow from a plan, each as a document file and as .docx."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click
from attrs import evolve, frozen

from kehoach.cli._days import DAY, MOMENT, days_off_option, workdays
from kehoach.cli._findings import tell
from kehoach.cli._issuers import issuer_named, place_of
from kehoach.cli._ledgers import directory_option
from kehoach.cli._options import force_option, regime_option
from kehoach.cli._pair import pair_of, refuse_existing, write_pair
from kehoach.cli._vietnamese import Command
from kehoach.drafts import (
    Conference,
    assignment_annex,
    conclusion,
    conference_days,
    conference_findings,
    conference_invitation,
    copy_of,
    decision_promulgating,
    printed_annex,
    submission,
)
from kehoach.files import load, load_directory
from kehoach.plan import Plan
from kehoach.vietnamese import short_date, weekday_name

if TYPE_CHECKING:
    import datetime

    from kehoach.drafts import Frame


@frozen
class Composed:
    """Một loại văn bản suy ra từ kế hoạch: what it is called, and how it is made.

    `takes` names the options that `make` takes besides the plan, as its own parameters.
    """

    title: str
    make: Callable[..., Plan]
    takes: frozenset[str] = frozenset()


def _with_annex(plan: Plan, by: Literal["task", "assignee"] = "task") -> Plan:
    return evolve(plan, annexes=(*plan.annexes, printed_annex(assignment_annex(plan, by=by))))


def _copied(paper: Plan) -> Plan:
    try:
        return copy_of(paper, "SL" if paper.kind == "SY" else "SY")
    except ValueError as error:
        message = "chỉ sao y được một văn bản và sao lục được một bản sao y"
        raise click.UsageError(message) from error


_MEETING: Final = frozenset(("conference", "date"))
KINDS: Final = {
    "submission": Composed(
        "tờ trình đề nghị ban hành kế hoạch", submission, frozenset(("issuer", "place", "date"))
    ),
    "decision": Composed("quyết định ban hành kế hoạch", decision_promulgating),
    "approval": Composed(
        "quyết định phê duyệt kế hoạch",
        lambda plan: decision_promulgating(plan, verb="Phê duyệt"),
    ),
    "annex": Composed("kế hoạch kèm phụ lục phân công, theo nhiệm vụ", _with_annex),
    "annex-by-body": Composed(
        "kế hoạch kèm phụ lục phân công, theo cơ quan",
        lambda plan: _with_annex(plan, by="assignee"),
    ),
    "invitation": Composed("giấy mời hội nghị sơ kết, tổng kết", conference_invitation, _MEETING),
    "conclusion": Composed("thông báo kết luận hội nghị", conclusion, _MEETING),
    "copy": Composed("bản sao y, hoặc bản sao lục của một bản sao y", _copied),
}
"""Loại văn bản suy ra từ kế hoạch, by the word that names it on the command line."""
_LISTED: Final = "; ".join(f"{name}: {kind.title}" for name, kind in KINDS.items())
_OPTIONS: Final = {
    "conference": "--meeting, --chair, --venue",
    "issuer": "--issuer",
    "place": "--issuer",
    "date": "--date",
}


@click.command(cls=Command, help=f"Soạn văn bản suy ra từ một tệp kế hoạch.\n\nLOẠI: {_LISTED}.")
@click.argument("kind", metavar="LOẠI", type=click.Choice(tuple(KINDS)))
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tên tệp cần ghi; ghi cả tệp văn bản (.yaml) để điền tiếp và tệp Word (.docx).",
)  # fmt: skip
@click.option("--meeting", metavar="NGÀY", type=MOMENT,
              help="Ngày họp, hoặc giờ và ngày: “8:30 15/7/2013”.")  # fmt: skip
@click.option("--chair", metavar="NGƯỜI", help="Người chủ trì hội nghị, như in.")
@click.option("--venue", metavar="NƠI", help="Địa điểm họp.")
@click.option("--date", metavar="NGÀY", type=DAY,
              help="Ngày của tờ trình, giấy mời, thông báo kết luận.")  # fmt: skip
@click.option("--issuer", metavar="CƠ_QUAN",
              help="Cơ quan trình (tên hoặc mã); mặc định cơ quan đầu mối.")  # fmt: skip
@directory_option
@days_off_option
@regime_option
@click.option("--draft", is_flag=True, help="Ghi tệp Word dù còn chỗ cần viết, có chữ chìm.")
@force_option
def compose(  # noqa: PLR0913 - one argument an option
    *, kind: str, file: Path, target: Path, meeting: datetime.date | None, chair: str | None,
    venue: str | None, date: datetime.date | None, issuer: str | None, directory: Path | None,
    days_off: Path | None, regime: str | None, draft: bool, force: bool,
) -> None:  # fmt: skip
    """Write the document file and the paper, and tell what is still to be filled in."""
    refuse_existing(file, pair_of(target), force=force)
    plan, chosen = load(file), KINDS[kind]
    conference = Conference(meeting, chair, venue)
    given: dict[str, object] = {"date": date} if date else {}
    if conference != Conference():
        given["conference"] = conference
    if issuer:
        given |= _issuing(plan, issuer, directory)
    for name in given.keys() - chosen.takes:
        raise click.UsageError(f"loại {kind} không nhận {_OPTIONS[name]}")
    write_pair(chosen.make(plan, **given), target, chosen.title, regime=regime, draft=draft)
    if conference.day:
        _tell_days(conference.day, kind, date, days_off, pair_of(target)[0])


def _issuing(plan: Plan, issuer: str, directory: Path | None) -> Frame:
    bodies = load_directory(directory) if directory else None
    by, _ = issuer_named(issuer, bodies, plan.known_day)
    return {"issuer": by, "place": place_of(by, plan) or plan.place}


def _tell_days(
    on: datetime.date, kind: str, date: datetime.date | None, days_off: Path | None, paper: Path
) -> None:
    """Until when invitation and conclusion go out, and what the paper's day breaks of it."""
    calendar = workdays(days_off)
    days = conference_days(on, calendar)
    click.echo(
        f"Họp {_day(on)}: giấy mời chậm nhất {_day(days.invite_by)}, thông báo kết luận chậm nhất"
        f" {_day(days.conclude_by)} ({days.cite})."
    )
    invited, concluded = (date, None) if kind == "invitation" else (None, date)
    for finding in conference_findings(on, calendar, invited=invited, concluded=concluded):
        tell(finding, paper)


def _day(day: datetime.date) -> str:
    return f"{weekday_name(day)} {short_date(day)}"
