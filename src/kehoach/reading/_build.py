"""Từ dàn bài đến kế hoạch: what each node of the outline is, by its heading, form and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from kehoach.plan import (
    Assignment,
    Content,
    Item,
    Layout,
    Mood,
    Paragraph,
    Party,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
)
from kehoach.reading._drafts import DataLine, Draft, add_field, laid_out
from kehoach.reading._fields import read_fields
from kehoach.reading._labels import HEADING_RANK
from kehoach.reading._marking import Marked, Marking, common_mark
from kehoach.reading._names import heading_names
from kehoach.reading._nodes import (
    CLOSES,
    REPORTS,
    Assignee,
    acts,
    consolidated,
    detail_lines,
    is_plain,
    tables_joined,
    text_of,
)
from kehoach.reading._reports import read_report
from kehoach.reading._roles import names_actor
from kehoach.reading._sentences import draft_of
from kehoach.reading._tables import read_table
from kehoach.reading._targets import is_target, read_threshold
from kehoach.reading._topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy import Grid
    from kehoach.reading._names import Known
    from kehoach.reading._outline import Node

Built: TypeAlias = Content | Draft

_MOODS = {Mood.ASSIGN: "", Mood.REQUEST: "Đề nghị ", Mood.REQUIRE: "Yêu cầu "}
_DEEPEST = 12
_LONG_HEADING = 200
_INLINE_WITHIN = 220
_NO_TASKS = frozenset((Topic.PURPOSE, Topic.TARGETS, Topic.BUDGET))
_NO_ASSIGNEES = frozenset((Topic.PURPOSE, Topic.TARGETS))
_WORKING = frozenset((Topic.TASKS, Topic.ASSIGNMENT))
_SHORT = 60
_DETAIL = re.compile(
    r"(?:nội dung|hình thức|địa điểm|đối tượng|số lượng|thành phần|yêu cầu|mục đích|mục tiêu"
    r"|chủ đề|quy mô|giải pháp|cách thức"
    r"|phương pháp|nhiệm vụ)[^:]{0,30}:",
    re.IGNORECASE,
)


class Builder:
    """Builds the content of sections; `year` completes days without one, `known` knows names."""

    def __init__(self, year: int | None = None, known: Known | None = None) -> None:
        self.year, self.known = year, known
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
            if self._is_heading(node, Topic.NONE) and not self._assignee(node, Topic.NONE):
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
            items = common_mark(nodes, "-")
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
        layout, columns, tasks = laid_out(drafts, self.year, self.known)
        finished = iter(tasks)
        content = tuple(next(finished) if isinstance(one, Draft) else one for one in built)
        content = consolidated(content)
        return evolve(section, content=content, layout=layout, columns=columns)

    def _finished(self, built: list[Built]) -> list[Content]:
        content = tuple(
            one.finished(self.year, self.known) if isinstance(one, Draft) else one for one in built
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
        line = DataLine(text_of(node), read_fields(node.text))
        if len(pending) == 1:
            pending[0].lines.append(line)
            return
        for draft in pending:
            for field in line.fields:
                draft.task = add_field(draft.task, field, line.text, self.year, self.known)
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
        assignee = self._assignee(node, topic)
        if assignee is not None:
            built = self._assignment(node, assignee, marking, depth)
            return [built] if not isinstance(built, list) else built
        if self._is_task_with_data(node, topic):
            return [self._task(node, marking)]
        if self._is_heading(node, topic):
            return [self._section(node, topic, marking, depth)]
        return [self._paragraph(node, topic, marking, depth)]

    def _table(self, grid: Grid) -> Content:
        table, dropped = read_table(grid, self.year, self.known)
        self.dropped += [(grid, text) for text in dropped]
        return table

    def _is_heading(self, node: Node, topic: Topic) -> bool:
        if node.label is None:
            return node.rank < 100 and bool(node.text)  # noqa: PLR2004 - the rank of plain text
        if node.label.rank <= HEADING_RANK:
            return len(node.text) <= _LONG_HEADING or not node.ended
        if node.label.is_bullet:
            return False
        if not node.children:
            return (
                node.bold and not node.ended and len(node.text) <= _SHORT and topic not in _WORKING
            )
        if not node.ended:
            return not self._gives_details(node, topic)
        return len(node.text) <= _SHORT and (node.bold or topic_of(node.text) is not Topic.NONE)

    def _gives_details(self, node: Node, topic: Topic) -> bool:
        """Whether the children only tell more of one task ("- Nội dung: …", "- Địa điểm: …")."""
        if topic in _NO_TASKS or node.text.endswith(":"):
            return False
        told = [child for child in node.children if _DETAIL.match(child.text)]
        return len(told) * 2 > len(node.children)

    def _is_task_with_data(self, node: Node, topic: Topic) -> bool:
        """One group of data lines under a line that says what to do: that line is the task."""
        if topic in _NO_TASKS or node.label is None or node.rank <= HEADING_RANK:
            return False
        if self._gives_details(node, topic):
            return True
        leaves = [not child.children and bool(read_fields(child.text)) for child in node.children]
        if not any(leaves):
            return False
        first = leaves.index(True)
        if not all(leaves[first:]):
            return all(leaf or _DETAIL.match(child.text) for leaf, child in
                       zip(leaves, node.children, strict=True))  # fmt: skip
        plain = [child for child in node.children[:first] if not _DETAIL.match(child.text)]
        if len(plain) < 2:  # noqa: PLR2004 - several plain lines may be several tasks
            return not plain or acts(node.text) or node.ended
        return acts(node.text) and node.children[first].style == plain[0].style

    def _assignee(self, node: Node, topic: Topic) -> Assignee | None:
        """Who is to act, where the line is a heading that names them or begins with them."""
        if topic in _NO_ASSIGNEES or not node.text or node.grid is not None:
            return None
        if node.label is None and node.rank >= 100 and ":" not in node.text:  # noqa: PLR2004
            return None
        if node.label is not None and node.rank <= HEADING_RANK and topic is Topic.NONE:
            return None
        text = node.text
        colon = text.find(":", 0, _INLINE_WITHIN)
        rest = text[colon + 1 :].strip() if colon >= 0 else ""
        if rest:
            named = heading_names(text[:colon], self.known)
            return Assignee(*named, text[:colon], rest) if named else None
        if not node.children:
            return None
        named = heading_names(text, self.known)
        return Assignee(*named, text, "") if named else None

    def _assignment(
        self, node: Node, who: Assignee, marking: Marking, depth: int
    ) -> Content | list[Built]:
        marked = marking.take(node.label, heading=True)
        parties = tuple(map(Party, who.names))
        default = _MOODS[who.mood] + ", ".join(dict.fromkeys(who.names))
        title = f"{marked.prefix}{who.title}"
        common = Assignment(
            parties, (), who.mood, mark=marked.mark, number=marked.number,
            heading=None if title == default else title,
        )  # fmt: skip
        if who.rest:
            task = draft_of(who.rest, node.children, self.year, self.known).finished(
                self.year, self.known
            )
            return evolve(common, tasks=(task,), layout=Layout.INLINE)
        if any(child.grid is not None for child in node.children):
            return self._assigned_table(node, common, marked, marking, depth)
        items = common_mark(node.children, marked.style.inner(for_headings=False))
        inside = marking.inside(marked, items)
        drafts = self._tasks(node.children, inside)
        layout, columns, tasks = laid_out(drafts, self.year, self.known)
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
                drafts[-1].lines.append(DataLine(text_of(node), fields))
            else:
                drafts.append(self._task(node, marking))
        return drafts

    def _task(self, node: Node, marking: Marking) -> Draft:
        marked = marking.take(node.label, heading=False)
        draft = draft_of(text_of(node), node.children, self.year, self.known)
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
        if self._is_task(node, topic):
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
        if topic in _NO_TASKS or node.children:
            return None
        says = topic is Topic.REPORTING or REPORTS.match(text)
        if not says and not (topic is Topic.ASSIGNMENT and names_actor(text, self.known)):
            return None
        duty = read_report(text, self.year, self.known)
        if duty is None or (topic is not Topic.REPORTING and not duty.dues and not duty.cycle):
            return None
        marked = marking.take(node.label, heading=False)
        return evolve(duty, text=marked.prefix + text, mark=marked.mark, number=marked.number)

    def _is_task(self, node: Node, topic: Topic) -> bool:
        text = node.text
        if topic in _NO_TASKS or not text:
            return False
        if names_actor(text, self.known):
            return not CLOSES.match(text)
        if CLOSES.match(text):
            return False
        if topic is Topic.TASKS:
            return node.label is not None or acts(text)
        if topic in (Topic.ASSIGNMENT, Topic.NONE):
            return acts(text)
        return topic is Topic.REPORTING and node.label is not None and acts(text)

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
