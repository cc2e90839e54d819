"""Hypothesis strategies for every node of a plan; other tests import them.

Ids are unique in a plan.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from kehoach.plan import (
    Annex,
    Assignment,
    Bound,
    Content,
    Datum,
    Emendation,
    GroupRow,
    Item,
    Layout,
    Milestone,
    Mood,
    Paragraph,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
    Threshold,
)

if TYPE_CHECKING:
    from collections.abc import Callable

from tests.strategies_parts import (
    counts,
    deadlines,
    enclosures,
    footnotes,
    ids,
    issuers,
    marks,
    maybe,
    names,
    numbers,
    paper_dates,
    paper_marks,
    periods,
    recipients,
    recurrences,
    shares,
    signatures,
    texts,
    tuples_of,
)


@cache
def parties() -> st.SearchStrategy[Party]:
    """Bodies, most of them by name only."""
    return st.builds(Party, name=names(), id=maybe(st.sampled_from(("so-tttt", "ca-tinh"))))


@cache
def responsibilities() -> st.SearchStrategy[Responsibility]:
    """Who does what."""
    return st.builds(
        Responsibility,
        role=st.sampled_from(Role),
        party=maybe(parties()),
        to=maybe(parties()),
        phrase=maybe(texts()),
    )


@cache
def emendations() -> st.SearchStrategy[Emendation]:
    """Corrections of an original."""
    return st.builds(Emendation, printed=texts(), reading=texts(), reason=texts())


@cache
def milestones() -> st.SearchStrategy[Milestone]:
    """Further deadlines of a task."""
    return st.builds(Milestone, text=texts(), deadline=maybe(deadlines()), id=maybe(ids()))


@cache
def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs without a number."""
    return st.builds(Paragraph, text=texts(), emendations=tuples_of(emendations(), 1))


@cache
def items(depth: int = 2) -> st.SearchStrategy[Item]:
    """Points, with sub-points down to `depth` levels."""
    return st.builds(
        Item,
        text=texts(),
        items=tuples_of(items(depth - 1), 2) if depth else st.just(()),
        mark=maybe(marks()),
        items_mark=maybe(marks()),
        number=maybe(counts()),
        emendations=tuples_of(emendations(), 1),
    )


@cache
def tasks() -> st.SearchStrategy[Task]:
    """Tasks, bare ones too."""
    full = st.builds(
        Task,
        text=texts(),
        id=maybe(ids()),
        responsibilities=tuples_of(responsibilities(), 2),
        deadline=maybe(deadlines()),
        milestones=tuples_of(milestones(), 2),
        product=maybe(texts()),
        budget=maybe(texts()),
        authority=maybe(names()),
        officer=maybe(names()),
        note=maybe(texts()),
        others=tuples_of(texts(), 2),
        details=tuples_of(texts(), 2),
        details_mark=maybe(marks()),
        mark=maybe(marks()),
        number=maybe(counts()),
        emendations=tuples_of(emendations(), 1),
    )
    return st.builds(Task, text=texts(), id=maybe(ids())) | full


@cache
def thresholds() -> st.SearchStrategy[Threshold]:
    """Thresholds with up to four decimals."""
    return st.builds(
        Threshold,
        value=st.decimals(-1_000_000, 1_000_000, places=2) | st.just(Decimal("98.5")),
        unit=st.sampled_from(("%", "đại lý", "1.000 người")),
        bound=st.sampled_from(Bound),
        phrase=maybe(texts()),
    )


@cache
def targets() -> st.SearchStrategy[Target]:
    """Targets."""
    return st.builds(
        Target,
        text=texts(),
        id=maybe(ids()),
        measure=maybe(texts()),
        threshold=maybe(thresholds()),
        follower=maybe(parties()),
        mark=maybe(marks()),
        number=maybe(counts()),
        emendations=tuples_of(emendations(), 1),
    )


@cache
def report_dues() -> st.SearchStrategy[ReportDue]:
    """Single reports of a duty."""
    return st.builds(
        ReportDue,
        name=names(),
        deadline=maybe(deadlines()),
        period=maybe(periods()),
        id=maybe(ids()),
    )


@cache
def reporting_duties() -> st.SearchStrategy[ReportingDuty]:
    """Duties to report."""
    return st.builds(
        ReportingDuty,
        text=texts(),
        id=maybe(ids()),
        name=maybe(names()),
        form=maybe(texts()),
        reporters=tuples_of(parties(), 2),
        receivers=tuples_of(parties(), 2),
        via=maybe(parties()),
        consolidator=maybe(parties()),
        cycle=maybe(recurrences()),
        dues=tuples_of(report_dues(), 2),
        mark=maybe(marks()),
        number=maybe(counts()),
        emendations=tuples_of(emendations(), 1),
    )


@cache
def task_columns() -> st.SearchStrategy[TaskColumn]:
    """Columns of a task table."""
    return st.builds(TaskColumn, title=names(), shows=st.sampled_from(Datum), share=shares())


@cache
def assignments() -> st.SearchStrategy[Assignment]:
    """Groups of tasks under their assignees."""
    return st.builds(
        Assignment,
        assignees=tuples_of(parties()),
        tasks=tuples_of(tasks(), 2),
        mood=st.sampled_from(Mood),
        role=st.sampled_from(Role),
        heading=maybe(texts()),
        layout=st.sampled_from(Layout),
        columns=tuples_of(task_columns(), 2),
        mark=maybe(marks()),
        items_mark=maybe(marks()),
        number=maybe(counts()),
    )


@cache
def group_rows() -> st.SearchStrategy[GroupRow]:
    """Rows that name a group."""
    return st.builds(GroupRow, text=texts(), mark=maybe(marks()))


@cache
def task_tables() -> st.SearchStrategy[TaskTable]:
    """Tables of tasks."""
    rows = tuples_of(st.one_of(tasks(), group_rows()))
    return st.builds(TaskTable, rows=rows, columns=tuples_of(task_columns(), 2))


@st.composite
def _text_tables(draw: st.DrawFn) -> TextTable:
    """Tables of text, each row as wide as the header."""
    width = draw(st.integers(1, 3))
    row = st.lists(texts(), min_size=width, max_size=width).map(tuple)
    widths = st.lists(shares(), min_size=width, max_size=width).map(tuple)
    return TextTable(
        columns=draw(row),
        rows=draw(tuples_of(row, 2)),
        widths=draw(st.just(()) | widths),
    )


@cache
def text_tables() -> st.SearchStrategy[TextTable]:
    """Tables of text, each row as wide as the header."""
    return _text_tables()


@cache
def sections(depth: int = 2) -> st.SearchStrategy[Section]:
    """Sections with sections down to `depth` levels."""
    return st.builds(
        Section,
        heading=maybe(texts()),
        content=contents(depth),
        mark=maybe(marks()),
        items_mark=maybe(marks()),
        number=maybe(counts()),
        layout=maybe(st.sampled_from(Layout)),
        columns=tuples_of(task_columns(), 1),
        id=maybe(ids()),
    )


@cache
def contents(depth: int = 2) -> st.SearchStrategy[tuple[Content, ...]]:
    """What stands under a heading."""
    kinds: list[st.SearchStrategy[Any]] = [
        paragraphs(),
        items(),
        assignments(),
        tasks(),
        targets(),
        reporting_duties(),
        task_tables(),
        text_tables(),
    ]
    if depth:
        kinds.append(st.deferred(lambda: sections(depth - 1)))
    return tuples_of(st.one_of(kinds))


@cache
def annexes() -> st.SearchStrategy[Annex]:
    """Annexes."""
    return st.builds(
        Annex,
        title=texts(),
        content=contents(1),
        landscape=st.booleans(),
        items_mark=maybe(marks()),
    )


@cache
def plans() -> st.SearchStrategy[Plan]:
    """Whole plans; no id stands twice in one."""
    whole = st.builds(
        Plan,
        title=texts(),
        kind=st.sampled_from(("KH", "CTr", "CT", "CV", "TB")),
        period=maybe(periods()),
        issuer=maybe(issuers()),
        number=numbers(),
        place=maybe(names()),
        date=paper_dates(),
        enclosed_by=maybe(enclosures()),
        authority_line=maybe(texts()),
        bases=tuples_of(texts(), 2),
        addressees=tuples_of(names(), 2),
        opening=tuples_of(paragraphs(), 2),
        sections=tuples_of(sections()),
        closing=tuples_of(paragraphs(), 1),
        recipients=tuples_of(recipients()),
        archive=maybe(texts()),
        signature=maybe(signatures()),
        marks=paper_marks(),
        office_address=maybe(texts()),
        annexes=tuples_of(annexes(), 1),
        footnotes=tuples_of(footnotes(), 1),
    )
    return whole.map(_with_unique_ids)


@cache
def document_files() -> st.SearchStrategy[Plan]:
    """Papers that other papers stand in: promulgated, copied, signed by several."""
    inner = plans()
    whole = st.builds(
        attrs.evolve,
        inner,
        kind=st.sampled_from(("QĐ", "BB", "SY", "GNP")),
        cosigners=tuples_of(signatures(), 2),
        confirmation=maybe(signatures()),
        encloses=tuples_of(inner, 2),
        copied=maybe(inner),
    )
    return whole.map(_with_unique_ids)


def _with_unique_ids(plan: Plan) -> Plan:
    seen: set[str] = set()

    def unique(node: Any) -> Any:
        if not isinstance(node, Task | Milestone | Target | ReportingDuty | ReportDue | Section):
            return node
        if node.id in seen:
            return attrs.evolve(node, id=None)
        if node.id is not None:
            seen.add(node.id)
        return node

    distinct: Plan = _rebuilt(plan, unique)
    return distinct


def _rebuilt(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_rebuilt(item, change) for item in value)
    if not attrs.has(type(value)):
        return value
    inner = {
        field.name: _rebuilt(getattr(value, field.name), change)
        for field in attrs.fields(type(value))
    }
    return change(attrs.evolve(value, **inner))
