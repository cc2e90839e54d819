"""Hệ thống số: which types of paper count together, as dated data.

A body has its own numbers: a council, board or team that issues under its agency's seal too (NĐ
30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm a). All copies count together (Phần II, Mục
II, khoản 1 điểm c). How the other papers are grouped is for the head of the office to say (Điều 15
khoản 1 điểm c): the packaged rule is a proposal, a file of one's own takes its place.
"""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import fields, frozen

from kehoach.converters import tuples
from kehoach.errors import InvalidMapping, NoRulebook
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable


@frozen(field_transformer=tuples)
class SeriesType:
    """Hệ thống số: the types that count together; without `kinds`, all that no other names.

    `certainty` is "read" where the clause in `cite` says so, "unverified" where its text was
    not read, "house" where the office decides.
    """

    key: str
    name: str
    kinds: tuple[str, ...] = ()
    cite: str = ""
    certainty: str = "house"


@frozen(field_transformer=tuples)
class SeriesRule:
    """Quy định cấp số, in force from `first_day` to `last_day`, both included."""

    series: tuple[SeriesType, ...]
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    title: str = ""

    def of(self, kind: str) -> SeriesType:
        """Hệ thống số của một loại văn bản."""
        rest = next(one for one in self.series if not one.kinds)
        return next((one for one in self.series if kind in one.kinds), rest)

    def __contains__(self, day: datetime.date) -> bool:
        """Whether the rule was in force on the day."""
        after = self.first_day is None or self.first_day <= day
        return after and (self.last_day is None or day <= self.last_day)


@frozen(field_transformer=tuples)
class SeriesRules:
    """Các quy định cấp số qua thời gian."""

    rules: tuple[SeriesRule, ...]

    def of(self, kind: str, day: datetime.date) -> SeriesType:
        """Hệ thống số của một loại văn bản in the day's rule; raises `NoRulebook` for no rule."""
        for rule in self.rules:
            if day in rule:
                return rule.of(kind)
        known = "; ".join(f"{rule.title} {_span(rule)}" for rule in self.rules)
        raise NoRulebook(f"a number given on {day.isoformat()}", known, day)


def series_rules(path: str | os.PathLike[str] | None = None) -> SeriesRules:
    """Quy định cấp số: the packaged one, or that of a TOML file of the same form.

    Raises `InvalidMapping` for a malformed file, OSError for one that cannot be read.
    """
    if path is None:
        return _packaged()
    return _read(Path(path).read_text(encoding="utf-8-sig"), str(path))


@cache
def _packaged() -> SeriesRules:
    file = resources.files("kehoach.register").joinpath("series.toml")
    return _read(file.read_text("utf-8"), "series.toml")


def _read(text: str, source: str) -> SeriesRules:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidMapping(source, "TOML", str(error)) from error
    rows = _rows(table.get("rules"), source, "rules")
    return SeriesRules(tuple(_rule(row, source, f"rules[{n}]") for n, row in enumerate(rows, 1)))


def _rule(row: dict[str, Any], source: str, where: str) -> SeriesRule:
    _known(row, SeriesRule, source, where)
    for name in ("first_day", "last_day"):
        if not isinstance(row.get(name), datetime.date | None):
            raise InvalidMapping(source, f"{where}.{name}", "a day like 2020-03-05 is needed")
    given = _rows(row.get("series"), source, f"{where}.series")
    series = tuple(_series(one, source, f"{where}.series[{n}]") for n, one in enumerate(given, 1))
    if sum(not one.kinds for one in series) != 1:
        reason = "one series, and only one, must be without kinds: it takes all other types"
        raise InvalidMapping(source, f"{where}.series", reason)
    return SeriesRule(series, **{key: row[key] for key in row if key != "series"})


def _series(row: dict[str, Any], source: str, where: str) -> SeriesType:
    _known(row, SeriesType, source, where)
    for name in ("key", "name"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise InvalidMapping(source, f"{where}.{name}", "a text is needed")
    kinds = row.get("kinds", [])
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise InvalidMapping(source, f"{where}.kinds", "a list of types is needed")
    return SeriesType(**row)


def _rows(value: object, source: str, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
        raise InvalidMapping(source, where, "a list of tables is needed")
    return value


def _known(row: Iterable[str], cls: Any, source: str, where: str) -> None:  # noqa: ANN401 - a class of attrs
    known = {field.name for field in fields(cls)}
    for key in row:
        if key not in known:
            reason = f"no such key; known: {', '.join(sorted(known))}"
            raise InvalidMapping(source, f"{where}.{key}", reason)


def _span(rule: SeriesRule) -> str:
    start = short_date(rule.first_day) if rule.first_day else "…"
    return f"({start} – {short_date(rule.last_day) if rule.last_day else '…'})"
