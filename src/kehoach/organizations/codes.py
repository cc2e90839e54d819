"""Mã định danh: the electronic identifier of a body (QĐ 20/2020/QĐ-TTg; QCVN 102:2016/BTTTT).

QĐ 20/2020/QĐ-TTg, in force from 15/9/2020, writes the highest level first (`H01.15.02`); the form
before it writes it last (`000.02.15.H01`). Old data holds both.
"""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen

LONGEST = 35

_LEVELS = re.compile(r"[A-Y][0-9]{2}(?:\.[0-9A-Z]+)*", re.ASCII)
_SCHEME = re.compile(r"(Z(?!00)[0-9]{2})([0-9A-Z]{1,32})", re.ASCII)
_OLDER = re.compile(r"[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Y][0-9]{2}", re.ASCII)
_TAX = re.compile(r"[0-9]{10}(?:-[0-9]{3})?|[0-9]{12}", re.ASCII)


class CodeForm(StrEnum):
    """Dạng mã định danh: theo cấp, theo lược đồ riêng, mã số thuế, dạng cũ."""

    LEVELS = "levels"
    SCHEME = "scheme"
    TAX = "tax"
    OLDER = "older"


@frozen
class OrganizationCode:
    """Mã định danh: the text, its form and its levels, highest first.

    The levels of the older form are turned round and its empty groups ("00", "000") left out, so
    that `H01.15` and `000.00.15.H01` have the same levels. A scheme code has two: scheme and own
    code; a tax number one.
    """

    text: str
    form: CodeForm
    levels: tuple[str, ...]


def parse_code(text: str) -> OrganizationCode:
    """Đọc mã định danh.

    Raises :class:`ValueError` where the text has none of the four forms: groups by level (at most
    35 characters), scheme code Z01–Z99 with at most 32 characters of its own, tax or business
    number (10 digits, 10 + 3 or 12), or the 13 characters before 2020.
    """
    if _OLDER.fullmatch(text):
        *lower, highest = text.split(".")
        kept = tuple(part for part in reversed(lower) if part.strip("0"))
        return OrganizationCode(text, CodeForm.OLDER, (highest, *kept))
    if _LEVELS.fullmatch(text) and len(text) <= LONGEST:
        return OrganizationCode(text, CodeForm.LEVELS, tuple(text.split(".")))
    if scheme := _SCHEME.fullmatch(text):
        return OrganizationCode(text, CodeForm.SCHEME, scheme.groups())
    if _TAX.fullmatch(text):
        return OrganizationCode(text, CodeForm.TAX, (text,))
    message = (
        "expected an identifier like H01.15 (A–Y and two digits, then groups of 0–9 and A–Z after"
        f" dots, at most {LONGEST} characters), Z01ABC, a tax number or 000.00.15.H01,"
        f" got {text!r}"
    )
    raise ValueError(message)


def is_code(text: str) -> bool:
    """Mã hợp lệ: whether `parse_code` reads the text."""
    try:
        parse_code(text)
    except ValueError:
        return False
    return True
