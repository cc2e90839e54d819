"""Từ câu đến nhiệm vụ: a task from its sentence, its roles and days, and the lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.deadlines import deadline_words
from kehoach.plan import Milestone, Task
from kehoach.reading._deadlines import deadlines_in, main_and_further
from kehoach.reading._drafts import DataLine, Draft, add_field
from kehoach.reading._fields import read_fields, trailing_fields
from kehoach.reading._nodes import detail_lines, text_of
from kehoach.reading._roles import read_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.reading._names import Known
    from kehoach.reading._outline import Node


def draft_of(text: str, children: Sequence[Node], year: int | None, known: Known | None) -> Draft:
    """A task from its sentence; lines below it are its data or its details."""
    found = deadlines_in(text, year)
    main, further = main_and_further(found)
    milestones = tuple(Milestone(deadline_words(one), one) for one in further)
    roles = read_roles(text, known)
    task = Task(text or "…", responsibilities=roles, deadline=main, milestones=milestones)
    _, bracketed = trailing_fields(text)
    for field in bracketed:
        task = add_field(task, field, field.value, year, known)
    draft = Draft(task)
    details: list[str] = []
    for child in children:
        fields = () if child.children or child.grid else read_fields(child.text)
        if fields:
            draft.lines.append(DataLine(text_of(child), fields))
        else:
            details += detail_lines(child)
    if details:
        draft.task = evolve(draft.task, details=tuple(details))
    return draft
