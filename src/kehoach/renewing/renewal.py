"""Kế hoạch năm sau: the plan of one year made the draft of another's, each change told."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, get_args

import attrs
from attrs import evolve, field, frozen

from kehoach.converters import as_tuple
from kehoach.deadlines import Deadline, Period
from kehoach.documents.parts import Number, PartialDate
from kehoach.findings import Finding
from kehoach.plan import Annex, Assignment, Party, Plan, ReportingDuty, Section, Target, Task
from kehoach.renewing import days
from kehoach.renewing.bodies import renamed
from kehoach.renewing.questions import ask, is_event, nodes_of, questions
from kehoach.renewing.wording import Wording
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.organizations import Directory
    from kehoach.tracking import Progress
    from kehoach.workdays import WorkCalendar

_DEADLINES: tuple[type, ...] = get_args(Deadline)

# What is printed as sentences; names of bodies are told by `Party`, marks and ids stay.
_SENTENCES = frozenset(
    "text heading title phrase note product budget measure form name details rows columns"
    " others addressees".split()
)
_KEPT = frozenset(
    "number issuer signature marks bases emendations enclosed_by implements copied".split()
)


@frozen
class Change:
    """Một chỗ đổi: where, what stood there and what stands there now."""

    place: str
    before: str
    after: str


@frozen
class Renewal:
    """Kết quả: the draft of the new plan, every change, and what a human must still decide."""

    plan: Plan
    changes: tuple[Change, ...] = field(default=(), converter=as_tuple)
    questions: tuple[Finding, ...] = field(default=(), converter=as_tuple)


def next_year(
    plan: Plan,
    year: int,
    calendar: WorkCalendar,
    *,
    directory: Directory | None = None,
    progress: Progress | None = None,
) -> Renewal:
    """Soạn kế hoạch năm `year` từ kế hoạch năm trước.

    Days, periods and the years in sentences move on together with the phrases that say them;
    citations, legal bases and ranges of years stay. Number and day are blank. With a directory,
    a body that ended is replaced by its only heir, or asked about. With the progress of the old
    plan, its unfinished tasks are marked in their note. Raises ValueError where the old plan
    tells no year, or not an earlier one.
    """
    old = year_of(plan)
    if year <= old:
        raise ValueError(f"expected a year after {old}, that of the plan, got {year}")
    years = range(old, (plan.period.end.year if plan.period else old) + 1)
    names, asked = renamed(plan, directory, datetime.date(year, 1, 1))
    moved = days.moves(_deadlines(plan), year - old, calendar)
    called = {name: party.name for name, party in names.items()}
    writer = _Writer(Wording(old, year - old, moved, called, years[-1]), names)
    draft = evolve(
        writer.renewed(plan, "kế hoạch"),
        date=PartialDate(year),
        number=evolve(plan.number, text=None),
        enclosed_by=plan.enclosed_by and evolve(plan.enclosed_by, number=Number(), date=None),
        bases=plan.bases,
    )
    if progress is not None:
        draft = _Carried(progress, old, writer).marked(draft)
    told = dict.fromkeys((*writer.questions, *questions(draft, years, calendar)))
    return Renewal(draft, writer.changes, (*asked, *told))


def year_of(plan: Plan) -> int:
    """Năm của kế hoạch: that of its period, else of its day. Raises ValueError without both."""
    if plan.period is not None:
        return plan.period.start.year
    if plan.date is not None:
        return plan.date.year
    raise ValueError("expected a plan with a period or a date, got one with neither")


class _Writer:
    """Makes each node anew and keeps what it changed."""

    def __init__(self, wording: Wording, names: dict[str, Party]) -> None:
        self.changes: list[Change] = []
        self._wording = wording
        self._names = names
        self.questions: list[Finding] = []

    def renewed(self, node: Any, place: str) -> Any:  # noqa: ANN401 - any value of a plan
        """The value for the new year, whatever part of a plan it is."""
        match node:
            case tuple():
                return tuple(self.renewed(one, place) for one in node)
            case Period():
                return self._told(place, node, days.next_period(node, self._wording.shift))
            case Party():
                return self._names.get(node.name, node)
            case _ if isinstance(node, _DEADLINES):
                return self._deadline(node)
            case _ if attrs.has(type(node)):
                return self._node(node, _place(node, place))
        return node

    def _node(self, node: Any, place: str) -> Any:  # noqa: ANN401 - any attrs value
        phrases = tuple(dict.fromkeys(_phrases(node)))
        new = {}
        for attribute in attrs.fields(type(node)):
            value = getattr(node, attribute.name)
            if attribute.name in _KEPT and not isinstance(value, int):
                new[attribute.name] = () if attribute.name == "emendations" else value
            elif attribute.name in _SENTENCES and isinstance(value, str | tuple):
                new[attribute.name] = self._sentences(value, phrases, place)
            elif not isinstance(value, str):
                new[attribute.name] = self.renewed(value, place)
        for phrase in phrases if isinstance(node, Task | ReportingDuty) else ():
            if phrase in node.text and self._wording.phrase(phrase) not in new["text"]:
                told = f"cụm từ “{phrase}” không còn trong câu “{new['text']}”"
                self.questions.append(ask("phrase", told, "sửa câu hoặc thời hạn cho khớp", place))
        return evolve(node, **new)

    def _sentences(self, value: Any, phrases: tuple[str, ...], place: str) -> Any:  # noqa: ANN401
        """A text, or texts in tuples as tables hold them; other values among them are nodes."""
        if isinstance(value, tuple):
            return tuple(self._sentences(one, phrases, place) for one in value)
        if not isinstance(value, str):
            return self.renewed(value, place)
        self.questions += (
            ask("year-left", f"còn nhắc năm cũ: “{words}”", "sửa câu này nếu cần", place)
            for words in self._wording.left(value, phrases)
        )
        return self._told(place, value, self._wording.text(value, phrases))

    def _deadline(self, deadline: Any) -> Any:  # noqa: ANN401 - any kind of deadline
        new: dict[str, Any] = {}
        for attribute in attrs.fields(type(deadline)):
            match getattr(deadline, attribute.name):
                case datetime.date() as day:
                    new[attribute.name] = self._wording.moved(day)
                case Period() as period:
                    new[attribute.name] = days.next_period(period, self._wording.shift)
                case str() as words if attribute.name in {"phrase", "after", "of"}:
                    new[attribute.name] = self._wording.phrase(words)
        return evolve(deadline, **new)

    def _told(self, place: str, before: Any, after: Any) -> Any:  # noqa: ANN401 - text or period
        if before != after:
            self.changes.append(Change(place, _shown(before), _shown(after)))
        return after


class _Carried:
    """Marks the tasks that the old ledger says are not finished."""

    def __init__(self, progress: Progress, year: int, writer: _Writer) -> None:
        self._year = year
        self._writer = writer
        self._left: dict[str, list[str]] = {}
        for one in progress:
            if one.counted and one.state.open and one.term.rated:
                self._left.setdefault(one.duty.node, []).append(one.name)

    def marked(self, node: Any) -> Any:  # noqa: ANN401 - any value of a plan
        if isinstance(node, tuple):
            return tuple(map(self.marked, node))
        if not attrs.has(type(node)):
            return node
        parts = {a.name: getattr(node, a.name) for a in attrs.fields(type(node))}
        new = {name: self.marked(part) for name, part in parts.items()}
        if isinstance(node, Task) and node.id in self._left:
            told = f"Chuyển tiếp từ năm {self._year}, chưa hoàn thành: "
            told += ", ".join(dict.fromkeys(self._left[node.id]))
            new["note"] = "; ".join(filter(None, (node.note, told)))
            self._writer.changes.append(Change(_place(node, ""), node.note or "", new["note"]))
        changed = {name: part for name, part in new.items() if part is not parts[name]}
        return evolve(node, **changed) if changed else node


def _phrases(node: object) -> Iterator[str]:
    """The words of the deadlines that a node's own sentence says."""
    for name in ("deadline", "cycle"):
        phrase = getattr(getattr(node, name, None), "phrase", None)
        if phrase:
            yield phrase
    for name in ("milestones", "dues"):
        for one in getattr(node, name, ()):
            yield from _phrases(one)


def _deadlines(plan: Plan) -> Iterator[Deadline]:
    """Those by which a thing must be done; the day of an event stays where it is."""
    nodes = list(nodes_of(plan))
    events = {id(one.deadline) for one in nodes if isinstance(one, Task) and is_event(one.deadline)}
    return (one for one in nodes if isinstance(one, Deadline) and id(one) not in events)


def _place(node: object, outer: str) -> str:
    match node:
        case Task(id=str(label)) | Target(id=str(label)) | ReportingDuty(id=str(label)):
            return label
        case Section(heading=str(label)) | Assignment(heading=str(label)):
            return label
        case Annex(title=title):
            return f"phụ lục {title}"
        case Assignment(assignees=assignees):
            return ", ".join(party.name for party in assignees)
    return outer


def _shown(value: str | Period) -> str:
    return (
        value if isinstance(value, str) else f"{short_date(value.start)} – {short_date(value.end)}"
    )
