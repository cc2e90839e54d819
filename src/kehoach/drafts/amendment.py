"""Điều chỉnh, bổ sung: the paper that says what changed from one version of a plan to the next."""

from __future__ import annotations

from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final, Unpack

import attrs

from kehoach.comparing import ChangeKind, diff, kind_name, said
from kehoach.compose import citation, path_of, place_words, short_citation, threshold_words
from kehoach.deadlines import Undated
from kehoach.drafts.frame import Frame, rules_of, unnumbered
from kehoach.plan import Annex, Assignment, Item, Paragraph, Plan, Section, Task, Threshold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.comparing import Change
    from kehoach.comparing.changes import Path

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
_DATA: Final = (ChangeKind.REDATED, ChangeKind.REASSIGNED)
_TEXTS: Final = ("text", "heading", "title")
_FOLLOWING: Final = ("threshold", "measure")
"""Data that a sentence says: told with it where it changed."""
_PLACED: Final = (Section, Item, Paragraph)
_SHOWN: Final = 120


def amendment(old: Plan, new: Plan, *, kind: str = "KH", **frame: Unpack[Frame]) -> Plan:
    """Soạn văn bản điều chỉnh, bổ sung kế hoạch từ hai bản của nó.

    What was added, changed, re-dated, re-assigned, moved and dropped stands under a heading of its
    own, each in a sentence. What the frame does not give (issuer, place, recipients, signature) is
    the plan's own; number and day are those of this paper, unknown unless given. Raises ValueError
    where nothing that is printed changed.
    """
    changes = sorted(told_once(diff(old, new)), key=lambda one: tuple(_HEADINGS).index(one.kind))
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
        Section(_HEADINGS[group], unnumbered(_Sentences(old, new).item(one) for one in some))
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


def told_once(changes: Iterable[Change]) -> Iterator[Change]:
    """Những thay đổi văn bản phải nói, each once.

    A sentence that changed only with its datum is told by the datum, a datum that its sentence
    says by the sentence, a cell that was replaced as one change.
    """
    kept = list(_with_cells([one for one in changes if _is_printed(one)]))
    data = [one.path for one in kept if one.kind in _DATA and one.path[-1] not in _TEXTS]
    texts = {one.path[:-1] for one in kept if one.path[-1] in _TEXTS}
    for one in kept:
        holder = one.path[:-1]
        if one.path[-1] in _TEXTS and one.kind in _DATA:
            if any(path[: len(holder)] == holder for path in data):
                continue
        elif one.path[-1] in _FOLLOWING and holder in texts:
            continue
        yield one


def _with_cells(changes: list[Change]) -> Iterator[Change]:
    """A cell that went and one that came in its place are one change."""
    came = {(*one.path, one.index): one for one in changes if one.kind is ChangeKind.ADDED}
    gone = {one.path for one in changes if one.kind is ChangeKind.DROPPED and _is_cell(one.path)}
    for one in changes:
        if one.kind is ChangeKind.DROPPED and one.path in gone and one.path in came:
            yield attrs.evolve(one, kind=ChangeKind.CHANGED, after=came[one.path].after)
        elif not (one.kind is ChangeKind.ADDED and (*one.path, one.index) in gone):
            yield one


def _is_cell(path: Path) -> bool:
    return len(path) > _CELL and path[-_CELL] == "rows" and isinstance(path[-1], int)


_CELL: Final = 3


def _is_printed(change: Change) -> bool:
    if change.path[0] not in _PRINTED:
        return False
    return change.path[-1] not in _SILENT or change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED)


class _Sentences:
    """Each change in a sentence of the paper, its place as the plan numbers it."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._old, self._new = old, new

    def item(self, change: Change) -> Item:
        """The sentence, with what an added part holds under it."""
        where = place_words(self._old, change.path)
        match change.kind:
            case ChangeKind.ADDED:
                come = self._come(change.after) or where
                return Item(
                    f"Bổ sung {come}: {_named(change.after)}{_data(change.after)}.",
                    _lines(change.after),
                )
            case ChangeKind.DROPPED:
                return Item(f"Bãi bỏ {where}: {_named(change.before)}.")
            case ChangeKind.MOVED:
                come = self._come(change.after) or "vị trí khác"
                return Item(f"Chuyển {where} ({_named(change.node)}) thành {come}.")
            case ChangeKind.CHANGED:
                return Item(self._changed(change, where))
        what = "thời hạn" if change.kind is ChangeKind.REDATED else _lower(change.field)
        at = " ".join(filter(None, (where, _short(change.node))))
        values = f"từ {said(change.before)} thành {said(change.after)}"
        if change.path[-1] in _TEXTS:
            return Item(f"Sửa {where} như sau: {_quoted(change.after)}.")
        return Item(f"Điều chỉnh {what} tại {at} {values}.")

    def _come(self, part: object) -> str:
        path = path_of(self._new, part)
        return place_words(self._new, path) if path else ""

    def _changed(self, change: Change, where: str) -> str:
        if _is_cell(change.path):
            column = self._column(change.path)
            at = f"cột “{column}” {where}"
            return f"Tại {at}: thay {said(change.before)} bằng {said(change.after)}."
        name = _lower(change.field)
        if change.path[-1] in _TEXTS:
            name = "tên" if isinstance(change.node, Annex) else name
            named = f"{name} {where}".strip() if change.path[-1] != "text" else where or name
            return f"Sửa {named} như sau: {_quoted(change.after)}."
        at = " ".join(filter(None, (where, _short(change.node))))
        if change.after in (None, (), ""):
            return f"Bỏ {name} tại {at}: {said(change.before)}."
        return f"Sửa {name} tại {at} như sau: {_value(change.after)}."

    def _column(self, path: Path) -> str:
        table: Any = self._old
        for step in path[:-_CELL]:
            table = table[step] if isinstance(step, int) else getattr(table, step)
        titles: tuple[str, ...] = table.columns
        return titles[at] if isinstance(at := path[-1], int) and at < len(titles) else str(at)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _value(value: object) -> str:
    if isinstance(value, Threshold):
        return threshold_words(value)
    return _quoted(value) if isinstance(value, str) else said(value)


def _quoted(text: object) -> str:
    return f"“{' '.join(str(text).split()).rstrip('.')}”"


def _short(node: Any) -> str:  # noqa: ANN401 - any part of a plan
    """The first words of a part, to be sure which is meant."""
    name = said(node).strip("“”") if attrs.has(type(node)) and not isinstance(node, Plan) else ""
    short = shorten(name, _WIDTH, placeholder=" …").rstrip(".")
    return f"(“{short}”)" if short else ""


_WIDTH: Final = 70


def _named(node: Any) -> str:  # noqa: ANN401 - any part of a plan
    """The part in words: "nhiệm vụ “…”"; of what its place names already, the text alone."""
    if not attrs.has(type(node)):
        return said(node)
    kind = "" if isinstance(node, _PLACED) else f"{_lower(kind_name(node.__class__))} "
    text = _quoted(said(node).strip("“”"))
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …”"
    return f"{kind}{text if isinstance(node, Task | Item) else cut}"


def _data(node: object) -> str:
    """What a task says in no sentence: who, by when, with what result."""
    if not isinstance(node, Task):
        return ""
    phrase = getattr(node.deadline, "phrase", None)
    told = [said(one) for one in node.responsibilities if not (one.phrase or one.party is None)]
    if node.deadline is not None and not (phrase or isinstance(node.deadline, Undated)):
        told.append(f"thời hạn {said(node.deadline)}")
    if node.product and node.product not in node.text:
        told.append(f"sản phẩm {_quoted(node.product)}")
    return "".join(f"; {one}" for one in told)


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
