"""kehoach track backup, export, import: ledgers in and out of files and of other trackers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from kehoach.cli._days import DAY, now, today, workdays
from kehoach.cli._explain_tracking import rejected_words
from kehoach.cli._ledgers import (
    LEDGER,
    by_option,
    directory_option,
    existing_ledger,
    ledger_option,
    on_option,
    plan_option,
    recorder_name,
)
from kehoach.cli._options import force_option
from kehoach.cli._sheets import SHEETS, sheet_rows
from kehoach.cli._vietnamese import Command
from kehoach.errors import ReadError
from kehoach.files import load_directory
from kehoach.files.atomic import write_atomically
from kehoach.tracking import EventKind, Recorder, parse_filter
from kehoach.tracking.catching_up import unknown_events
from kehoach.tracking.exchange import (
    ColumnMapping,
    csv_text,
    read_mapping,
    read_table,
    write_table,
)
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.transfer import export_lines, import_events, import_lines

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from kehoach.tracking import Progress
    from kehoach.tracking.exchange import ReadTable
    from kehoach.tracking.transfer import Imported

REJECTED = 1
_PAPERS = (EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.REPORT_RECEIVED)
_FOREIGN_REASON = "Theo bảng của hệ thống khác"

mapping_option = click.option(
    "--mapping", metavar="TỆP", type=click.Path(path_type=Path),
    help="Bảng đối chiếu (TOML): cột và trạng thái của hệ thống kia ứng với gì ở đây.",
)  # fmt: skip


@click.command(cls=Command)
@click.argument("target", metavar="TỆP", type=click.Path(path_type=Path))
@ledger_option
def backup(*, target: Path, place: str | None) -> None:
    """Sao lưu sổ đang dùng sang một tệp mới."""
    with existing_ledger(place) as ledger:
        made = ledger.backup(target)
        file = ledger.store.is_file
    click.echo(f"đã sao lưu vào {made.path} ({made.size:,} byte)".replace(",", "."))
    if file:
        click.echo(f"dùng lại: chép {made.path.name} về tên cũ, hoặc chỉ nó bằng --ledger")
    else:
        click.echo(f"dùng lại: kehoach track import {made.path} --ledger SỔ_MỚI")


@click.command(cls=Command)
@click.argument("filters", metavar="[BỘ_LỌC]...", nargs=-1)
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp .jsonl (mọi sự kiện) hoặc .csv (tình trạng, cho hệ thống khác).",
)  # fmt: skip
@mapping_option
@on_option
@plan_option
@ledger_option
@force_option
def export(  # noqa: PLR0913 - one argument an option
    *, filters: Sequence[str], target: Path, mapping: Path | None, on: datetime.date | None,
    plan: str | None, place: str | None, force: bool,
) -> None:  # fmt: skip
    """Xuất sổ ra tệp.

    Tệp .jsonl chứa mọi sự kiện, nhập lại được; tệp .csv là bảng tình trạng cho hệ thống khác.
    """
    if target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    suffix = target.suffix.lower()
    if suffix == ".xlsx":
        raise click.UsageError("xuất thành .csv rồi mở bằng Excel: -o TỆP.csv")
    with existing_ledger(place) as ledger:
        if suffix == ".csv":
            if mapping is None:
                raise click.UsageError("xuất .csv cần --mapping BẢNG_ĐỐI_CHIẾU.toml")
            where = parse_filter(" ".join(filters))
            progress = ledger.progress(on or today(), workdays(None), plan=plan, where=where)
            _export_csv(ledger, target, _mapping(mapping), progress)
        elif mapping is not None or on is not None or filters:
            raise click.UsageError("JSON từng dòng chứa mọi sự kiện; bỏ --mapping, --on và bộ lọc")
        else:
            _export_lines(ledger, target, plan)


def _export_lines(ledger: Ledger, target: Path, plan: str | None) -> None:
    count = 0

    def write(stream: BinaryIO) -> None:
        nonlocal count
        for line in export_lines(ledger, plan):
            stream.write(line.encode())
            count += 1

    write_atomically(target, write)
    click.echo(f"đã ghi {count - 1} sự kiện vào {target}")


def _export_csv(ledger: Ledger, target: Path, mapping: ColumnMapping, progress: Progress) -> None:
    papers = _papers(ledger, progress) if "paper_number" in mapping.columns else {}
    text = csv_text(write_table(progress, mapping, papers))
    write_atomically(target, lambda stream: stream.write(text.encode()))
    click.echo(f"đã ghi {len(progress)} việc vào {target}")


def _papers(ledger: Ledger, progress: Progress) -> dict[str, str]:
    """The number of the last result paper of each obligation."""
    return {
        event.obligation: event.paper.number
        for plan in dict.fromkeys(one.plan for one in progress)
        for event in ledger.events(plan)
        if event.paper is not None and event.kind in _PAPERS and event.day <= progress.on
    }


@click.command("import", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@mapping_option
@directory_option
@click.option("--plan", metavar="KHÓA", help="Khóa kế hoạch cho bảng của hệ thống khác.")
@click.option(
    "--day", metavar="NGÀY", type=DAY, help="Ngày của những dòng không nêu ngày; mặc định hôm nay."
)
@by_option
@click.option(
    "--ledger", "place", metavar="TỆP|URL",
    help=f"Sổ nhận (chưa có thì lập mới): tệp hoặc URL; mặc định {LEDGER} ở thư mục này.",
)  # fmt: skip
def import_(  # noqa: PLR0913 - one argument an option
    *, file: Path, mapping: Path | None, directory: Path | None, plan: str | None,
    day: datetime.date | None, by: str | None, place: str | None,
) -> int:  # fmt: skip
    """Nhập sự kiện hoặc bảng vào sổ.

    Nhận tệp đã xuất, bản sao lưu PostgreSQL, hoặc bảng CSV, XLSX của hệ thống khác kèm bảng đối
    chiếu. Nhập lại không ghi gì thêm.
    """
    if file.suffix.lower() in SHEETS:
        if mapping is None or plan is None:
            raise click.UsageError("nhập bảng cần --mapping BẢNG_ĐỐI_CHIẾU.toml và --plan KHÓA")
        recorder = Recorder(
            recorder_name(by), day or today(), now(), reference=file.name, reason=_FOREIGN_REASON
        )
        columns = _mapping(mapping)
        titles, rows = sheet_rows(file, columns.columns.values())
        bodies = load_directory(directory) if directory else None
        table = read_table(titles, rows, columns, plan, recorder, directory=bodies)
        with Ledger(place or LEDGER) as ledger:
            progress = ledger.progress(today(), workdays(None), plan=plan)
            return _import_table(file, ledger, table, progress)
    try:
        lines = file.open(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(str(file), "không mở được", "kiểm tra tên tệp và quyền đọc") from error
    with lines, Ledger(place or LEDGER) as ledger:
        try:
            found = import_lines(ledger, lines)
        except UnicodeDecodeError as error:
            raise ReadError(str(file), "không phải tệp chữ UTF-8", "xuất lại từ sổ cũ") from error
    for one in found.rejected:
        click.echo(f"  dòng {one.line}: {rejected_words(one)}")
    return _tell(file, found)


def _import_table(file: Path, ledger: Ledger, table: ReadTable, progress: Progress) -> int:
    """What the table says and the ledger does not know yet; rows that cannot be read are told."""
    new = unknown_events(table.events, {(one.plan, one.key): one for one in progress})
    found = import_events(ledger, new)
    for one in table.rejected:
        click.echo(f"  dòng {one.row}: {one.reason}")
    for late in found.rejected:
        click.echo(f"  {rejected_words(late)}")
    code = _tell(file, found, len(table.events) - len(new))
    return REJECTED if table.rejected else code


def _tell(file: Path, found: Imported, known: int = 0) -> int:
    click.echo(
        f"{file}: thêm {found.added} sự kiện, {found.repeated + known} đã có,"
        f" {len(found.rejected)} bị loại"
    )
    return REJECTED if found.rejected else 0


def _mapping(file: Path) -> ColumnMapping:
    try:
        return read_mapping(file.read_text(encoding="utf-8-sig"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(file), "không đọc được", "kiểm tra tên tệp; lưu thành UTF-8") from error
