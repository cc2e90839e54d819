"""Sổ đăng ký trên dòng lệnh: which register is meant, and options that its commands share."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli._ledgers import is_url
from kehoach.register import Register, series_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.register import Entry

REGISTER = "so-van-ban.db"
"""Tên tệp sổ đăng ký khi không nêu."""

register_option = click.option(
    "--register", "place", metavar="TỆP|URL", default=REGISTER,
    help=f"Sổ đăng ký văn bản đi: một tệp, hoặc URL postgresql://…; mặc định {REGISTER}.",
)  # fmt: skip
series_option = click.option(
    "--series", "rules", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp TOML nói những loại văn bản nào chung một hệ thống số.",
)  # fmt: skip
year_option = click.option("--year", metavar="NĂM", type=int, help="Năm của số.")
issuer_option = click.option(
    "--issuer", metavar="CƠ_QUAN", default="", help="Tên cơ quan ban hành, khi sổ có nhiều cơ quan."
)


@contextmanager
def opened_register(
    place: str, rules: Path | None = None, *, new: bool = False
) -> Iterator[Register]:
    """The register that was asked for; a file that is not there is told, and made only if asked.

    A register made by mistake in another folder would give numbers a second time.
    """
    if not new and not is_url(place) and not Path(place).is_file():
        raise click.UsageError(
            f"chưa có sổ {place}; lập sổ mới bằng --new-register, hoặc đặt số bắt đầu trước:"
            f" kehoach register start TỆP --next SỐ --register {place}"
        )
    try:
        chosen = series_rules(rules)
    except OSError as error:
        raise click.FileError(str(rules), "kiểm tra lại tên và thư mục") from error
    with Register(place, rules=chosen) as register:
        yield register


def entry_json(entry: Entry) -> dict[str, Any]:
    """A number as a program reads it."""
    return {
        "number": entry.printed,
        "ordinal": entry.number,
        "series": entry.series.series,
        "year": entry.series.year,
        "day": entry.day.isoformat(),
        "issuer": entry.issuer,
        "kind": entry.kind,
        "title": entry.title,
        "signer": entry.signer,
        "recipients": list(entry.recipients),
        "archive": entry.archive,
        "copies": entry.copies,
        "state": entry.state.value,
        "note": entry.note,
        "by": entry.by,
        "at": entry.at.isoformat(),
        "source": entry.source,
        "target": entry.target,
    }
