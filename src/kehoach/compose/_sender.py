"""Dòng xưng danh: who speaks in a paper, and to whom (NĐ 30/2020/NĐ-CP, Mẫu 1.6, 1.7, 1.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.compose._frame import DOTS, listed
from kehoach.compose._ink import printed
from kehoach.documents import Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.compose._ink import Ink
    from kehoach.plan import Plan
    from kehoach.rules import DocumentType, Rulebook


def sender_lines(
    plan: Plan, kind: DocumentType, ink: Ink, rulebook: Rulebook
) -> Iterator[Paragraph]:
    """The sender's line with those whom it calls; none in a kind of paper that has no such line.

    The authority line names the sender where the plan has one, else the issuer does.
    """
    if not kind.sender:
        return
    issuer = plan.issuer.name if plan.issuer else DOTS
    sender = (plan.authority_line or issuer).replace("\n", " ")
    line = kind.sender.format(sender=sender)
    called = tuple(name for name in plan.addressees if name.strip())
    if kind.called == "nowhere":
        yield Paragraph(printed(line), Part.SENDER_LINE)
    elif kind.called == "below":
        yield Paragraph(printed(line), Part.SENDER_LINE)
        for one in listed(called or (DOTS,), rulebook.punctuation.addressee):
            yield Paragraph(ink(one), Part.ADDRESSEE)
    elif len(called) > 1:
        yield Paragraph(printed(line))
        yield from (Paragraph(ink(one)) for one in listed(called, rulebook.punctuation.addressee))
    else:
        yield Paragraph(ink(" ".join((line, *(called or (DOTS,))))))
