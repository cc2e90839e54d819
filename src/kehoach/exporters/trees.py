"""Cây dữ liệu: documents, calendars and progress as plain values, as JSON holds them.

Days are ISO texts, figures exact texts, enumerations their values; a block of a document says in
`block` which kind it is.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from kehoach.documents import Heading, Paragraph, Table
from kehoach.tracking.duties import duty_to_tree

if TYPE_CHECKING:
    from kehoach.cycles import Calendar, Entry
    from kehoach.documents import Document
    from kehoach.findings import Finding
    from kehoach.plan import Party
    from kehoach.tracking import Progress, Status

Tree = dict[str, Any]
_BLOCKS = (Paragraph, Heading, Table)


def document_tree(document: Document) -> Tree:
    """Văn bản: every part of it, also those that are empty."""
    tree: Tree = _plain(document)
    return tree


def calendar_tree(calendar: Calendar) -> Tree:
    """Lịch: its entries, each with the `uid` that names it for good."""
    return {
        "title": calendar.title,
        "year": calendar.year,
        "entries": [_entry(one) for one in calendar.entries],
        "undated": [_entry(one) for one in calendar.undated],
        "findings": [_finding(one) for one in calendar.findings],
    }


def progress_tree(progress: Progress) -> Tree:
    """Tiến độ: the day it is as of, and every obligation with its duty and how it stands."""
    return {
        "on": progress.on.isoformat(),
        "due_soon": progress.due_soon,
        "known": progress.known and progress.known.isoformat(),
        "items": [_status(one) for one in progress],
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of ours
    match value:
        case StrEnum():
            return value.value
        case Decimal():
            return str(value)
        case datetime.date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
    if not attrs.has(type(value)):
        return value
    tree: Tree = {"block": type(value).__name__.lower()} if isinstance(value, _BLOCKS) else {}
    tree |= {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return tree


def _entry(entry: Entry) -> Tree:
    return {
        "uid": entry.uid,
        "day": entry.day.isoformat() if entry.day else None,
        "hour": entry.hour,
        "kind": entry.kind.value,
        "text": entry.text,
        "who": entry.who and _party(entry.who),
        "to": [_party(one) for one in entry.to],
        "last_working_day": entry.last_working_day and entry.last_working_day.isoformat(),
        "provisional": entry.provisional,
        "notes": list(entry.notes),
    }


def _party(party: Party) -> Tree:
    return {"id": party.id, "name": party.name}


def _finding(finding: Finding) -> Tree:
    tree: Tree = _plain(attrs.evolve(finding, at=None))
    return {name: value for name, value in tree.items() if name != "at"}


def _status(status: Status) -> Tree:
    names = (field.name for field in attrs.fields(type(status)))
    return {
        "plan": status.plan,
        "key": status.key,
        "label": status.label,
        **{name: _plain(getattr(status, name)) for name in names if name != "duty"},
        "duty": duty_to_tree(status.duty),
    }
