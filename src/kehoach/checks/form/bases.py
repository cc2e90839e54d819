"""Căn cứ ban hành (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a và b)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import bases, body_pieces
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_BASIS = re.compile(r"(?:[-–+•*]\s*|\d+[.)]\s*)?(?:Căn cứ|Theo đề nghị|Xét)\s")
_MARK = re.compile(r"([-–+•*]|\d+[.)])\s*(?=Căn cứ|Theo đề nghị|Xét)")
_SEVERAL = re.compile(r"[;.]\s*Căn cứ\s")
_LAW = re.compile(
    r"((?:[Bb]ộ luật|[Ll]uật|[Pp]háp lệnh)\b[^;]*?)\s"
    r"(?:số\s+\d+[^\s,;]*|của\s+(?:Quốc hội|Ủy ban Thường vụ))",
)
_OTHER = re.compile(r"(?:Nghị định|Thông tư|Nghị quyết|Quyết định|Chỉ thị)\s+số\s+[^\s,;]+")
_RANKS: Final = (
    ("Hiến pháp", 0), ("Bộ luật", 1), ("Luật", 1), ("Pháp lệnh", 2), ("Nghị định", 3),
    ("Thông tư", 4),
)  # fmt: skip
_WORDS = 60


@frozen
class Repealed:
    """Văn bản đã hết hiệu lực: its number, the day since when, and what took its place."""

    number: str
    since: dt.date
    successor: str


REPEALED: Final = (
    Repealed("110/2004/NĐ-CP", dt.date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    Repealed("09/2010/NĐ-CP", dt.date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    Repealed("01/2011/TT-BNV", dt.date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    Repealed("01/2011/QH13", dt.date(2025, 7, 1), "Luật Lưu trữ số 33/2024/QH15"),
)
"""What the decree itself repeals (NĐ 30/2020/NĐ-CP, Điều 37), its circular and the archives law."""


def bases_of(context: Context) -> tuple[Piece, ...]:
    """The căn cứ, those too that lost their closing mark and so look like body text."""
    found = list(bases(context))
    for piece in body_pieces(context):
        if not _BASIS.match(piece.text) or piece.text[-1] in ".:;,!?":
            break
        found.append(piece)
    return tuple(found)


def check_bases(context: Context) -> Iterator[Finding]:
    """Kiểu chữ, dấu cuối, mỗi căn cứ một dòng."""
    pieces = bases_of(context)
    kind = context.type
    if not pieces:
        if kind and kind.bases == "required" and not context.enclosed:
            yield context.finding("CC06", None, "missing", kind=kind.name)
        return
    many = len([piece for piece in pieces if piece.text.startswith("Căn cứ")]) > 1
    if kind and kind.bases == "none" and many:
        yield context.finding("CC06", pieces[0], "unusual", kind=kind.name)
    yield from check_look(context, "CC01", pieces, "basis")
    yield from _ends(context, pieces)
    for piece in pieces:
        if _SEVERAL.search(piece.text):
            yield context.finding("CC03", piece, "several")
        if found := _MARK.match(piece.text):
            yield context.finding("CC03", piece, "mark", found=found[1])


def _ends(context: Context, pieces: tuple[Piece, ...]) -> Iterator[Finding]:
    marks = context.rulebook.punctuation.basis
    for index, piece in enumerate(pieces):
        last = index == len(pieces) - 1
        expected = marks.last if last else marks.end
        if piece.text.endswith(expected) or piece.text.endswith(("…", "..")):
            continue
        end = piece.text[-1] if not piece.text[-1].isalnum() else "không dấu"
        yield context.finding(
            "CC02", piece, "last" if last else "end", found=end, expected=expected
        )


def check_citations(context: Context) -> Iterator[Finding]:
    """Cách dẫn văn bản trong căn cứ, thứ tự và hiệu lực của chúng."""
    highest = 0
    for piece in bases_of(context):
        if found := _LAW.search(piece.text):
            yield context.finding("CC04", piece, found=_short(found[1]))
        if found := _OTHER.search(piece.text):
            missing = _missing(piece.text[found.end() :])
            if missing:
                yield context.finding("CC05", piece, found=found[0], missing=missing)
        rank = _rank(piece.text)
        if rank is not None:
            if rank < highest:
                yield context.finding("CC07", piece, found=_short(piece.text))
            highest = max(highest, rank)
        yield from _repealed(context, piece)


def _missing(rest: str) -> str:
    wanted = {
        "ngày ban hành": "ngày" in rest or bool(re.search(r"\d{1,2}/\d{1,2}/\d{4}", rest)),
        "cơ quan ban hành": "của" in rest,
        "trích yếu": len(rest.split()) > _LEAST_WORDS,
    }
    return ", ".join(name for name, there in wanted.items() if not there)


_LEAST_WORDS = 8


def _rank(text: str) -> int | None:
    head = text.split("Căn cứ ", 1)[-1][:_WORDS]
    return next((rank for name, rank in _RANKS if head.startswith(name)), None)


def _repealed(context: Context, piece: Piece) -> Iterator[Finding]:
    if context.date is None:
        return
    for one in REPEALED:
        if one.number in piece.text and context.date >= one.since:
            yield context.finding(
                "CC08", piece, found=one.number, since=short_date(one.since),
                successor=one.successor,
            )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= _WORDS else f"{text[:_WORDS].rstrip()}…"
