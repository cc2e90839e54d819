"""Trang tổng hợp: figures of each body as formulas over the sheet of all obligations.

Each formula carries the figure that it gives now, for programs that compute nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from attrs import frozen
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from kehoach.tracking.figures import EMPTY
from kehoach.tracking.telling import NOBODY, TOTAL
from kehoach_xlsx.columns import CODE, DUE, DUE_SOON, JUDGED, WORDS
from kehoach_xlsx.texts import ready

if TYPE_CHECKING:
    from kehoach.tracking import Progress
    from kehoach_xlsx.columns import Judged
    from kehoach_xlsx.sheets import Book

NAME = "Tổng hợp"
_COUNTED = (
    WORDS["on_time"], WORDS["late"], WORDS["done_without_term"], WORDS["in_term"], DUE_SOON,
    WORDS["overdue"], WORDS["open_without_term"],
)  # fmt: skip
_DONE, _DATED = _COUNTED[:3], (*_COUNTED[:2], *_COUNTED[3:6])
_DATED_DONE = _COUNTED[:2]
_BESIDE = tuple(word for word in WORDS.values() if word not in _COUNTED)
_TITLES = (
    ("Cơ quan số", 9),
    ("Cơ quan, đơn vị", 34),
    ("Tổng số giao", 10),
    ("Đã hoàn thành", 10),
    *((word[0].upper() + word[1:], 10) for word in _COUNTED),
    ("Đến hạn", 10),
    ("Hoàn thành trong số đến hạn", 12),
    ("Tỷ lệ hoàn thành/đến hạn", 12),
    ("Tỷ lệ đúng hạn/hoàn thành có hạn", 12),
    *((word[0].upper() + word[1:], 10) for word in _BESIDE),
)
_WORD = 4
"""The column of the first word; before it stand the code, the name, the total and what is done."""

_ARRIVED = _WORD + len(_COUNTED)
_FIRST_BESIDE = _ARRIVED + 4


@frozen
class _Ranges:
    """The columns of the sheet of all obligations that formulas look at, and the day."""

    code: str
    due: str
    word: str
    day: str


def write_summary(book: Book, progress: Progress, every: tuple[Judged, ...], all_name: str) -> None:
    """Ghi trang tổng hợp: a row a body, the total, and the day that it is as of."""
    sheet = book.sheet(NAME, _TITLES, frozen=2)
    bodies = {one.code: one.status.name or NOBODY for one in every}
    total, day = len(bodies) + 1, len(bodies) + 3
    ranges = _ranges(all_name, len(every), xl_rowcol_to_cell(day, 2, row_abs=True, col_abs=True))
    counts = _counts(progress, every)
    for row, (code, name) in enumerate(bodies.items(), 1):
        book.write(sheet, row, ready([code, name]))
        _figures(book, sheet, row, counts[code], ranges)
    book.write(sheet, total, [None, TOTAL])
    _totals(book, sheet, total, sum(counts.values(), Counter()))
    book.write(sheet, day, ready([None, "Tính đến ngày", progress.on]))
    sheet.autofilter(0, 0, max(len(bodies), 1), len(_TITLES) - 1)


def _ranges(name: str, rows: int, day: str) -> _Ranges:
    def column(place: int) -> str:
        letter = xl_col_to_name(place, col_abs=True)
        return f"'{name}'!{letter}$2:{letter}${max(rows, 1) + 1}"

    return _Ranges(column(CODE), column(DUE), column(JUDGED), day)


def _counts(progress: Progress, every: tuple[Judged, ...]) -> dict[str, Counter[str]]:
    """How many obligations of each body have each word; what fell due is counted beside."""
    counts: dict[str, Counter[str]] = {}
    for one in every:
        own = counts.setdefault(one.code, Counter())
        own[one.word] += 1
        if one.word in _DATED and one.status.due and one.status.due <= progress.on:
            own["due"] += 1
            own["due done"] += one.word in _DATED_DONE
    return counts


def _figures(book: Book, sheet: Any, row: int, own: Counter[str], ranges: _Ranges) -> None:  # noqa: ANN401 - XlsxWriter carries no types
    """The formulas of one body, from left to right as constant memory asks."""
    code = f'"="&$A{row + 1}'
    _sums(book, sheet, row, own)

    def counted(word: str) -> str:
        return f'=COUNTIFS({ranges.code},{code},{ranges.word},"{word}")'

    def arrived(words: tuple[str, ...]) -> str:
        listed = ",".join(f'"{word}"' for word in words)
        due = f'{ranges.due},"<="&{ranges.day}'
        return f"=SUM(COUNTIFS({ranges.code},{code},{due},{ranges.word},{{{listed}}}))"

    for place, word in enumerate(_COUNTED, _WORD):
        sheet.write_formula(row, place, counted(word), book.number, own[word])
    sheet.write_formula(row, _ARRIVED, arrived(_DATED), book.number, own["due"])
    sheet.write_formula(row, _ARRIVED + 1, arrived(_DATED_DONE), book.number, own["due done"])
    _ratios(book, sheet, row, own)
    for place, word in enumerate(_BESIDE, _FIRST_BESIDE):
        sheet.write_formula(row, place, counted(word), book.number, own[word])


def _totals(book: Book, sheet: Any, row: int, all_: Counter[str]) -> None:  # noqa: ANN401 - the same
    _sums(book, sheet, row, all_)

    def added(place: int) -> str:
        letter = xl_col_to_name(place)
        return f"=SUM({letter}2:{letter}{row})" if row > 1 else "=0"

    names = [*_COUNTED, "due", "due done"]
    for place, name in enumerate(names, _WORD):
        sheet.write_formula(row, place, added(place), book.bold, all_[name])
    _ratios(book, sheet, row, all_)
    for place, word in enumerate(_BESIDE, _FIRST_BESIDE):
        sheet.write_formula(row, place, added(place), book.bold, all_[word])


def _sums(book: Book, sheet: Any, row: int, own: Counter[str]) -> None:  # noqa: ANN401 - the same
    """What was given, and what of it is done: sums over the words of the same row."""
    for place, words in ((2, _COUNTED), (3, _DONE)):
        first, last = (xl_rowcol_to_cell(row, _WORD + at) for at in (0, len(words) - 1))
        value = sum(own[word] for word in words)
        sheet.write_formula(row, place, f"=SUM({first}:{last})", book.number, value)


def _ratios(book: Book, sheet: Any, row: int, own: Counter[str]) -> None:  # noqa: ANN401 - the same
    """Ratios by the official denominators; a dash where there is nothing to compare with."""
    on_time, late = (xl_rowcol_to_cell(row, _WORD + at) for at in (0, 1))
    due, due_done = (xl_rowcol_to_cell(row, _ARRIVED + at) for at in (0, 1))
    done = own[_COUNTED[0]] + own[_COUNTED[1]]
    for place, part, whole, number, of in (
        (_ARRIVED + 2, due_done, due, own["due done"], own["due"]),
        (_ARRIVED + 3, on_time, f"({on_time}+{late})", own[_COUNTED[0]], done),
    ):
        value = number / of if of else EMPTY
        formula = f'=IF({whole}=0,"{EMPTY}",{part}/{whole})'
        sheet.write_formula(row, place, formula, book.percent, value)
