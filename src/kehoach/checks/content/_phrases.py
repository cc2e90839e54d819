"""Cụm từ và dữ liệu: a phrase stands in its sentence and means what its datum says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks.content._told import told
from kehoach.checks.content._works import Work
from kehoach.deadlines import deadline_words, parse_deadline, without_phrase
from kehoach.plan import Section, Target
from kehoach.vietnamese import nfc, number, unbind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.checks.content._works import Part
    from kehoach.deadlines import Deadline
    from kehoach.findings import Finding
    from kehoach.plan import Content, Plan, Task

_NUMBER: Final = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")


def phrases(plan: Plan, parts: Sequence[Part]) -> Iterator[Finding]:
    """The phrases of deadlines, roles and targets."""
    year = plan.period.start.year if plan.period else getattr(plan.date, "year", None)
    for part in parts:
        if isinstance(part, Work):
            yield from _of_task(part.task, part.place, year)
        else:
            duty, place = part
            held = [due.deadline for due in duty.dues] + [duty.cycle]
            for deadline in held:
                yield from _of_deadline(deadline, duty.text, place, year)
    for target in _targets(plan.sections):
        yield from _of_target(target)


def _of_task(task: Task, place: str, year: int | None) -> Iterator[Finding]:
    text = "\n".join((task.text, *task.details))
    yield from _of_deadline(task.deadline, text, place, year)
    for milestone in task.milestones:
        yield from _of_deadline(milestone.deadline, f"{text}\n{milestone.text}", place, year)
    for one in task.responsibilities:
        if one.phrase and not _stands(one.phrase, text):
            yield told("ND13", place, "absent", phrase=one.phrase)


def _of_deadline(
    deadline: Deadline | None, text: str, place: str, year: int | None
) -> Iterator[Finding]:
    if deadline is None or not deadline.phrase:
        return
    phrase, datum = deadline.phrase, without_phrase(deadline)
    if not _stands(phrase, text):
        yield told("ND13", place, "absent", phrase=phrase)
    printed = parse_deadline(phrase, year=year)
    if printed is None:
        yield told("ND13", place, "unread", phrase=phrase, datum=deadline_words(datum))
    elif without_phrase(printed) != datum:
        means = deadline_words(without_phrase(printed))
        yield told(
            "ND13", place, "other", phrase=phrase, printed=means, datum=deadline_words(datum)
        )


def _of_target(target: Target) -> Iterator[Finding]:
    threshold = target.threshold
    if threshold is None or not threshold.phrase:
        return
    place, phrase = target.id or target.text[:40], threshold.phrase
    if not _stands(phrase, target.text):
        yield told("ND13", place, "absent", phrase=phrase)
    value = number(threshold.value)
    digits = [one.lstrip("0") or "0" for one in _NUMBER.findall(phrase)]
    if digits and value not in digits:
        yield told("ND13", place, "value", phrase=phrase, datum=f"{value}{threshold.unit}")


def _targets(content: Iterable[Content]) -> Iterator[Target]:
    for node in content:
        if isinstance(node, Section):
            yield from _targets(node.content)
        elif isinstance(node, Target):
            yield node


def _stands(phrase: str, text: str) -> bool:
    return _plain(phrase) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(unbind(nfc(text)).split())
