"""Bảng tính: the rows of a table in a .csv or .xlsx file, from its row of titles on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.cli._sources import observed
from kehoach.errors import ReadError
from kehoach.observed import ObservedTable
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kehoach.observed import ObservedRow

SHEETS = (".csv", ".xlsx")
_LOOKED_AT = 30


def sheet_rows(file: Path, wanted: Iterable[str]) -> tuple[list[str], list[list[str]]]:
    """The titles and the rows below them; the titles are the first row that has those wanted.

    Every sheet is looked at in turn. Raises :class:`~kehoach.errors.ReadError`.
    """
    looked_for = {fold(title.strip()) for title in wanted}
    for block in observed(str(file)).blocks:
        if isinstance(block, ObservedTable):
            width = len(block.grid)
            rows = [_cells(row, width) for row in block.rows]
            for place, row in enumerate(rows[:_LOOKED_AT]):
                if looked_for <= {fold(cell) for cell in row}:
                    return row, rows[place + 1 :]
    listed = ", ".join(wanted)
    what = f"không có dòng tiêu đề nào đủ các cột: {listed}"
    raise ReadError(str(file), what, "sửa tên cột trong bảng đối chiếu cho giống bảng")


def _cells(row: ObservedRow, width: int) -> list[str]:
    cells = [""] * width
    for cell in row.cells:
        if cell.column < width:
            cells[cell.column] = " ".join(cell.text.split())
    return cells
