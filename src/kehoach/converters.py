"""What values do to what they are given: collections become tuples, days become plain dates."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
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


def tuples(_owner: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """A field transformer of attrs: fields typed as tuples take any collection of values."""
    return [
        one.evolve(converter=as_tuple) if "tuple[" in str(one.type) and not one.converter else one
        for one in fields
    ]
