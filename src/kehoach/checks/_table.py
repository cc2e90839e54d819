"""Bảng quy tắc kiểm tra: code, clause, severity, mend and messages of every rule, as data.

Each `rules.toml` of this room is one part of the table; a code stands in one of them only.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from attrs import field, frozen

from kehoach.findings import Severity

About = Literal["form", "words", "unknown"]
"""What a fault lies in: the form that a writer gives, the user's words, what is not known yet."""

_TABLES = ("", "language", "content")
_KEYS = {"title", "severity", "mend", "clause", "part", "about", "advice", "messages"}
_MESSAGE_KEYS = {"text", "severity", "mend", "about", "advice"}


class Mend(StrEnum):
    """Cách sửa: whether a machine may mend a fault.

    SAFE mends change form only and are applied when asked to fix; GUARDED ones touch marks or
    wording and are applied on request; SUGGEST leaves the change to a human, NEVER has none.
    """

    SAFE = "SAFE"
    GUARDED = "GUARDED"
    SUGGEST = "SUGGEST"
    NEVER = "NEVER"


@frozen
class Message:
    """Câu báo lỗi: the text of one aspect of a rule, with slots in braces."""

    text: str
    severity: Severity
    mend: Mend
    about: About
    advice: str = ""


@frozen
class CheckRule:
    """Quy tắc kiểm tra: one row of the table.

    `clause` cites the instrument; where it is empty, that of the rulebook's part `part` holds.
    `messages` holds the aspects of the rule by name; "" is the only one where there is one.
    """

    code: str
    title: str
    clause: str = ""
    part: str = ""
    messages: dict[str, Message] = field(factory=dict, eq=False)


@cache
def table() -> dict[str, CheckRule]:
    """Toàn bộ bảng quy tắc, by code; not to be edited."""
    rules: dict[str, CheckRule] = {}
    for folder in _TABLES:
        home = resources.files("kehoach.checks").joinpath(folder) if folder else (
            resources.files("kehoach.checks")
        )
        file = home.joinpath("rules.toml")
        if not file.is_file():
            continue
        for code, row in tomllib.loads(file.read_text("utf-8")).items():
            if code in rules:
                raise AssertionError(f"the code {code} stands twice in the tables of checks")
            rules[code] = _rule(code, row)
    return rules


def _rule(code: str, row: dict[str, Any]) -> CheckRule:
    _known(code, row, _KEYS)
    messages = {
        name: _message(f"{code}.{name}", {"text": given} if isinstance(given, str) else given, row)
        for name, given in row["messages"].items()
    }
    return CheckRule(code, row["title"], row.get("clause", ""), row.get("part", ""), messages)


def _message(where: str, given: dict[str, Any], row: dict[str, Any]) -> Message:
    _known(where, given, _MESSAGE_KEYS)
    about = given.get("about", row.get("about", "form"))
    if about not in get_args(About):
        raise AssertionError(f"{where}: unknown `about` {about!r}")
    return Message(
        given["text"],
        Severity(given.get("severity", row["severity"])),
        Mend(given.get("mend", row.get("mend", "NEVER"))),
        about,
        given.get("advice", row.get("advice", "")),
    )


def _known(where: str, given: dict[str, Any], known: set[str]) -> None:
    unknown = set(given) - known
    if unknown:
        raise AssertionError(f"{where}: unknown keys {sorted(unknown)}")
