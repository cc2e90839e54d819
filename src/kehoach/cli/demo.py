"""kehoach demo: the founding plan's whole year, made in a folder by the commands themselves."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from pathlib import Path
from typing import Final

import click
from attrs import frozen

from kehoach.cli._vietnamese import Command
from kehoach.cli.export import make_folder
from kehoach.cli.main import run
from kehoach.files import write_atomically

EXAMPLE = "long-an-2013"
FOLDER = "kehoach-demo"
_FILES = ("plan.yaml", "directory.yaml", "ke-hoach.txt", "nua-nam.jsonl")
_RETURNS = ("so-nnptnt.yaml", "ubnd-duc-hue.yaml")
_EXPECTED = (0, 1)  # 1: the command found something to look at


@frozen
class Step:
    """Một bước: what it is about, the command, and how many of its lines are shown."""

    title: str
    arguments: str
    shown: int = 3


STORY: Final = (
    Step(
        "1. Văn bản cũ trở thành dữ liệu",
        "read {d}/ke-hoach.txt -o {d}/doc-lai.yaml --directory {d}/directory.yaml --force",
        9,
    ),
    Step("2. Kiểm tra nội dung kế hoạch", "check {d}/plan.yaml --directory {d}/directory.yaml", 5),
    Step("3. Văn bản Word", "export {d}/plan.yaml -o {d}/ke-hoach.docx --force"),
    Step("   và bản chữ thuần", "export {d}/plan.yaml -o {d}/ban-chu.txt --force"),
    Step("   kiểm tra thể thức văn bản Word", "check {d}/ke-hoach.docx", 2),
    Step(
        "4. Công văn gửi từng nơi",
        "dispatch {d}/plan.yaml -o {d}/cong-van --directory {d}/directory.yaml --force",
        4,
    ),
    Step("5. Lịch cả năm", "calendar {d}/plan.yaml --directory {d}/directory.yaml", 6),
    Step(
        "6. Sổ theo dõi: giao việc",
        "track start {d}/plan.yaml --ledger {d}/theo-doi.db --directory {d}/directory.yaml"
        " --by so-tttt --yes",
        1,
    ),
    Step(
        "   nửa năm diễn biến (số liệu giả định để minh họa)",
        "track import {d}/nua-nam.jsonl --ledger {d}/theo-doi.db",
    ),
    Step(
        "   ai chưa gửi báo cáo sơ kết đến ngày 12/7/2013",
        "track status báo_cáo quá_hạn --ledger {d}/theo-doi.db --on 12/7/2013",
        12,
    ),
    Step(
        "7. Công văn đôn đốc ngày 12/7/2013",
        "remind {d}/plan.yaml --on 12/7/2013 -o {d}/don-doc --ledger {d}/theo-doi.db"
        " --directory {d}/directory.yaml --grace 5 --force",
        5,
    ),
    Step(
        "8. Mẫu báo cáo gửi đi",
        "returns send {d}/plan.yaml --period 2013-H1 -o {d}/mau-bao-cao --on 12/7/2013"
        " --ledger {d}/theo-doi.db --directory {d}/directory.yaml --force",
        1,
    ),
    Step(
        "   và hai báo cáo gửi chậm ngày 15/7/2013",
        "returns read {d}/bao-cao/so-nnptnt.yaml {d}/bao-cao/ubnd-duc-hue.yaml --day 15/7/2013"
        " --ledger {d}/theo-doi.db --by so-tttt",
    ),
    Step(
        "9. Báo cáo sơ kết 6 tháng (dự thảo)",
        "report {d}/plan.yaml --period 2013-H1 --on 15/7/2013 -o {d}/bao-cao-so-ket"
        " --issuer so-tttt --to Ủy~ban~nhân~dân~tỉnh --returns {d}/bao-cao --ledger {d}/theo-doi.db"
        " --directory {d}/directory.yaml --draft --force",
    ),
    Step(
        "10. Kế hoạch năm 2014",
        "next-year {d}/plan.yaml 2014 -o {d}/plan-2014.yaml --directory {d}/directory.yaml"
        " --ledger {d}/theo-doi.db --force",
        4,
    ),
)
"""Cả năm của kế hoạch mẫu; `{d}` is the folder, `~` a space within an argument."""


@click.command(cls=Command)
@click.option(
    "-o", "--output", "folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path),
    default=Path(FOLDER), help=f"Thư mục chứa kết quả; mặc định {FOLDER}.",
)  # fmt: skip
def demo(*, folder: Path) -> int:
    """Soạn thử và theo dõi cả năm kế hoạch mẫu của tỉnh Long An năm 2013."""
    make_folder(folder)
    make_folder(folder / "bao-cao")
    for name in (*_FILES, *(f"bao-cao/{one}" for one in _RETURNS)):
        _copy(name, folder)
    click.echo(f"Kế hoạch quản lý Internet và trò chơi trực tuyến, Long An 2013 → {folder}")
    for step in STORY:
        code, lines = _played(_arguments(step, folder))
        click.echo(f"\n{step.title}")
        click.echo(f"  $ {_program()} {_shown(step, folder)}")
        for line in lines[: step.shown]:
            click.echo(f"    {line}")
        if len(lines) > step.shown:
            click.echo(f"    … và {len(lines) - step.shown} dòng nữa")
        if code not in _EXPECTED:
            click.echo("\n".join(lines[step.shown :]), err=True)
            return code
    click.echo(f"\nMở các tệp trong {folder.resolve()}; sửa plan.yaml rồi chạy lại từng lệnh trên.")
    click.echo(f"Kế hoạch của chính mình: {_program()} new -o plan.yaml")
    return 0


def _arguments(step: Step, folder: Path) -> list[str]:
    words = step.arguments.split()
    return [word.replace("{d}", str(folder)).replace("~", " ") for word in words]


def _shown(step: Step, folder: Path) -> str:
    words = _arguments(step, folder)
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _played(arguments: list[str]) -> tuple[int, list[str]]:
    """The exit code of a command and the lines that it printed, findings after results."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    lines = [*out.getvalue().splitlines(), *err.getvalue().splitlines()]
    return code, [line for line in lines if line.strip()]


def _copy(name: str, folder: Path) -> Path:
    """The example's file in the folder; one that the user changed is not written over."""
    source, target = example_folder() / name, folder / name
    if target.exists() and target.read_bytes() != source.read_bytes():
        raise click.UsageError(f"{target} đã được sửa; xóa tệp đó hoặc chọn thư mục khác bằng -o")
    with source.open("rb") as original:
        write_atomically(target, lambda stream: shutil.copyfileobj(original, stream))
    return target


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
