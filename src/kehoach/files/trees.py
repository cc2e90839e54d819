"""Tệp YAML của các phòng khác: bounded reading and clean writing for files that are no plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.files._bytes import clean_lines, decode
from kehoach.files._tree import Tree, parse
from kehoach.files._yaml_text import yaml_text

if TYPE_CHECKING:
    from kehoach.files._yaml_text import Written


def read_tree(content: bytes, source: str) -> Tree:
    """Đọc một tệp YAML hoặc JSON thành cây, every scalar as its own text.

    Raises `InvalidPlanFile` for wrong syntax and encoding, `PlanFileTooLarge` past a bound.
    """
    tree, _ = parse(clean_lines(decode(content, source), source), source)
    return tree


def tree_text(tree: dict[str, Written]) -> str:
    """Cây thành chữ YAML."""
    return yaml_text(tree)
