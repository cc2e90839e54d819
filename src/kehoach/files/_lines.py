"""Dòng: where in the text a path stands; asked only when there is something to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from kehoach.files._tree import LOADER
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.files._faults import Path


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML (or JSON) text with their marks, or `None` where YAML cannot say.

    Only for texts that `kehoach.files._tree` has read, whose depth and aliases are bounded.
    """
    try:
        return yaml.compose(text, Loader=LOADER)  # type: ignore[no-any-return, unused-ignore]
    except (yaml.YAMLError, UnicodeError):
        return None


def lines_of(text: str, paths: Iterable[Path]) -> dict[Path, int | None]:
    """The line, from 1, of each path, or of the last part of it that the text holds."""
    wanted = set(paths)
    root = compose(text) if wanted else None
    return {path: None if root is None else _line(root, path) for path in wanted}


def _line(node: yaml.Node, path: Path) -> int:
    line: int = node.start_mark.line
    for step in path:
        key, value = _child(node, step)
        if key is None or value is None:
            break
        line, node = key.start_mark.line, value
    return line + 1


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The node that names a step, and the node it leads to; the last of repeated keys."""
    if isinstance(step, int) and isinstance(node, yaml.SequenceNode):
        return node.value[step], node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):
            if isinstance(key, yaml.ScalarNode) and nfc(key.value) == step:
                return key, value
    return None, None
