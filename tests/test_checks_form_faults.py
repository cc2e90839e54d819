"""Planted faults: each of the table is caught by its own code, saved again by LibreOffice too."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.faults.found import judged, saved_again
from benchmarks.faults.papers import PAPERS, written
from benchmarks.faults.table import FAULTS
from kehoach.checks import lint, table
from kehoach.word import observe

PUBLIC = 29
LEAST = 120
UNTESTED = {
    "XX02", "XX03", "XX04", "XX05", "XX06", "XX07",  # told of whole papers, in the tests of `lint`
}  # fmt: skip


@cache
def caught() -> dict[str, bool]:
    return judged({fault.name: fault.made() for fault in FAULTS})


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code} {fault.name}")
def test_a_planted_fault_is_caught_by_its_own_code(fault):
    assert caught()[fault.name]


@pytest.mark.rendered
def test_libreoffice_leaves_every_fault_to_be_caught(soffice, tmp_path):
    """The papers are opened and saved by LibreOffice, whose XML is another."""
    found = judged(*saved_again(soffice, tmp_path))

    missed = {fault.name for fault in FAULTS if not found[fault.name] and not fault.lost}
    assert missed == set()


@pytest.mark.parametrize("name", PAPERS)
def test_a_correct_paper_has_no_finding_but_what_is_unknown(name):
    found = lint(observe(written(name)))

    assert [one for one in found if _about(one) != "unknown"] == []


def test_the_table_holds_the_faults_that_public_checkers_were_tried_on():
    assert sum(fault.public for fault in FAULTS) == PUBLIC
    assert len(FAULTS) >= LEAST
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


def test_every_rule_of_form_has_a_planted_fault():
    rules = {code for code in table() if not code.startswith("VH")}
    form = {code for code in rules if _is_form(code)}

    assert form - {fault.code for fault in FAULTS} - UNTESTED == set()


def _is_form(code: str) -> bool:
    language = {"FT04", "BD09", "BD10", "BD11", "BD12", "BD13", "BD16"}
    kinds = ("PG", "FT", "HD", "TL", "CC", "DC", "BD", "KG", "SG", "NN", "PL", "MK", "BB", "XX")
    return code.startswith(kinds) and code not in language


def _about(finding):
    return table()[finding.code].messages[finding.aspect].about
