"""Công điện (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from kehoach.plan import Paragraph, Plan

if TYPE_CHECKING:
    from kehoach.drafts.frame import Frame


def telegram(
    title: str, called: tuple[str, ...], texts: tuple[str, ...], *, sender: str | None = None,
    **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Công điện: "… điện:", those whom it calls, then a paragraph for each text.

    `sender` is the body or the post that calls ("Chủ tịch Ủy ban nhân dân tỉnh"); without it the
    issuer does.
    """
    opening = tuple(map(Paragraph, texts))
    return Plan(
        title, kind="CĐ", authority_line=sender, addressees=called, opening=opening, **frame
    )
