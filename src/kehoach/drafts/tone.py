"""Giọng văn: giao, yêu cầu, đề nghị or kính đề nghị, by how the issuer stands to the body."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kehoach.organizations import Command, Kind, Level
from kehoach.plan import Mood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.organizations import Organization


class Tone(StrEnum):
    """Giọng văn, from an order to a petition: giao, yêu cầu, đề nghị, kính đề nghị."""

    ASSIGN = "assign"
    REQUIRE = "require"
    REQUEST = "request"
    PETITION = "petition"

    @property
    def verb(self) -> str:
        """The words between the issuer's name and the body's: "giao", "kính đề nghị"."""
        return {
            "assign": "giao",
            "require": "yêu cầu",
            "request": "đề nghị",
            "petition": "kính đề nghị",
        }[self.value]


_MOODS = {
    Mood.ASSIGN: Tone.ASSIGN,
    Mood.REQUIRE: Tone.REQUIRE,
    Mood.REQUEST: Tone.REQUEST,
}
_ABOVE = (Kind.CENTRAL, Kind.PARTY, Kind.COUNCIL)
_OUTSIDE = (Kind.VERTICAL, Kind.JUDICIARY, Kind.FRONT, Kind.PRESS, Kind.ENTERPRISE)
_LEVELS = list(Level)


def tone(
    moods: Iterable[Mood] = (),
    bodies: Iterable[Organization] = (),
    issuer: Organization | None = None,
) -> Tone:
    """Giọng văn của một văn bản: the most courteous that one of the moods or bodies asks for.

    The plan's own mood always counts. A body that the directory lets the UBND order takes the
    plan's word; who may only be asked is asked; a superior (central, Party, council or People's
    Committee not below the issuer, or the issuer's own parent) is petitioned.
    """
    tones = [Tone.ASSIGN]
    tones += (_MOODS[mood] for mood in moods)
    tones += (_of_body(body, issuer) for body in bodies)
    return max(tones, key=list(Tone).index)


def _of_body(body: Organization, issuer: Organization | None) -> Tone:
    if _is_above(body, issuer):
        return Tone.PETITION
    if body.command is None:
        return Tone.REQUEST if body.kind in (*_OUTSIDE, *_ABOVE) else Tone.ASSIGN
    return Tone.REQUEST if body.command is Command.REQUEST else Tone.ASSIGN


def _is_above(body: Organization, issuer: Organization | None) -> bool:
    if issuer is not None and issuer.parent == body.id:
        return True
    if body.command in (Command.ORDER, Command.THROUGH):
        return False
    level = issuer.level if issuer else Level.PROVINCE
    at_least = _LEVELS.index(body.level) <= _LEVELS.index(level)
    rules = body.kind in _ABOVE or (
        body.kind is Kind.PEOPLES_COMMITTEE and issuer is not None and issuer.kind is not body.kind
    )
    return rules and at_least and (issuer is None or body.id != issuer.id)
