"""Phiếu báo cáo: a blank form for bodies, a row an open obligation, with lists to choose from."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from kehoach.tracking.telling import NOBODY
from kehoach_xlsx.form_columns import FILLED, HELP, KINDS, PRINTED, SHEET, TITLES
from kehoach_xlsx.sheets import Book
from kehoach_xlsx.texts import ready

if TYPE_CHECKING:
    from kehoach.tracking import Progress, Status
    from kehoach_xlsx.texts import Value

_FIRST_DAY, _LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)
_DATES = ("Ngày", "Ngày văn bản", "Xin gia hạn đến")
_ALLOWED = {"format_columns": True, "format_rows": True, "autofilter": True}


def write_form(progress: Progress, stream: BinaryIO) -> None:
    """Ghi phiếu báo cáo of what is still open; `Progress.where` narrows it to one body.

    The printed cells are locked, without a password, so that nobody changes a key by chance.
    Raises UnwritableText for characters that no file can hold.
    """
    book = Book(stream, progress.on)
    opened = [one for one in progress if one.state.open]
    try:
        sheet = book.sheet(SHEET, (*PRINTED, *FILLED), frozen=3)
        _columns(book, sheet)
        for row, status in enumerate(opened, 1):
            book.write(sheet, row, ready(_printed(status)))
        _validate(sheet, max(len(opened), 1))
        sheet.autofilter(0, 0, max(len(opened), 1), len(TITLES) - 1)
        sheet.protect("", _ALLOWED)
        _help(book)
    finally:
        book.file.close()


def _printed(status: Status) -> tuple[Value, ...]:
    return (
        status.plan,
        status.key,
        status.duty.text,
        status.name or NOBODY,
        status.due,
        status.state.label,
    )


def _columns(book: Book, sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter carries no types
    """The plan's key is hidden; what is filled in is unlocked."""
    sheet.set_column(0, 0, 4, None, {"hidden": True})
    look = {"locked": False, "valign": "top", "text_wrap": True, "bg_color": "#FFFFE5", "border": 4}
    free = book.file.add_format(look)
    days = book.file.add_format({**look, "num_format": "dd/mm/yyyy"})
    for place, (title, width) in enumerate(FILLED, len(PRINTED)):
        sheet.set_column(place, place, width, days if title in _DATES else free)


def _validate(sheet: Any, last: int) -> None:  # noqa: ANN401 - the same
    """What a cell takes, said before and after a wrong entry."""
    kinds = list(KINDS)
    _rule(sheet, "Việc báo", last, {"validate": "list", "source": kinds}, "chọn trong danh sách")
    span = {"criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
    for title in _DATES:
        _rule(sheet, title, last, {"validate": "date", **span}, "điền một ngày, như 15/7/2026")
    figures = {"validate": "decimal", "criteria": ">=", "value": 0}
    _rule(sheet, "Số liệu", last, figures, "điền một số từ 0 trở lên")


def _rule(sheet: Any, title: str, last: int, rule: dict[str, Any], asked: str) -> None:  # noqa: ANN401 - the same
    place = TITLES.index(title)
    message = f"{title}: {asked}."
    sheet.data_validation(
        1, place, last, place,
        {**rule, "input_message": message, "error_title": title, "error_message": message},
    )  # fmt: skip


def _help(book: Book) -> None:
    sheet = book.sheet("Hướng dẫn", [("Cách điền phiếu", 110)])
    for row, line in enumerate(HELP, 1):
        book.write(sheet, row, [line])
