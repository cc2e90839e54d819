"""Từ dàn bài đến kế hoạch: what each node of the outline is, by its heading, form and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from kehoach.compose import assignees_heading
from kehoach.documents import Part
from kehoach.plan import (
    Assignment,
    Content,
    Item,
    Layout,
    Paragraph,
    Party,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
)
from kehoach.reading._drafts import Draft, add_field, laid_out
from kehoach.reading._fields import read_fields
from kehoach.reading._judging import (
    NO_TASKS,
    assignee_of,
    is_heading,
    is_task,
    is_task_with_data,
)
from kehoach.reading._labels import HEADING_RANK
from kehoach.reading._marking import Marked, Marking, common_mark
from kehoach.reading._nodes import (
    REPORTS,
    Assignee,
    after_label,
    consolidated,
    detail_lines,
    is_plain,
    tables_joined,
    text_of,
)
from kehoach.reading._reports import names_reporter, read_report
from kehoach.reading._roles import names_actor
from kehoach.reading._sentences import draft_of, lines_of
from kehoach.reading._tables import read_table
from kehoach.reading._targets import is_target, read_threshold
from kehoach.reading._topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy import Grid
    from kehoach.reading._context import Context
    from kehoach.reading._outline import Node

Built: TypeAlias = Content | Draft

_DEEPEST = 12


class Builder:
    """Builds the content of sections; see `Context`."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.dropped: list[tuple[Grid, str]] = []

    def root(self, nodes: Sequence[Node]) -> tuple[list[Paragraph], list[Section]]:
        """The opening paragraphs and the sections of a body."""
        nodes = list(tables_joined(nodes))
        first = next((index for index, node in enumerate(nodes) if not is_plain(node)), len(nodes))
        opening = [Paragraph(text_of(node)) for node in nodes[:first]]
        marking = Marking()
        sections: list[Section] = []
        loose: list[Node] = []
        for node in nodes[first:]:
            if is_heading(node, Topic.NONE) and not assignee_of(
                node, Topic.NONE, self.context.known
            ):
                sections += self._loose(loose, marking)
                loose = []
                sections.append(self._section(node, Topic.NONE, marking, 0))
            else:
                loose.append(node)
        return opening, [*sections, *self._loose(loose, marking)]

    def content(
        self, nodes: Sequence[Node], topic: Topic, marking: Marking, depth: int = 0
    ) -> list[Content]:
        """The content of a heading or annex, without a layout of its own."""
        return self._finished(self._built(nodes, topic, marking, depth))

    def _loose(self, nodes: list[Node], marking: Marking) -> Iterator[Section]:
        """Nodes outside any section, in one without a heading."""
        if nodes:
            marked = marking.take(None, heading=True)
            items = common_mark([node for node in nodes if node.label], "-")
            inside = marking.inside(marked, items)
            built = self._built(nodes, Topic.NONE, inside, 1)
            yield self._with_layout(Section(None, (), mark="", items_mark=items), built)

    def _section(self, node: Node, topic: Topic, marking: Marking, depth: int) -> Section:
        marked = marking.take(node.label, heading=True)
        own = topic_of(node.text, anywhere=topic is Topic.NONE and node.rank <= HEADING_RANK)
        inner = topic if own is Topic.NONE else own
        labelled = [child for child in node.children if child.label is not None]
        items = common_mark(labelled, marked.style.inner(for_headings=False))
        if items is not None and items == marked.style.inner(for_headings=True):
            only_headings = all(child.children or child.grid for child in node.children)
            items = None if only_headings else items
        inside = marking.inside(marked, items)
        built = self._built(node.children, inner, inside, depth + 1)
        section = Section(
            f"{marked.prefix}{node.text}".strip() or ("" if node.label else None),
            mark=marked.mark, number=marked.number, items_mark=items,
        )  # fmt: skip
        return self._with_layout(section, built)

    def _with_layout(self, section: Section, built: list[Built]) -> Section:
        drafts = [one for one in built if isinstance(one, Draft)]
        layout, columns, tasks = laid_out(drafts, self.context)
        finished = iter(tasks)
        content = tuple(next(finished) if isinstance(one, Draft) else one for one in built)
        content = consolidated(content)
        return evolve(section, content=content, layout=layout, columns=columns)

    def _finished(self, built: list[Built]) -> list[Content]:
        content = tuple(
            one.finished(self.context) if isinstance(one, Draft) else one for one in built
        )
        return list(consolidated(content))

    def _built(
        self, nodes: Sequence[Node], topic: Topic, marking: Marking, depth: int
    ) -> list[Built]:
        result: list[Built] = []
        pending: list[Draft] = []
        applied = False
        for node in tables_joined(nodes):
            fields = () if node.children or node.grid else read_fields(node.text)
            if fields and pending and topic not in (Topic.PURPOSE, Topic.TARGETS):
                self._apply(node, pending, result, marking)
                applied = True
                continue
            if applied:
                pending, applied = [], False
            built = self._node(node, topic, marking, depth)
            result += built
            pending += [one for one in built if isinstance(one, Draft)]
            if not any(isinstance(one, Draft) for one in built):
                pending = []
        return result

    def _apply(
        self, node: Node, pending: list[Draft], result: list[Built], marking: Marking
    ) -> None:
        """A line of data belongs to the task above it, or to all tasks since the last such line."""
        (line,) = lines_of(node)
        if len(pending) == 1:
            pending[0].lines.append(line)
            return
        for draft in pending:
            for field in line.fields:
                draft.task = add_field(draft.task, field, line.text, self.context)
        if node.label is None:
            result.append(Paragraph(line.text))
        else:
            marked = marking.take(node.label, heading=False)
            result.append(Item(marked.prefix + line.text, mark=marked.mark, number=marked.number))

    def _node(self, node: Node, topic: Topic, marking: Marking, depth: int) -> list[Built]:
        if node.grid is not None:
            return [self._table(node.grid)]
        if depth > _DEEPEST:
            return [self._item(node, marking, depth)]
        assignee = assignee_of(node, topic, self.context.known)
        if assignee is not None:
            built = self._assignment(node, assignee, marking, depth)
            return [built] if not isinstance(built, list) else built
        if is_task_with_data(node, topic):
            return [self._task(node, marking)]
        if is_heading(node, topic):
            return [self._section(node, topic, marking, depth)]
        return [self._paragraph(node, topic, marking, depth)]

    def _table(self, grid: Grid) -> Content:
        table, dropped = read_table(grid, self.context)
        self.dropped += [(grid, text) for text in dropped]
        return table

    def _assignment(
        self, node: Node, who: Assignee, marking: Marking, depth: int
    ) -> Content | list[Built]:
        marked = marking.take(node.label, heading=True)
        parties = tuple(map(Party, who.names))
        default = assignees_heading(who.mood, parties)
        title = f"{marked.prefix}{who.title}"
        common = Assignment(
            parties, (), who.mood, mark=marked.mark, number=marked.number,
            heading=None if _same(title, default, marked) else title,
        )  # fmt: skip
        if who.rest:
            draft = draft_of(who.rest, node.children, marked.style, self.context)
            task = draft.finished(self.context)
            return evolve(common, tasks=(task,), layout=Layout.INLINE)
        if any(child.grid is not None for child in node.children):
            return self._assigned_table(node, common, marked, marking, depth)
        items = common_mark(node.children, marked.style.inner(for_headings=False))
        inside = marking.inside(marked, items)
        drafts = self._tasks(node.children, inside)
        layout, columns, tasks = laid_out(drafts, self.context)
        bullet = node.label is not None and node.label.is_bullet
        inline = bullet and title.endswith(":") and len(tasks) > 1
        return evolve(
            common, tasks=tuple(tasks), items_mark=items, columns=columns,
            layout=layout or (Layout.INLINE if inline else Layout.HEADING),
        )  # fmt: skip

    def _assigned_table(
        self, node: Node, common: Assignment, marked: Marked, marking: Marking, depth: int
    ) -> Content | list[Built]:
        """Tasks in a table under the name of who is to do them."""
        if len(node.children) == 1 and node.children[0].grid is not None:
            table = self._table(node.children[0].grid)
            if isinstance(table, TaskTable) and all(isinstance(row, Task) for row in table.rows):
                tasks = tuple(row for row in table.rows if isinstance(row, Task))
                return evolve(common, tasks=tasks, columns=table.columns, layout=Layout.TABLE)
            return Section(
                common.heading or ", ".join(one.name for one in common.assignees), (table,),
                mark=common.mark, number=common.number,
            )  # fmt: skip
        inside = marking.inside(marked, None)
        built = self._built(node.children, Topic.TASKS, inside, depth + 1)
        heading = common.heading or ", ".join(one.name for one in common.assignees)
        section = Section(heading, mark=common.mark, number=common.number)
        return self._with_layout(section, built)

    def _tasks(self, nodes: Sequence[Node], marking: Marking) -> list[Draft]:
        """Every node a task, or a line of data of the task above it."""
        drafts: list[Draft] = []
        for node in nodes:
            fields = () if node.children else read_fields(node.text)
            if fields and drafts:
                drafts[-1].lines += lines_of(node)
            else:
                drafts.append(self._task(node, marking))
        return drafts

    def _task(self, node: Node, marking: Marking) -> Draft:
        marked = marking.take(node.label, heading=False)
        draft = draft_of(text_of(node), node.children, marked.style, self.context)
        if marked.prefix or marked.mark is not None or marked.number is not None:
            draft.task = evolve(
                draft.task, text=marked.prefix + draft.task.text, mark=marked.mark,
                number=marked.number,
            )  # fmt: skip
        return draft

    def _paragraph(self, node: Node, topic: Topic, marking: Marking, depth: int) -> Built:
        text = text_of(node)
        if is_target(text, expected=topic is Topic.TARGETS) and not node.children:
            return self._target(text, node, marking)
        report = self._report(text, node, topic, marking)
        if report is not None:
            return report
        if is_task(node, topic, self.context.known):
            return self._task(node, marking)
        if node.label is None and not node.children:
            return Paragraph(text)
        return self._item(node, marking, depth)

    def _target(self, text: str, node: Node, marking: Marking) -> Target:
        marked = marking.take(node.label, heading=False)
        return Target(
            marked.prefix + text, threshold=read_threshold(text), mark=marked.mark,
            number=marked.number,
        )  # fmt: skip

    def _report(
        self, text: str, node: Node, topic: Topic, marking: Marking
    ) -> ReportingDuty | None:
        if topic in NO_TASKS or node.children or "báo cáo" not in text.lower():
            return None
        if topic is not Topic.REPORTING and not REPORTS.match(text):
            known = self.context.known
            assigned = topic is Topic.ASSIGNMENT and names_actor(text, known)
            if not assigned and not names_reporter(after_label(text), known):
                return None
        duty = read_report(text, self.context)
        if duty is None or (topic is not Topic.REPORTING and not duty.dues and not duty.cycle):
            return None
        marked = marking.take(node.label, heading=False)
        return evolve(duty, text=marked.prefix + text, mark=marked.mark, number=marked.number)

    def _item(self, node: Node, marking: Marking, depth: int) -> Item:
        marked = marking.take(node.label, heading=False)
        children = [child for child in node.children if child.grid is None]
        items = common_mark(children, marked.style.inner(for_headings=False)) if children else None
        inside = marking.inside(marked, items)
        inner: list[Item] = []
        for child in node.children:
            if child.grid is not None:
                rows = (" ".join(cell.text for cell in row) for row in child.grid.rows)
                inner += [Item(row, mark="") for row in rows]
            elif depth <= _DEEPEST:
                inner.append(self._item(child, inside, depth + 1))
            else:
                inner += [Item(line, mark="") for line in detail_lines(child)]
        return Item(marked.prefix + text_of(node), tuple(inner), marked.mark, items, marked.number)


def _same(title: str, default: str, marked: Marked) -> bool:
    """Whether a heading is printed as the names of its assignees print, in capitals if need be."""
    in_capitals = marked.style.heading_part() is Part.ROMAN_HEADING or marked.style.heading_parts()
    return title == (default.upper() if in_capitals and title.isupper() else default)
