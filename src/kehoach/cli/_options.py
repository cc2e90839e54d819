"""Tùy chọn chung: options that several commands share, written once."""

from __future__ import annotations

from pathlib import Path

import click

from kehoach.rules import REGIMES

_NAMES = [regime.id for regime in REGIMES]

regime_option = click.option(
    "--regime", metavar="TÊN", type=click.Choice(_NAMES),
    help=f"Quy định thể thức ({', '.join(_NAMES)}); mặc định theo ngày của văn bản.",
)  # fmt: skip
style_option = click.option(
    "--style", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp TOML đặt phong cách riêng của cơ quan lên trên quy định.",
)  # fmt: skip
force_option = click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
json_option = click.option(
    "--json", "as_json", is_flag=True, help="In dạng JSON cho chương trình khác đọc."
)
