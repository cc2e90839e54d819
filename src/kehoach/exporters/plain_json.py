"""Xuất ra JSON: a plan as a plan file; documents, calendars and progress as plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from kehoach.errors import UnwritableText
from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from kehoach.cycles import Calendar
    from kehoach.documents import Document
    from kehoach.exporters.trees import Tree
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook
    from kehoach.tracking import Progress


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `json`, and one for each other kind of subject."""
    return [
        Exporter("json", ".json", Subject.PLAN, "Tệp kế hoạch dạng JSON (.json)", write_plan),
        Exporter(
            "json-document", ".json", Subject.DOCUMENT, "Văn bản dạng JSON (.json)", write_document
        ),
        Exporter(
            "json-calendar", ".json", Subject.CALENDAR, "Lịch dạng JSON (.json)", write_calendar
        ),
        Exporter(
            "json-progress", ".json", Subject.PROGRESS, "Tiến độ dạng JSON (.json)", write_progress
        ),
    ]


def write_plan(plan: Plan, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi kế hoạch thành tệp kế hoạch; raises as `kehoach.files.dumps` does."""
    from kehoach.files import dumps  # noqa: PLC0415 - loads cattrs

    stream.write(dumps(plan, "json").encode())


def write_document(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi văn bản, as `kehoach.exporters.trees.document_tree` gives it."""
    from kehoach.exporters.trees import document_tree  # noqa: PLC0415 - loads rooms of tracking

    _write(document_tree(document), stream)


def write_calendar(calendar: Calendar, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi lịch, as `kehoach.exporters.trees.calendar_tree` gives it."""
    from kehoach.exporters.trees import calendar_tree  # noqa: PLC0415 - the same

    _write(calendar_tree(calendar), stream)


def write_progress(progress: Progress, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi tiến độ, as `kehoach.exporters.trees.progress_tree` gives it."""
    from kehoach.exporters.trees import progress_tree  # noqa: PLC0415 - the same

    _write(progress_tree(progress), stream)


def _write(tree: Tree, stream: BinaryIO) -> None:
    """JSON names control characters by number; half characters (surrogates) nothing can write."""
    text = json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
    for offset, character in forbidden_characters(text):
        raise UnwritableText("the JSON text", offset, character)
    stream.write(text.encode())
