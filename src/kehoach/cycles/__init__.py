"""Chu kỳ báo cáo: duties and dated cycle rules give reports; a plan gives its calendar."""

from __future__ import annotations

from kehoach.cycles.calendar import Calendar, Entry, EntryKind, plan_calendar
from kehoach.cycles.instances import USUAL, CycleSettings, Instance, Key, instances
from kehoach.cycles.rules import (
    Cascade,
    CutOff,
    CycleRule,
    Step,
    cascade,
    cascades,
    cycle_rule_on,
    cycle_rules,
)

__all__ = [
    "USUAL",
    "Calendar",
    "Cascade",
    "CutOff",
    "CycleRule",
    "CycleSettings",
    "Entry",
    "EntryKind",
    "Instance",
    "Key",
    "Step",
    "cascade",
    "cascades",
    "cycle_rule_on",
    "cycle_rules",
    "instances",
    "plan_calendar",
]
