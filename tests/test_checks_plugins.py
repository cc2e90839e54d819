"""Checks of plugins: registered like exporters, harmless when broken."""

from __future__ import annotations

import sys
import types
from typing import Any

import pytest

from benchmarks.faults.papers import written
from kehoach.checks import CHECKS, Check, lint
from kehoach.findings import Finding, Severity
from kehoach.hookspecs import hookimpl
from kehoach.observed import Place
from kehoach.plugins import Status, load_plugins
from kehoach.testing import check_check
from kehoach.word import observe

PAPER = observe(written("plan"))


def nothing(_context):
    """Find nothing."""
    return ()


def loaded(**answers):
    """Load the built-ins and plugins whose hook gives these answers."""

    def made(answer):
        @hookimpl
        def kehoach_checks():
            return answer

        return types.SimpleNamespace(kehoach_checks=kehoach_checks)

    own = {name: made(answer) for name, answer in answers.items()}
    return load_plugins(third_party=False, disabled=(), own=own)


def reported(plugins, name):
    """The report of one plugin."""
    (found,) = [one for one in plugins.report() if one.name == name]
    return found


def test_a_plugin_s_checks_are_collected_beside_the_exporters():
    plugins = loaded(nha=[Check("cua-nha", "Thử", nothing)])

    assert [one.name for one in plugins.checks()] == ["cua-nha"]
    assert plugins.exporters() == loaded().exporters()
    assert reported(plugins, "nha").hooks == ("kehoach_checks",)


@pytest.mark.parametrize("answer", [None, ["docx"], [nothing]])
def test_what_is_no_check_is_named(answer):
    plugins = loaded(gay=answer, lanh=[Check("lanh", "Thử", nothing)])

    assert reported(plugins, "gay").status is Status.FAILED
    assert [one.name for one in plugins.checks()] == ["lanh"]


def test_a_name_of_two_plugins_is_refused_to_both():
    twice = [Check("trung", "Thử", nothing)]
    plugins = loaded(mot=twice, hai=twice)

    assert plugins.checks() == ()
    assert {reported(plugins, name).status for name in ("mot", "hai")} == {Status.FAILED}
    assert "the check 'trung'" in reported(plugins, "mot").reason


def test_a_check_and_an_exporter_may_share_a_name():
    assert [one.name for one in loaded(nha=[Check("docx", "Thử", nothing)]).checks()] == ["docx"]


def test_the_name_of_a_built_in_check_is_taken():
    plugins = loaded(giả=[Check(CHECKS[0].name, "Thử", nothing)])

    assert plugins.checks() == ()
    assert "kehoach" in reported(plugins, "giả").reason


def test_built_in_checks_have_names_of_their_own():
    assert len({one.name for one in CHECKS}) == len(CHECKS)


def test_a_misspelt_hook_is_told_with_the_nearest_name():
    @hookimpl
    def kehoach_check():
        return []

    own = {"sai": types.SimpleNamespace(kehoach_check=kehoach_check)}
    plugins = load_plugins(third_party=False, disabled=(), own=own)

    assert "did you mean 'kehoach_checks'?" in reported(plugins, "sai").reason


def test_a_check_that_raises_is_named_and_the_others_go_on():
    def gay(context):
        yield context.fault("VP-1", "trước khi gãy")
        raise RuntimeError("gãy\nrồi")

    def lanh(context):
        yield context.fault("VP-2", "vẫn chạy", Place(paragraph=3), severity=Severity.ERROR)

    checks = (Check("gay", "Thử gãy", gay), Check("lanh", "Thử lành", lanh))
    added = [one for one in lint(PAPER, extra=checks) if one not in lint(PAPER)]

    assert [one.code for one in added] == ["VP-1", "XX07", "VP-2"]
    assert "gay (Thử gãy)" in added[1].message
    assert "RuntimeError: gãy rồi" in added[1].message
    assert (added[2].place, added[2].severity) == ("đoạn 3", Severity.ERROR)


def wordy(_context):
    """Yield a text instead of a finding."""
    return ["một dòng chữ"]


def test_a_check_that_yields_no_finding_is_named():
    (told,) = [one for one in lint(PAPER, extra=(Check("la", "Thử", wordy),)) if one.code == "XX07"]

    assert "a check yields Finding values" in told.message


def test_the_contract_of_a_check_is_one_line():
    check_check(Check("lanh", "Thử", nothing))
    stranger: Any = nothing
    with pytest.raises(TypeError):
        check_check(stranger)


def loud(_context):
    """Print."""
    sys.stdout.write("ồn ào")
    return ()


def nameless(_context):
    """Yield a finding that says nothing."""
    yield Finding("", Severity.INFO, "")


def broken(_context):
    """Raise."""
    raise RuntimeError("hỏng")


@pytest.mark.parametrize(
    ("run", "said"),
    [(loud, "prints"), (nameless, "without code"), (broken, "RuntimeError")],
)
def test_the_contract_lists_what_a_check_breaks(run, said):
    with pytest.raises(AssertionError, match=said):
        check_check(Check("hong", "Thử", run))
