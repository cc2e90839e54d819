"""Nhiều văn bản vào một thư mục: .docx and document file each, an index, what is left to do."""

from __future__ import annotations

import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, BinaryIO

import click
from attrs import frozen
from rich.console import Console
from rich.progress import Progress as Bar

from kehoach.cli.export import make_folder
from kehoach.exporting import BatchFailure, export_many
from kehoach.files import dump, write_atomically
from kehoach.tracking.exchange import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.drafts import Dispatch, Dispatches
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook

INDEX = "muc-luc.csv"
_TITLES = ("STT", "Nơi nhận", "Giọng văn", "Văn bản Word", "Tệp văn bản")
_SHOWN = 20
_MANY = 64
_THREADS = 4  # while one waits for the disk, another compresses
_DAY = (1980, 1, 1, 0, 0, 0)


@frozen
class Written:
    """Kết quả: the lines of the index, and what could not be written."""

    rows: tuple[tuple[str, ...], ...]
    failed: tuple[BatchFailure, ...]


def refuse_full(target: Path, *, force: bool) -> None:
    """Refuse a folder that holds something, or a file that is there, unless forced."""
    full = any(target.iterdir()) if target.is_dir() else target.exists()
    if full and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    if target.suffix.lower() == ".zip" and target.is_dir():
        raise click.UsageError(f"{target} là một thư mục; chọn tên khác cho tệp .zip")


def zip_of(target: Path) -> Path:
    """The name of the .zip file for a folder's name."""
    is_zip = target.suffix.lower() == ".zip"
    return target if is_zip else target.with_name(f"{target.name}.zip")


def write_papers(
    found: Dispatches, target: Path, rulebook: Rulebook, *, others: Sequence[tuple[str, Plan]] = ()
) -> Written:
    """Write every paper, each with its document file, and the index; into a .zip by its name.

    `others` are further papers by name, put after the rest.
    """
    if target.suffix.lower() != ".zip":
        return _into(target, found, rulebook, others)
    if not target.parent.is_dir():
        make_folder(target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".kehoach-") as name:
        folder = Path(name)
        written = _into(folder, found, rulebook, others)
        files = sorted(folder.iterdir())
        write_atomically(target, lambda stream: _zipped(files, stream))
    return written


def _into(
    folder: Path, found: Dispatches, rulebook: Rulebook, others: Sequence[tuple[str, Plan]]
) -> Written:
    make_folder(folder)
    rows: list[tuple[str, ...]] = []

    def pairs() -> Iterator[tuple[str, Plan]]:
        for turn, one in enumerate(found, 1):
            dump(one.paper, folder / f"{one.slug}.yaml")
            rows.append(_row(turn, one))
            yield one.slug, one.paper
        for name, paper in others:
            dump(paper, folder / f"{name}.yaml")
            yield name, paper

    total = len(found) + len(others)
    pool = ThreadPoolExecutor(_THREADS) if total > _MANY else nullcontext()
    with Bar(console=Console(stderr=True), transient=True) as bar, pool as executor:
        task = bar.add_task("Đang soạn", total=total)
        result = export_many(
            pairs(), folder, format="docx", rulebook=rulebook, executor=executor,
            on_progress=lambda done, _total, _name: bar.update(task, completed=done),
        )  # fmt: skip
    index = csv_text((_TITLES, *rows)).encode()
    write_atomically(folder / INDEX, lambda stream: stream.write(index))
    return Written(tuple(rows), result.failed)


def _row(turn: int, one: Dispatch) -> tuple[str, ...]:
    names = "; ".join(one.paper.addressees)
    return (str(turn), names, one.tone.verb, f"{one.slug}.docx", f"{one.slug}.yaml")


def _zipped(files: Sequence[Path], stream: BinaryIO) -> None:
    """The files as one .zip with a fixed day, so that the same papers give the same bytes."""
    with zipfile.ZipFile(stream, "w") as package:
        for file in files:
            entry = zipfile.ZipInfo(file.name, _DAY)
            packed = file.suffix == ".docx"
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            with file.open("rb") as source, package.open(entry, "w") as place:
                copyfileobj(source, place)


def tell_written(written: Written, target: Path, what: str) -> None:
    """What was made: how many papers, the first of them, the index; failures on standard error."""
    failed = {one.name for one in written.failed}
    made = [row for row in written.rows if row[3].removesuffix(".docx") not in failed]
    click.echo(f"đã ghi {len(made)} {what} vào {target}, mục lục {INDEX}")
    for _, names, verb, file, _ in made[:_SHOWN]:
        click.echo(f"  {file}: {verb} {names}")
    if len(made) > _SHOWN:
        click.echo(f"  … và {len(made) - _SHOWN} văn bản khác, xem {INDEX}")
    for one in written.failed:
        click.echo(f"kehoach: {one.name}: {one.reason}", err=True)
