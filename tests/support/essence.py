"""What a plan prints, as plain values: to compare a plan with the one read from its paper."""

from __future__ import annotations

from typing import Any

from kehoach.compose import datum_words
from kehoach.plan import (
    Assignment,
    Datum,
    GroupRow,
    Item,
    Layout,
    Paragraph,
    Plan,
    ReportingDuty,
    Section,
    Target,
    Task,
    TaskTable,
    TextTable,
)

_DATA = (
    Datum.LEAD, Datum.COORDINATE, Datum.MONITOR, Datum.DEADLINE, Datum.PRODUCT, Datum.BUDGET,
    Datum.AUTHORITY, Datum.OFFICER, Datum.NOTE,
)  # fmt: skip


def essence(plan: Plan, *, landscape: bool = True) -> dict[str, Any]:
    """The printed fields of a plan; capitals of headings and names are those of the print.

    Text has no pages, so that the way through it leaves `landscape` out.
    """
    issuer = plan.issuer
    return {
        "kind": plan.kind,
        "title": plan.title,
        "issuer": issuer and (issuer.name.upper(), (issuer.superior or "").upper()),
        "number": plan.number,
        "place": plan.place,
        "date": plan.date,
        "bases": plan.bases,
        "addressees": plan.addressees,
        "authority": plan.authority_line,
        "enclosed by": plan.enclosed_by,
        "opening": [one.text for one in plan.opening],
        "sections": [_node(one) for one in plan.sections],
        "closing": [_bare(one.text) for one in plan.closing],
        "recipients": [one.text for one in plan.recipients],
        "archive": plan.archive,
        "signature": plan.signature,
        "marks": plan.marks,
        "address": plan.office_address,
        "annexes": [
            (one.title.upper(), one.landscape and landscape, [_node(node) for node in one.content])
            for one in plan.annexes
        ],
        "footnotes": plan.footnotes,
    }


def _bare(text: str) -> str:
    """The text without its stop, in the place of which the end mark of the paper may stand."""
    return text.rstrip(".;")


def _node(node: Any) -> tuple[Any, ...]:  # noqa: PLR0911 - one return a kind
    match node:
        case Section():
            inner = [_in_layout(one, node.layout) for one in node.content]
            return ("section", (node.heading or "").upper(), node.layout, inner)
        case Assignment():
            # A heading in capitals does not tell how its names are written in a sentence.
            names = [one.name.casefold() for one in node.assignees]
            inner = [_in_layout(one, node.layout) for one in node.tasks]
            return ("assignment", names, node.mood, node.layout, inner)
        case TaskTable():
            columns = [(one.title, one.shows) for one in node.columns]
            rows = [
                ("group", row.text) if isinstance(row, GroupRow) else _in_layout(row, Layout.TABLE)
                for row in node.rows
            ]
            return ("task table", columns, rows)
        case TextTable(columns, rows):
            return ("table", columns, rows)
        case Task():
            return ("task", _bare(node.text), node.details)
        case Item():
            return ("item", _bare(node.text), [_node(one) for one in node.items])
        case Paragraph() | Target() | ReportingDuty():
            return (type(node).__name__, _bare(node.text))
    raise AssertionError(node)


def _in_layout(node: Any, layout: Layout | None) -> tuple[Any, ...]:
    """A node, with the data that a table or lines below print of a task."""
    if not isinstance(node, Task) or layout not in (Layout.TABLE, Layout.FIELDS):
        return _node(node)
    return (*_node(node), [datum_words(node, datum) for datum in _DATA])
