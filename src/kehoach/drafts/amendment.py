"""Điều chỉnh, bổ sung: the paper that says what changed from one version of a plan to the next."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, Unpack

import attrs

from kehoach.comparing import ChangeKind, diff, kind_name, said
from kehoach.compose import citation, short_citation
from kehoach.drafts.frame import Frame, rules_of, unnumbered
from kehoach.plan import Assignment, Item, Paragraph, Plan, Section, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.comparing import Change

_PRINTED: Final = ("title", "opening", "sections", "closing", "annexes")
_SILENT: Final = frozenset(
    "id implements emendations mark items_mark number layout columns widths note".split()
)
_HEADINGS: Final = {
    ChangeKind.ADDED: "Bổ sung",
    ChangeKind.CHANGED: "Sửa đổi nội dung",
    ChangeKind.REDATED: "Điều chỉnh thời hạn",
    ChangeKind.REASSIGNED: "Điều chỉnh phân công",
    ChangeKind.MOVED: "Chuyển vị trí",
    ChangeKind.DROPPED: "Bãi bỏ",
}
_SHOWN: Final = 120


def amendment(old: Plan, new: Plan, *, kind: str = "KH", **frame: Unpack[Frame]) -> Plan:
    """Soạn văn bản điều chỉnh, bổ sung kế hoạch từ hai bản của nó.

    What was added, changed, re-dated, re-assigned, moved and dropped stands under a heading of its
    own, each in a sentence. What the frame does not give (issuer, place, recipients, signature) is
    the plan's own; number and day are those of this paper, unknown unless given. Raises ValueError
    where nothing that is printed changed.
    """
    changes = sorted(_told(diff(old, new)), key=lambda one: tuple(_HEADINGS).index(one.kind))
    if not changes:
        raise ValueError("expected two versions of a plan that print differently, got equal ones")
    rules = rules_of(old)
    own: Frame = {
        "issuer": old.issuer,
        "place": old.place,
        "recipients": new.recipients or old.recipients,
        "archive": old.archive,
        "signature": old.signature,
        **frame,
    }
    cited = citation(old, rules)
    sections = tuple(
        Section(_HEADINGS[group], unnumbered(_item(one, new) for one in some))
        for group, some in groupby(changes, lambda one: one.kind)
    )
    return Plan(
        f"Điều chỉnh, bổ sung {short_citation(old, rules)}",
        kind=kind,
        period=old.period,
        opening=(Paragraph(f"{_issuer(old)} điều chỉnh, bổ sung {cited} như sau:"),),
        sections=sections,
        closing=(Paragraph("Các nội dung khác không thay đổi."),),
        **own,
    )


def _issuer(plan: Plan) -> str:
    return " ".join(plan.issuer.name.split()) if plan.issuer else "Cơ quan ban hành"


def _told(changes: Iterable[Change]) -> Iterator[Change]:
    """What the paper prints; a sentence that changed only with its datum is told once."""
    kept = [one for one in changes if _is_printed(one)]
    data = {one.path[:-1] for one in kept if one.kind in _DATA and one.path[-1] not in _TEXTS}
    for one in kept:
        if one.kind in _DATA and one.path[-1] in _TEXTS and one.path[:-1] in data:
            continue
        yield one


_DATA: Final = (ChangeKind.REDATED, ChangeKind.REASSIGNED)
_TEXTS: Final = ("text", "heading")


def _is_printed(change: Change) -> bool:
    if change.path[0] not in _PRINTED:
        return False
    return change.path[-1] not in _SILENT or change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED)


def _item(change: Change, new: Plan) -> Item:
    where = f"Tại {_quoted(change.place)}: " if change.place else ""
    match change.kind:
        case ChangeKind.ADDED:
            return Item(f"{where}bổ sung {_named(change.after)}.", _lines(change.after))
        case ChangeKind.DROPPED:
            return Item(f"{where}bãi bỏ {_named(change.before)}.")
        case ChangeKind.MOVED:
            target = _quoted(" › ".join(_trail(new, change.into)))
            return Item(f"{where}chuyển {_named(change.node)} sang {target or 'vị trí khác'}.")
        case _:
            what = change.field[:1].lower() + change.field[1:]
            change_words = f"từ {said(change.before)} thành {said(change.after)}"
            return Item(f"{where}{what} {change_words}.")


def _quoted(place: str) -> str:
    return ", ".join(f"“{part}”" for part in place.split(" › ") if part)


def _named(node: Any) -> str:  # noqa: ANN401 - any part of a plan
    """The part in words: "nhiệm vụ “…”"; one that holds others is named by its kind and name."""
    if not attrs.has(type(node)):
        return said(node)
    kind = kind_name(node.__class__)
    text = said(node).replace(".”", "”")
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …”"
    return f"{kind[:1].lower()}{kind[1:]} {text if isinstance(node, Task | Item) else cut}"


def _lines(node: Any) -> tuple[Item, ...]:  # noqa: ANN401 - any part of a plan
    """What an added part holds, in the plan's own words."""
    match node:
        case Section(content=content):
            return tuple(one for inner in content for one in (_line(inner), *_lines(inner)) if one)
        case Assignment(tasks=tasks):
            return tuple(Item(task.text) for task in tasks)
    return ()


def _line(node: Any) -> Item | None:  # noqa: ANN401 - any part of a plan
    match node:
        case Assignment(heading=None, assignees=assignees):
            return Item(", ".join(party.name for party in assignees))
        case Section(heading=str(text)) | Assignment(heading=str(text)):
            return Item(text)
    words: object = getattr(node, "text", None)
    return Item(words) if isinstance(words, str) else None


def _trail(plan: Plan, path: tuple[str | int, ...]) -> Iterator[str]:
    """The headings that lead to a place in the new plan."""
    node: Any = plan
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
        if isinstance(node, Section | Assignment) and (line := _line(node)):
            yield line.text
