"""Chữ trong ô: what a cell of Excel holds of a text, judged once a row."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeAlias

from kehoach.errors import UnwritableText
from kehoach.vietnamese import forbidden_characters, is_clean

if TYPE_CHECKING:
    from collections.abc import Iterable

Value: TypeAlias = str | int | datetime.date | None
LONGEST_TEXT = 32_767
"""UTF-16 units that a cell of Excel holds."""

CUT = " […]"
_FIRST_YEAR = 1900


def ready(values: Iterable[Value]) -> tuple[Value, ...]:
    """Một hàng as cells hold it: texts cut where they are too long, days that Excel lacks as text.

    Raises UnwritableText for forbidden characters.
    """
    row = tuple(values)
    texts = [value for value in row if isinstance(value, str)]
    joined = "".join(texts)
    if not is_clean(joined):
        offset, character = forbidden_characters(joined)[0]
        raise UnwritableText("the workbook", offset, character)
    if len(joined) * 2 <= LONGEST_TEXT and not any(map(_too_early, row)):
        return row
    return tuple(map(_held, row))


def _too_early(value: Value) -> bool:
    return isinstance(value, datetime.date) and value.year < _FIRST_YEAR


def _held(value: Value) -> Value:
    if isinstance(value, str):
        return _cut(value)
    return value.isoformat() if isinstance(value, datetime.date) and _too_early(value) else value


def _cut(text: str) -> str:
    data = text.encode("utf-16-le")
    if len(data) // 2 <= LONGEST_TEXT:
        return text
    return data[: (LONGEST_TEXT - len(CUT)) * 2].decode("utf-16-le", errors="ignore") + CUT
