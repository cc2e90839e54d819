"""Bảng theo dõi: a summary that recomputes, and a sheet a view, each filtered and frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.tracking import DutyKind
from kehoach_xlsx.columns import COLUMNS, DUE_SOON, JUDGED, WORDS, judged
from kehoach_xlsx.sheets import Book
from kehoach_xlsx.summary import write_summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.tracking import Progress
    from kehoach_xlsx.columns import Judged
    from kehoach_xlsx.texts import Value

ALL = "Tất cả"
COLOURS = (
    (WORDS["overdue"], {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True}),
    (DUE_SOON, {"bg_color": "#FFEB9C", "font_color": "#7F6000"}),
    (WORDS["late"], {"bg_color": "#FCE4D6", "font_color": "#833C0B"}),
    (WORDS["on_time"], {"bg_color": "#C6EFCE", "font_color": "#006100"}),
)
"""Màu của một số từ đánh giá; the word always stands there too."""


def write_workbook(progress: Progress, stream: BinaryIO) -> None:
    """Ghi bảng theo dõi of a progress to the stream.

    Raises UnwritableText for characters that no file can hold.
    """
    book = Book(stream, progress.on)
    every = judged(progress)
    try:
        write_summary(book, progress, every, ALL)
        cells = {id(one): one.cells() for one in every}  # once for all the views
        for name, rows in views(every):
            _view(book, name, [cells[id(one)] for one in rows])
    finally:
        book.file.close()


def views(every: tuple[Judged, ...]) -> Iterable[tuple[str, list[Judged]]]:
    """Các trang: name and rows of each view."""
    yield ALL, list(every)
    yield "Theo cơ quan", sorted(every, key=lambda one: int(one.code[1:]))
    late = [one for one in every if one.word == WORDS["overdue"]]
    yield "Quá hạn", sorted(late, key=lambda one: one.status.days or 0)
    soon = [one for one in every if one.word == DUE_SOON]
    yield "Sắp đến hạn", sorted(soon, key=lambda one: one.status.days or 0)
    yield "Báo cáo", [one for one in every if one.status.duty.kind is DutyKind.REPORT]


def _view(book: Book, name: str, rows: list[tuple[Value, ...]]) -> None:
    sheet = book.sheet(name, [(one.title, one.width) for one in COLUMNS], frozen=1)
    for number, cells in enumerate(rows, 1):
        book.write(sheet, number, cells)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    for word, look in COLOURS:
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        rule["format"] = book.file.add_format(look)
        sheet.conditional_format(1, JUDGED, max(len(rows), 1), JUDGED, rule)
