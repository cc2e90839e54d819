"""Viết hoa tên riêng: bodies, orders, events, works and foreign names, by a list of right names.

NĐ 30/2020/NĐ-CP, Phụ lục II, Mục II, IV và V.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from kehoach.checks.language._slips import (
    CAPITAL,
    SMALL,
    SPACE,
    Pattern,
    capitalised,
    phrases,
    recased,
    vocabulary,
    words_at,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# "Bộ xây dựng chương trình": the second word may be a verb.
_ALSO_VERBS: Final = ("Bộ Xây dựng", "Sở Xây dựng")
_BODIES: Final = "Sở|Bộ|Phòng|Ban|Cục|Vụ|Trung tâm|Chi cục|Ủy ban|Uỷ ban|Hội|Viện|Trường|Văn phòng"
_JOINING: Final = "Và|Của|Về|Cho|Các|Tại|Trong"


def patterns() -> Iterator[Pattern]:
    """The patterns of these rules."""
    yield from _listed("VH09", "organizations", _begun)
    yield _title_cased()
    yield from _listed("VH10", "special_organizations", _any_case)
    yield _foreign_abbreviations()
    yield from _listed("VH12", "honours", _any_case)
    yield Pattern(
        "VH12", ("hạng",), re.compile(rf"hạng{SPACE}(?:nhất|nhì|ba)\b"), _rank, "rank",
        frozenset(("nhất", "nhì", "ba")),
    )  # fmt: skip
    yield from _listed("VH20", "events", _any_case)
    yield Pattern(
        "VH20", ("triều",), re.compile(rf"triều(?={SPACE}(?:Lý|Trần|Lê|Nguyễn|Ngô|Đinh|Mạc)\b)"),
        lambda found: capitalised(found[0]),
        second=frozenset(("lý", "trần", "lê", "nguyễn", "ngô", "đinh", "mạc")),
    )  # fmt: skip
    works = phrases(vocabulary("works"))
    yield Pattern(
        "VH21", ("chí", "điển"),
        re.compile(rf"(?:chí|điển){SPACE}(?:{works})(?!\w)", re.IGNORECASE), _work,
        second=words_at(0, vocabulary("works")),
    )  # fmt: skip
    yield from _listed("VH23", "transliterated", _any_case)


def _listed(
    code: str, name: str, judge: Callable[[dict[str, str], re.Match[str]], str | None]
) -> Iterator[Pattern]:
    """A pattern for the names that begin with the same two words, the longest name first."""
    names = vocabulary(name)
    models = {" ".join(one.split()).lower(): one for one in names}
    groups: dict[tuple[str, frozenset[str]], list[str]] = {}
    for one in names:
        first = re.split(r"[ -]", one)[0].lower()
        second = frozenset[str]() if "-" in one.split()[0] else words_at(1, (one,))
        groups.setdefault((first, second), []).append(one)
    for (first, second), group in groups.items():
        pattern = re.compile(rf"(?:{phrases(tuple(group))})(?![\w-])", re.IGNORECASE)
        yield Pattern(
            code, (first,), pattern, partial(judge, models), "", second, capital=judge is _begun
        )


def _any_case(models: dict[str, str], found: re.Match[str]) -> str | None:
    text = " ".join(found[0].split())
    model = models.get(text.lower())
    if model is None or model == text or text.isupper():
        return None
    return recased(found[0], model)


def _begun(models: dict[str, str], found: re.Match[str]) -> str | None:
    """A name of a body, where at least its first letter is a capital."""
    text = found[0]
    if not text[0].isupper():
        return None
    reading = _any_case(models, found)
    if reading in _ALSO_VERBS and text[1:].islower():
        return None
    return reading


def _title_cased() -> Pattern:
    joined = re.compile(
        rf"(?:{_BODIES})(?:{SPACE}[{CAPITAL}][{SMALL}]+,?){{1,6}}{SPACE}(?:{_JOINING}){SPACE}[{CAPITAL}][{SMALL}]+"
    )
    first = tuple({body.split()[0] for body in _BODIES.split("|")})
    return Pattern("VH09", first, joined, _with_small_joints, "joints")


def _with_small_joints(found: re.Match[str]) -> str:
    return re.sub(
        rf"(?<=[ \u00a0])(?:{_JOINING})(?=[ \u00a0])", lambda one: one[0].lower(), found[0]
    )


def _foreign_abbreviations() -> Pattern:
    names = vocabulary("foreign_abbreviations")
    titled = "|".join(f"{name[0]}{name[1:].lower()}" for name in names)
    small = "asean|unesco|unicef|wto|undp|apec"
    return Pattern(
        "VH11", (*titled.split("|"), *small.split("|")),
        re.compile(rf"(?<![\w.@/-])(?:{titled}|{small})(?![\w@/-]|\.\w)"),
        lambda found: found[0].upper(),
    )  # fmt: skip


def _rank(found: re.Match[str]) -> str | None:
    before = found.string[max(0, found.start() - 60) : found.start()]
    if not re.search(r"[Hh]uân chương|[Hh]uy chương", before):
        return None
    cut = max(found[0].rfind(" "), found[0].rfind("\u00a0")) + 1
    return found[0][:cut] + capitalised(found[0][cut:])


def _work(found: re.Match[str]) -> str | None:
    text = found[0]
    before = found.string[max(0, found.start() - 4) : found.start()].lower()
    if not before.strip("\u00a0 ").endswith(("tạp", "từ")) or text.isupper():
        return None
    head = re.match(rf"\w+{SPACE}", text)
    name = text[head.end() :] if head else ""
    models = {one.lower(): one for one in vocabulary("works")}
    model = models.get(" ".join(name.split()).lower())
    return None if model is None or head is None else head[0] + recased(name, model)
