"""Quyền hạn, chức vụ, chữ ký, họ tên (Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.anatomy import Component, Piece
from kehoach.checks.form._look import check_look
from kehoach.checks.form._parts import COLLECTIVE, signature_lines, signer_names
from kehoach.checks.form.number import raw
from kehoach.observed import ObservedParagraph, ObservedTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding

_PREFIX = re.compile(
    r"(?P<prefix>T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TM|KT|TL|TUQ|Q)(?P<mark>[.:]?)(?P<space>\s*)(?=[^\W\d_])"
)
_POST = re.compile(
    r"(?:PHÓ |Q\. ?|QUYỀN )?(?:CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG CỤC TRƯỞNG"
    r"|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG|CHÁNH|THỦ TƯỚNG"
    r"|TỔNG BIÊN TẬP)\b"
)
_DEPUTY = re.compile(r"(?:PHÓ |THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN)")
_AGENCY = re.compile(r"(?:PHÓ )?CHỦ TỊCH (?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG)")
_DEGREE = re.compile(
    r"(?:GS|PGS|TS|ThS|Ths|Thạc sĩ|Tiến sĩ|BS|BSCK|CN|KS|DS|LS|Giáo sư|Phó Giáo sư)[\s.]+(?=\S)"
)
_SLASHED = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL."}
_FEW_LETTERS = 4


def check_signature(context: Context) -> Iterator[Finding]:
    """Quyền hạn, chức vụ: cách ghi, thứ tự, kiểu chữ."""
    if context.enclosed:
        return
    lines, names = signature_lines(context), signer_names(context)
    if not lines:
        if context.kind != "BB":
            yield context.finding("SG09", None, "missing")
    elif not names:
        yield context.finding("SG09", lines[-1], "name")
    for piece in lines:
        yield from _prefix(context, piece)
    if context.kind != "BB":
        yield from _stack(context, lines)
    yield from check_look(context, "SG06", (one for one in lines if _letters(one)), "post")
    yield from _names(context, names)
    for piece in context.anatomy.pieces(Component.SIGNED):
        yield context.finding("SG08", piece, found=piece.text)


def _letters(piece: Piece) -> bool:
    return sum(map(str.isalpha, piece.text)) >= _FEW_LETTERS


def _prefix(context: Context, piece: Piece) -> Iterator[Finding]:
    text = raw(piece)
    found = _PREFIX.match(text)
    if found is None or (found["prefix"] == "Q" and not found["mark"]):
        return
    prefix = found["prefix"].replace(" ", "")
    rest = text[found.end() :]
    if "/" in prefix:
        expected = f"{_SLASHED[prefix]} {rest}"
        yield context.finding("SG01", piece, "slash", found=text, expected=expected)
        return
    expected = f"{prefix}. {rest}"
    if found["mark"] != ".":
        yield context.finding("SG01", piece, "dot", found=text, expected=expected)
    elif found["space"] != " ":
        yield context.finding("SG01", piece, "spaces", found=text, expected=expected)
    if prefix == "TM" and _POST.match(rest):
        yield context.finding("SG02", piece, "collective", found=text)
    if prefix == "KT" and COLLECTIVE.match(rest):
        yield context.finding("SG02", piece, "post", found=text)


def _stack(context: Context, lines: tuple[Piece, ...]) -> Iterator[Finding]:
    texts = [piece.text for piece in lines]
    prefixes = [
        (found["prefix"].replace("/", "") if (found := _PREFIX.match(one)) else "") for one in texts
    ]
    for index, (piece, prefix) in enumerate(zip(lines, prefixes, strict=True)):
        below = texts[index + 1] if index + 1 < len(texts) else ""
        if prefix in ("TM", "KT", "TL", "TUQ") and not below:
            yield context.finding("SG03", piece, "missing", found=piece.text)
        elif prefix == "KT" and not _DEPUTY.match(below.upper()):
            yield context.finding("SG03", lines[index + 1], "deputy", found=piece.text, post=below)
        deputy = not prefix and piece.text.startswith(("PHÓ ", "THỨ TRƯỞNG"))
        if deputy and not {"KT", "TL", "TUQ"} & set(prefixes[:index]):
            yield context.finding("SG03", piece, "alone", found=piece.text)
        if "TM" in prefixes[: index + 1] and _AGENCY.match(piece.text):
            yield context.finding("SG04", piece, found=piece.text)


def _names(context: Context, names: tuple[Piece, ...]) -> Iterator[Finding]:
    for piece in names:
        if found := _DEGREE.match(piece.text):
            yield context.finding("SG05", piece, found=found[0].strip())
        if piece.text.isupper() and _letters(piece):
            yield context.finding("SG06", piece, "name", found=piece.text)
    for finding in check_look(context, "SG06", names, "signer_name"):
        if finding.aspect != "case":
            yield finding


def check_together(context: Context) -> Iterator[Finding]:
    """Khối chữ ký không ngắt, không đứng một mình ở trang cuối."""
    lines = context.anatomy.pieces(Component.SIGNATURE)
    if not context.has_format or not lines or context.enclosed:
        return
    row = _row_of(context, lines[0])
    if row is not None and not row:
        yield context.finding("SG07", lines[0], "split")
    last = next(
        (one for one in reversed(context.anatomy.of(Component.BODY)) if isinstance(one, Piece)),
        None,
    )
    if last and last.place.table is None and not last.line.paragraph.format.keep_next:
        yield context.finding("SG07", last, "alone")


def _row_of(context: Context, piece: Piece) -> bool | None:
    """Whether the table row that holds the signature stays on one page; None outside tables."""
    place = piece.place
    if place.table is None or place.part:
        return None
    tables = [one for one in context.observed.blocks if isinstance(one, ObservedTable)]
    row = tables[place.table - 1].rows[(place.row or 1) - 1]
    paragraphs = [
        block for cell in row.cells for block in cell.blocks if isinstance(block, ObservedParagraph)
    ]
    kept = [one for one in paragraphs if one.text.strip()]
    return row.cant_split or all(one.format.keep_next for one in kept)
