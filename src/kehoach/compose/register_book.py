"""Sổ đăng ký văn bản đi, printed: its cover and the ten columns.

NĐ 30/2020/NĐ-CP, Điều 16 khoản 2; Phụ lục IV, Mục I. What kehoach does not know (to whom a copy was
handed, when, the receipt) stays blank, to be filled in by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.compose._frame import name_lines
from kehoach.compose._ink import printed
from kehoach.documents import (
    Alignment,
    Appendix,
    Cell,
    Column,
    Document,
    Letterhead,
    Properties,
    Table,
    Title,
)
from kehoach.register import Entry, EntryState
from kehoach.rules import letterhead_columns
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.documents import Row
    from kehoach.rules import Rulebook

TITLE = "Sổ đăng ký văn bản đi"
BOOK_COLUMNS = (
    ("Số, ký hiệu văn bản", 1.5),
    ("Ngày tháng văn bản", 1.45),
    ("Tên loại và trích yếu nội dung văn bản", 3.1),
    ("Người ký", 1.35),
    ("Nơi nhận văn bản", 2.2),
    ("Đơn vị, người nhận bản lưu", 1.2),
    ("Số lượng bản", 1.0),
    ("Ngày chuyển", 1.15),
    ("Ký nhận", 0.9),
    ("Ghi chú", 1.4),
)
"""Mười cột của sổ: title and share of the width."""

_CENTERED = (0, 1, 6, 7, 8)


def register_book(
    entries: Iterable[Entry], issuer: str, year: int, rulebook: Rulebook, superior: str = ""
) -> Document:
    """Sổ đăng ký văn bản đi của một cơ quan trong một năm, on landscape pages.

    A reserved number whose paper was not written and a void one stand in their places, told in
    the last column.
    """
    head = rulebook.texts
    width, _ = letterhead_columns(rulebook, head.national_name.text, "")
    return Document(
        kind="",
        properties=Properties(f"{TITLE} năm {year}", printed(issuer), TITLE),
        letterhead=Letterhead(
            issuer=name_lines(issuer, "issuer", width, rulebook),
            superior=name_lines(superior, "superior", width, rulebook),
            nation=head.national_name.text,
            motto=head.motto.text,
        ),
        title=Title(TITLE.upper(), f"Năm {year}"),
        appendices=(
            Appendix("", f"{TITLE.upper()} NĂM {year}", "", (_table(entries),), landscape=True),
        ),
        regime=rulebook.id,
    )


def book_rows(entries: Iterable[Entry]) -> tuple[tuple[str, ...], ...]:
    """Các dòng của sổ as plain text, in the order of `BOOK_COLUMNS`."""
    return tuple(
        (
            one.printed,
            short_date(one.day),
            f"{one.kind_name} {one.title}".strip(),
            one.signer,
            "; ".join(one.recipients),
            one.archive,
            str(one.copies) if one.copies is not None else "",
            "",
            "",
            _note(one),
        )
        for one in entries
    )


def _note(entry: Entry) -> str:
    match entry.state:
        case EntryState.RESERVED:
            return "Đã cấp số, chưa ghi văn bản"
        case EntryState.VOID:
            return f"Hủy: {entry.note}"
        case EntryState.WRITTEN:
            return ""


def _table(entries: Iterable[Entry]) -> Table:
    header = [title for title, _ in BOOK_COLUMNS]
    numbers = [f"({place})" for place in range(1, len(BOOK_COLUMNS) + 1)]
    columns = tuple(
        Column(share, Alignment.CENTER if place in _CENTERED else Alignment.LEFT)
        for place, (_, share) in enumerate(BOOK_COLUMNS)
    )
    rows: tuple[Row, ...] = tuple(tuple(map(printed, row)) for row in book_rows(entries))
    return Table(columns, rows, (_titles(header, bold=True), _titles(numbers, bold=False)))


def _titles(titles: Iterable[str], *, bold: bool) -> Row:
    return tuple(Cell(printed(one), bold=bold, align=Alignment.CENTER) for one in titles)
