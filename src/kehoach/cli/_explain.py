"""Nói lại cho dễ hiểu: what a clerk reads when kehoach cannot go on."""

from __future__ import annotations

from kehoach import errors

BAD_INPUT = 2
"""The exit code for bad input or usage."""

_SENTENCES: dict[type[errors.KehoachError], str] = {
    errors.PlanFileTooLarge: "{source}: quá {limit} {what}; không đọc",
    errors.TargetUnwritable: "không ghi được {target}: {reason}; tệp cũ (nếu có) còn nguyên",
    errors.UnsafeFileName: "tên tệp không an toàn {name!r}: {reason}",
    errors.UnknownExporter: "không có bộ xuất cho {asked}; hiện có: {known}",
    errors.AmbiguousExporter: "có nhiều bộ xuất cho {asked}: {names}; chọn bằng --format",
    errors.DuplicatePlugin: "hai bộ cắm cùng tên {name!r}: {first} và {second}; gỡ một trong hai",
    errors.ExportFailed: "bộ xuất {exporter} lỗi khi ghi {target}: {reason}; tệp cũ còn nguyên",
    errors.UndatedPaper: "văn bản chưa có ngày; chọn quy định bằng --regime",
    errors.UnknownDocumentType: "{regime} không có loại văn bản {kind!r}; có: {known}",
    errors.NoRulebook: "không có quy định thể thức cho {asked}; có: {known}",
    errors.NoSuchOrdinal: (
        "đánh số {numerals} không có số thứ tự {number} (chữ đến y là 23, số La Mã đến 3999);"
        " tách danh sách hoặc đánh số 1."
    ),
    errors.UnwritableText: "{where}: có ký tự cấm {character} ở vị trí {offset}; hãy xóa đi",
}
_REASONS = {
    "nested lists and mappings": "lớp lồng nhau",
    "aliases": "bí danh (*)",
    "values": "giá trị",
    "bytes": "byte",
    "letters": "bằng chữ",
    "roman": "La Mã",
    "it is a folder": "đó là một thư mục",
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
    if isinstance(error, errors.InvalidPlanFile):
        return _invalid_file(error)
    if isinstance(error, errors.InvalidStyle):
        return _invalid_style(error)
    cause = error.__cause__
    if isinstance(error, errors.ExportFailed) and isinstance(cause, errors.KehoachError):
        return f"không ghi được {error.target}: {explain(cause)}; tệp cũ (nếu có) còn nguyên"
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


def _invalid_style(error: errors.InvalidStyle) -> str:
    nearest = f"; có phải ý là {error.nearest!r}?" if error.nearest else ""
    return (
        f"tệp phong cách {error.style}, khóa {error.key!r}: cần {error.expected}, "
        f"nhưng có {error.got}{nearest}"
    )
