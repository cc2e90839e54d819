"""Khóa: stable names of plans, of what they ask for, of periods and of bodies without an id."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from kehoach.deadlines import Period
from kehoach.plan import made_id
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from kehoach.plan import Plan

_SEPARATORS = re.compile(r"[^a-z0-9]+")
UNKNOWN_BODY = "?"
"""Chưa phân công: what stands for the body in a key while nobody was given the task."""


def slug(text: str) -> str:
    """A name as a key: ``"Sở Tài chính"`` → ``"so-tai-chinh"``."""
    return _SEPARATORS.sub("-", fold(text)).strip("-")


def plan_key(plan: Plan) -> str:
    """Khóa của kế hoạch: kind, period and a hash of issuer and title, ``"kh-2013-q7m2xa"``.

    A plan whose title changes later needs a key of the user's own.
    """
    issuer = plan.issuer.name if plan.issuer else ""
    said = "\n".join((" ".join(issuer.split()), " ".join(plan.title.split())))
    span = period_key(plan.period) if plan.period else ""
    return made_id("-".join(part for part in (slug(plan.kind), span) if part), said, {})


def obligation_key(node: str, period: Period | None, body: str) -> str:
    """Khóa của một việc: ``"1.1@so-tttt"``, ``"cd-x/2013-H1@so-nv"``."""
    span = f"/{period_key(period)}" if period else ""
    return f"{node}{span}@{body or UNKNOWN_BODY}"


def period_key(period: Period) -> str:
    """Kỳ: 2013, 2013-H1, 2013-Q2, 2013-07, else both ends: 2011-01-01..2015-12-31."""
    year = period.start.year
    if period == Period.year(year):
        return f"{year}"
    for half in (1, 2):
        if period == Period.half(year, half):
            return f"{year}-H{half}"
    for quarter in (1, 2, 3, 4):
        if period == Period.quarter(year, quarter):
            return f"{year}-Q{quarter}"
    if period == Period.month(year, period.start.month):
        return f"{period.start:%Y-%m}"
    return f"{period.start}..{period.end}"


def read_period_key(text: str) -> Period:
    """The period of a key that :func:`period_key` made. Raises :class:`ValueError` for others."""
    if ".." in text:
        start, end = text.split("..")
        return Period(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))
    year, _, part = text.partition("-")
    match part[:1]:
        case "":
            return Period.year(int(year))
        case "H":
            return Period.half(int(year), int(part[1:]))
        case "Q":
            return Period.quarter(int(year), int(part[1:]))
    return Period.month(int(year), int(part))
