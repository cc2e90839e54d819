"""Bản sao: sao y, sao lục, trích sao (NĐ 30/2020/NĐ-CP, Điều 3, 25; Phụ lục III, Mẫu 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, Unpack

from attrs import evolve

from kehoach.compose import citation
from kehoach.drafts.frame import DOTS, rules_of
from kehoach.plan import Plan

if TYPE_CHECKING:
    import datetime

    from kehoach.documents import Issuer
    from kehoach.drafts.frame import Frame

_BLANK: Final = "…/…/…; …: …: …"
CopyForm: TypeAlias = Literal["SY", "SL", "TrS"]


def copy_of(paper: Plan, form: CopyForm = "SY", **frame: Unpack[Frame]) -> Plan:
    """Bản sao của một văn bản: the paper whole, and below it the block that certifies the copy.

    "SY" (sao y) copies a paper, "SL" (sao lục) a sao y; for "TrS" (trích sao) the paper given is
    the extract. The frame is that of the copy, of which nothing is taken from the paper: who
    copies, the copy's own number, place and day, recipients and signature. Raises `ValueError`
    for a form of copy that such a paper cannot have.
    """
    rules = rules_of(paper)
    kind = rules.type(paper.kind)
    if form == "SL" and kind.key != "SY":
        message = f"expected a sao y (SY) to copy as a sao lục, got a paper of kind {paper.kind}"
        raise ValueError(message)
    if form != "SL" and kind.copy:
        raise ValueError(f"expected the form SL for a copy of a copy, got {form}")
    title = paper.title if kind.copy else citation(paper, rules)
    return Plan(title, kind=form, copied=paper, **frame)


def electronic_copy_of(
    paper: Plan, form: CopyForm = "SY", *, issuer: Issuer | None = None,
    signed_at: datetime.datetime | None = None,
) -> Plan:  # fmt: skip
    """Bản sao sang định dạng điện tử (Mẫu 3.2): the paper, its copying told at the top right.

    "Sao y; Sở Nội vụ; 05/6/2026; 15:30:00+07:00": the form, who copies, and when the copy was
    signed, on the clock of Việt Nam and with its offset where `signed_at` has one.
    """
    name = rules_of(paper).type(form).name
    who = " ".join(issuer.name.split()) if issuer else DOTS
    return evolve(paper, marks=evolve(paper.marks, signing=f"{name}; {who}; {_moment(signed_at)}"))


def signing_of_annex(number: str, signed_at: datetime.datetime | None = None) -> str:
    """Thông tin ký số của phụ lục ở tệp riêng (Mẫu 2.2): "Số: 05/KH-UBND; 05/6/2026; 15:30:00"."""
    return f"Số: {number}; {_moment(signed_at)}"


def _moment(at: datetime.datetime | None) -> str:
    if at is None:
        return _BLANK
    return f"{at.day:02d}/{at.month}/{at.year}; {at.timetz().isoformat('seconds')}"
