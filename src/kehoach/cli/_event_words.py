"""Sự kiện trên dòng lệnh: its words in English and Vietnamese, with and without accents."""

from __future__ import annotations

import difflib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

import click
from attrs import frozen

from kehoach.tracking import EventKind, Term
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen
class Recorded:
    """Những sự kiện mà một từ ghi, in order: one, or two for "hoàn thành"."""

    kinds: tuple[EventKind, ...]


_DONE = (EventKind.SUBMITTED, EventKind.ACCEPTED)
_NOT_TYPED = (EventKind.ASSIGNED, EventKind.CORRECTED)
TYPED = tuple(kind for kind in EventKind if kind not in _NOT_TYPED)
"""Các sự kiện mà người dùng ghi bằng `track add`."""

_OTHERS: Mapping[str, tuple[EventKind, ...]] = MappingProxyType(
    {
        "done": _DONE,
        "hoan thanh": _DONE,
        "xong": _DONE,
        "nop": (EventKind.SUBMITTED,),
        "nop ket qua": (EventKind.SUBMITTED,),
        "duyet": (EventKind.ACCEPTED,),
        "chap nhan": (EventKind.ACCEPTED,),
        "tien do": (EventKind.PROGRESSED,),
        "gia han": (EventKind.EXTENSION_GRANTED,),
        "giao lai": (EventKind.REASSIGNED,),
    }
)
_ELSEWHERE = {
    "assigned": "kehoach track start (sửa tệp kế hoạch rồi chạy lại)",
    "giao viec": "kehoach track start (sửa tệp kế hoạch rồi chạy lại)",
    "corrected": "kehoach track undo",
    "dinh chinh": "kehoach track undo",
}


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", fold(text)).strip()


class EventWord(click.ParamType):  # type: ignore[type-arg]  # no generic before click 8.2
    """Một sự kiện."""

    name = "sự kiện"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Recorded:
        """The events that the word means."""
        if isinstance(value, Recorded):
            return value
        typed = _plain(str(value))
        known: dict[str, tuple[EventKind, ...]] = {
            _plain(word): (kind,) for kind in TYPED for word in (kind.value, kind.label)
        }
        known.update(_OTHERS)
        if typed in known:
            return Recorded(known[typed])
        if typed in _ELSEWHERE:
            self.fail(f"“{value}” ghi bằng lệnh khác: {_ELSEWHERE[typed]}", param, ctx)
        near = difflib.get_close_matches(typed, known, 1, 0.6)
        meant = f"; có phải là {known[near[0]][0].value}?" if near else ""
        reason = f"không có sự kiện “{value}”{meant}\nCác sự kiện:\n{listing()}"
        return self.fail(reason, param, ctx)


class TermWord(click.ParamType):  # type: ignore[type-arg]  # no generic before click 8.2
    """Một loại thời hạn không có ngày."""

    name = "loại"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Term:
        """The term that the word means."""
        if isinstance(value, Term):
            return value
        typed = _plain(str(value))
        terms = [term for term in Term if term is not Term.DATED]
        for term in terms:
            if typed in (_plain(term.value), _plain(term.label)):
                return term
        listed = ", ".join(f"{term.value} ({term.label})" for term in terms)
        return self.fail(f"không có loại “{value}”; có: {listed}", param, ctx)


EVENT_KIND = EventWord()
TERM = TermWord()


def listing() -> str:
    """The words that may be typed, two a line."""
    return "\n".join(_pairs(("done", "trình và chấp nhận kết quả"), *_words()))


def _words() -> Iterable[tuple[str, str]]:
    return ((kind.value, kind.label) for kind in TYPED)


def _pairs(*words: tuple[str, str]) -> Iterable[str]:
    return (f"  {word:<18}{label}" for word, label in words)
