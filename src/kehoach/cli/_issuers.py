"""Cơ quan ban hành trên dòng lệnh: a body by name or id, as the issuer of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.documents import Issuer
from kehoach.organizations import Found, Kind, Organization, initials
from kehoach.plan import Party
from kehoach.tracking import Bodies

if TYPE_CHECKING:
    import datetime

    from kehoach.organizations import Directory
    from kehoach.plan import Plan

_TOPS = (Kind.PEOPLES_COMMITTEE, Kind.COUNCIL)
"""Who print no superior over their own name (TT 01/2011/TT-BNV, Điều 7)."""


def place_of(issuer: Issuer | None, plan: Plan) -> str | None:
    """The plan's own, for a body right under its issuer."""
    home = plan.issuer and " ".join(plan.issuer.name.split())
    return plan.place if issuer and issuer.superior and issuer.superior == home else None


def issuer_named(
    named: str, directory: Directory | None, on: datetime.date | None
) -> tuple[Issuer, str]:
    """The issuer that a name or id means, and the body's id in a ledger."""
    found = directory.lookup(named, on=on) if directory and on else None
    if directory is not None and on is not None and isinstance(found, Found):
        body = found.organization
        superior = directory.get(body.parent, on=on) if body.parent else None
        above = superior.full_name if isinstance(superior, Organization) else None
        if body.kind in _TOPS:
            above = None
        return Issuer(body.full_name, above, initials(body.name), body.id), body.id
    (body_named, *_) = Bodies(directory, on).of(Party(named))
    return Issuer(named, abbreviation=initials(named)), body_named.id
