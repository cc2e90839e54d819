"""kehoach demo: the founding plan's papers and half a year of its ledger, made in a folder."""

from __future__ import annotations

import datetime
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._findings import tell
from kehoach.cli._ledgers import LEDGER
from kehoach.cli._vietnamese import Command
from kehoach.cli.export import make_folder
from kehoach.compose import unknowns
from kehoach.exporting import export
from kehoach.files import load_directory, read_plan_file, write_atomically
from kehoach.tracking import figures, obligations, parse_filter
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.telling import days_words, term_words
from kehoach.tracking.transfer import import_lines
from kehoach.vietnamese import count, short_date
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from kehoach.plan import Plan

EXAMPLE = "long-an-2013"
FOLDER = "kehoach-demo"
LOOKED_AT = datetime.date(2013, 7, 12)
"""Two days after the reports of half a year were due."""
_GIVEN_AT = datetime.time(17, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
_BY = "so-tttt"
_UNREPORTED = "báo_cáo quá_hạn"


@click.command(cls=Command)
@click.option(
    "-o", "--output", "folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path),
    default=Path(FOLDER), help=f"Thư mục chứa kết quả; mặc định {FOLDER}.",
)  # fmt: skip
def demo(*, folder: Path) -> None:
    """Soạn thử và theo dõi kế hoạch mẫu của tỉnh Long An năm 2013."""
    read = read_plan_file(example_folder() / "plan.yaml")
    make_folder(folder)
    plan_copy, directory_copy = (_copy(name, folder) for name in ("plan.yaml", "directory.yaml"))
    click.echo(f"Kế hoạch mẫu: {read.plan.title.replace(chr(10), ' ')}")
    made = [("tệp kế hoạch, sửa được", plan_copy), ("danh mục cơ quan", directory_copy)]
    for label, name in (("văn bản Word", "ke-hoach.docx"), ("bản chữ thuần", "ke-hoach.txt")):
        made.append((label, export(read.plan, folder / name)))
    for label, path in made:
        click.echo(f"  {label}: {path.resolve()}")
    click.echo("Những chỗ còn trống trong văn bản:")
    for finding in unknowns(read.plan):
        tell(finding, plan_copy)
    ledger = folder / LEDGER
    _track(read.plan, directory_copy, ledger)
    click.echo("Việc tiếp theo:")
    click.echo(f"  mở {folder / 'ke-hoach.docx'} để xem, sửa {plan_copy} rồi chạy lại:")
    on = short_date(LOOKED_AT)
    for arguments in (
        f"export {plan_copy} -o {folder / 'ke-hoach.docx'} --force",
        f"calendar {plan_copy} --directory {directory_copy}",
        f"track status --ledger {ledger} --on {on} --by organization",
        f"track history 6.1@so-tc --ledger {ledger}",
        "read van-ban-cu.docx -o plan.yaml",
        "new -o plan.yaml",
    ):
        click.echo(f"  {_program()} {arguments}")


def _copy(name: str, folder: Path) -> Path:
    """The example's file in the folder; one that the user changed is not written over."""
    source, target = example_folder() / name, folder / name
    if target.exists() and target.read_bytes() != source.read_bytes():
        raise click.UsageError(f"{target} đã được sửa; xóa tệp đó hoặc chọn thư mục khác bằng -o")
    with source.open("rb") as original:
        write_atomically(target, lambda stream: shutil.copyfileobj(original, stream))
    return target


def _track(plan: Plan, directory: Path, target: Path) -> None:
    """The work given and half a year of events in a ledger, and who has not reported."""
    calendar = vietnam()
    owed = obligations(plan, load_directory(directory), calendar)
    given = plan.date if isinstance(plan.date, datetime.date) else LOOKED_AT
    at = datetime.datetime.combine(given, _GIVEN_AT)
    events = (example_folder() / "nua-nam.jsonl").read_text(encoding="utf-8")
    with Ledger(target) as ledger:
        ledger.start(owed, by=_BY, day=given, at=at)
        import_lines(ledger, events.splitlines())
        progress = ledger.progress(LOOKED_AT, calendar)
    found = figures(progress)
    unreported = progress.where(parse_filter(_UNREPORTED))
    click.echo(f"Sổ theo dõi nửa năm (số liệu giả định để minh họa): {target.resolve()}")
    click.echo(f"Đến ngày {short_date(LOOKED_AT)}: giao {count(found.assigned)} việc;", nl=False)
    click.echo(f" {found.done_of_due.describe()}")
    click.echo(f"Chưa gửi báo cáo sơ kết 06 tháng: {len(unreported)} cơ quan")
    for one in unreported:
        click.echo(f"  {one.name}: hạn {term_words(one)}, {days_words(one)}")


def _program() -> str:
    """How the reader calls this command: by name, or by its place in an environment not entered."""
    called = Path(sys.argv[0])
    if shutil.which(called.stem) or called.suffix == ".py":
        return "kehoach"
    try:
        return str(called.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(called)


def example_folder() -> Path:
    """Where the example lies: in the installed package, or in the source tree beside it."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "examples" / EXAMPLE
    return installed if installed.is_dir() else package.parents[1] / "examples" / EXAMPLE
