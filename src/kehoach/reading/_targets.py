"""Chỉ tiêu: sentences that say how much is to be reached, and the threshold in them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kehoach.plan import Bound, Threshold
from kehoach.vietnamese import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNITS = (
    "xã", "phường", "huyện", "cơ quan", "đơn vị", "hộ", "người", "lượt", "lớp", "cuộc", "đại lý",
    "doanh nghiệp", "tiêu chí", "hợp tác xã", "tổ hợp tác",
    "mô hình", "hồ sơ", "sản phẩm", "buổi", "tỷ đồng", "triệu đồng", "đồng", "ha", "km", "tấn",
    "điểm", "bậc", "trường", "học sinh",
)  # fmt: skip
_THRESHOLD = re.compile(
    rf"(?:(?P<least>tối thiểu|ít nhất|không dưới|trên|từ|đạt từ|hơn|>=|≥)|(?P<most>tối đa|không "
    rf"quá|dưới|không vượt quá|≤"
    rf"|còn dưới|xuống dưới))?\s*(?P<number>{_NUMBER})\s?(?P<unit>%|‰"
    rf"|(?:{'|'.join(_UNITS)})(?!\w))(?:\s+(?P<up>trở lên)|\s+(?P<down>trở xuống))?",
    re.IGNORECASE,
)
_ASPIRES = re.compile(
    r"(?:phấn đấu|tối thiểu|ít nhất|trên|dưới|không dưới|tỷ lệ|tỉ lệ|đạt|có|duy trì|giảm|tăng"
    r"|hoàn thành|bảo đảm|đảm bảo|số lượng|chỉ số"
    r"|\d)",
    re.IGNORECASE,
)
_EARLY = 90
_AIMS = re.compile(r"phấn đấu|tối thiểu|ít nhất|\d+(?:,\d+)?\s?%", re.IGNORECASE)
_TOLD = re.compile(r"(?<!\w)đã(?!\w)", re.IGNORECASE)


def read_threshold(text: str) -> Threshold | None:
    """The first threshold in a text: "tối thiểu 98%", "100% cơ quan", "100 xã"."""
    for found in _THRESHOLD.finditer(text[:2000]):
        value = _value(found["number"])
        if value is None:
            continue
        bound = Bound.EXACTLY
        if found["least"] or found["up"]:
            bound = Bound.AT_LEAST
        elif found["most"] or found["down"]:
            bound = Bound.AT_MOST
        return Threshold(value, found["unit"], bound, found[0].strip())
    return None


def is_target(text: str, *, expected: bool) -> bool:
    """Whether a paragraph is a target; `expected` under a heading of targets."""
    if not expected and not _AIMS.match(text):
        return False
    found = _THRESHOLD.search(text[:2000])
    if found is None or _TOLD.search(text, 0, found.start()):
        return False
    return expected or (found.start() < _EARLY and found["unit"] in "%‰")


def _value(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except ValueError:
        pass
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
