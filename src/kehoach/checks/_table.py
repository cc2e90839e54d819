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
_LOOKS = "looks"
_KEYS = {"title", "severity", "mend", "clause", "part", "rule", "about", "advice", "messages"}
_MESSAGE_KEYS = {"text", "severity", "mend", "about", "advice", "clause", "rule"}


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
    """Câu báo lỗi: the text of one aspect of a rule, with slots in braces.

    `rule` is the path of the rulebook's rule that decides ("parts.motto", "page.margins");
    where it is empty, `clause` cites the instrument.
    """

    text: str
    severity: Severity
    mend: Mend
    about: About
    advice: str = ""
    clause: str = ""
    rule: str = ""


@frozen
class CheckRule:
    """Quy tắc kiểm tra: one row of the table; `messages` holds its aspects by name.

    "" names the only aspect where there is one.
    """

    code: str
    title: str
    messages: dict[str, Message] = field(factory=dict, eq=False)


@cache
def table() -> dict[str, CheckRule]:
    """Toàn bộ bảng quy tắc, by code; not to be edited."""
    rules: dict[str, CheckRule] = {}
    for folder in _TABLES:
        home = resources.files("kehoach.checks")
        file = (home.joinpath(folder) if folder else home).joinpath("rules.toml")
        if not file.is_file():
            continue
        rows = tomllib.loads(file.read_text("utf-8"))
        looks = rows.pop(_LOOKS, {})
        for code, row in rows.items():
            if code in rules:
                raise AssertionError(f"the code {code} stands twice in the tables of checks")
            rules[code] = _rule(code, row, looks)
    return rules


def _rule(code: str, row: dict[str, Any], looks: dict[str, Any]) -> CheckRule:
    """One row; `looks` in it names the aspects whose wording all rows share."""
    row = dict(row)
    shared = {name: looks[name] for name in row.pop(_LOOKS, ())}
    _known(code, row, _KEYS)
    given = {**shared, **row.get("messages", {})}
    messages = {
        name: _message(f"{code}.{name}", {"text": one} if isinstance(one, str) else one, row)
        for name, one in given.items()
    }
    return CheckRule(code, row["title"], messages)


def _message(where: str, given: dict[str, Any], row: dict[str, Any]) -> Message:
    _known(where, given, _MESSAGE_KEYS)
    about = given.get("about", row.get("about", "form"))
    if about not in get_args(About):
        raise AssertionError(f"{where}: unknown `about` {about!r}")
    part = row.get("part", "")
    return Message(
        given["text"],
        Severity(given.get("severity", row["severity"])),
        Mend(given.get("mend", row.get("mend", "NEVER"))),
        about,
        given.get("advice", row.get("advice", "")),
        given.get("clause", row.get("clause", "")),
        given.get("rule", row.get("rule", f"parts.{part}" if part else "")),
    )


def _known(where: str, given: dict[str, Any], known: set[str]) -> None:
    unknown = set(given) - known
    if unknown:
        raise AssertionError(f"{where}: unknown keys {sorted(unknown)}")
