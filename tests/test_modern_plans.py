"""Plans of today (a province, a school, a commune) through every paper that follows from a plan."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from attrs import evolve

import kehoach
from kehoach.checks import lint
from kehoach.comparing import apply, diff
from kehoach.compose import plan_document
from kehoach.coverage import Cover, coverage
from kehoach.deadlines import Period
from kehoach.documents import Issuer, Recipient
from kehoach.drafts import amendment, own_plan, report
from kehoach.files import dumps, load, loads
from kehoach.plan import Plan
from kehoach.renewing import next_year
from kehoach.returns import blank_returns, read_observed_return, return_document
from kehoach.rules import rulebook
from kehoach.tracking import Progress, assess, obligations
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.support.tracking import assigned

PLANS = {
    file.stem: load(file) for file in sorted((Path(__file__).parent / "modern").glob("*.yaml"))
}
REGIMES = {"nd30-2020": datetime.date(2026, 7, 6), "tt01-2011": datetime.date(2013, 7, 5)}
UNWRITTEN = {"BD10", "SO01", "SO02"}
"""What a draft leaves to a human: open places, and the number."""


@pytest.fixture(params=PLANS)
def plan(request) -> Plan:
    return PLANS[request.param]


def progress_of(plan: Plan, on: datetime.date) -> Progress:
    day = plan.date
    assert isinstance(day, datetime.date)
    return assess(
        [assigned(one, day) for one in obligations(plan, None, vietnam())],
        on=on, calendar=vietnam(),
    )  # fmt: skip


def form_faults(paper: Plan | kehoach.Document, regime: str) -> list[str]:
    rules = rulebook(regime)
    document = plan_document(paper, rules) if isinstance(paper, Plan) else paper
    found = lint(observe(write(document, rules)), rules)
    return [
        one.describe() for one in found
        if one.code not in UNWRITTEN and one.severity.value in ("error", "warning")
    ]  # fmt: skip


def complete(paper: Plan, day: datetime.date) -> Plan:
    return evolve(
        paper, date=day, archive="VT", place=paper.place or "Tây Ninh",
        recipients=paper.recipients or (Recipient("Như trên"),),
        signature=kehoach.Signature(("GIÁM ĐỐC",), "Lê Văn A"),
    )  # fmt: skip


def bodies_of(plan: Plan) -> list[str]:
    owed = obligations(plan, None, vietnam())
    return list(dict.fromkeys(one.name for one in owed if one.counted and one.name))


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("period", [Period.half(2026, 1), Period.year(2026)])
def test_a_report_with_figures_has_no_fault_of_form(plan, regime, period):
    day = REGIMES[regime]
    paper = report(plan, progress_of(plan, period.end), period, rulebook=rulebook(regime))

    assert loads(dumps(paper)) == paper
    assert form_faults(complete(paper, day), regime) == []


@pytest.mark.parametrize("regime", REGIMES)
def test_a_bodys_own_plan_covers_its_share_and_has_no_fault_of_form(plan, regime):
    for name in bodies_of(plan):
        own = own_plan(plan, Issuer(name))
        found = coverage(plan, [own], vietnam())

        mine = [one for one in found.rows if one.obligation.name == name]
        assert {one.cover for one in mine if one.obligation.counted} <= {Cover.COVERED}
        assert loads(dumps(own)) == own
        assert form_faults(complete(own, REGIMES[regime]), regime) == []


@pytest.mark.parametrize("regime", REGIMES)
def test_the_draft_of_next_year_has_no_fault_of_form_that_the_old_plan_had_not(plan, regime):
    renewal = next_year(plan, 2027, vietnam())

    assert loads(dumps(renewal.plan)) == renewal.plan
    assert form_faults(complete(renewal.plan, REGIMES[regime]), regime) == form_faults(
        complete(plan, REGIMES[regime]), regime
    )


# What stays of 2026, in order: a range of years, a day of an anniversary, papers that are cited,
# what somebody is asked about, a column that said 2025.
LEFT = {
    "province-2026": ["12/01/2026", "2026-2030", "02/9/2026", "2026 lượt người", "hiện năm 2026"],
    "school-2026": ["01/8/2026", "10/8/2026"],
    "commune-2026": ["15 tháng 01 năm 2026"],
}


@pytest.mark.parametrize("name", PLANS)
def test_no_day_of_its_own_year_is_left_outside_citations_and_questions(name):
    text = re.sub(r"\s+", " ", dumps(next_year(PLANS[name], 2027, vietnam()).plan))
    for left in LEFT[name]:
        assert left in text
        text = text.replace(left, "")

    assert "2026" not in text


@pytest.mark.parametrize("regime", REGIMES)
def test_the_amendment_that_turns_it_into_next_years_has_no_fault_of_form(plan, regime):
    new = next_year(plan, 2027, vietnam()).plan
    paper = amendment(plan, new, date=REGIMES[regime])

    assert loads(dumps(paper)) == paper
    assert form_faults(complete(paper, REGIMES[regime]), regime) == []


@pytest.mark.parametrize("regime", REGIMES)
def test_forms_for_returns_have_no_fault_of_form_and_read_back_blank(plan, regime):
    rules = rulebook(regime)
    known = progress_of(plan, datetime.date(2026, 11, 30))
    for form in blank_returns(known, known.items[0].plan, Period.year(2026)):
        made = return_document(
            form, plan, Issuer(form.name, abbreviation="CQ"), rulebook=rules, archive="VT",
            date=REGIMES[regime], place="Tây Ninh",
            signature=kehoach.Signature(("GIÁM ĐỐC",), "Lê Văn A"),
        )  # fmt: skip

        assert form_faults(made, regime) == []
        again = read_observed_return(observe(write(made, rules)), "x.docx")
        assert [one.key for one in again.answers] == [one.key for one in form.answers]
        assert all(one.is_blank for one in again.answers)


def test_the_changes_to_next_year_applied_to_the_plan_give_next_years(plan):
    new = next_year(plan, 2027, vietnam()).plan

    assert apply(diff(plan, new), plan) == new
