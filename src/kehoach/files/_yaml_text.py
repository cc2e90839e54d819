"""Viết YAML: a tree as text that a person goes on editing.

Short data stand on one line (`{before: 2013-04-01, phrase: trước ngày 01/4/2013}`), sentences on
lines of their own, long ones folded, texts with line breaks as they are. A text that some reader
of YAML, 1.1 or 1.2, would take for a number, a day or a truth value is put in quotes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from kehoach.files._converter import Plain
from kehoach.files._fields import CONTENT_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Written: TypeAlias = (
    "dict[str, Written] | list[Written] | tuple[Written, ...] | str | int | bool | None"
)

WIDTH = 100
"""Columns of a line; only a single word, or a text that cannot be folded, is longer."""

_NARROWEST = 40
_ONE_A_LINE = frozenset(
    "addressees annexes bases closing columns content details dues emendations footnotes items"
    " milestones opening recipients roles rows sections task_table tasks".split()
)
_AMBIGUOUS = re.compile(
    r"(?:null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan)|[-+.]?\d[\da-fotxz_.,:+ -]*)",
    re.IGNORECASE | re.ASCII,
)
_NOT_PLAIN = re.compile(
    r"^$|^[-?:,\[\]{}#&*!|>'\"%@`=<~ ]|^\.\.\.|: |:$| #| $|[\n\t\u0085\u2028\u2029\ufeff]"
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_ESCAPED = re.compile("[\u0085\u2028\u2029\ufeff]")
_LINE = r"[^\s](?:[^\n\t\u2028\u2029\ufeff]*[^\s])?"
_FOLDABLE = re.compile(rf"(?!.*  ){_LINE}", re.DOTALL)
_LITERAL = re.compile(rf"{_LINE}(?:\n+{_LINE})+\n?")


def yaml_text(tree: dict[str, Written]) -> str:
    """The tree as YAML, one key of the root after the other; clean texts only."""
    return "\n".join(_mapping(tree, 0)) + "\n"


def _mapping(tree: dict[str, Written], indent: int) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(f"{' ' * indent}{key}:", value, indent, one_a_line=key in _ONE_A_LINE)


def _sequence(items: Sequence[Written], indent: int) -> Iterator[str]:
    head = " " * indent + "-"
    for item in items:
        first, *rest = _entry(head, item, indent)
        if first == head:  # the first key, or the first item, stands after the dash
            first = f"{head} {rest.pop(0).lstrip()}"
        yield first
        yield from rest


def _entry(head: str, value: Written, indent: int, *, one_a_line: bool = False) -> Iterator[str]:
    if not (one_a_line and value) and (inline := _inline(value, WIDTH - len(head) - 1)):
        yield f"{head} {inline}"
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, indent + 2)
    elif isinstance(value, list | tuple):
        yield head
        yield from _sequence(value, indent + 2)
    else:
        yield from _block_text(head, str(value), indent + 2)


def _inline(value: Written, room: int) -> str:
    """The value on the line of its key; empty when it needs lines of its own."""
    if isinstance(value, str):
        long = len(value) > room and _FOLDABLE.fullmatch(value)
        return "" if long or _LITERAL.fullmatch(value) else _scalar(value)
    if not isinstance(value, dict | list | tuple):
        return _scalar(value)
    flow = "" if _holds_content(value) else _flow(value)
    return flow if len(flow) <= room else ""


def _holds_content(value: Written) -> bool:
    if isinstance(value, dict):
        return not CONTENT_TAGS.isdisjoint(value) or any(map(_holds_content, value.values()))
    return isinstance(value, list | tuple) and any(map(_holds_content, value))


def _flow(value: Written) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, flow=True)


def _scalar(value: str | float | None, *, flow: bool = False) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, Plain) or not isinstance(value, str):
        return str(value)
    text = str(value)
    in_quotes = _NOT_PLAIN.search(text) or _AMBIGUOUS.fullmatch(text)
    if not in_quotes and not (flow and _NOT_PLAIN_IN_FLOW.search(text)):
        return text
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _block_text(head: str, text: str, indent: int) -> Iterator[str]:
    margin = " " * indent
    if "\n" in text:
        yield f"{head} |" if text.endswith("\n") else f"{head} |-"
        yield from (margin + line if line else "" for line in text.removesuffix("\n").split("\n"))
    else:
        yield f"{head} >-"
        yield from (margin + line for line in _folded(text, max(_NARROWEST, WIDTH - indent)))


def _folded(text: str, width: int) -> Iterator[str]:
    """The text in lines, broken at plain spaces only."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
