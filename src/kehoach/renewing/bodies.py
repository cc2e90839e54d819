"""Cơ quan của năm mới: what each body of a plan is called on a later day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.findings import Finding, Severity
from kehoach.plan import Party, readdress

if TYPE_CHECKING:
    import datetime

    from kehoach.organizations import Directory
    from kehoach.plan import Plan

_EACH = 3


def renamed(
    plan: Plan, directory: Directory | None, on: datetime.date
) -> tuple[dict[str, Party], tuple[Finding, ...]]:
    """Tên cũ → cơ quan kế thừa duy nhất, and a question for each body that has none or several.

    Without a directory nobody is renamed and nothing is asked.
    """
    if directory is None:
        return {}, ()
    names: dict[str, Party] = {}
    questions: list[Finding] = []
    answered = readdress(plan, directory, on)
    for name in dict.fromkeys(one.party.name for one in answered.answers):
        of_party = [one for one in answered.answers if one.party.name == name]
        heirs = {heir.organization.id: heir.organization for one in of_party for heir in one.heirs}
        asked = list(dict.fromkeys(text for one in of_party for text in one.questions))
        if len(of_party) == 1 and len(heirs) == 1 and not asked:
            (heir,) = heirs.values()
            body = of_party[0].body
            if body is not None and heir.id != body.id:
                names[name] = Party(heir.name, heir.id)
        elif len(of_party) == 1 and len(heirs) > 1 and not asked:
            told = ", ".join(heir.full_name for heir in heirs.values())
            asked = [f"{name} nay có nhiều cơ quan kế thừa: {told}"]
        questions += _asked(name, asked, of_party[0].place)
    asked_once = {one.message: one for one in reversed((*questions, *answered.findings))}
    return names, tuple(reversed(asked_once.values()))


def _asked(name: str, questions: list[str], place: str) -> tuple[Finding, ...]:
    """One question a body, and one in all for a group whose members nearly all have one."""
    if len(questions) > _EACH:
        rest = f"; và {len(questions) - _EACH} cơ quan nữa"
        questions = [f"{name}: {'; '.join(questions[:_EACH])}{rest}"]
    return tuple(_ask(one, place) for one in questions)


def _ask(message: str, place: str) -> Finding:
    return Finding(
        "renewal.body",
        Severity.WARNING,
        message,
        place,
        advice="chọn cơ quan nhận việc rồi sửa tên",
    )
