"""Giấy mời (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from kehoach.drafts.frame import known, labelled, moment_words
from kehoach.plan import Paragraph, Plan

if TYPE_CHECKING:
    import datetime

    from kehoach.drafts.frame import Frame


def invitation(  # noqa: PLR0913 - the lines of the form
    title: str, invited: tuple[str, ...] = (), *, event: str | None = None,
    chair: str | None = None, at: datetime.datetime | datetime.date | None = None,
    venue: str | None = None, notes: tuple[str, ...] = (), **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Giấy mời: who is invited to what, who presides, when and where.

    `title` is the trích yếu, `event` the meeting as "Tới dự …" names it, `at` the hour and day
    on the clock of the place, or the day alone; `notes` are further paragraphs.
    """
    opening = (
        Paragraph(f"Tới dự {known(event)}"),
        labelled("Chủ trì:", chair),
        Paragraph(f"Thời gian: {moment_words(at)}"),
        labelled("Địa điểm:", venue),
        *map(Paragraph, notes),
    )
    return Plan(title, kind="GM", addressees=invited, opening=opening, **frame)
