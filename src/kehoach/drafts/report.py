"""Báo cáo: the report of a period, its figures from the ledger, its judgements left to a human."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import evolve

from kehoach.compose import citation, open_place, short_citation
from kehoach.deadlines import Period, period_words
from kehoach.documents import Number, PartialDate, Recipient
from kehoach.drafts import _report_parts as parts
from kehoach.drafts._report_parts import Results
from kehoach.drafts._words import annexes_words, inside
from kehoach.drafts.frame import DOTS, rules_of, unnumbered
from kehoach.plan import Annex, Paragraph, Plan, Section
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    import datetime

    from kehoach.documents import Issuer, Signature
    from kehoach.plan import Content
    from kehoach.rules import Rulebook
    from kehoach.tracking import Progress


class ReportKind(StrEnum):
    """Loại báo cáo: sơ kết, tổng kết, chuyên đề, đột xuất."""

    HALF = "half"
    YEAR = "year"
    THEMATIC = "thematic"
    URGENT = "urgent"


def report(  # noqa: PLR0913 - all that a report is made from
    plan: Plan,
    progress: Progress,
    period: Period,
    *,
    kind: ReportKind | None = None,
    issuer: Issuer | None = None,
    addressees: tuple[str, ...] = (),
    place: str | None = None,
    date: datetime.date | None = None,
    signature: Signature | None = None,
    archive: str | None = None,
    before: Progress | None = None,
    year_ago: Progress | None = None,
    results: Results | None = None,
    rulebook: Rulebook | None = None,
) -> Plan:
    """Soạn báo cáo của một kỳ từ tiến độ vào ngày chốt số liệu (`progress.on`).

    `kind` follows from the period where it is not given: a year is summed up (tổng kết), anything
    shorter reviewed (sơ kết). `before` and `year_ago` are the progress at the end of the last
    period and of the same period last year, to compare with. `results` are the words that bodies
    sent in, by node of the plan. Without an `issuer` the plan's own reports. What only a human can
    judge is left open as dots that `compose.unknowns` tells, one by one.
    """
    rules = rulebook or rules_of(plan)
    outline = _outlines()[(kind or _kind_of(period)).value]
    issuer = issuer or plan.issuer
    words = {
        "period": period_words(period),
        "plan": short_citation(plan, rules),
        "next": _next_words(period),
    }
    material = parts.Material(
        plan, progress, period, before, year_ago, _of_others(results or Results(), issuer)
    )
    sections = tuple(_section(one, material, words) for one in outline["sections"])
    annexes = _annexes(material)
    told = outline["told"].format(**words)
    return Plan(
        title=outline["title"].format(**words),
        kind="BC",
        period=period,
        issuer=issuer,
        number=Number(),
        place=place or (plan.place if issuer == plan.issuer else None),
        date=date or PartialDate(period.end.year),
        addressees=addressees,
        opening=(Paragraph(_opening(material, issuer, rules, len(annexes))),),
        sections=sections,
        closing=(Paragraph(_closing(told, issuer, addressees)),),
        recipients=_recipients(addressees, plan),
        archive=archive,
        signature=signature,
        annexes=tuple(annexes),
    )


def _of_others(results: Results, issuer: Issuer | None) -> Results:
    """Who sent reports, without the one that writes this one."""
    own = " ".join(issuer.name.split()) if issuer else ""

    def others(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in names if one != own)

    return evolve(
        results,
        received=others(results.received),
        late=others(results.late),
        missing=others(results.missing),
    )


def _kind_of(period: Period) -> ReportKind:
    return ReportKind.YEAR if period == Period.year(period.start.year) else ReportKind.HALF


def _next_words(period: Period) -> str:
    """The period that follows: of the same length in months, or the rest of the year."""
    year = period.start.year
    if period == Period.half(year, 1):
        return period_words(Period.half(year, 2))
    if period == Period.nine_months(year):
        return period_words(Period.quarter(year, 4))
    if period == Period.year(year):
        return period_words(Period.year(year + 1))
    months = period.end.month - period.start.month + 1
    first = period.end.month + 1
    if first + months - 1 <= _MONTHS and period == Period.months(
        year, period.start.month, period.end.month
    ):
        return period_words(Period.months(year, first, first + months - 1))
    return "thời gian tới"


_MONTHS = 12


def previous_period(period: Period) -> Period | None:
    """Kỳ trước: of the same length, right before, or None where the period has no such length."""
    year, first, last = period.start.year, period.start.month, period.end.month
    length = last - first + 1
    if period != Period.months(year, first, last) or _MONTHS % length:
        return None
    if first > length:
        return Period.months(year, first - length, last - length)
    return Period.months(year - 1, _MONTHS - length + first, _MONTHS - length + last)


def same_period_last_year(period: Period) -> Period | None:
    """Cùng kỳ năm trước, or None where the period is not of whole months."""
    year, first, last = period.start.year, period.start.month, period.end.month
    whole = period == Period.months(year, first, last)
    return Period.months(year - 1, first, last) if whole else None


def _section(outline: dict[str, Any], material: parts.Material, words: dict[str, str]) -> Section:
    heading = outline["heading"].replace("{next}", words["next"].upper())
    content: list[Content] = []
    for name in outline["parts"]:
        if name == "open":
            content.append(Paragraph(open_place(outline["prompt"])))
        else:
            content += parts.PARTS[name](material)
    return Section(heading, unnumbered(content))


def _opening(material: parts.Material, issuer: Issuer | None, rules: Rulebook, annexes: int) -> str:
    reporter = " ".join(issuer.name.split()) if issuer else DOTS
    day = short_date(material.progress.on)
    details = f"; chi tiết tại {annexes_words(annexes)} kèm theo" if annexes else ""
    return (
        f"Thực hiện {citation(material.plan, rules)}, {reporter} báo cáo kết quả thực hiện"
        f" {period_words(material.period)} (số liệu tính đến hết ngày {day}{details}) như sau:"
    )


def _closing(told: str, issuer: Issuer | None, addressees: tuple[str, ...]) -> str:
    reporter = " ".join(issuer.name.split()) if issuer else DOTS
    whom = ", ".join(inside(name) for name in addressees)
    if not whom:
        return f"Trên đây là báo cáo {told} của {reporter}."
    return f"Trên đây là báo cáo {told}, {reporter} kính báo cáo {whom} xem xét, chỉ đạo."


def _recipients(addressees: tuple[str, ...], plan: Plan) -> tuple[Recipient, ...]:
    if addressees:
        return (Recipient("Như trên"),)
    receivers = dict.fromkeys(one.text for one in plan.recipients[:1])
    return tuple(map(Recipient, receivers))


def _annexes(material: parts.Material) -> list[Annex]:
    found = [Annex("Kết quả thực hiện nhiệm vụ", parts.results_table(material), landscape=True)]
    if len({one.body for one in material.progress}) > 1:
        found.append(
            Annex("Tổng hợp theo cơ quan, đơn vị", parts.bodies_table(material), landscape=True)
        )
    return [one for one in found if one.content]


@cache
def _outlines() -> dict[str, Any]:
    source = files("kehoach.drafts") / "report-outlines.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
