"""What the kinds of deadline do to what they are given: hours, events, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kehoach.converters import plain_date
from kehoach.vietnamese import nfc, parse_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from attrs import Attribute

_CLOCK = re.compile(
    r"([01]?[0-9]|2[0-4])\s*(?:giờ|h|g|:)\s*([0-5][0-9])?(?:\s*phút|['\u2019\u2032])?",
    re.IGNORECASE,
)
_LED = re.compile(r"(?:(?:kể )?từ |ngay |sau )*(?:ngày (?!làm việc|hội )|khi |lúc |thời điểm )")


def clock(value: str | None) -> str | None:
    """Giờ: "16 giờ", "16h30", "8:00" become "16:00", "16:30", "08:00".

    Raises :class:`ValueError` for anything else.
    """
    if value is None:
        return None
    found = _CLOCK.fullmatch(value.strip())
    if not found:
        raise ValueError(f"expected an hour like 16:00, got {value!r}")
    return f"{int(found[1]):02d}:{found[2] or '00'}"


def event_name(text: str) -> str:
    """Sự kiện: one form of its words, "ngày nhận được văn bản" → "nhận được văn bản"."""
    plain = " ".join(nfc(text).split())
    while led := _LED.match(plain):
        plain = plain[led.end() :]
    return plain


def start_or_event(value: datetime.date | str) -> datetime.date | str:
    """Mốc: a plain day, also where it comes as text; else the event in one form."""
    if not isinstance(value, str):
        return plain_date(value)
    event = event_name(value)
    try:
        return parse_date(event)
    except ValueError:
        return event


def natural(_: object, attribute: Attribute[Any], value: int) -> None:
    """Refuse a number below 0."""
    if value < 0:
        raise ValueError(f"{attribute.name}: expected a number from 0, got {value!r}")


def from_one(last: int) -> Callable[[object, Attribute[Any], int | None], None]:
    """A validator: refuse a number outside 1 … `last`."""

    def check(_: object, attribute: Attribute[Any], value: int | None) -> None:
        if value is not None and not 1 <= value <= last:
            raise ValueError(f"{attribute.name}: expected 1 to {last}, got {value!r}")

    return check
