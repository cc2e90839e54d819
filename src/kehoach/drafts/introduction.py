"""Giấy giới thiệu (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from kehoach.documents import Recipient
from kehoach.drafts.frame import day_words, labelled, person_words
from kehoach.plan import Paragraph, Plan

if TYPE_CHECKING:
    import datetime

    from kehoach.drafts.frame import Frame

_REQUEST = "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ."


def introduction(
    person: str | None = None, *, post: str | None = None, sent_to: str | None = None,
    purpose: str | None = None, until: datetime.date | None = None, **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Giấy giới thiệu: who is sent to whom, about what, until when.

    `person` is a name, or a name after "Ông" or "Bà". The form has no trích yếu; the purpose
    names the paper in registers. Recipients and archive are those of the form unless given.
    """
    opening = (
        Paragraph(person_words(person)),
        labelled("Chức vụ:", post),
        labelled("Được cử đến:", sent_to),
        labelled("Về việc:", purpose),
        Paragraph(_REQUEST),
        Paragraph(f"Giấy này có giá trị đến hết {day_words(until)}"),
    )
    whole: Frame = {"recipients": (Recipient("Như trên"),), "archive": "VT", **frame}
    return Plan(purpose or "", kind="GGT", opening=opening, **whole)
