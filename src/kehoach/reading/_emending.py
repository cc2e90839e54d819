"""Đính chính: proposals for doubtful words as findings, or applied where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kehoach.findings import Finding, Severity
from kehoach.plan import Item, Paragraph, Plan, ReportingDuty, Target, Task
from kehoach.reading._doubts import Doubt, doubtful, doubts, emended
from kehoach.reading._roles import read_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.reading._paragraphs import Text

_EMENDED = (Item, Paragraph, ReportingDuty, Target, Task)
_HOLDERS = ("opening", "sections", "closing", "annexes")


def emend(plan: Plan, texts: Sequence[Text], *, accept: bool) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan, its doubtful words put right if `accept`, and a finding for each of them."""
    chosen = doubtful([text.text for text in texts])
    findings = [
        _finding(one, text)
        for text, worth in zip(texts, chosen, strict=True)
        if worth
        for one in doubts(text.text)
    ]
    if not accept or not findings:
        return plan, tuple(findings)
    changes = {name: _applied(getattr(plan, name)) for name in _HOLDERS}
    return attrs.evolve(plan, **changes), tuple(findings)


def _finding(doubt: Doubt, text: Text) -> Finding:
    printed, reading = doubt.emendation.printed, doubt.emendation.reading
    if printed == reading:
        message = f"chữ “{printed}” ngờ sai"
        advice = "đối chiếu bản gốc"
    else:
        message = f"“{printed}” có lẽ là “{reading}”"
        advice = f"đối chiếu bản gốc; nếu đúng, ghi emendations: {printed} → {reading}"
    line = text.line
    for piece in text.pieces:
        if printed in piece.text:
            line = piece.number
            break
    place = text.place
    return Finding("reading.emendation", Severity.WARNING, message, place, line, advice=advice)


def _applied(value: Any) -> Any:  # noqa: ANN401 - any part of a plan
    if isinstance(value, tuple):
        return tuple(_applied(one) for one in value) if value else value
    if not attrs.has(type(value)):
        return value
    changes: dict[str, Any] = {}
    for name in ("content", "items", "tasks", "rows"):
        inner = getattr(value, name, None)
        if isinstance(inner, tuple) and inner:
            changes[name] = _applied(inner)
    if isinstance(value, _EMENDED):
        changes |= _mended(value)
    return attrs.evolve(value, **changes) if changes else value


def _mended(node: Item | Paragraph | ReportingDuty | Target | Task) -> dict[str, Any]:
    found = tuple(one for one in doubts(node.text) if one.sure)
    if not found:
        return {}
    emendations = (*node.emendations, *(one.emendation for one in found))
    changes: dict[str, Any] = {"text": emended(node.text, found), "emendations": emendations}
    if isinstance(node, Task) and not node.responsibilities:
        changes["responsibilities"] = read_roles(changes["text"])
    elif isinstance(node, Task):
        changes["responsibilities"] = tuple(
            attrs.evolve(one, phrase=_phrase(one.phrase, found)) for one in node.responsibilities
        )
    return changes


def _phrase(phrase: str | None, found: tuple[Doubt, ...]) -> str | None:
    for one in found:
        if phrase and one.emendation.printed in phrase:
            phrase = phrase.replace(one.emendation.printed, one.emendation.reading)
    return phrase
