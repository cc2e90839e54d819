"""Quyết định, nghị quyết: the articles of a decision, and the decision that promulgates a plan.

NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1 (nghị quyết), 1.2 and 1.3 (quyết định).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from attrs import evolve

from kehoach.compose import short_citation
from kehoach.documents import Marks, Number, Recipient
from kehoach.drafts._asked import assignee_names
from kehoach.drafts._words import capital, inside
from kehoach.drafts.frame import DOTS, Frame, known, rules_of
from kehoach.plan import Item, Plan, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROPOSED = "Theo đề nghị của"


def decision(
    title: str, articles: tuple[str | Item, ...], *, authority: str | None = None,
    bases: tuple[str, ...] = (), proposer: str | None = "", **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Quyết định quy định trực tiếp (Mẫu 1.2): a paragraph "Điều …" for each article.

    `authority` is who decides ("Chủ tịch Ủy ban nhân dân tỉnh"); without it the signature tells
    it. `proposer` ends the căn cứ: `None` leaves a blank for it, "" leaves the line out.
    """
    made = Plan(
        title, kind="QĐ", authority_line=authority, bases=_with_proposer(bases, proposer),
        sections=_articles(articles), **frame,
    )  # fmt: skip
    return _with_authority(made)


def resolution(
    title: str, articles: tuple[str | Item, ...], *, authority: str | None = None,
    bases: tuple[str, ...] = (), **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Nghị quyết cá biệt (Mẫu 1.1): as `decision`, after "QUYẾT NGHỊ:"."""
    made = Plan(
        title, kind="NQ", authority_line=authority, bases=bases, sections=_articles(articles),
        **frame,
    )  # fmt: skip
    return _with_authority(made)


def decision_promulgating(  # noqa: PLR0913 - what a decision says besides its frame
    plan: Plan, *, verb: str = "Ban hành", authority: str | None = None,
    bases: tuple[str, ...] | None = None, proposer: str | None = None,
    responsible: str | None = None, effective: str = "kể từ ngày ký", **frame: Unpack[Frame],
) -> Plan:  # fmt: skip
    """Quyết định ban hành (`verb`: hoặc Phê duyệt) kế hoạch (Mẫu 1.3), the plan enclosed.

    What is not given is the plan's own: its issuer, place, day, recipients, archive, signature,
    and its căn cứ, all of which leave the plan for the decision. `responsible` are those who carry
    the decision out, without it the plan's assignees. The decision's number is unknown unless
    given; the plan's line "(Kèm theo Quyết định …)" follows it.
    """
    named = short_citation(plan, rules_of(plan))
    carried = responsible or capital(", ".join(map(inside, assignee_names(plan)))) or DOTS
    articles = (
        f"{verb} kèm theo Quyết định này {named}.",
        f"Quyết định này có hiệu lực {effective}.",
        f"{carried} chịu trách nhiệm thi hành Quyết định này.",
    )
    whole: Frame = {
        "issuer": plan.issuer,
        "place": plan.place,
        "date": plan.date,
        "recipients": (Recipient(f"Như Điều {len(articles)}"), *_others(plan.recipients)),
        "archive": plan.archive,
        "signature": plan.signature,
        "marks": plan.marks,
        "office_address": plan.office_address,
        **frame,
    }
    given = plan.bases if bases is None else bases
    made = decision(
        f"{verb} {named}", articles, authority=authority, bases=given, proposer=proposer, **whole
    )
    return evolve(made, encloses=(_bare(plan),))


def _others(recipients: tuple[Recipient, ...]) -> Iterator[Recipient]:
    return (one for one in recipients if not one.text.startswith("Như "))


def _bare(plan: Plan) -> Plan:
    """The plan without what its decision prints."""
    return evolve(
        plan, issuer=None, number=Number(), place=None, date=None, authority_line=None, bases=(),
        recipients=(), archive=None, signature=None, cosigners=(), confirmation=None,
        marks=Marks(), office_address=None, enclosed_by=None,
    )  # fmt: skip


def _articles(texts: tuple[str | Item, ...]) -> tuple[Section, ...]:
    items = tuple(one if isinstance(one, Item) else Item(one) for one in texts)
    return (Section(None, items, mark="", items_mark="Điều 1."),)


def _with_authority(plan: Plan) -> Plan:
    return plan if plan.authority_line else evolve(plan, authority_line=_authority(plan))


def _with_proposer(bases: tuple[str, ...], proposer: str | None) -> tuple[str, ...]:
    if proposer == "" or any(one.startswith(_PROPOSED) for one in bases):
        return bases
    return (*bases, f"{_PROPOSED} {known(proposer)}")


def _authority(plan: Plan) -> str:
    """Who decides: the issuer where a collective signs, else the head's post in it (Mẫu 1.2)."""
    lines = plan.signature.lines if plan.signature else ()
    if not lines or plan.issuer is None:
        return DOTS
    issuer = plan.issuer.name.replace("\n", " ")
    prefix, _, post = lines[0].partition(" ")
    if prefix == "TM.":
        return issuer
    if prefix in ("TL.", "TUQ."):
        return DOTS
    return f"{post if prefix in ('KT.', 'Q.') else lines[0]} {issuer}"
