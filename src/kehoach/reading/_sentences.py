"""Từ câu đến nhiệm vụ: a task from its sentence, its roles and days, and the lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.deadlines import deadline_words
from kehoach.plan import Milestone, Task
from kehoach.reading._deadlines import deadlines_in, main_and_further
from kehoach.reading._drafts import Draft, DraftLine, add_field
from kehoach.reading._fields import read_fields, trailing_fields
from kehoach.reading._nodes import detail_lines, text_of
from kehoach.reading._roles import read_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.compose import Style
    from kehoach.reading._context import Context
    from kehoach.reading._outline import Node


def draft_of(text: str, children: Sequence[Node], style: Style, context: Context) -> Draft:
    """A task from its sentence, its mark of a style; lines below are its data or details."""
    found = deadlines_in(text, context)
    main, further = main_and_further(found)
    milestones = tuple(Milestone(deadline_words(one), one) for one in further)
    roles = read_roles(text, context.known)
    task = Task(text, responsibilities=roles, deadline=main, milestones=milestones)
    _, bracketed = trailing_fields(text)
    for field in bracketed:
        task = add_field(task, field, field.value, context)
    draft = Draft(task, style)
    for child in children:
        draft.lines += lines_of(child)
    return draft


def lines_of(node: Node) -> Iterator[DraftLine]:
    """A line under a task, then those below it, which bring their own marks."""
    fields = () if node.children or node.grid else read_fields(text_of(node))
    mark = ""
    if node.label is not None:
        mark = node.label.style if node.label.is_bullet else node.label.printed
    lines = list(detail_lines(node))
    if node.grid is None and text_of(node):
        yield DraftLine(lines.pop(0), mark, fields)
    yield from (DraftLine(line, node.style or "-") for line in lines)
