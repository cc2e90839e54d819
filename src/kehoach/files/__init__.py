"""Tệp kế hoạch: values ↔ YAML and JSON, one schema, its version at the root (`kehoach: 1`)."""

from __future__ import annotations

from kehoach.files._bytes import read_bytes
from kehoach.files._scalars import parse_period, write_period
from kehoach.files.atomic import write_atomically
from kehoach.files.directory_file import load_directory, loads_directory
from kehoach.files.dumping import dump, dumps
from kehoach.files.ids import fill_ids, write_ids
from kehoach.files.issued import try_number, with_number, write_number
from kehoach.files.loading import PlanFile, load, loads, read_plan_file
from kehoach.files.schema import json_schema
from kehoach.files.starting_files import new_plan_text
from kehoach.files.trees import read_tree, tree_text

__all__ = [
    "PlanFile",
    "dump",
    "dumps",
    "fill_ids",
    "json_schema",
    "load",
    "load_directory",
    "loads",
    "loads_directory",
    "new_plan_text",
    "parse_period",
    "read_bytes",
    "read_plan_file",
    "read_tree",
    "tree_text",
    "try_number",
    "with_number",
    "write_atomically",
    "write_ids",
    "write_number",
    "write_period",
]
