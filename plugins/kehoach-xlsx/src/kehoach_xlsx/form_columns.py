"""Các cột của phiếu báo cáo: what is printed in it, and what a body fills in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kehoach.tracking import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = "Phiếu báo cáo"
PRINTED = (
    ("Kế hoạch", 4),
    ("Khóa", 16),
    ("Nhiệm vụ", 60),
    ("Cơ quan, đơn vị", 28),
    ("Thời hạn", 11),
    ("Tình trạng", 18),
)
FILLED = (
    ("Việc báo", 20),
    ("Ngày", 12),
    ("Số liệu", 10),
    ("Số văn bản", 16),
    ("Ngày văn bản", 12),
    ("Xin gia hạn đến", 12),
    ("Ghi chú, lý do", 40),
)
TITLES = tuple(title for title, _ in (*PRINTED, *FILLED))

KINDS: Mapping[str, EventKind] = MappingProxyType(
    {
        kind.label: kind
        for kind in (
            EventKind.ACKNOWLEDGED,
            EventKind.REFUSED,
            EventKind.STARTED,
            EventKind.PROGRESSED,
            EventKind.SUBMITTED,
            EventKind.EXTENSION_ASKED,
            EventKind.TARGET_MEASURED,
            EventKind.NOTED,
        )
    }
)
"""Những việc mà một cơ quan tự báo, by the words in the list; the office decides on the rest."""

WITH_FIGURE = frozenset({EventKind.PROGRESSED, EventKind.TARGET_MEASURED})
WITH_PAPER = frozenset({EventKind.SUBMITTED})
WITH_REASON = frozenset({EventKind.REFUSED, EventKind.EXTENSION_ASKED, EventKind.NOTED})

HELP = (
    "Mỗi dòng là một việc chưa xong. Chỉ điền các cột từ “Việc báo” trở đi.",
    "Dòng không có gì mới thì để trống.",
    "Việc báo: chọn trong danh sách. Ngày: ngày xảy ra việc, như 15/7/2026.",
    "Số liệu: phần trăm đã làm (cập nhật tiến độ), hoặc kết quả đo (đo chỉ tiêu).",
    "Số văn bản, Ngày văn bản: văn bản kết quả, khi trình kết quả.",
    "Xin gia hạn đến: ngày xin, khi xin gia hạn; ghi lý do ở cột cuối.",
    "Từ chối, xin gia hạn, ghi chú phải có lý do hoặc nội dung ở cột “Ghi chú, lý do”.",
    "Đừng sửa cột Khóa và đừng đổi tên các cột: nhờ đó phiếu được đọc lại.",
)
"""Hướng dẫn điền phiếu."""
