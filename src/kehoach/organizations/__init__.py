"""Cơ quan, đơn vị: who existed when, under which names, and who inherits from whom."""

from __future__ import annotations

from kehoach.organizations._keys import name_key
from kehoach.organizations.abbreviations import (
    ABBREVIATIONS,
    Abbreviation,
    Position,
    Reading,
    expand_abbreviation,
    initials,
    readings_of,
)
from kehoach.organizations.check import check
from kehoach.organizations.codes import CodeForm, OrganizationCode, is_code, parse_code
from kehoach.organizations.directory import Directory
from kehoach.organizations.groups import Expansion
from kehoach.organizations.lookup import (
    Ambiguous,
    Ended,
    Found,
    FoundGroup,
    Lookup,
    NotYet,
    Unknown,
)
from kehoach.organizations.organization import (
    Certainty,
    Command,
    Group,
    Kind,
    Level,
    Organization,
    Rule,
    Succession,
    in_protocol_order,
)
from kehoach.organizations.succession import Heir, Inheritance, concerns

__all__ = [
    "ABBREVIATIONS",
    "Abbreviation",
    "Ambiguous",
    "Certainty",
    "CodeForm",
    "Command",
    "Directory",
    "Ended",
    "Expansion",
    "Found",
    "FoundGroup",
    "Group",
    "Heir",
    "Inheritance",
    "Kind",
    "Level",
    "Lookup",
    "NotYet",
    "Organization",
    "OrganizationCode",
    "Position",
    "Reading",
    "Rule",
    "Succession",
    "Unknown",
    "check",
    "concerns",
    "expand_abbreviation",
    "in_protocol_order",
    "initials",
    "is_code",
    "name_key",
    "parse_code",
    "readings_of",
]
