"""Văn bản đi: what the register needs to know of a paper, and the paper with its number."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose import document_type, notation, open_places
from kehoach.errors import NotIssuable
from kehoach.files import dumps
from kehoach.register import OutgoingPaper

if TYPE_CHECKING:
    import datetime

    from kehoach.plan import Plan
    from kehoach.register import Entry
    from kehoach.rules import Rulebook

_COPIES = re.compile(r"\(\s*(\d+)\s*\)")
_UNKNOWN = "…"


def outgoing_paper(
    plan: Plan, rulebook: Rulebook, *, source: str = "", target: str = ""
) -> OutgoingPaper:
    """Văn bản đi của một kế hoạch, as the register writes it down.

    Raises `NotIssuable` for a paper without issuer or notation, with places that a human must
    still write, or that another paper promulgates; `UnknownDocumentType` for its kind.
    """
    kind = document_type(plan.kind, rulebook)
    if plan.enclosed_by is not None:
        raise NotIssuable(_title(plan), "it is issued with the paper that promulgates it")
    if open_places(plan):
        raise NotIssuable(_title(plan), "it has places that a human must write")
    if plan.issuer is None:
        raise NotIssuable(_title(plan), "it has no issuer")
    symbol = notation(plan.number, kind, plan.issuer, rulebook)
    if _UNKNOWN in symbol:
        raise NotIssuable(_title(plan), "its notation is not known")
    copies = _COPIES.search(plan.marks.drafter or "")
    return OutgoingPaper(
        issuer=_line(plan.issuer.name),
        superior=_line(plan.issuer.superior or ""),
        kind=plan.kind,
        kind_name=kind.name,
        notation=symbol,
        pad_below=rulebook.numbers.number_pad_below,
        title=_title(plan),
        signer=(plan.signature.name if plan.signature else None) or "",
        recipients=tuple(one.text for one in plan.recipients),
        archive=plan.archive or "",
        copies=int(copies[1]) if copies else None,
        digest=_digest(plan),
        source=source,
        target=target,
    )


def with_number_and_day(plan: Plan, number: str, day: datetime.date) -> Plan:
    """Văn bản đã có số và ngày; what it encloses and its annexes print them too."""
    return evolve(plan, number=evolve(plan.number, text=number), date=day)


def entry_fits(plan: Plan, entry: Entry) -> bool:
    """Whether the paper may carry the entry's number: it has none yet, or this one."""
    own = (plan.number.text or "").strip().lstrip("0")
    return not own or own == entry.text.lstrip("0")


def _digest(plan: Plan) -> str:
    bare = evolve(plan, number=evolve(plan.number, text=None), date=None)
    return hashlib.sha256(dumps(bare).encode()).hexdigest()


def _title(plan: Plan) -> str:
    return _line(plan.title)


def _line(text: str) -> str:
    return " ".join(text.split())
