"""Giấy nghỉ phép (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

from kehoach.documents import Recipient, Signature
from kehoach.drafts.frame import day_words, known, labelled, person_words
from kehoach.plan import Paragraph, Plan

if TYPE_CHECKING:
    import datetime

    from kehoach.drafts.frame import Frame

_CONFIRMED: Final = "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép"


def leave(  # noqa: PLR0913 - the lines of the form
    person: str | None = None, *, post: str | None = None,
    asked_on: datetime.date | None = None, length: str | None = None,
    first: datetime.date | None = None, last: datetime.date | None = None,
    where: str | None = None, counted_as: str | None = None, confirmed: bool = False,
    **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Giấy nghỉ phép: to whom, how long ("05 ngày"), from when until when, where.

    `counted_as` is the kind of leave that the days count as; `confirmed` asks for the place where
    those there confirm. The form has no trích yếu; the person names the paper in registers, and
    is its first recipient unless recipients are given.
    """
    issuer = frame.get("issuer")
    giver = issuer.name.replace("\n", " ") if issuer else known(None)
    named = person_words(person)
    asking = named[:1].lower() + named[1:]
    opening = (
        Paragraph(
            f"Xét Đơn đề nghị nghỉ phép {day_words(asked_on)} của {asking}, {giver} cấp cho:"
        ),
        Paragraph(named),
        labelled("Chức vụ:", post),
        Paragraph(
            f"Được nghỉ phép trong thời gian {known(length)} kể từ {day_words(first)} đến hết"
            f" {day_words(last)} tại {known(where)}."
        ),
        Paragraph(f"Số ngày nghỉ phép nêu trên được tính vào thời gian {known(counted_as)}"),
    )
    whole: Frame = {"recipients": (Recipient(named),), "archive": "VT", **frame}
    confirmation = Signature((_CONFIRMED,)) if confirmed else None
    return Plan(person or "", kind="GNP", opening=opening, confirmation=confirmation, **whole)
