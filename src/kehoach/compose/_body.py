"""Nội dung: the sections of a plan as blocks, with every number and dash printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, assert_never

from attrs import field, frozen

from kehoach.compose._data import (
    FIELD_COLUMNS,
    column_getters,
    names,
    threshold_words,
    unsaid_deadline,
    unsaid_milestone,
)
from kehoach.compose._ink import Ink, capitals, joined
from kehoach.compose._marks import DOCUMENT_WIDE, Style, style_of
from kehoach.compose._table import task_table, text_table
from kehoach.documents import Block, Heading, Part, Run, Text
from kehoach.documents import Paragraph as Printed
from kehoach.plan import (
    Assignment,
    Content,
    Datum,
    Item,
    Layout,
    Mood,
    Paragraph,
    Party,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOODS = {Mood.ASSIGN: "", Mood.REQUEST: "Đề nghị ", Mood.REQUIRE: "Yêu cầu "}
_OWN_MARK = re.compile(r"(?:[-+*•–]|\(?(?:[0-9]{1,2}|[a-zđ])[.)/])\s")
_PLURALS = ("Các ", "Những ", "Mọi ")


class _Marked(Protocol):
    @property
    def mark(self) -> str | None: ...

    @property
    def number(self) -> int | None: ...


@frozen
class Place:
    """Vị trí trong văn bản: where a node stands, for its number and its level.

    `items` and `headings` are the default marks here; `path` holds the enclosing numbers;
    `counts` and `wide` are the running numbers of this container and of the whole paper.
    """

    ink: Ink
    upper: frozenset[Part]
    items: str
    headings: str
    level: int = 1
    path: tuple[int, ...] = ()
    wide: dict[Style, int] = field(factory=dict)
    counts: dict[Style, int] = field(factory=dict)

    def numbered(self, node: _Marked, default: str) -> tuple[Style, str, tuple[int, ...]]:
        """The style of a node's mark, its printed label, and the path inside it."""
        style = style_of(default if node.mark is None else node.mark)
        if not style.counted:
            return style, style.label(0, ()), self.path
        counts = self.wide if style.word in DOCUMENT_WIDE else self.counts
        number = node.number or counts.get(style, style.start - 1) + 1
        counts[style] = number
        return style, style.label(number, self.path), (*self.path, number)

    def inside(self, style: Style, path: tuple[int, ...], items: str | None) -> Place:
        """The place of what stands under a heading of this style."""
        if items is None:
            marks = (style.inner(for_headings=False), style.inner(for_headings=True))
        else:
            marks = (items, items)
        return Place(self.ink, self.upper, *marks, self.level + 1, path, self.wide)


def body(content: Iterable[Content], place: Place) -> Iterator[Block]:  # noqa: C901 - a closed union
    """The blocks of some content, in order."""
    for node in content:
        match node:
            case Task():
                yield from _task(node, place)
            case Paragraph(text):
                yield Printed(place.ink(text))
            case Item():
                yield from _item(node, place)
            case Assignment():
                yield from _assignment(node, place)
            case Section():
                yield from section(node, place)
            case Target():
                yield _target(node, place)
            case ReportingDuty():
                yield from _report(node, place)
            case TaskTable(rows, columns):
                yield task_table(rows, columns, ink=place.ink)
            case TextTable():
                yield text_table(node, place.ink)
            case _:
                assert_never(node)


def section(node: Section, place: Place) -> Iterator[Block]:
    """A section: its heading, if it has one, and what it holds."""
    if node.heading is None:  # nothing is printed, so nothing is counted
        style, path = style_of(place.headings if node.mark is None else node.mark), place.path
    else:
        style, label, path = place.numbered(node, place.headings)
        yield _heading(node.heading, style, label, place)
    inside = place.inside(style, path, node.items_mark)
    if node.layout is Layout.TABLE:
        yield from _tabled(node, inside)
    elif node.layout is Layout.FIELDS:
        for child in node.content:
            yield from _fields(child, node.columns, inside)
    else:
        yield from body(node.content, inside)


def _tabled(node: Section, place: Place) -> Iterator[Block]:
    """The content with each run of tasks as one table."""
    tasks: list[Task] = []
    for child in node.content:
        if isinstance(child, Task):
            tasks.append(child)
            continue
        if tasks:
            yield task_table(tasks, node.columns, ink=place.ink)
            tasks = []
        yield from body((child,), place)
    if tasks:
        yield task_table(tasks, node.columns, ink=place.ink)


def _heading(text: str, style: Style, label: str, place: Place) -> Heading:
    own_line = style.heading_parts()
    if own_line:
        label_part, part = own_line
        return Heading(_cased(text, part, place), place.level, part, label, label_part)
    part = style.heading_part()
    return Heading(joined(label, _cased(text, part, place)), place.level, part)


def _cased(text: str, part: Part, place: Place) -> Text:
    inked = place.ink(text)
    return capitals(inked) if part in place.upper else inked


def _marked(node: _Marked, text: str, place: Place) -> tuple[Printed, Style]:
    style, label, _ = place.numbered(node, place.items)
    return _labelled(label, place.ink(text), style), style


def _labelled(label: str, text: Text, style: Style) -> Printed:
    """A paragraph with its mark; of an article the words alone are light (Mẫu 1.2)."""
    part = style.text_part()
    if part is not Part.ARTICLE:
        return Printed(joined(label, text), part)
    rest = (Run(f" {text}"),) if isinstance(text, str) else (Run(" "), *text)
    return Printed((Run(label, bold=True), *rest))


def _item(node: Item, place: Place) -> Iterator[Block]:
    style, label, path = place.numbered(node, place.items)
    yield _labelled(label, place.ink(node.text), style)
    if node.items:
        yield from body(node.items, place.inside(style, path, node.items_mark))


def _task(task: Task, place: Place) -> Iterator[Block]:
    paragraph, style = _marked(task, _with_unsaid(task), place)
    yield paragraph
    yield from _lines(_details(task), _lines_mark(task, style), place)


def _with_unsaid(task: Task) -> str:
    words = unsaid_deadline(task)
    if not words:
        return task.text
    end = task.text[-1:] if task.text[-1:] in ".;" else ""
    return f"{task.text.removesuffix(end)} ({words}){end}"


def _details(task: Task) -> Iterator[str]:
    yield from task.details
    for milestone in task.milestones:
        if milestone.text not in task.text:
            yield unsaid_milestone(milestone, milestone.text)


def _lines(lines: Iterable[str], mark: str, place: Place) -> Iterator[Block]:
    for line in lines:
        label = "" if _OWN_MARK.match(line) else mark
        yield Printed(joined(label, place.ink(line)))


def _lines_mark(task: Task, style: Style) -> str:
    """The mark of the lines under a task; they are not counted."""
    mark = task.details_mark
    return _dash(style) if mark is None or style_of(mark).counted else mark


def _dash(style: Style) -> str:
    inner = style.inner(for_headings=False)
    return "-" if style_of(inner).counted else inner


def _fields(node: Content, columns: tuple[TaskColumn, ...], place: Place) -> Iterator[Block]:
    """A task followed by its data, a line each; anything else as usual."""
    if not isinstance(node, Task):
        yield from body((node,), place)
        return
    paragraph, style = _marked(node, node.text, place)
    yield paragraph
    lines = (*_details(node), *_field_lines(node, columns))
    yield from _lines(lines, _lines_mark(node, style), place)


def _field_lines(task: Task, columns: tuple[TaskColumn, ...]) -> Iterator[str]:
    columns = columns or FIELD_COLUMNS
    for column, get in zip(columns, column_getters(columns), strict=True):
        if get is None or column.shows is Datum.TEXT:
            continue
        if value := get(task):
            yield f"{column.title}: {value}" + ("" if value.endswith((".", ";")) else ".")


def _assignment(node: Assignment, place: Place) -> Iterator[Block]:
    style, label, path = place.numbered(node, place.headings)
    title = node.heading or assignees_heading(node.mood, node.assignees)
    inside = place.inside(style, path, node.items_mark)
    if node.layout is Layout.INLINE:
        yield from _inline(node, title, label, style, inside)
        return
    yield _heading(title, style, label, place)
    if node.layout is Layout.TABLE:
        yield task_table(node.tasks, node.columns, node.assignees, node.role, ink=place.ink)
    elif node.layout is Layout.FIELDS:
        for task in node.tasks:
            yield from _fields(task, node.columns, inside)
    else:
        yield from body(node.tasks, inside)


def assignees_heading(mood: Mood, assignees: Iterable[Party]) -> str:
    """Đề mục giao việc: the names; after "Đề nghị", "Yêu cầu" a plural's word loses its capital."""
    words, named = _MOODS[mood], names(assignees)
    if words and named.startswith(_PLURALS):
        named = named[0].lower() + named[1:]
    return f"{words}{named}"


def _inline(
    node: Assignment, title: str, label: str, style: Style, inside: Place
) -> Iterator[Block]:
    """One task on the assignees' own line ("Sở X: …"), several under it."""
    part = style.text_part()
    opening = title if title.endswith(":") else f"{title}:"
    if len(node.tasks) == 1:
        task = node.tasks[0]
        yield Printed(joined(label, inside.ink(f"{opening} {_with_unsaid(task)}")), part)
        yield from _lines(_details(task), _lines_mark(task, style), inside)
        return
    yield Printed(joined(label, inside.ink(opening)), part)
    yield from body(node.tasks, inside)


def _target(target: Target, place: Place) -> Block:
    text = target.text
    threshold = target.threshold
    if threshold and not threshold.phrase and (words := threshold_words(threshold)) not in text:
        end = text[-1:] if text[-1:] in ".;" else ""
        text = f"{text.removesuffix(end)}: {words}{end}"
    return _marked(target, text, place)[0]


def _report(duty: ReportingDuty, place: Place) -> Iterator[Block]:
    paragraph, style = _marked(duty, duty.text, place)
    yield paragraph
    unsaid = (due for due in duty.dues if due.deadline and not due.deadline.phrase)
    yield from _lines((unsaid_milestone(due, due.name) for due in unsaid), _dash(style), place)
