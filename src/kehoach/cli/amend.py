"""kehoach amend: the paper that says what changed between two versions of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import DAY
from kehoach.cli._options import force_option, regime_option
from kehoach.cli._pair import pair_of, pair_option, refuse_existing, write_pair
from kehoach.cli._vietnamese import Command
from kehoach.drafts.amendment import amendment
from kehoach.files import load

if TYPE_CHECKING:
    import datetime


@click.command(cls=Command)
@click.argument("old", metavar="BẢN_CŨ", type=click.Path(path_type=Path))
@click.argument("new", metavar="BẢN_MỚI", type=click.Path(path_type=Path))
@pair_option
@click.option("--date", metavar="NGÀY", type=DAY, help="Ngày của văn bản điều chỉnh.")
@regime_option
@force_option
def amend(  # noqa: PLR0913 - one argument an option
    *, old: Path, new: Path, target: Path, date: datetime.date | None, regime: str | None,
    force: bool,
) -> None:  # fmt: skip
    """Soạn văn bản điều chỉnh, bổ sung từ hai bản của một kế hoạch."""
    refuse_existing(old, pair_of(target), force=force)
    refuse_existing(new, pair_of(target), force=force)
    try:
        made = amendment(load(old), load(new), date=date)
    except ValueError:
        raise click.UsageError(
            f"{old} và {new} in ra như nhau: không có gì để điều chỉnh"
        ) from None
    write_pair(made, target, "văn bản điều chỉnh, bổ sung", regime=regime)
    click.echo(f"Sau khi ban hành, cập nhật sổ theo dõi: kehoach track start {new}")
