"""What values do to what they are given: collections become tuples, days become plain dates."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def as_tuple(values: Iterable[T]) -> tuple[T, ...]:
    """A tuple of the values; a bare string is refused, since it would be cut into letters."""
    if isinstance(values, str):
        message = f"expected a collection of values, got the string {values!r}"
        raise TypeError(message)
    return tuple(values)


def plain_date(value: datetime.date) -> datetime.date:
    """A `datetime.date`; a `pendulum.Date` becomes one, a moment in time is refused."""
    if type(value) is datetime.date:
        return value
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        message = f"expected a date without a time of day, got {value!r}; use value.date()"
        raise TypeError(message)
    return datetime.date(value.year, value.month, value.day)
