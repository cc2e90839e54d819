"""Biên bản (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from kehoach.documents import Signature
from kehoach.drafts.frame import labelled, moment_words
from kehoach.plan import Paragraph, Plan, Section

if TYPE_CHECKING:
    import datetime

    from kehoach.drafts.frame import Frame
    from kehoach.plan import Content


def minutes(  # noqa: PLR0913 - the lines of the form
    title: str, content: tuple[Content, ...] = (), *, meeting: str = "Cuộc họp",
    began: datetime.datetime | None = None, ended: datetime.datetime | None = None,
    venue: str | None = None, attending: str | None = None, chair: str | None = None,
    secretary: str | None = None, chair_post: str | None = None, **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Biên bản: when, where and who, what was said in its order, and the two who sign.

    The paper's day is that on which the meeting began unless given.
    `meeting` is the word that its last sentence begins with (cuộc họp, hội nghị, hội thảo);
    `chair_post` prints over the chair's name. The form has neither place nor day in its head.
    """
    opening = (
        Paragraph(f"Thời gian bắt đầu: {moment_words(began)}"),
        labelled("Địa điểm:", venue),
        labelled("Thành phần tham dự:", attending),
        labelled("Chủ trì:", chair),
        labelled("Thư ký:", secretary),
        Paragraph("Nội dung:"),
    )
    whole: Frame = {
        "date": began.date() if began else None,
        "archive": "VT, Hồ sơ",
        "signature": Signature(("CHỦ TỌA",), chair, chair_post),
        **frame,
    }
    return Plan(
        title,
        kind="BB",
        opening=opening,
        sections=(Section(None, content, mark=""),) if content else (),
        closing=(Paragraph(f"{meeting} kết thúc vào {moment_words(ended)}"),),
        cosigners=(Signature(("THƯ KÝ",), secretary),),
        **whole,
    )
