"""Văn bản pháp luật: the texts that papers cite, since when and until when they were in force.

The packaged table is no legal database: it names what plans of provinces often cite, and each row
says how sure it is. A file of one's own adds to it.
"""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from attrs import field, fields, frozen

from kehoach.converters import as_tuple
from kehoach.errors import InvalidMapping
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    import os

Sure: TypeAlias = Literal["stated", "recalled"]
"""Chắc chắn đến đâu: stated in the sources of this table, or recalled and to be looked up."""

_RANKS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Quyết định", "Chỉ thị",
    "Thông tư liên tịch", "Thông tư",
)  # fmt: skip
_UNNUMBERED = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
_CENTRAL = ("QH", "UBTVQH")
_LOCAL = ("HĐND", "UBND")


@frozen(kw_only=True)
class LegalText:
    """Văn bản pháp luật: its number with notation, kind, name and day.

    `name` follows the kind: "Tổ chức chính quyền địa phương" of a Luật, "về công tác văn thư" of
    a Nghị định. `in_force` is the first day of force, `repealed` the first day without it, `by`
    the number of what took its place; `None` and "" where that is not known, or where it stands.
    """

    number: str
    kind: str
    name: str
    day: datetime.date
    issuer: str = ""
    in_force: datetime.date | None = None
    repealed: datetime.date | None = None
    by: str = ""
    sure: Sure = "recalled"
    repeal_sure: Sure | None = None
    note: str = ""

    @property
    def is_unnumbered(self) -> bool:
        """Whether it is cited without its number: Luật and Pháp lệnh.

        NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a.
        """
        return self.kind in _UNNUMBERED

    @property
    def title(self) -> str:
        """Tên gọi: kind and name of a law, kind and number of what is cited by number."""
        return f"{self.kind} {self.name if self.is_unnumbered else f'số {self.number}'}"

    @property
    def rank(self) -> int:
        """Hiệu lực pháp lý: 0 for the highest; central texts before local ones."""
        rank = _RANKS.index(self.kind) if self.kind in _RANKS else len(_RANKS)
        if self.kind == "Nghị quyết" and any(mark in self.number for mark in _CENTRAL):
            rank = _RANKS.index("Luật")
        if self.kind == "Bộ luật":
            rank = _RANKS.index("Luật")
        return rank + len(_RANKS) * any(mark in self.number for mark in _LOCAL)

    def is_repealed(self, on: datetime.date) -> bool:
        """Hết hiệu lực trong ngày; a day that is not known repeals nothing."""
        return self.repealed is not None and self.repealed <= on

    def is_ahead(self, on: datetime.date) -> bool:
        """Chưa ban hành hoặc chưa có hiệu lực trong ngày."""
        return on < (self.in_force or self.day)

    @property
    def repeal_is_sure(self) -> bool:
        """Whether the repeal is stated in the sources of the table."""
        return (self.repeal_sure or self.sure) == "stated"


@frozen
class LegalTexts:
    """Bảng văn bản pháp luật, by number."""

    texts: tuple[LegalText, ...] = field(converter=as_tuple)
    _by_number: dict[str, LegalText] = field(init=False, eq=False, repr=False)

    @_by_number.default
    def _index(self) -> dict[str, LegalText]:
        return {number_key(one.number): one for one in self.texts}

    def get(self, number: str) -> LegalText | None:
        """Văn bản theo số, ký hiệu, or `None` where the table has it not."""
        return self._by_number.get(number_key(number))

    def named(self, title: str) -> tuple[LegalText, ...]:
        """Các luật, pháp lệnh cùng tên ("Luật Ngân sách nhà nước"), the oldest first."""
        wanted = nfc(title).casefold()
        found = (one for one in self.texts if one.is_unnumbered and one.title.casefold() == wanted)
        return tuple(sorted(found, key=lambda one: one.day))

    def with_rows(self, rows: tuple[LegalText, ...]) -> LegalTexts:
        """Bảng thêm các dòng riêng; a row of a known number takes its place."""
        merged = {number_key(one.number): one for one in (*self.texts, *rows)}
        return LegalTexts(tuple(merged.values()))


def number_key(number: str) -> str:
    """Khóa của số, ký hiệu: capitals, one kind of hyphen, no leading zero."""
    return "".join(nfc(number).upper().replace("–", "-").split()).lstrip("0")


def legal_texts(path: str | os.PathLike[str] | None = None) -> LegalTexts:
    """Bảng văn bản pháp luật: the packaged one, with the rows of a TOML file where one is given.

    Raises `InvalidMapping` for a malformed file, OSError for one that cannot be read.
    """
    packaged = _packaged()
    if path is None:
        return packaged
    text = Path(path).read_text(encoding="utf-8-sig")
    return packaged.with_rows(_read(text, str(path)))


@cache
def _packaged() -> LegalTexts:
    file = resources.files("kehoach.citations").joinpath("texts.toml")
    return LegalTexts(_read(file.read_text("utf-8"), "texts.toml"))


def _read(text: str, source: str) -> tuple[LegalText, ...]:
    try:
        rows = tomllib.loads(nfc(text)).get("texts", [])
    except tomllib.TOMLDecodeError as error:
        raise InvalidMapping(source, "TOML", str(error)) from error
    if not isinstance(rows, list):
        raise InvalidMapping(source, "texts", "a list of tables [[texts]] is needed")
    return tuple(_row(row, source, f"texts[{place}]") for place, row in enumerate(rows, 1))


_DAYS = frozenset(("day", "in_force", "repealed"))
_NEEDED = ("number", "kind", "name", "day")


def _row(row: object, source: str, where: str) -> LegalText:
    if not isinstance(row, dict):
        raise InvalidMapping(source, where, "a table is needed")
    known = [one.name for one in fields(LegalText)]
    for key, value in row.items():
        if key not in known:
            reason = f"no such key; known: {', '.join(known)}"
            raise InvalidMapping(source, f"{where}.{key}", reason)
        if key in _DAYS and type(value) is not datetime.date:
            raise InvalidMapping(source, f"{where}.{key}", "a day like 2020-03-05 is needed")
        if key not in _DAYS and not isinstance(value, str):
            raise InvalidMapping(source, f"{where}.{key}", "a text is needed")
        if key in ("sure", "repeal_sure") and value not in get_args(Sure):
            raise InvalidMapping(source, f"{where}.{key}", '"stated" or "recalled" is needed')
    for key in _NEEDED:
        if not row.get(key):
            raise InvalidMapping(source, f"{where}.{key}", "required, but missing")
    return LegalText(**row)
