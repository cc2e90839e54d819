"""Gắn danh mục: the parties of a plan linked to a directory by id, on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.converters import plain_date
from kehoach.documents import Recipient
from kehoach.findings import Finding, Severity
from kehoach.organizations import (
    Ambiguous,
    Directory,
    Ended,
    Found,
    FoundGroup,
    Inheritance,
    Lookup,
    NotYet,
    Position,
)
from kehoach.plan._readdress import Answer, Readdressed, readdress
from kehoach.plan._walk import parts, with_parties
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    import datetime

    from kehoach.documents import Issuer
    from kehoach.plan.nodes import Party
    from kehoach.plan.plan import Plan

__all__ = ["Answer", "Readdressed", "readdress", "resolve"]


def resolve(
    plan: Plan, directory: Directory, on: datetime.date
) -> tuple[Plan, tuple[Finding, ...]]:
    """Gắn mã cho các cơ quan trong kế hoạch, with findings for those that remain.

    A party (and the issuer) gets the id of the one body or group that bears its name on the day;
    an id that stands is kept and checked. Printed names never change. Each name is reported once:
    unknown, ambiguous, not existing on the day (with its successors), a group with doubts.
    """
    work = _Resolving(directory, plain_date(on))
    resolved = with_parties(plan, work.party)
    if plan.issuer is not None:
        resolved = evolve(resolved, issuer=work.issuer(plan.issuer))
    for part, _ in parts(plan.recipients):
        if isinstance(part, Recipient):
            work.recipient(part)
    return resolved, tuple(work.findings)


class _Resolving:
    """One run: answers by name, so that each name is looked up and reported once."""

    def __init__(self, directory: Directory, on: datetime.date) -> None:
        self.directory, self.on = directory, on
        self.findings: list[Finding] = []
        self._answers: dict[tuple[str, str | None], str | None] = {}
        self._reported: set[str] = set()

    def party(self, party: Party, trail: tuple[str, ...]) -> Party:
        found = self._id(party.name, party.id, " › ".join(trail))
        return party if found == party.id else evolve(party, id=found)

    def issuer(self, issuer: Issuer) -> Issuer:
        name = " ".join(issuer.name.split())
        return evolve(issuer, id=self._id(name, issuer.id, "cơ quan ban hành"))

    def recipient(self, recipient: Recipient) -> None:
        for name in recipient.parties or (recipient.text,):
            answers = self.directory.lookup_all(name, on=self.on, position=Position.RECIPIENT)
            for answer in answers:
                self._report(name, answer, "nơi nhận")

    def _id(self, name: str, known: str | None, place: str) -> str | None:
        if (name, known) not in self._answers:
            answer = self.directory.lookup(known or name, on=self.on)
            self._report(known or name, answer, place)
            self._answers[name, known] = known or _id_of(answer)
        return self._answers[name, known]

    def _report(self, name: str, answer: Lookup, place: str) -> None:
        if name in self._reported:
            return
        self._reported.add(name)
        match answer:
            case Found():
                return
            case FoundGroup(group):
                opened = self.directory.expand(group, on=self.on)
                found = [evolve(one, place=place) for one in opened.findings]
                rest = "; ".join(opened.unresolved)
                if rest:
                    message = f"nhóm “{name}” còn phần chưa xác định: {rest}"
                    found.append(Finding("directory.group-open", Severity.INFO, message, place))
                self.findings += found
            case _:
                self.findings.append(self._finding(name, answer, place))

    def _finding(self, name: str, answer: Lookup, place: str) -> Finding:
        day = short_date(self.on)
        match answer:
            case Ended(body, successors):
                code, message = "party-ended", f"“{name}” đã kết thúc ({_last(body.valid_to)})"
                advice = _advice(successors)
            case NotYet(body):
                code, message = "party-not-yet", f"“{name}” chưa có ngày {day}"
                advice = f"có từ {_last(body.valid_from)}"
            case Ambiguous(choices, readings):
                code, message = "party-ambiguous", f"“{name}” có nhiều khả năng"
                listed = [getattr(one, "full_name", one.name) for one in choices] or readings
                advice = f"chọn một và ghi mã: {'; '.join(listed)}"
            case _:
                return self._unknown(name, answer, place)
        return Finding(f"directory.{code}", Severity.WARNING, message, place, advice=advice)

    def _unknown(self, name: str, answer: Lookup, place: str) -> Finding:
        several = self.directory.lookup_all(name, on=self.on)
        if len(several) > 1:
            message = f"“{name}” gồm {len(several)} cơ quan, nhóm"
            advice = "tách thành từng cơ quan"
            code = "directory.party-several"
            return Finding(code, Severity.WARNING, message, place, advice=advice)
        near = ", ".join(getattr(answer, "nearest", ()))
        return Finding(
            "directory.party-unknown",
            Severity.WARNING,
            f"danh mục không có “{name}”",
            place,
            advice=f"có phải là: {near}?" if near else "thêm vào danh mục hoặc sửa tên",
        )


def _id_of(answer: Lookup) -> str | None:
    match answer:
        case Found(body):
            return body.id
        case FoundGroup(group):
            return group.id
    return None


def _advice(successors: Inheritance) -> str:
    heirs = [f"{heir.organization.full_name}{_scope(heir.scope)}" for heir in successors.heirs]
    named = f"cơ quan kế thừa: {'; '.join(heirs)}" if heirs else ""
    return "; ".join(part for part in (named, *successors.unresolved) if part)


def _scope(scope: tuple[str, ...]) -> str:
    return f" ({', '.join(scope)})" if scope else ""


def _last(day: datetime.date | None) -> str:
    return "chưa rõ ngày" if day is None else short_date(day)
