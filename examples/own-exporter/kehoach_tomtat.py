"""Tóm tắt nhiệm vụ: who does what until when, as a table in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.deadlines import deadline_words
from kehoach.errors import UnwritableText
from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach.plan import Assignment, Section, Task, TaskTable
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.plan import Plan
    from kehoach.rules import Rulebook

HEAD = ("| Cơ quan | Nhiệm vụ | Thời hạn |", "|---|---|---|")


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `tomtat`: it takes the plan itself, so that it reads data and no printed text."""
    return [Exporter("tomtat", ".md", Subject.PLAN, "Tóm tắt nhiệm vụ, Markdown (.md)", write)]


def write(plan: Plan, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi bảng tóm tắt; raises UnwritableText for characters that no file can hold."""
    tasks = [row for section in plan.sections for row in rows(section.content)]
    text = "\n".join([f"# {cell(plan.title)}", "", *HEAD, *tasks, ""])
    for offset, character in forbidden_characters(text):
        raise UnwritableText("the summary", offset, character)
    stream.write(text.encode())


def rows(nodes: Iterable[object], who: str = "") -> Iterator[str]:
    """Một dòng cho mỗi nhiệm vụ, in the order of the plan, however deep it stands."""
    for node in nodes:
        match node:
            case Section(content=content):
                yield from rows(content, who)
            case Assignment(assignees=assignees, tasks=tasks):
                yield from rows(tasks, ", ".join(party.name for party in assignees))
            case TaskTable(rows=lines):
                yield from rows(lines, who)
            case Task(text=text, deadline=deadline):
                until = deadline_words(deadline) if deadline else ""
                yield f"| {cell(who)} | {cell(text)} | {cell(until)} |"


def cell(text: str) -> str:
    """Chữ trong một ô: on one line, its bars and backslashes escaped."""
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split())
