"""Plugins: each is loaded alone, and whatever is wrong with one is told and harms no other."""

from __future__ import annotations

import importlib
import json
import logging
import sys
import textwrap
import types
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kehoach import plugins as room
from kehoach.cli.main import kehoach as program
from kehoach.errors import AmbiguousExporter, DuplicatePlugin, UnknownExporter
from kehoach.hookspecs import Exporter, KehoachSpec, Subject, hookimpl
from kehoach.plugins import PluginReport, Plugins, Status, default_plugins, load_plugins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OUR_PLUGINS = Path(__file__).resolve().parent.parent / "plugins"
BUILT_IN = [("docx", "kehoach"), ("text", "kehoach")]
GOOD = """
from kehoach.hookspecs import Exporter, Subject, hookimpl

@hookimpl
def kehoach_exporters():
    return [Exporter("{name}", ".{name}", Subject.DOCUMENT, "Thử", print)]
"""


@pytest.fixture(autouse=True)
def _without_our_own_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What of `plugins/` is installed beside the library stays out; two built-ins stand for all."""
    few = {name: room.BUILT_INS[name] for name, _ in BUILT_IN}
    monkeypatch.setattr(room, "BUILT_INS", few)
    ours = {path.parent.name for path in OUR_PLUGINS.glob("*/pyproject.toml")}
    monkeypatch.setattr(
        room, "distributions", lambda: (one for one in distributions() if one.name not in ours)
    )
    yield
    room.default_plugins.cache_clear()


def write(_subject: object, _rulebook: object, _stream: object) -> None:
    """Do nothing."""


def exporter(name: str, suffix: str = ".x", accepts: Subject = Subject.DOCUMENT) -> Exporter:
    return Exporter(name, suffix, accepts, "Thử", write)


def plugin(*exporters: Exporter) -> types.SimpleNamespace:
    """Return a plugin object that registers the exporters."""

    @hookimpl
    def kehoach_exporters() -> tuple[Exporter, ...]:
        return exporters

    return types.SimpleNamespace(kehoach_exporters=kehoach_exporters)


def own(**named: object) -> Plugins:
    """Load the built-ins and these plugin objects."""
    return load_plugins(third_party=False, disabled=(), own=named)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Install a distribution of one module, by its metadata, as pip would."""
    monkeypatch.delenv(room.SWITCH, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def put(dist: str, code: str, *, name: str = "", version: str = "1.0", entry: str = "") -> None:
        module = dist.replace("-", "_")
        name = name or dist
        (tmp_path / f"{module}.py").write_text(textwrap.dedent(code), encoding="utf-8")
        info = tmp_path / f"{module}-{version}.dist-info"
        info.mkdir()
        header = f"Metadata-Version: 2.1\nName: {dist}\nVersion: {version}\n"
        (info / "METADATA").write_text(header, encoding="utf-8")
        points = entry or f"{name} = {module}"
        (info / "entry_points.txt").write_text(f"[kehoach]\n{points}\n", encoding="utf-8")
        importlib.invalidate_caches()

    yield put
    for module in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[module], "__file__", "")):
            del sys.modules[module]


def reported(plugins: Plugins, name: str) -> PluginReport:
    """Return the only report of that name."""
    (found,) = [one for one in plugins.report() if one.name == name]
    return found


def test_the_built_ins_come_through_the_same_door():
    plugins = load_plugins(third_party=False, disabled=())

    assert [(one.name, one.distribution) for one in plugins.report()] == BUILT_IN
    assert {one.hooks for one in plugins.report()} == {("kehoach_exporters",)}
    assert [one.name for one in plugins.exporters()] == ["docx", "text"]


def test_an_installed_distribution_is_found_by_its_entry_point(install):
    install("ke-hoach-odt", GOOD.format(name="odt"), version="2.3")

    plugins = load_plugins()

    wanted = PluginReport("ke-hoach-odt", "ke-hoach-odt", "2.3", ("kehoach_exporters",))
    assert reported(plugins, "ke-hoach-odt") == wanted
    assert plugins.exporter_named("odt").suffix == ".odt"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import no_such_module_at_all", "ModuleNotFoundError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("raise RuntimeError('cháy\\nnhà')", "RuntimeError: cháy nhà"),
        ("def (", "SyntaxError"),
        ("x = 1", "implements no hook"),
    ],
)
def test_a_plugin_that_does_not_load_is_named_with_its_distribution(install, caplog, code, reason):
    install("gay", code, version="0.9")
    install("lanh", GOOD.format(name="lanh"))

    with caplog.at_level(logging.WARNING):
        plugins = load_plugins()

    failed = reported(plugins, "gay")
    assert (failed.distribution, failed.version, failed.status) == ("gay", "0.9", "failed")
    assert reason in failed.reason
    assert "'gay' (gay 0.9)" in caplog.text
    assert [one.name for one in plugins.exporters()] == ["docx", "text", "lanh"]


def test_a_broken_built_in_leaves_the_other(monkeypatch):
    monkeypatch.setitem(room.BUILT_INS, "docx", "kehoach.exporters.no_such_module")

    plugins = load_plugins(third_party=False, disabled=())

    assert reported(plugins, "docx").status is Status.FAILED
    assert [one.name for one in plugins.exporters()] == ["text"]


def test_an_unreadable_list_of_entry_points_is_one_failure(install):
    install("hong", "x = 1", entry="no equals sign")
    install("lanh", GOOD.format(name="lanh"))

    plugins = load_plugins()

    assert "entry_points.txt" in reported(plugins, "hong").reason
    assert plugins.exporter_named("lanh").suffix == ".lanh"


def test_a_second_copy_of_a_distribution_on_the_path_does_not_count(install, tmp_path, monkeypatch):
    install("Hai-Ban", GOOD.format(name="hai"), name="hai", version="2.0")
    copy = tmp_path / "cu" / "hai_ban-1.0.dist-info"
    copy.mkdir(parents=True)
    (copy / "METADATA").write_text("Metadata-Version: 2.1\nName: hai_ban\nVersion: 1.0\n")
    (copy / "entry_points.txt").write_text("[kehoach]\nhai = hai_ban\n")
    monkeypatch.syspath_prepend(tmp_path / "cu")
    monkeypatch.syspath_prepend(tmp_path)

    assert reported(load_plugins(), "hai").version == "2.0"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("raise ValueError('không được')", "ValueError: không được"),
        ("raise SystemExit", "SystemExit"),
        ("return None", "TypeError"),
        ("return ['docx']", "returns Exporter records, got 'docx'"),
        ("return [Exporter('Bad Name', '.x', Subject.PLAN, 'x', print)]", "got 'Bad Name'"),
        ("yield Exporter('x', 'docx', Subject.PLAN, 'x', print)", "got 'docx'"),
    ],
)
def test_a_hook_that_raises_or_answers_nonsense_is_one_failure(install, answer, reason):
    head, _, _ = GOOD.partition("    return")
    install("gay", f"{head}    {answer}\n")

    plugins = load_plugins()

    assert reported(plugins, "gay").status is Status.FAILED
    assert reason in reported(plugins, "gay").reason
    assert [one.name for one in plugins.exporters()] == ["docx", "text"]


def test_a_hook_may_yield_its_exporters():
    @hookimpl
    def kehoach_exporters():
        yield exporter("mot")
        yield exporter("hai")

    plugins = own(sinh=types.SimpleNamespace(kehoach_exporters=kehoach_exporters))

    assert [one.name for one in plugins.exporters()][2:] == ["mot", "hai"]


def test_a_misspelt_hook_is_told_with_the_nearest_name():
    @hookimpl
    def kehoach_exporter():
        return []

    report = reported(own(sai=types.SimpleNamespace(kehoach_exporter=kehoach_exporter)), "sai")

    assert report.status is Status.FAILED
    assert report.reason == "unknown hook 'kehoach_exporter'; did you mean 'kehoach_exporters'?"


def test_a_hook_with_an_argument_that_does_not_exist_is_one_failure():
    @hookimpl
    def kehoach_exporters(folder):
        return [folder]

    report = reported(own(sai=types.SimpleNamespace(kehoach_exporters=kehoach_exporters)), "sai")

    assert "folder" in report.reason


def test_an_exporter_of_two_distributions_is_refused_to_both_and_both_are_named(install):
    install("mot", GOOD.format(name="trung"), version="1.1")
    install("hai", GOOD.format(name="trung"), version="2.2")

    plugins = load_plugins()

    with pytest.raises(DuplicatePlugin, match=r"hai 2\.2 and by mot 1\.1") as caught:
        plugins.exporter_named("trung")
    assert (caught.value.kind, caught.value.name) == ("exporter", "trung")
    assert {reported(plugins, name).status for name in ("mot", "hai")} == {Status.FAILED}
    assert "mot 1.1" in reported(plugins, "hai").reason
    assert [one.name for one in plugins.exporters()] == ["docx", "text"]


def test_what_only_a_refused_exporter_serves_says_so_when_asked_by_suffix():
    plugins = own(mot=plugin(exporter("trung", ".y")), hai=plugin(exporter("trung", ".y")))

    with pytest.raises(DuplicatePlugin):
        plugins.exporter_for(".y", Subject.DOCUMENT)


def test_a_plugin_that_takes_the_name_of_a_built_in_exporter_does_not_win():
    plugins = own(giả=plugin(exporter("docx", ".docx"), exporter("khac")))

    with pytest.raises(DuplicatePlugin, match="by kehoach"):
        plugins.exporter_for(".docx", Subject.DOCUMENT)
    assert plugins.exporter_named("khac").name == "khac"


def test_a_plugin_that_registers_a_name_twice_fails():
    plugins = own(hai=plugin(exporter("trung"), exporter("trung", ".y")))

    assert reported(plugins, "hai").status is Status.FAILED
    assert [one.name for one in plugins.exporters()] == ["docx", "text"]


def test_two_distributions_with_one_plugin_name_are_refused_both(install):
    install("mot", GOOD.format(name="mot"), name="trung")
    install("hai", GOOD.format(name="hai"), name="trung")

    plugins = load_plugins()

    twins = [one for one in plugins.report() if one.name == "trung"]
    assert {one.status for one in twins} == {Status.FAILED}
    assert all("hai 1.0" in one.reason and "mot 1.0" in one.reason for one in twins)
    assert [one.name for one in plugins.exporters()] == ["docx", "text"]


def test_disabling_one_distribution_frees_the_name_for_the_other(install, monkeypatch):
    install("mot", GOOD.format(name="mot"), name="trung")
    install("hai", GOOD.format(name="hai"), name="trung")
    monkeypatch.setenv(room.SWITCH, "hai")

    assert [one.name for one in load_plugins().exporters()] == ["docx", "text", "mot"]


def test_the_environment_variable_disables_by_name_built_ins_too(install, monkeypatch):
    install("cham", "raise AssertionError('loaded all the same')")
    monkeypatch.setenv(room.SWITCH, " cham , docx,,khong-co ")

    plugins = load_plugins()

    blocked = {one.name: one.reason for one in plugins.report() if one.status is Status.BLOCKED}
    assert blocked == {"cham": "disabled by name: cham", "docx": "disabled by name: docx"}
    assert [one.name for one in plugins.exporters()] == ["text"]


def test_without_third_parties_what_is_installed_is_blocked_and_not_imported(install):
    install("cham", "raise AssertionError('loaded all the same')")

    plugins = load_plugins(third_party=False)

    assert reported(plugins, "cham").reason == "third-party plugins are off"
    assert reported(plugins, "cham").status is Status.BLOCKED


def test_the_default_plugins_are_loaded_once():
    default_plugins.cache_clear()

    assert default_plugins() is default_plugins()


def test_an_unknown_name_says_what_exists():
    with pytest.raises(UnknownExporter) as caught:
        own().exporter_named("pdf")

    assert str(caught.value) == (
        "no exporter for the name 'pdf'; registered: docx (.docx), text (.txt)"
    )


@pytest.mark.parametrize(
    ("suffix", "said"), [(".pdf", "'.pdf'"), ("", "a file without a suffix of a plan")]
)
def test_a_suffix_that_nobody_serves_is_an_error(suffix, said):
    with pytest.raises(UnknownExporter, match=said):
        own().exporter_for(suffix, Subject.PLAN)


def test_the_suffix_decides_whatever_its_case():
    assert own().exporter_for(".TXT", Subject.PLAN).name == "text"


def test_of_two_exporters_of_a_suffix_the_name_decides():
    plugins = own(mot=plugin(exporter("mot")), hai=plugin(exporter("hai")))

    with pytest.raises(AmbiguousExporter, match="hai, mot; choose one by name"):
        plugins.exporter_for(".x", Subject.DOCUMENT)
    assert plugins.exporter_for(".x", Subject.DOCUMENT, "hai").name == "hai"


def test_of_two_exporters_of_a_suffix_the_one_named_like_it_goes_first():
    plugins = own(mot=plugin(exporter("x-a")), hai=plugin(exporter("x")))

    assert plugins.exporter_for(".X", Subject.DOCUMENT).name == "x"
    assert plugins.exporter_for(".x", Subject.DOCUMENT, "x-a").name == "x-a"


def test_who_takes_the_plan_itself_goes_before_who_takes_its_paper():
    both = plugin(exporter("giay"), exporter("ke-hoach", accepts=Subject.PLAN))

    plugins = own(ca_hai=both)

    assert plugins.exporter_for(".x", Subject.PLAN).name == "ke-hoach"
    assert plugins.exporter_for(".x", Subject.DOCUMENT).name == "giay"
    assert plugins.exporter_for(".x", Subject.PLAN, "giay").name == "giay"


def test_an_exporter_of_plans_does_not_serve_a_document():
    plugins = own(mot=plugin(exporter("mot", accepts=Subject.PLAN)))

    with pytest.raises(UnknownExporter, match="the name 'mot' of a document"):
        plugins.exporter_for(".x", Subject.DOCUMENT, "mot")


@pytest.mark.parametrize(
    ("part", "value", "error"),
    [
        ("name", "Docx", ValueError),
        ("name", "a/b", ValueError),
        ("name", "", ValueError),
        ("suffix", "docx", ValueError),
        ("suffix", ".DOCX", ValueError),
        ("suffix", "./x", ValueError),
        ("title", " ", ValueError),
        ("title", "hai\ndòng", ValueError),
        ("title", None, ValueError),
        ("accepts", "document", TypeError),
        ("write", "write", TypeError),
    ],
)
def test_a_malformed_record_is_refused_where_it_is_made(part, value, error):
    sound = {
        "name": "x",
        "suffix": ".x",
        "accepts": Subject.PLAN,
        "title": "Thử",
        "write": write,
    }

    with pytest.raises(error, match="expected"):
        Exporter(**{**sound, part: value})


def test_every_hook_has_an_example_in_its_docstring():
    hooks = [one for name, one in vars(KehoachSpec).items() if name.startswith("kehoach_")]

    assert hooks
    assert all("@hookimpl" in (hook.__doc__ or "") for hook in hooks)


def test_the_command_lists_the_plugins_as_json(install):
    install("gay", "raise RuntimeError('cháy')")

    done = CliRunner().invoke(program, ["plugins", "--json"])

    rows = {row["name"]: row for row in json.loads(done.stdout)}
    assert set(rows["gay"]) == {"name", "distribution", "version", "hooks", "status", "reason"}
    assert (rows["docx"]["status"], rows["gay"]["status"]) == ("active", "failed")
