"""Số thứ tự: Roman numerals of parts and the letters of points (điểm a, b, c, d, đ, e …)."""

from __future__ import annotations

from kehoach.vietnamese.letters import nfc

POINTS = "abcdđeghiklmnopqrstuvxy"
"""Thứ tự điểm: the 23 letters that number points; đ follows d, and f, j, w, z are not used."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 3999


def roman(n: int) -> str:
    """Số La Mã: ``4`` → ``"IV"``. Raises :class:`ValueError` outside 1 … 3999."""
    if not 1 <= n <= _LARGEST:
        msg = f"a Roman numeral needs a number from 1 to {_LARGEST}, got {n!r}"
        raise ValueError(msg)
    digits = []
    for value, sign in _ROMAN:
        times, n = divmod(n, value)
        digits.append(sign * times)
    return "".join(digits)


def parse_roman(text: str) -> int:
    """Đọc số La Mã: ``"IV"`` or ``"iv"`` → 4. Raises :class:`ValueError` for ``"IIII"``."""
    numeral, rest, total = text.strip().upper(), text.strip().upper(), 0
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            rest, total = rest[len(sign) :], total + value
    if rest or not 1 <= total <= _LARGEST or roman(total) != numeral:
        msg = f"expected a Roman numeral from I to MMMCMXCIX, got {text!r}"
        raise ValueError(msg)
    return total


def point_letter(n: int) -> str:
    """Chữ của điểm: the n-th letter, counted from 1: ``5`` → ``"đ"``.

    Raises :class:`ValueError` after the 23rd: there is no settled way to go on after y; split
    the clause instead.
    """
    if not 1 <= n <= len(POINTS):
        msg = (
            f"points are lettered from a (1) to y ({len(POINTS)}), got {n!r};"
            " split a clause that has more points"
        )
        raise ValueError(msg)
    return POINTS[n - 1]


def parse_point(text: str) -> int:
    """Đọc chữ của điểm: ``"đ"`` → 5. Raises :class:`ValueError` for any other letter."""
    letter = nfc(text).strip().lower()
    if len(letter) != 1 or letter not in POINTS:
        msg = f"expected one of the letters {' '.join(POINTS)}, got {text!r}"
        raise ValueError(msg)
    return POINTS.index(letter) + 1
