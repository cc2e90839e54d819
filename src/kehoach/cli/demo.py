"""kehoach demo: the founding plan's papers, made in a folder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from kehoach.cli._findings import tell
from kehoach.cli._vietnamese import Command
from kehoach.cli.export import make_folder
from kehoach.compose import unknowns
from kehoach.exporting import export
from kehoach.files import read_plan_file, write_atomically

EXAMPLE = "long-an-2013"
FOLDER = "kehoach-demo"


@click.command(cls=Command)
@click.option(
    "-o", "--output", "folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path),
    default=Path(FOLDER), help=f"Thư mục chứa kết quả; mặc định {FOLDER}.",
)  # fmt: skip
def demo(*, folder: Path) -> None:
    """Soạn thử kế hoạch mẫu của tỉnh Long An năm 2013."""
    source = example_folder() / "plan.yaml"
    read = read_plan_file(source)
    make_folder(folder)
    plan_copy = folder / "plan.yaml"
    if plan_copy.exists() and plan_copy.read_bytes() != source.read_bytes():
        raise click.UsageError(
            f"{plan_copy} đã được sửa; xóa tệp đó hoặc chọn thư mục khác bằng -o"
        )
    with source.open("rb") as original:
        write_atomically(plan_copy, lambda stream: shutil.copyfileobj(original, stream))
    click.echo(f"Kế hoạch mẫu: {read.plan.title.replace(chr(10), ' ')}")
    made = [("tệp kế hoạch, sửa được", plan_copy)]
    for label, name in (("văn bản Word", "ke-hoach.docx"), ("bản chữ thuần", "ke-hoach.txt")):
        made.append((label, export(read.plan, folder / name)))
    for label, path in made:
        click.echo(f"  {label}: {path.resolve()}")
    click.echo("Những chỗ còn trống trong văn bản:")
    for finding in unknowns(read.plan):
        tell(finding, plan_copy)
    click.echo("Việc tiếp theo:")
    click.echo(f"  mở {made[1][1]} để xem, sửa {plan_copy} rồi chạy lại:")
    for arguments in (
        f"export {plan_copy} -o {folder / 'ke-hoach.docx'} --force",
        f"calendar {plan_copy}",
        "read van-ban-cu.docx -o plan.yaml",
        "new -o plan.yaml",
    ):
        click.echo(f"  {_program()} {arguments}")


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
