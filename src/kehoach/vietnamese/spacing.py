"""Dấu cách không ngắt: words that must stay on one line are bound by U+00A0."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERED = (
    "số", "điều", "khoản", "chương", "phần", "mục", "quý", "ngày", "tháng", "năm", "mùng", "mồng",
    "lần", "đợt", "kỳ", "khóa", "khoá", "phụ lục", "biểu", "bảng", "hình", "trang", "tập", "tổ",
    "ấp", "khu phố", "phường", "quận",
)  # fmt: skip
_IN_ROMAN = ("chương", "phần", "mục", "quý", "phụ lục", "khóa", "khoá", "thứ", "hạng", "loại")
_BEFORE_NAMES = ("ông", "bà", "đồng chí", "đ/c")
_AUTHORITIES = ("TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TP.", "Tp.")
_UNITS = (
    "mm", "cm", "dm", "km", "m", "m2", "m3", "m²", "m³", "km2", "km²", "ha", "g", "kg", "tạ", "tấn",
    "ml", "lít", "l", "pt", "đồng", "nghìn", "triệu", "tỷ", "tỉ", "giờ", "phút", "giây",
    "kB", "MB", "GB", "TB", "Mbps", "Gbps", "kW", "MW", "kWh", "kV", "°C", "%", "‰",
)  # fmt: skip
_SCALES = ("nghìn", "triệu", "tỷ", "tỉ")
_MARKS = "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
_CAPITAL = f"A-ZĂÂĐÊÔƠƯ{_MARKS}"


def bind(text: str) -> str:
    """Giữ liền: no-break spaces where a line must not end.

    Binds a label to its number (*số 05*, *Điều 3*, *khoản 1*, *điểm a*, *Chương II*, *ngày 19*,
    *tháng 3*, *năm 2013*), a number to its unit (*35 mm*, *284 tỷ đồng*), a title to the name
    (*ông Nguyễn*) and the authority to the post (*TM. ỦY BAN*). Only single spaces become
    U+00A0, no other character changes, and binding twice is binding once.
    """
    return _BREAKABLE.sub("\u00a0", text)


def unbind(text: str) -> str:
    """Bỏ giữ liền: every no-break space made a plain one, for comparing texts."""
    return text.replace("\u00a0", " ")


def _after(words: Iterable[str]) -> str:
    """A pattern: the space just read follows one of the words, in lower, title or upper case."""
    by_length = defaultdict(set)
    for word in words:
        for form in (word, word[0].upper() + word[1:], word.upper()):
            by_length[len(form)].add(re.escape(form).replace(r"\ ", "[ \u00a0]"))
    return "|".join(
        rf"(?<=\b(?:{'|'.join(sorted(forms))}) )" for _, forms in sorted(by_length.items())
    )


def _pattern() -> re.Pattern[str]:
    units = "|".join(map(re.escape, sorted(_UNITS, reverse=True)))
    numbered = rf"(?=[0-9])(?:{_after(_NUMBERED)})"
    named = rf"(?:{_after((*_BEFORE_NAMES, *_AUTHORITIES))})"
    in_roman = rf"(?=[IVXLC]+\b)(?:{_after(_IN_ROMAN)})"
    measured = rf"(?<=[0-9] )(?=(?:{units})(?!\w))"
    scaled = rf"(?=đồng\b)(?:{_after(_SCALES)})"
    lettered = rf"(?=[a-zđ]\b)(?:{_after(('điểm',))})"
    # Most spaces fail the two one-character tests: that is what makes plain prose fast.
    return re.compile(
        f" (?:(?=[0-9{_CAPITAL}])(?:{numbered}|{named}|{in_roman})"
        f"|(?<=[0-9nuỷỉmNUỶỈM] )(?:{measured}|{scaled}|{lettered}))"
    )


_BREAKABLE = _pattern()
