"""Phần mở rộng: what is installed, loaded one by one, so that a broken one harms no other."""

from __future__ import annotations

import difflib
import logging
import os
from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from importlib.metadata import Distribution, distributions
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import pluggy
from attrs import evolve, frozen

from kehoach.errors import AmbiguousExporter, DuplicatePlugin, UnknownExporter
from kehoach.hookspecs import GROUP, Exporter, KehoachSpec, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kehoach.checks import Check

SWITCH = "KEHOACH_DISABLE_PLUGINS"
BUILT_INS = {
    "docx": "kehoach.exporters.docx",
    "json": "kehoach.exporters.plain_json",
    "markdown": "kehoach.exporters.markdown",
    "text": "kehoach.exporters.text",
}

# A plan is served by what takes plans, the paper made of it, its progress or its calendar.
_SERVED_AS = {Subject.PLAN: (Subject.PLAN, Subject.DOCUMENT, Subject.PROGRESS, Subject.CALENDAR)}

# A plugin that calls sys.exit() on import is broken, and no reason to stop.
_FAULTS = (Exception, SystemExit)

_log = logging.getLogger(__name__)


class Status(StrEnum):
    """Tình trạng của một phần mở rộng; FAILED: all or a part of it is refused."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    FAILED = "failed"


@frozen
class PluginReport:
    """Một dòng trong danh sách phần mở rộng.

    `name` is that of the entry point, `hooks` are the names it implements, `reason` says why it
    is blocked or what failed.
    """

    name: str
    distribution: str
    version: str
    hooks: tuple[str, ...] = ()
    status: Status = Status.ACTIVE
    reason: str = ""

    @property
    def origin(self) -> str:
        """The distribution with its version, "kehoach-markdown 1.0"."""
        return f"{self.distribution} {self.version}".strip()


_Record: TypeAlias = "Exporter | Check"


@frozen
class _Offer:
    record: _Record
    plugin: PluginReport

    @property
    def key(self) -> tuple[str, str]:
        """Kind and name, which no other plugin may have: ("exporter", "docx")."""
        return type(self.record).__name__.lower(), self.record.name


@frozen
class Plugins:
    """Các phần mở rộng đã nạp, as a value; `load_plugins` makes it."""

    _offers: tuple[_Offer, ...] = ()
    _reports: tuple[PluginReport, ...] = ()

    def report(self) -> tuple[PluginReport, ...]:
        """Danh sách phần mở rộng: the built-ins, then the others by name and distribution."""
        return self._reports

    def exporters(self) -> tuple[Exporter, ...]:
        """Các bộ xuất dùng được, without those whose name is taken twice."""
        return tuple(one for one in self._unique() if isinstance(one, Exporter))

    def checks(self) -> tuple[Check, ...]:
        """Các phép kiểm tra của phần mở rộng, without those whose name is taken twice."""
        return tuple(one for one in self._unique() if not isinstance(one, Exporter))

    def _unique(self) -> Iterator[_Record]:
        keys = [offer.key for offer in self._offers]
        return (offer.record for offer in self._offers if keys.count(offer.key) == 1)

    def _exporters(self) -> tuple[tuple[Exporter, _Offer], ...]:
        """Every exporter on offer, those refused for their name too."""
        return tuple((o.record, o) for o in self._offers if isinstance(o.record, Exporter))

    def exporter_named(self, name: str) -> Exporter:
        """Bộ xuất theo tên.

        Raises UnknownExporter if there is none, DuplicatePlugin if two plugins register the name.
        """
        named = [(one, offer) for one, offer in self._exporters() if one.name == name]
        if not named:
            raise UnknownExporter(self._known(), name=name)
        if len(named) > 1:
            raise _duplicate([offer for _, offer in named])
        return named[0][0]

    def exporter_for(self, suffix: str, subject: Subject, name: str | None = None) -> Exporter:
        """Bộ xuất cho một loại tệp và một loại đối tượng; `name` decides, whatever the suffix.

        One that takes the subject itself goes before one that takes the paper made of it, and one
        named like the suffix ("pdf" for ".pdf") before others. Raises UnknownExporter,
        AmbiguousExporter if several remain, DuplicatePlugin if two plugins register the only name.
        """
        kinds = served_as(subject)
        if name is not None:
            exporter = self.exporter_named(name)
            if exporter.accepts not in kinds:
                raise UnknownExporter(self._known(), name=name, subject=subject)
            return exporter
        for kind in kinds:
            names = self._names(suffix.lower(), kind)
            if (own := suffix.lower().lstrip(".")) in names:
                return self.exporter_named(own)
            if len(names) > 1:
                raise AmbiguousExporter(suffix, subject, names)
            if names:
                return self.exporter_named(names[0])
        raise UnknownExporter(self._known(), suffix=suffix, subject=subject)

    def _names(self, suffix: str, kind: Subject) -> tuple[str, ...]:
        every = (one for one, _ in self._exporters())
        return tuple(sorted({e.name for e in every if (e.suffix, e.accepts) == (suffix, kind)}))

    def _known(self) -> tuple[str, ...]:
        return tuple(f"{one.name} ({one.suffix})" for one in self.exporters())


def served_as(subject: Subject) -> tuple[Subject, ...]:
    """Các dạng mà một đối tượng được xuất: itself first, then what can be made of it."""
    return _SERVED_AS.get(subject, (subject,))


@cache
def default_plugins() -> Plugins:
    """Các phần mở rộng của chương trình, loaded on first use and once a process."""
    return load_plugins()


def load_plugins(
    *,
    third_party: bool = True,
    disabled: Iterable[str] | None = None,
    own: Mapping[str, object] | None = None,
) -> Plugins:
    """Nạp các phần mở rộng: the built-ins and the entry points of the group `kehoach`.

    `third_party=False` blocks what other distributions bring. `disabled` holds names of plugins
    or of distributions to leave out; without it the environment variable KEHOACH_DISABLE_PLUGINS
    ("a,b") does. `own` are plugin objects of the calling program, by name. Raises nothing for a
    plugin that fails: it is logged as a warning and reported.
    """
    switched_off = _switched_off() if disabled is None else frozenset(disabled)
    installed = _installed() if third_party else map(_off, _installed())
    candidates = (*_built_ins(), *installed, *_own(own or {}))
    candidates = _without_twins(tuple(_switch(each, switched_off) for each in candidates))
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(KehoachSpec)
    loaded = [_load(manager, candidate) for candidate in candidates]
    offers = tuple(offer for _, found in loaded for offer in found)
    reports = tuple(_refusing_twins(report, offers) for report, _ in loaded)
    for report in reports:
        if report.status is Status.FAILED:
            _log.warning("plugin %r (%s) failed: %s", report.name, report.origin, report.reason)
    return Plugins(offers, reports)


@frozen
class _Candidate:
    report: PluginReport
    load: Callable[[], object]


def _built_ins() -> Iterator[_Candidate]:
    version = import_module("kehoach").__version__
    for name, module in BUILT_INS.items():
        yield _Candidate(PluginReport(name, "kehoach", version), partial(import_module, module))


def _own(plugins: Mapping[str, object]) -> Iterator[_Candidate]:
    for name, plugin in plugins.items():
        yield _Candidate(PluginReport(name, "the calling program", ""), partial(_same, plugin))


def _same(plugin: object) -> object:
    return plugin


def _installed() -> tuple[_Candidate, ...]:
    """The entry points of all distributions; of two copies on the path the first counts."""
    seen: set[str] = set()
    found: list[_Candidate] = []
    for distribution in distributions():
        candidates = tuple(_entry_points(distribution))
        key = candidates[0].report.distribution.lower().replace("_", "-") if candidates else ""
        if key not in seen:
            found += candidates
        seen |= {key} if key else set()
    return tuple(sorted(found, key=lambda each: (each.report.name, each.report.distribution)))


def _entry_points(distribution: Distribution) -> Iterator[_Candidate]:
    name = version = ""
    try:
        if GROUP not in (distribution.read_text("entry_points.txt") or ""):
            return
        name, version = _header(distribution, "Name"), _header(distribution, "Version")
        points = distribution.entry_points.select(group=GROUP)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others go on
        name = name or "unnamed"
        yield _Candidate(PluginReport(name, name, version), partial(_fail, error))
        return
    for point in points:
        yield _Candidate(PluginReport(point.name, name, version), point.load)


def _header(distribution: Distribution, key: str) -> str:
    values: list[str] = distribution.metadata.get_all(key) or ["unknown"]
    return values[0]


def _fail(error: Exception) -> NoReturn:
    raise ValueError(f"unreadable entry_points.txt: {_say(error)}") from error


def _switched_off() -> frozenset[str]:
    names = os.environ.get(SWITCH, "").split(",")
    return frozenset(name.strip() for name in names if name.strip())


def _switch(candidate: _Candidate, off: frozenset[str]) -> _Candidate:
    named = off & {candidate.report.name, candidate.report.distribution}
    if not named:
        return candidate
    return _blocked(candidate, f"disabled by name: {', '.join(sorted(named))}")


def _off(candidate: _Candidate) -> _Candidate:
    return _blocked(candidate, "third-party plugins are off")


def _blocked(candidate: _Candidate, reason: str) -> _Candidate:
    report = evolve(candidate.report, status=Status.BLOCKED, reason=reason)
    return evolve(candidate, report=report)


def _without_twins(candidates: tuple[_Candidate, ...]) -> tuple[_Candidate, ...]:
    """Refuse each name that two distributions use, to both of them."""
    live = [each.report for each in candidates if each.report.status is Status.ACTIVE]

    def judged(candidate: _Candidate) -> _Candidate:
        twins = [report for report in live if report.name == candidate.report.name]
        if candidate.report.status is not Status.ACTIVE or len(twins) == 1:
            return candidate
        error = DuplicatePlugin("plugin", twins[0].name, twins[0].origin, twins[1].origin)
        return evolve(candidate, report=_failed(candidate.report, str(error)))

    return tuple(map(judged, candidates))


def _load(
    manager: pluggy.PluginManager, candidate: _Candidate
) -> tuple[PluginReport, tuple[_Offer, ...]]:
    report = candidate.report
    if report.status is not Status.ACTIVE:
        return report, ()
    try:
        plugin = candidate.load()
        manager.register(plugin, name=report.name)
    except _FAULTS as error:
        return _failed(report, _say(error)), ()
    callers = manager.get_hookcallers(plugin) or []
    report = evolve(report, hooks=tuple(sorted(caller.name for caller in callers)))
    for caller in callers:
        report = report if caller.has_spec() else _failed(report, _misspelt(caller.name))
    if not callers:
        return _failed(report, "implements no hook; mark it with kehoach.hookspecs.hookimpl"), ()
    try:
        return report, _offered(manager, plugin, report)
    except _FAULTS as error:
        return _failed(report, _say(error)), ()


def _misspelt(hook: str) -> str:
    known = [name for name in vars(KehoachSpec) if name.startswith(f"{GROUP}_")]
    near = difflib.get_close_matches(hook, known, n=1, cutoff=0)
    return f"unknown hook {hook!r}; did you mean {near[0]!r}?"


def _offered(
    manager: pluggy.PluginManager, plugin: object, report: PluginReport
) -> tuple[_Offer, ...]:
    """What the hooks of one plugin register, called alone, so that its fault is its own."""
    offers: list[_Offer] = []
    for name, checked in _RECORDS.items():
        hooks = getattr(manager.hook, name).get_hookimpls()
        answers: list[Any] = [hook.function() for hook in hooks if hook.plugin is plugin]
        offers += (_Offer(checked(one), report) for answer in answers for one in answer)
    return tuple(offers)


def _exporter(record: object) -> Exporter:
    if not isinstance(record, Exporter):
        raise TypeError(f"kehoach_exporters returns Exporter records, got {record!r}")
    return record


def _check(record: object) -> Check:
    room = import_module("kehoach.checks")  # slow to load, and most runs check nothing
    if not isinstance(record, room.Check):
        raise TypeError(f"kehoach_checks returns Check records, got {record!r}")
    found: Check = record
    if any(one.name == found.name for one in room.CHECKS):
        raise DuplicatePlugin("check", found.name, "kehoach", "this plugin")
    return found


_RECORDS: dict[str, Callable[[object], _Record]] = {
    "kehoach_exporters": _exporter,
    "kehoach_checks": _check,
}


def _refusing_twins(report: PluginReport, offers: tuple[_Offer, ...]) -> PluginReport:
    """The report of a plugin, which fails if a name of a record of it is taken twice."""
    own = dict.fromkeys(each.key for each in offers if _identity(each.plugin) == _identity(report))
    for key in own:
        claims = [each for each in offers if each.key == key]
        report = _failed(report, str(_duplicate(claims))) if len(claims) > 1 else report
    return report


def _identity(report: PluginReport) -> tuple[str, str]:
    return report.name, report.distribution


def _duplicate(claims: list[_Offer]) -> DuplicatePlugin:
    first, second, *_ = claims
    return DuplicatePlugin(*first.key, first.plugin.origin, second.plugin.origin)


def _failed(report: PluginReport, reason: str) -> PluginReport:
    reasons = "; ".join(filter(None, (report.reason, reason)))
    return evolve(report, status=Status.FAILED, reason=reasons)


def _say(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
