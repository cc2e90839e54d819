"""kehoach register: the numbers of outgoing papers, listed, voided, finished, printed, started."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import now, today
from kehoach.cli._ledgers import by_option, recorder_name
from kehoach.cli._options import force_option, json_option, regime_option, style_option
from kehoach.cli._registers import (
    entry_json,
    issuer_option,
    opened_register,
    register_option,
    series_option,
    year_option,
)
from kehoach.cli._tables import show_table
from kehoach.cli._vietnamese import Command, Group
from kehoach.cli.issue import Look, finish_paper, show_issued
from kehoach.compose import BOOK_COLUMNS, book_rows, register_book
from kehoach.exporting import export
from kehoach.files import read_plan_file
from kehoach.issuing import outgoing_paper
from kehoach.register import EntryState
from kehoach.rules import rulebook_on
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.register import Entry, Register

_COLORS = {EntryState.RESERVED: "yellow", EntryState.VOID: "dim", EntryState.WRITTEN: ""}


@click.group("register", cls=Group)
def register_group() -> None:
    """Sổ đăng ký văn bản đi: các số đã cấp."""


@register_group.command("list", cls=Command)
@register_option
@year_option
@issuer_option
@json_option
def list_numbers(*, place: str, year: int | None, issuer: str, as_json: bool) -> None:
    """Liệt kê các số đã cấp, kể cả số chưa ghi xong văn bản và số đã hủy."""
    with opened_register(place) as register:
        entries = register.entries(year=year, issuer=issuer)
        if as_json:
            shown = [entry_json(one) for one in entries]
            click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
            return
        titles = ("Số, ký hiệu", "Ngày", "Trích yếu", "Tình trạng", "Ghi chú")
        rows = [
            (one.printed, short_date(one.day), one.title, one.state.label, one.note)
            for one in entries
        ]
        show_table(titles, rows, [_COLORS[one.state] for one in entries])
        for line in _account(register, entries):
            click.echo(line)


def _account(register: Register, entries: Iterable[Entry]) -> Iterator[str]:
    names = {one.series.body: one.issuer for one in register.entries()}
    for one in register.standings():
        body, year, series = one.series
        span = f"số {one.first} đến {one.last}" if one.last >= one.first else "chưa cấp số nào"
        starting = f", bắt đầu từ {one.first}" if one.first > 1 else ""
        yield f"{names.get(body, body)}, năm {year}, {series}: {span}{starting}"
    waiting = [one.printed for one in entries if one.state is EntryState.RESERVED]
    if waiting:
        listed = ", ".join(waiting)
        yield f"Chưa ghi xong văn bản: {listed}; ghi nốt bằng: kehoach issue TỆP --finish"
    for missed, number in register.gaps():
        yield f"lỗi: hệ thống số {missed.series} năm {missed.year} thiếu số {number}"


@register_group.command(cls=Command)
@click.argument("number", metavar="SỐ")
@click.option("--reason", metavar="LÝ_DO", required=True, help="Vì sao hủy; ghi vào sổ.")
@register_option
@year_option
@issuer_option
@by_option
def void(  # noqa: PLR0913 - one argument an option
    *, number: str, reason: str, place: str, year: int | None, issuer: str, by: str | None
) -> None:  # fmt: skip
    """Hủy một số; số ấy không cấp lại."""
    if not reason.strip():
        raise click.UsageError("--reason cần lý do hủy số")
    with opened_register(place) as register:
        entry = register.find(number, year=year, issuer=issuer)
        done = register.void(entry, reason, by=recorder_name(by), at=now())
    click.echo(f"đã hủy số {done.printed}: {done.note}")
    if entry.state is EntryState.WRITTEN:
        click.echo(f"Còn lại: thu hồi văn bản đã phát hành ({entry.note}).")


@register_group.command("finish", cls=Command)
@click.argument("number", metavar="SỐ")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path),
    help="Văn bản cần ghi; mặc định tệp đã định khi cấp số.",
)  # fmt: skip
@register_option
@year_option
@issuer_option
@by_option
@regime_option
@style_option
@json_option
def finish_number(  # noqa: PLR0913 - one argument an option
    *, number: str, file: Path, target: Path | None, place: str, year: int | None, issuer: str,
    by: str | None, regime: str | None, style: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Ghi nốt văn bản của một số đã cấp."""
    with opened_register(place) as register:
        entry = register.find(number, year=year, issuer=issuer)
        done = finish_paper(file, entry, register, by, Look(regime, style), target)
    show_issued(done, file, as_json=as_json)


@register_group.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--next", "first", metavar="SỐ", type=click.IntRange(min=1), required=True,
    help="Số sẽ cấp tiếp theo; các số trước đã lấy ở sổ khác.",
)  # fmt: skip
@click.option("--note", metavar="GHI_CHÚ", default="", help="Ghi chú, như tên sổ cũ.")
@register_option
@series_option
@click.option("--year", metavar="NĂM", type=int, help="Năm; mặc định năm của tệp, hoặc năm nay.")
@by_option
def start(  # noqa: PLR0913 - one argument an option
    *, file: Path, first: int, note: str, place: str, rules: Path | None, year: int | None,
    by: str | None,
) -> None:  # fmt: skip
    """Đặt số bắt đầu cho hệ thống số của một loại văn bản (theo cơ quan và loại trong TỆP)."""
    plan = read_plan_file(file).plan
    own = plan.date if isinstance(plan.date, datetime.date) else today()
    day = datetime.date(year, 12, 31) if year else own
    paper = outgoing_paper(plan, rulebook_on(day))
    with opened_register(place, rules, new=True) as register:
        series = register.start(
            paper, day, first, by=recorder_name(by), at=now(), note=note
        )  # fmt: skip
        name = register.rules.of(plan.kind, day).name
    click.echo(f"{paper.issuer}, năm {series.year}, {name}: số tiếp theo là {paper.text(first)}")


@register_group.command("print", cls=Command)
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp cần ghi (.docx, .txt); không có thì in bảng ra màn hình.",
)  # fmt: skip
@register_option
@year_option
@issuer_option
@force_option
@json_option
def print_book(  # noqa: PLR0913 - one argument an option
    *, target: Path | None, place: str, year: int | None, issuer: str, force: bool, as_json: bool
) -> None:  # fmt: skip
    """In sổ đăng ký văn bản đi theo mẫu (NĐ 30/2020/NĐ-CP, Phụ lục IV)."""
    if target is not None and target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    with opened_register(place) as register:
        entries = register.entries(year=year, issuer=issuer)
    titles = [title for title, _ in BOOK_COLUMNS]
    if as_json:
        rows = [dict(zip(titles, row, strict=True)) for row in book_rows(entries)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif target is None:
        show_table(titles, book_rows(entries))
    else:
        _write_book(entries, target)


def _write_book(entries: tuple[Entry, ...], target: Path) -> None:
    books = {(one.series.body, one.series.year): one for one in entries}
    if not books:
        raise click.UsageError("sổ chưa có số nào để in")
    if len(books) > 1:
        listed = "; ".join(sorted(f"{one.issuer} năm {one.series.year}" for one in books.values()))
        raise click.UsageError(f"mỗi quyển một cơ quan, một năm; thêm --issuer, --year: {listed}")
    (last,) = books.values()
    rules = rulebook_on(max(one.day for one in entries))
    export(register_book(entries, last.issuer, last.series.year, rules), target, rulebook=rules)
    click.echo(f"đã ghi {target}: {len(entries)} số")
