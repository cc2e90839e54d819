"""Chèn chữ: where in a YAML or JSON text a key is written so that the rest stays as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

Node: TypeAlias = Any
"""A node as PyYAML composes it, with marks and style, which its type stubs do not all know."""

_LINE_START = re.compile(r"\n(?=[^\r\n])")


@frozen
class Edit:
    """What takes the place of `text[start:end]`."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; those at one place keep their order."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def mapping_edits(text: str, mapping: Node, after: str, new: str) -> list[Edit]:
    """Write `id: new` into a mapping, after the key that says what it is."""
    for name, value in mapping.value:
        if name.value == "id":  # a key with nothing after it
            start, end = value.start_mark.index, value.end_mark.index
            written = new if text[name.start_mark.index] != '"' else f'"{new}"'
            gap = "" if text[start - 1].isspace() else " "
            return [Edit(start, end, gap + written)]
    key, value = next(pair for pair in mapping.value if pair[0].value == after)
    if value.start_mark.index < key.start_mark.index:  # an alias: its text stands elsewhere
        return [_before(text, mapping, new)]
    if mapping.flow_style:
        end = value.end_mark.index
        entry = _flow_entry(text, key, new)
        if text[mapping.start_mark.index] == "{":
            return [Edit(end, end, entry)]
        start = key.start_mark.index  # the one pair of a list, without braces: [task: …]
        return [Edit(start, start, "{"), Edit(end, end, entry + "}")]
    return [line_after(text, value, key.start_mark.column, f"id: {new}")]


def bare_text_edits(text: str, node: Node, holder: Node, key: str, new: str) -> list[Edit]:
    """Make a mapping with an id of a bare text in a list."""
    start, end = node.start_mark.index, node.end_mark.index
    if holder.flow_style:
        mark = '"' if text[start] == '"' else ""
        opened = f"{{{mark}{key}{mark}: "
        closed = f", {mark}id{mark}: {mark}{new}{mark}}}"
        return [Edit(start, start, opened), Edit(end, end, closed)]
    column = node.start_mark.column
    padding = " " * (column - holder.start_mark.column)
    deeper = [
        Edit(found.end(), found.end(), padding) for found in _LINE_START.finditer(text, start, end)
    ]
    return [Edit(start, start, f"{key}: "), *deeper, line_after(text, node, column, f"id: {new}")]


def _flow_entry(text: str, key: Node, new: str) -> str:
    start = key.start_mark.index
    mark = '"' if text[start] == '"' else ""
    margin = text[text.rfind("\n", 0, start) + 1 : start]
    own_line = not margin.strip()
    gap = f"{line_end(text)}{margin}" if own_line else " "
    return f",{gap}{mark}id{mark}: {mark}{new}{mark}"


def _before(text: str, mapping: Node, new: str) -> Edit:
    first = mapping.value[0][0].start_mark
    gap = ", " if mapping.flow_style else line_end(text) + " " * first.column
    return Edit(first.index, first.index, f"id: {new}{gap}")


def line_after(text: str, value: Node, column: int, new: str) -> Edit:
    """A line of its own below a value, its trailing comment and the blank lines it keeps."""
    entry, ending = f"{' ' * column}{new}", line_end(text)
    start, end = value.start_mark.index, value.end_mark.index
    if getattr(value, "style", None) in ("|", ">"):
        header = text[start : text.find("\n", start)]
        if "+" in header.partition("#")[0] and text[end - 1] == "\n":
            return Edit(end, end, entry + ending)
        end = start + len(text[start:end].rstrip())
    stop = text.find("\n", end)
    if stop < 0:
        stop = len(text)
    elif text[stop - 1] == "\r":
        stop -= 1
    return Edit(stop, stop, ending + entry)


def line_end(text: str) -> str:
    """How the text ends its lines."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
