"""Số lượng: numbers with a point between thousands and a comma before decimals."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

_SWAP = str.maketrans(",.", ".,")
_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_PADDED = 9
_SCALES = ((1_000_000_000, "tỷ"), (1_000_000, "triệu"))
_SCALE_DECIMALS = 3


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """Số: ``20428.2`` → ``"20.428,2"``.

    ``decimals`` is the number of digits after the comma, rounded half up; without it all digits
    of the value are kept. Raises :class:`ValueError` for NaN and infinity.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        msg = f"expected a finite number, got {value!r}"
        raise ValueError(msg)
    if decimals is not None:
        enough = Context(prec=max(28, exact.adjusted() + decimals + 2))
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, enough)
    return f"{exact:,f}".translate(_SWAP)


def parse_number(text: str) -> Decimal:
    """Đọc số: ``"20.428,2"`` → ``Decimal("20428.2")``, ``"06"`` → 6.

    Raises :class:`ValueError` where points do not part thousands: ``"20428.2"``, ``"1.5"``.
    """
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        msg = (
            "expected a number with points between thousands and a comma before decimals,"
            f" like 20.428,2, got {text!r}"
        )
        raise ValueError(msg)
    return Decimal(stripped.replace(".", "").replace(",", ".").replace("−", "-"))


def count(n: int, *, pad: bool = False) -> str:
    """Số đếm: ``6`` → ``"6"``; with ``pad`` 1 … 9 get a leading zero, ``"06"``.

    The zero is a custom against tampering, not law. Raises :class:`ValueError` below 0.
    """
    if n < 0:
        msg = f"a count is 0 or more, got {n!r}"
        raise ValueError(msg)
    return f"{n:02d}" if pad and 1 <= n <= _PADDED else number(n)


def percent(value: float | Decimal, decimals: int | None = None) -> str:
    """Tỷ lệ phần trăm: a value in per cent, ``91.8`` → ``"91,8%"``."""
    return f"{number(value, decimals)}%"


def money(dong: int) -> str:
    """Số tiền: a whole number of đồng in the largest scale that loses nothing.

    ``284_000_000_000`` → ``"284 tỷ đồng"``, ``1_500_000`` → ``"1,5 triệu đồng"``; amounts that
    need more than three decimals go to the next scale, at last to ``"1.234.567 đồng"``.
    """
    for scale, word in _SCALES:
        scaled = Decimal(dong).scaleb(1 - len(str(scale)), Context(prec=60))
        if abs(dong) >= scale and dong % (scale // 10**_SCALE_DECIMALS) == 0:
            return f"{number(_shortest(scaled))} {word} đồng"
    return f"{number(dong)} đồng"


def _shortest(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
