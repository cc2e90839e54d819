"""Nói lại cho dễ hiểu: what a clerk reads when kehoach cannot go on."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kehoach import errors
from kehoach.cli._explain_issuing import explain_issuing
from kehoach.rules import REGIMES
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from kehoach.rules import Regime

BAD_INPUT = 2
"""The exit code for bad input or usage."""

_SENTENCES: dict[type[errors.KehoachError], str] = {
    errors.PlanFileTooLarge: "{source}: quá {limit} {what}; không đọc",
    errors.TargetUnwritable: "không ghi được {target}: {reason}; tệp cũ (nếu có) còn nguyên",
    errors.UnsafeFileName: "tên tệp không an toàn {name!r}: {reason}",
    errors.AmbiguousExporter: "có nhiều bộ xuất cho đuôi {suffix}: {names}; chọn bằng --format",
    errors.DuplicatePlugin: "hai bộ cắm cùng tên {name!r}: {first} và {second}; gỡ một trong hai",
    errors.UnusedSource: (
        "bộ xuất {exporter} không dùng {source}; bỏ tùy chọn ấy, hoặc dùng --format chọn bộ xuất"
        " tiến độ (xem kehoach plugins)"
    ),
    errors.ProgressNeedsDay: "chưa biết tiến độ tính đến ngày nào; thêm --on NGÀY",
    errors.UntrackedPlan: "sổ theo dõi không có kế hoạch {key}; có: {known}; hãy giao việc trước",
    errors.ExportFailed: "bộ xuất {exporter} lỗi khi ghi {target}: {reason}; tệp cũ còn nguyên",
    errors.InvalidReturn: "{where}: {reason}",
    errors.UnfinishedPaper: (
        "văn bản còn chỗ cần viết: {places}; viết tiếp trong tệp, hoặc thêm --draft để in dự thảo"
    ),
    errors.UndatedPaper: "văn bản chưa có ngày; chọn quy định bằng --regime",
    errors.UnknownDocumentType: "{regime} không có loại văn bản {kind!r}; có: {known}",
    errors.NoRulebook: "không có quy định thể thức cho {asked}; có: {known}",
    errors.NoSuchOrdinal: (
        "đánh số {numerals} không có số thứ tự {number} (chữ đến y là 23, số La Mã đến 3999);"
        " tách danh sách hoặc đánh số 1."
    ),
    errors.InvalidCalendarFile: "{source}: tệp ngày nghỉ sai ở {where}: {reason}",
    errors.OutsideCalendar: "chỉ biết ngày nghỉ các năm {first} đến {last}, không biết năm {year}",
    errors.ReadError: "{source}: {what}; {advice}",
    errors.MendRefused: "{source}: {what}; {advice}",
    errors.OfficeMissing: "máy này chưa cài {tool}; cài rồi làm lại, hoặc lưu tệp thành .docx",
    errors.FontMissing: (
        "máy này không có phông {family} hay phông cùng bề rộng (Liberation Serif, Tinos) có chữ"
        " Việt; cài rồi làm lại, hoặc xuất ra .docx"
    ),
    errors.OfficeFailed: "{tool} không làm được: {reason}",
    errors.UnwritableText: "{where}: có ký tự cấm {character} ở vị trí {offset}; hãy xóa đi",
}
_REASONS = {
    "nested lists and mappings": "lớp lồng nhau",
    "aliases": "bí danh (*)",
    "values": "giá trị",
    "bytes": "byte",
    "required, but missing": "thiếu, bắt buộc phải có",
    "letters": "bằng chữ",
    "roman": "La Mã",
    "ledger": "sổ theo dõi (--ledger)",
    "where": "bộ lọc (--where)",
    "directory": "danh mục cơ quan (--directory)",
    "calendar": "tệp ngày nghỉ (--days-off)",
    "on": "ngày (--on)",
    "key": "khóa kế hoạch (--key)",
    "it is a folder": "đó là một thư mục",
    "it exists already; choose another name": "đã có tệp ấy, chọn tên khác",
    "the file is read-only": "tệp chỉ đọc",
    "No such file or directory": "không tạo được thư mục ở đó",
    "Permission denied": "không có quyền",
    "Windows reserves it": "Windows dành riêng tên này",
    "the disk is read-only": "ổ đĩa chỉ đọc",
    "the disk is full": "ổ đĩa đã đầy",
    "the disk quota is used up": "hết hạn mức ổ đĩa",
    "the name is too long": "tên quá dài",
    "a part of the path is not a folder": "một phần của đường dẫn không phải thư mục",
    "no permission, or the file is open in another program": (
        "không có quyền, hoặc tệp đang mở ở chương trình khác"
    ),
}


def explain(error: errors.KehoachError) -> str:
    """The fault and the next step, in Vietnamese."""
    match error:
        case errors.InvalidPlanFile():
            text = _invalid_file(error)
        case errors.InvalidStyle():
            text = _invalid_style(error)
        case errors.UnknownExporter():
            text = _unknown_exporter(error)
        case errors.NoRulebook(day=datetime.date() as day):
            spans = "; ".join(_span(regime) for regime in REGIMES)
            text = f"không có quy định thể thức cho văn bản ngày {short_date(day)}; có: {spans}"
        case errors.ExportFailed(__cause__=errors.KehoachError() as cause):
            text = f"không ghi được {error.target}: {explain(cause)}; tệp cũ (nếu có) còn nguyên"
        case _:
            text = _sentence(error)
    return text


def _sentence(error: errors.KehoachError) -> str:
    from kehoach.cli._explain_tracking import (  # noqa: PLC0415 - slow to load, and rarely needed
        explain_tracking,
    )

    if tracking := explain_tracking(error):
        return tracking
    if issuing := explain_issuing(error, explain):
        return issuing
    for kind, sentence in _SENTENCES.items():
        if isinstance(error, kind):
            return sentence.format(**{key: _said(value) for key, value in vars(error).items()})
    return str(error)


def _said(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "không có"
    if isinstance(value, str):
        folder = value.removeprefix("there is no folder ")
        return f"không có thư mục {folder}" if folder != value else _REASONS.get(value, value)
    return value


def _invalid_file(error: errors.InvalidPlanFile) -> str:
    lines = [f"{error.source} chưa dùng được, {len(error.findings)} lỗi:"]
    lines += (f"  {one.describe(error.source)}" for one in error.findings)
    return "\n".join(lines)


def _unknown_exporter(error: errors.UnknownExporter) -> str:
    by_suffix = f"đuôi {error.suffix}" if error.suffix else "tệp không có đuôi"
    asked = f"tên {error.name}" if error.name else by_suffix
    return f"không có bộ xuất cho {asked}; hiện có: {_said(error.known)}"


def _span(regime: Regime) -> str:
    until = f"đến {short_date(regime.last_day)}" if regime.last_day else "đến nay"
    return f"{regime.id} ({regime.name}, từ {short_date(regime.first_day)} {until})"


def _invalid_style(error: errors.InvalidStyle) -> str:
    nearest = f"; có phải ý là {error.nearest!r}?" if error.nearest else ""
    return (
        f"tệp phong cách {error.style}, khóa {error.key!r}: cần {error.expected}, "
        f"nhưng có {error.got}{nearest}"
    )
