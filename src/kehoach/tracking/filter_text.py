"""Đọc bộ lọc: the text of a filter, with and without accents; faults point at their place.

Conditions parted by spaces must all hold; `hoặc` joins alternatives, `không` denies what follows,
brackets group, quotes keep spaces together. `trường:chữ` looks for words, `hạn<2013-07-15` compares
days and numbers, a word such as `quá_hạn` stands alone, and any other quoted words are looked for
in the text of the work.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach.errors import InvalidFilter
from kehoach.tracking.filters import (
    DAYS,
    FLAGS,
    NUMBERS,
    TEXTS,
    All,
    AnyOf,
    Compare,
    Filter,
    Flag,
    Has,
    Not,
)
from kehoach.vietnamese import fold, nfc, parse_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

_TOKEN = re.compile(r'\s+|"[^"]*"|[()]|<=|>=|[<>=:]|[^\s"()<>=:]+|.')
_SIGNS = ("<", "<=", ">", ">=", "=")
_OTHERS = {
    "co_quan": "đơn_vị",
    "nhiem_vu": "nội_dung",
    "ma_viec": "mã",
    "han_dau_tien": "hạn_đầu",
    "ngay_giao": "giao",
    "ngay_xong": "xong",
    "con_lai": "còn",
    "tre_han": "quá_hạn",
    "hoan_thanh": "đã_hoàn_thành",
    "sap_den": "sắp_đến_hạn",
}
_WORD_FIELDS = (*TEXTS, *DAYS, *NUMBERS)


class _Token(NamedTuple):
    text: str
    offset: int


def parse_filter(text: str) -> Filter:
    """Đọc bộ lọc; the empty text lets everything through.

    Raises :class:`~kehoach.errors.InvalidFilter` with the offset of the fault.
    """
    composed = nfc(text)
    reader = _Reader(composed)
    found = reader.alternatives()
    if (rest := reader.next()) is not None:
        raise InvalidFilter(composed, rest.offset, f"thừa “{rest.text}”")
    return found


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match[0] == '"':
            raise InvalidFilter(text, match.start(), 'thiếu dấu " đóng')
        if not match[0].isspace():
            yield _Token(match[0], match.start())


class _Reader:
    """One reading from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))
        self._place = 0

    def next(self) -> _Token | None:
        """The token that comes, not taken."""
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def alternatives(self) -> Filter:
        """Conditions joined by `hoặc`."""
        found = [self._together()]
        while self._takes("hoac", "|"):
            found.append(self._together(needed=True))
        return found[0] if len(found) == 1 else AnyOf(tuple(found))

    def _together(self, *, needed: bool = False) -> Filter:
        found: list[Filter] = []
        while (token := self.next()) is not None and token.text != ")":
            if fold(token.text) in ("hoac", "|"):
                break
            if fold(token.text) in ("va", "&"):
                self._place += 1
                continue
            found.append(self._one())
        if not found and (needed or self.next() is not None):
            raise self._fault("cần một điều kiện ở đây")
        return found[0] if len(found) == 1 else All(tuple(found))

    def _one(self) -> Filter:
        if self._takes("khong", "!"):
            if self.next() is None:
                raise self._fault("cần một điều kiện sau “không”")
            return Not(self._one())
        if self._takes("("):
            inner = self.alternatives()
            if not self._takes(")"):
                raise self._fault("thiếu dấu ) đóng")
            return inner
        return self._condition()

    def _condition(self) -> Filter:
        token = self._take("cần một điều kiện ở đây")
        if token.text.startswith('"'):
            return Has("nội_dung", token.text.strip('"'))
        sign = self.next()
        if sign is not None and sign.text == ":":
            self._place += 1
            return self._has(token)
        if sign is not None and sign.text in _SIGNS:
            self._place += 1
            return self._compare(token, sign.text)
        if token.text in (":", *_SIGNS):
            raise InvalidFilter(self._text, token.offset, f"thiếu tên trường trước “{token.text}”")
        return Flag(self._named(token, FLAGS, "từ"))

    def _has(self, token: _Token) -> Filter:
        field = self._named(token, (*TEXTS, *DAYS, *NUMBERS), "trường")
        value = self._take(f"thiếu giá trị của {field}")
        if field in TEXTS:
            if value.text in ("(", ")", ":", *_SIGNS):
                raise InvalidFilter(self._text, value.offset, f"thiếu giá trị của {field}")
            return Has(field, value.text.strip('"'))
        return Compare(field, "=", self._value(field, value))

    def _compare(self, token: _Token, sign: str) -> Filter:
        field = self._named(token, _WORD_FIELDS, "trường")
        value = self._take(f"thiếu giá trị sau “{sign}”")
        if field in TEXTS:
            if sign != "=":
                reason = f"{field} là chữ: dùng “{field}:…”"
                raise InvalidFilter(self._text, token.offset, reason)
            return Has(field, value.text.strip('"'))
        return Compare(field, sign, self._value(field, value))

    def _value(self, field: str, token: _Token) -> datetime.date | int:
        said = token.text.strip('"')
        try:
            return parse_date(said) if field in DAYS else int(said)
        except ValueError as error:
            wanted = "một ngày như 2013-07-15 hoặc 15/7/2013" if field in DAYS else "một số nguyên"
            reason = f"{field} cần {wanted}, không phải “{said}”"
            raise InvalidFilter(self._text, token.offset, reason) from error

    def _named(self, token: _Token, names: Iterable[str], what: str) -> str:
        """The name as this library writes it, found with or without its accents."""
        known = list(names)
        bare = fold(token.text).replace("-", "_")
        for name in known:
            if fold(name) == bare and (
                fold(token.text) == token.text.lower() or _same(name, token)
            ):
                return name
        if (other := _OTHERS.get(bare)) in known:
            return str(other)
        near = difflib.get_close_matches(bare, [fold(name) for name in known], 1, 0.6)
        meant = next((name for name in known if near and fold(name) == near[0]), "")
        listed = f"biết: {', '.join(known)}"
        quoting = f'tìm chữ thì viết "{token.text}" trong ngoặc kép, tìm khóa thì mã:{token.text}; '
        hint = f"có phải là “{meant}”?" if meant else (quoting if what == "từ" else "") + listed
        raise InvalidFilter(self._text, token.offset, f"không có {what} “{token.text}”; {hint}")

    def _takes(self, *words: str) -> bool:
        token = self.next()
        if token is None or fold(token.text) not in words:
            return False
        self._place += 1
        return True

    def _take(self, missing: str) -> _Token:
        token = self.next()
        if token is None:
            raise self._fault(missing)
        self._place += 1
        return token

    def _fault(self, reason: str) -> InvalidFilter:
        token = self.next()
        return InvalidFilter(self._text, token.offset if token else len(self._text), reason)


def _same(name: str, token: _Token) -> bool:
    return nfc(token.text).lower().replace("-", "_") == name
