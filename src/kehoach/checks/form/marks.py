"""Dấu chỉ dẫn, địa chỉ, biên bản (Phụ lục I, Phần I, Mục III, khoản 2, 3, 5; Mẫu 1.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Component, Piece
from kehoach.checks._context import once
from kehoach.checks.form._look import check_look, lettered
from kehoach.checks.form._parts import body_pieces
from kehoach.checks.form.head import flat, head_texts
from kehoach.observed import Line, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import Place

_URGENT = re.compile(
    r"(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN CẤP|TỐI KHẨN|RẤT KHẨN|KHẨN|GẤP|RẤT GẤP|HỎA KHẨN)"
    r"(?: HẸN GIỜ)?[\s!.]*$"
)
_CIRCULATION = re.compile(r"(?:LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|KHÔNG PHỔ BIẾN|TÀI LIỆU NỘI BỘ)$")
_CLOSING = re.compile(r"kết thúc", re.IGNORECASE)
_MARK_LINES = 25
_SHORT = 30


def check_marks(context: Context) -> Iterator[Finding]:
    """Mức độ khẩn, phạm vi lưu hành, địa chỉ cơ quan."""
    known = [one.text for one in context.rulebook.urgency]
    for piece in urgency_marks(context):
        text = piece.text.upper()
        if text.replace("HOẢ", "HỎA") not in known:
            yield context.finding("MK01", piece, found=text, expected=", ".join(known))
        yield from _stamp(context, piece)
    for piece in circulations(context):
        yield from check_look(context, "MK03", (piece,), "circulation")
        if context.has_format and not _boxed(piece):
            yield context.finding("MK03", piece, "box", found=piece.text)
    yield from check_look(context, "MK04", addresses(context), "office_address")


@once
def urgency_marks(context: Context) -> tuple[Piece, ...]:
    """The lines of the head that name a degree of urgency, known to the rules or not."""
    lines = head_texts(context)[:_MARK_LINES]
    return tuple(Piece(text, line) for line, text in lines if _URGENT.match(text.upper()))


def _stamp(context: Context, piece: Piece) -> Iterator[Finding]:
    if not context.has_format:
        return
    yield from check_look(context, "MK02", (piece,), "urgency")
    if not _boxed(piece):
        yield context.finding("MK02", piece, "box", found=piece.text)
    runs = lettered(piece)
    if runs and not all(_red(run.format.color) for run in runs):
        yield context.finding("MK02", piece, "color", found=piece.text)


def _red(color: str) -> bool:
    try:
        red, green, blue = (int(color[index : index + 2], 16) for index in (0, 2, 4))
    except ValueError:
        return False
    return red > 150 and green < 90 and blue < 90  # noqa: PLR2004 - what the eye calls red


def _boxed(piece: Piece) -> bool:
    borders = piece.line.paragraph.format.borders
    return piece.place.part.startswith("hộp chữ") or bool(borders.top and borders.left)


def circulations(context: Context) -> Iterator[Piece]:
    """The marks of circulation, in the body or in the header of page 1."""
    for line, text in head_texts(context)[:_MARK_LINES]:
        if _CIRCULATION.match(text):
            yield Piece(text, line)
    for section in context.observed.sections[:1]:
        for blocks in (section.headers.first, section.headers.default):
            for place, paragraph in paragraphs_of(blocks or (), "đầu trang"):
                text = flat(paragraph.text)
                if _CIRCULATION.match(text):
                    yield Piece(text, Line(paragraph.text, place, paragraph))


def addresses(context: Context) -> Iterator[Piece]:
    """The office's address: at the end of the paper, or in the footer of page 1."""
    yield from context.anatomy.pieces(Component.OFFICE_ADDRESS)
    for section in context.observed.sections[:1]:
        for place, paragraph in paragraphs_of(section.footers.first or (), "chân trang"):
            text = flat(paragraph.text)
            if text and not any(run.field for run in paragraph.runs):
                yield Piece(text, Line(paragraph.text, place, paragraph))


def check_minutes(context: Context) -> Iterator[Finding]:
    """Biên bản: giờ kết thúc; thư ký bên trái, chủ tọa bên phải."""
    if context.kind != "BB":
        return
    if not any(_CLOSING.search(piece.text) for piece in body_pieces(context)):
        yield context.finding("BB01", None, "end")
    secretary, chair = _post(context, "THƯ KÝ"), _post(context, r"CHỦ (?:TỌA|TOẠ|TRÌ)")
    if secretary is None or chair is None:
        yield context.finding("BB01", None, "signers")
    elif _column(chair) < _column(secretary):
        yield context.finding("BB01", chair, "order")


def _post(context: Context, pattern: str) -> Place | None:
    """Where a post stands alone on a line in capitals."""
    post = re.compile(rf"{pattern}\b")
    for line in context.lines:
        text = flat(line.text)
        if len(text) < _SHORT and text.isupper() and post.match(text):
            return line.place
    return None


def _column(place: Place) -> int:
    return place.column or 0
