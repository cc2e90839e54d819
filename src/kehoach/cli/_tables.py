"""Bảng trên màn hình: coloured in a terminal, plain columns in a pipe, the same words in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GAP = "  "


def show_table(
    titles: Sequence[str], rows: Iterable[Sequence[str]], styles: Sequence[str] = ()
) -> None:
    """A table: `styles` colour the rows, one each; what they mean the words say too."""
    console = Console(highlight=False)
    cells = [tuple(row) for row in rows]
    if console.is_terminal:
        console.print(_coloured(titles, cells, styles))
        return
    for line in plain_lines(titles, cells):
        click.echo(line)


def _coloured(titles: Sequence[str], rows: Sequence[Sequence[str]], styles: Sequence[str]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    numeric = [all(_is_number(row[place]) for row in rows) for place in range(len(titles))]
    first = [row[0] for row in rows]
    keys = not any(" " in cell for cell in first)  # a key stays whole, so that it can be copied
    table.add_column(titles[0], no_wrap=keys)
    for title, right in zip(titles[1:], numeric[1:], strict=True):
        table.add_column(title, justify="right" if right else "left", overflow="fold")
    for place, row in enumerate(rows):
        style = styles[place] if place < len(styles) else ""
        table.add_row(*(Text(cell) for cell in row), style=style)
    return table


def plain_lines(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The table as lines of padded columns, never broken."""
    every = [tuple(title.replace("/\n", "/").replace("\n", " ") for title in titles), *rows]
    widths = [max(len(row[place]) for row in every) for place in range(len(titles))]
    return [
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in every
    ]


def _is_number(cell: str) -> bool:
    return not cell or cell == "–" or cell.rstrip("%").replace(",", "").replace(".", "").isdigit()
