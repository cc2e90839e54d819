"""Thành phần để kiểm tra: the recogniser's parts, with what a fault may have mixed into them.

A misspelt Quốc hiệu looks like a name of a body, an authority line under the title like a part
of the trích yếu, a name in capitals like a post.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kehoach.anatomy import Component, Piece
from kehoach.checks._context import once

if TYPE_CHECKING:
    from kehoach.anatomy import Element
    from kehoach.checks._context import Context

HEAD_POST = re.compile(
    r"(?:Q\.\s*)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|VIỆN TRƯỞNG|TRƯỞNG|HIỆU TRƯỞNG|CHÁNH|THỦ TƯỚNG|TỔNG CỤC TRƯỞNG)\b"
)
"""Chức vụ người đứng đầu, in capitals."""
COLLECTIVE = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|BAN CHỈ ĐẠO|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|TẬP THỂ)\b"
)
"""Tên tập thể, in capitals."""
WITHOUT_SUMMARY = frozenset(("GGT", "GNP", "PG", "PC", "PB", "ThC", "SY", "TrS", "SL"))
"""Các loại không có trích yếu (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.8, 1.10, 3.1)."""
_LIKE_NATION = 0.6
_NAME = re.compile(r"(?:(?:GS|PGS|TS|THS|BS|CN|KS|DS|LS)[. ]+)*[^\W\d_]+(?: [^\W\d_]+){1,5}$")
_PREFIXED = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\b|T/M|K/T|T/L|PHÓ |QUYỀN |THƯ KÝ|CHỦ T|ỦY VIÊN|THỨ TRƯỞNG"
)


def like(text: str, expected: str) -> float:
    """How alike two texts are, from 0 to 1, whatever their capitals."""
    return SequenceMatcher(None, text.upper(), expected.upper()).ratio()


def is_like(text: str, expected: str, least: float) -> bool:
    """Whether two texts share a word and are that much alike; what forbids it is told at once."""
    shorter, longer = sorted((len(text), len(expected)))
    long_enough = 2 * shorter >= least * (shorter + longer)
    if not long_enough or set(text.upper().split()).isdisjoint(expected.split()):
        return False
    return like(text, expected) >= least


@once
def issuers(context: Context) -> tuple[Piece, ...]:
    """Tên cơ quan ban hành, without what only looks like a name."""
    numbers = {id(piece.line) for piece in context.anatomy.pieces(Component.NUMBER)}
    nation = context.rulebook.texts.national_name.text
    motto = [_cell(piece) for piece in context.anatomy.pieces(Component.MOTTO)]
    return tuple(
        piece
        for piece in context.anatomy.pieces(Component.ISSUER)
        if id(piece.line) not in numbers and any(map(str.isalpha, piece.text))
        and not is_like(piece.text, nation, _LIKE_NATION)
        and (piece.place.table is None or _cell(piece) not in motto)
    )  # fmt: skip


def _cell(piece: Piece) -> tuple[object, ...]:
    place = piece.place
    return (place.part, place.table, place.row, place.column)


@once
def summary(context: Context) -> tuple[Piece, ...]:
    """Trích yếu, without an authority line that follows it."""
    if context.kind in WITHOUT_SUMMARY:
        return ()
    pieces = context.anatomy.pieces(Component.SUMMARY)
    authority = {id(piece) for piece in _authority_below(pieces)}
    return tuple(piece for piece in pieces if id(piece) not in authority)


def _authority_below(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if len(pieces) < 2 or pieces[0].text.isupper():  # noqa: PLR2004 - one line is the summary
        return ()
    for index, piece in enumerate(pieces[1:], 1):
        if piece.text.isupper() and (HEAD_POST.match(piece.text) or COLLECTIVE.match(piece.text)):
            return pieces[index:]
    return ()


@once
def authority_lines(context: Context) -> tuple[Piece, ...]:
    """Thẩm quyền ban hành: the line in capitals between title and căn cứ, wherever it was put."""
    found = context.anatomy.pieces(Component.AUTHORITY_LINE)
    return found or _authority_below(context.anatomy.pieces(Component.SUMMARY))


_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét|Thực hiện)\s")
_ANNEX = re.compile(r"Phụ lục(?: (?:[IVXLC]+|\d+))?$", re.IGNORECASE)


@once
def addressees(context: Context) -> tuple[Piece, ...]:
    """Kính gửi and the list below it, without căn cứ that follow and whom a sender's line calls."""
    if _calls(context):
        return ()
    pieces = context.anatomy.pieces(Component.ADDRESSEE)
    end = next((at for at, one in enumerate(pieces) if _BASIS.match(one.text)), len(pieces))
    return pieces[:end]


def _calls(context: Context) -> bool:
    """Whether the paper calls its addressees in the line of the sender (Mẫu 1.6, 1.7)."""
    return bool(context.type and context.type.sender)


@once
def bases(context: Context) -> tuple[Piece, ...]:
    """Căn cứ, those too that were taken for addressees, or for the beginning of the body."""
    found = list(context.anatomy.pieces(Component.BASIS))
    if not _calls(context):
        found[:0] = context.anatomy.pieces(Component.ADDRESSEE)[len(addressees(context)) :]
    for piece in context.anatomy.pieces(Component.BODY):
        goes_on = found and found[-1].text.endswith(";") and piece.text.endswith((";", "."))
        if not (goes_on and _BASIS.match(piece.text)):
            break
        found.append(piece)
    return tuple(found)


@once
def body(context: Context) -> tuple[Element, ...]:
    """Nội dung, up to an annex that follows it where the paper has no signature."""
    elements = context.anatomy.of(Component.BODY)
    if context.anatomy.of(Component.SIGNATURE):
        return elements
    for index, one in enumerate(elements):
        if isinstance(one, Piece) and one.centred and _ANNEX.match(one.text):
            return elements[:index]
    return elements


@once
def body_pieces(context: Context) -> tuple[Piece, ...]:
    """Nội dung without its tables."""
    return tuple(one for one in body(context) if isinstance(one, Piece))


@once
def signature_lines(context: Context) -> tuple[Piece, ...]:
    """Quyền hạn, chức vụ: the stack without a name below it, a post in small letters too."""
    named = {id(piece) for piece in _capital_name(context)}
    lines = tuple(
        one for one in context.anatomy.pieces(Component.SIGNATURE) if id(one) not in named
    )
    posts = context.anatomy.pieces(Component.OTHER_POST)
    if lines and _PREFIXED.match(lines[-1].text) and posts and _is_post(posts[0]):
        return (*lines, posts[0])
    return lines


def _is_post(piece: Piece) -> bool:
    """Whether a line in small letters is the post that a prefix asks for: "Phó Chủ tịch"."""
    text = piece.text.upper()
    return bool(_PREFIXED.match(text) or HEAD_POST.match(text))


def signer_names(context: Context) -> tuple[Piece, ...]:
    """Họ và tên người ký."""
    return context.anatomy.pieces(Component.SIGNER) or _capital_name(context)


def _capital_name(context: Context) -> tuple[Piece, ...]:
    lines = context.anatomy.pieces(Component.SIGNATURE)
    if len(lines) < 2 or context.anatomy.of(Component.SIGNER):  # noqa: PLR2004 - a post and a name
        return ()
    text = lines[-1].text
    posted = _PREFIXED.match(text) or HEAD_POST.match(text) or COLLECTIVE.match(text)
    return lines[-1:] if _NAME.match(text) and not posted else ()
