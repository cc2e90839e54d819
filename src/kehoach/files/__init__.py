"""Tệp kế hoạch: values ↔ YAML and JSON, one schema, its version at the root (`kehoach: 1`)."""

from __future__ import annotations

from kehoach.files.atomic import write_atomically
from kehoach.files.dumping import dump, dumps
from kehoach.files.loading import PlanFile, load, loads, read_plan_file
from kehoach.files.schema import json_schema

__all__ = [
    "PlanFile",
    "dump",
    "dumps",
    "json_schema",
    "load",
    "loads",
    "read_plan_file",
    "write_atomically",
]
