"""Ghi số và ngày vào tệp: what issuing gives a paper, written without touching the rest."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any, BinaryIO

import yaml
from attrs import evolve

from kehoach.errors import InvalidPlanFile
from kehoach.files._bytes import decode, read_bytes
from kehoach.files._faults import error, refuse
from kehoach.files._insertion import Edit, apply_edits, line_after, line_end
from kehoach.files._lines import compose
from kehoach.files.atomic import write_atomically
from kehoach.files.loading import loads
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    import datetime
    from os import PathLike

_BEFORE_NUMBER = ("issuer", "period", "kind", "title")
_BEFORE_DATE = ("place", "number", *_BEFORE_NUMBER)


def with_number(text: str, number: str, day: datetime.date, source: str = "<text>") -> str:
    """Ghi số và ngày: the text with them at its root; comments, order and layout stay.

    `number` is without its notation ("58"). Raises as `loads`, and `InvalidPlanFile` for a text in
    which they cannot be placed so that the rest reads as before.
    """
    plan = loads(text, source)
    wanted = evolve(plan, number=evolve(plan.number, text=number), date=day)
    if plan == wanted:
        return text
    root = compose(text)
    finding = error(
        "file.number", "không ghi được số, ngày mà vẫn giữ nguyên phần còn lại của tệp",
        advice="thêm hai dòng number: {text: …} và date: … vào tệp, hoặc lưu lại thành YAML",
    )  # fmt: skip
    if not isinstance(root, yaml.MappingNode) or not root.value:
        raise refuse(source, finding)
    changed = apply_edits(text, [*_number(text, root, number), *_date(text, root, day)])
    try:
        agrees = loads(changed, source) == wanted
    except InvalidPlanFile:
        agrees = False
    if not agrees:
        raise refuse(source, finding)
    return changed


def write_number(path: str | PathLike[str], number: str, day: datetime.date) -> None:
    """Ghi số và ngày vào tệp kế hoạch, whole or not at all; as `with_number`.

    A file that has them already is not written. Raises as `load`, and `TargetUnwritable`.
    """
    before, after, mark = _texts(path, number, day)

    def write(stream: BinaryIO) -> None:
        stream.write(mark + after.encode())

    if after != before:
        write_atomically(path, write)


def try_number(path: str | PathLike[str], number: str, day: datetime.date) -> None:
    """Thử ghi số và ngày vào tệp kế hoạch: raises what `write_number` would of its text."""
    _texts(path, number, day)


def _texts(path: str | PathLike[str], number: str, day: datetime.date) -> tuple[str, str, bytes]:
    """The text of a file before and after, and its byte order mark."""
    content = read_bytes(path)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = decode(content, str(path))
    return text, with_number(text, number, day, str(path)), mark


def _number(text: str, root: yaml.MappingNode, number: str) -> list[Edit]:
    found = _pair(root, "number")
    quote = '"' if _is_quoted(text, root) else ""
    entry = f'{quote}text{quote}: "{number}"'
    if found is None:
        return [_new_key(text, root, _BEFORE_NUMBER, f"{quote}number{quote}: {{{entry}}}")]
    _, value = found
    if not isinstance(value, yaml.MappingNode) or not value.value:
        return [_put(text, value, f"{{{entry}}}")]
    inner = _pair(value, "text")
    if inner is not None:
        return [_put(text, inner[1], f'"{number}"')]
    first = value.value[0][0].start_mark
    gap = ", " if value.flow_style else line_end(text) + " " * first.column
    return [Edit(first.index, first.index, entry + gap)]


def _date(text: str, root: yaml.MappingNode, day: datetime.date) -> list[Edit]:
    found = _pair(root, "date")
    quote = '"' if _is_quoted(text, root) else ""
    written = f"{quote}{day.isoformat()}{quote}"
    if found is None:
        return [_new_key(text, root, _BEFORE_DATE, f"{quote}date{quote}: {written}")]
    value = found[1]
    if value.start_mark.index < value.end_mark.index and text[value.start_mark.index] in "\"'":
        written = f'"{day.isoformat()}"'
    return [_put(text, value, written)]


def _new_key(text: str, root: yaml.MappingNode, before: tuple[str, ...], entry: str) -> Edit:
    """A key of its own after the first of those before it that the file has."""
    key, value = next((pair for name in before if (pair := _pair(root, name))), root.value[0])
    if root.flow_style:
        start = key.start_mark.index
        margin = text[text.rfind("\n", 0, start) + 1 : start]
        gap = " " if margin.strip() else f"{line_end(text)}{margin}"
        return Edit(value.end_mark.index, value.end_mark.index, f",{gap}{entry}")
    last = value
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    return line_after(text, last, key.start_mark.column, entry)


def _put(text: str, value: Any, written: str) -> Edit:  # noqa: ANN401 - a node of PyYAML
    """What takes the place of a value, or stands after a key that has none."""
    start, end = value.start_mark.index, value.end_mark.index
    return Edit(start, end, written if text[start - 1].isspace() else f" {written}")


def _pair(mapping: yaml.MappingNode, key: str) -> tuple[Any, Any] | None:
    return next((pair for pair in mapping.value if nfc(pair[0].value) == key), None)


def _is_quoted(text: str, root: yaml.MappingNode) -> bool:
    """Whether the file writes its keys in double quotes, as JSON does."""
    return text[root.value[0][0].start_mark.index] == '"'
