"""Trang tính: rows written one by one and forgotten; text stays text, days are days.

XlsxWriter runs in constant memory: a row that is written goes to a temporary file.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_xlsx.texts import Value

_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\n")
_A4 = 9


class Book:
    """Một tệp Excel đang viết; close it to have it written."""

    def __init__(self, stream: BinaryIO, made_on: datetime.date) -> None:
        settings = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
        self.file = xlsxwriter.Workbook(stream, settings)
        self.file.set_properties({"created": datetime.datetime.combine(made_on, datetime.time())})
        top = {"valign": "top"}
        self.head = self.file.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "bg_color": "#D9E2F3",
                "border": 1,
            }
        )
        self.text = self.file.add_format({**top, "text_wrap": True})
        self.guarded = self.file.add_format({**top, "text_wrap": True, "quote_prefix": True})
        self.day = self.file.add_format({**top, "num_format": "dd/mm/yyyy", "align": "left"})
        self.number = self.file.add_format(top)
        self.bold = self.file.add_format({"bold": True})
        self.percent = self.file.add_format({"num_format": "0.0%", "align": "right"})

    def sheet(self, name: str, titles: Sequence[tuple[str, int]], *, frozen: int = 0) -> Any:  # noqa: ANN401 - XlsxWriter carries no types
        """A sheet with its titles in the first row, which stays in sight and on every page."""
        sheet = self.file.add_worksheet(name)
        for place, (_, width) in enumerate(titles):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, frozen)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        for place, (title, _) in enumerate(titles):
            sheet.write_string(0, place, title, self.head)
        return sheet

    def write(self, sheet: Any, row: int, cells: Iterable[Value]) -> None:  # noqa: ANN401 - the same
        """Write a row that `ready` made; what is empty stays empty, and text is never a formula."""
        for place, value in enumerate(cells):
            if isinstance(value, str):
                if value:
                    look = self.guarded if value.startswith(_FORMULA_LIKE) else self.text
                    sheet.write_string(row, place, value, look)
            elif isinstance(value, int):
                sheet.write_number(row, place, value, self.number)
            elif value is not None:
                sheet.write_datetime(row, place, value, self.day)
