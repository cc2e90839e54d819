"""Bảng trong nội dung và phụ lục: bề rộng, hàng tiêu đề, hàng bị ngắt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.anatomy import Component, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import ObservedTable

_SLACK_MM = 4.5
_MANY_ROWS = 20


def check_tables(context: Context) -> Iterator[Finding]:
    """Bảng không rộng hơn vùng chữ; bảng dài lặp lại hàng tiêu đề và không ngắt hàng."""
    if not context.has_format:
        return
    grids = [one for one in context.anatomy.of(Component.BODY) if isinstance(one, Grid)]
    grids += [
        one for annex in context.anatomy.annexes for one in annex.body if isinstance(one, Grid)
    ]
    widths = _widths(context)
    for grid in grids:
        table = grid.table
        if table is None:
            continue
        available = widths.get(id(table), 0.0)
        wide = sum(table.grid) or table.width or 0.0
        if available and wide + max(table.indent, 0.0) > available + _SLACK_MM:
            found, expected = f"{wide:.0f}", f"{available:.0f}"
            yield context.finding("BD14", grid.place, "width", found=found, expected=expected)
        if len(table.rows) >= _MANY_ROWS:
            yield from _long(context, grid, table)


def _long(context: Context, grid: Grid, table: ObservedTable) -> Iterator[Finding]:
    if not table.rows[0].header:
        yield context.finding("BD14", grid.place, "header", found=len(table.rows))
    if not all(row.cant_split for row in table.rows):
        yield context.finding("BD14", grid.place, "split")


def _widths(context: Context) -> dict[int, float]:
    """The width of the text area around each table of the body, by the table's identity."""
    blocks = context.observed.blocks
    return {
        id(blocks[index]): section.text_width
        for section in context.observed.sections
        for index in range(section.start, min(section.end, len(blocks)))
    }
