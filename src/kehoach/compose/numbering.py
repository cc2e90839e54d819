"""Số thứ tự: a plan with the number of each node written into it, as its paper prints it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from attrs import evolve

from kehoach.compose._body import Place
from kehoach.compose._ink import printed
from kehoach.compose._marks import style_of
from kehoach.plan import (
    Assignment,
    Content,
    Item,
    Layout,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
)

if TYPE_CHECKING:
    from kehoach.plan import Plan


def numbered(plan: Plan) -> Plan:
    """Kế hoạch ghi rõ số thứ tự: each heading, item and table row with the number it prints.

    So a part that is taken out of it (an extract) keeps its numbers. The paper stays the same.
    """
    place = Place(printed, frozenset(), items="-", headings="I.")
    annexes = []
    for annex in plan.annexes:
        marks = ("-", "I.") if annex.items_mark is None else (annex.items_mark,) * 2
        inner = Place(printed, frozenset(), *marks)
        annexes.append(evolve(annex, content=_content(annex.content, inner)))
    sections = tuple(_section(one, place) for one in plan.sections)
    return evolve(plan, sections=sections, annexes=tuple(annexes))


def _content(content: tuple[Content, ...], place: Place) -> tuple[Content, ...]:
    return tuple(_node(one, place) for one in content)


def _node(node: Content, place: Place) -> Content:
    match node:
        case Section():
            return _section(node, place)
        case Assignment():
            return _assignment(node, place)
        case TaskTable(rows=rows):
            return evolve(node, rows=_rows(rows))
        case Item(items=items, items_mark=mark):
            number, style, path = _own(node, place, place.items)
            inside = place.inside(style, path, mark)
            inner: Any = tuple(_node(one, inside) for one in items)
            return evolve(node, number=number, items=inner)
        case Task() | Target() | ReportingDuty():
            return evolve(node, number=_own(node, place, place.items)[0])
    return node


def _own(node: Any, place: Place, default: str) -> tuple[int | None, Any, tuple[int, ...]]:  # noqa: ANN401 - any node with a mark
    style, _, path = place.numbered(node, default)
    return (path[-1] if style.counted else None), style, path


def _section(node: Section, place: Place) -> Section:
    if node.heading is None:
        number = node.number
        style, path = style_of(place.headings if node.mark is None else node.mark), place.path
    else:
        number, style, path = _own(node, place, place.headings)
    inside = place.inside(style, path, node.items_mark)
    if node.layout is not Layout.TABLE:
        return evolve(node, number=number, content=_content(node.content, inside))
    content: list[Content] = []
    ordinal = count(1)
    for child in node.content:
        if isinstance(child, Task):
            turn = next(ordinal) if child.number is None else child.number
            ordinal = count(turn + 1)
            content.append(evolve(child, number=turn))
        else:
            ordinal = count(1)
            content.append(_node(child, inside))
    return evolve(node, number=number, content=tuple(content))


def _assignment(node: Assignment, place: Place) -> Assignment:
    number, style, path = _own(node, place, place.headings)
    if node.layout is Layout.TABLE:
        return evolve(node, number=number, tasks=_rows(node.tasks))
    inside = place.inside(style, path, node.items_mark)
    if node.layout is Layout.INLINE and len(node.tasks) == 1:
        return evolve(node, number=number)
    tasks: Any = tuple(_node(task, inside) for task in node.tasks)
    return evolve(node, number=number, tasks=tasks)


def _rows(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    ordinal = 0
    made = []
    for row in rows:
        if isinstance(row, Task):
            ordinal = row.number or ordinal + 1
            made.append(evolve(row, number=ordinal))
        else:
            ordinal = 0
            made.append(row)
    return tuple(made)
