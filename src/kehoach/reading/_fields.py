"""Dòng dữ liệu: lines such as "Đơn vị chủ trì: …; Thời gian: …" that tell the data of a task."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from kehoach.plan import Datum
from kehoach.reading._data_words import field_datum

_LONGEST_TITLE = 60
_LONGEST_LINE = 600
_TITLE = r"[^:;.()\n]{2,60}?"
_NEXT = re.compile(rf"(?:[;.]\s*[-–+*]?\s*|,\s+|\s+[-–]\s+)(?=(?P<title>{_TITLE})\s*:)")
_FIRST = re.compile(rf"(?P<title>{_TITLE})\s*:\s*")
_BRACKETED = re.compile(r"\s*\((?P<inside>[^()]*:[^()]*)\)\s*(?P<end>[.;]?)$")


@frozen
class Field:
    """Một dữ liệu: the printed label, the datum it tells, and the printed value."""

    title: str
    datum: Datum
    value: str


def is_field_line(text: str) -> bool:
    """Whether a line begins with the label of a datum."""
    return bool(read_fields(text))


@lru_cache(maxsize=512)
def read_fields(text: str) -> tuple[Field, ...]:
    """The fields of a line that holds nothing else; () where it is no line of fields."""
    if ":" not in text[: _LONGEST_TITLE + 8] or len(text) > _LONGEST_LINE:
        return ()
    bare = text.lstrip("-–+* ")
    if bare.startswith("(") and bare.rstrip(".;").endswith(")"):
        bare = bare.rstrip(".;")[1:-1].strip()
    first = _FIRST.match(bare)
    if not first or field_datum(first["title"]) is None:
        return ()
    fields: list[Field] = []
    title, start = first["title"], first.end()
    for border in _NEXT.finditer(bare, start):
        if field_datum(border["title"]) is None:
            continue
        fields.append(_field(title, bare[start : border.start()]))
        following = _FIRST.match(bare, border.end())
        if following is None:
            break
        title, start = following["title"], following.end()
    fields.append(_field(title, bare[start:]))
    return tuple(fields)


def trailing_fields(text: str) -> tuple[str, tuple[Field, ...]]:
    """The text without a closing bracket of fields, and those fields."""
    found = _BRACKETED.search(text) if text[-2:].rstrip(".;").endswith(")") else None
    if not found:
        return text, ()
    fields = read_fields(found["inside"])
    return (text[: found.start()] + found["end"], fields) if fields else (text, ())


def _field(title: str, value: str) -> Field:
    datum = field_datum(title)
    assert datum is not None  # noqa: S101 - only called with known titles
    return Field(title.strip(), datum, value.strip().rstrip(";").strip())
