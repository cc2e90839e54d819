"""Nếp của một văn phòng: what this office asks of its papers beyond the decree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component
from kehoach.checks import Check
from kehoach.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks import Context
    from kehoach.findings import Finding

HABITS: Final = "Quy chế làm việc của Văn phòng"
UNITS: Final = ("TH", "KT", "NC", "VX", "HCTC")
"""Các phòng soạn thảo của văn phòng này."""
_ARCHIVE: Final = re.compile(r"-?\s*Lưu\s*:?\s*VT\b\s*,?\s*(?P<unit>[^.;]*)")
_ENDLESS: Final = re.compile(r"v\.\s?v|…\s*$|\.\.\.\s*$")


@hookimpl
def kehoach_checks() -> list[Check]:
    """Hai phép kiểm tra của văn phòng."""
    return [
        Check("vanphong-luu", "Dòng Lưu ghi đơn vị soạn thảo của văn phòng", check_archive),
        Check("vanphong-vv", "Không liệt kê bỏ lửng", check_endless),
    ]


def check_archive(context: Context) -> Iterator[Finding]:
    """Dòng “Lưu: VT, …” phải ghi một phòng của văn phòng, so that the drafter is known."""
    for piece in context.anatomy.pieces(Component.RECIPIENT):
        archive = _ARCHIVE.match(piece.text)
        if archive and archive["unit"].split(",")[0].strip() not in UNITS:
            yield context.fault(
                "VP-LUU",
                f"“{piece.text}” không ghi phòng soạn thảo của văn phòng",
                piece,
                clause=HABITS,
                advice=f"ghi một trong các phòng: {', '.join(UNITS)}",
            )


def check_endless(context: Context) -> Iterator[Finding]:
    """Nội dung không viết “v.v.”: what is not named is not assigned to anybody."""
    for piece in context.anatomy.pieces(Component.BODY):
        if found := _ENDLESS.search(piece.text):
            yield context.fault(
                "VP-VV",
                f"“{found[0].strip()}” bỏ lửng phần liệt kê",
                piece,
                clause=HABITS,
                advice="ghi đủ, hoặc viết “và các nội dung khác theo …”",
            )
