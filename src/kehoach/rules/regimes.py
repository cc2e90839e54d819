"""Các quy định qua thời gian: which rules of form were in force on a day, and their reading.

NĐ 30/2020/NĐ-CP, Điều 37: in force from 05/3/2020; before it, from 05/3/2011, TT 01/2011/TT-BNV.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import Any, Final, get_args

from attrs import frozen

from kehoach.errors import NoRulebook
from kehoach.rules._structure import Layers, structure
from kehoach.rules.rulebook import Rulebook, Sizes


@frozen
class Regime:
    """Quy định: one regime of form and its days, both included; `last_day` None means still."""

    id: str
    name: str
    first_day: dt.date
    last_day: dt.date | None = None

    def __contains__(self, day: dt.date) -> bool:
        """Whether the regime was in force on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def describe(self) -> str:
        """The id, the instrument and the span, as an error message shows them."""
        until = f"to {self.last_day}" if self.last_day else "on"
        return f"{self.id} ({self.name}, from {self.first_day} {until})"


REGIMES: Final = (
    Regime("tt01-2011", "TT 01/2011/TT-BNV", dt.date(2011, 3, 5), dt.date(2020, 3, 4)),
    Regime("nd30-2020", "NĐ 30/2020/NĐ-CP", dt.date(2020, 3, 5)),
)
"""Quy định thể thức, in the order in which they came into force."""

SIZE_SETS: Final = get_args(Sizes)


def rulebook(regime: str, sizes: Sizes = "14") -> Rulebook:
    """Quy định thể thức by id ("nd30-2020", "tt01-2011") and set of sizes ("14" or "13").

    Raises NoRulebook for an unknown id or set. The same arguments give the same object.
    """
    if regime not in {known.id for known in REGIMES}:
        raise NoRulebook(f"the regime {regime!r}", known_regimes())
    if sizes not in SIZE_SETS:
        raise NoRulebook(f"the set of sizes {sizes!r}", "the sets '14' and '13'")
    return _rulebook(regime, sizes)


def rulebook_on(day: dt.date, sizes: Sizes = "14") -> Rulebook:
    """Quy định thể thức in force on the paper's day.

    Raises NoRulebook before 05/3/2011, TypeError for a `datetime`.
    """
    if isinstance(day, dt.datetime):
        raise TypeError(f"expected a date, got the datetime {day!r}; use its .date()")
    for regime in REGIMES:
        if day in regime:
            return rulebook(regime.id, sizes)
    raise NoRulebook(f"a paper of {day.isoformat()}", known_regimes(), day)


def known_regimes() -> str:
    """The regimes with their spans, for a message."""
    return " and ".join(regime.describe() for regime in REGIMES)


@cache
def _rulebook(regime: str, sizes: Sizes) -> Rulebook:
    return assemble(regime_table(regime), sizes, Layers(regime))


def regime_table(regime: str) -> dict[str, Any]:
    """The regime's data file as plain tables."""
    import tomllib  # noqa: PLC0415 - a rulebook may never be asked for

    text = files("kehoach.rules").joinpath(f"{regime}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def assemble(table: dict[str, Any], sizes: Sizes, layers: Layers) -> Rulebook:
    """The rulebook that a regime's table says, styles merged in, for one set of sizes."""
    chosen = by_set(table, sizes)
    color = chosen["font"]["color"]
    parts = [{"key": key, "color": color} | part for key, part in chosen["parts"].items()]
    more = {"parts": parts, "sizes": sizes, "key": f"{chosen['id']}/{sizes}"}
    layered = {"source": table, "overridden": layers.overridden, "style": layers.style}
    book: Rulebook = structure(Rulebook, chosen | more | layered, "", layers)
    return book


def by_set(value: Any, sizes: str) -> Any:  # noqa: ANN401
    """The value with each {"14": …, "13": …} replaced by the one for the set."""
    if isinstance(value, list):
        return [by_set(item, sizes) for item in value]
    if not isinstance(value, dict):
        return value
    if value and value.keys() <= set(SIZE_SETS) and sizes in value:
        return value[sizes]
    return {key: by_set(item, sizes) for key, item in value.items()}
